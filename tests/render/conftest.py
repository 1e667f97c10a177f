"""A page with the map alone on a real server below a base path, and a Chromium that can reach nothing else."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
START_SECONDS = 60

InChromium = Callable[[Callable[[Page], None]], None]


@pytest.fixture(scope="module")
def map_url() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "streamlit", "run", "tests/render/live_map_app.py"]
    options = [f"--server.port={port}", "--server.baseUrlPath=atlas", "--server.headless=true"]
    server = subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/atlas/_stcore/health")
        yield f"http://127.0.0.1:{port}/atlas/"
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="module")
def in_chromium(map_url: str) -> Iterator[InChromium]:
    """Runs a check on a fresh page of the map, and then asserts that no other host was asked.

    In a thread of its own: Playwright allows one synchronous driver in each thread, and
    tests/browser holds the main one for the whole session.
    """
    with ThreadPoolExecutor(1) as thread:
        playwright = thread.submit(sync_playwright().start).result()
        launch = partial(playwright.chromium.launch, executable_path=find(), args=list(OFFLINE))
        browser = thread.submit(launch).result()
        yield lambda check: thread.submit(_check_on_page, browser, map_url, check).result(timeout=120)
        thread.submit(playwright.stop).result()


def _check_on_page(browser: Browser, url: str, check: Callable[[Page], None]) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    try:
        check(page)
    finally:
        page.close()
    assert not [address for address in asked if not address.startswith((url, "data:", "blob:"))]


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the page with the map did not start")
