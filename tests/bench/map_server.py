"""The bench's page on a server of its own, and how much memory open sessions cost that server."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import map_ways as ways
from tests.browser.chromium import OFFLINE, find
from tests.server import streamlit_server

PAGE = "tests/bench/map_page.py"
SETTLE_SECONDS = 3


@contextmanager
def serving(further: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a server with further environment variables, stopped afterwards."""
    with streamlit_server(PAGE, further) as (url, _):
        yield url


def memory_of_sessions(way: str, count: int, sessions: int) -> int:
    """Resident bytes that `sessions` open pages add to a server that has served one before."""
    with streamlit_server(PAGE) as (url, process), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(OFFLINE))
        ways.open_page(browser, url, way, count).close()
        before = _resident(process.pid)
        for _ in range(sessions):
            ways.open_page(browser, url, way, count)
        time.sleep(SETTLE_SECONDS)
        after = _resident(process.pid)
        browser.close()
    return after - before


def _resident(process: int) -> int:
    """Resident set size in bytes, from Linux's /proc."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("This system's /proc does not tell how much memory a process holds.")
