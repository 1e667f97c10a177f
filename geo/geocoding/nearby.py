"""Which entries lie near a point: a grid of whole degrees over the tables, and a band of latitude of each store."""

import math
from collections.abc import Iterator

from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.geodesy import EARTH_RADIUS_KM, distance_km
from geo.model.place import Point

Cell = tuple[int, int]
_KM_PER_DEGREE = math.radians(1) * EARTH_RADIUS_KM


class Nearby:
    """Built once, read by any number of threads. An area's point is no place of its own and is left out."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._stores = gazetteer.stores
        self._cells: dict[Cell, list[tuple[str, Point]]] = {}
        for entry in gazetteer.entries.values():
            if entry.point is not None and not entry.area_id:
                self._cells.setdefault(_cell(entry.point), []).append((entry.id, entry.point))

    def within(self, point: Point, reach_km: float) -> list[tuple[float, str, Point]]:
        """(kilometres away, entry id, its point) up to `reach_km` away, the nearest first; equals by id."""
        near = {entry_id: (distance_km(point, at), entry_id, at) for entry_id, at in self._around(point, reach_km)}
        return sorted((one for one in near.values() if one[0] <= reach_km), key=lambda one: one[:2])

    def _around(self, point: Point, reach_km: float) -> Iterator[tuple[str, Point]]:
        """Somewhat more than lies in reach; the tables come last, because their points go before a store's."""
        for store in reversed(self._stores):
            found = store.near(point, reach_km / _KM_PER_DEGREE)
            yield from ((one.id, one.point) for one in found if one.point and not one.area_id)
        for cell in _cells_around(point, reach_km):
            yield from self._cells.get(cell, ())


def _cell(point: Point) -> Cell:
    return math.floor(point.latitude), math.floor(point.longitude + 180) % 360


def _cells_around(point: Point, reach_km: float) -> Iterator[Cell]:
    """The cells that a circle may touch, over the antimeridian too; near a pole every longitude."""
    reach = reach_km / _KM_PER_DEGREE
    south, north = point.latitude - reach, point.latitude + reach
    widest = math.cos(math.radians(min(90.0, max(abs(south), abs(north)))))
    across = min(180.0, reach / widest) if widest > 0.01 else 180.0
    west, east = math.floor(point.longitude + 180 - across), math.floor(point.longitude + 180 + across)
    columns = sorted({column % 360 for column in range(west, east + 1)})
    for row in range(math.floor(south), math.floor(north) + 1):
        yield from ((row, column) for column in columns)
