"""Which claim of each attribute is shown first: a pointer by declared orders, never a judgement of truth."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.discrepancy.boundary import admitted
from geo.discrepancy.claimant import is_anonymous, is_outlet
from geo.discrepancy.comparison import compare
from geo.discrepancy.entry import Entry, by_attribute
from geo.discrepancy.ledger import ledger_of
from geo.discrepancy.rules import Comparison, Side
from geo.model.claim import Claim, Stance
from geo.model.finding import FindingClass
from geo.model.launch import LaunchEvent
from geo.model.source import Source


def prefer(event: LaunchEvent, rules: Comparison, sources: Mapping[str, Source]) -> LaunchEvent:
    """The event with `preferred` set: for each attribute the id of the claim shown first.

    Superseded and denied claims are never preferred. Order (data/comparison/preference.csv):
    stance, kind of speaker, what says more, family; then the later said, then place in the texts.
    """
    current = ledger_of(admitted(event.claims, sources), rules, sources).current
    open_to = [each for each in current if each.claim.stance is not Stance.DENIED]
    chosen = {attribute: _first(group, rules, sources).id for attribute, group in by_attribute(open_to).items()}
    return replace(event, preferred=chosen)


def _first(group: Sequence[Entry], rules: Comparison, sources: Mapping[str, Source]) -> Entry:
    """The first by the declared order; of claims as good, those than which no other says more.

    Only a claim of a family that may go before for its precision outdoes another.
    """
    ranks = {entry.id: _rank(entry, rules, sources) for entry in group}
    best = min(rank[:2] for rank in ranks.values())
    equals = [entry for entry in group if ranks[entry.id][:2] == best]
    precise = [entry for entry in equals if entry.kin & set(rules.preference.precise)]
    kept = [entry for entry in equals if not any(_outdoes(other, entry, rules) for other in precise)]
    return min(kept or equals, key=lambda entry: ranks[entry.id])


def _outdoes(other: Entry, entry: Entry, rules: Comparison) -> bool:
    """Whether the other claim is consistent with this one and more precise; a value is not so beside itself."""
    if other.claim.value is entry.claim.value:
        return False
    verdict = compare(entry.claim, other.claim, rules)
    return verdict.finding_class is FindingClass.LESS_PRECISE and verdict.precise is Side.SECOND


def _rank(entry: Entry, rules: Comparison, sources: Mapping[str, Source]) -> tuple[int, int, int, int, int]:
    claim, order = entry.claim, rules.preference
    kin = [_index(order.families, family) for family in entry.kin]
    said = -claim.said.day.toordinal() if claim.said else 0
    return (
        _index(order.stances, _stance(claim)),
        _index(order.speakers, _speaker(claim, sources)),
        min(kin, default=len(order.families)),
        said,
        entry.order,
    )


def _stance(claim: Claim) -> str:
    hedged = claim.stance is Stance.HEDGED or getattr(claim.value, "hedged", False)
    return Stance.HEDGED if hedged else Stance.ASSERTED


def _speaker(claim: Claim, sources: Mapping[str, Source]) -> str:
    speaker = claim.attribution.originator
    if is_anonymous(speaker, sources):
        return "anonymous"
    if is_outlet(speaker):
        return "outlet"
    return "joint" if len(set(speaker.source_ids)) > 1 else "named"


def _index(order: Sequence[str], value: str) -> int:
    """Position in a declared order; what it does not name comes last."""
    return order.index(value) if value in order else len(order)
