"""How many were fired: "two ballistic missiles", "put the number at 18", "no fewer than 17 had been fired"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.extraction.hits import Hit
from geo.extraction.lexicon import CueKind, Lexicon, Weapon
from geo.extraction.numerals import bounds, parse_number, qualifier_before
from geo.extraction.phrases import Found, words_between
from geo.extraction.rules import Rule
from geo.extraction.weapons import AFTER_NOUN, is_foreign, weapons_in
from geo.model.claim import Attribute, Scope, ScopeKind
from geo.model.quantity import Qualifier, Quantity, Unit

_DIGITS = re.compile(r"(?<![\w.,:/$-])(\d{1,3}(?:,\d{3})?)(?![\w:/%]|\.\d)")
_DIGIT = re.compile(r"\d")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\Z")
_TOTAL = re.compile(
    r"\bcounted (?:only )?\Z|\btallied (?:only )?\Z"
    r"|\b(?:number|figure|total|tally|count)\b(?: (?:of|for) [\w -]{1,30})? (?:at|to) (?:[a-z]+ ){0,3}\Z"
    r"|\b(?:number|total|tally) of (?:missiles|projectiles|rockets|weapons)\b[^.;,\d]{0,40}"
    r"\b(?:was|were|is|reached) (?:at least |about |some )?\Z",
    re.IGNORECASE,
)
_LENGTH_AFTER = re.compile(r"[ -]?(?:km|kilo|mi|second|minute|hour|metre|meter|percent|%)", re.IGNORECASE)
_ELLIPSIS = re.compile(
    r" in (?:total|all)\b| (?:of them )?(?:(?:had|have|were) (?:been |all )?"
    r"(?:come|fallen|flown|fired|launched|test-fired|counted|detected|confirmed|tracked|identified|observed)"
    r"|(?:left|flew from|were from) (?:the |an? )?(?=[A-Z])|flew\b|came down\b|splashed down\b)"
)
_SINGLE = re.compile(r"\bsingle\s(?:(?:[\w-]{2,14}\s){0,2}missile\s)?launch\b", re.IGNORECASE)
_THERE_WERE = re.compile(
    r"\bthere (?:were|had been) (?:(?:at|least|about|some|around|only|just|as|many) ){0,3}\Z", re.IGNORECASE
)
_CARRIED = re.compile(r"\bcarr(?:y|ies) (?:(?:up|to|about|around|some|as|many|at|least) ){0,4}\Z")
_MARK = re.compile(r"[,.;:()]")
_ALTERNATIVE = re.compile(
    r"\b(?P<less>[a-z]{3,6}|\d{1,2})(?:,? (?:(?:and|or) )?(?P<maybe>possibly|perhaps|maybe|probably|likely)| or) \Z",
    re.IGNORECASE,
)
_RANGES = {"short": "SRBM", "medium": "MRBM", "intermediate": "IRBM"}
_RANGED = re.compile(
    r"\b(?P<number>[a-z]{3,5}|\d{1,2}) (?P<range>short|medium|intermediate)-range(?= and (?:an? |one |two |\d))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\ban? (?:[a-z-]{3,14} ){0,2}\Z", re.IGNORECASE)
# Between two kinds counted side by side.
AND_ALSO = re.compile(
    r"(?: \([A-Z]{2,6}s?\))?(?: and|,? (?:plus|along with|together with|followed by|as well as|accompanied by))"
    r"(?: also| then| later)? (?:about |around |at least |some )?\Z"
)
# "Two were launched at 7:44 and one at 8:21": a part of them.
_AND_ONE = re.compile(
    r"\band (?:one|two|three|four|another|the (?:other|rest|third)) (?:more )?(?:at|from|fell|landed|flew|hit)\b"
)
_COUNT_REACH = 60


def count_hits(text: str, lexicon: Lexicon, owner: str) -> Iterator[Hit]:
    """Numbers of missiles in so many words; "a missile" is no count, "the eighth test" neither.

    Each carries the kind counted as its scope; geo.extraction.parts decides whether it counts as a part.
    """
    told: set[int] = set()
    named = [found for found in weapons_in(text, lexicon) if found.value.name]
    for weapon in (*lexicon.weapons.find(text), *named):  # "four Bulavas" are counted as well
        barred = AFTER_NOUN.match(text, weapon.end) and not _watched(text, weapon, lexicon)
        hit = None if barred else _count(text, weapon, named, lexicon)
        if hit is not None and hit.start not in told and not is_foreign(text, weapon, lexicon, owner):
            told.add(hit.start)
            yield replace(hit, scope=Scope(ScopeKind.KIND, of=str(weapon.value.missile_class)))
    yield from _ranged(text, lexicon)
    yield from _singles(text, told, lexicon, owner)
    yield from _totals(text, lexicon)
    for match in _SINGLE.finditer(text):
        quantity = Quantity(1, 1, Qualifier.EXACT, Unit.MISSILES, match.group())
        yield Hit(Attribute.COUNT, quantity, match.start(), match.end(), Rule.COUNT_SINGLE)


def _ranged(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """ "Two short-range and one intercontinental missile": the noun follows the second kind."""
    for match in _RANGED.finditer(text) if "-range and " in text else ():
        words = lexicon.numbers.find(match["number"])
        value = float(match["number"]) if match["number"].isdigit() else words[0].value.value if words else 0
        if value:
            hit = _counted(text, match.start(), match.end(), value, Qualifier.EXACT, Rule.COUNT_NOUN, lexicon)
            yield replace(hit, scope=Scope(ScopeKind.KIND, of=_RANGES[match["range"].lower()]))


def _singles(text: str, told: set[int], lexicon: Lexicon, owner: str) -> Iterator[Hit]:
    """ "An ICBM and two short-range missiles": beside a number of another kind the article counts one."""
    counted = sorted(told)
    for weapon in weapons_in(text, lexicon) if counted else ():
        article = _ARTICLE.search(text, max(0, weapon.start - 40), weapon.start)
        plural = text[: weapon.end].endswith("s")
        if article is None or plural or AFTER_NOUN.match(text, weapon.end) or is_foreign(text, weapon, lexicon, owner):
            continue
        before = any(AND_ALSO.fullmatch(text, weapon.end, at) for at in counted if at > weapon.end)
        behind = AND_ALSO.search(text, max(0, article.start() - 24), article.start())
        after = behind is not None and any(_noun_end(text, at, lexicon) == behind.start() for at in counted)
        if before or after:
            quantity = Quantity(1, 1, Qualifier.EXACT, Unit.MISSILES, text[article.start() : weapon.end])
            scope = Scope(ScopeKind.KIND, of=str(weapon.value.missile_class))
            yield Hit(Attribute.COUNT, quantity, article.start(), weapon.end, Rule.COUNT_NOUN, scope=scope)


def _noun_end(text: str, at: int, lexicon: Lexicon) -> int:
    """Where the word for missiles ends that a count beginning at character `at` counts."""
    return next((weapon.end for weapon in lexicon.weapons.within(text, at, at + _COUNT_REACH)), -1)


def _watched(text: str, weapon: Found[Weapon], lexicon: Lexicon) -> bool:
    """ "Detected three missile launches": launches somebody saw are missiles launched."""
    opens = max(0, weapon.start - _COUNT_REACH)
    seen = [cue for cue in lexicon.cues.within(text, opens, weapon.start) if cue.value is CueKind.DETECT]
    return bool(seen) and text.startswith(" launches", weapon.end)


def _count(text: str, weapon: Found[Weapon], named: Sequence[Found[Weapon]], lexicon: Lexicon) -> Hit | None:
    """The number before a word for a missile; one that belongs to a designation (`named`) counts nothing."""
    start, end = weapon.start, weapon.end
    opens = max(0, start - _COUNT_REACH)
    options = [(f.start, f.end, f.value.value, f.value.qualifier) for f in lexicon.numbers.within(text, opens, start)]
    options += [
        (m.start(1), m.end(1), parse_number(m[1]), Qualifier.EXACT)
        for m in _DIGITS.finditer(text, opens, start)
        if _is_count(text, m) and not _LENGTH_AFTER.match(text, m.end(1), start)
    ]
    for number_start, number_end, value, qualifier in sorted(options, reverse=True):
        if _CARRIED.search(text, opens, number_start):
            return None
        if any(name.start <= number_start < name.end for name in named):
            continue
        if (less := _ALTERNATIVE.search(text, opens, number_start)) is not None:
            return _either(text, less, end, value, lexicon)
        if _belongs(text, number_end, start, lexicon):
            return _counted(text, number_start, end, value, qualifier, Rule.COUNT_NOUN, lexicon)
    return None


def _either(text: str, less: re.Match[str], end: int, value: float, lexicon: Lexicon) -> Hit | None:
    """ "Two or three missiles": from two to three; "two and possibly three": at least two."""
    words = lexicon.numbers.find(less["less"])
    low = parse_number(less["less"]) if less["less"].isdigit() else words[0].value.value if words else value
    if low >= value:
        return None
    _, opens = qualifier_before(text, less.start("less"), lexicon)
    if less["maybe"]:
        return _counted(text, less.start("less"), end, low, Qualifier.AT_LEAST, Rule.COUNT_NOUN, lexicon)
    quantity = Quantity(low, value, Qualifier.BETWEEN, Unit.MISSILES, text[opens:end])
    return Hit(Attribute.COUNT, quantity, opens, end, Rule.COUNT_NOUN)


def _totals(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Numbers whose noun is not said again: "put the number at 18", "no fewer than 17 had been fired"."""
    options = [(f.start, f.end, f.value.value, f.value.qualifier) for f in lexicon.numbers.find(text)]
    if _DIGIT.search(text):
        options += [(m.start(1), m.end(1), parse_number(m[1]), Qualifier.EXACT) for m in _DIGITS.finditer(text)]
    for start, end, value, qualifier in sorted(options):
        if _MONTH.search(text[max(0, start - 12) : start]):
            continue  # "tested on July 28 flew"
        told = None if _LENGTH_AFTER.match(text, end) else _TOTAL.search(text[max(0, start - 80) : start])
        if text.startswith(" of them", end):
            told = told or _THERE_WERE.search(text, 0, start)
        if told or (value > 1 and _ELLIPSIS.match(text, end)):
            rule = Rule.COUNT_TOTAL if told else Rule.COUNT_VERB
            hit = _counted(text, start, end, value, qualifier, rule, lexicon)
            part = text.startswith(" of them ", end) or _AND_ONE.search(text, end)
            yield replace(hit, scope=Scope(ScopeKind.MISSILE)) if part else hit


def _is_count(text: str, match: re.Match[str]) -> bool:
    return not _MONTH.search(text[max(0, match.start() - _COUNT_REACH) : match.start()]) and parse_number(match[1]) > 0


def _belongs(text: str, end: int, noun: int, lexicon: Lexicon) -> bool:
    """Only adjectives and quotation marks stand between a number and its noun."""
    return (
        text[end] != "-"
        and len(words_between(text, end, noun)) <= 5
        and not _MARK.search(text, end, noun)
        and not lexicon.stops.within(text, end, noun)
    )


def _counted(text: str, start: int, end: int, value: float, qualifier: Qualifier, rule: Rule, lexicon: Lexicon) -> Hit:
    opens = start
    if qualifier is Qualifier.EXACT:
        qualifier, opens = qualifier_before(text, start, lexicon)
    lower, upper = bounds(qualifier, value, value)
    if qualifier is Qualifier.SEVERAL:
        lower, upper = value, float("inf")
    return Hit(Attribute.COUNT, Quantity(lower, upper, qualifier, Unit.MISSILES, text[opens:end]), opens, end, rule)
