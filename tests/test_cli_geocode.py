"""python -m geo geocode: one name, a table of names, an online service in trouble."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo.cli import main
from tests.geocoding.online_service import Played, Reply, place, played

NOWHERE = "Zzyzxville"  # in no table


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert main(["geocode", *arguments, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Played]:
    monkeypatch.setenv("LAUNCH_MAP_STORE", f"sqlite:///{tmp_path}/store.db")
    with played() as server:
        monkeypatch.setenv("LAUNCH_MAP_GEOCODER", "nominatim")
        monkeypatch.setenv("LAUNCH_MAP_GEOCODER_ADDRESS", server.address)
        monkeypatch.setenv("LAUNCH_MAP_GEOCODER_CONTACT", "desk@example.org")
        monkeypatch.setenv("LAUNCH_MAP_GEOCODER_TIMEOUT", "0.5")
        yield server


def test_an_ambiguous_name_lists_its_candidates(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, "Hamgyong province", "--country", "KP")
    assert (found["status"], found["latitude"], found["gazetteer_id"]) == ("ambiguous", None, None)
    candidates = found["candidates"]
    assert isinstance(candidates, list)
    assert {one["gazetteer_id"] for one in candidates} == {"KP-08", "KP-09"}


def test_a_point_has_its_facts(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, "Sinp'o", "--country", "KP", "--admin", "South Hamgyong")
    assert (found["status"], found["gazetteer_id"], found["is_online"]) == ("point", "geonames:2040959", False)
    assert found["radius_km"] == 10
    assert "CC BY 4.0" in str(found["licence"])


def test_a_village_without_a_coordinate_is_its_province(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, "Sinp'o", "--country", "KP", "--admin", "South Hwanghae")  # not the city of that name
    assert (found["status"], found["gazetteer_id"], found["area_id"]) == ("area", "geonames:1870403", "KP-05")
    assert "CC BY 4.0" not in str(found["licence"])  # the outline of the province is not GeoNames'


def test_the_answer_in_another_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "Sinpo", "--country", "KP", "--language", "ko")["name"] == "신포"


def test_lines_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["geocode", "Sinpo", "--country", "KP"]) == 0
    first, why, radius, lost, *_ = capsys.readouterr().out.splitlines()
    assert first == "point: Sinpo (city; South Hamgyong, KP) 40.03971, 128.19430, within 10 km; geonames:2040959"
    assert "'Sinpo'" in why
    assert radius.startswith("radius: a city reaches")
    assert "geonames:1870403" in lost


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([""], "no letters"),
        (["x" * 100_000], "at most 500"),
        (["www.x.org"], "web address"),
        (["'; drop table"], "';'"),
        (["Sinpo", "--country", "PRK"], "PRK"),
        ([], "Give a name"),
        (["Sinpo", "--batch", "in.csv", "--out", "out.csv"], "Give a name"),
        (["--batch", "in.csv"], "Give a name"),
        (["Sinpo", "--online"], "LAUNCH_MAP_GEOCODER"),
        (["--batch", "no/such.csv", "--out", "out.csv"], "no/such.csv cannot be read"),
    ],
)
def test_bad_input_is_refused_in_one_line(
    arguments: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LAUNCH_MAP_GEOCODER", raising=False)
    monkeypatch.setattr("geo.services.settings.DEFAULT_SETTINGS", tmp_path / "none.toml")
    assert main(["geocode", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert "Traceback" not in err


def test_a_table_in_a_table_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.csv").write_text(
        "id,query,context_country,context_admin,gold\n1,Sinpo,KP,,x\n2,12345,KP,,x\n3,South Hamgyong,KP,,x\n"
    )
    assert main(["geocode", "--batch", str(tmp_path / "in.csv"), "--out", str(tmp_path / "out.csv")]) == 0
    err = capsys.readouterr().err
    assert "in.csv:3: status none" in err
    assert "3 names" in err
    rows = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8")))
    assert [(row["id"], row["status"]) for row in rows] == [("1", "point"), ("2", "none"), ("3", "area")]


def test_online_fills_a_gap_and_says_so(server: Played, capsys: pytest.CaptureFixture[str]) -> None:
    server.reply = Reply([place(NOWHERE, 40.0, 128.0)])
    found = printed(capsys, NOWHERE, "--online")
    assert (found["status"], found["is_online"], found["gazetteer_id"]) == ("point", True, "osm:node/7")
    assert "OpenStreetMap" in str(found["attribution"])
    server.reply = Reply(status=500)
    again = printed(capsys, NOWHERE, "--online")  # kept in the store: nothing is asked
    assert (again["gazetteer_id"], len(server.requests)) == ("osm:node/7", 1)


def test_without_online_nothing_is_asked(server: Played, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, NOWHERE)["status"] == "none"
    assert not server.requests


def test_a_dead_service_is_a_note_and_no_error(server: Played, capsys: pytest.CaptureFixture[str]) -> None:
    server.reply = Reply(status=503)
    found = printed(capsys, NOWHERE, "--online")
    assert found["status"] == "none"
    assert "The offline answer stands" in str(found["note"])


def test_a_table_is_never_put_to_a_public_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], server: Played, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LAUNCH_MAP_GEOCODER_ADDRESS")
    batch = ["geocode", "--batch", str(tmp_path / "in.csv"), "--out", str(tmp_path / "out.csv"), "--online"]
    assert main(batch) == 2
    assert "public server" in capsys.readouterr().err


def test_a_hostile_name_from_outside_is_no_formula(
    server: Played, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.reply = Reply([place(NOWHERE, 40.0, 128.0, name='=HYPERLINK("http://x")')])
    (tmp_path / "in.csv").write_text(f"id,query,context_country,context_admin\n1,{NOWHERE},KP,\n")
    batch = ["geocode", "--batch", str(tmp_path / "in.csv"), "--out", str(tmp_path / "out.csv"), "--online"]
    assert main(batch) == 0
    (row,) = csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8"))
    assert row["name"] == '\'=HYPERLINK("http://x")'
