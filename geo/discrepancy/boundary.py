"""What may be compared: claims that make no sense are refused with their id and the reason, the rest goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.discrepancy.quantity import measures
from geo.discrepancy.words import ATTRIBUTE_WORDS, plain
from geo.model.claim import Attribute, Claim
from geo.model.place import NamedPlace
from geo.model.quantity import Quantity
from geo.model.source import Source
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import LandingArea, MissileType, Outcome, Platform

_TIMES = (TimeSpan, ClockTime)
_KINDS: Mapping[Attribute, tuple[type, ...]] = {
    Attribute.LAUNCH_TIME: _TIMES,
    Attribute.LAUNCH_PLACE: (NamedPlace,),
    Attribute.ADMIN_AREA: (NamedPlace,),
    Attribute.COUNT: (Quantity,),
    Attribute.MISSILE_TYPE: (MissileType,),
    Attribute.PLATFORM: (Platform,),
    Attribute.RANGE: (Quantity,),
    Attribute.APOGEE: (Quantity,),
    Attribute.FLIGHT_TIME: (Quantity,),
    Attribute.SPEED: (Quantity,),
    Attribute.LANDING_AREA: (LandingArea,),
    Attribute.OUTCOME: (Outcome,),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A claim that is not compared. `reason` is a sentence; its quoted words are the claim's own."""

    claim_id: str
    reason: str


def admitted(claims: Sequence[Claim], sources: Mapping[str, Source]) -> tuple[Claim, ...]:
    """The claims that can be compared, in their order; repeated ones are repeated."""
    doubled = _doubled(claims)
    return tuple([claim for claim in claims if claim.id not in doubled and not _fault(claim, sources)])


def refusals(claims: Sequence[Claim], sources: Mapping[str, Source]) -> tuple[Refusal, ...]:
    """Every refused claim once, by id."""
    doubled = _doubled(claims)
    found = {claim.id: fault for claim in claims if (fault := _fault(claim, sources))}
    found |= dict.fromkeys(doubled, "Two different claims have this id; neither is compared.")
    return tuple(Refusal(name, found[name]) for name in sorted(found))


def _doubled(claims: Sequence[Claim]) -> frozenset[str]:
    """Ids that two different claims have; the very same claim twice is no fault."""
    if len({claim.id for claim in claims}) == len(claims):
        return frozenset()
    first: dict[str, Claim] = {}
    found = set()
    for claim in claims:
        if (known := first.setdefault(claim.id, claim)) is not claim and known != claim:
            found.add(claim.id)
    return frozenset(found)


def _fault(claim: Claim, sources: Mapping[str, Source]) -> str:
    """The reason, "" for a claim without fault."""
    value: object = claim.value
    if value is None:
        return "It has no value."
    for source_id in claim.attribution.originator.source_ids:
        if source_id not in sources:
            return f"Its speaker {source_id!r} is not in the list of sources."
    if not isinstance(value, _KINDS[claim.attribute]):
        return f"A {type(value).__name__} is no {ATTRIBUTE_WORDS[claim.attribute]}."
    return _fault_of(value, claim.attribute)


def _fault_of(value: object, attribute: Attribute) -> str:
    if isinstance(value, Quantity):
        return _of_quantity(value, attribute)
    if isinstance(value, _TIMES):
        return _of_time(value)
    if isinstance(value, LandingArea) and value.distance is not None:
        return _of_quantity(value.distance, attribute)
    return ""


def _of_quantity(value: Quantity, attribute: Attribute) -> str:
    if not value.lower <= value.upper:  # no comparison with NaN holds
        return f"“{plain(value.verbatim)}” has a reversed interval, from {value.lower:g} to {value.upper:g}."
    if not measures(value.unit, attribute):
        return f"“{plain(value.verbatim)}” is given in {value.unit}, which measures no {ATTRIBUTE_WORDS[attribute]}."
    return ""


def _of_time(value: TimeSpan | ClockTime) -> str:
    if not value.zone or not value.zone_basis:
        return f"“{plain(value.verbatim)}” has no time zone, or nothing says why it is read in it."
    backwards = value.opens >= value.closes if isinstance(value, ClockTime) else value.earliest >= value.latest
    return f"“{plain(value.verbatim)}” ends before it begins." if backwards else ""
