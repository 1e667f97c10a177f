"""Deriving the claims: the same bytes twice, and refusals that name file, line, column and reason."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.launches_build import build, derive
from geo.catalogue.launches_check import PACKAGES, check
from geo.catalogue.launches_days import EARLIEST_YEAR, calendar_day
from geo.catalogue.launches_tables import CellError
from geo.catalogue.launches_values import number
from geo.catalogue.package import DATA_FOLDER, seal
from geo.cli import main
from geo.model.errors import DataPackageError

Edit = Callable[[list[dict[str, str]]], None]


@pytest.fixture(name="data")
def _data(tmp_path: Path) -> Path:
    for name in PACKAGES:
        shutil.copytree(DATA_FOLDER / name, tmp_path / name)
    return tmp_path


def edit(path: Path, change: Edit) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def set_cell(line: int, column: str, value: str) -> Edit:
    def change(rows: list[dict[str, str]]) -> None:
        rows[line - 2][column] = value

    return change


def test_the_committed_files_are_what_the_tables_give() -> None:
    derived = derive()
    assert (DATA_FOLDER / "launches/claims.csv").read_bytes() == derived.claims
    assert (DATA_FOLDER / "launches/index.csv").read_bytes() == derived.index


def test_building_twice_gives_the_same_bytes(data: Path) -> None:
    first = build(data)
    manifest = (data / "launches/datapackage.json").read_bytes()
    assert build(data) == first
    assert (data / "launches/datapackage.json").read_bytes() == manifest
    assert manifest == (DATA_FOLDER / "launches/datapackage.json").read_bytes()


def test_whole_packages_have_no_fault() -> None:
    assert check() == ()


CSIS, MOD, CNS = (f"launches/records/{name}.csv" for name in ("csis_beyond_parallel", "mod_japan", "cns_nagix"))


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        (CSIS, set_cell(4, "date_local", "2021-02-30"), ":4: column date_local: '2021-02-30' is no date"),
        (CSIS, set_cell(4, "date_local", "30 Feb"), "write YYYY-MM-DD or YYYY-MM"),
        (CNS, set_cell(9, "longitude", "430"), ":9: column longitude: "),
        (CNS, set_cell(9, "latitude", "91"), ":9: column latitude: "),
        (CNS, set_cell(9, "count", "7"), ":9: column count: '7', but the table of missiles has 1 rows"),
        (MOD, set_cell(3, "source_event_id", "2026-10-03d"), ":3: column source_event_id: '2026-10-03d' stands twice"),
        (MOD, set_cell(3, "missile_class", "boomerang"), ":3: column missile_class: 'boomerang' is not in vocabulary"),
        (MOD, set_cell(3, "site_name", "Atlantis"), ":3: column site_name: 'Atlantis' of site"),
        (MOD, set_cell(3, "site_id", "atlantis"), ":3: column site_"),
        (MOD, set_cell(3, "all_times_kst", "25:00"), ":3: column all_times_kst: '25:00' is no time"),
        (MOD, set_cell(3, "range_all_km", "far"), ":3: column range_all_km: 'far' is no number"),
        ("launches/tables.csv", set_cell(2, "publisher", "NOBODY"), ":2: column publisher: 'NOBODY' is no id"),
        (
            "launches/records/attributed_claims.csv",
            set_cell(5, "attributed_to", "a passer-by"),
            ":5: column attributed_to: 'a passer-by' is not in vocabulary.csv",
        ),
        (
            "launches/records/attributed_claims.csv",
            set_cell(5, "via_event_id", "nagix-9999"),
            ":5: column via_event_id: cns_nagix:nagix-9999 is no record",
        ),
        (
            "places/coordinates.csv",
            set_cell(3, "longitude", "430"),
            ":3: columns latitude, longitude: (38.62333, 430.0)",
        ),
        ("places/spellings.csv", set_cell(3, "place_id", "site:atlantis"), ":3: 'site:atlantis' is no id"),
        ("sources/sources.csv", set_cell(3, "kind", "oracle"), ":3: 'oracle' is not a valid SourceKind"),
        (
            "launches/vocabulary.csv",
            set_cell(3, "code", "roughly"),
            ":3: column code: 'roughly' is none of",
        ),
        (
            "launches/left_out.csv",
            set_cell(2, "record", "cns_nagix:gone"),
            "csv: 'cns_nagix:gone' is in no row",
        ),
        ("launches/days.csv", set_cell(2, "last", "2001-01-01"), ":2: "),
        ("launches/days.csv", set_cell(2, "record", "cns_nagix:gone"), "days.csv: 'cns_nagix:gone' is no record"),
    ],
)
def test_a_wrong_cell_is_named_by_file_line_and_column(data: Path, file: str, change: Edit, said: str) -> None:
    edit(data / file, change)
    faults = check(data)
    assert any(str(data / file) in fault and "is not the file its manifest describes" in fault for fault in faults)
    assert any(str(data / Path(file).parent) in fault and said in fault for fault in faults), faults


def test_nothing_is_derived_while_a_row_is_not_understood(data: Path) -> None:
    edit(data / MOD, set_cell(3, "missile_class", "boomerang"))
    seal("launches", data)
    before = (data / "launches/claims.csv").read_bytes()
    with pytest.raises(DataPackageError, match=r"mod_japan\.csv:3: column missile_class"):
        build(data)
    assert (data / "launches/claims.csv").read_bytes() == before


def test_every_fault_is_named_at_once(data: Path) -> None:
    edit(data / CSIS, set_cell(4, "date_local", "2021-02-30"))
    edit(data / MOD, set_cell(3, "range_all_km", "far"))
    assert len([fault for fault in check(data) if ": column " in fault]) == 2


@pytest.mark.parametrize(
    "change",
    [
        set_cell(30, "date_local", "2021-02-30"),
        set_cell(31, "source_event_id", "2009-05-26#29"),
        lambda rows: [row.pop("count") for row in rows],
    ],
    ids=["a wrong cell", "a record twice", "no column of counts"],
)
def test_claims_attributed_in_a_refused_table_are_no_faults_of_their_own(data: Path, change: Edit) -> None:
    edit(data / CSIS, change)
    changed, fault = check(data)
    assert "is not the file its manifest describes" in changed
    assert fault.startswith(str(data / CSIS))


def test_a_changed_byte_is_named(data: Path) -> None:
    path = data / MOD
    path.write_bytes(path.read_bytes().replace(b"2026-10-03,06:36", b"2026-10-03,06:37", 1))
    assert any(f"{path} is not the file its manifest describes" in fault for fault in check(data))


def test_a_missing_column_is_named(data: Path) -> None:
    def without_flags(rows: list[dict[str, str]]) -> None:
        for row in rows:
            del row["flags"]

    edit(data / MOD, without_flags)
    assert any(f"{data / MOD}:1: column 'flags' is missing" in fault for fault in check(data))


def test_a_missing_file_is_named(data: Path) -> None:
    (data / MOD).unlink()
    assert any(str(data / MOD) in fault for fault in check(data))


def test_a_table_changed_on_purpose_needs_a_build(data: Path) -> None:
    edit(data / MOD, set_cell(3, "range_all_km", "591"))
    seal("launches", data)
    assert [fault.rpartition("; ")[2] for fault in check(data)] == ["run 'python -m geo catalogue build'."]
    build(data)
    assert check(data) == ()


def test_the_command_line_says_that_nothing_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["catalogue", "check"]) == 0
    assert "up to date" in capsys.readouterr().out


@pytest.mark.parametrize("written", ["", "-5", "1e9", "5 km", "nan", "5.1234", "１２"])
def test_only_plain_figures_are_numbers(written: str) -> None:
    with pytest.raises(CellError):
        number("count", written)


@given(st.text(max_size=40) | st.dates().map(str))
def test_a_date_is_a_day_of_the_calendar_or_refused(written: str) -> None:
    try:
        assert calendar_day("date_local", written).year >= EARLIEST_YEAR
    except CellError as fault:
        assert fault.column == "date_local" and repr(written) in fault.reason
