"""A table of names in, a table of places out: whole or not at all, faults named by line."""

import csv
from pathlib import Path

import pytest

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.document import document_context
from geo.model.errors import LaunchMapError
from geo.services.lookup_files import COLUMNS_OUT, geocode_file

GAZETTEER = load_gazetteer()
HEADER = "id,query,context_country,context_admin"


def run(tmp_path: Path, text: str | bytes) -> list[dict[str, str]]:
    content = text if isinstance(text, bytes) else text.encode()
    (tmp_path / "in.csv").write_bytes(content)
    geocode_file(tmp_path / "in.csv", tmp_path / "out.csv", GAZETTEER)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
    assert tuple(reader.fieldnames or ()) == COLUMNS_OUT
    return rows


@pytest.mark.parametrize(
    ("row", "status", "gazetteer_id"),
    [
        ("a,Sinpo,KP,", "point", "geonames:2040959"),
        ("a,Sinp'o,KP,South Hwanghae", "area", "geonames:1870403"),  # no source gives the village a point
        ("a,South Hamgyong,KP,", "area", "KP-08"),
        ("a,Hamgyong province,KP,", "ambiguous", ""),
        ("a,Zzyzxville,KP,", "none", ""),
        ('a,"Wonsan, Kangwon Province",kp,', "point", "geonames:1866923"),
        ("a,12345,KP,", "none", ""),  # a query that can be no name
        ("a,Sinpo,North Korea,", "none", ""),  # nor can this be a country code
    ],
)
def test_every_status(tmp_path: Path, row: str, status: str, gazetteer_id: str) -> None:
    (found,) = run(tmp_path, f"{HEADER}\n{row}\n")
    assert (found["id"], found["status"], found["gazetteer_id"]) == ("a", status, gazetteer_id)
    has_place = status in ("point", "area")
    assert all(bool(found[name]) == has_place for name in ("latitude", "longitude", "radius_km", "name"))


def test_order_is_kept_and_further_columns_are_left_alone(tmp_path: Path) -> None:
    text = "gold_lat,query,id,context_admin,context_country\r\n1,Wonsan,b,,KP\r\n2,Sinpo,a,,KP\r\n"
    assert [row["id"] for row in run(tmp_path, b"\xef\xbb\xbf" + text.encode())] == ["b", "a"]


def test_a_bad_query_does_not_stop_the_rest_and_its_line_is_kept(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f'{HEADER}\na,"two\nlines",,\nb,www.x.org,,\nc,Sinpo,KP,\n')
    count = geocode_file(tmp_path / "in.csv", tmp_path / "out.csv", GAZETTEER)
    assert count.rows == 3
    assert [line for line, _ in count.refusals] == [3, 4]
    assert "web address" in count.refusals[1][1]
    assert count.statuses == {"none": 2, "point": 1}


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"id,query\na,Sinpo\n", r"in\.csv:1: no column context_country, context_admin"),
        (b"", r"in\.csv:1: no column id"),
        (f"{HEADER}\na,Sinpo,KP\n".encode(), r"in\.csv:2: 3 cells, the header has 4"),
        (f"{HEADER}\na,Sinpo,KP,\nb,S\xedn,,\n".encode("latin-1"), r"in\.csv:3: not UTF-8"),
        (f"{HEADER}\na,Sinpo,KP,\n".encode("utf-16"), r"in\.csv:1: not UTF-8"),
        (f'{HEADER}\na,Sinpo,KP,\nb,"open'.encode(), r"in\.csv:3: no row of a CSV table"),
    ],
)
def test_a_fault_of_the_table_is_named_by_line_and_nothing_is_written(
    tmp_path: Path, content: bytes, fault: str
) -> None:
    (tmp_path / "out.csv").write_text("as it was")
    with pytest.raises(LaunchMapError, match=fault):
        run(tmp_path, content)
    assert (tmp_path / "out.csv").read_text() == "as it was"
    assert {path.name for path in tmp_path.iterdir()} == {"in.csv", "out.csv"}


@pytest.mark.parametrize(
    ("source", "target", "fault"),
    [
        ("gone.csv", "out.csv", r"gone\.csv cannot be read"),
        ("in.csv", "in.csv", r"in\.csv is the table that is read"),
        ("in.csv", "no/such/out.csv", r"out\.csv cannot be written"),
        ("in.csv", ".", "cannot be written"),
    ],
)
def test_files_that_cannot_be(tmp_path: Path, source: str, target: str, fault: str) -> None:
    (tmp_path / "in.csv").write_text(f"{HEADER}\na,Sinpo,KP,\n")
    with pytest.raises(LaunchMapError, match=fault):
        geocode_file(tmp_path / source, tmp_path / target, GAZETTEER)
    assert (tmp_path / "in.csv").read_text() == f"{HEADER}\na,Sinpo,KP,\n"


def test_a_document_is_read_once_for_all_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(text: str, gazetteer: object) -> object:
        read.append(text)
        return document_context(text, GAZETTEER)

    monkeypatch.setattr("geo.services.lookup_files.document_context", counted)
    rows = "".join(f"{number},Sinpo,,,{'first' if number % 2 else 'second'} document\n" for number in range(20))
    (tmp_path / "in.csv").write_text(f"{HEADER},context_text\n{rows}")
    geocode_file(tmp_path / "in.csv", tmp_path / "out.csv", GAZETTEER)
    assert sorted(read) == ["first document", "second document"]


def test_a_whole_document_fits_in_a_cell(tmp_path: Path) -> None:
    text = "Some words. " * 30_000
    (found,) = run(tmp_path, f"{HEADER},context_text\na,Sinpo,KP,,{text}\n")
    assert found["status"] == "point"
