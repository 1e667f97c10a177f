"""Where a landing is said to have been, as distances from a launch place: some waters, or so far from a named place."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from geo.discrepancy.interval import Interval
from geo.discrepancy.quantity import allowed
from geo.discrepancy.rules import Comparison
from geo.geocoding.geodesy import distance_km
from geo.geocoding.relations import Beside, displaced
from geo.model.claim import Attribute
from geo.model.place import Place, Point, Relation
from geo.model.quantity import Unit
from geo.model.weapon import LandingArea


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """`distances_km` gives the least and the greatest distance over the ground from a point to it.

    `slack_km` is what a flight of these kilometres may miss it by, besides the radius of the
    launch place; `allowed` says so in words, `nearest` and `farthest` name its ends.
    """

    rule: str
    distances_km: Callable[[Point], tuple[float, float]]
    slack_km: Callable[[Interval], float]
    allowed: str
    nearest: str
    farthest: str


def targets(landing: LandingArea, rules: Comparison) -> tuple[Target, ...]:
    """What the landing names that has a shape; () when nothing has."""
    found = (_waters(landing, rules), _beside(landing, rules))
    return tuple(each for each in found if each is not None)


def _waters(landing: LandingArea, rules: Comparison) -> Target | None:
    water = rules.shapes.get(landing.area)
    if water is None:
        return None
    slack = rules.flight.landing_slack_km
    told = f"outlines drawn coarsely, {slack:g} km and the radius of the launch place allowed"
    ends = "the nearest of them", "the farthest of them"
    return Target("physics-landing", water.distances_km, lambda _: slack, told, *ends)


def _beside(landing: LandingArea, rules: Comparison) -> Target | None:
    """None for a place without one point, a distance without an upper end, and none at all."""
    place = landing.resolution
    if landing.distance is None or not isinstance(place, Place) or place.point is None:
        return None
    away = allowed(landing.distance, Attribute.LANDING_AREA, Unit.KILOMETRES, rules)
    tolerance = rules.tolerances[Attribute.RANGE]
    told = f"tolerance {tolerance.words}, and the radii of both places"
    if away.upper == float("inf"):
        return None
    around = _all_around(place, away)
    if there := region(landing, rules):
        around = _all_around(there, Interval(0, 0))
        told = f"{told}, half a point of the compass and a rounded distance"
    ends = "the nearest such point", "the farthest such point"
    return Target("physics-landing-beside", around, lambda flown: tolerance.at(flown.upper), told, *ends)


def _all_around(place: Place, away: Interval) -> Callable[[Point], tuple[float, float]]:
    """Distances to a ring around a place of one point, as thick as the words and the place's radius make it."""
    centre, radius = place.point, (place.radius_m or 0.0) / 1000
    assert centre is not None  # noqa: S101

    def distances_km(point: Point) -> tuple[float, float]:
        here = distance_km(point, centre)
        nearest = max(here - away.upper, away.lower - here) - radius
        return max(0.0, nearest), here + away.upper + radius

    return distances_km


def region(landing: LandingArea, rules: Comparison) -> Place | None:
    """The circle in which it lies, when distance and direction from a place with a point are told; else None."""
    place = landing.resolution
    if landing.distance is None or landing.bearing is None or not isinstance(place, Place):
        return None
    away = allowed(landing.distance, Attribute.LANDING_AREA, Unit.KILOMETRES, rules)
    middle, half = (away.lower + away.upper) / 2, (away.upper - away.lower) / 2
    found = (
        displaced(place, Beside(place.name, Relation.AT, landing.bearing, middle)) if middle < float("inf") else None
    )
    return found and replace(found, radius_m=(found.radius_m or 0.0) + half * 1000)
