"""The live map in a real Chromium, by mouse and by keyboard, offline and below a base path."""

import pytest
from playwright.sync_api import Page, expect

from tests.render.conftest import InChromium
from tests.render.live import click_launch, drag, map_frame, on_page, state, told

pytestmark = pytest.mark.browser


def test_a_drag_hides_the_launch_and_tells_python_once(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        drag(page, frame, "slider-first", 0.5)
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


def test_launches_on_one_another_are_listed_and_one_is_chosen_by_keyboard(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        expect(frame.get_by_test_id("stack")).to_be_hidden()
        click_launch(page, frame, "stack-1")
        listed = frame.get_by_test_id("stack").get_by_role("listitem")
        expect(listed).to_have_text(["6 Jan 2022other or unknown", "5 Jan 2022other or unknown"])
        older = listed.nth(1).get_by_role("button")
        older.focus()
        page.keyboard.press("Enter")
        told(page, "stack-2 stack-1")
        expect(older).to_have_attribute("aria-current", "true")
        page.keyboard.press("Escape")
        expect(frame.get_by_test_id("stack")).to_be_hidden()

    in_chromium(check)


def test_the_tooltip_says_date_place_and_missile(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        page.mouse.move(*on_page(page, frame, "sinpo"))
        expect(frame.locator(".launch-tooltip")).to_have_text("19 Oct 2021 · Sinpo · Pukguksong-3")
        page.mouse.move(*on_page(page, frame, "stack-1"))
        expect(frame.locator(".launch-tooltip")).to_contain_text("2 launches here, click to list them")

    in_chromium(check)


def test_the_selected_launch_shows_its_claimed_ranges(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        expect(frame.get_by_test_id("zoom-range")).to_be_disabled()
        click_launch(page, frame, "sinpo")
        told(page, "sinpo")
        assert state(frame)["ranges"] == ["430–450 km, computed", "at least 600 km, computed"]
        frame.evaluate("() => window.map.setView([40, 128], 9, { animate: false })")
        frame.get_by_test_id("zoom-range").click()
        frame.wait_for_function("() => window.launchMap.state().zoom < 7")

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
