"""Different claimants on one attribute: value by value, or list by list where a statement gives several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from geo.discrepancy.comparison import compare_alike
from geo.discrepancy.entry import Entry
from geo.discrepancy.findings import finding_of, finding_on
from geo.discrepancy.flights import MEASURES
from geo.discrepancy.ledger import Ledger
from geo.discrepancy.lists import Statement, compare_lists, independent_statements, is_list, is_partner
from geo.discrepancy.rules import Verdict
from geo.discrepancy.sentences import list_pair, pair
from geo.model.claim import ScopeKind
from geo.model.finding import Finding, FindingClass

_ELSEWHERE = "not comparable: another statement lists several such values, so these two may be of different missiles"


@dataclass(frozen=True, slots=True)
class _Group:
    statements: dict[Statement, list[Entry]]
    lists: dict[Statement, list[Entry]]
    ledger: Ledger


def other_findings(current: Sequence[Entry], ledger: Ledger) -> Iterator[Finding]:
    """Findings between the claimants of one attribute, as of today."""
    if current[0].attribute in ledger.once:
        for first, second in combinations(current, 2):
            yield pair_finding(first, second, ledger.verdict(first, second), ties(first, second))
        return
    statements = independent_statements(current, ledger)
    group = _Group(statements, {key: each for key, each in statements.items() if is_list(each, ledger)}, ledger)
    for one, other in combinations(statements, 2):
        if one[0] != other[0]:
            yield from _between(one, other, group)


def _between(one: Statement, other: Statement, group: _Group) -> Iterator[Finding]:
    left, right = group.statements[one], group.statements[other]
    if one in group.lists or other in group.lists:
        verdict = compare_lists(left, right, group.ledger)
        sentence = list_pair(left, right, verdict)
        yield finding_of((*left, *right), verdict, sentence)
        yield from _disputed_flights(left, right, group.ledger)
        return
    for first in left:
        for second in right:
            yield pair_finding(first, second, _verdict(first, second, group), ties(first, second))


def _disputed_flights(left: Sequence[Entry], right: Sequence[Entry], ledger: Ledger) -> Iterator[Finding]:
    """Values of two lists that contradict although another measure shows them to be of one missile."""
    if left[0].attribute not in MEASURES:
        return
    for first, second in product(left, right):
        verdict = ledger.of_one_flight(first, second)
        if verdict is not None and verdict.finding_class.is_contradiction:
            yield pair_finding(first, second, verdict, ties(first, second))


def _verdict(first: Entry, second: Entry, group: _Group) -> Verdict:
    """Two single values that contradict are left open where a third statement's list says they may be two missiles'."""
    one, other = (first, second) if first.order < second.order else (second, first)
    verdict = group.ledger.verdict(one, other)
    if not group.lists or not verdict.finding_class.is_contradiction or _of_the_whole(one, other):
        return verdict
    if group.ledger.many or any(_lists_both(each, one, other, group.ledger) for each in group.lists.values()):
        flags = (*verdict.flags, "scope not stated")
        return Verdict(FindingClass.NOT_COMPARABLE, "scope-list-elsewhere", _ELSEWHERE, flags=flags)
    return verdict


def _of_the_whole(one: Entry, other: Entry) -> bool:
    return one.claim.scope.kind is ScopeKind.WHOLE and other.claim.scope.kind is ScopeKind.WHOLE


def _lists_both(listed: Sequence[Entry], one: Entry, other: Entry, ledger: Ledger) -> bool:
    """Whether each of the two values has a partner in the list, and not the same one."""
    partners = [
        {each.id for each in listed if is_partner(compare_alike(value.claim, each.claim, ledger.rules))}
        for value in (one, other)
    ]
    return bool(partners[0] and partners[1]) and len(partners[0] | partners[1]) > 1


def ties(first: Entry, second: Entry) -> tuple[str, ...]:
    """What makes two claimants less than independent of each other."""
    for each in first.source_ids:
        if each in second.source_ids:
            return ("shares a speaker",)
    return ("same family",) if first.kin & second.kin else ()


def pair_finding(first: Entry, second: Entry, verdict: Verdict, flags: tuple[str, ...]) -> Finding:
    """The finding on two claims; `verdict` is that of the earlier-said against the other."""
    if second.order < first.order:
        first, second = second, first
    return finding_on((first, second), verdict, pair(first, second, verdict), flags)
