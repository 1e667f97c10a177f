"""How fast: "Mach 17", "10 times the speed of sound", "six times that of sound"."""

import re
from collections.abc import Iterator, Sequence

from geo.extraction.hits import Hit
from geo.extraction.lexicon import Lexicon
from geo.extraction.numerals import NUMBER, bounds, parse_number, qualifier_before
from geo.extraction.rules import Rule
from geo.model.claim import Attribute
from geo.model.quantity import Qualifier, Quantity, Unit

_MACH = re.compile(rf"\bMach[ -](?P<mach>{NUMBER})", re.IGNORECASE)
_TIMES = re.compile(
    rf"(?:\b(?P<figure>{NUMBER})|\b(?P<word>[a-z]{{3,9}})) times (?:the speed|that) of sound", re.IGNORECASE
)
_OR_MORE = re.compile(r" or (?:more|faster|higher|greater|above)\b")
# "Hypersonic weapons, which fly at speeds in excess of Mach 5": what all of them do.
_OF_ALL = re.compile(r"\b(?:weapons|missiles|vehicles|systems)\b[^.;]{0,40}\b(?:fly|travel|move|glide)\b[^.;]{0,30}\Z")
_REACH = 110
_FAST = re.compile(r"[Mm][Aa][Cc][Hh]|of sound")  # few sentences hold it: it is asked first


def speeds(text: str, barred: Sequence[tuple[int, int]], lexicon: Lexicon) -> Iterator[Hit]:
    """Multiples of the speed of sound outside the `barred` stretches, which tell what could be."""
    for match, number in _told(text, lexicon) if _FAST.search(text) else ():
        generic = _OF_ALL.search(text, max(0, match.start() - _REACH), match.start())
        if not generic and not any(start <= match.start() < end for start, end in barred):
            qualifier, opens = qualifier_before(text, match.start(), lexicon)
            qualifier = Qualifier.AT_LEAST if _OR_MORE.match(text, match.end()) else qualifier
            lower, upper = bounds(qualifier, number, number)
            quantity = Quantity(lower, upper, qualifier, Unit.MACH, text[opens : match.end()])
            yield Hit(Attribute.SPEED, quantity, match.start(), match.end(), Rule.SPEED_MACH)


def _told(text: str, lexicon: Lexicon) -> Iterator[tuple[re.Match[str], float]]:
    for match in _MACH.finditer(text):
        yield match, parse_number(match["mach"])
    for match in _TIMES.finditer(text):
        if match["figure"]:
            yield match, parse_number(match["figure"])
            continue
        words = lexicon.numbers.find(match["word"])
        if words and words[0].value.qualifier is Qualifier.EXACT:
            yield match, words[0].value.value
