"""What the browser tests do on the map page, in the words of a user."""

import os
from pathlib import Path
from typing import Any

from playwright.sync_api import FrameLocator, Locator, Page, expect

from geo.services.library import open_library
from geo.services.pipeline import compile_record
from geo.services.shelf import open_shelf

MAP_FRAME = "iframe[title='streamlit_folium.st_folium']"
SINPO = (
    compile_record(open_shelf("sqlite://").reports(), open_library()).events[0].id
)  # a day's only launch keeps its id
OCTOBER_2021 = "from=2021-10-01&to=2021-10-31"  # one launch in the whole record: the seed's
SINPO_LABEL = "19 Oct 2021 · Sinpo, South Hamgyong"
SHOTS = os.environ.get("SHOTS")
PATIENCE = 30_000  # milliseconds; two cores may be shared with other work


def open_map(page: Page, address: str, count: str = "1 launch", view: str = OCTOBER_2021) -> FrameLocator:
    """The map's frame once it says how many launches are in range; the view is a part of the record with one launch."""
    page.goto(f"{address}/?{view}")
    frame = page.frame_locator(MAP_FRAME)
    expect(frame.get_by_test_id("in-range-count")).to_contain_text(count, timeout=PATIENCE)
    return frame


def at_rest(page: Page) -> None:
    """Waits until no run of the page is under way and no element is a grey box whose code is still being read.

    A click before that is lost: what the box holds place for has another height, and tables below it start anew.
    """
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0, timeout=PATIENCE)


def shoot(page: Page, name: str) -> None:
    """A screenshot in $SHOTS when it is set, for a person to look at."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png")


def click_launch(page: Page, frame: FrameLocator, event_id: str = SINPO) -> None:
    """A true mouse click on the symbol of a launch."""
    box = page.locator(MAP_FRAME).bounding_box()
    assert box is not None
    at = frame.locator("body").evaluate("(_, id) => window.launchMap.screenPosition(id)", event_id)
    page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])


def drag_map(page: Page) -> None:
    """A drag of the land by 80 and 40 pixels, as a hand does it."""
    box = page.locator(MAP_FRAME).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 380, box["y"] + 340, steps=5)
    page.mouse.up()


def panel(page: Page) -> Locator:
    return page.locator(".st-key-panel")


def map_state(frame: FrameLocator) -> dict[str, Any]:
    found: dict[str, Any] = frame.locator("body").evaluate("() => window.launchMap.state()")
    return found
