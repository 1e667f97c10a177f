"""All findings of one launch: pairs, lists, place against area, ambiguous names, durations, single sources."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from geo.discrepancy.badge import HISTORY, rank
from geo.discrepancy.comparison import compare
from geo.discrepancy.ledger import Entry, by_attribute, entries, has_partner, superseded, supersedes
from geo.discrepancy.lists import compare_lists, independent_statements, is_list
from geo.discrepancy.naming import ambiguous_names, place_against_area
from geo.discrepancy.physics import impossible_durations
from geo.discrepancy.rules import Comparison, Verdict
from geo.discrepancy.sentences import ATTRIBUTE_WORDS, list_pair, pair, plain, revision, speaker_words
from geo.model.claim import Attribute
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.source import Source

_ORDER = {attribute: number for number, attribute in enumerate(Attribute)}


def detect(
    event: LaunchEvent, rules: Comparison, sources: Mapping[str, Source], as_of: date | None = None
) -> tuple[Finding, ...]:
    """Every finding of the event, by attribute, then worst class, then place in the texts.

    The order of the claims and repeated claims change nothing. With `as_of`, the state as
    it stood at the end of that day. Findings about superseded claims carry the flag "history".
    """
    listed = entries(event.claims, sources, as_of)
    gone = superseded(listed, rules)
    current = tuple(entry for entry in listed if entry.id not in gone)
    found = [
        *(finding for group in by_attribute(listed).values() for finding in _own(group, rules)),
        *(finding for group in by_attribute(current).values() for finding in _others(group, current, rules)),
        *(finding for group in by_attribute(listed).values() for finding in _history(group, gone, rules)),
        *place_against_area(current, rules),
        *ambiguous_names(current),
        *impossible_durations(current, rules),
        *(_single(group) for group in by_attribute(current).values() if len(_kin(group)) <= 1),
    ]
    places = {entry.id: entry.order for entry in listed}
    return tuple(sorted(found, key=lambda finding: _key(finding, places)))


def _key(finding: Finding, places: Mapping[str, int]) -> tuple[int, int, tuple[int, ...], str]:
    order = tuple(places[each] for each in finding.claim_ids)
    return _ORDER[finding.attribute], rank(finding.finding_class), order, finding.rule


def _own(group: Sequence[Entry], rules: Comparison) -> Iterator[Finding]:
    """Pairs of one claimant: echoes, lists, what it later replaced."""
    for first, second in combinations(group, 2):
        if first.claimant == second.claimant:
            verdict = _own_verdict(first, second, group, rules)
            words = revision if verdict.rule == "claimant-said-later" else pair
            yield _finding((first, second), verdict, words(first.claim, second.claim, verdict))


def _own_verdict(first: Entry, second: Entry, group: Sequence[Entry], rules: Comparison) -> Verdict:
    verdict = compare(first.claim, second.claim, rules)
    if verdict.finding_class is FindingClass.AGREES and verdict.gap is None:
        detail = "one claimant, one value: a citation more, no corroboration"
        return Verdict(FindingClass.ECHO, "claimant-echo", detail)
    same = first.statement == second.statement
    if verdict.finding_class.is_contradiction and (same or has_partner(first, second, group, rules)):
        detail = "not comparable: several values of one speaker are values of different missiles or parts"
        return Verdict(FindingClass.NOT_COMPARABLE, "scope-list", detail, verdict.gap)
    if supersedes(first, second, verdict) and not has_partner(first, second, group, rules):
        return _superseding(verdict)
    return _unordered(verdict) if verdict.finding_class.is_contradiction else verdict


def _unordered(verdict: Verdict) -> Verdict:
    """A claimant does not contradict itself: one value replaced the other, and nothing says which."""
    by = f" by {verdict.gap.verbatim}" if verdict.gap else ""
    detail = f"revised{by}, and which was said later is not known: both stand"
    flags = (*verdict.flags, "order not known")
    return Verdict(FindingClass.SUPERSEDED, "claimant-order-unknown", detail, verdict.gap, verdict.tolerance, flags)


def _superseding(verdict: Verdict) -> Verdict:
    revised = verdict.finding_class is not FindingClass.LESS_PRECISE
    by = f" by {verdict.gap.verbatim}" if verdict.gap else ""
    detail = f"revised{by}" if revised else "refined"
    flags = (*verdict.flags, "revised" if revised else "refined")
    return Verdict(FindingClass.SUPERSEDED, "claimant-said-later", detail, verdict.gap, verdict.tolerance, flags)


def _others(group: Sequence[Entry], current: Sequence[Entry], rules: Comparison) -> Iterator[Finding]:
    """Pairs of different claimants: value by value, or list by list where a statement gives several."""
    statements = independent_statements(group, rules)
    lists = {key for key, each in statements.items() if is_list(each, rules)}
    for (one, left), (other, right) in combinations(statements.items(), 2):
        if one[0] == other[0]:
            continue
        if one in lists or other in lists:
            yield _list_finding(left, right, compare_lists(left, right, current, rules))
            continue
        for first, second in ((first, second) for first in left for second in right):
            yield _pair_finding(first, second, rules, _ties(first, second))


def _ties(first: Entry, second: Entry) -> tuple[str, ...]:
    """What makes two claimants less than independent of each other."""
    one, other = (set(entry.claim.attribution.originator.source_ids) for entry in (first, second))
    if one & other:
        return ("shares a speaker",)
    return ("same family",) if first.kin & second.kin else ()


def _history(group: Sequence[Entry], gone: frozenset[str], rules: Comparison) -> Iterator[Finding]:
    for first, second in combinations(group, 2):
        if first.claimant != second.claimant and (first.id in gone or second.id in gone):
            yield _pair_finding(first, second, rules, (HISTORY,))


def _pair_finding(first: Entry, second: Entry, rules: Comparison, flags: tuple[str, ...]) -> Finding:
    first, second = (first, second) if first.order < second.order else (second, first)
    verdict = compare(first.claim, second.claim, rules)
    verdict = replace(verdict, flags=(*verdict.flags, *flags))
    return _finding((first, second), verdict, pair(first.claim, second.claim, verdict))


def _list_finding(left: Sequence[Entry], right: Sequence[Entry], verdict: Verdict) -> Finding:
    sentence = list_pair([entry.claim for entry in left], [entry.claim for entry in right], verdict)
    return _finding((*left, *right), verdict, sentence)


def _kin(group: Sequence[Entry]) -> list[str]:
    return sorted(frozenset[str]().union(*(entry.kin for entry in group)))


def _single(group: Sequence[Entry]) -> Finding:
    """An attribute on which at most one family speaks; anonymous speakers and the report's own voice add none."""
    names = list(dict.fromkeys(speaker_words(entry.claim.attribution.originator) for entry in group))
    kin = _kin(group)
    family = f" (family {kin[0]})" if kin else " (no known family)"
    subject = plain(" and ".join(names))
    attribute = group[0].claim.attribute
    sentence = f"Only {subject}{family} spoke to the {ATTRIBUTE_WORDS[attribute]}: a single source, rule single-source."
    return _finding(group, Verdict(FindingClass.SINGLE_SOURCE, "single-source", ""), sentence)


def _finding(group: Sequence[Entry], verdict: Verdict, sentence: str) -> Finding:
    ordered = sorted(group, key=lambda entry: entry.order)
    return Finding(
        attribute=ordered[0].claim.attribute,
        claim_ids=tuple(entry.id for entry in ordered),
        finding_class=verdict.finding_class,
        rule=verdict.rule,
        sentence=sentence,
        gap=verdict.gap,
        tolerance=verdict.tolerance,
        flags=verdict.flags,
        detail=verdict.detail,
    )
