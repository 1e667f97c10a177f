"""Decoding TopoJSON: arcs are shared, the antimeridian is mended, cuts are exact."""

import json
from pathlib import Path

import pytest

from geo.catalogue.topojson import Line, Rectangle, Topology, cut_line, cut_polygon, read_topology, rounded

UNIT = Rectangle(0, 0, 1, 1)


def topology(*arcs: Line, geometries: list[dict[str, object]]) -> Topology:
    return Topology(arcs, {"countries": geometries})


def polygon(*rings: list[int]) -> dict[str, object]:
    return {"type": "Polygon", "arcs": list(rings)}


def test_arcs_are_sums_of_differences_scaled(tmp_path: Path) -> None:
    document = {
        "transform": {"scale": [0.5, 0.1], "translate": [100, 30]},
        "objects": {"land": {"geometries": []}},
        "arcs": [[[2, 10], [2, 0], [-1, 5]]],
    }
    path = tmp_path / "topology.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert read_topology(path).arcs == [[(101, 31), (102, 31), (101.5, 31.5)]]


def test_a_ring_joins_arcs_and_runs_a_negative_one_backwards() -> None:
    west = [(0.0, 0.0), (0.0, 1.0)]
    rest = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]
    left = topology(west, rest, geometries=[polygon([1, -1])])
    [[ring]] = list(left.polygons(left.collections["countries"][0]))
    assert ring == [(0, 0), (1, 0), (0, 1), (0, 0)]


def test_borders_are_the_arcs_of_two_countries_each_once() -> None:
    shared = [(0.0, 0.0), (0.0, 1.0)]
    coast = [(0.0, 1.0), (-1.0, 0.0), (0.0, 0.0)]
    other_coast = [(0.0, 1.0), (1.0, 0.0), (0.0, 0.0)]
    both = topology(shared, coast, other_coast, geometries=[polygon([0, 1]), polygon([0, 2])])
    assert list(both.borders("countries")) == [shared]


def test_a_ring_across_the_antimeridian_goes_on_beyond_180() -> None:
    ring: Line = [(179, 0), (-179, 0), (-179, 1), (179, 1), (179, 0)]
    chukotka = topology(ring, geometries=[polygon([0])])
    [[mended]] = list(chukotka.polygons(chukotka.collections["countries"][0]))
    assert mended == [(179, 0), (181, 0), (181, 1), (179, 1), (179, 0)]


def test_a_ring_around_the_pole_is_closed_along_it() -> None:
    ring: Line = [(-180, -70), (-90, -75), (0, -70), (90, -75), (179, -70), (-180, -70)]
    antarctica = topology(ring, geometries=[polygon([0])])
    [[mended]] = list(antarctica.polygons(antarctica.collections["countries"][0]))
    assert mended[-3:] == [(180, -90), (-180, -90), (-180, -70)]


@pytest.mark.parametrize(
    ("ring", "expected"),
    [
        ([(0.2, 0.2), (0.8, 0.2), (0.5, 0.8), (0.2, 0.2)], [(0.2, 0.2), (0.8, 0.2), (0.5, 0.8), (0.2, 0.2)]),
        ([(-1, -1), (3, -1), (3, 3), (-1, 3), (-1, -1)], [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]),
        ([(2, 2), (3, 2), (3, 3), (2, 2)], None),
    ],
    ids=["inside", "around", "outside"],
)
def test_polygons_are_cut_to_the_bounds(ring: Line, expected: Line | None) -> None:
    cut = cut_polygon([ring], UNIT)
    if expected is None:
        assert cut == []
    else:
        assert set(cut[0]) == set(expected)
        assert cut[0][0] == cut[0][-1]


def test_a_line_is_kept_where_it_may_touch_the_bounds() -> None:
    line: Line = [(-3, 0.5), (-2, 0.5), (0.5, 0.5), (2, 0.5), (3, 0.5)]
    assert cut_line(line, UNIT) == [[(-2, 0.5), (0.5, 0.5), (2, 0.5)]]


def test_rounding_drops_what_falls_together_and_writes_no_minus_zero() -> None:
    assert str(rounded([(-0.001, 0.0), (0.001, 0.0), (0.24, 0.0)], 1)) == "[(0.0, 0.0), (0.2, 0.0)]"
