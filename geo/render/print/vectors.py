"""The local vectors of the basemap: read once, as arrays of (longitude, latitude)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from geo.render.print.projection import Floats

DETAIL = (115.2, 28.2, 149.8, 50.8)  # west, south, east, north: inside the bounds of north_east_asia.geojson


@dataclass(frozen=True, slots=True)
class Shape:
    """A polygon with its holes, or one line; `bounds` are west, south, east, north."""

    rings: tuple[Floats, ...]
    bounds: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Name:
    """A town; `zoom` is the web map's zoom from which it is shown."""

    text: str
    longitude: float
    latitude: float
    zoom: float


@dataclass(frozen=True, slots=True)
class Vectors:
    """Land and borders of the world and, finer, of North-East Asia; areas, seas and towns by their ids."""

    world_land: tuple[Shape, ...]
    world_borders: tuple[Shape, ...]
    land: tuple[Shape, ...]
    borders: tuple[Shape, ...]
    areas: Mapping[str, tuple[Shape, ...]]
    seas: Mapping[str, tuple[Floats, ...]]
    towns: tuple[Name, ...]


@cache
def load(folder: Path) -> Vectors:
    """The files of data/basemap, which the caller has checked."""
    world, detail = _features(folder, "world"), _features(folder, "north_east_asia")
    areas = [*_features(folder, "north_korea"), *_features(folder, "neighbours")]
    return Vectors(
        world_land=_shapes(world[0]),
        world_borders=_shapes(world[1]),
        land=_shapes(detail[0]),
        borders=_shapes(detail[1]),
        areas={feature["id"]: _shapes(feature) for feature in areas},
        seas={each["id"]: tuple(map(np.array, each["geometry"]["coordinates"])) for each in _features(folder, "seas")},
        towns=tuple(_name(feature) for feature in _features(folder, "place_names")),
    )


def _features(folder: Path, name: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((folder / f"{name}.geojson").read_text(encoding="utf-8"))["features"]
    return features


def _shapes(feature: Mapping[str, Any]) -> tuple[Shape, ...]:
    return tuple(_shape(rings) for rings in _parts(feature["geometry"]))


def _parts(geometry: Mapping[str, Any]) -> Iterator[Sequence[Any]]:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "MultiPolygon":
        yield from coordinates
    elif kind == "MultiLineString":
        yield from ([line] for line in coordinates)
    else:
        yield coordinates if kind == "Polygon" else [coordinates]


def _shape(rings: Sequence[Any]) -> Shape:
    arrays = tuple(np.array(ring, dtype=np.float64) for ring in rings)
    west, south = arrays[0].min(axis=0)
    east, north = arrays[0].max(axis=0)
    return Shape(arrays, (float(west), float(south), float(east), float(north)))


def _name(feature: Mapping[str, Any]) -> Name:
    longitude, latitude = feature["geometry"]["coordinates"]
    return Name(feature["properties"]["name"], longitude, latitude, feature["properties"]["from"])
