"""Several values of one quantity by one speaker in one statement: values of different missiles, compared as lists."""

from collections.abc import Hashable, Sequence
from itertools import combinations

from geo.discrepancy.badge import rank
from geo.discrepancy.comparison import compare_alike
from geo.discrepancy.entry import Entry
from geo.discrepancy.ledger import Ledger
from geo.discrepancy.rules import Verdict
from geo.model.claim import Attribute, ScopeKind
from geo.model.finding import FindingClass
from geo.model.quantity import Qualifier, Quantity

_PARTNERS = (FindingClass.AGREES, FindingClass.LESS_PRECISE, FindingClass.OVERLAPPING)
_UNSCOPED = (ScopeKind.UNSTATED, ScopeKind.WHOLE, ScopeKind.MISSILE)
Statement = tuple[Hashable, Hashable]


def is_partner(verdict: Verdict) -> bool:
    """Whether two values may be of one missile."""
    return verdict.finding_class in _PARTNERS


def is_list(group: Sequence[Entry], ledger: Ledger) -> bool:
    """Whether one statement of one speaker gives values of several missiles: numbered, or excluding each other."""
    if len(group) < 2 or any(entry.claim.scope.kind not in _UNSCOPED for entry in group):
        return False
    numbers = {entry.claim.scope for entry in group if entry.claim.scope.kind is ScopeKind.MISSILE}
    return len(numbers) > 1 or any(
        ledger.verdict(one, other).finding_class.is_contradiction for one, other in combinations(group, 2)
    )


def independent_statements(group: Sequence[Entry], ledger: Ledger) -> dict[Statement, list[Entry]]:
    """Entries by claimant and statement, without echoes.

    A value repeated within a statement stands once; a statement all of whose values its
    claimant gave in one earlier statement is a citation more and is left out.
    """
    grouped: dict[Statement, list[Entry]] = {}
    for entry in group:
        grouped.setdefault((entry.claimant, entry.statement), []).append(entry)
    kept: dict[Statement, list[Entry]] = {}
    for key, statement in grouped.items():
        once: list[Entry] = []
        for entry in statement:
            if not _echoed(entry, once, ledger):
                once.append(entry)
        earlier = [other for (claimant, _), other in kept.items() if claimant == key[0]]
        if not any(all(_echoed(entry, other, ledger) for entry in once) for other in earlier):
            kept[key] = once
    return kept


def _echoed(entry: Entry, others: Sequence[Entry], ledger: Ledger) -> bool:
    verdicts = (ledger.verdict(each, entry) for each in others)
    return any(verdict.finding_class is FindingClass.AGREES and verdict.gap is None for verdict in verdicts)


def compare_lists(left: Sequence[Entry], right: Sequence[Entry], ledger: Ledger) -> Verdict:
    """Class of two statements of which at least one is a list.

    They agree when each value of the shorter has a partner in the longer; they contradict
    only when a value has none and both lists are complete by their speakers' own counts.
    """
    one, other = _distinct(left, ledger), _distinct(right, ledger)
    alone = _without_partner(one, other, ledger)
    if not alone:
        return _partnered(one, other, ledger)
    if _complete(one, ledger) and _complete(other, ledger):
        return min(alone, key=lambda verdict: rank(verdict.finding_class))
    detail = "not comparable: values of different missiles, nothing says which belong together"
    return Verdict(FindingClass.NOT_COMPARABLE, "scope-list-open", detail, flags=("scope not stated",))


def _partnered(one: Sequence[Entry], other: Sequence[Entry], ledger: Ledger) -> Verdict:
    best = [_best(each, _longer(one, other), ledger) for each in _shorter(one, other)]
    exact = all(verdict.finding_class is FindingClass.AGREES for verdict in best)
    which = "each value has its partner" if len(one) == len(other) else "each value of the shorter list has its partner"
    found = FindingClass.AGREES if exact else FindingClass.LESS_PRECISE
    tolerance = best[0].tolerance if best else ""
    return Verdict(found, "scope-list-partner", f"{'agrees' if exact else 'consistent'}: {which}", None, tolerance)


def _without_partner(one: Sequence[Entry], other: Sequence[Entry], ledger: Ledger) -> list[Verdict]:
    """For each value without a partner, its nearest miss. Lists of one length must match both ways."""
    tried = [(each, _longer(one, other)) for each in _shorter(one, other)]
    if len(one) == len(other):
        tried += [(each, one) for each in other]
    best = [_best(each, opposite, ledger) for each, opposite in tried]
    return [verdict for verdict in best if verdict.finding_class not in _PARTNERS]


def _best(entry: Entry, opposite: Sequence[Entry], ledger: Ledger) -> Verdict:
    """The nearest of the opposite values; which missile each numbered value belongs to is left open."""
    return min((compare_alike(entry.claim, each.claim, ledger.rules) for each in opposite), key=_distance)


def _distance(verdict: Verdict) -> tuple[bool, float, int]:
    """Partners first, then contradictions by their gap."""
    gap = verdict.gap.lower if verdict.gap else 0.0
    partner = verdict.finding_class in _PARTNERS
    return not partner, -rank(verdict.finding_class) if partner else gap, -rank(verdict.finding_class)


def _distinct(group: Sequence[Entry], ledger: Ledger) -> list[Entry]:
    """Each value once: a value said twice in one statement is one missile's."""
    kept: list[Entry] = []
    for entry in group:
        verdicts = (compare_alike(entry.claim, each.claim, ledger.rules) for each in kept)
        if not any(verdict.finding_class is FindingClass.AGREES for verdict in verdicts):
            kept.append(entry)
    return kept


def _complete(group: Sequence[Entry], ledger: Ledger) -> bool:
    """Whether every count the speaker itself gives is the number of values, no two of which may be of one missile."""
    if group[0].attribute is Attribute.COUNT:
        return False
    counts = [
        each
        for each in ledger.groups.get(Attribute.COUNT, ())
        if each.claimant == group[0].claimant and each.id not in ledger.replaced
    ]
    if not counts or not all(_counts(each, len(group)) for each in counts):
        return False
    pairs = combinations(group, 2)
    return not any(is_partner(compare_alike(one.claim, other.claim, ledger.rules)) for one, other in pairs)


def _counts(entry: Entry, number: int) -> bool:
    value = entry.claim.value
    if not isinstance(value, Quantity) or entry.claim.scope.kind not in (ScopeKind.WHOLE, ScopeKind.UNSTATED):
        return False
    return value.qualifier is Qualifier.EXACT and value.lower == value.upper == number


def counted_by(entry: Entry, ledger: Ledger) -> float:
    """The most missiles its claimant is sure of in any statement; 1 unless it counts any."""
    counts = (each.claim.value for each in ledger.groups.get(Attribute.COUNT, ()) if each.claimant == entry.claimant)
    return max((value.lower for value in counts if isinstance(value, Quantity)), default=1.0)


def _shorter(one: Sequence[Entry], other: Sequence[Entry]) -> Sequence[Entry]:
    return one if len(one) <= len(other) else other


def _longer(one: Sequence[Entry], other: Sequence[Entry]) -> Sequence[Entry]:
    return other if len(one) <= len(other) else one
