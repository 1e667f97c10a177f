"""Printed maps: one, a sheet of years, or the range played."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from geo.catalogue.basemap import load_basemap
from geo.catalogue.fonts import fonts_folder
from geo.model.errors import ExportError
from geo.model.mapview import MapView, Symbol
from geo.render.print.animation import Moment, film
from geo.render.print.output import Picture, picture
from geo.render.print.small_multiples import small_multiples
from geo.services.export import describing
from geo.services.export.request import PICTURES, Format
from geo.services.export.sheets import sheet_of
from geo.services.export.shown import Shown
from geo.services.export.steps import steps_of

Progress = Callable[[float, str], None]
MOST_YEARS = 60
PREVIEW_DPI = 72
FILM_DPI = 110  # a film of more dots weighs tens of megabytes


def printed(shown: Shown, kind: Format) -> bytes:
    """The map as PNG, SVG or PDF."""
    if kind not in PICTURES:
        raise ValueError(kind)
    return picture(sheet_of(shown), Picture(kind.value), load_basemap().folder, fonts_folder())


def previewed(shown: Shown) -> bytes:
    """The map as a coarse PNG, for the screen."""
    return picture(replace(sheet_of(shown), dpi=PREVIEW_DPI), Picture.PNG, load_basemap().folder, fonts_folder())


def years(shown: Shown, progress: Progress) -> bytes:
    """A sheet (PDF) with one map for each year of the range."""
    first, last = describing.range_of(shown)
    by_year = [
        (
            str(year),
            narrowed(shown, [symbol for symbol in shown.view.symbols if symbol.first.year <= year <= symbol.last.year]),
        )
        for year in range(first.year, last.year + 1)
    ]
    if len(by_year) > MOST_YEARS:
        raise ExportError(f"{len(by_year)} years do not fit on one sheet; choose a range of at most {MOST_YEARS}.")
    return small_multiples(
        sheet_of(shown),
        by_year,
        Picture.PDF,
        load_basemap().folder,
        fonts_folder(),
        lambda share: progress(share, "drawing a map for each year"),
    )


def played(shown: Shown, progress: Progress) -> bytes:
    """The range played from its first launch on, as GIF or APNG."""
    kind = "GIF" if shown.request.format is Format.GIF else "PNG"
    moments = [
        Moment(step.words, narrowed(shown, step.now), narrowed(shown, step.before), step.share)
        for step in steps_of(shown)
    ]
    return film(
        replace(sheet_of(shown), dpi=FILM_DPI, transparent=False),
        moments,
        kind,
        load_basemap().folder,
        fonts_folder(),
        lambda share: progress(share, "drawing the pictures of the film"),
    )


def narrowed(shown: Shown, symbols: Sequence[Symbol]) -> MapView:
    return replace(shown.view, symbols=tuple(symbols))
