"""Finds a Chromium for the browser tests; run as a module it installs one when there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

OFFLINE = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
APT_INSTALL = Path(__file__).resolve().parents[2] / ".ci" / "apt-install"


def find() -> str | None:
    """The executable to use: $CHROMIUM, the system's, else Playwright's own download; None when there is none."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if named:
        return named
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Playwright's own download where the network allows it, else the system's package."""
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(download, timeout=600, check=False).returncode != 0:
        subprocess.run([APT_INSTALL, "chromium", "fonts-liberation"], check=True)


if __name__ == "__main__":
    if find() is None:
        install()
    found = find()
    if found is None:
        raise SystemExit("No Chromium was found and none could be installed; set CHROMIUM to its path.")
    print(f"browser tests use {found}")
