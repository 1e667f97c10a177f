"""The method as data, what moves with a tolerance, and a launch as it stood on an earlier day."""

from datetime import date

import pytest

from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.services.as_of import as_it_stood, days_to_ask
from geo.services.method import load_tables, measurable, what_moves, with_tolerances
from geo.services.opening import opened
from geo.services.pipeline import Record, compile_record

LIBRARY = opened().library


@pytest.fixture(scope="module")
def record() -> Record:
    return compile_record((), LIBRARY, opened().catalogue.records)


def test_every_class_and_every_rule_named_in_the_record_has_its_row(record: Record) -> None:
    tables = load_tables()
    found = [each for findings in record.findings.values() for each in findings]
    assert {each.rule for each in found} <= {row[0] for row in tables["rules"].rows}
    assert {row[0] for row in tables["classes"].rows} == {each.value for each in FindingClass}


def test_the_tolerances_of_the_page_are_those_of_the_rules() -> None:
    rows = {row[0]: row for row in load_tables()["tolerances"].rows}
    for attribute, each in measurable(LIBRARY.comparison).items():
        assert (float(rows[attribute][1]), float(rows[attribute][3])) == (each.absolute, each.relative)


def test_nothing_moves_by_the_defaults(record: Record) -> None:
    found = what_moves(record, LIBRARY, LIBRARY.comparison)
    assert found.launches == ()
    assert all(before == after for before, after in (*found.findings.values(), *found.badges.values()))


def test_a_wider_tolerance_of_times_makes_agreements_of_contradictions_and_of_nothing_else(record: Record) -> None:
    rules = with_tolerances(LIBRARY.comparison, {Attribute.LAUNCH_TIME: (10, 0)})
    found = what_moves(record, LIBRARY, rules)
    assert found.launches
    assert {move.attribute for move in found.launches} == {Attribute.LAUNCH_TIME}
    before, after = found.findings[FindingClass.CONTRADICTORY_MINOR]
    assert after < before
    assert record.findings == compile_record((), LIBRARY, opened().catalogue.records).findings  # defaults stay


@pytest.mark.parametrize("width", [(-1.0, 0.0), (float("inf"), 0.0), (float("nan"), 0.0), (1.0, 1.5)])
def test_what_is_no_width_is_refused(width: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="is no width"):
        with_tolerances(LIBRARY.comparison, {Attribute.RANGE: width})


def test_a_launch_as_it_stood_before_tokyo_withdrew_its_count(record: Record) -> None:
    (event,) = [each for each in record.events if each.day and each.day.first == date(2021, 10, 19)]
    assert date(2021, 11, 9) in {claim.said.day for claim in event.claims if claim.said}
    then = as_it_stood(record, event, LIBRARY, date(2021, 10, 20))
    assert then.later == len(event.claims) - len(then.event.claims) > 0
    assert all(claim.said is None or claim.said.day <= date(2021, 10, 20) for claim in then.event.claims)
    counts = [each for each in then.record.findings[event.id] if each.attribute is Attribute.COUNT]
    assert any(each.finding_class.is_contradiction and "history" not in each.flags for each in counts)
    assert record.event(event.id) is event  # the record of today is untouched


def test_as_of_the_last_day_everything_stands_as_today(record: Record) -> None:
    event = max(record.events, key=lambda each: len(each.claims))
    days = days_to_ask(event, date(1900, 1, 1))
    assert days
    then = as_it_stood(record, event, LIBRARY, days[1])
    assert then.record.findings[event.id] == record.findings[event.id]
    assert then.badge is then.today
    assert as_it_stood(record, event, LIBRARY, days[0]).later > 0


def test_a_launch_told_on_one_day_only_has_no_earlier_state(record: Record) -> None:
    event = min(record.events, key=lambda each: len({claim.said for claim in each.claims}))
    assert days_to_ask(event, date(2026, 1, 1)) is None
