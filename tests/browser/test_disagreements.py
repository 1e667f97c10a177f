"""The pages on disagreements and the method in real Chromium: a number leads to its launches, a finding to its rule."""

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import OCTOBER_2021, PATIENCE, SINPO, SINPO_LABEL, at_rest, panel, shoot
from tests.browser.test_access import faults

pytestmark = pytest.mark.browser

OPENED = "The launches behind the numbers"
_HEADER, _ROW = 35, 35  # px of Streamlit's data frames


def open_page(page: Page, address: str) -> None:
    page.goto(f"{address}/disagreements")
    expect(page.get_by_role("heading", name=OPENED)).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    expect(page.get_by_test_id("stDataFrame").locator("canvas").first).to_be_visible(timeout=PATIENCE)


def test_a_cell_of_the_matrix_leads_to_its_launches_and_on_to_the_map(page: Page, dashboard: str) -> None:
    open_page(page, dashboard)
    shoot(page, "disagreements")
    matrix = page.get_by_test_id("stDataFrame").first
    box = matrix.bounding_box()
    assert box is not None
    matrix.click(position={"x": box["width"] * 0.55, "y": _HEADER + _ROW / 2})  # waits until the table stands still
    expect(page.get_by_label("One speaker").first).not_to_have_value("anybody", timeout=PATIENCE)
    at_rest(page)
    contradictory = matrix.locator("[role=gridcell][aria-selected=true]").first.inner_text().split(" of ")[0]
    expect(page.get_by_text(re.compile(rf"^{contradictory} comparisons? on \d+ launch"))).to_be_visible()
    shoot(page, "disagreements-pair")


def test_a_finding_leads_to_its_rule(page: Page, dashboard: str) -> None:
    page.goto(f"{dashboard}/?{OCTOBER_2021}&event={SINPO}")
    rule = panel(page).get_by_role("link", name="count-disjoint").first
    expect(rule).to_be_visible(timeout=PATIENCE)
    page.goto(f"{dashboard}/{rule.get_attribute('href')}")
    heading = page.get_by_role("heading", name="count-disjoint")
    expect(heading).to_be_visible(timeout=PATIENCE)
    expect(heading).to_be_in_viewport(timeout=PATIENCE)
    shoot(page, "method-rule")


def test_a_launch_as_it_stood_by_its_address(page: Page, dashboard: str) -> None:
    page.goto(f"{dashboard}/?{OCTOBER_2021}&event={SINPO}&asof=2021-10-20")
    expect(panel(page).get_by_text("As it stood at the end of 20 Oct 2021")).to_be_visible(timeout=PATIENCE)
    expect(panel(page).get_by_role("heading", name=SINPO_LABEL)).to_be_visible()
    expect(page).to_have_url(re.compile("asof=2021-10-20"))
    shoot(page, "as-of")


def test_a_changed_tolerance_shows_what_moves(page: Page, dashboard: str) -> None:
    page.goto(f"{dashboard}/method")
    width = page.get_by_label("Width, min").first
    expect(width).to_be_visible(timeout=PATIENCE)
    width.fill("10")
    width.press("Enter")
    expect(page.get_by_text("launches change.")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("default: 1 min")).to_be_visible()
    at_rest(page)
    shoot(page, "method-moves")
    page.get_by_role("button", name="Back to the defaults").click()
    expect(page.get_by_text("All tolerances are the defaults.")).to_be_visible(timeout=PATIENCE)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_both_pages_are_for_everyone(
    browser: Browser, dashboard: str, theme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=theme)
    page = context.new_page()
    open_page(page, dashboard)
    shoot(page, f"disagreements-{theme}-{width}")
    assert faults(page) == []
    page.goto(f"{dashboard}/method")
    expect(page.get_by_role("heading", name="Tolerances")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_label("Width, min").first).to_be_visible(timeout=PATIENCE)
    at_rest(page)
    shoot(page, f"method-{theme}-{width}")
    assert faults(page) == []
    context.close()
