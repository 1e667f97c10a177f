"""What is asked for: a format, the launches, the part of the earth, the paper and the user's own words."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from geo.model.errors import ExportError
from geo.services.address import MapPlace
from geo.services.browse import LaunchFilter


class Format(StrEnum):
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    GEOJSON = "geojson"
    KML = "kml"
    CSV = "csv"
    CSV_LONG = "csv-long"
    JSON = "json"
    PARQUET = "parquet"
    HTML = "html"
    GIF = "gif"
    APNG = "apng"
    SHEET = "sheet"
    BUNDLE = "bundle"


PICTURES = frozenset({Format.PNG, Format.SVG, Format.PDF})
SUFFIXES = {Format.CSV_LONG: "csv", Format.APNG: "png", Format.SHEET: "pdf", Format.BUNDLE: "zip"}
MEDIA_TYPES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "gif": "image/gif",
    "geojson": "application/geo+json",
    "kml": "application/vnd.google-earth.kml+xml",
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "html": "text/html",
    "zip": "application/zip",
}
LEAST_DPI, MOST_DPI = 144, 600  # what prints well, to what a printer can do
LONGEST_TEXT = 2_000  # characters of a title that are looked at; what finds no room is cut off with an ellipsis


@dataclass(frozen=True, slots=True)
class Request:
    """`chosen` says which launches, both days included. `place` is where the live map looks (latitude and longitude
    in 0.0001 degree, zoom in hundredths), None for where the launches are; `bounds` (west, south, east, north in
    degrees) takes precedence of it. `frame` is the live map's width, height and what of it the slider hides at its
    foot, in pixels, None when unknown. `address` are the fields of the URL that opens the same view.

    `size` is a size of paper by name (geo.render.print.sheet). ExportError for a range backwards,
    bounds that are none, unknown sizes and dots per inch that no print has.
    """

    format: Format
    chosen: LaunchFilter = field(default_factory=LaunchFilter)
    selected: str | None = None
    place: MapPlace | None = None
    frame: tuple[int, int, int] | None = None
    bounds: tuple[float, float, float, float] | None = None
    size: str = "page"
    dpi: int = 150
    transparent: bool = False
    title: str = ""
    subtitle: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        first, last = self.chosen.first or date.min, self.chosen.last or date.max
        if first > last:
            raise ExportError(f"The range runs backwards: it begins on {first} and ends on {last}. Swap the two days.")
        if not LEAST_DPI <= self.dpi <= MOST_DPI:
            raise ExportError(f"{self.dpi} dots per inch cannot be printed; choose {LEAST_DPI} to {MOST_DPI}.")
        if self.bounds and not _is_box(self.bounds):
            raise ExportError("The bounds are west,south,east,north in degrees, such as 122,33,143,44.")

    @property
    def suffix(self) -> str:
        return SUFFIXES.get(self.format, self.format.value)

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.suffix]


def _is_box(bounds: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bounds
    return -180 <= west < east <= 360 and east - west <= 360 and -90 <= south < north <= 90
