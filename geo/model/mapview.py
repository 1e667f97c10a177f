"""What is drawn: numbers and ids. The interactive and the printed map draw the same MapView."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.model.place import Point


class SymbolClass(StrEnum):
    """Classes of screen symbols; colour and shape are constants of geo.symbology."""

    SHORT_RANGE = "short-range ballistic"
    MEDIUM_RANGE = "medium and intermediate range"
    INTERCONTINENTAL = "intercontinental"
    SUBMARINE_LAUNCHED = "submarine-launched"
    SPACE_LAUNCHER = "space launcher"
    CRUISE = "cruise"
    OTHER = "other or unknown"


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """One competing place of a launch: a point with a radius in metres, or the id of an area."""

    point: Point | None
    radius_m: float
    area_id: str


@dataclass(frozen=True, slots=True)
class ClaimedRange:
    """How far a claim says a missile flew, in metres over the ground; `upper_m` is None where it is open.

    `sea` is the id of the water it is said to have come down in (data/comparison/landing_areas.csv),
    "" when none was named.
    """

    lower_m: float
    upper_m: float | None
    sea: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """One launch. `first` and `last` bound its local day, both included.

    `marks[0]` is the preferred place; `marks` is empty for a launch nobody placed (it is in
    the table, not on the map). `size` is 1, 2 or 3 by count. `place` and `missile` are names
    of our gazetteer and our list of designations, "" where those have none: never a report's
    words. `ranges` are the distances claimed, each once.
    """

    event_id: str
    first: date
    last: date
    symbol_class: SymbolClass
    size: int
    contradictory: bool
    marks: tuple[PlaceMark, ...]
    place: str = ""
    missile: str = ""
    ranges: tuple[ClaimedRange, ...] = ()


@dataclass(frozen=True, slots=True)
class LegendEntry:
    symbol_class: SymbolClass
    colour: str
    shape: str


@dataclass(frozen=True, slots=True)
class MapView:
    """Symbols sorted by first day then event id; legend and attribution are constants of ours."""

    symbols: tuple[Symbol, ...]
    legend: tuple[LegendEntry, ...]
    attribution: str
