"""The export panel on the dashboard: a preview, the words of what was made, a file that is what it says."""

import hashlib
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import MAP_FRAME, PATIENCE, at_rest, drag_map, open_map, shoot

pytestmark = pytest.mark.browser

IN_2021 = "from=2021-01-01&to=2021-12-31"
NAME = "launches_2021-01-01_2021-12-31_v1.0.0"
ASSUMED = "The map is taken to be"


def open_panel(page: Page) -> Locator:
    page.get_by_role("button", name="Export").first.click()
    panel = page.get_by_test_id("stPopoverBody")
    expect(panel.get_by_text("8 launches", exact=False).first).to_be_visible(timeout=PATIENCE)
    return panel


def test_a_picture_is_made_and_saved(page: Page, dashboard: str, tmp_path: Path) -> None:
    open_map(page, dashboard, "8 launches", IN_2021)
    panel = open_panel(page)
    panel.get_by_role("button", name="Make the file").click()
    told = panel.get_by_text("SHA-256", exact=False)
    expect(told).to_be_visible(timeout=60_000)
    with page.expect_download() as download:
        panel.get_by_role("button", name="Save", exact=True).click()
    assert download.value.suggested_filename == f"{NAME}.png"
    download.value.save_as(tmp_path / "map.png")
    assert hashlib.sha256((tmp_path / "map.png").read_bytes()).hexdigest() in told.inner_text()


def test_the_part_on_screen_is_asked_for_only_where_it_is_known(page: Page, dashboard: str) -> None:
    """Before the map is moved nobody knows where it looks; a link says where, but not how large the map is."""
    open_map(page, dashboard, "8 launches", IN_2021)
    panel = open_panel(page)
    expect(panel.get_by_text("The picture shows all launches in range", exact=False)).to_be_visible(timeout=PATIENCE)
    expect(panel.get_by_text("The part of the map on screen")).to_have_count(0)
    frame = open_map(page, dashboard, "8 launches", f"{IN_2021}&map=39,127,7")
    panel = open_panel(page)
    expect(panel.get_by_text(ASSUMED, exact=False)).to_be_visible(timeout=PATIENCE)
    page.keyboard.press("Escape")
    drag_map(page)
    page.wait_for_timeout(1_200)  # the map tells its view when it has come to rest
    at_rest(page)
    panel = open_panel(page)
    expect(panel.get_by_text("The part of the map on screen")).to_be_visible(timeout=PATIENCE)
    expect(panel.get_by_text(ASSUMED, exact=False)).to_have_count(0)
    expect(frame.get_by_test_id("in-range-count")).to_contain_text("8 launches")
    shoot(page, "export-part-on-screen")


def test_what_i_see_is_saved_from_the_dashboard(page: Page, dashboard: str, tmp_path: Path) -> None:
    frame = open_map(page, dashboard, "8 launches", IN_2021)
    at_rest(page)
    with page.expect_download() as download:
        frame.get_by_test_id("save-picture").click()
    assert download.value.suggested_filename == f"{NAME}_screen.png"
    download.value.save_as(tmp_path / "seen.png")
    expect(frame.get_by_text(f"Saved {NAME}_screen.png.")).to_be_visible()
    picture = Image.open(tmp_path / "seen.png").convert("RGB")
    box = page.locator(MAP_FRAME).bounding_box()
    assert box is not None
    assert picture.width == 2 * round(box["width"])
    slider = frame.get_by_test_id("slider-last").locator("xpath=ancestor::*[contains(@class,'launch-time')][last()]")
    assert picture.height > 2 * (box["height"] - slider.evaluate("node => node.offsetHeight")), "a footer below the map"
    footer = picture.crop((0, picture.height - 60, picture.width, picture.height))
    assert len(set(footer.get_flattened_data())) > 20, "words stand in the footer"
    assert len(set(picture.resize((200, 150)).get_flattened_data())) > 200, "a map, not an empty sheet"
