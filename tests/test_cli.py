"""The command line: what it prints, what it refuses, and with which exit code."""

import json
from pathlib import Path

import pytest

from geo.cli import main

SEED = Path(__file__).resolve().parents[1] / "seeds" / "2021-10-19_sinpo" / "report.txt"


def test_extract_prints_the_claims_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(SEED), "--published", "2021-10-19", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    text = SEED.read_text(encoding="utf-8")
    assert len(printed["claims"]) == 12
    for claim in printed["claims"]:
        assert text[claim["evidence"]["start"] : claim["evidence"]["end"]] == claim["words"]
    assert printed["launches"][0]["day"]["first"] == "2021-10-19"


def test_without_a_date_it_says_which_is_missing_and_what_the_text_allows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(SEED), "--json"]) == 0
    out, err = capsys.readouterr()
    assert "“Tuesday”" in err
    assert "date of publication" in err
    launch = json.loads(out)["launches"][0]
    assert launch["day"]["first"] is None
    assert launch["day"]["weekday"] == 1


def test_extract_prints_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(SEED), "--published", "2021-10-19"]) == 0
    assert "How many: 2 missiles\n  Japan's Deputy Secretary General Yoshihiko Isozaki" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        (b"", [], "no text in this report"),
        (b"\x89PNG\x00", [], "not text"),
        (b"a" * 10_000_000, [], "10,000,000 bytes"),
        (b"North Korea fired a missile.", ["--published", "19 Oct 2021"], "2021-10-19"),
        (b"North Korea fired a missile.", ["--published", "1066-10-14"], "before 1984"),
    ],
)
def test_bad_input_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, options: list[str], words: str
) -> None:
    (tmp_path / "report.txt").write_bytes(content)
    assert main(["extract", str(tmp_path / "report.txt"), *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert "Traceback" not in err


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "no/such/file.txt"]) == 2
    assert "no/such/file.txt cannot be read" in capsys.readouterr().err


def test_no_launch_is_an_answer_not_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "summit.txt").write_text("The two leaders met in Singapore on Tuesday, officials said.")
    assert main(["extract", str(tmp_path / "summit.txt"), "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["is_launch_report"] is False
    assert "not a launch" in err


def test_claims_name_their_rules_and_the_publisher_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "report.txt"
    path.write_text("North Korea fired two ballistic missiles on Tuesday, South Korea's military said.")
    assert main(["extract", str(path), "--published", "2021-10-19", "--publisher", "Daily", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["report"]["outlet"] == "Daily"
    assert told["claims"] and all(len(claim["rules"]) >= 3 for claim in told["claims"])


def test_a_model_that_is_not_set_is_not_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LAUNCH_MAP_MODEL_URL", raising=False)
    path = tmp_path / "report.txt"
    path.write_text("North Korea fired two ballistic missiles on Tuesday, South Korea's military said.")
    assert main(["extract", str(path), "--model"]) == 2
    assert "LAUNCH_MAP_MODEL_URL" in capsys.readouterr().err
