"""GeoJSON as text: every value as JSON writes it, whatever stands in a piece with it."""

import json
from typing import Any

import pytest

from geo.render.files.feature import Feature
from geo.render.files.geojson import geojson, right_handed

SQUARE = [[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0], [0.0, 0.0]]  # clockwise


def feature(number: int, *values: Any) -> Feature:
    return Feature(f'id {number} "', "", "", "", "", "#000000", (127.5, 40.0 + number), None, values)


def read(names: list[str], features: list[Feature]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(b"".join(geojson(names, features, {"b": 1, "a": None})))["features"]
    return found


@pytest.mark.parametrize(
    "values",
    [
        ("신포", 'a "quoted" \\ text', "{{7*7}} %s %(x)s"),
        (None, "a", None),
        (1, 2, 1),
        (1.5, None, -0.25),
        (1, 1.0, True),  # equal, and of three types
        ("1", 1, None),
    ],
)
def test_values_are_read_as_they_were(values: tuple[Any, ...]) -> None:
    found = read(["100 % sure"], [feature(i, value) for i, value in enumerate(values)])
    seen = [each["properties"]["100 % sure"] for each in found]
    assert list(map(repr, seen)) == list(map(repr, values))
    assert [each["id"] for each in found] == [f'id {i} "' for i in range(len(values))]
    assert [each["geometry"]["coordinates"] for each in found] == [[127.5, 40.0 + i] for i in range(len(values))]


def test_all_pieces_make_one_collection() -> None:
    pieces = list(geojson(["n"], [feature(i, i) for i in range(1_001)], {}))
    assert len(pieces) > 3
    assert [each["properties"]["n"] for each in json.loads(b"".join(pieces))["features"]] == list(range(1_001))


def test_no_feature_is_a_collection_all_the_same() -> None:
    assert read(["n"], []) == []


def test_an_outer_ring_runs_counterclockwise() -> None:
    assert right_handed(SQUARE, True) == SQUARE[::-1]
    assert right_handed(SQUARE, False) == SQUARE
