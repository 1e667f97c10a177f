"""One place of one launch, for whoever writes maps: geometry and plain values."""

from collections.abc import Sequence
from typing import Any, NamedTuple

Ring = Sequence[Sequence[float]]


class Feature(NamedTuple):
    """`point` is (longitude, latitude) in degrees, WGS 84; `polygons` an area (outer ring, then holes); both None for
    a launch nobody placed. `first` and `last` are ISO 8601 days, "" when undated. `colour` is "#rrggbb". `values` are
    its properties, texts, numbers and None; their names are the same for all features of a file.
    """

    id: str
    name: str
    folder: str
    first: str
    last: str
    colour: str
    point: tuple[float, float] | None
    polygons: Sequence[Sequence[Ring]] | None
    values: tuple[Any, ...]
