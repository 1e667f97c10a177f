"""The page on which a place is looked up, and the place part of the panel, under AppTest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.services.library import open_library
from geo.services.pipeline import compile_record
from geo.services.shelf import open_shelf
from tests.geocoding.online_service import Played, Reply, place, played

NOWHERE = "Zzyzxville"  # in no table


def lookup_page() -> None:
    from geo.ui.pages import lookup

    lookup.page()


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The page alone, with the store of `app`."""
    return AppTest.from_function(lookup_page, default_timeout=30)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Played]:
    with played() as server:
        monkeypatch.setenv("LAUNCH_MAP_GEOCODER", "nominatim")
        monkeypatch.setenv("LAUNCH_MAP_GEOCODER_ADDRESS", server.address)
        monkeypatch.setenv("LAUNCH_MAP_GEOCODER_CONTACT", "desk@example.org")
        monkeypatch.setenv("LAUNCH_MAP_GEOCODER_TIMEOUT", "0.5")
        yield server


def texts(page: AppTest) -> list[str]:
    return [element.value for element in page.text]


def ask(page: AppTest, name: str, country: str = "North Korea", admin: str = "", online: bool = False) -> AppTest:
    page.run()
    page.text_input[0].set_value(name)
    page.selectbox[0].set_value(country)
    page.text_input[1].set_value(admin)
    if online:
        page.toggle(key="lookup-online").set_value(True)
    page.button[0].click().run()
    assert not page.exception
    return page


def title(page: AppTest) -> str:
    return page.markdown[0].value


def test_a_place_with_its_radius_id_source_and_licence(page: AppTest) -> None:
    ask(page, "Sinpho")
    assert "a place" in title(page)
    shown = texts(page)
    assert "Sinpo (city, South Hamgyong, KP)" in shown
    assert "40.04° N, 128.19° E, within 10 km" in shown
    assert any(text.startswith("Gazetteer id geonames:2040959") for text in shown)
    assert any(text.startswith("Attribution: GeoNames") and "CC BY 4.0" in text for text in shown)


def test_what_lost_is_a_table_with_reasons(page: AppTest) -> None:
    ask(page, "Sinpo")
    table = page.dataframe[0].value
    assert "geonames:1870403" in set(table["Gazetteer id"])
    assert table["Reason"].str.len().min() > 0


def test_the_province_decides(page: AppTest) -> None:
    ask(page, "Sinpo", admin="South Hwanghae")
    assert any("geonames:1870403" in text for text in texts(page))


def test_an_area_is_no_pin(page: AppTest) -> None:
    ask(page, "South Hamgyong")
    assert "an area" in title(page)
    assert any(text.startswith("A circle of") and "encloses it" in text for text in texts(page))


def test_an_ambiguous_name_shows_what_it_could_be(page: AppTest) -> None:
    ask(page, "Hamgyong province")
    assert "ambiguous" in title(page)
    assert set(page.dataframe[0].value["Gazetteer id"]) == {"KP-08", "KP-09"}
    assert not any("° N" in text for text in texts(page))


def test_nothing_found_says_so(page: AppTest) -> None:
    ask(page, NOWHERE, "any country")
    assert "no place found" in title(page)
    assert any(NOWHERE in text for text in texts(page))


@pytest.mark.parametrize("name", ["", "{{7*7}}", "<img src=x onerror=alert(1)>", "\u202egnp.exe", "www.x.org", "12345"])
def test_what_is_no_name_is_refused_in_words(page: AppTest, name: str) -> None:
    ask(page, name)
    assert page.warning[0].value == "This is not a place name."
    assert texts(page)


def test_markdown_in_a_name_stays_text(page: AppTest) -> None:
    ask(page, "![x](http:Sinpo) **bold**")
    assert not any("bold" in element.value for element in [*page.markdown, *page.caption, *page.warning])


def test_no_online_switch_unless_a_service_is_set(
    page: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LAUNCH_MAP_GEOCODER", raising=False)
    monkeypatch.setattr("geo.services.settings.DEFAULT_SETTINGS", tmp_path / "none.toml")
    assert not page.run().toggle


def test_online_is_asked_only_when_switched_on(page: AppTest, server: Played) -> None:
    server.reply = Reply([place(NOWHERE, 40.0, 128.0)])
    ask(page, NOWHERE)
    assert not server.requests
    assert "127.0.0.1" in page.toggle(key="lookup-online").label
    ask(page, NOWHERE, online=True)
    assert "found **online**" in title(page)
    shown = texts(page)
    assert f"{NOWHERE} (town, KP)" in shown
    assert any("OpenStreetMap" in text for text in shown)


def test_a_dead_service_is_a_note_under_the_offline_answer(page: AppTest, server: Played) -> None:
    server.reply = Reply(status=503)
    ask(page, NOWHERE, online=True)
    assert "no place found" in title(page)
    assert any("The offline answer stands" in text for text in texts(page))


def test_a_hostile_answer_is_text(page: AppTest, server: Played) -> None:
    hostile = "![x](http://198.51.100.1/x.png) **bold** {{7*7}} <b>"
    server.reply = Reply([place(NOWHERE, 40.0, 128.0, name=hostile, display_name=hostile)])
    ask(page, NOWHERE, online=True)
    assert any(hostile in text for text in texts(page))
    assert not any("bold" in element.value for element in [*page.markdown, *page.caption])


def test_a_wrong_setting_is_said_and_the_page_works(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAUNCH_MAP_GEOCODER", "nominatim")
    monkeypatch.delenv("LAUNCH_MAP_GEOCODER_CONTACT", raising=False)
    ask(page, "Sinpo")
    assert any("LAUNCH_MAP_GEOCODER_CONTACT" in text for text in texts(page))
    assert any("geonames:2040959" in text for text in texts(page))


def test_the_panel_tells_how_a_claims_place_was_found(app: AppTest) -> None:
    (event,) = compile_record(open_shelf("sqlite://").reports(), open_library()).events
    app.query_params["event"] = event.id
    app.run()
    assert not app.exception
    app.button(key=f"attributes-{event.id}-launch_place").click().run()
    offered = app.button(key=f"more-launch_place-{event.id}-places")
    assert offered.label == "▸ How the place was found"
    assert not any(text.startswith("As reported: “") for text in texts(app))  # nothing is looked up before it is asked
    offered.click().run()
    shown = texts(app)
    assert any(text.startswith("As reported: “") for text in shown)
    assert any("Gazetteer id geonames:2040959" in text for text in shown)
