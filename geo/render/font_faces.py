"""The letters a file uses, inside it: its reader needs none of our fonts and no network."""

import base64
import io
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

EAST_ASIAN = {"Atlas Hangul": "hangul.ttf", "Atlas Han": "han.ttf"}
"""Family ─► file of data/fonts: Hangul, kana and Han, which not every system has."""


def east_asian_faces(text: str, fonts_folder: Path) -> str:
    """An @font-face for each of these families that has letters of the text; "" when none has."""
    points = set(map(ord, set(text)))
    return "".join(face(family, fonts_folder / name, points) for family, name in EAST_ASIAN.items())


def face(family: str, path: Path, points: set[int]) -> str:
    """The font as a data: address in an @font-face, cut to these code points; "" when it has none of them."""
    options = subset.Options()
    options.layout_features = []
    font = TTFont(path, recalcTimestamp=False, lazy=True)
    wanted = points & set(font.getBestCmap())
    if not wanted - {0x20}:
        return ""
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    file = io.BytesIO()
    font.save(file)
    data = base64.b64encode(file.getvalue()).decode()
    return f"@font-face{{font-family:'{family}';src:url(data:font/ttf;base64,{data}) format('truetype')}}"
