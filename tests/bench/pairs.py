"""Findings as pairs of statements in the scorer's schema: contradiction, revision or compatible."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise, product
from typing import Any

from geo.discrepancy.badge import HISTORY
from geo.model.claim import Attribute, Claim
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.report import Span
from geo.services.pipeline import Record

LABELS = {
    FindingClass.CONTRADICTORY_MAJOR: "contradiction",
    FindingClass.CONTRADICTORY_MINOR: "contradiction",
    FindingClass.SUPERSEDED: "revision",
    FindingClass.AGREES: "compatible",
    FindingClass.LESS_PRECISE: "compatible",
    FindingClass.OVERLAPPING: "compatible",
    FindingClass.ECHO: "compatible",
}
Json = dict[str, Any]


def pairs_of(
    record: Record,
    documents: Mapping[str, str],
    name_of: Callable[[Attribute], str],
    value_of: Callable[[Claim], Json],
) -> Iterator[Json]:
    """One line for each finding between two statements; `documents` maps report ids to document ids."""
    for event in record.events:
        for finding in record.findings[event.id]:
            label = None if HISTORY in finding.flags else LABELS.get(finding.finding_class)
            for pair in statements(event, finding) if label else ():
                sides = [{"doc": _document(c, documents), "source": _source(c), "value": value_of(c)} for c in pair]
                yield {"attribute": name_of(finding.attribute), "label": label, "a": sides[0], "b": sides[1]}


def statements(event: LaunchEvent, finding: Finding) -> Iterator[tuple[Claim, Claim]]:
    """The two claims compared; of two lists every pair across them."""
    claims = [event.claim(claim_id) for claim_id in finding.claim_ids]
    speaker, evidence = claims[0].attribution.originator, claims[0].evidence
    first = [claim for claim in claims if (claim.attribution.originator, claim.evidence) == (speaker, evidence)]
    rest = [claim for claim in claims if claim not in first]
    yield from product(first, rest) if rest else pairwise(claims)


def _document(claim: Claim, documents: Mapping[str, str]) -> str:
    return documents[claim.evidence.report_id] if isinstance(claim.evidence, Span) else ""


def _source(claim: Claim) -> str:
    ids = claim.attribution.originator.source_ids
    return ids[0] if ids else "UNKNOWN"
