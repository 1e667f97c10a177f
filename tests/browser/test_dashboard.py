"""The dashboard in real Chromium with every outside host unreachable, used by mouse and keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import served
from tests.browser.looks import assert_looks_like, at_rest
from tests.browser.pages import MAP_FRAME, OCTOBER_2021, SINPO, click_launch, open_map, panel, shoot

pytestmark = pytest.mark.browser

ISOZAKI = (
    "“Two ballistic missiles were fired during Tuesday's launch, Japan's Deputy Secretary General Yoshihiko Isozaki "
    "said, but South Korea's military only acknowledged one projectile.”"
)
KISHIDA = (
    "“Two ballistic missiles were identified, said Japanese Prime Minister Fumio Kishida, who also said it was "
    '"regrettable" that North Korea has undertaken a series of missile tests in recent weeks.”'
)
HOSTILE = (
    "North Korea fired three ballistic missiles {{7*7}} on Tuesday, Japan's Defense Ministry said.\n\n"
    "The office of <img src=x onerror=alert(1)> said the launch {% raw %} was near Wonsan '; drop table reports; --\n\n"
    "South Korea's Joint Chiefs of Staff said the missiles flew about 430 kilometers ![x](http://198.51.100.1/x.png)."
)


def test_slider_click_and_two_contradicting_claims(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard)
    shoot(page, "opened")
    last = frame.get_by_test_id("slider-last")
    last.focus()
    last.press("Home")  # the range ends where it begins: on 1 October
    expect(frame.get_by_test_id("in-range-count")).to_contain_text("0 launches")
    expect(page.get_by_text("0 launches")).to_be_visible(timeout=15_000)
    expect(page.get_by_text("No launch passes these filters.")).to_be_visible()
    shoot(page, "slider-moved")
    last.press("PageUp")  # a month later
    expect(frame.get_by_test_id("in-range-count")).to_have_text("1 launch")
    expect(page.get_by_text("1 launch ·")).to_be_visible(timeout=15_000)
    click_launch(page, frame)
    expect(page.get_by_text(ISOZAKI).first).to_be_visible(timeout=15_000)
    expect(page.get_by_text(KISHIDA).first).to_be_visible()
    expect(page.get_by_text("contradictory, major").first).to_be_visible()
    expect(page).to_have_url(re.compile("event=KP-2021-10-19"))
    shoot(page, "selected")


def test_the_map_looks_as_it_should(page: Page, dashboard: str) -> None:
    """The opened map, and the place of the selected launch with its radius, against committed pictures."""
    frame = open_map(page, dashboard)
    iframe = page.locator(MAP_FRAME)
    expect(frame.locator(".launch-message")).to_be_hidden(timeout=15_000)
    page.wait_for_timeout(500)  # the last tile of coast is drawn in the next frame
    assert_looks_like("opened", iframe.screenshot())
    frame = open_map(page, dashboard, view=f"{OCTOBER_2021}&event={SINPO}")
    expect(panel(page).get_by_text("Which day")).to_be_visible(timeout=15_000)
    page.wait_for_timeout(1500)  # the map glides to the place
    assert_looks_like("place", at_rest(iframe))


def test_a_server_that_still_opens_its_catalogue_loads_the_map_once(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The map drawn ahead is the map of the page: its frame is filled, never replaced."""
    monkeypatch.setenv("LAUNCH_MAP_DERIVED", str(tmp_path / "derived"))
    loads: list[str] = []
    page.on("request", lambda request: loads.append(request.url) if request.resource_type == "document" else None)
    with served(tmp_path) as address:
        open_map(page, address)
        expect(page.get_by_text("1 launch ·")).to_be_visible(timeout=60_000)
        page.wait_for_timeout(1_000)
    assert len([url for url in loads if "st_folium/index.html" in url]) == 1


def test_the_slider_moves_by_mouse_and_the_dates_follow(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard)
    handle = frame.get_by_test_id("slider-last").bounding_box()
    track = frame.get_by_test_id("slider-track").bounding_box()
    assert handle is not None
    assert track is not None
    page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] / 3, track["y"] + 5, steps=8)
    page.mouse.up()
    expect(page.get_by_text("0 launches")).to_be_visible(timeout=15_000)
    expect(page).to_have_url(re.compile("to=2021-10-0"), timeout=15_000)
    page.reload()  # the URL holds the view
    expect(page.get_by_text("0 launches")).to_be_visible(timeout=30_000)


def test_the_date_filter_moves_the_slider(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard, "0 launches", "from=2021-06-01&to=2021-06-30")
    expect(page.get_by_text("0 launches")).to_be_visible(timeout=15_000)
    expect(frame.get_by_test_id("range-words")).to_contain_text("30 Jun 2021")


def test_hostile_text_stays_text(page: Page, dashboard: str) -> None:
    """{{7*7}} in a report is shown as it stands; nothing runs, on the server or in the browser."""
    page.goto(f"{dashboard}/add")
    page.get_by_label("or its text").fill(HOSTILE)
    page.get_by_role("spinbutton", name="year, Published on").click()
    page.keyboard.type("20211020")
    page.get_by_label("Publisher").fill("<b>{{7*7}}</b>")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Keep this report").click(timeout=30_000)
    expect(page.get_by_text("Kept. Its claims are on the launch map now.")).to_be_visible(timeout=15_000)
    shoot(page, "kept")
    open_map(page, dashboard, view=f"{OCTOBER_2021}&event={SINPO}")
    expect(page.get_by_text("three ballistic missiles {{7*7}}").first).to_be_visible(timeout=15_000)
    expect(page.get_by_text("<b>{{7*7}}</b>").first).to_be_visible()
    assert page.get_by_text("ballistic missiles 49").count() == 0
    assert page.locator("img[src='x'], img[src*='198.51.100.1']").count() == 0
    shoot(page, "hostile")
