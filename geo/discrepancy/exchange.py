"""Range and altitude the other way around: what one source calls the range is what another calls the altitude."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from geo.discrepancy.entry import Entry
from geo.discrepancy.figures import bounds
from geo.discrepancy.findings import finding_of
from geo.discrepancy.interval import Interval, gap, larger_figure
from geo.discrepancy.ledger import Ledger
from geo.discrepancy.rules import Comparison, Verdict
from geo.model.claim import Attribute, ScopeKind, Stance
from geo.model.finding import Finding, FindingClass

EXCHANGED = "looks exchanged"
Now = Mapping[Attribute, Sequence[Entry]]
Pair = tuple[Entry, Entry]  # a range and an altitude of one flight


def exchanged_figures(now: Now, ledger: Ledger) -> Iterator[Finding]:
    """Two statements of different claimants of which each figure of one is the other figure of the other.

    Asked only where the figures, as they stand, have no partner: two flights may well have
    such figures in turn. No claim is changed, and which of the two is right is not said.
    """
    statements = list(_statements(now, ledger.rules).values())
    told: set[object] = set()
    for left, right in combinations(statements, 2):
        sides = frozenset({left[0][0].claimant, right[0][0].claimant})
        for one, other in product(left, right) if len(sides) == 2 and sides not in told else ():
            if sides not in told and _is_exchanged(one, other, left, right, ledger.rules):
                told.add(sides)  # repeated statements say it once
                yield _finding(one, other, ledger.rules)


def _statements(now: Now, rules: Comparison) -> dict[object, list[Pair]]:
    ranges, heights = (_usable(now[each], rules) for each in (Attribute.RANGE, Attribute.APOGEE))
    found: dict[object, list[Pair]] = {}
    for far, high in product(ranges, heights):
        if (far.claimant, far.statement) == (high.claimant, high.statement) and _one_flight(far, high):
            found.setdefault((far.claimant, far.statement), []).append((far, high))
    return found


def _usable(group: Sequence[Entry], rules: Comparison) -> list[Entry]:
    return [each for each in group if each.claim.stance is not Stance.DENIED and bounds(each, rules) is not None]


def _one_flight(far: Entry, high: Entry) -> bool:
    one, other = far.claim.scope, high.claim.scope
    return ScopeKind.MISSILE not in (one.kind, other.kind) or one == other


def _is_exchanged(one: Pair, other: Pair, left: Sequence[Pair], right: Sequence[Pair], rules: Comparison) -> bool:
    crossed = _close(one[0], other[1], rules) and _close(one[1], other[0], rules)
    if not crossed:
        return False
    alone = not any(_close(one[0], each[0], rules) or _close(one[1], each[1], rules) for each in right)
    return alone and not any(_close(other[0], each[0], rules) or _close(other[1], each[1], rules) for each in left)


def _close(first: Entry, second: Entry, rules: Comparison) -> bool:
    """Whether two figures in km are equal within the tolerance of distances."""
    one, other = _interval(first, rules), _interval(second, rules)
    return gap(one, other) <= rules.tolerances[Attribute.RANGE].at(larger_figure(one, other))


def _interval(entry: Entry, rules: Comparison) -> Interval:
    found = bounds(entry, rules)
    assert found is not None  # noqa: S101
    return found


def _finding(one: Pair, other: Pair, rules: Comparison) -> Finding:
    tolerance = rules.tolerances[Attribute.RANGE].words
    detail = "what one gives as the range the other gives as the altitude"
    sentence = (
        f"{_told(one)}, {_told(other)}: {detail}; they look exchanged in one of the two, "
        f"rule figures-exchanged, tolerance {tolerance}."
    )
    verdict = Verdict(FindingClass.LOOKS_EXCHANGED, "figures-exchanged", detail, None, tolerance, (EXCHANGED,))
    return finding_of((*one, *other), verdict, sentence, Attribute.RANGE)


def _told(pair: Pair) -> str:
    far, high = (entry.words for entry in pair)
    return f"{pair[0].speaker} gave a range of “{far}” and an altitude of “{high}”"
