"""A request ─► files in memory: the one door to every format."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from geo.services.atlas import Atlas
from geo.services.export import describing
from geo.services.export.documents import as_bytes, document
from geo.services.export.request import PICTURES, Format, Request
from geo.services.export.shown import Shown, show
from geo.services.opening import Catalogue

Progress = Callable[[float, str], None]
"""Told the share done (0 to 1) and what is being done."""


_MIDDLES = {
    Format.CSV_LONG: "_claims",
    Format.BUNDLE: "_evidence",
    Format.SHEET: "_years",
    Format.GIF: "_played",
    Format.APNG: "_played",
}


@dataclass(frozen=True, slots=True)
class Export:
    """`name` with suffix, `content`, and what was made in a sentence. `sidecar` is (name, content), None for formats
    that carry their description themselves.
    """

    name: str
    content: bytes
    media_type: str
    sentence: str
    sidecar: tuple[str, bytes] | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def make(
    request: Request, atlas: Atlas, catalogue: Catalogue, progress: Progress = lambda share, words: None
) -> Export:
    """The file of a request; the same request of the same data gives the same bytes. ExportError says what is wrong."""
    shown = show(request, atlas, catalogue)
    content = _content(shown, progress)
    stem = describing.file_stem(shown)
    middle = _MIDDLES.get(request.format, "")
    name = f"{stem}{middle}.{request.suffix}"
    sidecar = None
    if request.format in (Format.CSV, Format.CSV_LONG):
        sidecar = (f"{stem}{middle}.metadata.json", as_bytes(describing.description(shown)))
    return Export(name, content, request.media_type, _sentence(shown, len(content)), sidecar)


def _content(shown: Shown, progress: Progress) -> bytes:
    kind = shown.request.format
    if kind in PICTURES:
        progress(0.1, "drawing the map")
    return _MAKERS[kind](shown, progress)


def _printed(shown: Shown, _: Progress) -> bytes:
    # matplotlib weighs a second and 60 MB: it is imported when a picture is asked for, never at the start.
    from geo.services.export.pictures import printed

    return printed(shown, shown.request.format)


def _sheet(shown: Shown, progress: Progress) -> bytes:
    from geo.services.export.pictures import years

    return years(shown, progress)


def _animation(shown: Shown, progress: Progress) -> bytes:
    from geo.services.export.pictures import played

    return played(shown, progress)


def _geojson(shown: Shown, _: Progress) -> bytes:
    from geo.render.files.geojson import geojson
    from geo.services.export.features import features

    return geojson(features(shown), describing.description(shown))


def _kml(shown: Shown, _: Progress) -> bytes:
    from geo.render.files.kml import kml
    from geo.services.export.features import features

    described = describing.description(shown)
    return kml(list(features(shown)), described["title"], described)


def _parquet(shown: Shown, _: Progress) -> bytes:
    from geo.render.files.parquet import geoparquet
    from geo.services.export.features import features

    return geoparquet(list(features(shown)), describing.description(shown))


def _csv(shown: Shown, _: Progress) -> bytes:
    from geo.render.files.csv_table import csv_table
    from geo.services.export.tables import FLAT, flat_rows

    return csv_table(FLAT, ([row[name] for name in FLAT] for row in flat_rows(shown)))


def _csv_long(shown: Shown, _: Progress) -> bytes:
    from geo.render.files.csv_table import csv_table
    from geo.services.export.tables import LONG, long_rows

    return csv_table(LONG, ([row[name] for name in LONG] for row in long_rows(shown)))


def _json(shown: Shown, _: Progress) -> bytes:
    return as_bytes(document(shown))


def _html(shown: Shown, progress: Progress) -> bytes:
    from geo.services.export.page import page

    return page(shown, progress)


def _bundle(shown: Shown, progress: Progress) -> bytes:
    from geo.services.export.bundle import bundle

    return bundle(shown, progress)


_MAKERS: Mapping[Format, Callable[[Shown, Progress], bytes]] = {
    Format.PNG: _printed,
    Format.SVG: _printed,
    Format.PDF: _printed,
    Format.SHEET: _sheet,
    Format.GIF: _animation,
    Format.APNG: _animation,
    Format.GEOJSON: _geojson,
    Format.KML: _kml,
    Format.CSV: _csv,
    Format.CSV_LONG: _csv_long,
    Format.JSON: _json,
    Format.PARQUET: _parquet,
    Format.HTML: _html,
    Format.BUNDLE: _bundle,
}


def _sentence(shown: Shown, size: int) -> str:
    return f"{describing.count_in_words(shown)}; {describing.range_in_words(shown)}; {size_in_words(size)}"


def size_in_words(size: float) -> str:
    if size < 1_000_000:
        return f"{max(size / 1000, 0.1):,.1f} kB" if size < 10_000 else f"{size / 1000:,.0f} kB"
    return f"{size / 1_000_000:,.1f} MB"
