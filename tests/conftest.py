"""Fuzzing settings, and the one Chromium of a run, since a second Playwright cannot be started beside the first.

Fuzzing has fresh examples on a person's machine, the same ones every time where a result decides a landing.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import OFFLINE, find

settings.register_profile("person", deadline=None)
settings.register_profile("landing", deadline=None, derandomize=True)
settings.register_profile("deep", deadline=None, max_examples=3000)
settings.load_profile("landing" if os.environ.get("CI") else "person")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(OFFLINE))
        yield browser
        browser.close()
