"""Findings as pairs of statements in the scorer's schema: contradiction, revision or compatible."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Any

from geo.discrepancy.badge import HISTORY
from geo.discrepancy.comparison import compare_alike
from geo.discrepancy.rules import Comparison
from geo.model.claim import Attribute, Claim
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.report import Span
from geo.services.library import Library
from geo.services.pipeline import Record
from geo.services.record_of_launches import find

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
    library: Library,
    documents: Mapping[str, str],
    name_of: Callable[[Attribute], str],
    value_of: Callable[[Claim], Json],
) -> Iterator[Json]:
    """One line for each finding between two statements; `documents` maps report ids to document ids.

    What the catalogue's own records say of the launch is left out: the reports are compared.
    """
    for event in record.events:
        told = replace(event, claims=tuple(c for c in event.claims if isinstance(c.evidence, Span)))
        for finding in find(told, library) if told.claims else ():
            label = None if HISTORY in finding.flags else LABELS.get(finding.finding_class)
            for pair in statements(told, finding, library.comparison) if label else ():
                sides = [{"doc": _document(c, documents), "source": _source(c), "value": value_of(c)} for c in pair]
                yield {
                    "attribute": name_of(finding.attribute),
                    "label": label,
                    "a": sides[0],
                    "b": sides[1],
                    "sentence": finding.sentence,
                }


def statements(event: LaunchEvent, finding: Finding, rules: Comparison) -> Iterator[tuple[Claim, Claim]]:
    """The two claims compared; of two lists every pair across them, of two that contradict the nearest ones."""
    claims = [event.claim(claim_id) for claim_id in finding.claim_ids]
    speaker, evidence = claims[0].attribution.originator, claims[0].evidence
    first = [claim for claim in claims if (claim.attribution.originator, claim.evidence) == (speaker, evidence)]
    rest = [claim for claim in claims if claim not in first]
    if len(claims) > 2 and rest and finding.finding_class.is_contradiction:
        yield from _nearest(first, rest, rules)
    else:
        yield from product(first, rest) if rest else pairwise(claims)


def _nearest(first: Sequence[Claim], rest: Sequence[Claim], rules: Comparison) -> Iterator[tuple[Claim, Claim]]:
    """Each value that has no partner in the other list, with the value there that it misses by least."""
    found = {}
    for mine, theirs in ((first, rest), (rest, first)):
        for one in mine:
            verdicts = [(compare_alike(one, other, rules), other) for other in theirs]
            if all(verdict.finding_class.is_contradiction for verdict, _ in verdicts):
                _, other = min(verdicts, key=lambda each: each[0].gap.lower if each[0].gap else 0.0)
                found[frozenset((one.id, other.id))] = (one, other) if mine is first else (other, one)
    yield from found.values()


def _document(claim: Claim, documents: Mapping[str, str]) -> str:
    assert isinstance(claim.evidence, Span)
    return documents[claim.evidence.report_id]


def _source(claim: Claim) -> str:
    ids = claim.attribution.originator.source_ids
    return ids[0] if ids else "UNKNOWN"
