"""Words that put a place beside a name: "waters off Sinpo", "40 km north of Wonsan", "between A and B"."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geopy.distance import geodesic

from geo.model.place import Place, Point, Relation

# Bearings in degrees clockwise from north, of the eight points of the compass that reports use.
_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
BEARINGS = {name: 45.0 * at for at, name in enumerate(_POINTS)}
KM_PER = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344, "mi": 1.609344, "nautical mile": 1.852}
FARTHEST_KM = 2000.0
_DISPLACED = re.compile(
    r"(?:about |some |around |roughly |approximately )?(\d{1,4}(?:\.\d{1,3})?)[ -]?"
    r"(kilomet(?:re|er)s?|km|nautical miles?|miles?|mi) (?:to the )?"
    r"(north|south|east|west)[ -]?(east|west)?(?:ern)? (?:of|from) (.{1,120})",
    re.IGNORECASE,
)
_DIRECTED = re.compile(
    r"(?:just |to the )?(north|south|east|west)[ -]?(east|west)? of (.{1,120})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:halfway |midway |somewhere )?between .{1,100} and .{1,100}", re.IGNORECASE)
# A point of the compass stands for 22.5 degrees to either side; reports round distances to about a tenth.
_HALF_POINT = math.radians(22.5)
_ROUNDING = 0.1
_LEAST_ROUNDING_KM = 5.0


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Words before or after a name and the relation they state (data/gazetteer/relations.csv)."""

    written: str
    is_before: bool
    relation: Relation


@dataclass(frozen=True, slots=True)
class Beside:
    """A name and how the words stand to it: `bearing` in degrees from north, `distance_km` over the ground."""

    name: str
    relation: Relation
    bearing: float | None = None
    distance_km: float | None = None
    direction: str = ""


def beside(words: str, known: Sequence[RelationWords]) -> Beside | None:
    """The name in "40 km north of Wonsan" or "waters off Sinpo" with its relation; None when the words state none."""
    text = " ".join(words.split())
    if found := _DISPLACED.fullmatch(text):
        distance = float(found[1]) * KM_PER[found[2].lower().rstrip("s")]
        direction = f"{found[3]}{found[4] or ''}".lower()
        if direction in BEARINGS and 0 < distance <= FARTHEST_KM:
            return Beside(found[5], Relation.AT, BEARINGS[direction], distance, direction)
        return None
    if (found := _DIRECTED.fullmatch(text)) and (direction := f"{found[1]}{found[2] or ''}".lower()) in BEARINGS:
        return Beside(found[3], Relation.NEAR, direction=direction)
    return next((one for rule in known if (one := _stated(text, rule))), None)


def lies_between(words: str) -> bool:
    """Whether the words put something between two places: that is no place with a radius."""
    return bool(_BETWEEN.fullmatch(" ".join(words.split())))


def displaced(place: Place, found: Beside) -> Place | None:
    """The place as far from the point of `place` as the words say; None for an area, which has no one point.

    The direct geodesic on WGS 84 (Karney 2013, by geopy). The radius adds to that of the place half
    a point of the compass at that distance and a rounding of a tenth, 5 km or more.
    """
    if place.point is None or place.radius_m is None or found.bearing is None or found.distance_km is None:
        return None
    away = geodesic(kilometers=found.distance_km).destination(
        (place.point.latitude, place.point.longitude), bearing=found.bearing
    )
    swing = 2 * found.distance_km * math.sin(_HALF_POINT / 2)
    rounding = max(_LEAST_ROUNDING_KM, _ROUNDING * found.distance_km)
    reason = (
        f"{found.distance_km:.0f} km {found.direction} of {place.name}: "
        "half a point of the compass and a rounded distance, added to the reach of the place itself"
    )
    return replace(
        place,
        point=Point(float(away.latitude), float(away.longitude)),
        radius_m=round(place.radius_m + (swing + rounding) * 1000),
        radius_reason=reason,
    )


def _stated(text: str, rule: RelationWords) -> Beside | None:
    lowered = text.casefold()
    if rule.is_before and lowered.startswith(rule.written):
        name = text[len(rule.written) :]
    elif not rule.is_before and lowered.endswith(rule.written):
        name = text[: -len(rule.written)]
    else:
        return None
    return Beside(name.strip(), rule.relation) if name.strip() else None
