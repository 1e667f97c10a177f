"""For everyone: axe-core finds no serious fault on the pages, light and dark, wide and narrow."""

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import MAP_FRAME, OCTOBER_2021, PATIENCE, SINPO, SINPO_LABEL, at_rest, open_map, panel, shoot

pytestmark = pytest.mark.browser

AXE = Path(__file__).with_name("axe-core-4.14.1") / "axe.min.js"
SERIOUS = {"serious", "critical"}

# What Streamlit's own widgets do and we cannot change: the rule, and a part of the selector it is found at.
OF_STREAMLIT: dict[str, tuple[str, ...]] = {}


def faults(page: Page) -> list[str]:
    """Serious and critical violations on the page and in its frames: rule, where, and what axe says."""
    for frame in page.frames:
        frame.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']} at {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for violation in found["violations"]
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
        if not _is_streamlits(violation["id"], " ".join(map(str, node["target"])) + node["html"])
    ]


def _is_streamlits(rule: str, where: str) -> bool:
    return any(part in where for part in OF_STREAMLIT.get(rule, ()))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_map_and_the_open_panel(
    browser: Browser, dashboard: str, theme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=theme)
    page = context.new_page()
    frame = open_map(page, dashboard)
    expect(frame.locator(".launch-message")).to_be_hidden(timeout=PATIENCE)
    at_rest(page)
    shoot(page, f"welcome-{theme}-{width}")
    assert frame.locator("body").evaluate("() => window.launchMap.state().theme") == theme
    assert not faults(page), faults(page)
    page.goto(f"{dashboard}/?{OCTOBER_2021}&event={SINPO}")
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible(timeout=PATIENCE)
    expect(page.frame_locator(MAP_FRAME).get_by_test_id("in-range-count")).to_be_visible(timeout=PATIENCE)
    for part in ("Cite", "History"):
        panel(page).get_by_role("button", name=part).click()
        at_rest(page)
    shoot(page, f"panel-{theme}-{width}")
    assert faults(page) == []
    context.close()


def test_the_page_for_a_report(page: Page, dashboard: str) -> None:
    page.goto(f"{dashboard}/add")
    expect(page.get_by_label("or its text")).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    assert faults(page) == []
