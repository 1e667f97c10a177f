"""Compares a screenshot with a committed picture, roughly: fonts and anti-aliasing may differ, a map may not."""

import io
import os
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

PICTURES = Path(__file__).with_name("pictures")
SMALL = (160, 128)
MOST_DIFFERENT = 5.0  # mean of 0..255 over all pixels; another font gives about 1, a missing coast more than 10


def assert_looks_like(name: str, screenshot: bytes) -> None:
    """Fails when the screenshot differs from tests/browser/pictures/`name`.png; $REDRAW replaces that file.

    On failure a picture with the wanted, the found and their difference side by side is
    written to $SHOTS, else to the folder for temporary files, and named.
    """
    path = PICTURES / f"{name}.png"
    if os.environ.get("REDRAW"):
        path.write_bytes(screenshot)
    wanted, found = (Image.open(source).convert("RGB") for source in (path, io.BytesIO(screenshot)))
    small = ImageChops.difference(wanted.resize(SMALL), found.resize(SMALL))
    difference = sum(ImageStat.Stat(small).mean) / 3
    if difference > MOST_DIFFERENT:
        shown = _side_by_side(name, wanted, found)
        raise AssertionError(f"{name} differs from its picture by {difference:.1f} of 255: see {shown}")


def _side_by_side(name: str, wanted: Image.Image, found: Image.Image) -> Path:
    found = found.resize(wanted.size)
    width, height = wanted.size
    sheet = Image.new("RGB", (3 * width, height))
    for place, picture in enumerate((wanted, found, ImageChops.difference(wanted, found))):
        sheet.paste(picture, (place * width, 0))
    path = Path(os.environ.get("SHOTS") or tempfile.gettempdir()) / f"{name}-difference.png"
    sheet.save(path)
    return path
