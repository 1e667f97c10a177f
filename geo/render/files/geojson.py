"""GeoJSON (RFC 7946): WGS 84, longitude before latitude, outer rings counterclockwise."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from geo.render.files.feature import Features, LonLat, Polygons, Ring
from geo.render.files.texts import Texts

_WRITERS: Mapping[type, Callable[[Any], str]] = {str: encode_basestring, int: int.__repr__, float: float.__repr__}
_END = b"}},\n"


def geojson(
    of_launch: Sequence[str], of_place: Sequence[str], pieces: Iterable[Features], metadata: Mapping[str, Any]
) -> Iterator[bytes]:
    """A FeatureCollection, piece by piece; `metadata` is a foreign member of it (RFC 7946, 6.1). One feature a line.

    `of_launch` and `of_place` are the names of the features' properties.
    """
    head = json.dumps({"metadata": metadata}, ensure_ascii=False, sort_keys=True)[1:-1]
    yield f'{{"type":"FeatureCollection",{head},"features":['.encode()
    launches, places = (Texts(_leads(names), _json, "null", _WRITERS) for names in (of_launch, of_place))
    joint = b"\n"
    for piece in pieces:
        yield joint + _END.join(_written(piece, launches, places)) + b"}}"
        joint = b",\n"
    yield b"\n]}\n"


def _leads(names: Sequence[str]) -> list[str]:
    return [f"{encode_basestring(name)}:" for name in names]


def _written(piece: Features, launches: Texts, places: Texts) -> Iterator[bytes]:
    """The features but for their _END; what all places of a launch have in common is put into text once."""
    members = map(b",".join, zip(*launches.columns(piece.of_launch), strict=True))
    common = [b'"properties":{' + each for each in members]
    ids = [f'{{"type":"Feature","id":{encode_basestring(each)}'.encode() for each in piece.ids]
    own = [common[i] for i in piece.launches]
    return map(b",".join, zip(ids, _geometries(piece), own, *places.columns(piece.of_place), strict=True))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _geometries(piece: Features) -> Iterator[bytes]:
    """The geometries as JSON; "null" for a launch nobody placed (RFC 7946, 3.2)."""
    points = {point: _point(point) for point in set(piece.points)}
    for point, polygons in zip(piece.points, piece.polygons, strict=True):
        yield points[point] if point or not polygons else _area(_Kept(polygons))


def _point(point: LonLat | None) -> bytes:
    geometry = f'{{"type":"Point","coordinates":[{point[0]!r},{point[1]!r}]}}' if point else "null"
    return f'"geometry":{geometry}'.encode()


class _Kept:
    """An area by its identity: one outline is written for many launches, and put into text once."""

    def __init__(self, polygons: Polygons) -> None:
        self.polygons = polygons

    def __hash__(self) -> int:
        return id(self.polygons)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.polygons is self.polygons


@lru_cache(64)
def _area(kept: _Kept) -> bytes:
    polygons = [[right_handed(ring, i == 0) for i, ring in enumerate(rings)] for rings in kept.polygons]
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return f'"geometry":{json.dumps(geometry, separators=(",", ":"))}'.encode()


def right_handed(ring: Ring, is_outer: bool) -> list[list[float]]:
    """The ring in the order RFC 7946 3.1.6 wants: counterclockwise outside, clockwise for a hole."""
    twice_area = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in itertools.pairwise(ring))
    points = [[float(x), float(y)] for x, y in ring]
    return points if (twice_area < 0) == is_outer else points[::-1]
