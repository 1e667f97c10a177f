"""python -m tests.bench.cold_start [--rounds N] [--json]: a fresh server and browser cache, until the map is there.

An empty Streamlit page and the dashboard take turns, so that other work on the machine slows both
alike. Two clocks: from the start of the process, and from the first answer of the server. "Usable"
is the launches in range counted under the map, and of the empty page its words.
"""

import argparse
import json
import re
import statistics
import time
from collections.abc import Callable
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.chromium import OFFLINE, find
from tests.server import streamlit_server

TIMES, PLUS_SECONDS = 1.5, 2.0  # asked: at most this much of the empty page
COUNTED = re.compile(r"\b[1-9]\d* launches")


def measure(rounds: int) -> dict[str, float]:
    """Medians in seconds, and the bound that the empty page's medians set, by both clocks."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(OFFLINE))
        turns = [
            (_cold(browser, "tests/bench/empty_page.py", _words), _cold(browser, "app.py", _map))
            for _ in range(rounds + 1)
        ][1:]
        browser.close()
    found: dict[str, float] = {}
    for clock, which in enumerate(("from process start", "from first answer")):
        empty = statistics.median(turn[0][clock] for turn in turns)
        found[f"empty page {which} s"] = round(empty, 2)
        found[f"dashboard {which} s"] = round(statistics.median(turn[1][clock] for turn in turns), 2)
        found[f"bound {which} s"] = round(TIMES * empty + PLUS_SECONDS, 2)
    return found


def _cold(browser: Browser, script: str, usable: Callable[[Page], None]) -> tuple[float, float]:
    with TemporaryDirectory() as folder:
        began = time.perf_counter()
        with streamlit_server(script, {"LAUNCH_MAP_STORE": f"sqlite:///{folder}/store.db"}) as (address, _):
            answered = time.perf_counter()
            context = browser.new_context(viewport={"width": 1440, "height": 1000})
            page = context.new_page()
            page.goto(address)
            usable(page)
            ended = time.perf_counter()
            context.close()
    return ended - began, ended - answered


def _words(page: Page) -> None:
    expect(page.get_by_text("run 1")).to_be_visible(timeout=60_000)


def _map(page: Page) -> None:
    frame = page.frame_locator("iframe[title*='st_folium']")
    expect(frame.get_by_test_id("in-range-count")).to_have_text(COUNTED, timeout=60_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = measure(asked.rounds)
    print(json.dumps(found) if asked.json else "\n".join(f"{name:32} {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
