"""Sentences of findings: both speakers, both values in their own words, the gap and the rule."""

from collections.abc import Sequence
from functools import lru_cache

from geo.discrepancy.claimant import document, is_withdrawn
from geo.discrepancy.rules import Side, Verdict
from geo.model.attribution import Speaker
from geo.model.claim import Attribute, Claim
from geo.model.finding import FindingClass
from geo.model.quantity import Unit

LONGEST_QUOTE = 160
ATTRIBUTE_WORDS: dict[Attribute, str] = {
    Attribute.LAUNCH_TIME: "time",
    Attribute.LAUNCH_PLACE: "place",
    Attribute.ADMIN_AREA: "province",
    Attribute.COUNT: "count",
    Attribute.MISSILE_TYPE: "missile",
    Attribute.PLATFORM: "platform",
    Attribute.RANGE: "range",
    Attribute.APOGEE: "altitude",
    Attribute.FLIGHT_TIME: "flight time",
    Attribute.SPEED: "speed",
    Attribute.LANDING_AREA: "landing area",
    Attribute.OUTCOME: "outcome",
}


@lru_cache(maxsize=16384)
def plain(words: str) -> str:
    """One line of foreign words, shortened; shown by plain-text elements only."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def speaker_words(speaker: Speaker) -> str:
    if speaker.as_written:
        return plain(speaker.as_written)
    ids = [name for name in speaker.source_ids if name != "OUTLET"]
    return " and ".join(ids) if ids else "the report itself"


def pair(first: Claim, second: Claim, verdict: Verdict) -> str:
    """The sentence of one comparison of two claims."""
    one, other = speaker_words(first.attribution.originator), speaker_words(second.attribution.originator)
    again = " and" if one == other and document(first) == document(second) else f", {other} said"
    both = f"{one} said “{plain(first.value.verbatim)}”{again} “{plain(second.value.verbatim)}”"
    return f"{both}: {_detail(first, second, verdict)}{rule_words(verdict)}."


def rule_words(verdict: Verdict) -> str:
    tolerance = f", tolerance {verdict.tolerance}" if verdict.tolerance else ""
    return f", rule {verdict.rule}{tolerance}"


def _detail(first: Claim, second: Claim, verdict: Verdict) -> str:
    if verdict.finding_class is not FindingClass.LESS_PRECISE or verdict.precise is None:
        return verdict.detail
    precise = first if verdict.precise is Side.FIRST else second
    return f"{verdict.detail}; “{plain(precise.value.verbatim)}” is more precise"


def figure(number: float, unit: Unit) -> str:
    """A gap in figures: at most one decimal, the unit in words for missiles."""
    rounded = f"{round(number, 1):g}" if abs(number) < 100_000 else f"{number:.0f}"
    if unit is Unit.MISSILES:
        return f"{rounded} missile{'' if rounded == '1' else 's'}"
    return f"{rounded} {unit}"


def revision(first: Claim, second: Claim, verdict: Verdict) -> str:
    """One claimant, two dates: what it said first and what it said later."""
    speaker = speaker_words(second.attribution.originator)
    if is_withdrawn(first):
        return _retold(first, second, verdict)
    one, other = (f"“{plain(claim.value.verbatim)}” on {_day(claim)}" for claim in (first, second))
    return f"{speaker} said {one} and {other}: {verdict.detail} by its own speaker{rule_words(verdict)}."


def _retold(first: Claim, second: Claim, verdict: Verdict) -> str:
    """A report tells that a statement was changed; speakers of one family may be named differently in it."""
    one, other = (speaker_words(claim.attribution.originator) for claim in (first, second))
    again = "" if one == other else f"{other} said "
    words = f"“{plain(first.value.verbatim)}” earlier and {again}“{plain(second.value.verbatim)}” since"
    return f"{one} said {words}: {verdict.detail}, as the report itself tells{rule_words(verdict)}."


def several(claims: Sequence[Claim], verdict: Verdict) -> str:
    """One statement that gives several values."""
    return f"{_listing(claims)}: {verdict.detail}{rule_words(verdict)}."


def list_pair(left: Sequence[Claim], right: Sequence[Claim], verdict: Verdict) -> str:
    """Two statements, at least one of which gives several values."""
    return f"{_listing(left)}, {_listing(right)}: {verdict.detail}{rule_words(verdict)}."


def _listing(claims: Sequence[Claim]) -> str:
    values = dict.fromkeys(f"“{plain(claim.value.verbatim)}”" for claim in claims)
    return f"{speaker_words(claims[0].attribution.originator)} gave {' and '.join(values)}"


def _day(claim: Claim) -> str:
    return claim.said.day.isoformat() if claim.said else "an unknown day"
