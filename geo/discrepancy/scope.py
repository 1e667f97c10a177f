"""Of what a value is said: two values are compared only when they are of the same thing."""

from dataclasses import replace

from geo.discrepancy.quantity import allowed
from geo.discrepancy.rules import Comparison, Verdict
from geo.model.claim import Attribute, Claim, Scope, ScopeKind
from geo.model.finding import FindingClass
from geo.model.quantity import Quantity, Unit

_PARTS = (ScopeKind.SALVO, ScopeKind.MISSILE, ScopeKind.KIND)
_ALL = (ScopeKind.WHOLE, ScopeKind.UNSTATED)


def scope_verdict(first: Claim, second: Claim, rules: Comparison) -> Verdict | None:
    """NOT_COMPARABLE when the scopes differ in a way that settles it; None when the values are to be compared."""
    if ScopeKind.SO_FAR in (first.scope.kind, second.scope.kind) and first.attribute is Attribute.COUNT:
        return _running(first, second, rules)
    if first.scope.kind in _PARTS and second.scope.kind in _PARTS:
        return None if _same_part(first.scope, second.scope) else _not_comparable("scope-parts", "two parts of the day")
    if first.attribute is Attribute.COUNT:
        return _part_and_whole(first, second, rules)
    return None


def read_kindly(verdict: Verdict, first: Claim, second: Claim) -> Verdict:
    """Where one scope is a part and the other is not said, the reading that does not contradict is taken."""
    kinds = {first.scope.kind, second.scope.kind}
    if verdict.finding_class.is_contradiction and ScopeKind.UNSTATED in kinds and kinds & set(_PARTS):
        read = _not_comparable(
            "scope-unstated", "one is of a part; the other, of nothing stated, is read as another part"
        )
        return replace(read, flags=(*verdict.flags, "scope not stated"))
    return verdict


def _running(first: Claim, second: Claim, rules: Comparison) -> Verdict | None:
    """A count so far is an earlier count of any that is at least as large."""
    running, other = (first, second) if first.scope.kind is ScopeKind.SO_FAR else (second, first)
    if other.scope.kind is ScopeKind.SO_FAR and other.said == running.said:
        return None
    if other.scope.kind is not ScopeKind.SO_FAR and not _fits_within(running, other, rules):
        return None
    found = _not_comparable("scope-earlier-count", "an earlier count of a running series")
    return replace(found, flags=("earlier count",))


def _part_and_whole(first: Claim, second: Claim, rules: Comparison) -> Verdict | None:
    for part, whole in ((first, second), (second, first)):
        if part.scope.kind in _PARTS and whole.scope.kind in _ALL and _fits_within(part, whole, rules):
            found = _not_comparable("scope-part", "part of the whole, and compatible with it")
            return replace(found, flags=("part of the whole",))
    return None


def _fits_within(part: Claim, whole: Claim, rules: Comparison) -> bool:
    if not isinstance(part.value, Quantity) or not isinstance(whole.value, Quantity):
        return False
    if {part.value.unit, whole.value.unit} != {Unit.MISSILES}:
        return False
    few, many = (
        allowed(each.value, Attribute.COUNT, Unit.MISSILES, rules)
        for each in (part, whole)
        if isinstance(each.value, Quantity)
    )
    return few.lower <= many.upper


def _same_part(first: Scope, second: Scope) -> bool:
    return (first.kind, first.index, first.of.casefold()) == (second.kind, second.index, second.of.casefold())


def _not_comparable(rule: str, why: str) -> Verdict:
    return Verdict(FindingClass.NOT_COMPARABLE, rule, f"not comparable: {why}")
