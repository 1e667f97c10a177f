"""The dashboard as a real server on a free port, and a real Chromium that can reach nothing else."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.server import streamlit_server


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard with a store of its own."""
    with served(tmp_path_factory.mktemp("store")) as address:
        yield address


@pytest.fixture
def dashboard_below_a_path(tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard behind server.baseUrlPath."""
    with served(tmp_path, "desk/launches") as address:
        yield address


@contextmanager
def served(folder: Path, base_path: str = "", settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """A dashboard on a free port, with its store in the folder and further environment variables."""
    store = {"LAUNCH_MAP_STORE": f"sqlite:///{folder / 'launch-map.db'}"}
    with streamlit_server("app.py", {**store, **(settings or {})}, base_path) as (address, _):
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of 1440 x 1000; leaving it asserts that nothing was asked of any host but this machine."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    yield page
    context.close()
    outside = [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))]
    assert not outside, f"asked outside hosts: {outside}"
