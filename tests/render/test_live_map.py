"""The live map in a real Chromium, by mouse and by keyboard, offline and below a base path."""

from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.render.conftest import InChromium

pytestmark = pytest.mark.browser

MOVES = 15


def map_frame(page: Page) -> Frame:
    """The frame of the map once its launches and its basemap are there."""
    handle = page.wait_for_selector("iframe[title*='st_folium']")
    frame = handle.content_frame() if handle else None
    assert frame is not None
    frame.wait_for_function("() => window.launchMap?.state?.()?.inRange === 3")
    frame.wait_for_function("() => document.querySelector('.launch-message').hidden")
    return frame


def told(page: Page, words: str) -> None:
    expect(page.get_by_text("told:")).to_have_text(f"told: {words}")


def click_launch(page: Page, frame: Frame, event_id: str) -> None:
    position: dict[str, float] = frame.evaluate("id => window.launchMap.screenPosition(id)", event_id)
    box = page.locator("iframe").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + position["x"], box["y"] + position["y"])


def state(frame: Frame) -> dict[str, Any]:
    found: dict[str, Any] = frame.evaluate("() => window.launchMap.state()")
    return found


def test_a_drag_hides_the_launch_and_tells_python_once(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        handle = frame.get_by_test_id("slider-first").bounding_box()
        track = frame.get_by_test_id("slider-track").bounding_box()
        assert handle is not None
        assert track is not None
        x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        for step in range(1, MOVES + 1):
            page.mouse.move(x + track["width"] / 2 * step / MOVES, y)
        expect(frame.get_by_test_id("in-range-count")).to_have_text("2 launches")
        assert frame.evaluate("() => window.launchMap.screenPosition('sinpo')") is None
        told(page, "nothing")
        page.mouse.up()
        told(page, "2022-01-01..2022-12-31")

    in_chromium(check)


def test_keys_move_a_day_a_month_and_to_the_ends(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        last = frame.get_by_role("slider", name="Last day")
        last.focus()
        for key, words in [
            ("ArrowLeft", "30 Dec 2022"),
            ("PageDown", "30 Nov 2022"),
            ("Home", "1 Jan 2021"),
            ("PageUp", "1 Feb 2021"),
            ("ArrowRight", "2 Feb 2021"),
        ]:
            page.keyboard.press(key)
            expect(last).to_have_attribute("aria-valuetext", words)
        expect(frame.get_by_test_id("in-range-count")).to_have_text("0 launches")
        told(page, "2021-01-01..2021-02-02")

    in_chromium(check)


def test_playing_ends_at_the_end_and_pause_tells_the_range(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        frame.get_by_role("button", name="Play").click()
        frame.wait_for_function("() => window.launchMap.state().last > 18700")
        frame.get_by_role("button", name="Pause").click()
        page.wait_for_function("() => /told: 2021-01-01\\.\\.202/.test(document.body.innerText)")
        stopped = state(frame)["last"]
        page.wait_for_timeout(300)
        assert state(frame)["last"] == stopped

    in_chromium(check)


def test_a_click_and_the_same_click_again_are_both_told(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        click_launch(page, frame, "sinpo")
        told(page, "sinpo")
        page.wait_for_timeout(600)  # else it is a double click, which zooms
        click_launch(page, frame, "sinpo")
        told(page, "sinpo sinpo")

    in_chromium(check)


def test_launches_on_one_another_come_in_turn_the_newest_first(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        click_launch(page, frame, "stack-1")
        told(page, "stack-2")
        page.wait_for_timeout(600)
        click_launch(page, frame, "stack-1")
        told(page, "stack-2 stack-1")

    in_chromium(check)


def test_a_range_from_python_keeps_pan_and_zoom(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        frame.evaluate("() => { window.loadedOnce = true; window.map.setView([40, 128], 8, { animate: false }); }")
        page.get_by_role("button", name="only 2022").click()
        expect(frame.get_by_test_id("range-words")).to_have_text("1 Jan 2022 – 31 Dec 2022")
        assert frame.evaluate("() => window.loadedOnce") is True
        assert state(frame)["zoom"] == 8
        told(page, "nothing")

    in_chromium(check)


def test_without_the_undocumented_global_the_documented_way_tells_it(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        frame.evaluate("() => { delete window.Streamlit; }")
        click_launch(page, frame, "sinpo")
        told(page, "sinpo")

    in_chromium(check)
