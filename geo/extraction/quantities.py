"""Numbers with a unit: how far, how high, how long, how fast, each by the words around it."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.extraction.hits import Hit
from geo.extraction.lexicon import Effect, Lexicon
from geo.extraction.phrases import Found
from geo.extraction.rules import Rule
from geo.model.claim import Attribute, Scope, ScopeKind
from geo.model.quantity import Qualifier, Quantity, Unit

NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,3}|(?<!\d[ .,:])\d{1,2}[ \u00a0\u202f]\d{3}(?!\d)|\d{1,7})(?:\.\d{1,4})?"
_OTHER_CLAUSE = re.compile(
    r"; |, (?:and|but|while) (?:which|it|they|this|that|the|one|in|on|at|instead|flew|actually)\b"
)
_HALF = " and a half "
_ONE = re.compile(rf"(?<![\w.,])({NUMBER})[\s\u00a0-]?\Z")
_TWO = re.compile(
    rf"(?<![\w.,])({NUMBER})\s?(?:(km|kilomet(?:er|re)s|miles)\s)?(to|-|–|—|and|or)\s?({NUMBER})[\s\u00a0-]?\Z",
    re.IGNORECASE,
)
_MACH = re.compile(rf"\bMach[ -](?P<mach>{NUMBER})|(?P<times>{NUMBER}) times the speed of sound", re.IGNORECASE)
_FAST = re.compile(r"[Mm][Aa][Cc][Hh]|speed of sound")  # few sentences hold it: it is asked first
_BEARING = re.compile(
    r"\s?(?:to the )?(?:off|away|short|east|west|north|south|northeast|northwest|southeast|southwest|from)\b"
)
_OWN_START = re.compile(r"\s?(?:away )?from (?:where|the launch|its launch|the site|there)")
_TARGET = re.compile(r"\b(?:hit|struck|hitting|striking)\b[^.;,]{0,25}\btargets?\b[^.;,]{0,30}\Z")
_NOUN_AFTER = re.compile(r"[\s-]?(?:in |of |peak |maximum )?\Z")
_NAMED_AFTER = re.compile(r"\s(?:for|as) (?:the |its )?(?:peak |maximum |top |flight )?\Z")
_AFTER_FLYING = re.compile(
    r"\b(?:fell|crashed|plunged|exploded|blew up|failed|dropped|disappeared|came down|landed|splashed down)\b"
    r"[^.;,]{0,50}\bafter (?:flying |travell?ing |about |around |some |just |only |roughly |nearly |more than ){0,3}\Z",
    re.IGNORECASE,
)
_TOOK = re.compile(r"\btook(?: (?:about|around|some|only|just|roughly|nearly|more than|less than))?\Z")
_BRACKET = re.compile(r"\s?\([^()]{0,40}\)")
_NONE = re.compile(
    r"\b(?:none|neither|nor|never|not|did not|no (?:missile|projectile|rocket)s?)\b[^.;,]{0,40}\Z", re.IGNORECASE
)
_AT = re.compile(r"\bat (?:about |around |some )?\Z")
_LENGTHS = {Unit.KILOMETRES, Unit.METRES, Unit.MILES, Unit.NAUTICAL_MILES, Unit.FEET}
_PARTS = {
    (Unit.MINUTES, Unit.SECONDS): 60,
    (Unit.HOURS, Unit.MINUTES): 60,
}
_DURATIONS = {Unit.SECONDS, Unit.MINUTES, Unit.HOURS}
_BESIDE_GAP = re.compile(r"(?: \([^()]{0,40}\))?(?:,? and |, | to )")
_REVISED = re.compile(r"\b(?:revis|correct|updat|rais|lower|chang|put)\w*\b.{0,30}\bto\b|\bfigures? (?:is|was|at|of)\b")
_FLOWN_REACH = 130  # "travelling the programmed 1,500 km-long oval and figure-eight orbits for 7,557 seconds"
_REACH_BEFORE = 75
_BESIDE = 25
_REACH_AFTER = 24


@dataclass(frozen=True, slots=True)
class Measure:
    """One or two numbers with a unit. `values` holds two when the words name two flights ("430 and 690 km")."""

    start: int
    end: int
    values: tuple[Quantity, ...]


def parse_number(words: str) -> float:
    return float(re.sub(r"[,\s]", "", words))


def measures(text: str, lexicon: Lexicon) -> tuple[Measure, ...]:
    """Every quantity with a unit, conversions in brackets after another quantity left out."""
    found: list[Measure] = []
    for unit in lexicon.units.find(text):
        measure = _measure(text, unit, lexicon)
        if measure is None or (found and _is_conversion(text, found[-1], measure)):
            continue
        if found and measure.start < found[-1].end:
            found.pop()
        if found and (whole := _compound(text, found[-1], measure)) is not None:
            found[-1] = whole
            continue
        found.append(measure)
    return tuple(found)


def _compound(text: str, first: Measure, rest: Measure) -> Measure | None:
    """ "67 minutes and 32 seconds" is one duration, in the larger unit."""
    big, small = first.values[0], rest.values[0]
    ratio = _PARTS.get((big.unit, small.unit))
    if ratio is None or text[first.end : rest.start] not in {" ", " and ", ", "} or math.isinf(big.upper):
        return None
    low, high = big.lower + small.lower / ratio, big.upper + small.upper / ratio
    words = text[first.end - len(big.verbatim) : rest.end]
    return Measure(first.start, rest.end, (Quantity(low, high, big.qualifier, big.unit, words),))


def quantity_hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Claims of range, apogee, flight time and speed; what a missile could reach is none."""
    barred = _barred(text, lexicon)
    words = lexicon.achieved.find(text)
    before: tuple[Measure, Attribute] | None = None
    for measure in measures(text, lexicon):
        told = _attribute(text, measure, words, before[1] if before else None) or _again(text, measure, before)
        if told is None or any(start <= measure.start < end for start, end in barred):
            continue
        attribute, rule = told
        before = measure, attribute
        for index, quantity in enumerate(measure.values, start=1):
            scope = Scope(ScopeKind.MISSILE, index) if len(measure.values) > 1 else Scope()
            yield Hit(attribute, quantity, measure.start, measure.end, rule, scope=scope)
    yield from _speeds(text, barred)


def _measure(text: str, unit: Found[Unit], lexicon: Lexicon) -> Measure | None:
    before = text[max(0, unit.start - 45) : unit.start]
    offset = max(0, unit.start - 45)
    two = _TWO.search(before)
    if two is not None:
        start = offset + two.start(1)
        low, high = parse_number(two[1]), parse_number(two[4])
        if two[3].lower() in {"and", "or"} and not _is_between(text[max(0, start - 12) : start]):
            values = [_quantity(text, start, unit, number, number, lexicon) for number in (low, high)]
            return Measure(start, unit.end, tuple(values))
        if low <= high:
            words = text[start : unit.end]
            return Measure(start, unit.end, (Quantity(low, high, Qualifier.BETWEEN, unit.value, words),))
    one = _ONE.search(before)
    if one is None:
        return _spelt(text, offset, before, unit, lexicon)
    start, number = offset + one.start(1), parse_number(one[1])
    return Measure(start, unit.end, (_quantity(text, start, unit, number, number, lexicon),))


def _spelt(text: str, offset: int, before: str, unit: Found[Unit], lexicon: Lexicon) -> Measure | None:
    """A number in words: "for nine minutes", "an hour"."""
    for number in reversed(lexicon.numbers.within(text, offset, unit.start)):
        gap = text[number.end : unit.start]
        if gap in {" ", "-", _HALF} and number.value.qualifier is Qualifier.EXACT:
            start, value = number.start, number.value.value + (gap == _HALF) / 2
            return Measure(start, unit.end, (_quantity(text, start, unit, value, value, lexicon),))
    if unit.value is Unit.HOURS and before.endswith(" an "):
        return Measure(unit.start - 3, unit.end, (_quantity(text, unit.start - 3, unit, 1, 1, lexicon),))
    return None


def _is_between(before: str) -> bool:
    return before.rstrip().lower().endswith("between")


def _quantity(text: str, start: int, unit: Found[Unit], low: float, high: float, lexicon: Lexicon) -> Quantity:
    qualifier, opens = qualifier_before(text, start, lexicon)
    after = text[unit.end : unit.end + 40].lower()
    if " at most" in after[:20] or " or less" in after[:9]:
        qualifier = Qualifier.AT_MOST
    elif " or more" in after[:9]:
        qualifier = Qualifier.AT_LEAST
    if qualifier is Qualifier.MORE_THAN and _NONE.search(text[max(0, opens - 60) : opens]):
        qualifier = Qualifier.AT_MOST  # "none rose above 100 km"
    lower, upper = bounds(qualifier, low, high)
    return Quantity(lower, upper, qualifier, unit.value, text[opens : unit.end])


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
        if text[found.end : start].strip(" \u00a0\"“'") in {"", "a", "the", "an"}:
            return found.value, found.start
    return Qualifier.EXACT, start


def _is_conversion(text: str, before: Measure, measure: Measure) -> bool:
    """ "(267 to 280 miles)" right after "430 to 450 km"."""
    same = _dimension(before.values[0].unit) == _dimension(measure.values[0].unit)
    gap = text[before.end : measure.start]
    return same and gap.lstrip(" ,").startswith(("(", "or ", "[")) and len(gap) < 20 and ")" not in gap


def _dimension(unit: Unit) -> str:
    if unit in _LENGTHS:
        return "length"
    return "duration" if unit in _DURATIONS else unit.value


def _barred(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches about what could be: from the clause of the word to the next that begins anew."""
    spans = []
    for found in lexicon.contexts.find(text):
        if found.value is Effect.POTENTIAL:
            start = text.rfind(",", 0, found.start) + 1
            close = _OTHER_CLAUSE.search(text, found.end)
            spans.append((start, close.start() if close else len(text)))
    return spans


def _attribute(
    text: str, measure: Measure, words: tuple[Found[Attribute], ...], last: Attribute | None
) -> tuple[Attribute, Rule] | None:
    unit = measure.values[0].unit
    if unit in _DURATIONS:
        return (Attribute.FLIGHT_TIME, Rule.QUANTITY_FLOWN) if _is_flight_time(text, measure, words) else None
    if unit not in _LENGTHS:
        return None
    bracket = _BRACKET.match(text, measure.end)
    end = bracket.end() if bracket else measure.end
    if _OWN_START.match(text, end):
        return Attribute.RANGE, Rule.QUANTITY_FROM_SITE
    if _AFTER_FLYING.search(text[: measure.start]) and not _BEARING.match(text, end):
        return Attribute.RANGE, Rule.QUANTITY_FLOWN
    nearest = _nearest(text, measure, words)
    flown = nearest is not None and nearest[1] is Attribute.RANGE and nearest[0] < _BESIDE
    if _BEARING.match(text, end) and not flown:
        hit_target = _TARGET.search(text[: measure.start]) and text[end : end + 6].strip().startswith("away")
        return (Attribute.RANGE, Rule.QUANTITY_TARGET) if hit_target else None
    if nearest and nearest[1] is Attribute.RANGE is last and _AT.search(text[: measure.start]):
        return None  # "flew 300 km at 50 km": the second figure is no distance
    return (nearest[1], Rule.QUANTITY_WORD) if nearest else None


def _again(text: str, measure: Measure, before: tuple[Measure, Attribute] | None) -> tuple[Attribute, Rule] | None:
    """A figure beside one just told ("and 9,118 to 9,129 seconds"), or put in its place ("revised that to 600 km")."""
    if before is None or _dimension(before[0].values[0].unit) != _dimension(measure.values[0].unit):
        return None
    gap = text[before[0].end : measure.start - _hedged_by(measure, text)]
    if _BESIDE_GAP.fullmatch(gap):
        return before[1], Rule.QUANTITY_GOES_ON
    return (before[1], Rule.QUANTITY_REVISED) if len(gap) <= 90 and _REVISED.search(gap) else None


def _hedged_by(measure: Measure, text: str) -> int:
    """Characters of the hedge before the number."""
    words = measure.values[0].verbatim
    number = text[measure.start : measure.end]
    return len(words) - len(number) if words.endswith(number) else 0


def _nearest(text: str, measure: Measure, words: tuple[Found[Attribute], ...]) -> tuple[int, Attribute] | None:
    best: tuple[int, Attribute] | None = None
    for word in words:
        distance = _distance(text, measure, word)
        if word.value is not Attribute.FLIGHT_TIME and distance is not None and (best is None or distance < best[0]):
            best = (distance, word.value)
    return best


def _distance(text: str, measure: Measure, word: Found[Attribute]) -> int | None:
    """Characters between a word and the number, None when too far or on the wrong side."""
    if word.end <= measure.start and measure.start - word.end < _REACH_BEFORE:
        return measure.start - word.end
    late = word.start - measure.end
    if 0 <= late < _REACH_AFTER and _NAMED_AFTER.match(text[measure.end : word.start]):
        return 0  # "4,500 km for the distance"
    if (
        0 <= late < _REACH_AFTER
        and word.value is Attribute.APOGEE
        and _NOUN_AFTER.match(text[measure.end : word.start])
    ):
        return late
    return None


def _is_flight_time(text: str, measure: Measure, words: tuple[Found[Attribute], ...]) -> bool:
    before = text[: measure.start].rstrip().lower()
    after = text[measure.end : measure.end + 12].lower().lstrip(" -")
    lasted = before.endswith((" in", "flight of", "flight of about", "flight of roughly", "flight of some"))
    if after.startswith(("later", "ago", "span", "period")) or (after.startswith("after") and not lasted):
        return False
    if (lasted and "flight of" in before[-20:]) or (_TOOK.search(before) and after.startswith("to ")):
        return True
    near = [w for w in words if measure.start - w.end < 60 and w.end <= measure.start]
    if after.startswith("flight") or any(w.value is Attribute.FLIGHT_TIME for w in near):
        return True
    if any(w.value is Attribute.RANGE and text[w.end : measure.start] == " " for w in near):
        return True  # "flew 73 minutes"
    held = before.endswith(
        (
            "for",
            "for about",
            "for some",
            "for around",
            "for roughly",
            "for nearly",
            " in",
            "in about",
            "in around",
            " over",
        )
    )
    flown = [w for w in words if w.end <= measure.start and measure.start - w.end < _FLOWN_REACH]
    return held and any(w.value in (Attribute.RANGE, Attribute.APOGEE) for w in flown)


def _speeds(text: str, barred: list[tuple[int, int]]) -> Iterator[Hit]:
    for match in _MACH.finditer(text) if _FAST.search(text) else ():
        number = parse_number(match["mach"] or match["times"])
        quantity = Quantity(number, number, Qualifier.EXACT, Unit.MACH, match.group())
        if not any(start <= match.start() < end for start, end in barred):
            yield Hit(Attribute.SPEED, quantity, match.start(), match.end(), Rule.SPEED_MACH)
