"""What of a telling can be told again without its day: clock times, places, weapons, counts and figures."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.association.account import Telling, missiles, places
from geo.geocoding.relations import KM_PER
from geo.model.claim import Attribute, Claim, Stance
from geo.model.place import Place
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import MissileClass, MissileType, Outcome, OutcomeKind

Figures = tuple[tuple[float, float], ...]  # bounds, both included
# To missiles, kilometres, minutes and Mach. "At least" and "up to" name no figure that could be found again.
_FACTORS: Mapping[Attribute, Mapping[Unit, float]] = {
    Attribute.COUNT: {Unit.MISSILES: 1.0},
    Attribute.RANGE: {Unit.KILOMETRES: 1.0, Unit.MILES: KM_PER["mile"]},
    Attribute.APOGEE: {Unit.KILOMETRES: 1.0, Unit.MILES: KM_PER["mile"], Unit.METRES: 0.001},
    Attribute.FLIGHT_TIME: {Unit.MINUTES: 1.0, Unit.SECONDS: 1 / 60, Unit.HOURS: 60.0},
    Attribute.SPEED: {Unit.MACH: 1.0},
}
_OPEN = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.SEVERAL})


@dataclass(frozen=True, slots=True)
class Traits:
    """`clocks` as claimed; `figures` by attribute: missiles, kilometres, minutes, Mach."""

    telling: Telling
    clocks: tuple[TimeSpan | ClockTime, ...]
    places: tuple[Place, ...]
    names: frozenset[str]
    classes: frozenset[MissileClass]
    failed: bool
    figures: Mapping[Attribute, Figures]


def traits(told: Telling) -> Traits:
    """The traits of what is asserted; a denied value tells nothing."""
    asserted = [claim for claim in told.claims if claim.stance is not Stance.DENIED]
    return Traits(
        told,
        tuple(claim.value for claim in asserted if isinstance(claim.value, TimeSpan | ClockTime)),
        places(told),
        frozenset(c.value.name for c in asserted if isinstance(c.value, MissileType) and c.value.name),
        missiles(told),
        any(isinstance(claim.value, Outcome) and claim.value.kind is OutcomeKind.FAILURE for claim in asserted),
        {attribute: tuple(dict.fromkeys(_figures(asserted, attribute))) for attribute in _FACTORS},
    )


def _figures(claims: list[Claim], attribute: Attribute) -> Iterator[tuple[float, float]]:
    factors = _FACTORS[attribute]
    for claim in claims:
        value = claim.value
        if claim.attribute is not attribute or not isinstance(value, Quantity) or value.unit not in factors:
            continue
        if value.qualifier not in _OPEN and not math.isinf(value.upper):
            yield value.lower * factors[value.unit], value.upper * factors[value.unit]
