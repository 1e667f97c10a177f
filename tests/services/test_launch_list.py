"""The list of launches as JSON, by the command that prints it."""

import json
from typing import Any

import pytest

from geo.cli import main


@pytest.fixture(scope="module")
def listed() -> list[dict[str, Any]]:
    with pytest.MonkeyPatch.context() as patch:
        printed: list[str] = []
        patch.setattr("builtins.print", lambda *words, **_: printed.append(" ".join(map(str, words))))
        assert main(["launches", "--json"]) == 0
    launches: list[dict[str, Any]] = json.loads(printed[0])
    return launches


def launch(listed: list[dict[str, Any]], record: str) -> dict[str, Any]:
    (found,) = (each for each in listed if record in each["records"])
    return found


def test_a_launch_has_its_day_places_publishers_and_records(listed: list[dict[str, Any]]) -> None:
    sinpo = launch(listed, "cns_nagix:nagix-160")
    assert sinpo["date_kst"] == "2021-10-19"
    assert {"CNS", "CSIS", "JAPAN_MOD"} <= set(sinpo["publishers"])
    assert len(sinpo["reports"]) >= 1
    first = sinpo["places"][0]
    assert abs(first["latitude"] - 40.0) < 0.2 and abs(first["longitude"] - 128.2) < 0.3 and first["radius_km"] > 0


def test_each_claim_has_words_value_speaker_and_link(listed: list[dict[str, Any]]) -> None:
    count = launch(listed, "mod_japan:2021-10-19d")["attributes"]["count"]
    (own,) = (each for each in count["claims"] if each["record"] == "mod_japan:2021-10-19d")
    assert own["value_as_written"] == "2" and own["value"]["lower"] == 2
    assert own["speaker_ids"] == ["JAPAN_MOD"] and own["link"].startswith("https://www.mod.go.jp/")
    assert {"class", "gap", "sentence"} <= set(count["findings"][0])


def test_a_month_stays_a_month_and_an_unlocated_launch_has_no_pin(listed: list[dict[str, Any]]) -> None:
    assert launch(listed, "cns_nagix:nagix-4..6")["date_kst"] == "1984-09"
    nowhere = launch(listed, "cns_nagix:nagix-119")  # "Unknown", pinned at an airfield by one copy of the table
    assert all(place["latitude"] is None for place in nowhere["places"])


def test_every_launch_is_listed_once_with_a_badge(listed: list[dict[str, Any]]) -> None:
    assert len({each["id"] for each in listed}) == len(listed) >= 255
    assert all(each["badge"] and (each["records"] or each["reports"]) for each in listed)
