"""GeoJSON (RFC 7946): WGS 84, longitude before latitude, outer rings counterclockwise."""

import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring
from types import NoneType
from typing import Any

from geo.render.files.feature import Feature, Ring

_AT_ONCE = 250  # features to a piece
_WRITERS: Mapping[type, Callable[[Any], str]] = {str: encode_basestring, int: int.__repr__, float: float.__repr__}


def geojson(names: Sequence[str], features: Iterable[Feature], metadata: Mapping[str, Any]) -> Iterator[bytes]:
    """A FeatureCollection, piece by piece; `metadata` is a foreign member of it (RFC 7946, 6.1). One feature a line.

    `names` are those of the features' values.
    """
    head = json.dumps({"metadata": metadata}, ensure_ascii=False, sort_keys=True)[1:-1]
    yield f'{{"type":"FeatureCollection",{head},"features":['.encode()
    form, left, joint = _form(names), iter(features), "\n"
    while batch := list(itertools.islice(left, _AT_ONCE)):
        yield (joint + ",\n".join(_written(form, batch))).encode()
        joint = ",\n"
    yield b"\n]}\n"


def _form(names: Sequence[str]) -> str:
    """A feature with a place for its id, its geometry and each of its values."""
    properties = ", ".join(f"{encode_basestring(name)}: ".replace("%", "%%") + "%s" for name in names)
    return f'{{"type": "Feature", "id": %s, "geometry": %s, "properties": {{{properties}}}}}'


def _written(form: str, batch: Sequence[Feature]) -> Iterator[str]:
    """Column by column: the values of a column are of one type, and written by one function."""
    ids = [encode_basestring(feature.id) for feature in batch]
    values = map(_column, zip(*(feature.values for feature in batch), strict=True))
    return map(form.__mod__, zip(ids, _geometries(batch), *values, strict=True))


def _column(values: Sequence[Any]) -> Iterable[str]:
    """The values as JSON; of those that are alike in a piece, as places and figures are, one is written."""
    kinds = set(map(type, values)) - {NoneType}
    write = _WRITERS.get(kinds.pop(), json.dumps) if len(kinds) == 1 else json.dumps
    if write is encode_basestring and None not in values:
        return map(write, values)
    if write is json.dumps:
        return map(write, values)
    written = {value: "null" if value is None else write(value) for value in set(values)}
    return map(written.__getitem__, values)


def _geometries(batch: Sequence[Feature]) -> Sequence[str]:
    """The geometries as JSON text; "null" for a launch nobody placed (RFC 7946, 3.2)."""
    points = {point: _point(point) for point in {feature.point for feature in batch}}
    return [
        points[feature.point] if feature.point or not feature.polygons else _area(_Kept(feature.polygons))
        for feature in batch
    ]


def _point(point: tuple[float, float] | None) -> str:
    return f'{{"type": "Point", "coordinates": [{point[0]!r}, {point[1]!r}]}}' if point else "null"


class _Kept:
    """An area by its identity: one outline is written for many launches, and put into text once."""

    def __init__(self, polygons: Sequence[Sequence[Ring]]) -> None:
        self.polygons = polygons

    def __hash__(self) -> int:
        return id(self.polygons)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.polygons is self.polygons


@lru_cache(64)
def _area(kept: _Kept) -> str:
    polygons = [[right_handed(ring, i == 0) for i, ring in enumerate(rings)] for rings in kept.polygons]
    return json.dumps({"type": "MultiPolygon", "coordinates": polygons}, separators=(",", ":"))


def right_handed(ring: Ring, is_outer: bool) -> list[list[float]]:
    """The ring in the order RFC 7946 3.1.6 wants: counterclockwise outside, clockwise for a hole."""
    twice_area = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in itertools.pairwise(ring))
    points = [[float(x), float(y)] for x, y in ring]
    return points if (twice_area < 0) == is_outer else points[::-1]
