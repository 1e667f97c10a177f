"""What is to be printed: the words, the part of the earth, the paper. Plain values, no drawing."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.errors import ExportError
from geo.model.mapview import MapView

LEAST_DPI, MOST_DPI = 72, 600  # the fewest are for previews


class Size(StrEnum):
    COLUMN = "column"
    PAGE = "page"
    SLIDE = "slide"
    SQUARE = "square"


MILLIMETRES = {
    Size.COLUMN: (89.0, 132.0),  # one column of a journal
    Size.PAGE: (297.0, 210.0),  # A4, landscape
    Size.SLIDE: (338.67, 190.5),  # 16 : 9, as presentations have it
    Size.SQUARE: (190.5, 190.5),  # 1080 dots at 144 dpi
}
"""Width and height of the paper."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What must be on the map: its middle in degrees (WGS 84) and how far it reaches over the ground, in metres."""

    latitude: float
    longitude: float
    width_m: float
    height_m: float


@dataclass(frozen=True, slots=True)
class Words:
    """Everything on the sheet that is written, plain text; "" and () are left out.

    `facts` are the lines under the title, `selection` the name of the selected launch and
    then a line for each of its places in the order of its marks, and for its ranges.
    """

    title: str
    subtitle: str = ""
    facts: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    selection: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: str = ""
    version: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map to print. `selected` is the id of a launch of `view`, None for none; ExportError for dpi out of bounds."""

    view: MapView
    words: Words
    extent: Extent
    selected: str | None = None
    size: Size = Size.PAGE
    dpi: int = 150
    transparent: bool = False

    def __post_init__(self) -> None:
        if not LEAST_DPI <= self.dpi <= MOST_DPI:
            raise ExportError(f"{self.dpi} dots per inch cannot be drawn; choose {LEAST_DPI} to {MOST_DPI}.")

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return MILLIMETRES[self.size]
