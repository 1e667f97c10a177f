"""Reports' launches joined to those of the record: only where exactly one fits."""

from datetime import date

from geo.association.linking import associate
from geo.association.records import associate_records
from geo.model.launch import LaunchEvent, MentionRole, NoticeKind
from geo.model.source_record import SourceRecord
from tests.association.records import record
from tests.association.test_linking import HAMHUNG, ONE, SINPO, SUNAN, at, mention, reading, told_by

SINPO_RECORD = record("160", "CNS", "2021-10-19", times="10:17", site="sinpo", count="1")
SUNAN_RECORD = record("161", "CNS", "2021-10-19", times="18:00", site="sunan", count="1")


def known(*records: SourceRecord) -> tuple[LaunchEvent, ...]:
    return associate_records(records).events


def test_a_report_joins_the_launch_of_the_record_and_its_id_stays() -> None:
    launches = known(SINPO_RECORD)
    told = reading("A", (mention("m1"), (ONE, HAMHUNG)))
    (event,) = associate([told], launches)
    assert event.id == launches[0].id
    assert told_by(event) == {told.report.id}
    assert set(launches[0].claims) < set(event.claims)
    assert event.reasons[: len(launches[0].reasons)] == launches[0].reasons
    assert any("tells of a launch of 2021-10-19" in reason for reason in event.reasons)


def test_the_day_s_only_launch_has_one_id_whether_a_report_or_the_record_tells_of_it() -> None:
    (alone,) = associate([reading("A", (mention("m1"), (ONE,)))])
    assert alone.id == known(SINPO_RECORD)[0].id


def test_a_report_of_the_other_coast_is_a_launch_of_its_own() -> None:
    launches = known(SINPO_RECORD)
    events = associate([reading("A", (mention("m1"), (SUNAN,)))], launches)
    assert len(events) == 2 and len({event.id for event in events}) == 2
    assert launches[0] in events


def test_of_two_launches_it_joins_the_one_whose_hour_it_names() -> None:
    launches = known(SINPO_RECORD, SUNAN_RECORD)
    told = reading("A", (mention("m1"), (at(1, 15),)))
    events = associate([told], launches)
    assert len(events) == 2
    (joined,) = (event for event in events if told_by(event))
    assert any(claim.launch == "cns:160" for claim in joined.claims)


def test_of_two_launches_that_fit_it_joins_neither_and_names_both() -> None:
    launches = known(SINPO_RECORD, SUNAN_RECORD)
    events = associate([reading("A", (mention("m1"), (ONE,)))], launches)
    assert len(events) == 3
    (notice,) = (notice for event in events for notice in event.notices)
    assert notice.kind is NoticeKind.AMBIGUOUS_LINK
    assert all(launch.id in notice.sentence for launch in launches)


def test_two_launches_of_one_report_do_not_both_join_the_one_known() -> None:
    launches = known(SINPO_RECORD)
    events = associate([reading("A", (mention("m1"), (ONE,)), (mention("m2"), (ONE,)))], launches)
    assert len(events) == 3
    assert sum(bool(event.notices) for event in events) == 2


def test_a_launch_mentioned_in_passing_joins_the_record_though_no_report_is_about_it() -> None:
    launches = known(SINPO_RECORD)
    passing = mention("m2", date(2021, 10, 19), MentionRole.BACKGROUND)
    told = reading("B", (mention("m1", date(2021, 11, 5)), (ONE,)), (passing, (SINPO,)))
    first, second = associate([told], launches)
    assert first.id == launches[0].id and told_by(first) == {told.report.id}
    assert second.day is not None and second.day.first == date(2021, 11, 5)


def test_a_month_only_launch_of_the_record_joins_nothing_and_stays_as_it_was() -> None:
    launches = known(record("4", "CNS", "1984-09", site="tonghae"))
    events = associate([reading("A", (mention("m1", date(1984, 9, 3)), (ONE,)))], launches)
    assert len(events) == 2 and launches[0] in events


def test_without_reports_the_record_is_returned_as_it_is() -> None:
    launches = known(SINPO_RECORD, SUNAN_RECORD)
    assert associate([], launches) == launches
