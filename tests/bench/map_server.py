"""The bench's page on a server of its own, and how much memory open sessions cost that server."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench import map_ways as ways
from tests.browser.chromium import find

ROOT = Path(__file__).resolve().parents[2]
PAGE = "tests/bench/map_page.py"
START_SECONDS = 60
SETTLE_SECONDS = 3


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server, stopped afterwards."""
    with _server() as (url, _):
        yield url


def memory_of_sessions(way: str, count: int, sessions: int) -> int:
    """Resident bytes that `sessions` open pages add to a server that has served one before."""
    with _server() as (url, process), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(ways.OFFLINE))
        ways.open_page(browser, url, way, count).close()
        before = _resident(process.pid)
        for _ in range(sessions):
            ways.open_page(browser, url, way, count)
        time.sleep(SETTLE_SECONDS)
        after = _resident(process.pid)
        browser.close()
    return after - before


@contextmanager
def _server() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    options = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    command = [sys.executable, "-m", "streamlit", "run", PAGE, *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(timeout=30)


def _resident(process: int) -> int:
    """Resident set size in bytes, from Linux's /proc."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("This system's /proc does not tell how much memory a process holds.")


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The bench's server did not start.")
