"""Land and sea: whether a place with its radius lies wholly on one of them. Pure: the outlines come in as numbers."""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from geo.model.place import Point

Ring = Sequence[Sequence[float]]  # [longitude, latitude] in WGS 84 degrees, closed
_KM_PER_DEGREE = 111.195  # on a sphere of 6371.009 km
_CELL = 1.0  # degrees: edges are kept by the cells they touch


class Ground(StrEnum):
    LAND = "land"
    SEA = "sea"


@dataclass(frozen=True, eq=False)
class Land:
    """Outlines of land (polygons: an outer ring, then holes) within west, south, east, north.

    Beyond the bounds nothing is known.

    Edges across the 180th meridian are not supported: the outlines must be cut there.
    """

    bounds: tuple[float, float, float, float]
    polygons: Sequence[Sequence[Ring]]
    _cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for one, other in self._edges():
            edge = (one[0], one[1], other[0], other[1])
            for cell in _cells_of(edge):
                self._cells.setdefault(cell, []).append(edge)

    def under(self, point: Point, radius_km: float) -> Ground | None:
        """What all of the circle is: LAND or SEA; None when it holds some of both, or leaves the outlines' bounds."""
        west, south, east, north = self.bounds
        reach = radius_km / _KM_PER_DEGREE
        wide = reach / max(0.01, math.cos(math.radians(point.latitude)))
        inside_box = west + wide <= point.longitude <= east - wide and south + reach <= point.latitude <= north - reach
        if not inside_box or self._coast_within(point, radius_km, reach, wide):
            return None
        return Ground.LAND if self._holds(point) else Ground.SEA

    def _edges(self) -> Iterator[tuple[Sequence[float], Sequence[float]]]:
        for polygon in self.polygons:
            for ring in polygon:
                yield from itertools.pairwise(ring)

    def _holds(self, point: Point) -> bool:
        """Even-odd rule along the parallel through the point, eastwards."""
        row = math.floor(point.latitude / _CELL)
        east = math.floor(self.bounds[2] / _CELL) + 1
        crossed: set[tuple[float, float, float, float]] = set()
        for column in range(math.floor(point.longitude / _CELL), east + 1):
            for edge in self._cells.get((column, row), ()):
                if _crosses(edge, point):
                    crossed.add(edge)
        return len(crossed) % 2 == 1

    def _coast_within(self, point: Point, radius_km: float, reach: float, wide: float) -> bool:
        columns = range(*_span(point.longitude - wide, point.longitude + wide))
        rows = range(*_span(point.latitude - reach, point.latitude + reach))
        edges = (edge for column in columns for row in rows for edge in self._cells.get((column, row), ()))
        return any(_distance_km(edge, point) <= radius_km for edge in edges)


def _span(low: float, high: float) -> tuple[int, int]:
    return math.floor(low / _CELL), math.floor(high / _CELL) + 1


def _cells_of(edge: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
    columns = _span(min(edge[0], edge[2]), max(edge[0], edge[2]))
    rows = _span(min(edge[1], edge[3]), max(edge[1], edge[3]))
    for column in range(*columns):
        for row in range(*rows):
            yield column, row


def _crosses(edge: tuple[float, float, float, float], point: Point) -> bool:
    lon, lat, to_lon, to_lat = edge
    if (lat > point.latitude) == (to_lat > point.latitude):
        return False
    return lon + (point.latitude - lat) * (to_lon - lon) / (to_lat - lat) > point.longitude


def _distance_km(edge: tuple[float, float, float, float], point: Point) -> float:
    """To the nearest point of the edge, on the plane that touches the globe at the point."""
    narrow = math.cos(math.radians(point.latitude))
    ax, ay = (edge[0] - point.longitude) * narrow, edge[1] - point.latitude
    bx, by = (edge[2] - point.longitude) * narrow, edge[3] - point.latitude
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if length == 0 else min(1.0, max(0.0, -(ax * (bx - ax) + ay * (by - ay)) / length))
    return math.hypot(ax + along * (bx - ax), ay + along * (by - ay)) * _KM_PER_DEGREE
