"""Days of many missiles: several salvos or kinds, of which a figure without a stated part may be any."""

import itertools
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.discrepancy.claimant import document, statement
from geo.discrepancy.rules import Comparison, Verdict
from geo.model.claim import Attribute, Claim, ScopeKind, Stance
from geo.model.finding import FindingClass
from geo.model.quantity import Quantity, Unit
from geo.model.report import Span
from geo.model.timespan import TimePrecision, TimeSpan
from geo.model.weapon import MissileType

_COARSE = (TimePrecision.PART_OF_DAY, TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.YEAR)
Minutes = tuple[float, float]
_Teller = tuple[Hashable, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What tells one part of the day from another: times and kinds said in the same breath as a value.

    A breath is one sentence of a report, or one record. `totals` are the breaths and speakers of
    counts that are of the whole day by the times told with them.
    """

    times: Mapping[Hashable, Sequence[Minutes]]
    kinds: Mapping[Hashable, Sequence[str]]
    totals: frozenset[Hashable]
    rules: Comparison

    @classmethod
    def of(cls, claims: Sequence[Claim], rules: Comparison, many: bool) -> "Parts | None":
        """None when nothing shows that the missiles came in parts; `many` says that somebody counts a day of many.

        Two kinds counted in one breath make a day of parts, whatever else is counted.
        """
        if not many and not _two_kinds_in_one_breath(claims, rules):
            return None
        times: dict[Hashable, list[Minutes]] = {}
        kinds: dict[Hashable, list[str]] = {}
        for claim in claims:
            value = claim.value
            if isinstance(value, TimeSpan) and value.precision not in _COARSE:
                times.setdefault(_breath(claim), []).append(_window(value))
            elif isinstance(value, MissileType):
                kinds.setdefault(_breath(claim), []).append(value.missile_class)
        return cls(times, kinds, _totals(claims, times, kinds, rules), rules) if _in_parts(claims, rules) else None

    def same(self, first: Claim, second: Claim) -> bool | None:
        """Whether two values are said of one part; None when nothing tells."""
        if self.excluding(first, second):
            return False
        one, other = (self.times.get(_breath(claim), ()) for claim in (first, second))
        if not one or not other or not (self._one_part(one) and self._one_part(other)):
            return None
        nearest = min(_gap(left, right) for left in one for right in other)
        return nearest <= self.rules.parts.apart_minutes

    def of_whole_day(self, claim: Claim) -> bool:
        """Whether the words say so, or it is the only count told with times of every part."""
        if claim.attribute is Attribute.COUNT and claim.scope.kind is ScopeKind.UNSTATED:
            return _teller(claim) in self.totals
        return claim.scope.kind is ScopeKind.WHOLE

    def aligned(self, first: Claim, second: Claim) -> tuple[Claim, Claim]:
        """Salvoes are numbered by each publisher for itself: those of one time are given one number."""
        salvoes = first.scope.kind is ScopeKind.SALVO and second.scope.kind is ScopeKind.SALVO
        if salvoes and first.scope != second.scope and self.same(first, second):
            return first, replace(second, scope=first.scope)
        return first, second

    def _one_part(self, times: Sequence[Minutes]) -> bool:
        return max(times)[0] - min(times)[0] <= self.rules.parts.apart_minutes

    def excluding(self, first: Claim, second: Claim) -> bool:
        one, other = (self.kinds.get(_breath(claim), ()) for claim in (first, second))
        return bool(one and other) and all(self.rules.missiles.exclude(a, b) for a in one for b in other)


def read_by_parts(verdict: Verdict, first: Claim, second: Claim, parts: Parts) -> Verdict:
    """On a day of many parts values contradict only where both are of the whole day or of one part.

    Otherwise the reading that does not contradict is taken, and named.
    """
    if not verdict.finding_class.is_contradiction or (parts.of_whole_day(first) and parts.of_whole_day(second)):
        return verdict
    if parts.same(first, second):
        return verdict
    detail = "not comparable: the day had several salvos or kinds, and nothing says that both speak of one of them"
    return verdict._replace(
        finding_class=FindingClass.NOT_COMPARABLE,
        rule="scope-many-parts",
        detail=detail,
        gap=None,
        tolerance="",
        flags=(*verdict.flags, "scope not stated"),
        precise=None,
    )


def _totals(
    claims: Sequence[Claim],
    times: Mapping[Hashable, Sequence[Minutes]],
    kinds: Mapping[Hashable, Sequence[str]],
    rules: Comparison,
) -> frozenset[Hashable]:
    """Counts told with a time of every part anybody tells of; none on a day of several kinds, which are counted apart.

    "Three at 6:49, 7:07 and 7:19" counts the day. Two counts in one breath are of its parts, and
    so is a count of fewer missiles than the times told with it make parts.
    """
    if _exclude_each_other({code for codes in kinds.values() for code in codes}, rules):
        return frozenset()
    every = [window for told in times.values() for window in told]
    counted: dict[_Teller, set[tuple[float, float]]] = {}
    for claim in claims:
        if claim.attribute is Attribute.COUNT and isinstance(claim.value, Quantity):
            counted.setdefault(_teller(claim), set()).add((claim.value.lower, claim.value.upper))
    once = {teller: values.pop() for teller, values in counted.items() if len(values) == 1}
    reached = {teller: _parts_reached(times.get(teller[0], ()), every, rules) for teller in once}
    return frozenset(teller for teller, (_, most) in once.items() if 1 < reached[teller] <= most)


def _parts_reached(told: Sequence[Minutes], every: Sequence[Minutes], rules: Comparison) -> int:
    """How many parts of the day these times make; 0 when a time of the day has none of them near it."""
    apart = rules.parts.apart_minutes
    if not told or any(min(_gap(each, near) for near in told) > apart for each in every):
        return 0
    return 1 + sum(_gap(one, other) > apart for one, other in itertools.pairwise(sorted(told)))


def _two_kinds_in_one_breath(claims: Sequence[Claim], rules: Comparison) -> bool:
    """Whether one speaker asserts, in one sentence, two kinds that exclude each other, and counts one of them.

    "An intercontinental missile and two short-range ones": three missiles, though nobody adds them up.
    """
    told: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        if claim.attribute in (Attribute.MISSILE_TYPE, Attribute.COUNT) and claim.stance is Stance.ASSERTED:
            told.setdefault((claim.attribution.originator.source_ids, _breath(claim)), []).append(claim)
    several = (group for group in told.values() if _exclude_each_other(_kinds(group), rules))
    return any(counts_many(claim, 2) for group in several for claim in group)


def counts_many(claim: Claim, least: float) -> bool:
    """Whether a claim of a count counts so many missiles or more."""
    value = claim.value
    many = isinstance(value, Quantity) and value.unit is Unit.MISSILES and value.lower >= least
    return many and claim.stance is not Stance.DENIED


def _in_parts(claims: Sequence[Claim], rules: Comparison) -> bool:
    """Whether one speaker, in one document, told of two parts: by scope, by time or by kind."""
    told: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        if claim.scope.kind in (ScopeKind.SALVO, ScopeKind.KIND, ScopeKind.SO_FAR):
            return True
        if claim.attribute in (Attribute.LAUNCH_TIME, Attribute.MISSILE_TYPE):
            key = (claim.attribute, claim.attribution.originator.source_ids, statement(claim))
            told.setdefault(key, []).append(claim)
    return any(_told_apart(group, rules) for group in told.values())


def _told_apart(group: Sequence[Claim], rules: Comparison) -> bool:
    spans = sorted(_windows(group))
    if any(_gap(one, other) > rules.parts.apart_minutes for one, other in itertools.pairwise(spans)):
        return True
    return _exclude_each_other(_kinds(group), rules)


def _kinds(group: Iterable[Claim]) -> set[str]:
    return {claim.value.missile_class for claim in group if isinstance(claim.value, MissileType)}


def _exclude_each_other(codes: set[str], rules: Comparison) -> bool:
    return any(rules.missiles.exclude(one, other) for one, other in itertools.combinations(sorted(codes), 2))


def _windows(group: Iterable[Claim]) -> Iterator[Minutes]:
    for claim in group:
        if isinstance(claim.value, TimeSpan) and claim.value.precision not in _COARSE:
            yield _window(claim.value)


def _window(span: TimeSpan) -> Minutes:
    return span.earliest.timestamp() / 60, span.latest.timestamp() / 60 - 1


def _gap(one: Minutes, other: Minutes) -> float:
    return max(0.0, other[0] - one[1], one[0] - other[1])


def _breath(claim: Claim) -> Hashable:
    return claim.evidence if isinstance(claim.evidence, Span) else document(claim)


def _teller(claim: Claim) -> _Teller:
    return _breath(claim), claim.attribution.originator.source_ids
