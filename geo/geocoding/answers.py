"""Gazetteer entries as geopy Locations, with the facts in raw."""

from typing import Any

from geopy.location import Location

from geo.geocoding.gazetteer import Entry, Gazetteer
from geo.geocoding.uncertainty import place_of
from geo.model.place import Alternative, Place, Point, Relation

GEONAMES_LICENCE = "CC BY 4.0, GeoNames (geonames.org)"
OWN_LICENCE = "facts with attribution; see data/gazetteer/README.md"


def place_answer(place: Place, query: str, gazetteer: Gazetteer) -> Location | None:
    """A place with a point: status "point", the radius in metres. An area: status "area", the point
    that stands for it and the radius that encloses it; None for an area nobody measured.
    """
    matched = gazetteer.matched(query, place.gazetteer_id)
    if place.point:
        return _location(place, place.point, gazetteer, status="point", matched=matched)
    area = gazetteer.entries.get(place.area_id)
    if area is None or area.point is None:
        return None
    return _location(place, area.point, gazetteer, status="area", matched=matched, radius_m=area.radius_m)


def candidate_answer(candidate: Alternative, query: str, reason: str, gazetteer: Gazetteer) -> Location | None:
    """One reading of an ambiguous name: status "ambiguous" and why nothing decides."""
    place = place_of(gazetteer.entries[candidate.gazetteer_id], Relation.AT, gazetteer)
    answer = place_answer(place, query, gazetteer)
    if answer:
        answer.raw.update(status="ambiguous", reason=reason)
    return answer


def nearest_answer(entry: Entry, point: Point, away_km: float, gazetteer: Gazetteer) -> Location:
    """An entry at its `point`, found by reverse: status "point", distance_km from the query."""
    place = place_of(entry, Relation.AT, gazetteer)
    return _location(place, point, gazetteer, status="point", matched="", distance_km=away_km)


def _location(place: Place, point: Point, gazetteer: Gazetteer, **facts: Any) -> Location:
    pair = (point.latitude, point.longitude)
    return Location(_address(place, gazetteer), pair, _raw(place, gazetteer) | facts)


def _address(place: Place, gazetteer: Gazetteer) -> str:
    country = gazetteer.display(place.country) if place.country else ""
    parts = dict.fromkeys(part for part in (place.name, place.admin_area, country) if part)
    return ", ".join(parts)


def _raw(place: Place, gazetteer: Gazetteer) -> dict[str, Any]:
    entry = gazetteer.entries[place.gazetteer_id]
    return {
        "gazetteer_id": place.gazetteer_id,
        "name": place.name,
        "feature_class": place.feature_class.value,
        "country": place.country,
        "province": place.admin_area,
        "province_id": entry.admin_id,
        "area_id": place.area_id,
        "radius_m": place.radius_m,
        "radius_reason": place.radius_reason,
        "source": place.coordinate_source,
        "source_url": entry.source_url,
        "licence": GEONAMES_LICENCE if entry.id.startswith("geonames:") else OWN_LICENCE,
        "candidates_lost": [
            {"gazetteer_id": one.gazetteer_id, "name": one.name, "reason": one.reason} for one in place.alternatives
        ],
    }
