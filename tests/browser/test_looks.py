"""The comparison of pictures itself: the same passes, a paragraph gone does not."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.looks import PICTURES, assert_looks_like

NAME = "page-light-1440"
PARAGRAPH = (960, 560, 1380, 640)  # of the panel, in pixels


def as_png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def test_the_same_picture_looks_the_same() -> None:
    assert_looks_like(NAME, (PICTURES / f"{NAME}.png").read_bytes())


def test_a_paragraph_gone_is_seen_and_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOTS", str(tmp_path))
    picture = Image.open(PICTURES / f"{NAME}.png").convert("RGB")
    picture.paste((255, 255, 255), PARAGRAPH)
    with pytest.raises(AssertionError, match="differs from its picture"):
        assert_looks_like(NAME, as_png(picture))
    assert Image.open(tmp_path / f"{NAME}-difference.png").width == 3 * picture.width
