"""A page with the map alone on a real server below a base path, and a Chromium that can reach nothing else."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from geo.render.assets import STATIC_FOLDER
from tests.browser.chromium import OFFLINE, find
from tests.server import streamlit_server

WithBrowser = Callable[[Callable[[Browser], Any]], Any]


class InChromium(Protocol):
    """Runs a check on a fresh page of the map; `allowed` is the start of addresses it may ask beside our own."""

    def __call__(self, check: Callable[[Page], None], allowed: str = "data:") -> None: ...


Evaluate = Callable[[str, Any], Any]


@pytest.fixture(scope="package")
def with_browser() -> Iterator[WithBrowser]:
    """Calls a function with a browser, in a thread of its own.

    Playwright allows one synchronous driver in each thread, and tests/browser holds the main
    one for the whole session.
    """
    with ThreadPoolExecutor(1) as thread:
        playwright = thread.submit(sync_playwright().start).result()
        launch = partial(playwright.chromium.launch, executable_path=find(), args=list(OFFLINE))
        browser = thread.submit(launch).result()
        yield lambda function: thread.submit(function, browser).result(timeout=120)
        thread.submit(playwright.stop).result()


@pytest.fixture(scope="package")
def in_chromium(map_url: str, with_browser: WithBrowser) -> InChromium:
    """Runs a check on a fresh page of the map, and then asserts that no other host was asked."""

    def run(check: Callable[[Page], None], allowed: str = "data:") -> None:
        with_browser(lambda browser: _check_on_page(browser, map_url, check, allowed))

    return run


@pytest.fixture(scope="package")
def evaluate(with_browser: WithBrowser) -> Evaluate:
    """Runs a function of the scripts that need no map, on an empty page."""
    return lambda script, argument: with_browser(lambda browser: _evaluate(browser, script, argument))


@pytest.fixture(scope="package")
def map_url() -> Iterator[str]:
    with streamlit_server("tests/render/live_map_app.py", base_path="atlas") as (address, _):
        yield f"{address}/"


def _check_on_page(browser: Browser, url: str, check: Callable[[Page], None], allowed: str) -> None:
    page = browser.new_page(viewport={"width": 1100, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(url)
    try:
        check(page)
    finally:
        page.close()
    assert not [address for address in asked if not address.startswith((url, "data:", "blob:", allowed))]


def _evaluate(browser: Browser, script: str, argument: Any) -> Any:
    page = browser.new_page()
    for name in ("calendar.js", "launch_columns.js"):
        page.add_script_tag(path=STATIC_FOLDER / name)
    try:
        return page.evaluate(script, argument)
    finally:
        page.close()
