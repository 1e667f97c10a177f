"""Which dates of a report cannot be the day of its own launch."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from geo.extraction.days import DateHit, month_day
from geo.model.launch import LaunchDay
from geo.model.timespan import TimePrecision

DAY_BEFORE = re.compile(r"(?:a|one) day earlier\b", re.IGNORECASE)  # further on it counts from the day of speaking
_ALSO = re.compile(r"\balso (?:fired|launched|tested|test-\w+|shot)\b")
HAD_LAUNCHED = re.compile(r"\bhad (?:[a-z]+ly |also )?(?:fired|launched|shot|test-\w+|tested|lobbed|sent)\b")


def eve(text: str, day: date | None) -> Iterator[DateHit]:
    """ "A day earlier" at the head of a sentence is the day before the report's own launch."""
    told = DAY_BEFORE.match(text)
    if told is not None and day is not None:
        before = day - timedelta(days=1)
        yield DateHit(0, told.end(), told[0], TimePrecision.DAY, before, before, None, f"{told[0].lower()} than {day}")


def is_long_ago(hit: DateHit) -> bool:
    return hit.precision in (TimePrecision.MONTH, TimePrecision.YEAR)


def is_other(hit: DateHit, day: date | None, abroad: bool) -> bool:
    """A date that cannot be the subject's; the day before is the subject's only `abroad`, where the clock says so."""
    if hit.first is None or hit.last is None:
        return hit.precision in (TimePrecision.MONTH, TimePrecision.YEAR)
    if day is None:
        return hit.precision is not TimePrecision.DAY
    slack = 1 if hit.precision is TimePrecision.DAY else 0
    later = slack if abroad else 0
    return not (hit.first.toordinal() - slack <= day.toordinal() <= hit.last.toordinal() + later)


def is_moved(subject: LaunchDay | None) -> bool:
    """Whether the day at the launch place is not the one the report names: "Tuesday" of a clock half a day behind."""
    if subject is None or subject.first is None:
        return False
    told = month_day(subject.verbatim)
    return subject.weekday not in (None, subject.first.weekday()) or told not in (
        None,
        (subject.first.month, subject.first.day),
    )


def is_apart(text: str, hit: DateHit, subject: LaunchDay | None, abroad: bool) -> bool:
    """Another weekday, or another day of the year, than that of a launch whose year nobody gives."""
    if subject is None or subject.first is not None or hit.precision is not TimePrecision.DAY:
        return False
    weekday = hit.first.weekday() if hit.first else hit.weekday
    if weekday is not None and subject.weekday is not None:
        return (subject.weekday - weekday) % 7 not in ((0, 1, 6) if abroad else (0,))
    told = (hit.first.month, hit.first.day) if hit.first else month_day(hit.words)
    own = month_day(subject.verbatim) or subject.filed
    if told is not None and own is None and subject.weekday is not None and _ALSO.search(text):
        return True  # "It also fired missiles on April 5", in a report on "Saturday"
    return None not in (told, own) and told != own and not (abroad and _are_neighbours(told, own))


def _are_neighbours(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Days of the year next to one another; February ends as in a leap year, which only keeps more together."""
    if one is None or other is None:
        return False
    return abs((date(2000, *one) - date(2000, *other)).days) in (1, 365)


def fired_before(text: str, hit: DateHit, day: date | None) -> bool:
    """ "On Wednesday the North had fired 23", in a report on Thursday's launch: the day before is another launch."""
    told = hit.precision is TimePrecision.DAY and hit.first is not None and day is not None and hit.first < day
    return told and HAD_LAUNCHED.search(text) is not None
