"""The basemap: whole, small, and with the provinces where they are."""

import json
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

import pytest

from geo.catalogue.basemap import Ring, load_basemap
from geo.catalogue.build_map_layers import launch_sites, place_names, seas
from geo.catalogue.package import open_package
from geo.model.errors import DataPackageError

KM_PER_DEGREE = 111.2
PROVINCES = {"KP-01", "KP-02", "KP-03", "KP-04", "KP-05", "KP-06", "KP-07", "KP-08", "KP-09", "KP-10", "KP-13"}


def contains(ring: Ring, latitude: float, longitude: float) -> bool:
    """Even-odd rule."""
    crossings = (
        (north_a > latitude) != (north_b > latitude)
        and longitude < (east_b - east_a) * (latitude - north_a) / (north_b - north_a) + east_a
        for (east_a, north_a), (east_b, north_b) in pairwise(ring)
    )
    return sum(crossings) % 2 == 1


def kilometres_to_corner(ring: Ring, latitude: float, longitude: float) -> float:
    narrow = cos(radians(latitude))
    return min(hypot((east - longitude) * narrow, north - latitude) * KM_PER_DEGREE for east, north in ring)


def areas_at(latitude: float, longitude: float, within_km: float = 0.0) -> set[str]:
    return {
        area_id
        for area_id, polygons in load_basemap().areas.items()
        for outer, *_ in polygons
        if contains(outer, latitude, longitude) or kilometres_to_corner(outer, latitude, longitude) < within_km
    }


def test_the_country_and_the_provinces_the_source_has() -> None:
    south_korea = {f"KR-{number}" for number in (11, *range(26, 32), *range(41, 51))}
    japan = {f"JP-{number:02}" for number in range(1, 48)}
    assert set(load_basemap().areas) == {"KP", *PROVINCES, *south_korea, *japan}
    assert not load_basemap().has_area("KP-14")


@pytest.mark.parametrize(
    ("name", "latitude", "longitude", "province"),
    [
        ("Pyongyang", 39.02, 125.75, "KP-01"),
        ("Nampo, which the source counts to South Pyongan", 38.73, 125.41, "KP-02"),
        ("Kusong", 39.97, 125.24, "KP-03"),
        ("Kanggye", 40.97, 126.59, "KP-04"),
        ("Kaesong, which the source counts to North Hwanghae", 37.97, 126.55, "KP-06"),
        ("Wonsan", 39.15, 127.44, "KP-07"),
        ("Hamhung", 39.92, 127.54, "KP-08"),
        ("Kilju", 40.96, 129.33, "KP-09"),
        ("Kapsan", 41.08, 128.29, "KP-10"),
        ("Gangneung", 37.75, 128.88, "KR-42"),
        ("Busan", 35.16, 129.04, "KR-26"),
        ("Pohang, in a province the source gives the code of Daegu", 36.03, 129.36, "KR-47"),
        ("Mokpo in South Jeolla", 34.82, 126.42, "KR-46"),
        ("Sapporo", 43.06, 141.35, "JP-01"),
        ("Kobe", 34.72, 135.15, "JP-28"),
        ("Naha", 26.21, 127.69, "JP-47"),
    ],
)
def test_towns_lie_in_their_provinces(name: str, latitude: float, longitude: float, province: str) -> None:
    assert areas_at(latitude, longitude) == {province} | ({"KP"} if province.startswith("KP") else set())


def test_sinpo_lies_on_the_coast_of_south_hamgyong() -> None:
    assert "KP-08" in areas_at(40.03, 128.18, within_km=3)


def test_the_files_are_small_and_within_the_globe() -> None:
    files = sorted(load_basemap().folder.glob("*.geojson"))
    assert len(files) == 7
    assert sum(path.stat().st_size for path in files) < 3_000_000
    for path in files:
        for position in positions(json.loads(path.read_text(encoding="utf-8"))["features"]):
            assert -180 <= position[0] <= (360 if path.name == "seas.geojson" else 180)  # the Pacific runs on
            assert -90 <= position[1] <= 90


def test_no_line_streaks_across_the_map() -> None:
    """Mended at the antimeridian: no edge spans more than a fifth of the globe but along the south pole."""
    world = json.loads((load_basemap().folder / "world.geojson").read_text(encoding="utf-8"))
    for feature in world["features"]:
        for line in lines(feature["geometry"]["coordinates"]):
            assert all(abs(a[0] - b[0]) < 72 or a[1] == b[1] == -90 for a, b in pairwise(line))


def test_a_changed_file_is_not_read(tmp_path: Path) -> None:
    folder = load_basemap().folder
    copy = tmp_path / "basemap"
    copy.mkdir()
    for path in folder.glob("*.*"):
        (copy / path.name).write_bytes(path.read_bytes())
    (copy / "north_korea.geojson").write_text("{}", encoding="utf-8")
    with pytest.raises(DataPackageError, match=r"north_korea\.geojson is not the file its manifest describes"):
        load_basemap(copy.parent)


def test_layers_are_those_of_the_data_beside_them() -> None:
    """Whoever changes a site, a name or a town of a sea builds the layers again."""
    folder = load_basemap().folder
    for name, expected in (("launch_sites", launch_sites()), ("place_names", place_names()), ("seas", seas())):
        file = json.loads((folder / f"{name}.geojson").read_text(encoding="utf-8"))
        assert file["features"] == list(expected)


def test_the_seas_are_those_landing_areas_name() -> None:
    package = open_package("comparison")
    waters = {row["area"] for row in package.rows("landing_areas") if row["axis"] == "waters"}
    assert {sea["id"] for sea in seas()} == waters


@pytest.mark.parametrize(
    ("name", "latitude", "longitude", "found"),
    [
        ("East Korea Bay", 39.5, 128.5, {"SEA_OF_JAPAN"}),
        ("Yamato Bank", 39.3, 135.0, {"SEA_OF_JAPAN"}),
        ("off Primorye", 43.0, 135.5, {"SEA_OF_JAPAN"}),
        ("Tatar Strait", 48.0, 141.0, {"SEA_OF_JAPAN"}),
        ("south-west of Okushiri", 41.5, 138.8, {"SEA_OF_JAPAN"}),
        ("middle of the Yellow Sea", 36.0, 123.5, {"YELLOW_SEA"}),
        ("Korea Bay", 39.2, 123.7, {"YELLOW_SEA"}),
        ("west of Jeju", 33.3, 125.0, {"YELLOW_SEA"}),
        ("middle of the East China Sea", 29.0, 125.5, {"EAST_CHINA_SEA"}),
        ("Okinawa Trough", 27.0, 126.0, {"EAST_CHINA_SEA"}),
        ("east of Miyagi", 38.5, 145.0, {"PACIFIC"}),
        ("Philippine Sea", 20.0, 135.0, {"PACIFIC"}),
        ("north of Midway", 35.0, 182.0, {"PACIFIC"}),
        ("Seoul", 37.57, 126.98, set()),
        ("Daegu", 35.87, 128.6, set()),
        ("Pyongyang", 39.03, 125.75, set()),
        ("Kanggye", 40.97, 126.59, set()),
        ("Hyesan", 41.4, 128.18, set()),
        ("Changchun", 43.88, 125.32, set()),
        ("Khabarovsk", 48.48, 135.08, set()),
        ("Asahikawa", 43.77, 142.37, set()),
        ("Morioka, between the Sea of Japan and the Pacific", 39.7, 141.15, set()),
        ("Nagano", 36.65, 138.19, set()),
        ("Kyoto", 35.02, 135.75, set()),
        ("Jinan", 36.67, 117.0, set()),
        ("Hangzhou", 30.29, 120.16, set()),
        ("Denver", 39.74, 255.02, set()),
    ],
)
def test_points_lie_in_their_sea_and_inland_towns_in_none(
    name: str, latitude: float, longitude: float, found: set[str]
) -> None:
    assert {
        sea["id"] for sea in seas() for ring in sea["geometry"]["coordinates"] if contains(ring, latitude, longitude)
    } == found


def lines(nested: list[Any]) -> list[list[Any]]:
    if isinstance(nested[0], (int, float)):
        return [[nested]]
    if isinstance(nested[0][0], (int, float)):
        return [nested]
    return [line for part in nested for line in lines(part)]


def positions(features: list[Any]) -> list[list[float]]:
    return [p for f in features for line in lines(f["geometry"]["coordinates"]) for p in line]
