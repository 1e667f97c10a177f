"""python -m geo export: what it writes, what it prints, what it refuses."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from geo.cli import main

RANGE = ("--from", "2021-01-01", "--to", "2021-12-31")


@pytest.fixture(autouse=True)
def own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAUNCH_MAP_STORE", f"sqlite:///{tmp_path / 'store.db'}")


def test_it_prints_the_hash_of_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.geojson"
    assert main(["export", "--format", "geojson", *RANGE, "--out", str(out)]) == 0
    printed = capsys.readouterr()
    assert printed.out.split() == [hashlib.sha256(out.read_bytes()).hexdigest(), str(out)]
    assert "8 launches" in printed.err


def test_a_table_goes_with_its_description(tmp_path: Path) -> None:
    assert main(["export", "--format", "csv", *RANGE, "--out", str(tmp_path)]) == 0
    assert (tmp_path / "launches_2021-01-01_2021-12-31_v1.0.0.csv").exists()
    described = json.loads((tmp_path / "launches_2021-01-01_2021-12-31_v1.0.0.metadata.json").read_text())
    assert described["launches"] == 8


def test_the_filters_of_an_address_hold(tmp_path: Path) -> None:
    out = tmp_path / "out.geojson"
    url = "http://127.0.0.1:8501/?from=2021-01-01&to=2021-12-31&class=cruise&map=39,127,6"
    assert main(["export", "--format", "geojson", "--view", url, "--out", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert {each["properties"]["class"] for each in found["features"]} == {"cruise"}
    assert "class=cruise" in found["metadata"]["view"]


@pytest.mark.parametrize(
    ("arguments", "view"),
    [
        (("--from", "2021-01-01", "--to", "2021-12-31"), "from=2021-01-01&to=2021-12-31"),
        (("--view", "http://127.0.0.1:8501/", "--from", "2021-01-01", "--to", "2021-12-31"), "from=2021-01-01&to=2021"),
        (("--view", "http://127.0.0.1:8501/"), r"from=20\d\d-\d\d-\d\d&to=20"),  # the last year, as on screen
    ],
)
def test_the_file_names_the_address_of_what_it_holds(arguments: tuple[str, ...], view: str, tmp_path: Path) -> None:
    out = tmp_path / "out.geojson"
    assert main(["export", "--format", "geojson", *arguments, "--out", str(out)]) == 0
    assert re.search(view, json.loads(out.read_text(encoding="utf-8"))["metadata"]["view"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--from", "2021-12-31", "--to", "2021-01-01"), "backwards"),
        (("--view", "?class=submarine"), "no valid value for class"),
        (("--view", "?from=2021-12-31&to=2021-01-01"), "no valid value for from, to"),  # backwards
        (("--view", "?form=2021-01-01"), "no valid value for form"),  # a slip of the pen is not the whole record
        (("--view", "launches of 2021"), "no address of the dashboard"),
        (("--select", "no-such"), "There is no launch"),
        (("--out", "/no/such/folder/map.geojson"), "no such folder"),
    ],
)
def test_bad_input_is_refused(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "geojson", *arguments]) == 2
    assert said in capsys.readouterr().err


def test_nothing_that_draws_is_imported_before_it_is_needed() -> None:
    modules = "sys, geo.cli, geo.ui.pages.launches, geo.services.export.making as _"
    code = f"import {modules}; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("False")
