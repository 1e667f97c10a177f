"""MapView ─► columns: numbers and ids, as the browser fetches them; and back, for whoever checks."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from geo.model.mapview import ClaimedRange, LegendEntry, MapView, PlaceMark, Symbol, SymbolClass
from geo.model.place import Point
from geo.render.guard import checked_id, checked_ids, checked_name

_EPOCH = date(1970, 1, 1)
_DEGREE = 10_000  # positions travel in units of 0.0001 degree: 11 m on the ground

Columns = dict[str, Any]


def day_number(day: date) -> int:
    """Days since 1970-01-01, negative before it."""
    return (day - _EPOCH).days


def day_of(number: int) -> date:
    """The day of a number; OverflowError outside the years 1 to 9999."""
    return _EPOCH + timedelta(days=number)


def to_columns(view: MapView) -> Columns:
    """One list for each property of the launches and of their places, in the order of the view.

    Marks of launch i are mark_start[i] up to mark_start[i + 1]. `area` is an index into
    `areas`, -1 for a point; radii are whole metres. `place` and `missile` are indices into
    `places` and `missiles`, -1 for none: names of our own lists, each stands once. Launch
    ranged[k] claims the distances range_start[k] up to range_start[k + 1]: metres, range_upper
    -1 where it is open, range_sea an index into `seas` or -1. ModelError for an id that is none.
    """
    marks = [mark for symbol in view.symbols for mark in symbol.marks]
    areas = sorted({checked_id(mark.area_id) for mark in marks if mark.area_id})
    classes = [entry.symbol_class for entry in view.legend]
    return {
        "ids": checked_ids(symbol.event_id for symbol in view.symbols),
        "first": [day_number(symbol.first) for symbol in view.symbols],
        "last": [day_number(symbol.last) for symbol in view.symbols],
        "symbol_class": [classes.index(symbol.symbol_class) for symbol in view.symbols],
        "size": [symbol.size for symbol in view.symbols],
        "contradictory": [int(symbol.contradictory) for symbol in view.symbols],
        "mark_start": _starts(view.symbols),
        "latitude": [_ten_thousandths(mark.point.latitude if mark.point else 0) for mark in marks],
        "longitude": [_ten_thousandths(mark.point.longitude if mark.point else 0) for mark in marks],
        "radius": [round(mark.radius_m) for mark in marks],
        "area": [areas.index(mark.area_id) if mark.area_id else -1 for mark in marks],
        "areas": areas,
        **_names("place", [symbol.place for symbol in view.symbols]),
        **_names("missile", [symbol.missile for symbol in view.symbols]),
        **_ranges(view.symbols),
        "legend": [_legend_entry(entry) for entry in view.legend],
        "attribution": view.attribution,
    }


def from_columns(columns: Mapping[str, Any]) -> MapView:
    """The view the columns were made of, at the precision of the columns."""
    legend = tuple(
        LegendEntry(SymbolClass(entry["label"]), entry["colour"], entry["shape"]) for entry in columns["legend"]
    )
    symbols = tuple(_symbol(columns, index, legend) for index in range(len(columns["ids"])))
    return MapView(symbols, legend, columns["attribution"])


def encode(view: MapView) -> bytes:
    """The columns as compact JSON; the same view gives the same bytes."""
    return json.dumps(to_columns(view), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _names(kind: str, names: Sequence[str]) -> Columns:
    known = {name: index for index, name in enumerate(sorted({checked_name(name) for name in set(names) if name}))}
    return {kind: [known.get(name, -1) for name in names], f"{kind}s": list(known)}


def _ranges(symbols: Sequence[Symbol]) -> Columns:
    ranged = [index for index, symbol in enumerate(symbols) if symbol.ranges]
    ranges = [each for index in ranged for each in symbols[index].ranges]
    seas = sorted({checked_id(each.sea) for each in ranges if each.sea})
    return {
        "ranged": ranged,
        "range_start": [0, *accumulate(len(symbols[index].ranges) for index in ranged)],
        "range_lower": [round(each.lower_m) for each in ranges],
        "range_upper": [-1 if each.upper_m is None else round(each.upper_m) for each in ranges],
        "range_sea": [seas.index(each.sea) if each.sea else -1 for each in ranges],
        "seas": seas,
    }


def _ten_thousandths(degrees: float) -> int:
    return round(degrees * _DEGREE)


def _starts(symbols: Sequence[Symbol]) -> list[int]:
    starts = [0]
    for symbol in symbols:
        starts.append(starts[-1] + len(symbol.marks))
    return starts


def _legend_entry(entry: LegendEntry) -> dict[str, str]:
    return {"label": entry.symbol_class.value, "colour": entry.colour, "shape": entry.shape}


def _symbol(columns: Mapping[str, Any], index: int, legend: Sequence[LegendEntry]) -> Symbol:
    marks = range(columns["mark_start"][index], columns["mark_start"][index + 1])
    return Symbol(
        event_id=columns["ids"][index],
        first=day_of(columns["first"][index]),
        last=day_of(columns["last"][index]),
        symbol_class=legend[columns["symbol_class"][index]].symbol_class,
        size=columns["size"][index],
        contradictory=bool(columns["contradictory"][index]),
        marks=tuple(_mark(columns, mark) for mark in marks),
        place=_name(columns, "place", index),
        missile=_name(columns, "missile", index),
        ranges=_ranges_of(columns, index),
    )


def _mark(columns: Mapping[str, Any], mark: int) -> PlaceMark:
    if columns["area"][mark] >= 0:
        return PlaceMark(None, float(columns["radius"][mark]), columns["areas"][columns["area"][mark]])
    point = Point(columns["latitude"][mark] / _DEGREE, columns["longitude"][mark] / _DEGREE)
    return PlaceMark(point, float(columns["radius"][mark]), "")


def _name(columns: Mapping[str, Any], kind: str, index: int) -> str:
    at = columns[kind][index]
    return str(columns[f"{kind}s"][at]) if at >= 0 else ""


def _ranges_of(columns: Mapping[str, Any], index: int) -> tuple[ClaimedRange, ...]:
    if index not in columns["ranged"]:
        return ()
    at = columns["ranged"].index(index)
    return tuple(_range(columns, each) for each in range(columns["range_start"][at], columns["range_start"][at + 1]))


def _range(columns: Mapping[str, Any], index: int) -> ClaimedRange:
    upper, sea = columns["range_upper"][index], columns["range_sea"][index]
    return ClaimedRange(
        lower_m=float(columns["range_lower"][index]),
        upper_m=None if upper < 0 else float(upper),
        sea=columns["seas"][sea] if sea >= 0 else "",
    )
