"""Scope on days of many missiles, lists, and what a report itself calls an earlier statement."""

from dataclasses import replace

import pytest

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.badge import HISTORY
from geo.discrepancy.detection import detect
from geo.model.claim import Attribute, Claim, Scope, ScopeKind
from geo.model.finding import Finding, FindingClass
from geo.model.report import EARLIER_STATEMENT, DateBasis, Publication, Span
from geo.model.weapon import MissileClass, Outcome, OutcomeKind
from tests.discrepancy.claims import (
    KM,
    SOURCES,
    about,
    at_least,
    claim,
    clock,
    event,
    missile,
    published,
    quantity,
)

RULES = load_comparison()
A = Attribute
APART, SUPERSEDED, ECHO = FindingClass.NOT_COMPARABLE, FindingClass.SUPERSEDED, FindingClass.ECHO


def breath(start: int, *claims: Claim) -> tuple[Claim, ...]:
    """Claims said in one sentence."""
    reports = [each.evidence.report_id for each in claims if isinstance(each.evidence, Span)]
    return tuple(
        replace(each, evidence=Span(report, start, start + 90)) for each, report in zip(claims, reports, strict=True)
    )


def found(*claims: Claim) -> list[Finding]:
    return [each for each in detect(event(*claims), RULES, SOURCES) if HISTORY not in each.flags]


def contradictions(*claims: Claim) -> list[str]:
    return [each.rule for each in found(*claims) if each.finding_class.is_contradiction]


def salvo(speaker: str, report: str, hour: int, minute: int, count: int, start: int) -> tuple[Claim, ...]:
    return breath(
        start,
        claim(A.LAUNCH_TIME, clock(hour, minute), speaker, report),
        claim(A.COUNT, quantity(count), speaker, report),
    )


SEOUL = (*salvo("ROK_JCS", "r-1", 6, 51, 4, 0), *salvo("ROK_JCS", "r-1", 8, 51, 3, 100))


def test_a_count_of_another_salvo_is_no_contradiction() -> None:
    assert contradictions(*SEOUL, *salvo("JAPAN_MOD", "r-2", 16, 30, 1, 0)) == []


def test_a_count_of_the_same_salvo_is_one() -> None:
    """08:50 and 08:51 are one salvo: three against two of it."""
    assert contradictions(*SEOUL, *salvo("JAPAN_MOD", "r-2", 8, 50, 2, 0)) == ["count-disjoint"]


def test_a_count_of_no_stated_salvo_is_read_kindly_and_the_reading_is_named() -> None:
    loose = claim(A.RANGE, about(500, KM), "JAPAN_MOD", "r-2")
    near = claim(A.RANGE, about(150, KM))
    read = [each for each in found(*SEOUL, near, loose) if {loose.id, near.id} == set(each.claim_ids)]
    read = [each for each in read if each.rule != "single-source"]
    assert [each.finding_class for each in read] == [APART]
    assert "nothing says that both speak of one of them" in read[0].sentence


def told(speaker: str, report: str, counts: tuple[int, ...], *times: tuple[int, int]) -> tuple[Claim, ...]:
    """Counts and clock times in one sentence."""
    counted = [claim(A.COUNT, quantity(each), speaker, report) for each in counts]
    return breath(0, *counted, *(claim(A.LAUNCH_TIME, clock(*each), speaker, report) for each in times))


THREE = told("ROK_JCS", "r-1", (3,), (6, 49), (7, 19), (7, 49))


@pytest.mark.parametrize(
    ("tokyo", "expected"),
    [
        (told("JAPAN_MOD", "r-2", (4,), (6, 50), (7, 18), (7, 48)), ["count-disjoint"]),  # both tell of every part
        (told("JAPAN_MOD", "r-2", (3,), (6, 50), (7, 18), (7, 48)), []),
        (told("JAPAN_MOD", "r-2", (4,), (6, 50), (7, 48)), []),  # of the second part it says nothing
        (told("JAPAN_MOD", "r-2", (4,), (6, 50)), []),  # of one part
        (told("JAPAN_MOD", "r-2", (2,)), []),  # of nothing stated: it may be the first two
        (told("JAPAN_MOD", "r-2", (2,), (6, 50), (7, 18), (7, 48)), []),  # two missiles are not three parts
        (told("JAPAN_MOD", "r-2", (4, 5), (6, 50), (7, 18), (7, 48)), []),  # two counts: of parts
    ],
)
def test_a_count_told_with_times_of_every_part_is_of_the_day(tokyo: tuple[Claim, ...], expected: list[str]) -> None:
    assert contradictions(*THREE, *tokyo) == expected


def test_on_a_day_of_several_kinds_no_count_is_of_the_day_by_its_times() -> None:
    kinds = [claim(A.MISSILE_TYPE, missile(each), report="r-3") for each in (MissileClass.CRUISE, MissileClass.SRBM)]
    four = told("JAPAN_MOD", "r-2", (4,), (6, 50), (7, 18), (7, 48))
    assert contradictions(*THREE, *four, *kinds) == []


def test_two_totals_of_the_whole_day_do_contradict() -> None:
    whole = Scope(ScopeKind.WHOLE)
    totals = claim(A.COUNT, quantity(7), scope=whole), claim(A.COUNT, quantity(9), "JAPAN_MOD", "r-2", scope=whole)
    assert "count-disjoint" in contradictions(*SEOUL, *totals)


def test_kinds_told_apart_by_one_speaker_make_parts_too() -> None:
    ballistic = breath(0, claim(A.MISSILE_TYPE, missile(MissileClass.BALLISTIC)), claim(A.COUNT, quantity(7)))
    cruise = breath(100, claim(A.MISSILE_TYPE, missile(MissileClass.CRUISE)), claim(A.COUNT, quantity(2)))
    other = claim(A.COUNT, quantity(5), "JAPAN_MOD", "r-2")
    assert contradictions(*ballistic, *cruise, other) == []


def test_two_kinds_counted_in_one_breath_make_parts_too() -> None:
    """One intercontinental missile and two short-range ones: 330 km and 750 km need not be of one missile."""
    kinds = (missile(MissileClass.ICBM), missile(MissileClass.SRBM))
    told = breath(0, *(claim(A.MISSILE_TYPE, kind) for kind in kinds), claim(A.COUNT, quantity(2)))
    far, near = claim(A.RANGE, about(750, KM)), claim(A.RANGE, about(330, KM), "JAPAN_MOD", "r-2")
    assert contradictions(*told, far, near) == []


def test_one_missile_or_two_are_disputed_and_not_parted() -> None:
    one = breath(0, claim(A.LAUNCH_TIME, clock(10, 17)), claim(A.COUNT, quantity(1)))
    two = salvo("JAPAN_MOD", "r-2", 10, 15, 2, 0)
    assert sorted(contradictions(*one, *two)) == ["count-disjoint", "time-disjoint"]


def test_one_salvo_of_many_missiles_is_disputed() -> None:
    """About ten against eighteen, fired at once: nothing shows parts."""
    assert contradictions(claim(A.COUNT, about(10)), claim(A.COUNT, quantity(18), "KCNA", "r-2")) == ["count-disjoint"]


@pytest.mark.parametrize(
    ("part", "whole", "rule"),
    [
        (("SRBM", 3), ("BALLISTIC", 7), "scope-part"),  # three of the seven
        (("SAM", 6), ("BALLISTIC", 7), "scope-parts"),
        (("BALLISTIC", 7), ("BALLISTIC", 7), "count-equal"),
        (("SRBM", 9), ("BALLISTIC", 7), "count-disjoint"),  # a part larger than the whole
    ],
)
def test_counts_of_kinds(part: tuple[str, int], whole: tuple[str, int], rule: str) -> None:
    one = claim(A.COUNT, quantity(part[1]), scope=Scope(ScopeKind.KIND, of=part[0]))
    other = claim(A.COUNT, quantity(whole[1]), "JAPAN_MOD", "r-2", scope=Scope(ScopeKind.KIND, of=whole[0]))
    rules = {each.rule for each in found(one, other)} - {"single-source", "scope-many-parts"}
    assert rules in ({rule}, set() if rule == "count-disjoint" else {rule})


def test_a_part_that_failed_is_less_than_a_success_of_the_launch() -> None:
    failed = claim(A.OUTCOME, Outcome(OutcomeKind.FAILURE, False, "failed"), scope=Scope(ScopeKind.MISSILE, 2))
    well = claim(A.OUTCOME, Outcome(OutcomeKind.SUCCESS, False, "a success"), "KCNA", "r-2")
    (one,) = [each for each in found(failed, well) if each.rule == "outcome-part"]
    assert one.finding_class is FindingClass.CONTRADICTORY_MINOR


def numbered(attribute: Attribute, values: list[float], speaker: str, report: str) -> list[Claim]:
    return [
        claim(attribute, quantity(value, unit=KM), speaker, report, scope=Scope(ScopeKind.MISSILE, index))
        for index, value in enumerate(values, start=1)
    ]


def test_numbered_values_of_two_publishers_are_lists_whatever_their_order() -> None:
    """One lists 150 and 200 km, the other 200 and 150: the numbers are each publisher's own."""
    left, right = numbered(A.RANGE, [150, 200], "ROK_JCS", "r-1"), numbered(A.RANGE, [200, 150], "JAPAN_MOD", "r-2")
    rules = [each.rule for each in found(*left, *right) if len(each.claim_ids) == 4 and each.rule != "single-source"]
    assert rules == ["scope-list-partner"]


def test_values_of_one_claimant_in_two_reports_are_of_two_missiles_while_it_counts_as_many() -> None:
    ranges = [claim(A.RANGE, quantity(each, unit=KM), report=f"r-{each:g}") for each in (430, 690)]
    counted = claim(A.COUNT, quantity(2), report="r-430")
    assert SUPERSEDED not in {each.finding_class for each in found(counted, *ranges)}


def test_a_third_value_for_two_missiles_is_a_revision() -> None:
    ranges = [claim(A.RANGE, quantity(each, unit=KM), report="r-1") for each in (430, 690)]
    later = claim(A.RANGE, about(600, KM), report="r-2")
    revised = [each for each in found(claim(A.COUNT, quantity(2)), *ranges, later) if each.finding_class is SUPERSEDED]
    assert len(revised) == 2
    assert {each.rule for each in revised} == {"claimant-order-unknown"}


TODAY = published(19)
EARLIER = Publication(TODAY.day, DateBasis.INFERRED, note=EARLIER_STATEMENT)


def test_what_a_report_calls_an_earlier_statement_is_superseded_even_by_a_wider_word() -> None:
    first = claim(A.MISSILE_TYPE, missile(MissileClass.SRBM), said=EARLIER)
    now = claim(A.MISSILE_TYPE, missile(MissileClass.PROJECTILE), said=TODAY)
    (one,) = [each for each in found(first, now) if each.finding_class is SUPERSEDED]
    assert one.claim_ids == (first.id, now.id)
    assert "withdrawn for a wider wording" in one.sentence and "as the report itself tells" in one.sentence


def test_another_report_that_still_carries_the_withdrawn_value_is_stale() -> None:
    first = claim(A.MISSILE_TYPE, missile(MissileClass.SRBM), said=EARLIER)
    now = claim(A.MISSILE_TYPE, missile(MissileClass.PROJECTILE), said=TODAY)
    stale = claim(A.MISSILE_TYPE, missile(MissileClass.SRBM), report="r-2", said=TODAY)
    gone = {each.claim_ids[0] for each in found(first, now, stale) if each.finding_class is SUPERSEDED}
    assert gone == {first.id, stale.id}


def test_said_again_after_its_withdrawal_a_value_stands() -> None:
    first = claim(A.MISSILE_TYPE, missile(MissileClass.SRBM), said=EARLIER)
    now = claim(A.MISSILE_TYPE, missile(MissileClass.PROJECTILE), said=TODAY)
    again = claim(A.MISSILE_TYPE, missile(MissileClass.SRBM), report="r-2", said=published(21))
    gone = {each.claim_ids[0] for each in found(first, now, again) if each.finding_class is SUPERSEDED}
    assert again.id not in gone


def test_an_earlier_statement_of_the_state_is_replaced_by_its_office_in_that_report() -> None:
    """ "The South had earlier said a single missile": the Joint Chiefs now say several."""
    first = claim(A.COUNT, quantity(1), "ROK_GOV", said=EARLIER)
    now = claim(A.COUNT, at_least(2), "ROK_JCS", said=TODAY)
    (one,) = [each for each in found(first, now) if each.finding_class is SUPERSEDED]
    assert one.claim_ids == (first.id, now.id)
    other_report = claim(A.COUNT, at_least(2), "ROK_JCS", "r-2", said=TODAY)
    assert SUPERSEDED not in {each.finding_class for each in found(first, other_report)}


def test_an_earlier_statement_of_another_state_is_replaced_by_nobody() -> None:
    first, now = claim(A.COUNT, quantity(1), "JAPAN_MOD", said=EARLIER), claim(A.COUNT, quantity(2), said=TODAY)
    assert contradictions(first, now) == ["count-disjoint"]


def test_two_single_values_that_a_third_speaker_lists_are_of_two_missiles() -> None:
    both = [claim(A.RANGE, quantity(each, unit=KM), "KCNA", "r-3") for each in (430, 690)]
    one, other = claim(A.RANGE, about(430, KM)), claim(A.RANGE, about(690, KM), "JAPAN_MOD", "r-2")
    assert contradictions(one, other) == ["distance-disjoint"]
    assert contradictions(one, other, *both) == []
    elsewhere = claim(A.RANGE, about(900, KM), "JAPAN_MOD", "r-2")
    assert contradictions(one, elsewhere, *both) == ["distance-disjoint"]  # no list has 900


def test_on_a_day_of_many_missiles_one_list_is_enough_to_leave_single_values_open() -> None:
    listed = [claim(A.RANGE, quantity(each, unit=KM), "KCNA", "r-3") for each in (110, 300)]
    one, other = claim(A.RANGE, about(400, KM)), claim(A.RANGE, about(670, KM), "JAPAN_MOD", "r-2")
    eight = claim(A.COUNT, quantity(8))
    assert contradictions(one, other, eight) == ["distance-disjoint"]
    assert contradictions(one, other, eight, *listed) == []
