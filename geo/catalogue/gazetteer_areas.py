"""A point that stands for an area, and the radius around it that encloses the area."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.catalogue.topojson import Polygon, Position
from geo.geocoding.geodesy import distance_km
from geo.model.place import Point


@dataclass(frozen=True, slots=True)
class Stand:
    """A representative point and the metres around it that hold everything the area was measured by."""

    point: Point
    radius_m: int


def of_polygons(polygons: Sequence[Polygon]) -> Stand:
    """The centroid of the outer rings, weighted by their area on the ground, and the farthest vertex."""
    sums = [_moments(polygon[0]) for polygon in polygons]
    area = math.fsum(one[0] for one in sums)
    latitude = math.fsum(one[2] for one in sums) / area
    centre = Point(latitude, _wrapped(math.fsum(one[1] for one in sums) / area))
    vertices = (Point(_clamped(y), _wrapped(x)) for polygon in polygons for x, y in polygon[0])
    return Stand(centre, _farthest(centre, vertices))


def of_points(points: Sequence[Point]) -> Stand:
    """The middle of the places of an area, each counted once (on the sphere), and the farthest of them."""
    vectors = [_vector(point) for point in points]
    x, y, z = (math.fsum(axis) for axis in zip(*vectors, strict=True))
    centre = Point(math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x)))
    return Stand(centre, _farthest(centre, points))


def _farthest(centre: Point, points: Iterable[Point]) -> int:
    return math.ceil(max(distance_km(centre, point) for point in points)) * 1000 + 1000


def _moments(ring: Sequence[Position]) -> tuple[float, float, float]:
    """Area and first moments of a ring in degrees, longitudes shortened by the cosine of its middle latitude."""
    middle = sum(y for _, y in ring) / len(ring)
    area = along = up = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area += cross / 2
        along += (x0 + x1) * cross / 6
        up += (y0 + y1) * cross / 6
    # Rings run either way round: the area counts, not its sign.
    weight = math.copysign(math.cos(math.radians(middle)), area)
    return area * weight, along * weight, up * weight


def _vector(point: Point) -> tuple[float, float, float]:
    latitude, longitude = math.radians(point.latitude), math.radians(point.longitude)
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)


def _wrapped(longitude: float) -> float:
    return (longitude + 180) % 360 - 180


def _clamped(latitude: float) -> float:
    return max(-90.0, min(90.0, latitude))


def farthest_corner(at: Point, south: float, west: float, north: float, east: float) -> int:
    """Metres from a point to the farthest corner of a box of degrees; its west may lie east of its east."""
    corners = (Point(_clamped(y), _wrapped(x)) for y in (south, north) for x in (west, east))
    return _farthest(at, corners)


def inside(polygons: Sequence[Polygon], points: Sequence[Point]) -> list[int]:
    """Which of the points lie inside an outer ring (even-odd rule); lakes and other holes count as inside."""
    found: set[int] = set()
    for polygon in polygons:
        ring = polygon[0]
        west, east = min(x for x, _ in ring), max(x for x, _ in ring)
        south, north = min(y for _, y in ring), max(y for _, y in ring)
        for number, point in enumerate(points):
            if south <= point.latitude <= north and west <= point.longitude <= east and _is_inside(ring, point):
                found.add(number)
    return sorted(found)


def _is_inside(ring: Sequence[Position], point: Point) -> bool:
    x, y = point.longitude, point.latitude
    crossings = (
        x < x0 + (y - y0) / (y1 - y0) * (x1 - x0) for (x0, y0), (x1, y1) in pairwise(ring) if (y0 > y) != (y1 > y)
    )
    return sum(crossings) % 2 == 1
