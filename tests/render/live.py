"""What the tests of the live map do again and again: find its frame, read its state, use the mouse."""

from typing import Any

from playwright.sync_api import Frame, Page, expect

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
    x, y = on_page(page, frame, event_id)
    page.mouse.click(x, y)


def on_page(page: Page, frame: Frame, event_id: str) -> tuple[float, float]:
    """The pixel of the page under a launch."""
    position: dict[str, float] = frame.evaluate("id => window.launchMap.screenPosition(id)", event_id)
    box = page.locator("iframe").bounding_box()
    assert box is not None
    return box["x"] + position["x"], box["y"] + position["y"]


def state(frame: Frame) -> dict[str, Any]:
    found: dict[str, Any] = frame.evaluate("() => window.launchMap.state()")
    return found


def drag(page: Page, frame: Frame, test_id: str, share: float) -> None:
    """Drags the middle of an element by a share of the slider's width, and holds it there."""
    part = frame.get_by_test_id(test_id).bounding_box()
    track = frame.get_by_test_id("slider-track").bounding_box()
    assert part is not None
    assert track is not None
    x, y = part["x"] + part["width"] / 2, part["y"] + part["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(1, MOVES + 1):
        page.mouse.move(x + share * track["width"] * step / MOVES, y)
