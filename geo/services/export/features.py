"""Launches as features of a map: every competing place its own, with what an analyst asks of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from geo.catalogue.basemap import load_basemap
from geo.render.files.feature import Feature, Features
from geo.services.export.flat import LAUNCH, NOWHERE, PLACE, Piece, pieces, position
from geo.services.export.shown import Shown

MOST_OUTLINES = 2_000  # launches in a file up to which areas come with their outline; beyond it with their id

OF_PLACE = (*PLACE, "place_role", "place_number")
PROPERTIES = (*LAUNCH, *OF_PLACE)
_DATE, _FIRST, _LAST, _CLASS, _PLACE, _ROLE = map(
    PROPERTIES.index, ("date", "date_first", "date_last", "class", "place", "place_role")
)
_COMPETING = "competing"
_ROLES = ("preferred", _COMPETING)
_UNDATED = "#6b6b6b"


def features(shown: Shown) -> Iterator[Features]:
    """In time order, the preferred place of a launch first; launches without place or date have no geometry.

    Their properties are those of LAUNCH and OF_PLACE.
    """
    outlines = load_basemap().areas if len(shown.rows) <= MOST_OUTLINES else {}
    return (_features(piece, outlines) for piece in pieces(shown))


def _features(piece: Piece, outlines: Mapping[str, Any]) -> Features:
    marks = [mark for each in piece.marks for mark in each or (None,)]
    numbers = [number for each in piece.marks for number in range(1, max(len(each), 1) + 1)]
    launches = [i for i, each in enumerate(piece.marks) for _ in each or (None,)]
    ids = piece.launches[0]
    return Features(
        [ids[i] if number == 1 else f"{ids[i]}/{number}" for i, number in zip(launches, numbers, strict=True)],
        [(mark.point.longitude, mark.point.latitude) if mark and mark.point else None for mark in marks],
        [outlines.get(mark.area_id) if mark else None for mark in marks],
        launches,
        piece.launches,
        (
            [piece.places[i] if number == 1 else None for i, number in zip(launches, numbers, strict=True)],
            *zip(*(position(mark) if mark else NOWHERE for mark in marks), strict=True),
            ["none" if mark is None else _ROLES[number > 1] for mark, number in zip(marks, numbers, strict=True)],
            [number if mark else None for mark, number in zip(marks, numbers, strict=True)],
        ),
    )


def named(shown: Shown) -> Iterator[Feature]:
    """The same one by one, with names, folders and colours; their values are those of PROPERTIES."""
    colours: Mapping[str, str] = {entry.symbol_class: entry.colour for entry in shown.view.legend}
    for piece in features(shown):
        name = ""
        properties = zip(*piece.columns(), strict=True)
        for each, point, polygons, values in zip(piece.ids, piece.points, piece.polygons, properties, strict=True):
            first, kind, role = values[_FIRST], values[_CLASS], values[_ROLE]
            if role != _COMPETING:
                name = f"{values[_DATE]} · {values[_PLACE] or 'place not stated'}"
            title = f"{name} (competing)" if role == _COMPETING else name
            colour = colours[kind] if first else _UNDATED
            yield Feature(each, title, kind, first or "", values[_LAST] or "", colour, point, polygons, values)
