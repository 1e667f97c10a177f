"""One missile of several, recognised in two speakers' words by another measure of its flight."""

from collections.abc import Mapping, Sequence

from geo.discrepancy.comparison import compare_alike
from geo.discrepancy.entry import Entry
from geo.discrepancy.rules import Comparison
from geo.discrepancy.words import ATTRIBUTE_WORDS
from geo.model.claim import Attribute, ScopeKind
from geo.model.finding import FindingClass
from geo.model.report import Span

MEASURES = (Attribute.RANGE, Attribute.APOGEE, Attribute.FLIGHT_TIME)
_FLAG = "one flight by its {}"
_UNNUMBERED = (ScopeKind.UNSTATED, ScopeKind.WHOLE)


def one_flight(
    first: Entry, second: Entry, groups: Mapping[Attribute, Sequence[Entry]], rules: Comparison
) -> tuple[str, ...]:
    """A flag naming the measure that agrees; () when nothing says that two speakers mean one missile.

    One of them at least numbers its missiles, and they are of two families: offices of one
    government seldom dispute a flight. The measure belongs to one missile when each gives it
    once for the missile of the value, without a number in the same sentence; the two agree, and
    no other missile of either has it.
    """
    numbered = ScopeKind.MISSILE in (first.claim.scope.kind, second.claim.scope.kind)
    related = first.claimant == second.claimant or first.kin & second.kin
    if first.attribute not in MEASURES or related or not numbered:
        return ()
    for attribute in MEASURES:
        if attribute is not first.attribute and _shares(first, second, groups.get(attribute, ()), rules):
            return (_FLAG.format(ATTRIBUTE_WORDS[attribute]),)
    return ()


def _shares(first: Entry, second: Entry, told: Sequence[Entry], rules: Comparison) -> bool:
    """Whether the one value told of either missile agrees with that of the other, and with no value beside it."""
    one, beside_one = _split(first, told)
    other, beside_other = _split(second, told)
    if len(one) != 1 or len(other) != 1 or not _agree(one[0], other[0], rules):
        return False
    return not any(_agree(one[0], each, rules) for each in beside_other) and not any(
        _agree(other[0], each, rules) for each in beside_one
    )


def _split(entry: Entry, told: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What the same speaker says in the same statement of the same missile, and of the others."""
    same = [each for each in told if each.claimant == entry.claimant and each.statement == entry.statement]
    mine = [each for each in same if _of_one_missile(each, entry)]
    return mine, [each for each in same if each not in mine]


def _of_one_missile(one: Entry, other: Entry) -> bool:
    if one.claim.scope.kind is ScopeKind.MISSILE:
        return one.claim.scope == other.claim.scope
    if one.claim.scope.kind not in _UNNUMBERED or other.claim.scope.kind not in _UNNUMBERED:
        return False
    sentence = isinstance(one.claim.evidence, Span)  # a table's row gives the day's figures, of whichever missile
    return sentence and one.claim.evidence == other.claim.evidence


def _agree(one: Entry, other: Entry, rules: Comparison) -> bool:
    return compare_alike(one.claim, other.claim, rules).finding_class is FindingClass.AGREES
