"""GeoJSON (RFC 7946): WGS 84, longitude before latitude, outer rings counterclockwise."""

import io
import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from geo.render.files.feature import Feature, Ring


def geojson(features: Iterable[Feature], metadata: Mapping[str, Any]) -> bytes:
    """A FeatureCollection; `metadata` is a foreign member of it (RFC 7946, 6.1). One feature a line."""
    head = json.dumps({"metadata": metadata}, ensure_ascii=False, sort_keys=True)[1:-1]
    file = io.BytesIO()
    file.write(f'{{"type":"FeatureCollection",{head},"features":['.encode())
    for number, feature in enumerate(features):
        file.write((",\n" if number else "\n").encode() + _feature(feature).encode())
    file.write(b"\n]}\n")
    return file.getvalue()


def _feature(feature: Feature) -> str:
    properties = ", ".join([f"{_text(name)}: {_value(value)}" for name, value in feature.properties.items()])
    head = f'{{"type": "Feature", "id": {json.dumps(feature.id, ensure_ascii=False)}, "geometry": '
    return f'{head}{geometry(feature)}, "properties": {{{properties}}}}}'


def _value(value: str | float | None) -> str:
    """One property as JSON: texts are kept, for most stand in many launches."""
    if value is None:
        return "null"
    return _text(value) if isinstance(value, str) else repr(value) if type(value) in (int, float) else json.dumps(value)


@lru_cache(65_536)
def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def geometry(feature: Feature) -> str:
    """The geometry as JSON text; "null" for a launch nobody placed (RFC 7946, 3.2)."""
    if feature.point:
        return f'{{"type": "Point", "coordinates": [{feature.point[0]!r}, {feature.point[1]!r}]}}'
    return _area(_Kept(feature.polygons)) if feature.polygons else "null"


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
