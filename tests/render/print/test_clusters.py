"""Symbols on paper: as many as stand beside each other, each at a true position."""

from datetime import date

import pytest

from geo.model.mapview import PlaceMark, Symbol, SymbolClass
from geo.model.place import Point
from geo.render.print.clusters import Cluster, clusters
from geo.render.print.frame import Frame, fit
from geo.render.print.launches import REACH, boxes_of
from geo.render.print.paper import Box
from geo.render.print.scale_bar import _emptiest
from geo.render.print.sheet import Extent, Size
from geo.render.print.style import TYPES

FRAME = fit(Extent(39.0, 126.0, 400_000, 400_000), Box(0, 0, 80, 80))
PLACES = [(38.9, 125.7), (39.0, 125.8), (39.1, 125.7), (39.2, 125.9), (39.4, 126.4), (39.9, 127.5)]
CLASSES = list(SymbolClass)


def launch(number: int, latitude: float, longitude: float, kind: SymbolClass) -> Symbol:
    mark = PlaceMark(Point(latitude, longitude), 1_000.0, "")
    return Symbol(f"kp-{number}", date(2021, 1, 1), date(2021, 1, 1), kind, 3, True, (mark,))


def crowd() -> list[Symbol]:
    """Three classes of missile at each of six places, four of which lie within a day's walk."""
    return [launch(10 * i + k, *place, CLASSES[k]) for i, place in enumerate(PLACES) for k in range(3)]


def found_in(frame: Frame, symbols: list[Symbol], size: Size) -> list[Cluster]:
    return clusters(symbols, frame, REACH * TYPES[size].symbol)


@pytest.mark.parametrize("size", list(Size))
def test_places_whose_symbols_would_hide_each_other_are_one(size: Size) -> None:
    found = found_in(FRAME, crowd(), size)
    assert sum(cluster.count for cluster in found) == len(crowd())
    assert 1 < len(found) < len(PLACES)
    middles = [(box.left + box.width / 2, box.bottom + box.height / 2) for box in map(first_box, found)]
    for i, (x, y) in enumerate(middles):
        others = [box for k, cluster in enumerate(found) if k != i for box in boxes_of(cluster, TYPES[size])]
        assert not any(box.holds(Box(x, y, 0, 0)) for box in others), "the heaviest symbol of a place is seen"


def first_box(cluster: Cluster) -> Box:
    return boxes_of(cluster, TYPES[Size.COLUMN])[0]


def test_a_place_is_never_between_two() -> None:
    true = {(round(x, 2), round(y, 2)) for x, y in (FRAME.place_of(lon, lat) for lat, lon in PLACES)}
    assert all((cluster.x, cluster.y) in true for cluster in found_in(FRAME, crowd(), Size.COLUMN))


def test_the_scale_stands_where_it_hides_no_launch() -> None:
    box = Box(0, 0, 100, 100)
    usual, above = _emptiest(box, 30, 10, [], ()), _emptiest(box, 30, 10, [(5.0, 5.0)], ())
    assert (usual.left, usual.bottom) == (1.6, 1.6)
    assert above.left == 1.6
    assert above.top == pytest.approx(98.4)
