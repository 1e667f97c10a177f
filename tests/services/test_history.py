"""The small line of days in the panel: true to scale, and absent when there is nothing to draw."""

from datetime import date

import pytest

from geo.services.history import Moment, time_line

FIRST = Moment(date(2021, 10, 19), "Japan", "Count", "2 missiles")
LATER = Moment(date(2021, 11, 9), "Japan", "Count", "1 missile", "2 missiles")
UNKNOWN = Moment(None, "Japan", "Count", "1 missile", "2 missiles")


def test_it_runs_from_the_first_day_to_the_last_and_marks_what_was_said_anew() -> None:
    line, words = time_line((FIRST, LATER)).splitlines()
    assert (line[0], line[-1], set(line[1:-1])) == ("○", "↺", {"─"})
    assert words.startswith("19 Oct 2021")
    assert words.endswith("9 Nov 2021")
    assert len(words) == len(line)


def test_it_is_true_to_scale() -> None:
    middle = Moment(date(2021, 10, 29), "Japan", "Time", "10:17", "10:15")
    line = time_line((FIRST, middle, LATER)).splitlines()[0]
    assert round((len(line) - 1) * 10 / 21) == line.index("↺")


@pytest.mark.parametrize(
    ("history", "reason"),
    [
        ((), "nobody changed a value"),
        ((FIRST,), "one day is no line"),
        ((FIRST, Moment(FIRST.day, "Japan", "Count", "1 missile", "2 missiles")), "all on one day"),
        ((FIRST, UNKNOWN), "an unknown day stands nowhere on it"),
    ],
)
def test_without_two_days_there_is_no_line(history: tuple[Moment, ...], reason: str) -> None:
    assert time_line(history) == "", reason
