"""One pair of claims of one launch to a verdict: scope first, then the comparator of the kind of value, then stance."""

from geo.discrepancy.landings import compare_landings
from geo.discrepancy.place import compare_places
from geo.discrepancy.quantity import KINDS, compare_quantities
from geo.discrepancy.rules import Comparison, Side, Verdict
from geo.discrepancy.scope import of_no_part, read_kindly, scope_verdict
from geo.discrepancy.time import compare_times
from geo.discrepancy.weapon import compare_missiles, compare_outcomes, compare_platforms
from geo.model.claim import Claim, Stance, Value
from geo.model.finding import FindingClass
from geo.model.place import NamedPlace
from geo.model.quantity import Quantity
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import LandingArea, MissileType, Outcome, Platform

_DENIED, _TIMES = Stance.DENIED, (TimeSpan, ClockTime)


def compare(first: Claim, second: Claim, rules: Comparison) -> Verdict:
    """Class of two claims of one launch, whoever made them. Swapping the claims gives the same class."""
    if of_no_part(first, second):
        return compare_alike(first, second, rules)
    settled = scope_verdict(first, second, rules)
    if settled is not None:
        return settled
    return read_kindly(compare_alike(first, second, rules), first, second)


def compare_alike(first: Claim, second: Claim, rules: Comparison) -> Verdict:
    """Class of two claims as if they were of one thing: their scopes are left out."""
    verdict = compare_values(first.value, second.value, first, rules)
    if first.stance is _DENIED or second.stance is _DENIED:
        return _denied(verdict, first.stance, second.stance)
    return verdict


def compare_values(first: Value, second: Value, claim: Claim, rules: Comparison) -> Verdict:
    """Class of two values of the attribute of `claim`; two kinds of value are NOT_COMPARABLE."""
    if isinstance(first, Quantity) and isinstance(second, Quantity) and claim.attribute in KINDS:
        return compare_quantities(first, second, claim.attribute, rules)
    if isinstance(first, _TIMES) and isinstance(second, _TIMES):
        return compare_times(first, second, rules)
    if isinstance(first, NamedPlace) and isinstance(second, NamedPlace):
        return compare_places(first, second, rules)
    return _compare_codes(first, second, rules)


def _compare_codes(first: Value, second: Value, rules: Comparison) -> Verdict:
    if isinstance(first, MissileType) and isinstance(second, MissileType):
        return compare_missiles(first, second, rules)
    if isinstance(first, Platform) and isinstance(second, Platform):
        return compare_platforms(first, second, rules)
    if isinstance(first, Outcome) and isinstance(second, Outcome):
        return compare_outcomes(first, second, rules)
    if isinstance(first, LandingArea) and isinstance(second, LandingArea):
        return compare_landings(first, second, rules)
    detail = "not comparable: the two values are not of one kind"
    return Verdict(FindingClass.NOT_COMPARABLE, "value-kind", detail)


def _denied(verdict: Verdict, first: Stance, second: Stance) -> Verdict:
    """One side denies a value: it contradicts whoever asserts it, and leaves every other value open."""
    denied = [side for side, stance in ((Side.FIRST, first), (Side.SECOND, second)) if stance is _DENIED]
    if verdict.finding_class is FindingClass.NOT_COMPARABLE:
        return verdict
    if len(denied) == 2:
        same = verdict.finding_class is FindingClass.AGREES
        found = FindingClass.AGREES if same else FindingClass.NOT_COMPARABLE
        return _as_denial(verdict, found, "stance-both-denied", "both deny")
    if verdict.finding_class is FindingClass.AGREES or verdict.precise not in (None, denied[0]):
        words = "contradictory: one denies what the other says"
        return _as_denial(verdict, FindingClass.CONTRADICTORY_MAJOR, "stance-denied", words)
    if verdict.finding_class.is_contradiction:
        words = "consistent: what one denies the other does not say"
        return _as_denial(verdict, FindingClass.LESS_PRECISE, "stance-denied-other", words)
    words = "consistent in part: one denies some of what the other allows"
    return _as_denial(verdict, FindingClass.OVERLAPPING, "stance-denied-part", words)


def _as_denial(verdict: Verdict, found: FindingClass, rule: str, detail: str) -> Verdict:
    return verdict._replace(finding_class=found, rule=rule, detail=detail, gap=None, precise=None)
