"""Named launches of the shipped catalogue: what their records' statements must come to."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from geo.catalogue.launches import load_records
from geo.discrepancy.badge import HISTORY, badge, worst_by_attribute
from geo.discrepancy.claimant import said_by
from geo.model.claim import Attribute
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.services.library import open_library
from geo.services.record_of_launches import find, record_of_launches

LIBRARY = open_library()
LAUNCHES = record_of_launches(load_records(), LIBRARY)
A = Attribute
MINOR, MAJOR = FindingClass.CONTRADICTORY_MINOR, FindingClass.CONTRADICTORY_MAJOR
AGREES, LESS, APART = FindingClass.AGREES, FindingClass.LESS_PRECISE, FindingClass.NOT_COMPARABLE
SUPERSEDED, EXCHANGED = FindingClass.SUPERSEDED, FindingClass.LOOKS_EXCHANGED


def of_day(day: str) -> list[LaunchEvent]:
    return [event for event in LAUNCHES.events if event.day and str(event.day.first) == day]


def findings(day: str) -> list[tuple[LaunchEvent, Finding]]:
    return [(event, finding) for event in of_day(day) for finding in LAUNCHES.findings[event.id]]


def between(day: str, attribute: Attribute, one: str, other: str) -> list[Finding]:
    """Findings of today on the attribute between claims whose verbatim values these are, in either order."""
    found = []
    for event, finding in findings(day):
        values = {event.claim(each).value.verbatim for each in finding.claim_ids}
        if finding.attribute is attribute and values == {one, other} and HISTORY not in finding.flags:
            found.append(finding)
    return found


def speakers(event: LaunchEvent, finding: Finding) -> set[str]:
    return {name for each in finding.claim_ids for name in event.claim(each).attribution.originator.source_ids}


@pytest.mark.parametrize(
    ("day", "attribute", "one", "other", "expected"),
    [
        ("2021-03-25", A.RANGE, "450 km", "600 km", MAJOR),  # Tokyo against Pyongyang: 150 km, 25 %
        ("2021-10-19", A.RANGE, "430-450 km", "590 km", MAJOR),  # 140 km, 24 %
        ("2021-10-19", A.APOGEE, "50 km", "60 km", AGREES),  # ten kilometres is the tolerance
        ("2021-10-19", A.LAUNCH_TIME, "10:15", "10:17", MINOR),  # two minutes
        ("2021-10-19", A.LAUNCH_TIME, "around 10:20", "10:17", LESS),  # Seoul's first word holds its second
        ("2022-10-04", A.RANGE, "4600 km", "4500 km", AGREES),  # 100 km of 4,600 are two per cent
        ("2022-10-04", A.APOGEE, "1000 km", "970 km", AGREES),
        ("2022-10-04", A.LAUNCH_TIME, "07:22", "07:23", AGREES),
        ("2024-01-14", A.RANGE, "1000 km", "at least 500 km", LESS),
        ("2019-09-10", A.COUNT, "2", "3", MAJOR),  # each told with both times of the day
        ("2024-03-18", A.COUNT, "3", "6", MAJOR),  # likewise: Tokyo three, a table six
        ("2024-05-30", A.COUNT, "about 10", "18", MAJOR),  # seven missiles, 39 %
        ("2024-07-01", A.OUTCOME, "success", "failure", MINOR),  # of one of two missiles, and of the launch
        ("2022-12-18", A.RANGE, "500 km", "550 km", MINOR),
    ],
)
def test_two_values_of_a_named_launch(
    day: str, attribute: Attribute, one: str, other: str, expected: FindingClass
) -> None:
    found = {finding.finding_class for finding in between(day, attribute, one, other)}
    assert expected in found
    assert found <= {expected, SUPERSEDED, EXCHANGED, APART}


@pytest.mark.parametrize("day", ["2022-05-25", "2022-12-18"])
def test_range_and_altitude_exchanged_in_one_source_are_said_to_look_so(day: str) -> None:
    found = [(event, each) for event, each in findings(day) if each.finding_class is EXCHANGED]
    assert found
    for event, each in found:
        assert "CNS" in speakers(event, each)  # whose table has them the other way around; it is not told who is right
        assert "look exchanged in one of the two" in each.sentence
        assert {event.claim(name).attribute for name in each.claim_ids} == {A.RANGE, A.APOGEE}


def test_the_counts_of_2021_10_19_as_tokyo_withdrew_its_own() -> None:
    (event,) = of_day("2021-10-19")
    then = find(replace(event, claims=said_by(event.claims, date(2021, 10, 20))), LIBRARY)
    counts = {each.finding_class for each in then if each.attribute is A.COUNT and HISTORY not in each.flags}
    assert MAJOR in counts  # Seoul one, Tokyo two
    today = LAUNCHES.findings[event.id]
    gone = [
        each
        for each in today
        if each.attribute is A.COUNT and each.finding_class is SUPERSEDED and "JAPAN_MOD" in speakers(event, each)
    ]
    assert gone and any("2021-11-09" in each.sentence for each in gone)
    history = [each for each in today if each.attribute is A.COUNT and HISTORY in each.flags]
    assert MAJOR in {each.finding_class for each in history}


def test_nobody_contradicts_anybody_on_2022_10_04() -> None:
    """Over Japan: every figure of Tokyo and Seoul differs by a few per cent; the landing is told in two ways."""
    (event,) = of_day("2022-10-04")
    worst = worst_by_attribute(LAUNCHES.findings[event.id])
    assert not any(found.is_contradiction for found in worst.values())
    assert LAUNCHES.badges[event.id] is LESS
    assert worst[A.RANGE] is worst[A.APOGEE] is worst[A.COUNT] is AGREES


def test_seoul_refined_around_10_20_to_10_17() -> None:
    (event,) = of_day("2021-10-19")
    refined = [
        each
        for each in LAUNCHES.findings[event.id]
        if each.attribute is A.LAUNCH_TIME and each.finding_class is SUPERSEDED
    ]
    assert [each.flags for each in refined] == [("refined",)]
    assert "“around 10:20” on 2021-10-19 and “around 10:17” on 2021-10-20" in refined[0].sentence


def test_silence_is_no_disagreement_on_2023_06_15() -> None:
    """Seoul gave no altitude and no flight time: what only Tokyo gives is contradicted by nobody."""
    for event in of_day("2023-06-15"):
        worst = worst_by_attribute(LAUNCHES.findings[event.id])
        assert not {A.APOGEE, A.FLIGHT_TIME} & {each for each, found in worst.items() if found.is_contradiction}
        assert FindingClass.SILENT not in (worst.get(A.APOGEE), worst.get(A.FLIGHT_TIME))


def test_at_least_ten_is_less_precise_than_eighteen_on_2024_05_30() -> None:
    several = between("2024-05-30", A.COUNT, "multiple", "18")
    assert {each.finding_class for each in several} == {LESS}


def test_the_counts_of_2022_11_02_are_of_parts_and_contradict_nobody() -> None:
    """About 25 of all kinds, seven ballistic, at least three: parts of the day."""
    found = [each for _, each in findings("2022-11-02") if each.attribute is A.COUNT]
    assert found and not any(each.finding_class.is_contradiction for each in found)
    whole = [each for each in found if "about 25" in each.sentence]
    assert {each.finding_class for each in whole} <= {APART, FindingClass.ECHO, FindingClass.SINGLE_SOURCE}


def test_the_three_missiles_of_2017_08_26_are_lists_and_not_contradictions() -> None:
    """Three times by one publisher: values of three missiles; one failed, by two publishers."""
    (event,) = of_day("2017-08-26")
    worst = worst_by_attribute(LAUNCHES.findings[event.id])
    assert not worst[A.LAUNCH_TIME].is_contradiction
    assert not worst[A.COUNT].is_contradiction


def test_a_submarine_inland_and_figures_that_cannot_be_are_found() -> None:
    rules: Mapping[str, str] = {
        each.rule: event.id for event in LAUNCHES.events for each in LAUNCHES.findings[event.id] if event.day
    }
    assert rules["platform-ground"].startswith("KP-2017-02-12")  # a submarine at Kusong, 40 km inland
    assert rules["physics-duration"].startswith("KP-2022-03-24")  # the one lofted test that does not fit
    assert rules["physics-landing"].startswith(("KP-2012-04-13", "KP-2017-11-29"))


def test_every_badge_is_the_worst_of_its_findings() -> None:
    assert all(LAUNCHES.badges[event.id] is badge(LAUNCHES.findings[event.id]) for event in LAUNCHES.events)
