"""Of what a value is said: two values are compared only when they are of the same thing."""

from geo.discrepancy.quantity import allowed
from geo.discrepancy.rules import Comparison, Verdict
from geo.model.claim import Attribute, Claim, Scope, ScopeKind
from geo.model.finding import FindingClass
from geo.model.quantity import Quantity, Unit

_PARTS = (ScopeKind.SALVO, ScopeKind.MISSILE, ScopeKind.KIND)
_ALL = (ScopeKind.UNSTATED, ScopeKind.WHOLE)


def of_no_part(first: Claim, second: Claim) -> bool:
    """Whether neither value is said of a part, or of a count so far: then nothing of their scopes decides."""
    return first.scope.kind in _ALL and second.scope.kind in _ALL


def scope_verdict(first: Claim, second: Claim, rules: Comparison) -> Verdict | None:
    """NOT_COMPARABLE when the scopes differ in a way that settles it; None when the values are to be compared."""
    if ScopeKind.SO_FAR in (first.scope.kind, second.scope.kind) and first.attribute is Attribute.COUNT:
        return _running(first, second, rules)
    if first.scope.kind in _PARTS and second.scope.kind in _PARTS:
        if _parts_differ(first.scope, second.scope, rules):
            return _not_comparable("scope-parts", "two parts of the day")
        return _kind_of_kind(first, second, rules)
    if first.attribute is Attribute.COUNT:
        return _part_and_whole(first, second, rules)
    return None


def _kind_of_kind(first: Claim, second: Claim, rules: Comparison) -> Verdict | None:
    """The count of a kind and of a wider one: seven short-range missiles among nine ballistic ones."""
    if first.attribute is not Attribute.COUNT or first.scope.of.casefold() == second.scope.of.casefold():
        return None
    for part, whole in ((first, second), (second, first)):
        if whole.scope.of in rules.missiles.ancestors(part.scope.of) and _fits_within(part, whole, rules):
            return _part_of_whole()
    return None


def read_kindly(verdict: Verdict, first: Claim, second: Claim) -> Verdict:
    """Where one scope is a part and the other is not said, the reading that does not contradict is taken."""
    if not verdict.finding_class.is_contradiction or of_no_part(first, second):
        return verdict
    kinds = {first.scope.kind, second.scope.kind}
    if first.attribute is Attribute.OUTCOME and ScopeKind.UNSTATED in kinds and kinds & set(_PARTS):
        return _part_of_outcome(verdict)
    unnumbered = all(each.scope.kind is ScopeKind.SALVO and each.scope.index is None for each in (first, second))
    open_part = (ScopeKind.UNSTATED in kinds and kinds & set(_PARTS)) or (unnumbered and first != second)
    if open_part:
        read = _not_comparable(
            "scope-unstated", "one is of a part; the other, of nothing stated, is read as another part"
        )
        return read._replace(flags=(*verdict.flags, "scope not stated"))
    return verdict


def _part_of_outcome(verdict: Verdict) -> Verdict:
    """An outcome without a stated part is the launch's: a part that went otherwise leaves a partial success."""
    detail = "contradictory: a part went otherwise than the whole is said to have gone"
    return verdict._replace(finding_class=FindingClass.CONTRADICTORY_MINOR, rule="outcome-part", detail=detail)


def _running(first: Claim, second: Claim, rules: Comparison) -> Verdict | None:
    """A count so far is an earlier count of any that is at least as large."""
    running, other = (first, second) if first.scope.kind is ScopeKind.SO_FAR else (second, first)
    if other.scope.kind is ScopeKind.SO_FAR and other.said == running.said:
        return None
    if other.scope.kind is not ScopeKind.SO_FAR and not _fits_within(running, other, rules):
        return None
    found = _not_comparable("scope-earlier-count", "an earlier count of a running series")
    return found._replace(flags=("earlier count",))


def _part_and_whole(first: Claim, second: Claim, rules: Comparison) -> Verdict | None:
    for part, whole in ((first, second), (second, first)):
        if part.scope.kind in _PARTS and whole.scope.kind in _ALL and _fits_within(part, whole, rules):
            return _part_of_whole()
    return None


def _part_of_whole() -> Verdict:
    found = _not_comparable("scope-part", "part of the whole, and compatible with it")
    return found._replace(flags=("part of the whole",))


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


def _parts_differ(first: Scope, second: Scope, rules: Comparison) -> bool:
    """Two missiles, two salvoes, a missile and a kind; of kinds only those of which neither is one of the other."""
    if first.kind is not second.kind:
        return True
    if first.kind is ScopeKind.KIND:
        return not _related(first.of, second.of, rules)
    return (first.index, first.of.casefold()) != (second.index, second.of.casefold())


def _related(one: str, other: str, rules: Comparison) -> bool:
    kinds = rules.missiles
    return one.casefold() == other.casefold() or one in kinds.ancestors(other) or other in kinds.ancestors(one)


def _not_comparable(rule: str, why: str) -> Verdict:
    return Verdict(FindingClass.NOT_COMPARABLE, rule, f"not comparable: {why}")
