"""Where it came down: a body of water, inside or outside an exclusive economic zone, so far off a coast."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from geo.extraction.hits import Hit
from geo.extraction.lexicon import Effect, Lexicon
from geo.extraction.measures import measures
from geo.extraction.phrases import Found
from geo.extraction.rules import Rule
from geo.geocoding.relations import BEARINGS
from geo.model.claim import Attribute, Claim
from geo.model.quantity import Quantity, Unit
from geo.model.weapon import EezSide, LandingArea

_EEZ = re.compile(
    r"exclusive economic zone|economic exclusion zone|\bEEZ\b"
    r"|(?:(?<=outside )|(?<=inside )|(?<=within ))(?:the|that|its|this) (?:economic )?zone\b",
    re.IGNORECASE,
)
_ZONE = re.compile(r"[Zz][Oo][Nn][Ee]|[Ee][Ee][Zz]")  # few sentences hold it: it is asked first
_OUTSIDE = re.compile(r"\b(?:outside|short of|beyond|out of|not (?:in|inside|within|enter\w*))\b", re.IGNORECASE)
_INSIDE = re.compile(r"\b(?:inside|within|into|in)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\s?(?:\([^()]{0,40}\)\s)?(?:to the )?"
    r"(?:(?P<toward>(?:north|south)?(?:east|west)?)(?:ern)? ?(?:of|off)|from|away from)"
    r"\s(?:the )?(?:coast of |shores? of |(?!city|town|port|island|prefecture)[a-z]+ )?"
    r"(?:(?:city|town|port|island|prefecture|province|district) of |the |[A-Z]\w+['’]s )?(?:Japan['’]s |Japanese )?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)
_NOT_REACHED = re.compile(
    r"\b(?:none|neither|nothing|not|never|without)\b[^.;,]{0,20}\b"
    r"(?:(?:reach|enter)(?:ed|ing)?|fall(?:en)?|land(?:ed)?|come down|splash(?:ed)? down|drop(?:ped)?|fly|flown)"
    r"\s(?:\w+['’]?s?\s){0,7}\Z",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"\b(?:the other|another|one|the rest|fell|fallen|landed|come down|came down)"
    r" (?:\w+ )?(inside|outside|within) it\b",
    re.IGNORECASE,
)
# "The first stage fell into the Yellow Sea and the second into the Pacific".
_OTHER_STAGE = re.compile(r"\bthe (?:second|third|other|rest)(?: one)?(?= (?:in|into|landed|fell|came|off|splashed))")
_OVER = re.compile(r"\b(?:over|across|above)\s(?:the\s)?\Z", re.IGNORECASE)
_REACH = 90
_OFF_COAST = re.compile(
    r"\boff (?:of )?(?:its|the|their|North Korea['’]s|the (?:North|country|(?:Korean )?[Pp]eninsula)['’]s) "
    r"(?P<side>east|west)(?:ern)? coast\b"
)


@dataclass(frozen=True, slots=True)
class _Zone:
    start: int
    words: str
    side: EezSide


@dataclass(frozen=True, slots=True)
class _Reference:
    start: int
    words: str
    distance: Quantity
    place: str
    bearing: float | None


def landing_hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """One landing area for each water named after a word of falling or heading, and for each zone beyond the first."""
    parts = [found.end for found in lexicon.contexts.find(text) if found.value is Effect.PART]
    parts += [other.end() for other in _OTHER_STAGE.finditer(text, parts[0])] if parts else []
    falls = [f.end for f in lexicon.landing.find(text) if not any(_of_part(text, f.start, end) for end in parts)]
    zones = _zones(text, falls)
    reference = _reference(text, lexicon, falls)
    waters = list(_waters(text, lexicon, falls))
    for index, water in enumerate(waters):
        eez = zones.pop(0).side if zones and not index else None
        area = LandingArea(water.value, water.words, eez)
        told = _beside(area, reference) if reference and not index else area
        yield _hit(told, water.start, Rule.LANDING_WATER)
    if waters:
        reference = None
    nearest = min(zones, key=lambda zone: abs(zone.start - reference.start)) if reference and zones else None
    for zone in zones:
        area = LandingArea("", zone.words, zone.side)
        told = _beside(area, reference) if reference and zone is nearest else area
        yield _hit(told, zone.start, Rule.LANDING_ZONE)
    if reference is not None and nearest is None:
        area = _beside(LandingArea("", reference.words), reference)
        yield _hit(area, reference.start, Rule.LANDING_DISTANCE)


def _beside(area: LandingArea, reference: _Reference) -> LandingArea:
    return replace(area, distance=reference.distance, reference=reference.place, bearing=reference.bearing)


def _of_part(text: str, fall: int, part: int) -> bool:
    """ "The second stage fell": the stage, not the missile; a comma between them gives the fall to another."""
    return 0 <= fall - part <= 40 and "," not in text[part:fall]


def seas_off_coast(texts: Iterable[str], owner: str, lexicon: Lexicon) -> frozenset[str]:
    """The waters that "fired off its east coast" means, of country `owner`."""
    state = lexicon.states.get(owner)
    sides = {match["side"] for text in texts for match in _OFF_COAST.finditer(text)} if state else set()
    return frozenset(state.coasts[side] for side in sides) - {""} if state else frozenset()


def with_named_sea(claims: Sequence[Claim], own: str, coastal: frozenset[str]) -> Iterator[Claim]:
    """A zone or a distance alone lies in the sea that the report names as the target of launch `own`, if just one;
    where it names none, in the one off the coast it tells of (`coastal`).
    """
    named = {claim.value.area for claim in claims if claim.launch == own and isinstance(claim.value, LandingArea)}
    seas = named - {""} or coastal
    for claim in claims:
        value = claim.value
        if len(seas) == 1 and claim.launch == own and isinstance(value, LandingArea) and not value.area:
            rules = (*claim.rules, Rule.LANDING_SEA_TOLD)
            yield replace(claim, value=replace(value, area=next(iter(seas))), rules=rules)
        else:
            yield claim


def _hit(area: LandingArea, start: int, rule: Rule) -> Hit:
    return Hit(Attribute.LANDING_AREA, area, start, start + len(area.verbatim), rule)


def _waters(text: str, lexicon: Lexicon, falls: list[int]) -> Iterator[Found[str]]:
    seen: set[str] = set()
    aliases = lexicon.aliases.find(text)
    for water in lexicon.waters.find(text):
        named = any(alias.start <= water.start < alias.end for alias in aliases)
        if not named and _reached(text, water.start, falls) and water.value and water.value not in seen:
            seen.add(water.value)
            yield water


def _reached(text: str, start: int, falls: list[int]) -> bool:
    near = any(0 <= start - fall <= _REACH for fall in falls)
    return near and not _OVER.search(text[max(0, start - 14) : start])


def _zones(text: str, falls: list[int]) -> list[_Zone]:
    """Each exclusive economic zone with the side of it told, after a word of falling; "the other inside it" too."""
    zones: list[_Zone] = []
    if not _ZONE.search(text):
        return zones
    for match in _EEZ.finditer(text):
        kept_out = _NOT_REACHED.search(text[: match.start()]) is not None
        side = EezSide.OUTSIDE if kept_out else _side(text, match.start())
        if side is not None and (kept_out or any(fall < match.start() for fall in falls)):
            zones.append(_Zone(match.start(), match.group(), side))
    for match in _OTHER_SIDE.finditer(text):
        if zones and match.start() > zones[0].start:
            side = EezSide.OUTSIDE if match[1].lower() == "outside" else EezSide.INSIDE
            zones.append(_Zone(match.start(1), text[match.start(1) : match.end()], side))
    return zones


def _side(text: str, start: int) -> EezSide | None:
    if text[start - 1 : start] == "(":
        return None  # the abbreviation of what stands before it
    before = text[max(0, start - 45) : start]
    if _OUTSIDE.search(before):
        return EezSide.OUTSIDE
    return EezSide.INSIDE if _INSIDE.search(before) else None


def _reference(text: str, lexicon: Lexicon, falls: list[int]) -> _Reference | None:
    """ "about 200 km west of Hokkaido" after a word of falling."""
    if not falls and not _ZONE.search(text):
        return None
    for measure in measures(text, lexicon):
        if measure.values[0].unit not in {Unit.KILOMETRES, Unit.MILES, Unit.NAUTICAL_MILES}:
            continue
        match = _REFERENCE.match(text, measure.end)
        near = any(0 <= measure.start - fall <= _REACH for fall in falls) or _EEZ.search(
            text, max(0, measure.start - 40), measure.start
        )
        if match and near:
            words = measure.values[0].verbatim
            bearing = BEARINGS.get(match["toward"] or "")
            return _Reference(text.find(words), words, measure.values[0], match["name"], bearing)
    return None
