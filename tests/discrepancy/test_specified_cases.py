"""The cases of the specification: two claims, their class, and why."""

from datetime import UTC, datetime

import pytest

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.backing import backing
from geo.discrepancy.claimant import said_by
from geo.discrepancy.comparison import compare
from geo.discrepancy.detection import detect
from geo.model.claim import Attribute, Scope, ScopeKind, Value
from geo.model.finding import FindingClass
from geo.model.place import Relation
from geo.model.quantity import Qualifier
from geo.model.weapon import EezSide, LandingArea, MissileClass, Outcome, OutcomeKind, Platform, PlatformKind
from tests.discrepancy.claims import (
    HAMGYONG,
    KM,
    MI,
    MIN,
    NORTH,
    SINPO_TOWN,
    SOURCES,
    SOUTH,
    about,
    around,
    at_least,
    claim,
    clock,
    event,
    missile,
    named,
    published,
    quantity,
    whole_day,
)

RULES = load_comparison()
A = Attribute
AGREES, LESS, OVER = FindingClass.AGREES, FindingClass.LESS_PRECISE, FindingClass.OVERLAPPING
MINOR, MAJOR = FindingClass.CONTRADICTORY_MINOR, FindingClass.CONTRADICTORY_MAJOR
APART = FindingClass.NOT_COMPARABLE
BETWEEN, MORE, MOST, SEVERAL = Qualifier.BETWEEN, Qualifier.MORE_THAN, Qualifier.AT_MOST, Qualifier.SEVERAL
INF = float("inf")
M = MissileClass
TRAIN, LAND, TEL, SUBMARINE, BARGE = (
    Platform(kind, False, str(kind))
    for kind in (
        PlatformKind.TRAIN,
        PlatformKind.LAND,
        PlatformKind.TEL,
        PlatformKind.SUBMARINE,
        PlatformKind.BARGE,
    )
)
SUCCESS, FAILURE, PARTIAL = (Outcome(kind, False, str(kind)) for kind in OutcomeKind)
INSIDE = LandingArea("", "inside", EezSide.INSIDE)
SINPO = named("Sinpo", SINPO_TOWN)
OFF_SINPO = named("waters off Sinpo", SINPO_TOWN, Relation.OFF)
MAY_29_US = whole_day(datetime(2017, 5, 29, 4, tzinfo=UTC), "America/New_York")
MAY_30_KST = whole_day(datetime(2017, 5, 29, 15, tzinfo=UTC), "Asia/Seoul")
MAY_28_KST = whole_day(datetime(2017, 5, 27, 15, tzinfo=UTC), "Asia/Seoul")


@pytest.mark.parametrize(
    ("attribute", "first", "second", "expected", "gap"),
    [
        (A.COUNT, at_least(1), quantity(2), LESS, None),
        (A.COUNT, quantity(1), quantity(2), MAJOR, 1),
        (A.COUNT, quantity(2, INF, SEVERAL), quantity(3), LESS, None),
        (A.COUNT, quantity(2, INF, SEVERAL), quantity(1), MAJOR, 1),
        (A.COUNT, about(10), quantity(9), LESS, None),  # about ten is 9 to 11
        (A.COUNT, about(10), quantity(18), MAJOR, 7),  # JCS about 10 against KCNA 18: 7 missiles, 39 %
        (A.COUNT, about(180), about(200), MINOR, 1),  # 171-189 against 190-210
        (A.COUNT, at_least(10), quantity(18), LESS, None),
        (A.COUNT, quantity(2, INF, SEVERAL), at_least(1), LESS, None),
        (A.COUNT, quantity(2, INF, SEVERAL), at_least(2), AGREES, None),
        (A.COUNT, quantity(18, INF, MORE), quantity(18), MINOR, 1),  # more than 18 begins at 19
        (A.COUNT, quantity(18, INF, MORE), quantity(19), LESS, None),
        (A.LAUNCH_TIME, around(10, 0, 30), clock(10, 17), LESS, None),
        (A.LAUNCH_TIME, clock(10, 16), clock(10, 17), AGREES, 1),
        (A.LAUNCH_TIME, clock(10, 15), clock(10, 17), MINOR, 2),
        (A.LAUNCH_TIME, clock(10, 17), around(10, 20, 5), LESS, None),
        (A.LAUNCH_TIME, clock(10, 4), clock(10, 17), MAJOR, 13),
        (A.LAUNCH_TIME, around(6, 40, 5), clock(6, 44), LESS, None),
        (A.LAUNCH_TIME, around(6, 40, 5), clock(6, 45), AGREES, 1),
        (A.LAUNCH_TIME, around(10, 0, 15), clock(10, 14), LESS, None),  # "10 a.m." is a rounded figure
        (A.LAUNCH_TIME, around(10, 0, 15), clock(10, 17), MINOR, 3),
        (A.LAUNCH_TIME, clock(6, 0, width=360), clock(10, 17), LESS, None),  # in the morning
        (A.LAUNCH_TIME, MAY_29_US, MAY_30_KST, AGREES, None),  # a date-line shift
        (A.LAUNCH_TIME, MAY_28_KST, MAY_30_KST, MAJOR, 1441),  # one speaker's zone, another day
        (A.RANGE, quantity(430, 450, BETWEEN, KM), about(590, KM), MAJOR, 140),
        (A.RANGE, quantity(770, unit=KM), about(800, KM), AGREES, 30),
        (A.RANGE, quantity(750, unit=KM), quantity(800, unit=KM), MINOR, 50),
        (A.RANGE, quantity(780, unit=KM), quantity(850, 900, BETWEEN, KM), MINOR, 70),
        (A.RANGE, quantity(430, unit=MI), quantity(690, unit=KM), AGREES, 2.01792),
        (A.RANGE, quantity(0, 250, MOST, KM), quantity(200, unit=KM), LESS, None),
        (A.RANGE, at_least(500, KM), about(1000, KM), LESS, None),
        (A.RANGE, quantity(7000, INF, MORE, KM), quantity(7000, unit=KM), AGREES, 0),  # disjoint, within tolerance
        (A.RANGE, quantity(450, 520, BETWEEN, KM), quantity(500, 600, BETWEEN, KM), OVER, None),
        (A.APOGEE, about(60, KM), about(37, MI), AGREES, 0.454272),
        (A.APOGEE, about(50, KM), about(60, KM), AGREES, 10),
        (A.FLIGHT_TIME, quantity(37, unit=MIN), quantity(39, unit=MIN), MINOR, 2),
        (A.ADMIN_AREA, named("Hamgyong", HAMGYONG), named("South Hamgyong", SOUTH), LESS, None),
        (
            A.ADMIN_AREA,
            named("South Hamgyong", SOUTH, Relation.IN),
            named("North Hamgyong", NORTH, Relation.IN),
            MAJOR,
            None,
        ),
        (A.LAUNCH_PLACE, SINPO, named("South Hamgyong", SOUTH, Relation.IN), LESS, None),
        (A.LAUNCH_PLACE, SINPO, named("North Hamgyong", NORTH, Relation.IN), MAJOR, None),
        (
            A.LAUNCH_PLACE,
            SINPO,
            named("North Hamgyong", NORTH, Relation.NEAR),
            APART,
            None,
        ),  # near: over the border
        (A.ADMIN_AREA, named("South Hamgyong", SOUTH), named("near North Hamgyong", NORTH, Relation.NEAR), APART, None),
        (A.LAUNCH_PLACE, OFF_SINPO, SINPO, OVER, None),
        (A.LAUNCH_PLACE, OFF_SINPO, named("South Hamgyong", SOUTH), OVER, None),
        (A.MISSILE_TYPE, missile(M.BALLISTIC), missile(M.SLBM), LESS, None),
        (A.MISSILE_TYPE, missile(M.PROJECTILE), missile(M.SLBM), LESS, None),
        (A.MISSILE_TYPE, missile(M.SRBM), missile(M.SLBM), OVER, None),  # how far, from what
        (A.MISSILE_TYPE, missile(M.ICBM), missile(M.IRBM), MAJOR, None),
        (A.MISSILE_TYPE, missile(M.CRUISE), missile(M.SRBM), MAJOR, None),
        (A.MISSILE_TYPE, missile(M.HYPERSONIC), missile(M.IRBM), OVER, None),
        (A.MISSILE_TYPE, missile(M.ICBM, "Hwasong-15"), missile(M.ICBM, "KN-22"), AGREES, None),
        (
            A.MISSILE_TYPE,
            missile(M.ICBM, "Hwasong-15"),
            missile(M.ICBM, "Hwasong-17"),
            MAJOR,
            None,
        ),
        (A.MISSILE_TYPE, missile(M.ICBM), missile(M.ICBM, "Hwasong-17"), LESS, None),
        (A.MISSILE_TYPE, missile(M.SRBM, "Tiger"), missile(M.SRBM, "KN-23"), APART, None),
        (
            A.PLATFORM,
            TRAIN,
            LAND,
            LESS,
            None,
        ),
        (
            A.PLATFORM,
            TRAIN,
            TEL,
            MAJOR,
            None,
        ),
        (A.PLATFORM, SUBMARINE, BARGE, MAJOR, None),
        (
            A.OUTCOME,
            SUCCESS,
            FAILURE,
            MAJOR,
            None,
        ),
        (
            A.OUTCOME,
            SUCCESS,
            PARTIAL,
            MINOR,
            None,
        ),
        (A.LANDING_AREA, LandingArea("PACIFIC", "Pacific"), LandingArea("SEA_OF_JAPAN", "East Sea"), MAJOR, None),
        (
            A.LANDING_AREA,
            LandingArea("SEA_OF_JAPAN", "the sea"),
            LandingArea("SEA_OF_JAPAN", "in the zone", EezSide.INSIDE),
            LESS,
            None,
        ),
        (
            A.LANDING_AREA,
            INSIDE,
            LandingArea("SEA_OF_JAPAN", "outside", EezSide.OUTSIDE),
            MAJOR,
            None,
        ),
        (
            A.LANDING_AREA,
            INSIDE,
            LandingArea("PACIFIC", "sea"),
            FindingClass.SILENT,
            None,
        ),
    ],
)
def test_two_values_have_the_class_the_specification_gives(
    attribute: Attribute, first: Value, second: Value, expected: FindingClass, gap: float | None
) -> None:
    verdict = compare(claim(attribute, first), claim(attribute, second, "JAPAN_MOD"), RULES)
    assert verdict.finding_class is expected
    assert (verdict.gap.lower if verdict.gap else None) == (gap if gap is None else pytest.approx(gap))
    turned = compare(claim(attribute, second, "JAPAN_MOD"), claim(attribute, first), RULES)
    assert turned.finding_class is expected


@pytest.mark.parametrize(
    ("attribute", "first", "second", "flag"),
    [
        (A.ADMIN_AREA, named("Hamgyong", HAMGYONG), named("South Hamgyong", SOUTH), "ambiguous name"),
        (A.LAUNCH_TIME, MAY_29_US, MAY_30_KST, "date-line shift"),
        (A.RANGE, quantity(430, unit=MI), quantity(690, unit=KM), "units converted"),
        (A.COUNT, about(10), quantity(18), "approximate"),
    ],
)
def test_what_makes_a_comparison_looser_is_flagged(
    attribute: Attribute, first: Value, second: Value, flag: str
) -> None:
    assert flag in compare(claim(attribute, first), claim(attribute, second, "JAPAN_MOD"), RULES).flags


def test_corroboration_counts_independent_families_and_lists_them() -> None:
    """Two offices of Seoul and one of Tokyo are two families; five papers that carry one of them are none."""
    claims = [claim(A.COUNT, quantity(1), speaker) for speaker in ("ROK_JCS", "ROK_GOV", "JAPAN_MOD")]
    carried = [claim(A.COUNT, quantity(1), "ROK_JCS", f"paper-{number}") for number in range(5)]
    launch = event(*claims, *carried)
    assert backing(claims[0].id, launch, detect(launch, RULES, SOURCES), SOURCES) == ("JAPAN", "ROK")


def test_a_later_figure_of_the_same_claimant_supersedes_the_first() -> None:
    first = claim(A.RANGE, quantity(430, 450, BETWEEN, KM), said=published(19), report="r-1")
    later = claim(A.RANGE, about(590, KM), said=published(20), report="r-2")
    found = next(each for each in detect(event(later, first), RULES, SOURCES) if each.rule == "claimant-said-later")
    assert found.finding_class is FindingClass.SUPERSEDED
    assert found.claim_ids == (first.id, later.id)
    assert "2021-10-19" in found.sentence and "2021-10-20" in found.sentence and "140 km" in found.sentence


def test_a_later_looser_wording_supersedes_nothing() -> None:
    first = claim(A.LAUNCH_TIME, clock(10, 17), said=published(19), report="r-1")
    later = claim(A.LAUNCH_TIME, around(10, 0, 30), said=published(20), report="r-2")
    findings = detect(event(first, later), RULES, SOURCES)
    assert [each.finding_class for each in findings if len(each.claim_ids) == 2 and each.rule != "single-source"] == [
        LESS
    ]


def test_a_withdrawn_count_leaves_todays_badge_and_stays_in_the_history() -> None:
    two = claim(A.COUNT, quantity(2), "JAPAN_MOD", "r-1", published(19))
    one = claim(A.COUNT, quantity(1), "ROK_JCS", "r-1", published(19))
    withdrawn = claim(A.COUNT, quantity(1), "JAPAN_MOD", "r-2", published(9, month=11))
    launch = event(two, one, withdrawn)
    findings = detect(launch, RULES, SOURCES)
    contradictions = [each for each in findings if each.finding_class.is_contradiction]
    assert [each.flags for each in contradictions] == [("history",)]
    assert any(each.finding_class is AGREES for each in findings)
    before = detect(event(*said_by(launch.claims, published(20).day)), RULES, SOURCES)
    assert [each.flags for each in before if each.finding_class.is_contradiction] == [()]


@pytest.mark.parametrize(
    ("lists", "expected", "rule"),
    [
        (([430, 690], [430]), AGREES, "scope-list-partner"),  # agrees with one of the two
        (([430, 690], [600]), APART, "scope-list-open"),  # nothing says which missile 600 km was
        (([430, 690], [690, 432]), AGREES, "scope-list-partner"),
        (([430, 690], [500, 700]), APART, "scope-list-open"),
    ],
)
def test_values_of_several_missiles_are_compared_as_lists(
    lists: tuple[list[float], list[float]], expected: FindingClass, rule: str
) -> None:
    left = [claim(A.RANGE, quantity(each, unit=KM), "ROK_JCS") for each in lists[0]]
    right = [claim(A.RANGE, quantity(each, unit=KM), "JAPAN_MOD") for each in lists[1]]
    found = [each for each in detect(event(*left, *right), RULES, SOURCES) if each.rule == rule]
    assert [each.finding_class for each in found] == [expected]
    assert len(found[0].claim_ids) == len(left) + len(right)


def test_complete_lists_without_partners_contradict() -> None:
    left = [claim(A.RANGE, quantity(each, unit=KM), "ROK_JCS") for each in (430, 690)]
    right = [claim(A.RANGE, quantity(each, unit=KM), "JAPAN_MOD") for each in (430, 900)]
    counts = [claim(A.COUNT, quantity(2), speaker) for speaker in ("ROK_JCS", "JAPAN_MOD")]
    findings = detect(event(*left, *right, *counts), RULES, SOURCES)
    assert [each.finding_class for each in findings if len(each.claim_ids) == 4] == [MAJOR]


def test_two_times_of_one_statement_are_two_missiles_and_a_single_time_agrees_with_the_first() -> None:
    both = [claim(A.LAUNCH_TIME, clock(5, 34)), claim(A.LAUNCH_TIME, clock(5, 57))]
    one = claim(A.LAUNCH_TIME, clock(5, 34), "JAPAN_MOD")
    findings = detect(event(*both, one), RULES, SOURCES)
    assert {each.rule: each.finding_class for each in findings} == {"scope-list": APART, "scope-list-partner": AGREES}


@pytest.mark.parametrize(
    ("first", "scope", "second", "other_scope", "flag"),
    [
        (about(25), Scope(ScopeKind.WHOLE), quantity(7), Scope(ScopeKind.KIND, of="ballistic"), "part of the whole"),
        (at_least(23), Scope(), quantity(6), Scope(ScopeKind.KIND, of="surface-to-air"), "part of the whole"),
        (quantity(6), Scope(ScopeKind.SO_FAR), quantity(7), Scope(ScopeKind.WHOLE), "earlier count"),
        (quantity(2), Scope(ScopeKind.SO_FAR), quantity(6), Scope(), "earlier count"),
    ],
)
def test_counts_of_another_scope_are_not_comparable_and_compatible(
    first: Value, scope: Scope, second: Value, other_scope: Scope, flag: str
) -> None:
    verdict = compare(claim(A.COUNT, first, scope=scope), claim(A.COUNT, second, "JAPAN_MOD", scope=other_scope), RULES)
    assert verdict.finding_class is APART
    assert flag in verdict.flags


def test_a_part_larger_than_the_whole_contradicts_it() -> None:
    part = claim(A.COUNT, quantity(9), scope=Scope(ScopeKind.KIND, of="ballistic"))
    whole = claim(A.COUNT, quantity(7), "JAPAN_MOD", scope=Scope(ScopeKind.WHOLE))
    assert compare(part, whole, RULES).finding_class is MAJOR


def test_two_missiles_of_one_day_are_not_compared() -> None:
    first = claim(A.RANGE, quantity(430, unit=KM), scope=Scope(ScopeKind.MISSILE, 1))
    second = claim(A.RANGE, quantity(690, unit=KM), "JAPAN_MOD", scope=Scope(ScopeKind.MISSILE, 2))
    assert compare(first, second, RULES).finding_class is APART


def test_an_echo_is_a_citation_and_no_corroboration() -> None:
    first = claim(A.COUNT, quantity(1), report="r-1")
    again = claim(A.COUNT, quantity(1), report="r-2")
    findings = detect(event(first, again), RULES, SOURCES)
    assert [each.finding_class for each in findings] == [FindingClass.SINGLE_SOURCE, FindingClass.ECHO]


def test_the_date_line_is_marked() -> None:
    verdict = compare(claim(A.LAUNCH_TIME, MAY_29_US), claim(A.LAUNCH_TIME, MAY_30_KST), RULES)
    assert "date-line shift" in verdict.flags
