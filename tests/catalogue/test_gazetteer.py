"""data/gazetteer is whole, says where its coordinates are from, and a wrong row is named."""

import csv
import json
import math
import shutil
import time
from pathlib import Path

import pytest
from geopy.distance import geodesic

from geo.catalogue.basemap import load_basemap
from geo.catalogue.gazetteer import load_gazetteer
from geo.catalogue.package import DATA_FOLDER, open_package, seal
from geo.geocoding.gazetteer import Tier
from geo.geocoding.geodesy import distance_km
from geo.model.errors import DataPackageError
from geo.model.place import FeatureClass, Point, Relation

GAZETTEER = load_gazetteer()
PROVINCES = {f"KP-{number:02d}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15)}


def broken(folder: Path, file: str, column: str, value: str) -> Path:
    """A copy of the package in which the first row of a file has another value, sealed again."""
    shutil.copytree(DATA_FOLDER / "gazetteer", folder / "gazetteer")
    path = folder / "gazetteer" / file
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0][column] = value
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    seal("gazetteer", folder)
    return folder


def test_every_entry_says_who_published_its_coordinate_or_why_there_is_none() -> None:
    for entry in GAZETTEER.entries.values():
        assert entry.coordinate_source, entry.id
        assert entry.coordinate_source.startswith("none: ") == (entry.point is None), entry.id


def test_every_entry_can_be_found_by_a_name() -> None:
    named = {name.entry_id for (tier, _), names in GAZETTEER.index.items() if tier is Tier.EXACT for name in names}
    assert named >= set(GAZETTEER.entries)


def test_all_provinces_of_north_korea_are_there() -> None:
    found = {
        entry.id
        for entry in GAZETTEER.entries.values()
        if entry.feature_class is FeatureClass.PROVINCE and entry.country == "KP"
    }
    assert found == PROVINCES


def test_places_in_north_korea_lie_in_its_provinces_and_in_its_box() -> None:
    for entry in GAZETTEER.entries.values():
        if entry.country != "KP" or entry.feature_class in (FeatureClass.COUNTRY, FeatureClass.REGION):
            continue
        assert entry.admin_id in PROVINCES, entry.id
        assert set(entry.also_admin_ids) <= PROVINCES, entry.id
        if entry.point is not None:
            assert 37.5 < entry.point.latitude < 43.1, entry.id
            assert 124.1 < entry.point.longitude < 130.8, entry.id


def test_provinces_drawn_as_areas_have_their_polygon_in_the_basemap() -> None:
    """An area that is its own entry has a radius instead, as seas and islands have."""
    basemap = json.loads((DATA_FOLDER / "basemap" / "north_korea.geojson").read_text(encoding="utf-8"))
    polygons = {feature["id"] for feature in basemap["features"]}
    areas = [entry for entry in GAZETTEER.entries.values() if entry.country == "KP" and entry.area_id]
    assert {entry.area_id for entry in areas if not (entry.area_id == entry.id and entry.radius_m)} <= polygons
    assert {entry.area_id for entry in areas if entry.feature_class is FeatureClass.PROVINCE} <= polygons


def test_provinces_of_south_korea_and_japan_have_theirs_and_a_point_that_stands_for_it() -> None:
    areas = load_basemap().areas
    for entry in GAZETTEER.entries.values():
        if entry.feature_class is FeatureClass.PROVINCE and entry.country in ("KR", "JP"):
            assert entry.area_id in areas, entry.id
            assert entry.point is not None and entry.radius_m, entry.id


def test_a_shared_name_is_data() -> None:
    rows = open_package("gazetteer").rows("names")
    assert {row["place_id"] for row in rows if row["name"] == "Hamgyong"} == {"KP-08", "KP-09"}


def test_a_place_known_by_a_distance_and_a_direction_lies_there_and_is_an_area() -> None:
    """The missile base Yusang-ri is told as 63 km northeast of Pyongyang, and as nothing closer."""
    entries = GAZETTEER.entries
    pyongyang, yusang = entries["geonames:1871859"].point, entries["town:yusang-ri"]
    assert pyongyang is not None
    stated = geodesic(kilometers=63).destination((pyongyang.latitude, pyongyang.longitude), bearing=45)
    assert yusang.point is not None
    assert distance_km(yusang.point, Point(stated.latitude, stated.longitude)) < 0.1
    assert yusang.radius_m == pytest.approx(63_000 * 2 * math.sin(math.radians(22.5 / 2)), rel=0.02)
    assert yusang.area_id == yusang.id  # drawn as the area the words allow, never as a pin
    assert "computed" in yusang.coordinate_source


def test_every_class_and_relation_has_a_radius_and_a_reason() -> None:
    for feature_class in FeatureClass:
        for relation in Relation:
            rule = GAZETTEER.radius(feature_class, relation)
            assert rule.metres > 0
            assert math.isfinite(rule.metres)
            assert rule.reason


@pytest.mark.parametrize("feature_class", [FeatureClass.CITY, FeatureClass.TOWN, FeatureClass.AIRFIELD])
def test_near_is_wider_than_at_and_off_wider_still(feature_class: FeatureClass) -> None:
    at, near, off = (GAZETTEER.radius(feature_class, one).metres for one in (Relation.AT, Relation.NEAR, Relation.OFF))
    assert at < near < off


@pytest.mark.parametrize(
    ("file", "column", "value", "reason"),
    [
        ("places.csv", "latitude", "91", r"places.csv:2: .*not on the globe"),
        ("places.csv", "latitude", "north", r"places.csv:2: .*could not convert"),
        ("places.csv", "feature_class", "volcano", r"places.csv:2: .*volcano"),
        ("places.csv", "coordinate_source", "", r"coordinate_source is filled in"),
        ("names.csv", "place_id", "nowhere", r"'Pyongyang' belongs to 'nowhere'"),
        ("radii.csv", "radius_m", "wide", r"radii.csv:2: "),
        ("spelling.csv", "script", "Runic", r"spelling.csv:2: 'Runic'"),
        ("designators.csv", "role", "noble", r"designators.csv:2: 'noble'"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, file: str, column: str, value: str, reason: str) -> None:
    folder = broken(tmp_path, file, column, value)
    with pytest.raises(DataPackageError, match=reason):
        load_gazetteer(folder)


def test_a_folder_is_read_once_however_it_is_named() -> None:
    assert load_gazetteer() is load_gazetteer(DATA_FOLDER)


def test_loading_is_fast_enough_for_a_page(tmp_path: Path) -> None:
    shutil.copytree(DATA_FOLDER / "gazetteer", tmp_path / "gazetteer")
    started = time.process_time()
    load_gazetteer(tmp_path)
    assert time.process_time() - started < 3  # of the processor, whatever else runs; 0.9 s where it was written
