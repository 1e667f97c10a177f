"""A verdict on some claims, with its sentence, as a finding."""

from collections.abc import Sequence
from operator import attrgetter

from geo.discrepancy.entry import Entry
from geo.discrepancy.rules import Verdict
from geo.model.claim import Attribute
from geo.model.finding import Finding

_order = attrgetter("order")


def finding_of(group: Sequence[Entry], verdict: Verdict, sentence: str, attribute: Attribute | None = None) -> Finding:
    """The finding on these claims, the earlier-said first, on their own attribute unless another is named."""
    ordered = sorted(group, key=_order) if len(group) > 1 else group
    return finding_on(ordered, verdict, sentence, (), attribute)


def finding_on(
    ordered: Sequence[Entry],
    verdict: Verdict,
    sentence: str,
    flags: tuple[str, ...] = (),
    attribute: Attribute | None = None,
) -> Finding:
    """The finding on these claims in the order given; `flags` are set beside those of the verdict."""
    found_class, rule, detail, gap, tolerance, told, _ = verdict
    return Finding(
        attribute or ordered[0].attribute,
        tuple([entry.id for entry in ordered]),
        found_class,
        rule,
        sentence,
        gap,
        tolerance,
        told + flags,
        detail,
    )
