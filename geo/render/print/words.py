"""Lines of text that fit: plain text broken and shortened, whatever it holds."""

import re
import unicodedata

from geo.render.print.fonts import width_mm

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # control and format characters (among them those that turn the line round)
_JOINERS = "\u200c\u200d"  # needed inside Arabic and Indic words
_PIECES = re.compile(r"\s+|[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")
ELLIPSIS = "…"


def clean(text: str) -> str:
    """One line of visible characters: controls become spaces, runs of spaces one space."""
    seen = (each if each in _JOINERS or unicodedata.category(each) not in _HIDDEN else " " for each in text)
    return re.sub(r"\s+", " ", "".join(seen)).strip()


def wrap(text: str, family: str, points: float, width: float, most: int) -> list[str]:
    """At most `most` lines of at most `width` mm; what does not fit is cut off with an ellipsis."""
    lines, line = [], ""
    for piece in _pieces(clean(text), family, points, width):
        if line and width_mm((line + piece).rstrip(), family, points) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or not piece.isspace() else ""
    lines = [*lines, line.rstrip()] if line.strip() else lines
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shorten(" ".join(lines[most - 1 :]), family, points, width)]


def shorten(text: str, family: str, points: float, width: float) -> str:
    """The text, or as much of its beginning as fits with an ellipsis."""
    if width_mm(text, family, points) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width_mm(text[:middle].rstrip() + ELLIPSIS, family, points) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


def _pieces(text: str, family: str, points: float, width: float) -> list[str]:
    """Words, spaces and single Han and kana characters; a word wider than a line in parts that fit."""
    found: list[str] = []
    for piece in _PIECES.findall(text):
        while len(piece) > 1 and width_mm(piece, family, points) > width:
            cut = max(1, len(shorten(piece, family, points, width)) - 1)
            found.append(piece[:cut])
            piece = piece[cut:]
        found.append(piece)
    return found
