"""How well a report without a full date fits a launch, and when it is linked by that."""

from datetime import date

import pytest

from geo.association.fitting import Fit, clear_best, day_of_year
from geo.association.linking import associate
from geo.model.claim import Value
from geo.model.launch import LaunchDay, LaunchMention, MentionRole, NoticeKind
from geo.model.reading import Reading
from geo.model.timespan import ClockTime, TimePrecision, ZoneBasis
from geo.model.weapon import MissileClass, MissileType
from tests.association.test_linking import DAY, ONE, SINPO, SUNAN, at, mention, reading

NAMED = MissileType(MissileClass.SLBM, "Pukguksong-1", False, "a Pukguksong-1")
MORNING = ClockTime(620, 621, "Asia/Seoul", ZoneBasis.ASSUMED, TimePrecision.MINUTE, False, "10:20 a.m.", 620)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("July 25", (7, 25)),
        ("Oct. 19", (10, 19)),
        ("25 July", (7, 25)),
        ("the 4th of May", (5, 4)),
        ("Tuesday", None),
        ("July 25, 2019", None),  # a full date is resolved before
    ],
)
def test_reads_a_day_of_the_year(words: str, expected: tuple[int, int] | None) -> None:
    assert day_of_year(words) == expected


def without_year(words: str, *values: Value) -> Reading:
    day = LaunchDay(words, TimePrecision.DAY, missing="the year is not told")
    told = LaunchMention("launch", MentionRole.SUBJECT, day, "KP")
    return reading(words, (told, values))


@pytest.mark.parametrize(
    ("words", "values", "linked"),
    [
        ("Oct. 19", (SINPO, MORNING), True),  # hour and place
        ("Oct. 19", (SINPO,), False),  # launches fall on one day of several years, and many from one place
        ("Oct. 18", (SINPO, MORNING), True),  # Washington's calendar
        ("Oct. 18", (SINPO, ONE), False),
        ("Oct. 19", (ONE,), False),  # the day alone, and a count any launch may have
        ("Oct. 19", (SUNAN,), False),  # another place
        ("Oct. 2", (SINPO, MORNING), False),
    ],
)
def test_a_day_without_its_year_is_linked_by_hour_or_place(words: str, values: tuple[Value, ...], linked: bool) -> None:
    told = reading("dated", (mention("launch"), (at(1, 18), SINPO, ONE)))
    events = associate([told, without_year(words, *values)])
    assert (len(events) == 1) is linked
    if linked:
        assert any("names no year" in reason for reason in events[0].reasons)


def test_two_years_that_fit_are_both_named() -> None:
    told = [
        reading("a", (mention("launch"), (SINPO, NAMED))),
        reading("b", (mention("launch", day=date(2019, DAY.month, DAY.day)), (SINPO, NAMED))),
    ]
    events = associate([*told, without_year("Oct. 19", SINPO, NAMED)])
    (notice,) = [n for event in events for n in event.notices if n.kind is NoticeKind.AMBIGUOUS_LINK]
    assert "2019-10-19 and 2021-10-19" in notice.sentence
    assert len(events) == 3


@pytest.mark.parametrize(
    ("filed", "weekday", "linked"),
    [
        ((10, 19), 1, True),  # "SEOUL, Oct. 19 --", "Tuesday"
        ((10, 20), 1, True),  # the day after
        ((10, 19), 2, False),  # no Wednesday up to that day
        ((11, 19), 1, False),
    ],
)
def test_a_weekday_and_the_day_of_a_date_line_are_a_day_without_its_year(
    filed: tuple[int, int], weekday: int, linked: bool
) -> None:
    told = reading("dated", (mention("launch"), (SINPO, NAMED)))
    day = LaunchDay("on that day", TimePrecision.DAY, weekday=weekday, missing="the year", filed=filed)
    undated = reading("filed", (LaunchMention("launch", MentionRole.SUBJECT, day, "KP"), (SINPO, NAMED)))
    assert (len(associate([told, undated])) == 1) is linked


def test_of_two_days_left_open_the_one_with_the_same_figures_is_taken() -> None:
    told = [
        reading("a", (mention("launch"), (SINPO, NAMED))),
        reading("b", (mention("launch", day=date(2021, 10, 18)), (ONE,))),
    ]
    day = LaunchDay("", TimePrecision.DAY, date(2021, 10, 18), DAY)
    vague = reading("c", (LaunchMention("launch", MentionRole.SUBJECT, day, "KP"), (SINPO, NAMED, at(1, 18))))
    first, second = associate([*told, vague])
    assert (len(first.claims), len(second.claims)) == (1, 5)


def test_figures_that_differ_speak_against_a_launch() -> None:
    fit = Fit((("same place", ""), ("same day of the year", "")), ("other distances",))
    assert clear_best([("a", fit)]) == "" and clear_best([("a", Fit(fit.evidence))]) == "a"


def test_the_best_must_be_clearly_better() -> None:
    near, far = Fit((("same minute", ""), ("same day", ""))), Fit((("same place", ""), ("same day", "")))
    assert clear_best([("a", near)]) == "a"
    assert clear_best([("a", near), ("b", far)]) == ""
    assert clear_best([("a", near), ("b", Fit((("same day", ""),)))]) == "a"
    assert clear_best([("a", Fit((("same day", ""), ("days overlap", ""))))]) == ""  # nothing but the day
