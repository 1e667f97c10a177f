"""Numbers with a unit: how far, how high, how long, how fast, each by the words around it."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
_TARGET = re.compile(
    r"\b(?:hit|struck|hitting|striking)\b[^.;,]{0,25}\b(?:targets?|open waters?|waters|point)\b[^.;,]{0,30}\Z"
)
_NOUN_AFTER = re.compile(r"[\s-]?(?:in |of |peak |maximum )?\Z")
_NAMED_AFTER = re.compile(r"\s(?:for|as) (?:the |its )?(?:peak |maximum |top |flight )?\Z")
_AFTER_FLYING = re.compile(
    r"\b(?:fell|crashed|plunged|exploded|blew up|failed|dropped|disappeared|came down|landed|splashed down)\b"
    r"[^.;,]{0,50}\bafter (?:flying |travell?ing |about |around |some |just |only |roughly |nearly |more than ){0,3}\Z",
    re.IGNORECASE,
)
_TOOK = re.compile(r"\btook(?: (?:about|around|some|only|just|roughly|nearly|more than|less than))?\Z")
_IN_HEIGHT = re.compile(r" (?:in (?:altitude|height)|high)\b")
_OF_PLACES = re.compile(r" (?:from|between|to) (?:the )?[A-Z]")  # "the distance from Vladivostok": between places
_BRACKET = re.compile(r"\s?\([^()]{0,40}\)")
_JOINED = re.compile(r"\s(?:and|but)\s\Z")  # "flew 45 minutes and could have reached": from "and" on
_NONE = re.compile(
    r"\b(?:none|neither|nor|never|not|did not|no (?:missile|projectile|rocket)s?)\b[^.;,]{0,40}\Z", re.IGNORECASE
)
_REACHED = re.compile(r"\b(?:reached|reaching) (?:about |around |some |roughly |nearly |over |more than )?\Z")
_FELL_AFTER = re.compile(
    r"\b(?:fell|hit|struck|landed|crashed|plunged|came down|splashed down)\b[^.;]{0,70}"
    r"\bafter(?: about| around| some| roughly| nearly)?\Z",
    re.IGNORECASE,
)
_AND_FLEW = re.compile(r" and (?:flew|flown|travell?ed|covered|hit)\b")
_AT = re.compile(r"\bat (?:about |around |some |up to |under |below |no more than |less than |at most )?\Z")
_LOW_PATH = re.compile(r"\btrajectory at (?:[a-z]+ ){0,3}\Z")
_LENGTHS = {Unit.KILOMETRES, Unit.METRES, Unit.MILES, Unit.NAUTICAL_MILES, Unit.FEET}
_PARTS = {
    (Unit.MINUTES, Unit.SECONDS): 60,
    (Unit.HOURS, Unit.MINUTES): 60,
}
_DURATIONS = {Unit.SECONDS, Unit.MINUTES, Unit.HOURS}
_BESIDE_GAP = re.compile(r"(?: \([^()]{0,40}\))?(?:,? and |, | to )")
_REVISED = re.compile(
    r"\b(?:revis|correct|updat|rais|lower|chang|put)\w*\b.{0,30}\bto\b"
    r"|\b(?:revis|correct|updat|rais|lower)\w*\b.{0,50}\b(?:of|from)\b|\bfigures? (?:is|was|at|of)\b"
)
_REVISED_FROM = re.compile(
    r"\b(?:revis|correct|updat|rais|lower|chang|adjust)\w*\b[^.;]{0,60}"
    r"\bfrom (?:about |around |some |an initial |the initial )?\Z",
    re.IGNORECASE,
)
# The same said of another missile, its unit left out: "the first flew 430 km, the second 690".
_ELIDED = re.compile(
    r"(?:\s\([^()]{0,40}\))?(?:,? and |,? while |, |; )(?:the )?"
    r"(?:other|second|third|fourth|latter|another)(?: one| missile)?"
    rf"(?:, [^,;.]{{2,40}},)?(?: flew| some| about| around| roughly| only| just| nearly){{0,3}} (?P<figure>{NUMBER})"
    r"(?=[.;]|,(?!\d)| and | before | respectively|\Z)"
)
_ELIDED_NAMED = re.compile(
    r"\b(?P<what>range|distance|altitude|apogee|height)(?: as| at| of| was)?"
    rf"(?: about| around| some| over| above| well above| more than| roughly| nearly)? (?P<figure>{NUMBER})"
    r"(?=[.;]|,(?!\d)| and\b| but\b| while\b|\Z)(?!,? and \d| and the other)"
)
_FLOWN_REACH = 130  # "travelling the programmed 1,500 km-long oval and figure-eight orbits for 7,557 seconds"
_FOR = {"flew for", "flying for", "traveled for", "travelled for", "flown for"}  # so long, or so far
_REACH_BEFORE = 75
_BESIDE = 25
_REACH_AFTER = 24


@dataclass(frozen=True, slots=True)
class Measure:
    """One or two numbers with a unit. `values` holds two when the words name two flights ("430 and 690 km")."""

    start: int
    end: int
    values: tuple[Quantity, ...]
    revised: bool = False  # two values of one flight, the first withdrawn: "revised it from 650 km to 700 km"


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
            each_its_own = len(measure.values) > 1 and not measure.revised
            scope = Scope(ScopeKind.MISSILE, index) if each_its_own else Scope()
            start = measure.end - len(quantity.verbatim) if measure.revised and index > 1 else measure.start
            yield Hit(attribute, quantity, start, measure.end, rule, scope=scope)
        yield from _elided(text, measure, attribute, lexicon)
    yield from _speeds(text, barred)


def _elided(text: str, measure: Measure, attribute: Attribute, lexicon: Lexicon) -> Iterator[Hit]:
    match = _ELIDED.match(text, measure.end)
    named = None if match or measure.values[0].unit not in _LENGTHS else _ELIDED_NAMED.search(text, measure.end)
    if named is not None:
        match, attribute = named, Attribute.RANGE if named["what"] in {"range", "distance"} else Attribute.APOGEE
    if match is not None:
        start, number = match.start("figure"), parse_number(match["figure"])
        qualifier, opens = qualifier_before(text, start, lexicon)
        lower, upper = bounds(qualifier, number, number)
        value = Quantity(lower, upper, qualifier, measure.values[-1].unit, text[opens : match.end("figure")])
        yield Hit(attribute, value, start, match.end("figure"), Rule.QUANTITY_ELIDED)


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
            joined = _JOINED.search(text, max(0, found.start - 12), found.start)
            start = joined.start() if joined else text.rfind(",", 0, found.start) + 1
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
        hit_target = _TARGET.search(text[: measure.start]) and text[end : end + 6].strip().startswith(
            ("away", "off", "out")
        )
        return (Attribute.RANGE, Rule.QUANTITY_TARGET) if hit_target else None
    beside = last is Attribute.RANGE or _AND_FLEW.match(text, measure.end)
    if beside and _REACHED.search(text[: measure.start]):
        return Attribute.APOGEE, Rule.QUANTITY_WORD  # "flew 930 km and reached 2,800 km"
    if nearest and nearest[1] is Attribute.RANGE is last and nearest[0] > 1 and _AT.search(text[: measure.start]):
        low = _LOW_PATH.search(text[: measure.start])  # else "flew 300 km at 50 km": the second figure is no distance
        return (Attribute.APOGEE, Rule.QUANTITY_WORD) if low else None
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
        value = Attribute.RANGE if word.words.lower() in _FOR else word.value
        if value is not Attribute.FLIGHT_TIME and distance is not None and (best is None or distance < best[0]):
            best = (distance, value)
    return best


def _distance(text: str, measure: Measure, word: Found[Attribute]) -> int | None:
    """Characters between a word and the number, None when too far or on the wrong side."""
    if _OF_PLACES.match(text, word.end):
        return None
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
    if _FELL_AFTER.search(before) and not after.startswith(("of ", "from ")):
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
