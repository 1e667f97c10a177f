"""What words allow, row by row of the specification: from a sentence to the set of values that is compared."""

from datetime import UTC, datetime

import pytest

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.comparison import compare
from geo.discrepancy.interval import Interval
from geo.discrepancy.quantity import allowed
from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.model.quantity import Quantity, Unit
from geo.model.timespan import TimeSpan
from tests.discrepancy.claims import claim, clock, quantity
from tests.extraction.reader import claims_of

RULES = load_comparison()
A, INF = Attribute, float("inf")
PUBLISHED = "2021-10-19"


def told(words: str, attribute: Attribute) -> list[object]:
    sentence = {
        A.COUNT: f"North Korea fired {words} missiles on Tuesday, the Joint Chiefs of Staff said.",
        A.LAUNCH_TIME: f"North Korea fired a missile {words} on Tuesday, the Joint Chiefs of Staff said.",
        A.RANGE: f"North Korea fired a missile on Tuesday that flew {words}, the Joint Chiefs of Staff said.",
    }[attribute]
    return [each.value for each in claims_of(sentence, attribute, PUBLISHED)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two", Interval(2, 2)),
        ("at least one", Interval(1, INF)),
        ("one or more", Interval(1, INF)),
        ("several", Interval(2, INF)),
        ("multiple", Interval(2, INF)),
        ("a number of", Interval(2, INF)),
        ("about 10", Interval(9, 11)),
        ("around 10", Interval(9, 11)),
        ("some 10", Interval(9, 11)),
        ("about 180", Interval(171, 189)),  # five per cent, where that is more than one
        ("more than 18", Interval(19, INF)),
    ],
)
def test_counts(words: str, expected: Interval) -> None:
    (value,) = told(words, A.COUNT)
    assert isinstance(value, Quantity)
    found = allowed(value, A.COUNT, Unit.MISSILES, RULES)
    assert (found.lower, found.upper) == (expected.lower, expected.upper)


@pytest.mark.parametrize("words", ["several", "multiple", "a number of"])
def test_a_plural_without_a_number_is_flagged_vague(words: str) -> None:
    (value,) = told(words, A.COUNT)
    assert isinstance(value, Quantity)
    verdict = compare(claim(A.COUNT, value), claim(A.COUNT, quantity(3), "JAPAN_MOD"), RULES)
    assert (verdict.finding_class, verdict.flags) == (FindingClass.LESS_PRECISE, ("vague",))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("430-450 km", Interval(430, 450)),
        ("about 780 km", Interval(780, 780)),  # the tolerance is its width
        ("up to 250 km", Interval(0, 250)),
        ("at least 500 km", Interval(500, INF)),
        ("over 7,000 km", Interval(7000, INF, lower_open=True)),
    ],
)
def test_distances(words: str, expected: Interval) -> None:
    (value,) = told(words, A.RANGE)
    assert isinstance(value, Quantity)
    assert allowed(value, A.RANGE, Unit.KILOMETRES, RULES) == expected


def test_about_780_km_is_flagged_approximate() -> None:
    (value,) = told("about 780 km", A.RANGE)
    assert isinstance(value, Quantity)
    other = claim(A.RANGE, quantity(780, unit=Unit.KILOMETRES), "JAPAN_MOD")
    assert compare(claim(A.RANGE, value), other, RULES).flags == ("approximate",)


@pytest.mark.parametrize(
    ("words", "opens", "closes", "rounded"),
    [
        ("at 10:17 a.m.", (10, 17), (10, 18), False),
        ("around 10:20 a.m.", (10, 15), (10, 25), True),
        ("about 6:40 a.m.", (6, 35), (6, 45), True),
        ("around 10 a.m.", (9, 30), (10, 30), True),
        ("at 10 a.m.", (9, 45), (10, 15), True),
    ],
)
def test_times(words: str, opens: tuple[int, int], closes: tuple[int, int], rounded: bool) -> None:
    (value,) = told(words, A.LAUNCH_TIME)
    assert isinstance(value, TimeSpan)
    edges = [(each.hour, each.minute) for each in (value.earliest, value.latest)]
    east = [((hour + 9) % 24, minute) for hour, minute in edges]  # Korea
    assert (east[0], east[1]) == (opens, closes)
    assert value.approximate is rounded


def test_a_morning_is_from_six_to_noon_and_holds_every_minute_of_it() -> None:
    morning = clock(6, 0, width=360)
    assert (morning.earliest, morning.latest) == (
        datetime(2021, 10, 18, 21, tzinfo=UTC),
        datetime(2021, 10, 19, 3, tzinfo=UTC),
    )
    for minute in (clock(6, 0), clock(11, 59)):
        verdict = compare(claim(A.LAUNCH_TIME, morning), claim(A.LAUNCH_TIME, minute, "JAPAN_MOD"), RULES)
        assert verdict.finding_class is FindingClass.LESS_PRECISE


@pytest.mark.parametrize("words", ["an unknown distance", "a distance that is still under analysis"])
def test_what_is_unknown_or_under_analysis_is_no_claim(words: str) -> None:
    assert told(words, A.RANGE) == []
