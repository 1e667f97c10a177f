"""Slider, play, presets, layers and view of the live map, by mouse and by keyboard, in a real Chromium."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.render.conftest import InChromium
from tests.render.live import drag, map_frame, state, told

pytestmark = pytest.mark.browser


def test_the_middle_is_dragged_as_a_whole_and_told_once(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        frame.get_by_test_id("slider-last").press("Home")
        for _ in range(6):
            frame.get_by_test_id("slider-last").press("PageUp")
        told(page, "2021-01-01..2021-07-01")
        drag(page, frame, "slider-middle", 0.5)
        expect(frame.get_by_test_id("range-words")).to_have_text("1 Jan 2022 – 1 Jul 2022")
        told(page, "2021-01-01..2021-07-01")
        page.mouse.up()
        told(page, "2021-01-01..2021-07-01 2022-01-01..2022-07-01")

    in_chromium(check)


def test_the_window_moves_by_keys_too(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        frame.get_by_test_id("slider-first").press("End")
        middle = frame.get_by_role("slider", name="All dates shown")
        middle.press("PageDown")
        expect(middle).to_have_attribute("aria-valuetext", "30 Nov 2022")
        middle.press("Home")
        expect(middle).to_have_attribute("aria-valuetext", "1 Jan 2021")
        expect(frame.get_by_test_id("slider-last")).to_have_attribute("aria-valuetext", "1 Jan 2021")

    in_chromium(check)


@pytest.mark.parametrize("name", ["first", "last", "middle"])
def test_a_handle_says_its_bounds_and_its_value(in_chromium: InChromium, name: str) -> None:
    def check(page: Page) -> None:
        handle = map_frame(page).get_by_test_id(f"slider-{name}")
        least, most, now = (int(handle.get_attribute(f"aria-value{part}") or "x") for part in ("min", "max", "now"))
        assert least <= now <= most
        assert re.search(r"\d+ \w+ 202\d", handle.get_attribute("aria-valuetext") or "")

    in_chromium(check)


def test_a_preset_sets_the_range_and_is_named_while_it_holds(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        presets = frame.get_by_role("combobox", name="Dates to show")
        expect(presets).to_have_value("all")
        presets.select_option("2022")
        expect(frame.get_by_test_id("in-range-count")).to_have_text("2 launches")
        told(page, "2022-01-01..2022-12-31")
        frame.get_by_test_id("slider-first").press("ArrowRight")
        expect(presets).to_have_value("")

    in_chromium(check)


def test_space_plays_and_nothing_is_told_until_it_rests(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        frame.get_by_role("combobox", name="How playing moves the dates").select_option("moving")
        frame.get_by_test_id("slider-first").focus()
        page.keyboard.press("Space")
        frame.wait_for_function("() => window.launchMap.state().first > 18640")
        now = state(frame)
        assert now["last"] - now["first"] == 364  # a window that filled the axis has become a year
        told(page, "nothing")
        page.keyboard.press("Space")
        expect(page.get_by_text(re.compile(r"told: 2021-\d\d-\d\d\.\.202\d-\d\d-\d\d$"))).to_be_visible()

    in_chromium(check)


def test_speed_and_loop(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        frame.get_by_role("button", name="Speed: 1 times").click()
        frame.get_by_role("button", name="Speed: 2 times").click()
        frame.get_by_role("button", name="Repeat").click()
        frame.get_by_test_id("slider-first").press("End")
        frame.get_by_test_id("slider-first").press("PageDown")
        frame.get_by_role("button", name="Play").click()
        frame.wait_for_function("() => window.launchMap.state().last > 19340", timeout=10_000)
        frame.wait_for_function("() => window.launchMap.state().last < 19340", timeout=10_000)  # it began again
        frame.get_by_role("button", name="Pause").click()

    in_chromium(check)


def test_with_reduced_motion_play_goes_in_steps(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        page.emulate_media(reduced_motion="reduce")
        frame = map_frame(page)
        frame.get_by_test_id("slider-last").press("Home")
        frame.get_by_role("button", name="Play").click()
        seen = frame.evaluate(
            """() => new Promise((resolve) => {
                const seen = new Set();
                const watch = setInterval(() => seen.add(window.launchMap.state().last), 20);
                setTimeout(() => { clearInterval(watch); resolve([...seen]); }, 2500);
            })"""
        )
        assert 2 <= len(seen) <= 4
        frame.get_by_role("button", name="Pause").click()

    in_chromium(check)


def test_layers_are_switched_by_keyboard_and_told(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        frame.get_by_text("Layers", exact=True).press("Enter")
        frame.get_by_role("checkbox", name="Graticule").press("Space")
        told(page, "provinces+names+graticule+scale")
        frame.get_by_role("checkbox", name="Scale").press("Space")
        expect(frame.locator(".leaflet-control-scale")).to_have_count(0)
        told(page, "provinces+names+graticule+scale provinces+names+graticule")

    in_chromium(check)


def test_python_can_switch_layers_and_theme_without_an_echo(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        page.get_by_role("button", name="graticule only").click()
        frame.wait_for_function("() => window.launchMap.state().layers.join() === 'graticule'")
        page.get_by_role("button", name="dark").click()
        expect(frame.locator(".launch-map-dark")).to_be_visible()
        assert state(frame)["layers"] == ["graticule"]
        told(page, "nothing")

    in_chromium(check)


def test_a_pan_is_told_once_it_rests_and_comes_back_unchanged(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        box = page.locator("iframe").bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 250, box["y"] + 400)
        page.mouse.down()
        page.mouse.move(box["x"] + 330, box["y"] + 360, steps=8)
        told(page, "nothing")
        page.mouse.up()
        told(page, "view")
        view = state(frame)["view"]
        page.get_by_role("button", name="only 2022").click()
        expect(frame.get_by_test_id("range-words")).to_have_text("1 Jan 2022 – 31 Dec 2022")
        page.wait_for_timeout(700)
        assert state(frame)["view"] == view
        told(page, "view")

    in_chromium(check)


def test_python_can_say_where_to_look_also_back_to_where_it_was(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        frame = map_frame(page)
        page.get_by_role("button", name="Sinpo from near").click()
        frame.wait_for_function("() => window.launchMap.state().zoom === 9")
        frame.locator(".leaflet-control-zoom-out").click()
        told(page, "view")
        page.get_by_role("button", name="Sinpo from near").click()
        frame.wait_for_function("() => window.launchMap.state().zoom === 9")
        page.wait_for_timeout(700)
        told(page, "view")

    in_chromium(check)


def test_a_view_in_the_address_is_where_the_map_opens(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        page.goto(f"{page.url}?view=392000.1274000.825")
        frame = map_frame(page)
        latitude, longitude, zoom = state(frame)["view"]
        assert (round(latitude / 1000), round(longitude / 1000), zoom) == (392, 1274, 825)
        told(page, "nothing")

    in_chromium(check)


def test_online_tiles_are_asked_for_only_when_switched_on(in_chromium: InChromium) -> None:
    def check(page: Page) -> None:
        tiles: list[str] = []

        def refuse(route: Route) -> None:
            tiles.append(route.request.url)
            route.abort()

        page.route("https://tile.openstreetmap.org/**", refuse)
        frame = map_frame(page)
        assert not tiles
        expect(frame.locator(".launch-attribution")).not_to_contain_text("OpenStreetMap")
        frame.get_by_text("Layers", exact=True).click()
        frame.get_by_role("checkbox", name="Online map").check()
        expect(frame.locator(".launch-attribution")).to_contain_text("© OpenStreetMap contributors")
        page.wait_for_timeout(300)
        assert tiles

    in_chromium(check, "https://tile.openstreetmap.org/")
