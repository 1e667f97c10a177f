"""Pages and pictures in a real browser that can reach nothing: the page works from a file, hostile text stays text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from geo.services.export.request import Format
from tests.services.export.conftest import HOSTILE, IN_2021, Making

pytestmark = pytest.mark.browser


@pytest.fixture
def opened_page(browser: Browser, making: Making, tmp_path: Path, sinpo: str) -> Iterator[tuple[Page, list[str]]]:
    """The exported page, opened from a file, with everything the browser complained of."""
    path = tmp_path / "page.html"
    path.write_bytes(
        making(Format.HTML, title=HOSTILE, subtitle="<img src=x onerror=alert(1)>", selected=sinpo).content
    )
    page, complaints = browser.new_page(viewport={"width": 1200, "height": 900}), list[str]()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(("file:", "data:", "blob:")) else complaints.append(asked.url),
    )
    page.goto(path.as_uri())
    page.wait_for_function("window.launchMap.state() && window.launchMap.state().inRange === 8")
    yield page, complaints
    page.close()


def test_the_page_works_from_a_file(opened_page: tuple[Page, list[str]], sinpo: str) -> None:
    page, complaints = opened_page
    assert page.locator("#rows tr").count() == 8
    assert "19 Oct 2021 · Sinpo" in page.locator("#panel h2").inner_text()
    page.locator("#rows button", has_text="25 Mar 2021").click()
    assert "25 Mar 2021" in page.locator("#panel h2").inner_text()
    assert page.evaluate("window.launchMap.state().selected") != sinpo
    assert not complaints


def test_hostile_titles_stay_text_in_the_page(opened_page: tuple[Page, list[str]]) -> None:
    page, complaints = opened_page
    heading = page.locator("header h1").inner_text()
    assert "{{7*7}} <script>alert(1)</script> 신포" in heading
    assert page.locator("header img, header script").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.locator("header").inner_text()
    assert not complaints


def test_hangul_and_kana_come_with_the_page(opened_page: tuple[Page, list[str]]) -> None:
    """The title has Hangul, Han and kana: a system without them shows ours, cut to what is written."""
    page, complaints = opened_page
    for family, letter in (("Atlas Hangul", "신"), ("Atlas Hangul", "ミ"), ("Atlas Han", "東")):
        faces = page.evaluate(f"document.fonts.load('16px \"{family}\"', '{letter}').then((found) => found.length)")
        assert faces == 1, family
    assert "font-src data:" in page.locator("meta[http-equiv]").first.get_attribute("content")  # type: ignore[operator]
    assert "신포 미사일 東海 ミサイル" in page.locator("header h1").inner_text()
    assert not complaints


def test_the_policy_forbids_other_scripts_and_every_request(opened_page: tuple[Page, list[str]]) -> None:
    page, complaints = opened_page
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in each for each in complaints)


def test_what_i_see_is_saved_twice_as_fine(opened_page: tuple[Page, list[str]], tmp_path: Path) -> None:
    page, complaints = opened_page
    with page.expect_download() as download:
        page.get_by_test_id("save-picture").click()
    assert download.value.suggested_filename == "launches_2021-01-01_2021-12-31_v1.0.0_screen.png"
    download.value.save_as(tmp_path / "seen.png")
    picture = Image.open(tmp_path / "seen.png").convert("RGB")
    frame = page.locator("#map").bounding_box()
    assert frame is not None
    assert picture.width == 2 * round(frame["width"])
    assert len(set(picture.resize((200, 150)).get_flattened_data())) > 200, "a map, not an empty sheet"
    assert not complaints


def test_an_svg_is_a_picture_with_scripts_off(browser: Browser, making: Making, tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(making(Format.SVG, title=HOSTILE, chosen=IN_2021).content)
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1000, "height": 760})
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path.as_uri())
    page.screenshot(path=tmp_path / "seen.png")
    context.close()
    seen = Image.open(tmp_path / "seen.png").convert("RGB")
    assert len(set(seen.resize((200, 150)).get_flattened_data())) > 200
    assert not complaints
