"""A GeoNames dump is streamed into a store of its own, whole or not at all, and broken lines are named."""

import zipfile
from pathlib import Path

import pytest

from geo.catalogue.gazetteer import forget_gazetteer, load_gazetteer, load_spelling
from geo.catalogue.gazetteer_dump import Loaded, load_dump
from geo.catalogue.gazetteer_store import PlaceStore, open_file
from geo.cli import main
from geo.geocoding.context import Context
from geo.geocoding.resolution import resolve
from geo.model.errors import DataPackageError
from geo.model.place import FeatureClass, Place, Relation, Toponym
from tests.catalogue.geonames import alternate, place

SPELLING = load_spelling()
VILLAGE = place(9_000_001, "Kwaenari", province="03", people=700, names="Gwaenari,괘나리")
PROVINCE = place(9_000_002, "Made-up Province", "ADM1", province="03")
HILL = place(9_000_003, "Kwaesan", "HLL")


def write(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def load(folder: Path, *lines: str, names: Path | None = None) -> tuple[Loaded, PlaceStore]:
    target = folder / "var" / "gazetteer.sqlite"
    done = load_dump(write(folder / "KP.txt", *lines), names, target, SPELLING, lambda *_: None)
    return done, open_file(target)


def test_places_are_found_by_every_name_of_the_line(tmp_path: Path) -> None:
    done, store = load(tmp_path, VILLAGE, PROVINCE)
    assert done.places == 2
    for name in ("kwaenari", "gwaenari", "괘나리"):
        (met,) = store.named([name])
        assert met.entry.id == "geonames:9000001"
        assert met.entry.feature_class is FeatureClass.TOWN


def test_a_place_lies_in_its_province_though_the_province_stands_after_it(tmp_path: Path) -> None:
    _, store = load(tmp_path, VILLAGE, PROVINCE)
    village = store.entry("geonames:9000001")
    assert village is not None
    assert village.admin_id == "geonames:9000002"


def test_alternate_names_are_added_but_not_codes_or_those_of_other_places(tmp_path: Path) -> None:
    names = write(
        tmp_path / "alternateNamesV2.txt",
        alternate(1, 9_000_001, "ru", "Квэнари"),
        alternate(2, 9_000_001, "link", "https://example.org/kwaenari"),
        alternate(3, 77, "en", "Elsewhere"),
    )
    done, store = load(tmp_path, VILLAGE, names=names)
    assert done.names == 1
    assert store.has("квэнари")
    assert not store.has("elsewhere")
    assert store.spellings("geonames:9000001") == ["Gwaenari", "Квэнари", "괘나리"]


def test_kinds_that_are_no_places_of_reports_are_left_out_and_counted(tmp_path: Path) -> None:
    done, store = load(tmp_path, VILLAGE, HILL)
    assert done.other_kinds == {"T.HLL": 1}
    assert not store.has("kwaesan")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("9000009\tToo short", "2 columns, a GeoNames dump has 19"),
        (place(9_000_009, "Off the globe", latitude=91), "not on the globe"),
        (place(9_000_009, "Nowhere").replace("40.0", "north"), "could not convert"),
        (place(9_000_009, ""), "it has no name"),
    ],
)
def test_a_broken_line_is_left_out_and_named_by_its_number(tmp_path: Path, line: str, reason: str) -> None:
    many = [place(9_100_000 + number, f"Kwae {number}") for number in range(200)]
    done, store = load(tmp_path, VILLAGE, line, *many)
    assert done.broken_count == 1
    assert done.broken[0].startswith("KP.txt:2: ")
    assert reason in done.broken[0]
    assert store.has("kwaenari")


def test_a_file_that_is_no_dump_is_refused_and_the_load_before_stays(tmp_path: Path) -> None:
    load(tmp_path, VILLAGE)
    with pytest.raises(DataPackageError, match=r"other.csv is not a GeoNames table: .*first: other.csv:1"):
        other = write(tmp_path / "other.csv", "id,name", "1,Kwae")
        load_dump(other, None, tmp_path / "var" / "gazetteer.sqlite", SPELLING, lambda *_: None)
    assert open_file(tmp_path / "var" / "gazetteer.sqlite").has("kwaenari")
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["gazetteer.sqlite"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00"])
def test_an_empty_file_and_one_that_is_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "KP.txt").write_bytes(content)
    with pytest.raises(DataPackageError, match=r"KP.txt"):
        load_dump(tmp_path / "KP.txt", None, tmp_path / "store.sqlite", SPELLING, lambda *_: None)
    assert not (tmp_path / "store.sqlite").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataPackageError, match=r"none.txt cannot be read"):
        load_dump(tmp_path / "none.txt", None, tmp_path / "store.sqlite", SPELLING, lambda *_: None)


def test_a_zip_is_read_as_it_is_with_the_readme_beside_the_table(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "KP.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("KP.txt", VILLAGE + "\n")
    done = load_dump(tmp_path / "KP.zip", None, tmp_path / "store.sqlite", SPELLING, lambda *_: None)
    assert done.places == 1


def test_a_broken_zip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "KP.zip").write_bytes(b"PK\x03\x04 not really")
    with pytest.raises(DataPackageError, match=r"KP.zip cannot be read"):
        load_dump(tmp_path / "KP.zip", None, tmp_path / "store.sqlite", SPELLING, lambda *_: None)


def test_a_province_of_the_dump_is_the_one_that_ships(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAUNCH_MAP_GAZETTEER", str(tmp_path / "mine.sqlite"))
    again = place(1_877_450, "Hamgyong-namdo", "ADM1", province="03", names="South Hamgyong")  # its number in GeoNames
    assert main(["gazetteer", "load", str(write(tmp_path / "KP.txt", VILLAGE, again))]) == 0
    try:
        found = {
            name: resolve(Toponym(name, name, Relation.AT, within), load_gazetteer(), Context("KP"))
            for name, within in (("South Hamgyong", ()), ("Gwaenari", ("South Hamgyong",)))
        }
        assert [getattr(one, "gazetteer_id", None) for one in found.values()] == ["KP-08", "geonames:9000001"]
        assert getattr(found["Gwaenari"], "admin_area", None) == "South Hamgyong"
    finally:
        forget_gazetteer()


def test_the_command_loads_tells_and_makes_the_place_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LAUNCH_MAP_GAZETTEER", str(tmp_path / "mine.sqlite"))
    assert main(["gazetteer", "load", str(write(tmp_path / "KP.txt", VILLAGE, HILL))]) == 0
    said = capsys.readouterr()
    assert "1 places and 0 further names" in said.out
    assert "1 things of other kinds left out" in said.out
    assert "100%" in said.err
    try:
        found = resolve(Toponym("Gwaenari", "Gwaenari", Relation.AT), load_gazetteer(), Context("KP"))
        assert isinstance(found, Place)
        assert found.gazetteer_id == "geonames:9000001"
        assert main(["gazetteer", "unload"]) == 0
        assert not (tmp_path / "mine.sqlite").exists()
    finally:
        forget_gazetteer()
