"""Numbers as reports write them, and the hedge before them."""

import math
import re

from geo.extraction.lexicon import Lexicon
from geo.model.quantity import Qualifier

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,3}|(?<!\d[ .,:])\d{1,2}[ \u00a0\u202f]\d{3}(?!\d)|\d{1,7})(?:\.\d{1,4})?"


def parse_number(words: str) -> float:
    return float(re.sub(r"[,\s]", "", words))


def bounds(qualifier: Qualifier, low: float, high: float) -> tuple[float, float]:
    """The interval a qualified number names (geo.model.quantity)."""
    if qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        return low, math.inf
    if qualifier in (Qualifier.AT_MOST, Qualifier.LESS_THAN):
        return 0.0, high
    return low, high


def qualifier_before(text: str, start: int, lexicon: Lexicon) -> tuple[Qualifier, int]:
    """The hedge right before a number, and where its words begin; EXACT and `start` without one."""
    window = max(0, start - 28)
    for found in reversed(lexicon.qualifiers.within(text, window, start)):
        gap = text[found.end : start].strip(" \u00a0\"“'")
        if gap == "the" and found.value in (Qualifier.LESS_THAN, Qualifier.MORE_THAN):
            return Qualifier.EXACT, start  # "less than the 700 km told before": a figure held against another
        if gap in {"", "a", "the", "an"}:
            return found.value, found.start
    return Qualifier.EXACT, start
