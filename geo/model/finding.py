"""What a comparison found: a class, a gap in figures, the rule, and a sentence a reader can check."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.claim import Attribute
from geo.model.quantity import Quantity


class FindingClass(StrEnum):
    """Classes of docs/method.md, in the order in which they are tried."""

    ECHO = "echo"
    SILENT = "silent"
    NOT_COMPARABLE = "not comparable"
    SUPERSEDED = "superseded"
    AGREES = "agrees"
    LESS_PRECISE = "less precise"
    OVERLAPPING = "overlapping"
    CONTRADICTORY_MINOR = "contradictory, minor"
    CONTRADICTORY_MAJOR = "contradictory, major"
    SINGLE_SOURCE = "single source"
    AMBIGUOUS_NAME = "ambiguous name"
    PHYSICALLY_INCONSISTENT = "physically inconsistent"
    LOOKS_EXCHANGED = "looks exchanged"

    @property
    def is_contradiction(self) -> bool:
        return self in (FindingClass.CONTRADICTORY_MINOR, FindingClass.CONTRADICTORY_MAJOR)


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one comparison. `claim_ids` are the claims compared, the earlier-said first.

    `gap` is the distance between the two sets of values, None where the class has none;
    `rule` names the rule (docs/method.md lists them), `tolerance` is printed as used.
    `detail` is what is found of the two values, without speakers ("contradictory by 140 km
    (24 %)"); "" when the sentence says it all.
    """

    attribute: Attribute
    claim_ids: tuple[str, ...]
    finding_class: FindingClass
    rule: str
    sentence: str
    gap: Quantity | None = None
    tolerance: str = ""
    flags: tuple[str, ...] = ()
    detail: str = ""
