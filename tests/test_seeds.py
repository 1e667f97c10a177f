"""Each seed's expected.yaml: the findings and places a careful reader comes to, through the whole pipeline."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from geo.catalogue.package import SEEDS_FOLDER
from geo.catalogue.seeds import load_seed
from geo.model.claim import Attribute
from geo.model.finding import Finding
from geo.model.launch import LaunchEvent, NoticeKind
from geo.model.place import AmbiguousPlace, NamedPlace, Place
from geo.services.library import open_library
from geo.services.pipeline import Record, compile_record

SEEDS = [path.parent for path in sorted(SEEDS_FOLDER.glob("*/expected.yaml"))]


def record_of(seed: Path) -> tuple[Record, LaunchEvent, dict[str, Any]]:
    record = compile_record([load_seed(seed)], open_library())
    (event,) = record.events
    return record, event, yaml.safe_load((seed / "expected.yaml").read_text(encoding="utf-8"))


def speakers(event: LaunchEvent, finding: Finding) -> list[tuple[str, ...]]:
    return [event.claim(claim_id).attribution.originator.source_ids for claim_id in finding.claim_ids]


def is_found(event: LaunchEvent, finding: Finding, wanted: dict[str, Any]) -> bool:
    if (finding.attribute.value, finding.finding_class.value) != (wanted["attribute"], wanted["class"]):
        return False
    said_by = speakers(event, finding)
    return (
        len(said_by) == len(wanted["between"])
        and all(any(name in ids for ids in said_by) for name in wanted["between"])
        and all(name in finding.sentence for name in wanted.get("names", ()))
        and ("gap" not in wanted or (finding.gap is not None and finding.gap.lower == wanted["gap"]))
    )


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_every_expected_finding_is_there(seed: Path) -> None:
    record, event, expected = record_of(seed)
    for wanted in expected["findings"]:
        assert any(is_found(event, finding, wanted) for finding in record.findings[event.id]), wanted


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_nothing_contradicts_that_should_not(seed: Path) -> None:
    record, event, expected = record_of(seed)
    found = [finding for finding in record.findings[event.id] if finding.finding_class.is_contradiction]
    wanted = [finding for finding in expected["findings"] if finding["class"].startswith("contradictory")]
    assert len(found) == len(wanted)
    assert all(any(is_found(event, finding, each) for each in wanted) for finding in found)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_day_and_country(seed: Path) -> None:
    _, event, expected = record_of(seed)
    assert event.day is not None
    assert (event.day.first, event.day.last) == (expected["launch"]["day"],) * 2
    assert event.country == expected["launch"]["country"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_places_are_no_more_precise_than_the_words(seed: Path) -> None:
    _, event, expected = record_of(seed)
    (place,) = [claim.value for claim in event.of(Attribute.LAUNCH_PLACE)]
    assert isinstance(place, NamedPlace)
    assert isinstance(place.resolution, Place)
    assert place.resolution.name == expected["place"]["launch_place"]["gazetteer_name"]
    assert place.resolution.admin_area == expected["place"]["launch_place"]["admin_area"]
    assert place.resolution.point is not None
    assert place.resolution.radius_m is not None
    assert place.resolution.radius_m >= 5_000
    (area,) = [claim.value for claim in event.of(Attribute.ADMIN_AREA)]
    assert isinstance(area, NamedPlace)
    assert isinstance(area.resolution, AmbiguousPlace)
    candidates = {candidate.gazetteer_id for candidate in area.resolution.candidates}
    assert candidates == set(expected["place"]["admin_area"]["candidates"])
    vague = " ".join(notice.sentence for notice in event.notices if notice.kind is NoticeKind.VAGUE_PLACE)
    assert all(words.removeprefix("its ") in vague for words in expected["place"]["never_a_pin"])
