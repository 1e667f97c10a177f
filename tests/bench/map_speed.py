"""How fast the map is, against what most people would write, from one run on this machine.

    python -m tests.bench.map_speed [--quick] [--json]

Real Chromium on a real server; medians in milliseconds, from the key or click until the new state
is on the screen. Launches are synthetic and seeded. With --quick there are fewer repetitions, and
a plain way that takes longer than the cap is given up: its ratio is then "at least"; the memory is that of
ten sessions, of which most comes with the first, so that only the full run says what fifty take.
"""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.bench import map_ways as ways
from tests.bench.map_server import memory_of_sessions, serving
from tests.browser.chromium import OFFLINE, find
from tests.server import AS_DELIVERED

MEGABYTE = 1 << 20
MOST_MEGABYTES = 20  # above the page without a map
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Row:
    """One line of the report: what was measured, its target, and whether it was reached."""

    what: str
    figure: str
    target: str
    reached: bool


@dataclass(frozen=True)
class Effort:
    repetitions: int
    plain_repetitions: int
    cap_seconds: float
    sessions: int


QUICK = Effort(repetitions=20, plain_repetitions=1, cap_seconds=40, sessions=10)
FULL = Effort(repetitions=60, plain_repetitions=3, cap_seconds=300, sessions=50)


def measure(effort: Effort) -> list[Row]:
    with serving() as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(OFFLINE))
        rows: list[Row] = []
        for part in (_steps, _clicks, _loads):
            _log.info("%s …", part.__name__.strip("_"))
            rows += part(browser, url, effort)
        browser.close()
    _log.info("memory …")
    return [*rows, _memory(effort)]


def _steps(browser: Browser, url: str, effort: Effort) -> list[Row]:
    own = {count: ways.our_steps(browser, url, count, effort.repetitions) for count in (1_000, 10_000, 100_000)}
    rows = []
    for way, count, target in (("markers", 1_000, 100), ("geojson", 10_000, 20), ("geojson", 100_000, 100)):
        plain = ways.plain_steps(browser, url, way, count, effort.plain_repetitions, effort.cap_seconds)
        rows.append(_ratio(f"slider step against {way}, {count:,}", plain, median(own[count].milliseconds), target))
    for count, target in ((10_000, 50), (100_000, 100)):
        p95 = sorted(own[count].milliseconds)[int(0.95 * (len(own[count].milliseconds) - 1))]
        rows.append(Row(f"slider step, p95, {count:,}", f"{p95:.0f} ms", f"{target} ms", p95 <= target))
    sent = sum(steps.bytes_sent for steps in own.values())
    return [*rows, Row("slider step, sent to the server", f"{sent} bytes", "0 bytes", sent == 0)]


def _clicks(browser: Browser, url: str, effort: Effort) -> list[Row]:
    """Against an empty page under Streamlit as it is delivered; what one under our own settings takes is told too."""
    tuned = median(ways.empty_reruns(browser, url, effort.repetitions))
    with serving(AS_DELIVERED) as delivered:
        empty = median(ways.empty_reruns(browser, delivered, effort.repetitions))
    rows = []
    for count, target in ((10_000, 1.6), (100_000, 2.5)):
        click = median(ways.our_clicks(browser, url, count, effort.repetitions))
        figure = f"{click / empty:.2f} times ({click:.0f} against {empty:.0f} ms; {tuned:.0f} under our settings)"
        rows.append(Row(f"click to panel, {count:,}", figure, f"{target} times", click <= target * empty))
    return rows


def _loads(browser: Browser, url: str, effort: Effort) -> list[Row]:
    rows = []
    for count, target in ((1_000, 6), (10_000, 25)):
        own = median(ways.loads(browser, url, "ours", count, 3, effort.cap_seconds).milliseconds)
        plain = ways.loads(browser, url, "markers", count, effort.plain_repetitions, effort.cap_seconds)
        rows.append(_ratio(f"warm load against markers, {count:,}", plain, own, target))
    return rows


def _ratio(what: str, plain: ways.Plain, own: float, target: float) -> Row:
    slow = median(plain.milliseconds)
    least = "at least " if plain.is_capped else ""
    figure = f"{least}{slow / own:.0f} times faster ({own:.0f} against {least}{slow:,.0f} ms)"
    return Row(what, figure, f"{target} times", slow / own >= target)


def _memory(effort: Effort) -> Row:
    with_map = memory_of_sessions("ours", 10_000, effort.sessions)
    without = memory_of_sessions("empty", 10_000, effort.sessions)
    more = (with_map - without) / MEGABYTE
    figure = f"{more:.1f} MB above the page without a map"
    what = f"memory of the server, {effort.sessions} sessions at 10,000"
    return Row(what, figure, f"{MOST_MEGABYTES} MB at {FULL.sessions}", more <= MOST_MEGABYTES)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, slow ways given up early")
    parser.add_argument("--json", action="store_true", help="the rows as JSON")
    chosen = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    rows = measure(QUICK if chosen.quick else FULL)
    if chosen.json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
    else:
        for row in rows:
            print(f"{'ok' if row.reached else 'MISSED':7}{row.what:50}{row.figure:66}target {row.target}")
    return 0 if all(row.reached for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
