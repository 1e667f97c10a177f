"""Which areas a point lies in: provinces, countries and seas as polygons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geo.model.place import Point

Ring = Sequence[Sequence[float]]  # [longitude, latitude] in WGS 84 degrees, closed
Polygons = Sequence[Sequence[Ring]]  # each an outer ring, then its holes


@dataclass(frozen=True, slots=True)
class _Area:
    id: str
    bounds: tuple[float, float, float, float]  # west, south, east, north
    polygons: Polygons

    @property
    def size(self) -> float:
        west, south, east, north = self.bounds
        return (east - west) * (north - south)


class Areas:
    """Areas that do not cross the antimeridian; built once, read by any number of threads."""

    def __init__(self, polygons: Mapping[str, Polygons]) -> None:
        areas = [_Area(area_id, _bounds(each), each) for area_id, each in polygons.items() if each]
        self._areas = sorted(areas, key=lambda area: (area.size, area.id))

    def containing(self, point: Point) -> tuple[str, ...]:
        """Ids of the areas around a point, the smallest (by its bounds) first; a point in a hole is outside."""
        return tuple(area.id for area in self._areas if _holds(area, point))


def _bounds(polygons: Polygons) -> tuple[float, float, float, float]:
    corners = [corner for polygon in polygons for corner in polygon[0]]
    longitudes, latitudes = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def _holds(area: _Area, point: Point) -> bool:
    west, south, east, north = area.bounds
    if not (west <= point.longitude <= east and south <= point.latitude <= north):
        return False
    return any(sum(_encloses(ring, point) for ring in polygon) % 2 == 1 for polygon in area.polygons)


def _encloses(ring: Ring, point: Point) -> bool:
    """The even-odd rule: a ray to the east crosses the ring an odd number of times."""
    x, y = point.longitude, point.latitude
    crossings = 0
    for (x1, y1, *_), (x2, y2, *_) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1
