"""Values in words: rounded values stay rounded, and no window becomes an instant."""

from datetime import UTC, datetime
from math import inf

import pytest

from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan, ZoneBasis
from geo.model.weapon import EezSide, LandingArea, MissileClass, MissileType
from geo.services.wording import quantity_in_words, time_in_zones, value_in_words

AROUND_TEN = TimeSpan(
    earliest=datetime(2021, 10, 19, 0, 30, tzinfo=UTC),
    latest=datetime(2021, 10, 19, 1, 30, tzinfo=UTC),
    zone="Asia/Seoul",
    zone_basis=ZoneBasis.LAUNCH_PLACE,
    precision=TimePrecision.HOUR,
    approximate=True,
    verbatim="around 10 a.m. local time",
    stated=datetime(2021, 10, 19, 1, 0, tzinfo=UTC),
)
AROUND_TEN_ON_A_TUESDAY = ClockTime(
    opens=570,
    closes=630,
    zone="Asia/Seoul",
    zone_basis=ZoneBasis.LAUNCH_PLACE,
    precision=TimePrecision.HOUR,
    approximate=True,
    verbatim="around 10 a.m. local time",
    stated=600,
    weekday=1,
)


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(1, 1, Qualifier.EXACT, Unit.MISSILES, "one"), "1 missile"),
        (Quantity(2, 2, Qualifier.EXACT, Unit.MISSILES, "two"), "2 missiles"),
        (Quantity(1, inf, Qualifier.AT_LEAST, Unit.MISSILES, "at least one"), "at least 1 missile"),
        (Quantity(2, inf, Qualifier.SEVERAL, Unit.MISSILES, "several"), "several missiles (two or more, vague)"),
        (Quantity(430, 450, Qualifier.BETWEEN, Unit.KILOMETRES, "430-450 km"), "430–450 km"),
        (Quantity(590, 590, Qualifier.ABOUT, Unit.KILOMETRES, "some 590 km"), "about 590 km"),
        (Quantity(0, 250, Qualifier.AT_MOST, Unit.KILOMETRES, "up to 250 km"), "up to 250 km"),
        (Quantity(7000, inf, Qualifier.MORE_THAN, Unit.KILOMETRES, "over 7,000 km"), "more than 7,000 km"),
        (Quantity(2111.5, 2111.5, Qualifier.EXACT, Unit.KILOMETRES, "2,111.5 km"), "2,111.5 km"),  # the half stays
        (Quantity(12, 12, Qualifier.EXACT, Unit.MACH, "12 times the speed of sound"), "Mach 12"),
        (Quantity(37, 37, Qualifier.ABOUT, Unit.MILES, "about 37 miles"), "about 37 mi"),  # the speaker's own unit
    ],
)
def test_quantities(quantity: Quantity, words: str) -> None:
    assert quantity_in_words(quantity) == words


def test_a_window_is_shown_in_both_zones_with_its_precision() -> None:
    words = time_in_zones(AROUND_TEN)
    assert words == (
        "09:30–10:30 KST (00:30–01:30 UTC), 19 Oct 2021; approximate, known to the hour, zone by launch place"
    )
    assert value_in_words(AROUND_TEN) == "around 10 a.m. local time"
    assert "10:00" not in words  # nobody said 10:00


def test_an_undated_clock_time_says_so() -> None:
    assert time_in_zones(AROUND_TEN_ON_A_TUESDAY).startswith("09:30–10:30 KST, Tuesday, date unknown")


def test_pyongyang_time_is_named_while_it_lasted() -> None:
    """UTC+8:30 from 2015-08-15 to 2018-05-04 (IANA Asia/Pyongyang)."""
    launch = datetime(2016, 2, 7, 0, 30, tzinfo=UTC)
    value = TimeSpan(
        launch, launch.replace(minute=31), "Asia/Pyongyang", ZoneBasis.STATED, TimePrecision.MINUTE, False, "9:00"
    )
    assert time_in_zones(value).startswith("09:00 Pyongyang time (UTC+8:30), 09:30 KST (00:30 UTC), 7 Feb 2016")


def at_0117(zone: str, hour: int = 1) -> TimeSpan:
    launch = datetime(2021, 10, 19, hour, 17, tzinfo=UTC)
    return TimeSpan(
        launch, launch.replace(minute=18), zone, ZoneBasis.STATED, TimePrecision.MINUTE, False, f"{hour}:17"
    )


@pytest.mark.parametrize(
    ("said", "viewer", "words"),
    [
        (at_0117("Asia/Seoul"), "", "10:17 KST (01:17 UTC), 19 Oct 2021"),
        (at_0117("UTC"), "", "10:17 KST (01:17 UTC), 19 Oct 2021"),  # KST first, whoever said it
        (at_0117("Asia/Tokyo"), "", "10:17 JST, 10:17 KST (01:17 UTC), 19 Oct 2021"),
        (at_0117("Asia/Seoul"), "Europe/Berlin", "10:17 KST (01:17 UTC; 03:17 your time, Europe/Berlin), 19 Oct 2021"),
        # a day of its own where the viewer's is another one
        (
            at_0117("Asia/Seoul"),
            "America/New_York",
            "10:17 KST (01:17 UTC; 21:17 your time on 18 Oct 2021, America/New_York), 19 Oct 2021",
        ),
        (at_0117("Asia/Seoul", 18), "", "03:17 KST (18:17 UTC on 19 Oct 2021), 20 Oct 2021"),
        (at_0117("Asia/Seoul"), "Asia/Tokyo", "10:17 KST (01:17 UTC), 19 Oct 2021"),  # the same clock as Korea's
        (at_0117("Asia/Seoul"), "UTC", "10:17 KST (01:17 UTC), 19 Oct 2021"),
    ],
)
def test_a_time_is_told_in_kst_utc_and_the_viewers_zone(said: TimeSpan, viewer: str, words: str) -> None:
    assert time_in_zones(said, viewer).split(";")[: words.count(";") + 1] == words.split(";")


def test_hedges_are_kept() -> None:
    assert value_in_words(MissileType(MissileClass.SLBM, "", True, "SLBM")) == (
        "possibly submarine-launched ballistic missile"
    )
    assert value_in_words(LandingArea("SEA_OF_JAPAN", "into the sea", EezSide.OUTSIDE)) == (
        "East Sea / Sea of Japan, outside the exclusive economic zone"
    )
