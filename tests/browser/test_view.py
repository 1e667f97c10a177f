"""One view for map, table, panel and URL: whoever changes it, all follow, and a link brings it back."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.looks import assert_looks_like
from tests.browser.pages import (
    MAP_FRAME,
    OCTOBER_2021,
    PATIENCE,
    SINPO,
    SINPO_LABEL,
    at_rest,
    click_launch,
    drag_map,
    map_state,
    open_map,
    panel,
    shoot,
)

pytestmark = pytest.mark.browser

DRAG_STEPS = 20


def history_length(page: Page) -> int:
    return int(page.evaluate("() => history.length"))


def pages_run(page: Page) -> list[int]:
    """Sizes of the messages the browser sends to the server, from now on."""
    sent: list[int] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda data: sent.append(len(data))))
    return sent


def selected(frame: FrameLocator) -> object:
    return map_state(frame)["selected"]


def test_a_click_opens_the_panel_and_the_same_click_keeps_it(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard)
    click_launch(page, frame)
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible(timeout=PATIENCE)
    expect(page).to_have_url(re.compile(f"event={SINPO}&from=2021-10-01&to=2021-10-31"))
    page.wait_for_timeout(700)  # else it is a double click, which zooms
    at_rest(page)
    click_launch(page, frame)
    page.wait_for_timeout(700)
    at_rest(page)
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible()
    assert selected(frame) == SINPO


def test_the_table_selects_by_keyboard_what_the_map_shows(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard)
    at_rest(page)
    page.get_by_test_id("stDataFrame").scroll_into_view_if_needed()
    grid = page.get_by_test_id("stDataFrame").locator("canvas").first
    grid.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowLeft", "Shift+Space"):
        page.keyboard.press(key)
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    frame.locator("body").evaluate(f"() => window.launchMap.state().selected === '{SINPO}'")
    assert selected(frame) == SINPO


def test_the_table_selects_by_a_click(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard)
    at_rest(page)
    table = page.get_by_test_id("stDataFrame")
    table.scroll_into_view_if_needed()
    table.click(position={"x": 14, "y": 52})  # the box before the first row, once the table stands still
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    assert selected(frame) == SINPO


def test_a_link_shows_the_same_anywhere(page: Page, dashboard: str) -> None:
    view = (
        f"event={SINPO}&from=2021-01-01&to=2021-12-31&q=Sinpo&class=submarine-launched"
        "&map=38.5%2C130.25%2C6.5&layers=names.graticule"
    )
    frame = open_map(page, dashboard, "1 launch", view)
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_label("Search a place or missile")).to_have_value("Sinpo")
    at_rest(page)
    shown = map_state(frame)
    assert (shown["selected"], shown["layers"]) == (SINPO, ["names", "graticule"])
    assert shown["view"] == pytest.approx([385_000, 1_302_500, 650], abs=150)  # the map stands on whole pixels
    assert page.url.endswith(view)  # opening a link does not change it
    assert history_length(page) == 2


def test_what_a_link_cannot_mean_is_ignored_with_a_note(page: Page, dashboard: str) -> None:
    open_map(page, dashboard, view=f"{OCTOBER_2021}&map=north&event=%7B%7B7*7%7D%7D&class=teapot")
    expect(page.get_by_text("Ignored in the address")).to_contain_text("event, map, class", timeout=PATIENCE)


def test_back_and_forward_bring_the_selection(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard)
    at_rest(page)
    click_launch(page, frame)
    heading = panel(page).get_by_role("heading", name=SINPO_LABEL)
    expect(heading).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    page.go_back()
    expect(panel(page).get_by_role("heading", name="Who said what")).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    assert selected(frame) is None
    assert "event=" not in page.url
    page.go_forward()
    expect(heading).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    assert selected(frame) == SINPO


def test_slider_and_pan_change_the_address_without_an_entry_in_the_history(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard)
    at_rest(page)
    before = history_length(page)
    last = frame.get_by_test_id("slider-last")
    last.focus()
    last.press("PageUp")
    expect(page).to_have_url(re.compile("from=2021-10-01&to=2021-11-30$"), timeout=PATIENCE)
    at_rest(page)
    drag_map(page)
    expect(page).to_have_url(re.compile(r"to=2021-11-30&map=\d"), timeout=PATIENCE)
    at_rest(page)
    assert history_length(page) == before


def test_a_filter_keeps_pan_and_zoom(page: Page, dashboard: str) -> None:
    frame = open_map(page, dashboard)
    at_rest(page)
    drag_map(page)
    expect(page).to_have_url(re.compile("map="), timeout=PATIENCE)
    at_rest(page)
    before = map_state(frame)["view"]
    search = page.get_by_label("Search a place or missile")
    search.fill("Atlantis")
    search.press("Enter")
    expect(frame.get_by_test_id("in-range-count")).to_contain_text("0 launches", timeout=PATIENCE)
    at_rest(page)
    assert map_state(frame)["view"] == before
    expect(page).to_have_url(re.compile("q=Atlantis"))


def test_filters_are_cleared_by_one_click_while_a_list_still_has_the_focus(page: Page, dashboard: str) -> None:
    """The list gets lower when it loses the focus: a button below it would move away from under the mouse."""
    frame = open_map(page, dashboard, "launches", view="")
    for _ in range(2):
        page.get_by_label("Place", exact=True).click()
        page.get_by_role("option", name="Chiha-ri Missile Base, Kangwon").click()
        page.keyboard.press("Escape")
        expect(page).to_have_url(re.compile("place="), timeout=PATIENCE)
        at_rest(page)
        page.get_by_role("button", name="Clear filters").click()
        expect(page).not_to_have_url(re.compile("place="), timeout=PATIENCE)
    expect(frame.get_by_test_id("in-range-count")).to_contain_text("launches", timeout=PATIENCE)


def test_a_drag_of_the_slider_tells_the_server_once(page: Page, dashboard: str) -> None:
    sent = pages_run(page)
    frame = open_map(page, dashboard)
    at_rest(page)
    handle = frame.get_by_test_id("slider-last").bounding_box()
    track = frame.get_by_test_id("slider-track").bounding_box()
    assert handle is not None
    assert track is not None
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    page.wait_for_timeout(1000)
    sent.clear()
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, DRAG_STEPS + 1):
        page.mouse.move(x + 60 * step / DRAG_STEPS, y)
    page.wait_for_timeout(400)
    assert sent == []  # nothing while it moves
    page.mouse.up()
    expect(page).not_to_have_url(re.compile("to=2021-10-31"), timeout=PATIENCE)
    at_rest(page)
    page.wait_for_timeout(1000)
    assert len(sent) == 1


def test_the_map_is_loaded_once(page: Page, dashboard: str) -> None:
    loaded: list[str] = []
    page.on("framenavigated", lambda frame: loaded.append(frame.url) if "streamlit_folium" in frame.url else None)
    frame = open_map(page, dashboard)
    click_launch(page, frame)
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    assert len(loaded) == 1


def test_a_narrow_screen_has_the_panel_below_the_map(browser: Browser, dashboard: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    open_map(page, dashboard, view=f"{OCTOBER_2021}&event={SINPO}")
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    the_map, the_panel = page.locator(MAP_FRAME).bounding_box(), panel(page).bounding_box()
    assert the_map is not None
    assert the_panel is not None
    assert the_panel["y"] >= the_map["y"] + the_map["height"]
    assert the_map["width"] <= 390
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    shoot(page, "narrow")
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 1000), (390, 1900)])  # the panel beside the map, and below it
def test_map_and_panel_look_as_they_should(
    browser: Browser, dashboard: str, width: int, height: int, theme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=theme)
    page = context.new_page()
    frame = open_map(page, dashboard, view=f"{OCTOBER_2021}&event={SINPO}")
    expect(panel(page).get_by_text("Which day")).to_be_visible(timeout=PATIENCE)
    expect(frame.locator(".launch-message")).to_be_hidden(timeout=PATIENCE)
    at_rest(page)
    page.wait_for_timeout(1500)  # the map glides to the place
    assert_looks_like(f"page-{theme}-{width}", page.screenshot())
    context.close()


def test_all_works_below_a_base_path(page: Page, dashboard_below_a_path: str) -> None:
    frame = open_map(page, dashboard_below_a_path)
    expect(frame.locator(".launch-message")).to_be_hidden(timeout=PATIENCE)
    click_launch(page, frame)
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible(timeout=PATIENCE)
    expect(page).to_have_url(re.compile(f"/desk/launches/\\?event={SINPO}"))
    page.goto(f"{dashboard_below_a_path}/lookup")  # which has Hangul and Kanji
    loaded = "() => [...document.fonts].filter(f => /Atlas/.test(f.family) && f.status === 'loaded').length === 2"
    page.wait_for_function(loaded, timeout=PATIENCE)


def test_the_readers_own_zone_stands_beside_kst_and_utc(browser: Browser, dashboard: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, timezone_id="America/New_York")
    page = context.new_page()
    open_map(page, dashboard, view=f"{OCTOBER_2021}&event={SINPO}")
    words = "10:17 KST (01:17 UTC; 21:17 your time on 18 Oct 2021, America/New_York), 19 Oct 2021"
    expect(panel(page).get_by_text(words).first).to_be_visible(timeout=PATIENCE)
    context.close()
