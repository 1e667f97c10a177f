"""GeoJSON as text: every value as JSON writes it, whatever stands in a piece with it."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from geo.render.files.feature import Features
from geo.render.files.geojson import geojson, right_handed

SQUARE = [[0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, 0.0], [0.0, 0.0]]  # clockwise


def features(first: int, values: Sequence[Any]) -> Features:
    """A launch for each value, with two places each; the second has no value of its own."""
    count = len(values)
    numbers = [number for number in range(first, first + count) for _ in range(2)]
    return Features(
        [f'id {number} "' for number in numbers],
        [(127.5, 40.0 + number) for number in numbers],
        [None] * (2 * count),
        [i for i in range(count) for _ in range(2)],
        (values,),
        ([each for value in values for each in (value, None)],),
    )


def read(pieces: list[Features]) -> list[dict[str, Any]]:
    content = b"".join(geojson(["100 % sure"], ["of {place}"], pieces, {"b": 1, "a": None}))
    found: list[dict[str, Any]] = json.loads(content)["features"]
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
    found = read([features(0, values)])
    for number, value in enumerate(values):
        one, other = found[2 * number : 2 * number + 2]
        assert repr(one["properties"]) == repr({"100 % sure": value, "of {place}": value})
        assert repr(other["properties"]) == repr({"100 % sure": value, "of {place}": None})
        assert one["id"] == other["id"] == f'id {number} "'
        assert one["geometry"] == {"type": "Point", "coordinates": [127.5, 40.0 + number]}


def test_equal_values_of_two_types_are_told_apart_in_pieces_of_their_own() -> None:
    found = read([features(0, [1]), features(1, [1.0]), features(2, [True])])
    assert [repr(each["properties"]["100 % sure"]) for each in found[::2]] == ["1", "1.0", "True"]


def test_all_pieces_make_one_collection() -> None:
    pieces = (features(first, range(first, first + 7)) for first in range(0, 70, 7))
    made = geojson(["n"], ["m"], pieces, {})
    assert b'"features":[' in next(made)
    assert json.loads(b'{"features":[' + b"".join(made))["features"][-1]["properties"] == {"n": 69, "m": None}


def test_no_feature_is_a_collection_all_the_same() -> None:
    assert read([]) == []


def test_an_outer_ring_runs_counterclockwise() -> None:
    assert right_handed(SQUARE, True) == SQUARE[::-1]
    assert right_handed(SQUARE, False) == SQUARE
