"""One place of one launch, for whoever writes maps: geometry and plain properties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Ring = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Feature:
    """`point` is (longitude, latitude) in degrees, WGS 84; `polygons` an area (outer ring, then holes); both None for
    a launch nobody placed. `first` and `last` are ISO 8601 days, "" when undated. `colour` is "#rrggbb".
    """

    id: str
    name: str
    folder: str
    first: str
    last: str
    colour: str
    point: tuple[float, float] | None
    polygons: Sequence[Sequence[Ring]] | None
    properties: Mapping[str, Any]
