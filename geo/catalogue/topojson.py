"""TopoJSON ─► rings and lines in degrees: decoded, unwrapped at the antimeridian, cut to a rectangle.

Only what building data/basemap needs. A position is (longitude, latitude) in WGS 84 degrees,
the order of GeoJSON (RFC 7946); a ring is closed, its first position repeated at its end.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

Position = tuple[float, float]
Line = list[Position]
Polygon = list[Line]


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Bounds in degrees; west is less than east."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Topology:
    """Decoded arcs and the named collections of geometries that refer to them."""

    arcs: Sequence[Line]
    collections: Mapping[str, Sequence[Mapping[str, Any]]]

    def polygons(self, geometry: Mapping[str, Any]) -> Iterator[Polygon]:
        """Polygons of one geometry; longitudes run beyond 180 where a ring crosses the antimeridian."""
        for rings in _arc_indices(geometry):
            yield [_close_at_pole(_unwrap(self._ring(indices))) for indices in rings]

    def borders(self, collection: str) -> Iterator[Line]:
        """Arcs that two geometries of a collection share, each once."""
        used = [0] * len(self.arcs)
        for geometry in self.collections[collection]:
            for index in _flat(_arc_indices(geometry)):
                used[index if index >= 0 else ~index] += 1
        for arc, count in zip(self.arcs, used, strict=True):
            if count > 1:
                yield _unwrap(arc)

    def _ring(self, indices: Sequence[int]) -> Line:
        ring: Line = []
        for index in indices:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            ring += arc if not ring else arc[1:]
        return ring


def read_topology(path: Path) -> Topology:
    """Decodes a quantized TopoJSON file (delta-encoded arcs with a transform)."""
    document = json.loads(path.read_text(encoding="utf-8"))
    scale, origin = document["transform"]["scale"], document["transform"]["translate"]
    arcs = [_decode(arc, scale, origin) for arc in document["arcs"]]
    return Topology(arcs, {name: entry["geometries"] for name, entry in document["objects"].items()})


def cut_polygon(polygon: Polygon, bounds: Rectangle) -> Polygon:
    """The part of a polygon inside `bounds` (Sutherland and Hodgman); empty when nothing is left."""
    rings = [_cut_ring(ring, bounds) for ring in polygon]
    return [ring for ring in rings if len(ring) >= 4] if len(rings[0]) >= 4 else []


def cut_line(line: Line, bounds: Rectangle) -> list[Line]:
    """The runs of a line whose segments touch `bounds`: whole segments, so runs end just outside it."""
    runs: list[Line] = []
    for start, end in pairwise(line):
        if not _may_touch(start, end, bounds):
            continue
        if runs and runs[-1][-1] == start:
            runs[-1].append(end)
        else:
            runs.append([start, end])
    return runs


def shifted(line: Line, degrees: float) -> Line:
    return [(longitude + degrees, latitude) for longitude, latitude in line]


def rounded(line: Line, decimals: int) -> Line:
    """Positions rounded; a position equal to the one before it is dropped."""
    kept: Line = []
    for longitude, latitude in line:
        position = (round(longitude, decimals) + 0.0, round(latitude, decimals) + 0.0)
        if not kept or kept[-1] != position:
            kept.append(position)
    return kept


def _decode(arc: Sequence[Sequence[int]], scale: Sequence[float], origin: Sequence[float]) -> Line:
    x = y = 0
    line: Line = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        line.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
    return line


def _arc_indices(geometry: Mapping[str, Any]) -> list[list[list[int]]]:
    if geometry["type"] == "Polygon":
        return [geometry["arcs"]]
    if geometry["type"] == "MultiPolygon":
        return list(geometry["arcs"])
    return []


def _flat(nested: Iterable[Any]) -> Iterator[int]:
    for item in nested:
        if isinstance(item, int):
            yield item
        else:
            yield from _flat(item)


def _unwrap(line: Line) -> Line:
    """Continues past 180 degrees instead of jumping to the other side of the world."""
    unwrapped, shift = [line[0]], 0.0
    for (before, _), (longitude, latitude) in pairwise(line):
        if longitude - before > 180:
            shift -= 360
        elif longitude - before < -180:
            shift += 360
        unwrapped.append((longitude + shift, latitude))
    return unwrapped


def _close_at_pole(ring: Line) -> Line:
    """A ring that goes once around the world (Antarctica) is closed along its pole."""
    if abs(ring[-1][0] - ring[0][0]) <= 180:
        return ring
    pole = 90.0 if sum(latitude for _, latitude in ring) > 0 else -90.0
    return [*ring, (ring[-1][0], pole), (ring[0][0], pole), ring[0]]


def _cut_ring(ring: Line, bounds: Rectangle) -> Line:
    edges = ((0, bounds.west, 1), (0, bounds.east, -1), (1, bounds.south, 1), (1, bounds.north, -1))
    for axis, limit, sign in edges:
        ring = _cut_half_plane(ring, axis, limit, sign)
    return ring


def _cut_half_plane(ring: Line, axis: int, limit: float, sign: int) -> Line:
    kept: Line = []
    for start, end in pairwise(ring):
        starts_inside = sign * (start[axis] - limit) >= 0
        if starts_inside:
            kept.append(start)
        if starts_inside != (sign * (end[axis] - limit) >= 0):
            kept.append(_crossing(start, end, axis, limit))
    return [*kept, kept[0]] if kept else []


def _crossing(start: Position, end: Position, axis: int, limit: float) -> Position:
    share = (limit - start[axis]) / (end[axis] - start[axis])
    across = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)


def _may_touch(start: Position, end: Position, bounds: Rectangle) -> bool:
    west, east = sorted((start[0], end[0]))
    south, north = sorted((start[1], end[1]))
    return west <= bounds.east and east >= bounds.west and south <= bounds.north and north >= bounds.south
