"""Where it came down: a body of water, inside or outside an exclusive economic zone, so far off a coast."""

import re
from collections.abc import Iterator

from geo.extraction.hits import Hit
from geo.extraction.lexicon import Effect, Lexicon
from geo.extraction.quantities import measures
from geo.model.claim import Attribute
from geo.model.quantity import Quantity, Unit
from geo.model.weapon import EezSide, LandingArea

_EEZ = re.compile(r"exclusive economic zone|economic exclusion zone|\bEEZ\b", re.IGNORECASE)
_OUTSIDE = re.compile(r"\b(?:outside|short of|beyond|out of|not (?:in|inside|within|enter\w*))\b", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:inside|within|into|in)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\s?(?:\([^()]{0,40}\)\s)?(?:to the )?"
    r"(?:off|(?:north|south)?(?:east|west)?(?:ern)? of|from|away from|(?:north|south)?(?:east|west)? off)"
    r"\s(?:the )?(?:coast of |shores? of |[a-z]+ )?(?:Japan['’]s |Japanese )?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_OVER = re.compile(r"\b(?:over|across|above)\s(?:the\s)?\Z", re.IGNORECASE)
_REACH = 90


def landing_hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """One landing area for each water named after a word of falling or heading; the zone goes with the first."""
    parts = [found.end for found in lexicon.contexts.find(text) if found.value is Effect.PART]
    falls = [f.end for f in lexicon.landing.find(text) if not any(0 <= f.start - end <= 40 for end in parts)]
    eez = _eez(text, falls)
    reference = _reference(text, lexicon, falls)
    seen: set[str] = set()
    aliases = lexicon.aliases.find(text)
    for water in lexicon.waters.find(text):
        named = any(alias.start <= water.start < alias.end for alias in aliases)
        if named or not _reached(text, water.start, falls) or not water.value or water.value in seen:
            continue
        seen.add(water.value)
        distance, place = reference or (None, "")
        area = LandingArea(water.value, water.words, eez, distance, place)
        yield Hit(Attribute.LANDING_AREA, area, water.start, water.end)
        eez = reference = None
    if not seen and falls and (eez or reference):
        yield from _without_water(text, eez, reference)


def _without_water(text: str, eez: EezSide | None, reference: tuple[Quantity | None, str] | None) -> Iterator[Hit]:
    match = _EEZ.search(text)
    distance, place = reference or (None, "")
    words = match.group() if eez and match else distance.verbatim if distance else place
    start = text.find(words)
    yield Hit(Attribute.LANDING_AREA, LandingArea("", words, eez, distance, place), start, start + len(words))


def _reached(text: str, start: int, falls: list[int]) -> bool:
    near = any(0 <= start - fall <= _REACH for fall in falls)
    return near and not _OVER.search(text[max(0, start - 14) : start])


def _eez(text: str, falls: list[int]) -> EezSide | None:
    match = _EEZ.search(text)
    if match is None or not any(fall < match.start() for fall in falls):
        return None
    before = text[max(0, match.start() - 45) : match.start()]
    if _OUTSIDE.search(before):
        return EezSide.OUTSIDE
    return EezSide.INSIDE if _INSIDE.search(before) else None


def _reference(text: str, lexicon: Lexicon, falls: list[int]) -> tuple[Quantity | None, str] | None:
    """ "about 200 km west of Hokkaido" after a word of falling."""
    for measure in measures(text, lexicon):
        if measure.values[0].unit not in {Unit.KILOMETRES, Unit.MILES, Unit.NAUTICAL_MILES}:
            continue
        match = _REFERENCE.match(text, measure.end)
        if match and any(0 <= measure.start - fall <= _REACH for fall in falls):
            return measure.values[0], match[1]
    return None
