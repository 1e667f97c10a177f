"""Two names and two figures told side by side: "Range and altitude were 230 km and 30 km, respectively"."""

import re
from collections.abc import Sequence

from geo.extraction.numerals import NUMBER
from geo.model.claim import Attribute

_NAME = r"(?:(?P<{0}>range|distance)|altitude|apogee|height)s?"
_NAMES = re.compile(
    rf"\b{_NAME.format('far')}(?: flown| travell?ed| reached)? and (?:(?:the|its|their|maximum|peak|top|flight) )*"
    rf"{_NAME.format('then_far')}\b",
    re.IGNORECASE,
)
# From the second name to the first figure no other statement begins; between the figures stands "and".
_TO_FIGURE = re.compile(r"[^.;:\d]{0,60}", re.IGNORECASE)
_SECOND = re.compile(rf"(?: \([^()]{{0,40}}\))?,? and (?:[a-z]+ ){{0,3}}{NUMBER}")
# Where it begins and ends, and how many figures it holds: two in "230 km and 30 km".
Told = tuple[int, int, int]


def coupled(text: str, measures: Sequence[Told]) -> dict[int, tuple[Attribute, ...]]:
    """What the figures measure, by where they begin, where two names are told together and two figures after them."""
    told: dict[int, tuple[Attribute, ...]] = {}
    for names in _NAMES.finditer(text) if measures and " and " in text else ():
        first, second = _attribute(names["far"]), _attribute(names["then_far"])
        after = [measure for measure in measures if measure[0] >= names.end()][:2]
        if first is second or not after or _TO_FIGURE.fullmatch(text, names.end(), after[0][0]) is None:
            continue
        if after[0][2] == 2:
            told[after[0][0]] = first, second
        elif len(after) == 2 and _SECOND.match(text, after[0][1]):
            told.update({after[0][0]: (first,), after[1][0]: (second,)})
    return told


def _attribute(far: str | None) -> Attribute:
    return Attribute.RANGE if far else Attribute.APOGEE
