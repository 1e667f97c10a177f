"""geopy finds the geocoder by name, and a damaged gazetteer is a configuration fault that says what to do."""

import shutil
from pathlib import Path

import pytest
from geopy.exc import ConfigurationError
from geopy.geocoders import get_geocoder_for_service

from geo.catalogue.package import DATA_FOLDER
from geo.services.geocoder import LaunchMapGeocoder


def test_geopy_finds_it_by_name_and_it_needs_no_arguments() -> None:
    service = get_geocoder_for_service("launch_map")
    assert service is LaunchMapGeocoder
    assert service().geocode("Sohae").raw["gazetteer_id"] == "site:sohae"


def test_reverse_knows_the_provinces() -> None:
    inside = LaunchMapGeocoder().reverse((40.9, 127.4), exactly_one=False)
    assert {"KP-08"} <= {one.raw["gazetteer_id"] for one in inside}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(DATA_FOLDER / "gazetteer", tmp_path / "gazetteer")
    return tmp_path


@pytest.mark.parametrize("name", ["places.csv", "names.csv", "datapackage.json", "world.sqlite.gz"])
@pytest.mark.parametrize("fault", ["missing", "cut", "noise"])
def test_a_missing_or_corrupt_file_is_named_with_the_command_that_makes_it_again(
    folder: Path, name: str, fault: str
) -> None:
    path = folder / "gazetteer" / name
    if fault == "missing":
        path.unlink()
    else:
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2] if fault == "cut" else bytes(reversed(content)))
    with pytest.raises(ConfigurationError, match="python -m geo gazetteer build") as refused:
        LaunchMapGeocoder(folder=folder)
    assert str(path) in str(refused.value)
