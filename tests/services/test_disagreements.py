"""Who disagrees with whom: every number is a number of comparisons, and leads to its launches."""

import pytest

from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.services.disagreements import STEPS, Meeting, busiest, gap_step, meetings, tally
from geo.services.opening import opened
from geo.services.pipeline import Record, compile_record


@pytest.fixture(scope="module")
def record() -> Record:
    return compile_record((), opened().library, opened().catalogue.records)


@pytest.fixture(scope="module")
def met(record: Record) -> tuple[Meeting, ...]:
    return meetings(record, opened().library.sources)


def test_a_meeting_is_of_two_speakers_on_one_attribute_of_one_launch_once(met: tuple[Meeting, ...]) -> None:
    keys = [(each.event_id, each.attribute, each.pair) for each in met]
    assert len(keys) == len(set(keys)) > 500
    assert all(each.one < each.other for each in met)


def test_each_contradictory_launch_of_two_speakers_is_behind_a_number(record: Record, met: tuple[Meeting, ...]) -> None:
    counted = {each.event_id for each in met if each.worst.is_contradiction}
    badges = {name for name, badge in record.badges.items() if badge.is_contradiction}
    assert counted <= badges
    assert len(counted) >= 0.9 * len(badges)  # the rest: speakers of one name, joint statements beside their members


def test_seoul_and_tokyo_meet_most_and_differ_by_minutes(met: tuple[Meeting, ...]) -> None:
    official = [each for each in met if each.official]
    seoul, tokyo = "Joint Chiefs of Staff of South Korea", "Ministry of Defense of Japan"
    assert set(busiest(official, 2)) == {seoul, tokyo}
    times = [each for each in official if set(each.pair) == {seoul, tokyo} and each.attribute is Attribute.LAUNCH_TIME]
    near = [each for each in times if gap_step(each) in ("none", "1 min", "2 min")]
    assert len(near) >= 0.8 * len(times) > 20


def test_a_tally_counts_all_and_the_contradictory_and_names_their_launches(met: tuple[Meeting, ...]) -> None:
    found = tally(met, lambda each: each.attribute)
    assert sum(each.compared for each in found.values()) == len(met)
    for attribute, each in found.items():
        bad = [m for m in met if m.attribute is attribute and m.worst.is_contradiction]
        assert each.contradictory == len(bad)
        assert set(each.launches) == {m.event_id for m in bad}


def test_every_gap_has_one_step_and_only_disjoint_values_have_a_gap(met: tuple[Meeting, ...]) -> None:
    for each in met:
        words = [words for _, words in STEPS.get(each.attribute, ())]
        assert gap_step(each) in words or (gap_step(each) is None and not words)
        if each.worst in (FindingClass.LESS_PRECISE, FindingClass.OVERLAPPING):
            assert each.gap is None
