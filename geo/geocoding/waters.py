"""Bodies of water as coarse outlines: how far from a point their nearest and farthest waters lie."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from geo.geocoding.geodesy import EARTH_RADIUS_KM
from geo.model.place import Point

_STEP_DEGREES = 0.25  # points set along the outline, at most 28 km apart


@dataclass(frozen=True, eq=False)
class Water:
    """`outline` are the corners of one area of sea in order, not closed, none across the 180th meridian.

    Drawn generously: what lies outside it surely is not in that water.
    """

    outline: Sequence[Point]
    _known: dict[Point, tuple[float, float]] = field(default_factory=dict, repr=False)

    def distances_km(self, point: Point) -> tuple[float, float]:
        """Great-circle distances from the point to the nearest and the farthest of these waters; (0, …) inside them."""
        known = self._known.get(point)
        if known is None:
            here = _vector(point)
            angles = [_angle(here, there) for there in self._along()]
            nearest = 0.0 if self._holds(point) else min(angles) * EARTH_RADIUS_KM
            known = self._known[point] = (nearest, max(angles) * EARTH_RADIUS_KM)
        return known

    def _along(self) -> list[tuple[float, float, float]]:
        found = []
        for one, other in zip(self.outline, [*self.outline[1:], self.outline[0]], strict=True):
            dy, dx = other.latitude - one.latitude, other.longitude - one.longitude
            steps = max(1, math.ceil(max(abs(dy), abs(dx)) / _STEP_DEGREES))
            for step in range(steps):
                share = step / steps
                found.append(_vector(Point(one.latitude + dy * share, one.longitude + dx * share)))
        return found

    def _holds(self, point: Point) -> bool:
        inside = False
        for one, other in zip(self.outline, [*self.outline[1:], self.outline[0]], strict=True):
            if (one.latitude > point.latitude) != (other.latitude > point.latitude):
                share = (point.latitude - one.latitude) / (other.latitude - one.latitude)
                if one.longitude + share * (other.longitude - one.longitude) > point.longitude:
                    inside = not inside
        return inside


def _vector(point: Point) -> tuple[float, float, float]:
    latitude, longitude = math.radians(point.latitude), math.radians(point.longitude)
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)


def _angle(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    dot = one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
    return math.acos(max(-1.0, min(1.0, dot)))
