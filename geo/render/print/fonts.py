"""The shipped fonts for matplotlib. A text is set in its own family and falls back, letter by letter, to the others."""

import warnings
from functools import cache
from pathlib import Path

from matplotlib import font_manager
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

FALLBACKS = ("Atlas Hangul", "Atlas Han", "DejaVu Sans")
_MM_PER_POINT = 25.4 / 72


@cache
def register(folder: Path) -> dict[str, Path]:
    """Makes the fonts of `folder` known; family ─► file."""
    warnings.filterwarnings("ignore", message="Glyph .* missing from font")  # rare signs show as a box
    known = {}
    for path in sorted(folder.glob("*.ttf")):
        font_manager.fontManager.addfont(path)
        known[font_manager.get_font(path).family_name] = path
    return known


def font(text: str, family: str, points: float) -> FontProperties:
    """The font to set a text in: with the others to fall back to only where its own lacks a letter, for each costs."""
    return _properties(family, points, _letters(family).issuperset(text))


@cache
def _properties(family: str, points: float, is_alone: bool) -> FontProperties:
    return FontProperties(family=[family] if is_alone else [family, *FALLBACKS], size=points)


@cache
def _letters(family: str) -> frozenset[str]:
    """The characters a font has."""
    found = font_manager.get_font(font_manager.findfont(FontProperties(family=family)))
    return frozenset(map(chr, found.get_charmap()))


@cache
def width_mm(text: str, family: str, points: float) -> float:
    """How wide a line stands on paper, in millimetres."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, font(text, family, points), ismath=False)
    return float(width) * _MM_PER_POINT
