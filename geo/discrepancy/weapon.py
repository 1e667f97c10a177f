"""What was fired, from what and how it went: codes compared by their taxonomies."""

from geo.discrepancy.rules import Comparison, Side, Taxonomy, Verdict
from geo.model.finding import FindingClass
from geo.model.weapon import MissileType, Outcome, OutcomeKind, Platform

_MAJOR, _MINOR = FindingClass.CONTRADICTORY_MAJOR, FindingClass.CONTRADICTORY_MINOR


def compare_missiles(first: MissileType, second: MissileType, rules: Comparison) -> Verdict:
    """Classes by the taxonomy; designations by the table of equivalences once both are given."""
    flags = _hedged(first.hedged, second.hedged)
    classes = compare_codes(first.missile_class, second.missile_class, rules.missiles, "type", flags)
    if classes.finding_class is _MAJOR or not (first.name or second.name):
        return classes
    if first.name and second.name:
        return _names(first.name, second.name, rules, flags)
    if classes.finding_class is not FindingClass.AGREES:
        return classes
    side = Side.FIRST if first.name else Side.SECOND
    return Verdict(
        FindingClass.LESS_PRECISE, "name-given", "consistent: one of the two names the weapon", None, "0", flags, side
    )


def _names(first: str, second: str, rules: Comparison, flags: tuple[str, ...]) -> Verdict:
    one, other = (rules.names.get(designation_key(name)) for name in (first, second))
    if designation_key(first) == designation_key(second):
        return Verdict(FindingClass.AGREES, "name-equal", "agrees: the same designation", None, "0", flags)
    if one is None or other is None:
        detail = "not comparable: a designation is not in our table, it may be another name of the same weapon"
        return Verdict(FindingClass.NOT_COMPARABLE, "name-unknown", detail, flags=flags)
    if one == other:
        detail = f"agrees: {first} and {second} are designations of one weapon"
        return Verdict(FindingClass.AGREES, "name-alias", detail, None, "0", flags)
    return Verdict(_MAJOR, "name-differs", f"contradictory: {one} and {other} are two weapons", None, "0", flags)


def designation_key(name: str) -> str:
    """Spelling without case, spaces, hyphens and the suffix of newer transcriptions (Hwasongpho)."""
    letters = "".join(character for character in name.casefold() if character.isalnum())
    return letters.replace("hwasongpho", "hwasong")


def compare_platforms(first: Platform, second: Platform, rules: Comparison) -> Verdict:
    flags = _hedged(first.hedged, second.hedged)
    if first.name and second.name and first.name.casefold() != second.name.casefold():
        flags = (*flags, "names of the platforms not compared")
    return compare_codes(first.kind, second.kind, rules.platforms, "platform", flags)


def compare_outcomes(first: Outcome, second: Outcome, rules: Comparison) -> Verdict:
    """Success against failure is major; a partial success against either is minor."""
    verdict = compare_codes(first.kind, second.kind, rules.outcomes, "outcome", _hedged(first.hedged, second.hedged))
    if verdict.finding_class is _MAJOR and OutcomeKind.PARTIAL in (first.kind, second.kind):
        return Verdict(_MINOR, verdict.rule, verdict.detail, None, verdict.tolerance, verdict.flags)
    return verdict


def compare_codes(first: str, second: str, taxonomy: Taxonomy, kind: str, flags: tuple[str, ...] = ()) -> Verdict:
    """Class of two codes of one taxonomy; `kind` begins the names of its rules."""
    words = taxonomy.words(first), taxonomy.words(second)
    if first == second:
        return Verdict(FindingClass.AGREES, f"{kind}-equal", "agrees", None, "0", flags)
    for wide, narrow, side in ((0, 1, Side.SECOND), (1, 0, Side.FIRST)):
        if (first, second)[wide] in taxonomy.ancestors((first, second)[narrow]):
            detail = f"consistent: {words[narrow]} is a kind of {words[wide]}"
            return Verdict(FindingClass.LESS_PRECISE, f"{kind}-contains", detail, None, "0", flags, side)
    if taxonomy.exclude(first, second):
        detail = f"contradictory: {words[0]} and {words[1]} exclude each other"
        return Verdict(_MAJOR, f"{kind}-disjoint", detail, None, "0", flags)
    if first not in taxonomy.label or second not in taxonomy.label:
        detail = "not comparable: a code is not in our table"
        return Verdict(FindingClass.NOT_COMPARABLE, f"{kind}-unknown", detail, flags=flags)
    detail = f"compatible: {words[0]} and {words[1]} answer two questions"
    return Verdict(FindingClass.OVERLAPPING, f"{kind}-overlap", detail, None, "0", flags)


def _hedged(first: bool, second: bool) -> tuple[str, ...]:
    return ("hedged",) if first or second else ()
