"""Online lookups are off unless somebody switches them on and says who is asking."""

from pathlib import Path

import pytest

from geo.model.errors import SettingsError
from geo.services.settings import online_service

CONTACT = {"LAUNCH_MAP_GEOCODER_CONTACT": "desk@example.org"}


@pytest.mark.parametrize("environment", [{}, {"LAUNCH_MAP_GEOCODER": ""}, {"LAUNCH_MAP_GEOCODER": "  "}, CONTACT])
def test_off_by_default(environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.services.settings.DEFAULT_SETTINGS", tmp_path / "none.toml")
    assert online_service(environment) is None


def test_the_public_server_with_a_contact() -> None:
    service = online_service({"LAUNCH_MAP_GEOCODER": "Nominatim"} | CONTACT)
    assert service is not None
    assert service.address == "https://nominatim.openstreetmap.org"
    assert service.user_agent == "launch-map/0.1 (desk@example.org)"
    assert service.is_public
    assert service.provider.seconds_between >= 1


def test_provider_and_address_change_without_a_release() -> None:
    own = {"LAUNCH_MAP_GEOCODER": "photon", "LAUNCH_MAP_GEOCODER_ADDRESS": "http://10.0.0.5:2322/"}
    service = online_service(own | CONTACT)
    assert service is not None
    assert (service.provider.id, service.address, service.is_public) == ("photon", "http://10.0.0.5:2322", False)


def test_settings_in_a_file_and_the_environment_before_it(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[geocoder]\nprovider = "geonames"\nusername = "desk"\ncontact = "desk@example.org"\ntimeout = 9\n')
    service = online_service({"LAUNCH_MAP_SETTINGS": str(path)})
    assert service is not None
    assert (service.provider.id, service.username, service.timeout) == ("geonames", "desk", 9.0)
    assert online_service({"LAUNCH_MAP_SETTINGS": str(path), "LAUNCH_MAP_GEOCODER": ""}) is None


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"LAUNCH_MAP_GEOCODER": "google"} | CONTACT, "nominatim, photon, geonames"),
        ({"LAUNCH_MAP_GEOCODER": "nominatim"}, "LAUNCH_MAP_GEOCODER_CONTACT"),
        ({"LAUNCH_MAP_GEOCODER": "geonames"} | CONTACT, "LAUNCH_MAP_GEOCODER_USERNAME"),
        ({"LAUNCH_MAP_GEOCODER": "nominatim", "LAUNCH_MAP_GEOCODER_USER_AGENT": "geopy/2.5"}, "USER_AGENT"),
        ({"LAUNCH_MAP_GEOCODER": "nominatim", "LAUNCH_MAP_GEOCODER_USER_AGENT": "a\r\nX: y"}, "USER_AGENT"),
        ({"LAUNCH_MAP_GEOCODER": "nominatim", "LAUNCH_MAP_GEOCODER_TIMEOUT": "soon"} | CONTACT, "TIMEOUT"),
        ({"LAUNCH_MAP_GEOCODER": "nominatim", "LAUNCH_MAP_GEOCODER_TIMEOUT": "nan"} | CONTACT, "TIMEOUT"),
        *[
            ({"LAUNCH_MAP_GEOCODER": "nominatim", "LAUNCH_MAP_GEOCODER_ADDRESS": address} | CONTACT, "ADDRESS")
            for address in (
                "ftp://x",
                "x.org",
                "http://",
                "http://a:b@x.org",
                "http://x:99999",
                "http://x/?q=1",
                "http://[",
            )
        ],
    ],
)
def test_a_wrong_setting_is_named(environment: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        online_service(environment)


@pytest.mark.parametrize("text", ["geocoder = 3", "[geocoder]\ncolour = 'red'", "[geocoder", "\x00"])
def test_a_file_that_is_no_settings_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        online_service({"LAUNCH_MAP_SETTINGS": str(path)})


def test_a_named_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.toml"):
        online_service({"LAUNCH_MAP_SETTINGS": str(tmp_path / "gone.toml")})
