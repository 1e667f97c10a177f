"""The shipped world is whole, its keys are those of today's rules, and a damaged file says how to mend it."""

import gzip
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from geo.catalogue.gazetteer import load_gazetteer
from geo.catalogue.gazetteer_store import Row, compressed, create, open_compressed, open_file, put_places, put_spellings
from geo.catalogue.package import DATA_FOLDER, seal
from geo.geocoding.romanisation import fold, key
from geo.model.errors import DataPackageError
from geo.model.place import FeatureClass, Point

WORLD = DATA_FOLDER / "gazetteer" / "world.sqlite.gz"
STORE = open_compressed(WORLD, WORLD.read_bytes())


def small() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    create(connection, {"source": "made up"})
    put_places(connection, [Row(7, "", "Alpha", FeatureClass.TOWN, "XX", None, None, 1.5, -2.5, None, 10)])
    put_spellings(connection, [("alpha", 7, None), ("alfa", 7, "Alfa")])
    return connection


def test_the_package_is_shipped_in_twelve_megabytes() -> None:
    assert sum(path.stat().st_size for path in (DATA_FOLDER / "gazetteer").iterdir()) <= 12_000_000


@pytest.mark.parametrize(
    ("name", "entry_id", "feature_class"),
    [
        ("Nairobi", "geonames:184745", FeatureClass.CITY),
        ("Texas", "US-TX", FeatureClass.PROVINCE),
        ("Metcalfe County", "geonames:4300606", FeatureClass.COUNTY),
        ("Africa", "geonames:6255146", FeatureClass.REGION),
    ],
)
def test_it_holds_cities_provinces_counties_and_continents(
    name: str, entry_id: str, feature_class: FeatureClass
) -> None:
    found = {met.entry.id: met.entry for met in STORE.named([key(fold(name))])}
    assert found[entry_id].feature_class is feature_class


def test_keys_are_those_the_rules_of_today_give() -> None:
    rows = STORE._rows("SELECT s.key, coalesce(s.text, p.name) FROM spelling s JOIN place p USING (n) LIMIT 20000")
    assert [name for stored, name in rows if key(fold(str(name))) != stored] == []


def test_korean_places_are_left_to_the_tables() -> None:
    assert STORE._rows("SELECT count(*) FROM place WHERE country IN ('KP', 'KR') AND NOT wide") == [(0,)]


def test_a_place_answers_with_the_facts_of_its_row() -> None:
    store = open_compressed(Path("small"), compressed(small()))
    (met,) = store.named(["alfa"])
    assert met.spelling == "Alfa"
    assert met.entry.point == Point(1.5, -2.5)
    assert met.entry.coordinate_source == "GeoNames 7 (CC BY 4.0)"
    assert store.entry("geonames:7") == met.entry
    assert store.entry("geonames:8") is None
    assert store.entry("site:sohae") is None
    assert store.spellings("geonames:7") == ["Alfa"]
    assert list(store.near(Point(1.0, -2.0), 1.0)) == [met.entry]


def test_the_same_rows_give_the_same_bytes() -> None:
    assert compressed(small()) == compressed(small())


def test_threads_share_a_store() -> None:
    found: list[str] = []

    def ask() -> None:
        found.extend(STORE.named([name])[0].entry.country for name in ("paris", "nairobi", "kyoto") * 50)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8 * 150
    assert set(found) == {"FR", "KE", "JP"}


@pytest.mark.parametrize(
    "content",
    [b"", b"not gzip", gzip.compress(b"not a database"), WORLD.read_bytes()[:100_000]],
    ids=["empty", "no gzip", "no database", "cut short"],
)
def test_a_damaged_file_is_named_with_the_command_that_mends_it(tmp_path: Path, content: bytes) -> None:
    shutil.copytree(DATA_FOLDER / "gazetteer", tmp_path / "gazetteer")
    (tmp_path / "gazetteer" / WORLD.name).write_bytes(content)
    seal("gazetteer", tmp_path)
    with pytest.raises(DataPackageError, match=r"world.sqlite.gz cannot be read .*python -m geo gazetteer build"):
        load_gazetteer(tmp_path)


def test_a_missing_file_and_one_that_is_not_the_sealed_one_are_named(tmp_path: Path) -> None:
    shutil.copytree(DATA_FOLDER / "gazetteer", tmp_path / "gazetteer")
    (tmp_path / "gazetteer" / WORLD.name).write_bytes(b"other")
    with pytest.raises(DataPackageError, match=r"world.sqlite.gz is not the file its manifest describes"):
        load_gazetteer(tmp_path)
    (tmp_path / "gazetteer" / WORLD.name).unlink()
    with pytest.raises(DataPackageError, match=r"world.sqlite.gz cannot be read .*gazetteer build"):
        load_gazetteer(tmp_path)


def test_a_database_of_another_version_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "old.sqlite") as connection:
        create(connection, {})
        connection.execute("UPDATE about SET value = '0' WHERE field = 'version'")
    with pytest.raises(DataPackageError, match=r"old.sqlite cannot be read .*its version is 0"):
        open_file(tmp_path / "old.sqlite")
