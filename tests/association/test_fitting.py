"""How well a report without a full date fits a launch, and when it is linked by that."""

from datetime import date

import pytest

from geo.association.fitting import Fit, clear_best, day_of_year
from geo.association.linking import associate
from geo.model.claim import Value
from geo.model.launch import LaunchDay, LaunchMention, MentionRole, NoticeKind
from geo.model.reading import Reading
from geo.model.timespan import ClockTime, TimePrecision, ZoneBasis
from tests.association.test_linking import DAY, ONE, SINPO, SUNAN, at, mention, reading

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
        ("Oct. 19", (SINPO,), True),
        ("Oct. 18", (SINPO, MORNING), True),  # Washington's calendar
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
        reading("a", (mention("launch"), (SINPO, ONE))),
        reading("b", (mention("launch", day=date(2019, DAY.month, DAY.day)), (SINPO, ONE))),
    ]
    events = associate([*told, without_year("Oct. 19", SINPO, ONE)])
    (notice,) = [n for event in events for n in event.notices if n.kind is NoticeKind.AMBIGUOUS_LINK]
    assert "2019-10-19 and 2021-10-19" in notice.sentence
    assert len(events) == 3


def test_the_best_must_be_clearly_better() -> None:
    near, far = Fit((("same minute", ""), ("same day", ""))), Fit((("same place", ""), ("same day", "")))
    assert clear_best([("a", near)]) == "a"
    assert clear_best([("a", near), ("b", far)]) == ""
    assert clear_best([("a", near), ("b", Fit((("same day", ""),)))]) == "a"
    assert clear_best([("a", Fit((("same day", ""), ("days overlap", ""))))]) == ""  # nothing but the day
