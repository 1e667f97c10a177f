"""Several values of one quantity by one speaker in one statement: values of different missiles, compared as lists."""

from collections.abc import Hashable, Sequence
from itertools import combinations

from geo.discrepancy.badge import rank
from geo.discrepancy.comparison import compare
from geo.discrepancy.ledger import Entry
from geo.discrepancy.rules import Comparison, Verdict
from geo.model.claim import Attribute, ScopeKind
from geo.model.finding import FindingClass
from geo.model.quantity import Qualifier, Quantity

_PARTNERS = (FindingClass.AGREES, FindingClass.LESS_PRECISE, FindingClass.OVERLAPPING)


def is_list(group: Sequence[Entry], rules: Comparison) -> bool:
    """Whether one statement of one speaker gives values that exclude each other."""
    return any(_verdict(one, other, rules).finding_class.is_contradiction for one, other in combinations(group, 2))


def independent_statements(group: Sequence[Entry], rules: Comparison) -> dict[tuple[Hashable, Hashable], list[Entry]]:
    """Entries by claimant and statement, without echoes.

    A value repeated within a statement stands once; a statement all of whose values its
    claimant gave in one earlier statement is a citation more and is left out.
    """
    kept: dict[tuple[Hashable, Hashable], list[Entry]] = {}
    grouped: dict[tuple[Hashable, Hashable], list[Entry]] = {}
    for entry in group:
        grouped.setdefault((entry.claimant, entry.statement), []).append(entry)
    for key, statement in grouped.items():
        once: list[Entry] = []
        for entry in statement:
            if not _echoed(entry, once, rules):
                once.append(entry)
        earlier = [other for (claimant, _), other in kept.items() if claimant == key[0]]
        if not any(all(_echoed(entry, other, rules) for entry in once) for other in earlier):
            kept[key] = once
    return kept


def _echoed(entry: Entry, others: Sequence[Entry], rules: Comparison) -> bool:
    verdicts = (_verdict(each, entry, rules) for each in others)
    return any(verdict.finding_class is FindingClass.AGREES and verdict.gap is None for verdict in verdicts)


def compare_lists(left: Sequence[Entry], right: Sequence[Entry], listed: Sequence[Entry], rules: Comparison) -> Verdict:
    """Class of two statements of which at least one is a list.

    They agree when each value of the shorter has a partner in the longer; they contradict
    only when a value has none and both lists are complete by their speakers' own counts.
    """
    one, other = _distinct(left, rules), _distinct(right, rules)
    alone = _without_partner(one, other, rules)
    if not alone:
        return _partnered(one, other, rules)
    if _complete(one, listed) and _complete(other, listed):
        return min(alone, key=lambda verdict: rank(verdict.finding_class))
    detail = "not comparable: values of different missiles, nothing says which belong together"
    return Verdict(FindingClass.NOT_COMPARABLE, "scope-list-open", detail, flags=("scope not stated",))


def _partnered(one: Sequence[Entry], other: Sequence[Entry], rules: Comparison) -> Verdict:
    best = [_best(each, _longer(one, other), rules) for each in _shorter(one, other)]
    exact = all(verdict.finding_class is FindingClass.AGREES for verdict in best)
    which = "each value has its partner" if len(one) == len(other) else "each value of the shorter list has its partner"
    found = FindingClass.AGREES if exact else FindingClass.LESS_PRECISE
    tolerance = best[0].tolerance if best else ""
    return Verdict(found, "scope-list-partner", f"{'agrees' if exact else 'consistent'}: {which}", None, tolerance)


def _without_partner(one: Sequence[Entry], other: Sequence[Entry], rules: Comparison) -> list[Verdict]:
    """For each value without a partner, its nearest miss. Lists of one length must match both ways."""
    tried = [(each, _longer(one, other)) for each in _shorter(one, other)]
    if len(one) == len(other):
        tried += [(each, one) for each in other]
    best = [_best(each, opposite, rules) for each, opposite in tried]
    return [verdict for verdict in best if verdict.finding_class not in _PARTNERS]


def _best(entry: Entry, opposite: Sequence[Entry], rules: Comparison) -> Verdict:
    verdicts = [_verdict(entry, each, rules) for each in opposite]
    return min(verdicts, key=_distance)


def _distance(verdict: Verdict) -> tuple[bool, float, int]:
    """Partners first, then contradictions by their gap."""
    gap = verdict.gap.lower if verdict.gap else 0.0
    partner = verdict.finding_class in _PARTNERS
    return not partner, -rank(verdict.finding_class) if partner else gap, -rank(verdict.finding_class)


def _distinct(group: Sequence[Entry], rules: Comparison) -> list[Entry]:
    """Each value once: a value said twice in one statement is one missile's."""
    kept: list[Entry] = []
    for entry in group:
        if not any(_verdict(entry, each, rules).finding_class is FindingClass.AGREES for each in kept):
            kept.append(entry)
    return kept


def _complete(group: Sequence[Entry], listed: Sequence[Entry]) -> bool:
    """Whether the speaker's own exact count, in the same statement, is the number of values given."""
    if group[0].claim.attribute is Attribute.COUNT:
        return False
    return any(
        each.claimant == group[0].claimant and each.statement == group[0].statement and _counts(each, len(group))
        for each in listed
    )


def _counts(entry: Entry, number: int) -> bool:
    value = entry.claim.value
    if entry.claim.attribute is not Attribute.COUNT or not isinstance(value, Quantity):
        return False
    whole = entry.claim.scope.kind in (ScopeKind.WHOLE, ScopeKind.UNSTATED)
    return whole and value.qualifier is Qualifier.EXACT and value.lower == value.upper == number


def _shorter(one: Sequence[Entry], other: Sequence[Entry]) -> Sequence[Entry]:
    return one if len(one) <= len(other) else other


def _longer(one: Sequence[Entry], other: Sequence[Entry]) -> Sequence[Entry]:
    return other if len(one) <= len(other) else one


def _verdict(one: Entry, other: Entry, rules: Comparison) -> Verdict:
    return compare(one.claim, other.claim, rules)
