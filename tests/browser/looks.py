"""Compares a screenshot with a committed picture, roughly: fonts and anti-aliasing may differ, a map may not."""

import io
import os
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

PICTURES = Path(__file__).with_name("pictures")
SMALL = (160, 128)
MOST_DIFFERENT = 5.0  # mean of 0..255 over all pixels; another font gives about 1, a missing coast more than 10


def assert_looks_like(name: str, screenshot: bytes) -> None:
    """Fails when the screenshot differs from tests/browser/pictures/`name`.png; $REDRAW replaces that file."""
    path = PICTURES / f"{name}.png"
    if os.environ.get("REDRAW"):
        path.write_bytes(screenshot)
    wanted, found = (Image.open(source).convert("RGB").resize(SMALL) for source in (path, io.BytesIO(screenshot)))
    difference = sum(ImageStat.Stat(ImageChops.difference(wanted, found)).mean) / 3
    assert difference <= MOST_DIFFERENT, f"{name} differs from its picture by {difference:.1f} of 255"
