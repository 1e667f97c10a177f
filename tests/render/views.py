"""Map views for tests, and a strategy that makes any view there can be."""

from datetime import date, timedelta

from hypothesis import strategies as st

from geo.model.mapview import ClaimedRange, MapView, PlaceMark, Symbol, SymbolClass
from geo.model.place import Point
from geo.symbology import ATTRIBUTION, LEGEND

SINPO = PlaceMark(Point(40.03, 128.18), 20_000.0, "")
WONSAN = PlaceMark(Point(39.15, 127.45), 8_000.0, "")
SOUTH_HAMGYONG = PlaceMark(None, 0.0, "KP-08")


def symbol(
    event_id: str = "kp-2021-10-19",
    day: date = date(2021, 10, 19),
    days: int = 1,
    symbol_class: SymbolClass = SymbolClass.OTHER,
    marks: tuple[PlaceMark, ...] = (SINPO,),
    names: tuple[str, str] = ("", ""),
    ranges: tuple[ClaimedRange, ...] = (),
) -> Symbol:
    """`names` are those of the place and of the missile."""
    last = day + timedelta(days=days - 1)
    return Symbol(event_id, day, last, symbol_class, 1, False, marks, *names, ranges)


def view(*symbols: Symbol) -> MapView:
    return MapView(tuple(sorted(symbols, key=lambda each: (each.first, each.event_id))), LEGEND, ATTRIBUTION)


_ids = st.text("abcXYZ0189_-", min_size=1, max_size=20)
_points = st.builds(
    # At the precision of the columns: 0.0001 degree.
    lambda latitude, longitude, radius: PlaceMark(Point(latitude / 10_000, longitude / 10_000), float(radius), ""),
    st.integers(-900_000, 900_000),
    st.integers(-1_800_000, 1_800_000),
    st.integers(1, 500_000),
)
_areas = st.builds(lambda area_id: PlaceMark(None, 0.0, area_id), _ids)
_names = st.sampled_from(["", "Sinpo", "P’yŏngyang", "Sunan (Pyongyang International Airport)", "KN-02"])
_metres = st.integers(0, 20_000_000).map(float)
_ranges = st.builds(ClaimedRange, _metres, st.none() | _metres, st.sampled_from(["", "SEA_OF_JAPAN", "PACIFIC"]))
_symbols = st.builds(
    symbol,
    event_id=_ids,
    day=st.dates(date(1940, 1, 1), date(2100, 1, 1)),
    days=st.integers(1, 400),
    symbol_class=st.sampled_from(SymbolClass),
    marks=st.lists(st.one_of(_points, _areas), max_size=4).map(tuple),
    names=st.tuples(_names, _names),
    ranges=st.lists(_ranges, max_size=3).map(tuple),
)
views = st.lists(_symbols, max_size=8, unique_by=lambda each: each.event_id).map(lambda symbols: view(*symbols))
