"""How claims are compared, as the data files say it, and what moves when a tolerance is changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.catalogue.comparison import Table, load_tables
from geo.discrepancy.badge import HISTORY, badge, worst_by_attribute
from geo.discrepancy.rules import Comparison, Tolerance
from geo.model.claim import Attribute
from geo.model.finding import Finding, FindingClass
from geo.services.dossier import safe_label
from geo.services.library import Library
from geo.services.pipeline import Record
from geo.services.record_of_launches import find

__all__ = ["Move", "Moves", "Table", "load_tables", "measurable", "what_moves", "with_tolerances"]

_MEASURED = (
    Attribute.LAUNCH_TIME,
    Attribute.COUNT,
    Attribute.RANGE,
    Attribute.APOGEE,
    Attribute.FLIGHT_TIME,
    Attribute.SPEED,
    Attribute.LANDING_AREA,
)


@dataclass(frozen=True, slots=True)
class Move:
    """One attribute of one launch whose worst class is another with the changed tolerances."""

    event_id: str
    label: str
    attribute: Attribute
    before: FindingClass | None
    after: FindingClass | None


@dataclass(frozen=True, slots=True)
class Moves:
    """Findings of today and badges of launches counted by class, with the defaults and as changed."""

    findings: Mapping[FindingClass, tuple[int, int]]
    badges: Mapping[FindingClass, tuple[int, int]]
    launches: tuple[Move, ...]


def measurable(rules: Comparison) -> Mapping[Attribute, Tolerance]:
    """The tolerances that are widths; names, kinds and regions have none."""
    return {attribute: rules.tolerances[attribute] for attribute in _MEASURED}


def with_tolerances(rules: Comparison, changed: Mapping[Attribute, tuple[float, float]]) -> Comparison:
    """The rules with other widths: absolute (in the tolerance's own unit) and share of the larger figure.

    ValueError for a width that is negative or not finite.
    """
    tolerances = dict(rules.tolerances)
    for attribute, (absolute, relative) in changed.items():
        if not (0 <= absolute < float("inf") and 0 <= relative <= 1):
            raise ValueError(f"A tolerance of {absolute:g} and {relative:g} for {attribute} is no width.")
        tolerances[attribute] = replace(tolerances[attribute], absolute=absolute, relative=relative)
    return replace(rules, tolerances=tolerances)


def what_moves(record: Record, library: Library, rules: Comparison) -> Moves:
    """Compares every launch again by `rules`; the record itself stays as it is."""
    after = {event.id: find(event, library, rules=rules) for event in record.events}
    pairs = [(record.findings[event.id], after[event.id]) for event in record.events]
    moves = [
        Move(event.id, safe_label(event), attribute, old, new)
        for event in record.events
        for attribute, old, new in _moved(record.findings[event.id], after[event.id])
    ]
    classes = [[_classes(each) for each in side] for side in zip(*pairs, strict=True)] if pairs else [[], []]
    badges = [[[badge(each)] for each in side] for side in zip(*pairs, strict=True)] if pairs else [[], []]
    return Moves(_counted(classes[0], classes[1]), _counted(badges[0], badges[1]), tuple(moves))


def _moved(
    before: Sequence[Finding], after: Sequence[Finding]
) -> list[tuple[Attribute, FindingClass | None, FindingClass | None]]:
    old, new = worst_by_attribute(before), worst_by_attribute(after)
    return [(each, old.get(each), new.get(each)) for each in Attribute if old.get(each) is not new.get(each)]


def _classes(findings: Sequence[Finding]) -> list[FindingClass]:
    return [each.finding_class for each in findings if HISTORY not in each.flags]


def _counted(
    before: Sequence[Sequence[FindingClass]], after: Sequence[Sequence[FindingClass]]
) -> dict[FindingClass, tuple[int, int]]:
    counts = {each: (_count(before, each), _count(after, each)) for each in FindingClass}
    return {each: pair for each, pair in counts.items() if any(pair)}


def _count(groups: Sequence[Sequence[FindingClass]], wanted: FindingClass) -> int:
    return sum(found is wanted for group in groups for found in group)
