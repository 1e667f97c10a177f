"""Launches as features of a map: every competing place its own, with what an analyst asks of it."""

from collections.abc import Iterator
from typing import Any

from geo.catalogue.basemap import load_basemap
from geo.model.mapview import PlaceMark, Symbol
from geo.render.files.feature import Feature
from geo.services.export.shown import Shown
from geo.services.export.tables import Row, flat_rows

MOST_OUTLINES = 2_000  # launches in a file up to which areas come with their outline; beyond it with their id


def features(shown: Shown) -> Iterator[Feature]:
    """In time order, the preferred place of a launch first; launches without place or date have no geometry."""
    symbols = {symbol.event_id: symbol for symbol in shown.view.symbols}
    colours = {entry.symbol_class: entry.colour for entry in shown.view.legend}
    with_outlines = len(shown.rows) <= MOST_OUTLINES
    for row in flat_rows(shown):
        yield from _features(row, symbols.get(row["launch"]), colours, with_outlines)


def _features(row: Row, symbol: Symbol | None, colours: dict[Any, str], with_outlines: bool) -> Iterator[Feature]:
    colour = colours[symbol.symbol_class] if symbol else "#6b6b6b"
    marks: tuple[PlaceMark | None, ...] = symbol.marks if symbol and symbol.marks else (None,)
    for number, mark in enumerate(marks):
        role = "none" if mark is None else "preferred" if number == 0 else "competing"
        place = {"place_role": role, "place_number": number + 1 if mark else None}
        where = _where(row, mark, number)
        yield Feature(
            id=row["launch"] if number == 0 else f"{row['launch']}/{number + 1}",
            name=f"{row['date']} · {row['place'] or 'place not stated'}" + (f" ({role})" if number else ""),
            folder=row["class"],
            first=row["date_first"] or "",
            last=row["date_last"] or "",
            colour=colour,
            point=(mark.point.longitude, mark.point.latitude) if mark and mark.point else None,
            polygons=load_basemap().areas.get(mark.area_id) if mark and mark.area_id and with_outlines else None,
            properties={**row, **where, **place},
        )


def _where(row: Row, mark: PlaceMark | None, number: int) -> Row:
    """Coordinates of this very place; the launch's own row has those of the preferred one."""
    if mark is None or number == 0:
        return {}
    point = mark.point
    return {
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "radius_km": mark.radius_m / 1000 if point else None,
        "area": mark.area_id or None,
        "place": None,
    }
