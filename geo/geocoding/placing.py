"""Fills the resolution of every place claim and of places landings are told from; nothing else changes."""

from collections.abc import Sequence
from dataclasses import replace

from geo.geocoding.context import Context
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.resolution import resolve
from geo.model.claim import Attribute, Claim
from geo.model.place import FeatureClass, NamedPlace, Relation, Toponym
from geo.model.weapon import LandingArea

_ASKED = {Attribute.ADMIN_AREA: frozenset({FeatureClass.PROVINCE, FeatureClass.COUNTY, FeatureClass.COUNTRY})}


def locate(claims: Sequence[Claim], gazetteer: Gazetteer, country: str = "") -> tuple[Claim, ...]:
    """The claims in their order, places and the places landings are told from with their resolution; ids stay.

    `country` (ISO 3166-1 alpha-2, "" if open) is where the launches are; a country the
    toponym itself states goes before it. Names of the same evidence are context only: they
    are mentioned where they would decide, and never decide. The region's own places go before
    the rest of the world, whose homonyms do not make them ambiguous.
    """
    return tuple(_located(claim, claims, gazetteer, country) for claim in claims)


def _located(claim: Claim, claims: Sequence[Claim], gazetteer: Gazetteer, country: str) -> Claim:
    if isinstance(claim.value, LandingArea):
        return with_reference(claim, gazetteer)
    if not isinstance(claim.value, NamedPlace):
        return claim
    asked = _ASKED.get(claim.attribute, frozenset())
    context = Context(country, _beside(claim, claims), asked, regional=True)
    return replace(claim, value=replace(claim.value, resolution=resolve(claim.value.toponym, gazetteer, context)))


def with_reference(claim: Claim, gazetteer: Gazetteer) -> Claim:
    """The claim with the place its landing is told from looked up: any country's, for few land where they began."""
    value = claim.value
    if not isinstance(value, LandingArea) or not value.reference:
        return claim
    toponym = Toponym(value.reference, value.reference, Relation.NEAR)
    return replace(claim, value=replace(value, resolution=resolve(toponym, gazetteer, Context(regional=True))))


def _beside(claim: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Other place names of the same sentence, about the same launch, each once, in their order."""
    names = [
        other.value.toponym.name
        for other in claims
        if isinstance(other.value, NamedPlace) and other.evidence == claim.evidence and other.launch == claim.launch
    ]
    own = claim.value.toponym.name if isinstance(claim.value, NamedPlace) else ""
    return tuple(dict.fromkeys(name for name in names if name != own))
