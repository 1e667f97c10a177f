"""Numbers with a unit: how far, how high, how long, how fast, each by the words around it."""

import re
from collections.abc import Iterator

from geo.extraction.coupled import coupled
from geo.extraction.hits import Hit
from geo.extraction.lexicon import Effect, Lexicon
from geo.extraction.measures import DURATIONS, LENGTHS, Measure, dimension, measures
from geo.extraction.numerals import NUMBER, bounds, parse_number, qualifier_before
from geo.extraction.phrases import Found
from geo.extraction.rules import Rule
from geo.extraction.speeds import speeds
from geo.model.claim import Attribute, Scope, ScopeKind
from geo.model.quantity import Quantity

_OTHER_CLAUSE = re.compile(
    r"; |, (?:and|but|while) (?:which|it|they|this|that|the|one|in|on|at|instead|flew|actually)\b"
)
_BEARING = re.compile(
    r"\s?(?:to the )?(?:off|away|short|inside|east|west|north|south|northeast|northwest|southeast|southwest|from)\b"
)
_BROKE_UP = re.compile(
    r"\b(?:disintegrated|broke (?:up|apart)|burn(?:ed|t) up)\b[^.;,]{0,30}\b(?:altitude|height)s? of [^.;,]{0,25}\Z"
)
_WITHIN = re.compile(r"\bwithin (?:about |some |around |just |roughly ){0,2}\Z")
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
_OF_PLACES = re.compile(r" (?:from|between|to) (?:the )?[A-Z]")  # "the distance from Vladivostok": between places
_BRACKET = re.compile(r"\s?\([^()]{0,40}\)")
_JOINED = re.compile(r"\s(?:and|but)\s\Z")  # "flew 45 minutes and could have reached": from "and" on
_REACHED = re.compile(r"\b(?:reached|reaching) (?:about |around |some |roughly |nearly |over |more than )?\Z")
_FELL_AFTER = re.compile(
    r"\b(?:fell|hit|struck|landed|crashed|plunged|came down|splashed down)\b[^.;]{0,70}"
    r"\bafter(?: about| around| some| roughly| nearly)?\Z",
    re.IGNORECASE,
)
_AND_FLEW = re.compile(r" and (?:flew|flown|travell?ed|covered|hit)\b")
_AT = re.compile(r"\bat (?:about |around |some |up to |under |below |no more than |less than |at most )?\Z")
_PUT_AT = re.compile(
    r"\b(?:put|puts|putting|placed|estimated|gauged) (?:it|that|this|them|the \w+)[^.;,]{0,12}\bat\b[^.;,]{0,20}\Z"
)
_WENT = re.compile(
    r"\b(?:gone|crossed|crossing|hurtled|streaked|arced|sped)(?: (?:about|around|some|roughly|nearly|almost|more than"
    r"|over|only|just|up to|at least|as far as|an estimated)){0,2} \Z",
    re.IGNORECASE,
)
_INTO_SEA = re.compile(r" (?:in|out )?to (?:the )?(?:sea|ocean|waters?|Pacific|[A-Z]\w+ Sea|Sea of)\b")
_CROSSED = re.compile(r"\b(?:gone|crossed|crossing)\b[^.;,]{0,20}\d")
_OF_FLIGHT = re.compile(r" (?:of flight|into (?:its|the) flight|of (?:its )?journey|downrange)\b")
_FLIGHT_AT = re.compile(r"\bflight (?:at|as)(?: about| some| around| roughly| nearly)?\Z")
_FELL = re.compile(r"\b(?:fell|landed|landing|splashed down|splashing down|came down|crashed|plunged|dropped)\b")
_SINCE_LAUNCH = re.compile(
    r"(?:after|following) (?:the |its |being |it was )?"
    r"(?:launch|lift-?off|take-?off|blast-?off|launched|fired|firing)\b"
)

_STOPS = re.compile(r"[.;]")
_COMMA = re.compile(r",(?!\d)")  # not that of "13,000 km"
_LOW_PATH = re.compile(r"\btrajectory at (?:[a-z]+ ){0,3}\Z")
_BESIDE_GAP = re.compile(r"(?: \([^()]{0,40}\))?(?:,? and |, | to )")
_REVISED = re.compile(
    r"\b(?:revis|correct|updat|rais|lower|chang|put)\w*\b.{0,30}\bto\b"
    r"|\b(?:revis|correct|updat|rais|lower)\w*\b.{0,50}\b(?:of|from)\b|\bfigures? (?:is|was|at|of)\b"
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


def quantity_hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Claims of range, apogee, flight time and speed; what a missile could reach is none."""
    barred = _barred(text, lexicon)
    words = lexicon.achieved.find(text)
    before: tuple[Measure, Attribute] | None = None
    found = measures(text, lexicon)
    together = coupled(text, [(each.start, each.end, len(each.values)) for each in found])
    for measure in found:
        pair = together.get(measure.start, ())
        last = before[1] if before else None
        told = _attribute(text, measure, words, last, lexicon) or _again(text, measure, before)
        told = (pair[0], Rule.QUANTITY_COUPLED) if pair else told
        if told is None or any(start <= measure.start < end for start, end in barred):
            continue
        attribute, rule = told
        before = measure, attribute
        for index, quantity in enumerate(measure.values, start=1):
            each_its_own = len(measure.values) > 1 and not measure.revised and not pair
            scope = Scope(ScopeKind.MISSILE, index) if each_its_own else Scope()
            start = measure.end - len(quantity.verbatim) if measure.revised and index > 1 else measure.start
            of = pair[index - 1] if pair else attribute
            yield Hit(of, quantity, start, measure.end, rule, scope=scope)
        yield from _elided(text, measure, attribute, lexicon)
    yield from speeds(text, barred, lexicon)


def _elided(text: str, measure: Measure, attribute: Attribute, lexicon: Lexicon) -> Iterator[Hit]:
    match = _ELIDED.match(text, measure.end)
    named = None if match or measure.values[0].unit not in LENGTHS else _ELIDED_NAMED.search(text, measure.end)
    if named is not None:
        match, attribute = named, Attribute.RANGE if named["what"] in {"range", "distance"} else Attribute.APOGEE
    if match is not None:
        start, number = match.start("figure"), parse_number(match["figure"])
        qualifier, opens = qualifier_before(text, start, lexicon)
        lower, upper = bounds(qualifier, number, number)
        value = Quantity(lower, upper, qualifier, measure.values[-1].unit, text[opens : match.end("figure")])
        yield Hit(attribute, value, start, match.end("figure"), Rule.QUANTITY_ELIDED)


def _barred(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Stretches about what could be: from the clause of the word to the next that begins anew."""
    spans = []
    for found in lexicon.contexts.find(text):
        if found.value is Effect.POTENTIAL:
            joined = _JOINED.search(text, max(0, found.start - 12), found.start)
            commas = [comma.end() for comma in _COMMA.finditer(text, 0, found.start)]
            start = joined.start() if joined else max(commas, default=0)
            close = _OTHER_CLAUSE.search(text, found.end)
            spans.append((start, close.start() if close else len(text)))
    return spans


def _attribute(
    text: str, measure: Measure, words: tuple[Found[Attribute], ...], last: Attribute | None, lexicon: Lexicon
) -> tuple[Attribute, Rule] | None:
    unit = measure.values[0].unit
    if unit in DURATIONS:
        return (Attribute.FLIGHT_TIME, Rule.QUANTITY_FLOWN) if _is_flight_time(text, measure, words, lexicon) else None
    bracket = _BRACKET.match(text, measure.end)
    end = bracket.end() if bracket else measure.end
    if unit not in LENGTHS or _is_margin(text, measure, end):
        return None
    if _OWN_START.match(text, end):
        return Attribute.RANGE, Rule.QUANTITY_FROM_SITE
    if _is_flown(text, measure, end, lexicon):
        return Attribute.RANGE, Rule.QUANTITY_FLOWN
    nearest = _nearest(text, measure, words)
    flown = nearest is not None and nearest[1] is Attribute.RANGE and nearest[0] < _BESIDE
    flown = flown and not _FELL.search(text, max(0, measure.start - _BESIDE), measure.start)
    if _BEARING.match(text, end) and not flown:
        hit_target = _TARGET.search(text[: measure.start]) and text[end : end + 6].strip().startswith(
            ("away", "off", "out")
        )
        return (Attribute.RANGE, Rule.QUANTITY_TARGET) if hit_target else None
    beside = last is Attribute.RANGE or _AND_FLEW.match(text, measure.end)
    if beside and _REACHED.search(text[: measure.start]):
        return Attribute.APOGEE, Rule.QUANTITY_WORD  # "flew 930 km and reached 2,800 km"
    if nearest and nearest[1] is Attribute.RANGE is last and nearest[0] > 1 and _is_beside(text[: measure.start]):
        low = _LOW_PATH.search(text[: measure.start])  # else "flew 300 km at 50 km": the second figure is no distance
        return (Attribute.APOGEE, Rule.QUANTITY_WORD) if low else None
    return (nearest[1], Rule.QUANTITY_WORD) if nearest else None


def _is_flown(text: str, measure: Measure, end: int, lexicon: Lexicon) -> bool:
    """Words that make a length the way flown: "gone 700 km", "250 km of flight", "300 miles into the sea"."""
    if _OF_FLIGHT.match(text, end):
        return True
    before = text[: measure.start]
    opens = max(0, measure.start - _REACH_BEFORE)
    sent = _INTO_SEA.match(text, end) and lexicon.launches.within(text, opens, measure.start)
    gone = sent or _WENT.search(before) or _AFTER_FLYING.search(before)
    return bool(gone) and not _BEARING.match(text, end)


def _is_margin(text: str, measure: Measure, end: int) -> bool:
    """ "Within 350 km of the mainland": how near something it came; "broke up at 5 km": where its flight ended."""
    if _BROKE_UP.search(text, 0, measure.start):
        return True
    return text.startswith(" of ", end) and _WITHIN.search(text, 0, measure.start) is not None


def _is_beside(before: str) -> bool:
    """ "At 50 km" beside a distance is no distance; "Tokyo put it at 350 km" is."""
    return _AT.search(before) is not None and _PUT_AT.search(before) is None


def _again(text: str, measure: Measure, before: tuple[Measure, Attribute] | None) -> tuple[Attribute, Rule] | None:
    """A figure beside one just told ("and 9,118 to 9,129 seconds"), or put in its place ("revised that to 600 km")."""
    if before is None or dimension(before[0].values[0].unit) != dimension(measure.values[0].unit):
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


def _until_fallen(text: str, measure: Measure, after: str, lexicon: Lexicon) -> bool:
    """ "Fell into the sea 22 minutes after launch", "came down 22 minutes later": how long it flew; of no stage."""
    since = _SINCE_LAUNCH.match(after)
    opens = max(0, measure.start - _REACH_BEFORE)
    close = min(len(text), measure.end + _FLOWN_REACH) if since else measure.start
    if since is None and not (after.startswith("later") and lexicon.launches.within(text, 0, measure.start)):
        return False
    fallen = [
        match for match in _FELL.finditer(text, opens, close) if not _STOPS.search(text, match.end(), measure.start)
    ]
    parts = [f for f in lexicon.contexts.within(text, opens, close) if f.value in (Effect.PART, Effect.OVERFLIGHT)]
    return bool(fallen) and not parts


def _is_flight_time(text: str, measure: Measure, words: tuple[Found[Attribute], ...], lexicon: Lexicon) -> bool:
    before = text[: measure.start].rstrip().lower()
    after = text[measure.end : measure.end + 12].lower().lstrip(" -")
    if _until_fallen(text, measure, text[measure.end : measure.end + 40].lower().lstrip(" -"), lexicon):
        return True
    if _FLIGHT_AT.search(before):
        return True
    lasted = before.endswith((" in", "flight of", "flight of about", "flight of roughly", "flight of some"))
    if after.startswith(("later", "ago", "span", "period")) or (after.startswith("after") and not lasted):
        return False
    if (lasted and "flight of" in before[-20:]) or (_TOOK.search(before) and after.startswith("to ")):
        return True
    if _FELL_AFTER.search(before) and not after.startswith(("of ", "from ")):
        return True
    near = [w for w in words if measure.start - w.end < 60 and w.end <= measure.start]
    if after.startswith(("flight", "of flight")) or any(w.value is Attribute.FLIGHT_TIME for w in near):
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
    return held and (
        _CROSSED.search(text, 0, measure.start) is not None
        or any(w.value in (Attribute.RANGE, Attribute.APOGEE) for w in flown)
    )
