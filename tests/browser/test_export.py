"""The export panel on the dashboard: a preview, the words of what was made, a file that is what it says."""

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import open_map

pytestmark = pytest.mark.browser


def test_a_picture_is_made_and_saved(page: Page, dashboard: str, tmp_path: Path) -> None:
    open_map(page, dashboard, "8 launches", "from=2021-01-01&to=2021-12-31")
    page.get_by_role("button", name="Export").first.click()
    panel = page.get_by_test_id("stPopoverBody")
    expect(panel.get_by_text("8 launches", exact=False).first).to_be_visible(timeout=20_000)
    panel.get_by_role("button", name="Make the file").click()
    told = panel.get_by_text("SHA-256", exact=False)
    expect(told).to_be_visible(timeout=60_000)
    with page.expect_download() as download:
        panel.get_by_role("button", name="Save", exact=True).click()
    assert download.value.suggested_filename == "launches_2021-01-01_2021-12-31_v1.0.0.png"
    download.value.save_as(tmp_path / "map.png")
    assert hashlib.sha256((tmp_path / "map.png").read_bytes()).hexdigest() in told.inner_text()
