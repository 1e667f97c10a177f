"""The claims of an event in a fixed order, by claimant and statement, and which their own speaker superseded."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from geo.discrepancy.claimant import claimant, document, earlier, families, statement
from geo.discrepancy.comparison import compare
from geo.discrepancy.rules import Comparison, Side, Verdict
from geo.model.claim import Attribute, Claim
from geo.model.finding import FindingClass
from geo.model.report import Span
from geo.model.source import Source


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its keys worked out once. `order` counts from the earliest said; `kin` are its families."""

    id: str
    claim: Claim
    claimant: Hashable
    statement: Hashable
    order: int
    kin: frozenset[str]


def entries(claims: Sequence[Claim], sources: Mapping[str, Source], as_of: date | None = None) -> tuple[Entry, ...]:
    """Each claim once, the earliest-said first, then by document and place in the text.

    With `as_of`, claims said after that day are left out; claims of unknown date stay.
    """
    by_id = {claim.id: claim for claim in claims if not _after(claim, as_of)}
    ordered = sorted(by_id.items(), key=lambda item: (_position(item[1]), item[0]))
    return tuple(
        Entry(name, claim, claimant(claim, sources), statement(claim), order, families(claim, sources))
        for order, (name, claim) in enumerate(ordered)
    )


def _after(claim: Claim, as_of: date | None) -> bool:
    return as_of is not None and claim.said is not None and claim.said.day > as_of


def _position(claim: Claim) -> tuple[date, datetime, str, int, int]:
    day = claim.said.day if claim.said else date.max
    instant = claim.said.instant if claim.said and claim.said.instant else datetime.max.replace(tzinfo=UTC)
    start = claim.evidence.start if isinstance(claim.evidence, Span) else 0
    return day, instant, document(claim), start, claim.value_span.start if claim.value_span else 0


def by_attribute(listed: Sequence[Entry]) -> Mapping[Attribute, tuple[Entry, ...]]:
    found: dict[Attribute, list[Entry]] = {}
    for entry in listed:
        found.setdefault(entry.claim.attribute, []).append(entry)
    return {attribute: tuple(group) for attribute, group in found.items()}


def supersedes(first: Entry, second: Entry, verdict: Verdict) -> bool:
    """Whether the second, of the same claimant, replaces the first: said later and other, or more precise.

    A later, looser wording of the same value replaces nothing.
    """
    if not earlier(first.claim, second.claim):
        return False
    if verdict.finding_class.is_contradiction or verdict.finding_class is FindingClass.OVERLAPPING:
        return True
    return verdict.finding_class is FindingClass.LESS_PRECISE and verdict.precise is Side.SECOND


def superseded(listed: Sequence[Entry], rules: Comparison) -> frozenset[str]:
    """Ids of the claims that their own claimant has since replaced."""
    return frozenset(
        first.id
        for group in by_attribute(listed).values()
        for first in group
        if any(
            _replaces(first, second, group, rules)
            for second in group
            if second.claimant == first.claimant and second.order > first.order
        )
    )


def _replaces(first: Entry, second: Entry, group: Sequence[Entry], rules: Comparison) -> bool:
    verdict = compare(first.claim, second.claim, rules)
    return supersedes(first, second, verdict) and not has_partner(first, second, group, rules)


def has_partner(one: Entry, other: Entry, group: Sequence[Entry], rules: Comparison) -> bool:
    """Whether either value is repeated in the other's statement: then the two are values of different missiles."""
    for entry, opposite in ((one, other), (other, one)):
        for each in group:
            same = each.claimant == opposite.claimant and each.statement == opposite.statement
            if same and each is not opposite and _agree(entry, each, rules):
                return True
    return False


def _agree(first: Entry, second: Entry, rules: Comparison) -> bool:
    return compare(first.claim, second.claim, rules).finding_class is FindingClass.AGREES
