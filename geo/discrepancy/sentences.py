"""Sentences of findings: both speakers, both values in their own words, the gap and the rule."""

from collections.abc import Sequence

from geo.discrepancy.claimant import is_withdrawn
from geo.discrepancy.entry import Entry
from geo.discrepancy.rules import Side, Verdict
from geo.model.claim import Claim
from geo.model.finding import FindingClass


def pair(first: Entry, second: Entry, verdict: Verdict) -> str:
    """The sentence of one comparison of two claims."""
    one, other = first.speaker, second.speaker
    again = " and" if one == other and first.document == second.document else f", {other} said"
    both = f"{one} said “{first.words}”{again} “{second.words}”"
    return f"{both}: {_detail(first, second, verdict)}{rule_words(verdict)}."


def rule_words(verdict: Verdict) -> str:
    tolerance = f", tolerance {verdict.tolerance}" if verdict.tolerance else ""
    return f", rule {verdict.rule}{tolerance}"


def _detail(first: Entry, second: Entry, verdict: Verdict) -> str:
    if verdict.finding_class is not FindingClass.LESS_PRECISE or verdict.precise is None:
        return verdict.detail
    precise = first if verdict.precise is Side.FIRST else second
    return f"{verdict.detail}; “{precise.words}” is more precise"


def revision(first: Entry, second: Entry, verdict: Verdict) -> str:
    """One claimant, two dates: what it said first and what it said later."""
    if is_withdrawn(first.claim):
        return _retold(first, second, verdict)
    one, other = (f"“{each.words}” on {_day(each.claim)}" for each in (first, second))
    return f"{second.speaker} said {one} and {other}: {verdict.detail} by its own speaker{rule_words(verdict)}."


def _retold(first: Entry, second: Entry, verdict: Verdict) -> str:
    """A report tells that a statement was changed; speakers of one family may be named differently in it."""
    again = "" if first.speaker == second.speaker else f"{second.speaker} said "
    words = f"“{first.words}” earlier and {again}“{second.words}” since"
    return f"{first.speaker} said {words}: {verdict.detail}, as the report itself tells{rule_words(verdict)}."


def several(told: Sequence[Entry], verdict: Verdict) -> str:
    """One statement that gives several values."""
    return f"{_listing(told)}: {verdict.detail}{rule_words(verdict)}."


def list_pair(left: Sequence[Entry], right: Sequence[Entry], verdict: Verdict) -> str:
    """Two statements, at least one of which gives several values."""
    return f"{_listing(left)}, {_listing(right)}: {verdict.detail}{rule_words(verdict)}."


def _listing(told: Sequence[Entry]) -> str:
    values = dict.fromkeys(f"“{each.words}”" for each in told)
    return f"{told[0].speaker} gave {' and '.join(values)}"


def _day(claim: Claim) -> str:
    return claim.said.day.isoformat() if claim.said else "an unknown day"
