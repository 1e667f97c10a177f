"""A request ─► a file, piece by piece or in memory: the one door to every format."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that is named, and not yet made; `sidecar` as in Export."""

    name: str
    shown: Shown
    sidecar: tuple[str, bytes] | None

    def pieces(self, progress: Progress = lambda share, words: None) -> Iterator[bytes]:
        """The content piece by piece, made as it is asked for. ExportError says what is wrong."""
        kind = self.shown.request.format
        if kind in PICTURES:
            progress(0.1, "drawing the map")
        yield from _MAKERS[kind](self.shown, progress)

    def sentence(self, size: int) -> str:
        """What was made, of so many bytes."""
        shown = self.shown
        return f"{describing.count_in_words(shown)}; {describing.range_in_words(shown)}; {size_in_words(size)}"


def draft(request: Request, atlas: Atlas, catalogue: Catalogue) -> Draft:
    """The file of a request; the same request of the same data gives the same bytes. ExportError says what is wrong."""
    shown = show(request, atlas, catalogue)
    stem = f"{describing.file_stem(shown)}{_MIDDLES.get(request.format, '')}"
    sidecar = None
    if request.format in (Format.CSV, Format.CSV_LONG):
        sidecar = (f"{stem}.metadata.json", as_bytes(describing.description(shown)))
    return Draft(f"{stem}.{request.suffix}", shown, sidecar)


def make(
    request: Request, atlas: Atlas, catalogue: Catalogue, progress: Progress = lambda share, words: None
) -> Export:
    """The file of a request in memory."""
    drafted = draft(request, atlas, catalogue)
    content = b"".join(drafted.pieces(progress))
    return Export(drafted.name, content, request.media_type, drafted.sentence(len(content)), drafted.sidecar)


def preview(request: Request, atlas: Atlas, catalogue: Catalogue) -> Export:
    """The map of a request as a coarse PNG, for the screen."""
    from geo.services.export.pictures import previewed

    drafted = draft(replace(request, format=Format.PNG), atlas, catalogue)
    content = previewed(drafted.shown)
    return Export(drafted.name, content, "image/png", drafted.sentence(len(content)))


def _printed(shown: Shown, _: Progress) -> Iterable[bytes]:
    # matplotlib weighs a second and 60 MB: it is imported when a picture is asked for, never at the start.
    from geo.services.export.pictures import printed

    yield printed(shown, shown.request.format)


def _sheet(shown: Shown, progress: Progress) -> Iterable[bytes]:
    from geo.services.export.pictures import years

    yield years(shown, progress)


def _animation(shown: Shown, progress: Progress) -> Iterable[bytes]:
    from geo.services.export.pictures import played

    yield played(shown, progress)


def _geojson(shown: Shown, _: Progress) -> Iterable[bytes]:
    from geo.render.files.geojson import geojson
    from geo.services.export.features import OF_PLACE, features
    from geo.services.export.flat import LAUNCH

    return geojson(LAUNCH, OF_PLACE, features(shown), describing.description(shown))


def _kml(shown: Shown, _: Progress) -> Iterable[bytes]:
    from geo.render.files.kml import kml
    from geo.services.export.features import PROPERTIES, named

    described = describing.description(shown)
    yield kml(PROPERTIES, list(named(shown)), described["title"], described)


def _parquet(shown: Shown, _: Progress) -> Iterable[bytes]:
    from geo.render.files.parquet import geoparquet
    from geo.services.export.features import PROPERTIES, named

    yield geoparquet(PROPERTIES, list(named(shown)), describing.description(shown))


def _csv(shown: Shown, _: Progress) -> Iterable[bytes]:
    from geo.render.files.csv_table import csv_of_columns
    from geo.services.export.flat import FLAT, flat_columns

    return csv_of_columns(FLAT, flat_columns(shown))


def _csv_long(shown: Shown, _: Progress) -> Iterable[bytes]:
    from geo.render.files.csv_table import csv_table
    from geo.services.export.tables import LONG, long_rows

    return csv_table(LONG, ([row[name] for name in LONG] for row in long_rows(shown)))


def _json(shown: Shown, _: Progress) -> Iterable[bytes]:
    yield as_bytes(document(shown))


def _html(shown: Shown, progress: Progress) -> Iterable[bytes]:
    from geo.services.export.page import page

    yield page(shown, progress)


def _bundle(shown: Shown, progress: Progress) -> Iterable[bytes]:
    from geo.services.export.bundle import bundle

    yield bundle(shown, progress)


_MAKERS: Mapping[Format, Callable[[Shown, Progress], Iterable[bytes]]] = {
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


def size_in_words(size: float) -> str:
    if size < 1_000_000:
        return f"{max(size / 1000, 0.1):,.1f} kB" if size < 10_000 else f"{size / 1000:,.0f} kB"
    return f"{size / 1_000_000:,.1f} MB"
