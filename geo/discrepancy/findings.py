"""A verdict on some claims, with its sentence, as a finding."""

from collections.abc import Sequence

from geo.discrepancy.ledger import Entry
from geo.discrepancy.rules import Verdict
from geo.model.claim import Attribute
from geo.model.finding import Finding


def finding_of(
    group: Sequence[Entry],
    verdict: Verdict,
    sentence: str,
    attribute: Attribute | None = None,
    in_order: bool = False,
) -> Finding:
    """The finding on these claims, the earlier-said first (`in_order`: as they are given).

    It is on their own attribute unless another is named.
    """
    ordered = group if in_order else sorted(group, key=_order)
    return Finding(
        attribute or ordered[0].claim.attribute,
        tuple([entry.id for entry in ordered]),
        verdict.finding_class,
        verdict.rule,
        sentence,
        verdict.gap,
        verdict.tolerance,
        verdict.flags,
        verdict.detail,
    )


def _order(entry: Entry) -> int:
    return entry.order
