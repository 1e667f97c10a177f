"""Looking a place up in real Chromium: offline, and with a hostile service online."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import served
from tests.browser.pages import OCTOBER_2021, SINPO, shoot
from tests.geocoding.online_service import Played, Reply, place, played

pytestmark = pytest.mark.browser

NOWHERE = "Zzyzxville"  # in no table
HOSTILE = "<img src=x onerror=alert(1)> {{7*7}} ![x](http://198.51.100.1/x.png) \u202egnp"


def look_up(page: Page, address: str, name: str, online: bool = False) -> None:
    page.goto(f"{address}/lookup")
    page.get_by_label("Place name").fill(name)
    if online:
        page.get_by_text("Ask Nominatim").click()
    page.get_by_role("button", name="Look it up").click()


def test_a_place_an_area_and_an_ambiguous_name(page: Page, dashboard: str) -> None:
    look_up(page, dashboard, "Sinpho")
    expect(page.get_by_text("40.04° N, 128.19° E, within 10 km")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Attribution: GeoNames")).to_be_visible()
    expect(page.get_by_text("Ask Nominatim")).to_have_count(0)
    shoot(page, "lookup-place")
    look_up(page, dashboard, "South Hamgyong")
    expect(page.get_by_text("encloses it")).to_be_visible(timeout=15_000)
    look_up(page, dashboard, "Hamgyong province")
    expect(page.get_by_text("the words leave it open")).to_be_visible(timeout=15_000)
    expect(page.get_by_text("Could be (2)")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame").locator("canvas").first).to_be_visible()
    shoot(page, "lookup-ambiguous")


def test_hostile_words_stay_words(page: Page, dashboard: str) -> None:
    look_up(page, dashboard, HOSTILE)
    expect(page.get_by_text("This is not a place name.")).to_be_visible(timeout=15_000)
    assert page.locator("img[src='x'], img[src*='198.51.100.1']").count() == 0


def test_the_panel_tells_how_a_place_was_found(page: Page, dashboard: str) -> None:
    page.goto(f"{dashboard}/?{OCTOBER_2021}&event={SINPO}")
    where = page.locator(f".st-key-attributes-{SINPO}-offered button").filter(has_text="Where").first
    where.click(timeout=30_000)
    told = page.get_by_text("How the place was found").first
    told.click(timeout=30_000)
    expect(page.get_by_text("As reported:").first).to_be_visible(timeout=15_000)
    expect(page.get_by_text("Gazetteer id").first).to_be_visible()
    told.scroll_into_view_if_needed()
    shoot(page, "panel-place")


@pytest.fixture
def server() -> Iterator[Played]:
    with played() as server:
        yield server


def test_a_hostile_service_online(page: Page, server: Played, tmp_path: Path) -> None:
    settings = {
        "LAUNCH_MAP_GEOCODER": "nominatim",
        "LAUNCH_MAP_GEOCODER_ADDRESS": server.address,
        "LAUNCH_MAP_GEOCODER_CONTACT": "desk@example.org",
    }
    server.reply = Reply([place(NOWHERE, 40.0, 128.0, name=HOSTILE, display_name=HOSTILE)])
    with served(tmp_path, settings=settings) as address:
        look_up(page, address, NOWHERE, online=True)
        expect(page.get_by_text("found online")).to_be_visible(timeout=30_000)
        expect(page.get_by_text("{{7*7}}").first).to_be_visible()
        expect(page.get_by_text("OpenStreetMap").first).to_be_visible()
        assert page.locator("img[src='x'], img[src*='198.51.100.1']").count() == 0
        shoot(page, "lookup-online")
        server.reply = Reply(status=503)
        look_up(page, address, f"{NOWHERE} Harbour", online=True)
        expect(page.get_by_text("The offline answer stands")).to_be_visible(timeout=30_000)
        shoot(page, "lookup-dead")
