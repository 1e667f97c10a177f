"""Places of launches, for whoever writes maps: geometry and plain values."""

from collections.abc import Sequence
from typing import Any, NamedTuple

Ring = Sequence[Sequence[float]]
Polygons = Sequence[Sequence[Ring]]
LonLat = tuple[float, float]
"""Longitude and latitude in degrees, WGS 84."""


class Feature(NamedTuple):
    """One place of one launch. `polygons` is an area (outer ring, then holes); it and `point` are None for a launch
    nobody placed. `first` and `last` are ISO 8601 days, "" when undated. `colour` is "#rrggbb". `values` are its
    properties, texts, numbers and None; their names are the same for all features of a file.
    """

    id: str
    name: str
    folder: str
    first: str
    last: str
    colour: str
    point: LonLat | None
    polygons: Polygons | None
    values: tuple[Any, ...]


class Features(NamedTuple):
    """Some features column by column; `ids`, `points`, `polygons` and `of_place` have an entry for each, as in Feature.

    `of_launch` are properties that a launch has in all its places, with an entry a launch; `launches` says for each
    feature which entry is its own.
    """

    ids: Sequence[str]
    points: Sequence[LonLat | None]
    polygons: Sequence[Polygons | None]
    launches: Sequence[int]
    of_launch: Sequence[Sequence[Any]]
    of_place: Sequence[Sequence[Any]]

    def columns(self) -> list[Sequence[Any]]:
        """All properties with an entry for each feature, those of the launch first."""
        return [*([column[i] for i in self.launches] for column in self.of_launch), *self.of_place]
