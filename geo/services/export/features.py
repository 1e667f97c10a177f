"""Launches as features of a map: every competing place its own, with what an analyst asks of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geo.catalogue.basemap import load_basemap
from geo.model.mapview import PlaceMark
from geo.render.files.feature import Feature
from geo.services.export.shown import Shown
from geo.services.export.tables import FLAT, FlatRow, flat_rows, position

MOST_OUTLINES = 2_000  # launches in a file up to which areas come with their outline; beyond it with their id


PROPERTIES = (*FLAT, "place_role", "place_number")
_PLACE, _AFTER, _CLASS = map(FLAT.index, ("place", "places_claimed", "class"))  # the position stands before the second


def features(shown: Shown) -> Iterator[Feature]:
    """In time order, the preferred place of a launch first; launches without place or date have no geometry.

    Their values are those of PROPERTIES.
    """
    symbols = {symbol.event_id: symbol for symbol in shown.view.symbols}
    colours = {entry.symbol_class: entry.colour for entry in shown.view.legend}
    outlines = load_basemap().areas if len(shown.rows) <= MOST_OUTLINES else {}
    for row in flat_rows(shown):
        symbol = symbols.get(row[0])
        colour = colours[symbol.symbol_class] if symbol else "#6b6b6b"
        yield from _features(row, symbol.marks if symbol else (), colour, outlines)


def _features(row: FlatRow, marks: Sequence[PlaceMark], colour: str, outlines: Mapping[str, Any]) -> Iterator[Feature]:
    launch, day, first, last, place, *_ = row
    folder, name = row[_CLASS], f"{day} · {place or 'place not stated'}"
    first, last = first or "", last or ""
    if not marks:
        yield Feature(launch, name, folder, first, last, colour, None, None, (*row, "none", None))
    for number, mark in enumerate(marks):
        point = (mark.point.longitude, mark.point.latitude) if mark.point else None
        outline = outlines.get(mark.area_id)
        if number == 0:
            yield Feature(launch, name, folder, first, last, colour, point, outline, (*row, "preferred", 1))
        else:
            values = (*row[:_PLACE], None, *position(mark), *row[_AFTER:], "competing", number + 1)
            one, title = f"{launch}/{number + 1}", f"{name} (competing)"
            yield Feature(one, title, folder, first, last, colour, point, outline, values)
