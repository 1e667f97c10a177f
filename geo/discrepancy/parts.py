"""Days of many missiles: several salvos or kinds, of which a figure without a stated part may be any."""

import itertools
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.discrepancy.claimant import document, statement
from geo.discrepancy.rules import Comparison, Verdict
from geo.model.claim import Attribute, Claim, Scope, ScopeKind, Stance
from geo.model.finding import FindingClass
from geo.model.quantity import Quantity, Unit
from geo.model.report import Span
from geo.model.timespan import TimePrecision, TimeSpan
from geo.model.weapon import MissileType

_COARSE = (TimePrecision.PART_OF_DAY, TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.YEAR)
Minutes = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What tells one part of the day from another: times and kinds said in the same breath as a value.

    A breath is one sentence of a report, or one record.
    """

    times: Mapping[Hashable, Sequence[Minutes]]
    kinds: Mapping[Hashable, Sequence[str]]
    rules: Comparison

    @classmethod
    def of(cls, claims: Sequence[Claim], rules: Comparison) -> "Parts | None":
        """None on a day of one or two missiles, or when nothing shows that its missiles came in parts."""
        many = any(counts_many(claim, rules.parts.least_missiles) for claim in claims)
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
        return cls(times, kinds, rules) if _in_parts(claims, rules) else None

    def same(self, first: Claim, second: Claim) -> bool | None:
        """Whether two values are said of one part; None when nothing tells."""
        if self.excluding(first, second):
            return False
        one, other = (self.times.get(_breath(claim), ()) for claim in (first, second))
        if not one or not other or not (self._one_part(one) and self._one_part(other)):
            return None
        nearest = min(_gap(left, right) for left in one for right in other)
        return nearest <= self.rules.parts.apart_minutes

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
    if not verdict.finding_class.is_contradiction or (_whole_day(first.scope) and _whole_day(second.scope)):
        return verdict
    if parts.same(first, second):
        return verdict
    detail = "not comparable: the day had several salvos or kinds, and nothing says that both speak of one of them"
    return replace(
        verdict,
        finding_class=FindingClass.NOT_COMPARABLE,
        rule="scope-many-parts",
        detail=detail,
        gap=None,
        tolerance="",
        flags=(*verdict.flags, "scope not stated"),
        precise=None,
    )


def _two_kinds_in_one_breath(claims: Sequence[Claim], rules: Comparison) -> bool:
    """Whether one speaker asserts, in one sentence, two kinds that exclude each other, and counts one of them.

    "An intercontinental missile and two short-range ones": three missiles, though nobody adds them up.
    """
    told: dict[Hashable, list[Claim]] = {}
    for claim in claims:
        if claim.attribute in (Attribute.MISSILE_TYPE, Attribute.COUNT) and claim.stance is Stance.ASSERTED:
            told.setdefault((claim.attribution.originator.source_ids, _breath(claim)), []).append(claim)
    return any(_several_kinds(group, rules) and any(counts_many(each, 2) for each in group) for group in told.values())


def _several_kinds(group: Sequence[Claim], rules: Comparison) -> bool:
    codes = sorted({claim.value.missile_class for claim in group if isinstance(claim.value, MissileType)})
    return any(rules.missiles.exclude(one, other) for one in codes for other in codes if one < other)


def _whole_day(scope: Scope) -> bool:
    return scope.kind is ScopeKind.WHOLE


def counts_many(claim: Claim, least: float) -> bool:
    """Whether the claim counts so many missiles or more."""
    value = claim.value
    counted = claim.attribute is Attribute.COUNT and isinstance(value, Quantity) and value.unit is Unit.MISSILES
    return counted and isinstance(value, Quantity) and value.lower >= least and claim.stance is not Stance.DENIED


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
    return _several_kinds(group, rules)


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
