"""The worst class of a launch, per attribute and over all, and one line in plain words."""

from collections.abc import Mapping, Sequence

from geo.discrepancy.words import ATTRIBUTE_WORDS
from geo.model.claim import Attribute
from geo.model.finding import Finding, FindingClass

HISTORY = "history"  # flag of a finding about a claim its own speaker has since replaced
WORST_FIRST = (
    FindingClass.CONTRADICTORY_MAJOR,
    FindingClass.CONTRADICTORY_MINOR,
    FindingClass.PHYSICALLY_INCONSISTENT,
    FindingClass.LOOKS_EXCHANGED,
    FindingClass.AMBIGUOUS_NAME,
    FindingClass.OVERLAPPING,
    FindingClass.LESS_PRECISE,
    FindingClass.SINGLE_SOURCE,
    FindingClass.SUPERSEDED,
    FindingClass.AGREES,
    FindingClass.NOT_COMPARABLE,
    FindingClass.ECHO,
    FindingClass.SILENT,
)
_WORDS: tuple[tuple[str, tuple[FindingClass, ...]], ...] = (
    ("contradictory", (FindingClass.CONTRADICTORY_MAJOR, FindingClass.CONTRADICTORY_MINOR)),
    ("physically inconsistent", (FindingClass.PHYSICALLY_INCONSISTENT,)),
    ("looks exchanged", (FindingClass.LOOKS_EXCHANGED,)),
    ("ambiguous name", (FindingClass.AMBIGUOUS_NAME,)),
)
_COUNTED: tuple[tuple[str, tuple[FindingClass, ...]], ...] = (
    ("consistent", (FindingClass.OVERLAPPING, FindingClass.LESS_PRECISE)),
    ("agree", (FindingClass.AGREES, FindingClass.SUPERSEDED, FindingClass.ECHO)),
    ("from a single source", (FindingClass.SINGLE_SOURCE,)),
    ("not comparable", (FindingClass.NOT_COMPARABLE,)),
)


_RANKS = {found: number for number, found in enumerate(WORST_FIRST)}


def rank(found: FindingClass) -> int:
    """0 for the worst class."""
    return _RANKS[found]


def worst_by_attribute(findings: Sequence[Finding]) -> Mapping[Attribute, FindingClass]:
    """The worst class of each attribute today, in the order of Attribute; history does not count."""
    worst: dict[Attribute, FindingClass] = {}
    for finding in findings:
        if HISTORY not in finding.flags:
            known = worst.get(finding.attribute, finding.finding_class)
            worst[finding.attribute] = min(known, finding.finding_class, key=rank)
    return {attribute: worst[attribute] for attribute in Attribute if attribute in worst}


def badge(findings: Sequence[Finding]) -> FindingClass:
    """The worst class over all attributes; SILENT when nothing was compared."""
    return min(worst_by_attribute(findings).values(), key=rank, default=FindingClass.SILENT)


def attributes_of_worst(findings: Sequence[Finding]) -> int:
    """How many attributes have the class of the badge; 0 when nothing was compared."""
    worst = badge(findings)
    return sum(found is worst for found in worst_by_attribute(findings).values())


def badge_words(findings: Sequence[Finding]) -> str:
    """The worst class with how many attributes have it: "contradictory, major: 2 attributes"."""
    worst, number = badge(findings).value, attributes_of_worst(findings)
    return f"{worst}: {number} attribute{'' if number == 1 else 's'}" if number else worst


def summary(findings: Sequence[Finding]) -> str:
    """One line: "contradictory: count; ambiguous name: province; 1 consistent; 2 from a single source"."""
    worst = worst_by_attribute(findings)
    parts = []
    for words, classes in _WORDS:
        named = [ATTRIBUTE_WORDS[attribute] for attribute, found in worst.items() if found in classes]
        if named:
            parts.append(f"{words}: {', '.join(named)}")
    for words, classes in _COUNTED:
        number = sum(found in classes for found in worst.values())
        if number:
            parts.append(f"{number} {words}")
    return "; ".join(parts) if parts else "nothing to compare"
