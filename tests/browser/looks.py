"""Compares a screenshot with a committed picture tile by tile: anti-aliasing may differ, a paragraph or a coast not."""

import io
import os
import tempfile
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Locator

PICTURES = Path(__file__).with_name("pictures")
TILE = 80  # pixels
_LOOKS, _BETWEEN = 20, 400  # times, and milliseconds between them
MOST_DIFFERENT = 12  # of 255, between the means of a tile; a paragraph gone gives 14 and more, the same page again 0


def assert_looks_like(name: str, screenshot: bytes) -> None:
    """Fails when the screenshot differs from tests/browser/pictures/`name`.png; $REDRAW replaces that file.

    On failure a picture with the wanted, the found and their difference side by side is
    written to $SHOTS, else to the folder for temporary files, and named.
    """
    path = PICTURES / f"{name}.png"
    if os.environ.get("REDRAW"):
        path.write_bytes(screenshot)
    wanted, found = (Image.open(source).convert("RGB") for source in (path, io.BytesIO(screenshot)))
    tiles = (wanted.width // TILE, wanted.height // TILE)
    means = (picture.resize(tiles, Image.Resampling.BOX) for picture in (wanted, found))
    difference = max(ImageChops.difference(*means).tobytes())
    if difference > MOST_DIFFERENT:
        shown = _side_by_side(name, wanted, found)
        raise AssertionError(f"{name} differs from its picture by {difference} of 255 in one place: see {shown}")


def at_rest(element: Locator) -> bytes:
    """The screenshot of an element once two in a row are the same: a map that glides is looked at where it stops."""
    last = element.screenshot()
    for _ in range(_LOOKS):
        element.page.wait_for_timeout(_BETWEEN)
        now = element.screenshot()
        if now == last:
            break
        last = now
    return last


def _side_by_side(name: str, wanted: Image.Image, found: Image.Image) -> Path:
    found = found.resize(wanted.size)
    width, height = wanted.size
    sheet = Image.new("RGB", (3 * width, height))
    for place, picture in enumerate((wanted, found, ImageChops.difference(wanted, found))):
        sheet.paste(picture, (place * width, 0))
    path = Path(os.environ.get("SHOTS") or tempfile.gettempdir()) / f"{name}-difference.png"
    sheet.save(path)
    return path
