"""Findings for the eye: the same difference between the same values is told once, with all who hold each side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.model.claim import Claim
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.quantity import Quantity
from geo.model.source import Source
from geo.services.speakers import speaker_in_words
from geo.services.wording import quantity_in_words, value_in_words

MOST_NAMED = 2  # speakers of one side named in a sentence; all of them stand with their claims


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values compared and its speakers, in text order."""

    value: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """One class of difference between two values. `gap` is "" where the class has none.

    `detail` says how the two values stand to each other, by which rule and tolerance;
    `findings` are the single comparisons behind it, each with its checkable sentence.
    """

    finding_class: FindingClass
    sides: tuple[Side, ...]
    gap: str
    detail: str
    findings: tuple[Finding, ...]

    @property
    def sentence(self) -> str:
        """One sentence: of a single comparison its own, else each value with those who hold it."""
        if len(self.findings) == 1:
            return self.findings[0].sentence
        told = " against ".join(f"{side.value} ({_some(side.speakers)})" for side in self.sides)
        return f"{told}: {self.detail}."


def gather(event: LaunchEvent, findings: Sequence[Finding], sources: Mapping[str, Source]) -> tuple[Difference, ...]:
    """Groups findings of one attribute, keeping their order (worst first); none is left out."""
    claims = {claim.id: claim for claim in event.claims}
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        values = frozenset(value_in_words(claims[claim_id].value) for claim_id in finding.claim_ids)
        key = (
            finding.finding_class,
            finding.rule,
            finding.tolerance,
            finding.gap and finding.gap.lower,
            finding.detail,
            values,
        )
        groups.setdefault(key, []).append(finding)
    places = {claim_id: place for place, claim_id in enumerate(claims)}
    return tuple(_difference(claims, places, group, sources) for group in groups.values())


def _difference(
    claims: Mapping[str, Claim], places: Mapping[str, int], group: Sequence[Finding], sources: Mapping[str, Source]
) -> Difference:
    first = group[0]
    compared = sorted({claim_id for finding in group for claim_id in finding.claim_ids}, key=lambda each: places[each])
    return Difference(
        finding_class=first.finding_class,
        sides=_sides([claims[claim_id] for claim_id in compared], sources),
        gap=quantity_in_words(_rounded(first.gap)) if first.gap else "",
        detail=f"{first.detail}; rule {first.rule}, tolerance {first.tolerance or 'none'}",
        findings=tuple(group),
    )


def _sides(claims: Sequence[Claim], sources: Mapping[str, Source]) -> tuple[Side, ...]:
    speakers: dict[str, list[str]] = {}
    for claim in claims:
        speakers.setdefault(value_in_words(claim.value), []).append(speaker_in_words(claim, sources))
    return tuple(Side(value, tuple(dict.fromkeys(names))) for value, names in speakers.items())


def _some(speakers: Sequence[str]) -> str:
    named = ", ".join(speakers[:MOST_NAMED])
    return f"{named} and {len(speakers) - MOST_NAMED} more" if len(speakers) > MOST_NAMED else named


def _rounded(gap: Quantity) -> Quantity:
    """To one decimal: a gap between miles and kilometres is no finer than that."""
    return replace(gap, lower=round(gap.lower, 1), upper=round(gap.upper, 1))
