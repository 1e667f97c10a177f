"""Land and sea under a place with its radius, and how far waters lie."""

import pytest

from geo.catalogue.basemap import load_land
from geo.geocoding.land import Ground, Land
from geo.geocoding.waters import Water
from geo.model.place import Point

# One degree of land with a lake in it, in a sea of ten degrees.
SQUARE = [[124.0, 40.0], [125.0, 40.0], [125.0, 41.0], [124.0, 41.0], [124.0, 40.0]]
LAKE = [[124.4, 40.4], [124.6, 40.4], [124.6, 40.6], [124.4, 40.6], [124.4, 40.4]]
ISLAND = Land((120.0, 35.0, 130.0, 45.0), [[SQUARE, LAKE]])


@pytest.mark.parametrize(
    ("at", "radius_km", "ground"),
    [
        ((40.2, 124.2), 5, Ground.LAND),
        ((40.2, 124.2), 30, None),  # reaches the shore
        ((38.0, 124.5), 50, Ground.SEA),
        ((38.0, 124.5), 230, None),  # reaches the island
        ((40.5, 124.5), 2, Ground.SEA),  # the lake
        ((40.5, 124.5), 10, None),
        ((39.0, 119.0), 5, None),  # beyond the outlines
        ((44.99, 124.5), 5, None),  # reaches beyond them
    ],
)
def test_a_circle_is_land_sea_or_undecided(at: tuple[float, float], radius_km: float, ground: Ground | None) -> None:
    assert ISLAND.under(Point(*at), radius_km) is ground


@pytest.mark.parametrize(
    ("name", "at", "ground"),
    [
        ("Kusong", (39.98, 125.25), Ground.LAND),
        ("Seoul", (37.57, 126.98), Ground.LAND),
        ("the middle of the East Sea / Sea of Japan", (40.0, 134.0), Ground.SEA),
        ("the middle of the Yellow Sea / West Sea", (36.0, 123.5), Ground.SEA),
    ],
)
def test_the_shipped_outlines_know_land_from_sea(name: str, at: tuple[float, float], ground: Ground) -> None:
    assert load_land().under(Point(*at), 5) is ground, name


def test_distances_to_waters() -> None:
    box = Water([Point(0, 10), Point(0, 20), Point(10, 20), Point(10, 10)])
    assert box.distances_km(Point(5, 15))[0] == 0
    nearest, farthest = box.distances_km(Point(0, 0))
    assert nearest == pytest.approx(1112, abs=1)  # ten degrees of the equator
    assert farthest == pytest.approx(2476, abs=5)  # the corner at 10° N, 20° E
