"""Numbers with a unit of length, height or time, with their hedge; quantities.py tells what they measure."""

import math
import re
from dataclasses import dataclass, replace

from geo.extraction.lexicon import Lexicon
from geo.extraction.numerals import NUMBER, bounds, parse_number, qualifier_before
from geo.extraction.phrases import Found
from geo.model.quantity import Qualifier, Quantity, Unit

_HALF = " and a half "
_AND_A_HALF = re.compile(rf"(?<![\w.,])({NUMBER}) and a half[ -]\Z")
_VAGUE = re.compile(r"\b(?:few|several|couple of|many) \Z", re.IGNORECASE)
_ONE = re.compile(rf"(?<![\w.,])({NUMBER})[\s\u00a0-]?\Z")
_TWO = re.compile(
    rf"(?<![\w.,])({NUMBER})\s?(?:(km|kilomet(?:er|re)s|miles)\s)?(to|-|–|—|and|or)\s?({NUMBER})[\s\u00a0-]?\Z",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:none|neither|nor|never|not|did not|no (?:missile|projectile|rocket)s?)\b[^.;,]{0,40}\Z", re.IGNORECASE
)
_IN_HEIGHT = re.compile(r" (?:in (?:altitude|height)|high)\b")
LENGTHS = {Unit.KILOMETRES, Unit.METRES, Unit.MILES, Unit.NAUTICAL_MILES, Unit.FEET}
_PARTS = {
    (Unit.MINUTES, Unit.SECONDS): 60,
    (Unit.HOURS, Unit.MINUTES): 60,
}
DURATIONS = {Unit.SECONDS, Unit.MINUTES, Unit.HOURS}
_REVISED_FROM = re.compile(
    r"\b(?:revis|correct|updat|rais|lower|chang|adjust)\w*\b[^.;]{0,60}"
    r"\bfrom (?:about |around |some |an initial |the initial )?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One or two numbers with a unit. `values` holds two when the words name two flights ("430 and 690 km")."""

    start: int
    end: int
    values: tuple[Quantity, ...]
    revised: bool = False  # two values of one flight, the first withdrawn: "revised it from 650 km to 700 km"


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


def _measure(text: str, unit: Found[Unit], lexicon: Lexicon) -> Measure | None:
    before = text[max(0, unit.start - 45) : unit.start]
    offset = max(0, unit.start - 45)
    two = _TWO.search(before)
    if two is not None:
        start = offset + two.start(1)
        low, high = parse_number(two[1]), parse_number(two[4])
        risen = two[3].lower() == "and" and _IN_HEIGHT.match(text, unit.end)  # "flew 450 km and 60 km in altitude"
        if risen:
            start = offset + two.start(4)
            return Measure(start, unit.end, (_quantity(text, start, unit, high, high, lexicon),))
        if two[3].lower() in {"and", "or"} and not _is_between(text[max(0, start - 12) : start]):
            values = [_quantity(text, start, unit, number, number, lexicon) for number in (low, high)]
            return Measure(start, unit.end, tuple(values))
        if two[3].lower() == "to" and _REVISED_FROM.search(text[max(0, start - 90) : start]):
            old = _quantity(text, start, unit, low, low, lexicon)
            first = replace(old, verbatim=text[start : offset + two.end(1)])
            last = replace(
                _quantity(text, start, unit, high, high, lexicon), verbatim=text[offset + two.start(4) : unit.end]
            )
            return Measure(start, unit.end, (first, last), True)
        if low <= high:
            words = text[start : unit.end]
            return Measure(start, unit.end, (Quantity(low, high, Qualifier.BETWEEN, unit.value, words),))
    one = _ONE.search(before) or _AND_A_HALF.search(before)
    if one is None:
        return _spelt(text, offset, before, unit, lexicon)
    start, number = offset + one.start(1), parse_number(one[1]) + one.group().rstrip(" -").endswith("half") / 2
    return Measure(start, unit.end, (_quantity(text, start, unit, number, number, lexicon),))


def _spelt(text: str, offset: int, before: str, unit: Found[Unit], lexicon: Lexicon) -> Measure | None:
    """A number in words: "for nine minutes", "an hour"."""
    for number in reversed(lexicon.numbers.within(text, offset, unit.start)):
        gap = text[number.end : unit.start]
        if _VAGUE.search(text, max(0, number.start - 12), number.start):
            return None  # "a few hundred kilometres"
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


def _is_conversion(text: str, before: Measure, measure: Measure) -> bool:
    """ "(267 to 280 miles)" right after "430 to 450 km"."""
    same = dimension(before.values[0].unit) == dimension(measure.values[0].unit)
    gap = text[before.end : measure.start]
    return same and gap.lstrip(" ,").startswith(("(", "or ", "[")) and len(gap) < 20 and ")" not in gap


def dimension(unit: Unit) -> str:
    if unit in LENGTHS:
        return "length"
    return "duration" if unit in DURATIONS else unit.value
