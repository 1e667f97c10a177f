"""Distances against published ones."""

import pytest

from geo.geocoding.geodesy import distance_km
from geo.model.place import Point


@pytest.mark.parametrize(
    ("one", "other", "kilometres"),
    [
        (Point(0, 0), Point(0, 0), 0),
        (Point(0, 0), Point(0, 90), 10_007.56),  # a quarter of the circumference of a sphere of 6371.009 km
        (Point(90, 0), Point(-90, 0), 20_015.11),
        (Point(10, 179.5), Point(10, -179.5), 109.5),  # over the date line, not round the world
    ],
)
def test_great_circle(one: Point, other: Point, kilometres: float) -> None:
    assert distance_km(one, other) == pytest.approx(kilometres, abs=0.05)
    assert distance_km(other, one) == distance_km(one, other)
