"""python -m tests.bench.page_speed [--launches N] [--clicks N] [--json]: a click on the map, until the panel is there.

The whole dashboard over synthetic launches in a real Chromium, against an empty page that runs
again: once under Streamlit as it is delivered, which the target is a multiple of, and once under our
own settings, for the record. They are measured in turns, so that other work on the machine slows all alike.
"""

import argparse
import json
import random
import statistics
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from types import MappingProxyType

from playwright.sync_api import Browser, Frame, Page, sync_playwright

from tests.browser.chromium import find
from tests.server import AS_DELIVERED, ROOT, streamlit_server

CROWDED, EMPTY = "tests/bench/crowded_page.py", "tests/bench/empty_page.py"
TARGETS = {10_000: 1.6, 100_000: 2.5}  # times the empty page


@contextmanager
def served(page: str, launches: int = 0, further: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """The address of a Streamlit server for a page, with further environment variables."""
    with TemporaryDirectory() as folder:
        settings = {
            **further,
            "LAUNCHES": str(launches),
            "LAUNCH_MAP_STORE": f"sqlite:///{folder}/store.db",
            "PYTHONPATH": str(ROOT),
        }
        with streamlit_server(page, settings) as (address, _):
            yield address


def measure(launches: int, clicks: int) -> dict[str, float]:
    """Medians in milliseconds: an empty run, the panel's first words, and all of it, with their ratios."""
    with (
        served(EMPTY, further=AS_DELIVERED) as delivered,
        served(EMPTY) as tuned,
        served(CROWDED, launches) as crowded,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        floors = [_floor(browser, address) for address in (delivered, tuned)]
        page = browser.new_page(viewport={"width": 1440, "height": 1000})
        page.goto(f"{crowded}/?from=2021-01-01&to=2021-12-31")
        frame = _map(page)
        times = [
            (*(_empty(floor, turn) for floor in floors), *_click(page, frame, turn)) for turn in range(clicks + 1)
        ][1:]
        browser.close()
    empty_ms, tuned_ms, head_ms, all_ms = (statistics.median(column) for column in zip(*times, strict=True))
    return {
        "launches": launches,
        "empty run ms": round(empty_ms),
        "empty run, our settings ms": round(tuned_ms),
        "click to panel ms": round(head_ms),
        "click to whole panel ms": round(all_ms),
        "ratio": round(head_ms / empty_ms, 2),
        "ratio whole": round(all_ms / empty_ms, 2),
        "ratio, our settings": round(head_ms / tuned_ms, 2),
        "target": TARGETS.get(launches, 0),
    }


def _map(page: Page) -> Frame:
    handle = page.wait_for_selector("iframe[title*='st_folium']", timeout=60_000)
    frame = handle.content_frame() if handle else None
    assert frame is not None
    frame.wait_for_function("() => window.launchMap?.state?.()?.inRange > 0", timeout=120_000)
    return frame


def _floor(browser: Browser, address: str) -> Page:
    floor = browser.new_page(viewport={"width": 1440, "height": 1000})
    floor.goto(address)
    floor.get_by_text("run 1").wait_for(timeout=60_000)
    return floor


def _empty(floor: Page, turn: int) -> float:
    floor.bring_to_front()
    floor.wait_for_timeout(500)
    began = time.perf_counter()
    floor.get_by_role("button", name="again").click(no_wait_after=True)
    floor.wait_for_function(f"() => document.body.innerText.includes('run {turn + 2}')")
    return (time.perf_counter() - began) * 1000


def _click(page: Page, frame: Frame, turn: int) -> tuple[float, float]:
    page.bring_to_front()
    page.wait_for_timeout(1500)
    x, y = _other_launch(page, frame, turn)
    before = page.evaluate("() => document.querySelector('.st-key-panel h4')?.innerText ?? ''")
    began = time.perf_counter()
    page.mouse.click(x, y)
    page.wait_for_function(
        "before => (document.querySelector('.st-key-panel h4')?.innerText ?? before) !== before", arg=before
    )
    head = time.perf_counter() - began
    page.wait_for_function("() => /Which day/.test(document.querySelector('.st-key-panel').innerText)")
    whole = time.perf_counter() - began
    page.wait_for_function(
        "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
    )
    return head * 1000, whole * 1000


def _other_launch(page: Page, frame: Frame, turn: int) -> tuple[float, float]:
    """Somewhere in the window where the map says, by its pointer, that a launch stands."""
    box = page.locator("iframe[title*='st_folium']").bounding_box()
    assert box is not None
    chance = random.Random(turn)
    for _ in range(400):
        x = box["x"] + chance.uniform(80, box["width"] * 0.6)
        y = box["y"] + chance.uniform(60, box["height"] * 0.6)
        page.mouse.move(x, y)
        page.wait_for_timeout(60)
        if frame.locator(".launch-map-hit").count():
            return x, y
    raise SystemExit("found no launch to click on the map")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--launches", type=int, default=10_000)
    parser.add_argument("--clicks", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measure(asked.launches, asked.clicks)
    print(json.dumps(found) if asked.json else "\n".join(f"{name:>24}  {value:g}" for name, value in found.items()))


if __name__ == "__main__":
    main()
