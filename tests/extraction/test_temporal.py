"""Clock times and days: what the words allow, in whose zone, and why."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extraction.days import Anchor, dates_in
from geo.extraction.mentions import SUBJECT
from geo.extraction.temporal import clocks, window
from geo.model.claim import Attribute
from geo.model.timespan import TimePrecision, TimeSpan, ZoneBasis
from tests.extraction.reader import LEXICON, claims_of, reading_of


@pytest.mark.parametrize(
    ("words", "opens", "closes", "precision", "approximate"),
    [
        ("at 10:17 a.m.", 617, 618, TimePrecision.MINUTE, False),
        ("at about 10:17 a.m.", 617, 618, TimePrecision.MINUTE, True),  # the digits stay those of a minute
        ("around 10:20 am", 615, 625, TimePrecision.FIVE_MINUTES, True),
        ("at around 10 a.m.", 570, 630, TimePrecision.HOUR, True),
        ("at 10 a.m.", 585, 615, TimePrecision.QUARTER_HOUR, True),  # a whole hour is a rounded one
        ("at 0534 h", 334, 335, TimePrecision.MINUTE, False),
        ("around 10.17 am (KST)", 617, 618, TimePrecision.MINUTE, True),
        ("just before 6am", 330, 360, TimePrecision.HOUR, True),
        ("from around 9:06 to 9:27 in the morning", 546, 568, TimePrecision.MINUTE, True),
        ("from 11:13 a.m. to 12:05 p.m.", 673, 726, TimePrecision.MINUTE, False),
        ("at 10:42:28 p.m.", 1362, 1363, TimePrecision.MINUTE, False),
        ("at 22:42:28", 1362, 1363, TimePrecision.MINUTE, False),
        ("at 12:15 a.m.", 15, 16, TimePrecision.MINUTE, False),  # after midnight, not noon
    ],
)
def test_window(words: str, opens: int, closes: int, precision: TimePrecision, approximate: bool) -> None:
    (clock,) = clocks(words, LEXICON)
    assert window(clock) == (opens, closes, precision, approximate)


@pytest.mark.parametrize("words", ["2021.10.19", "at 25:00", "10:61", "a 10-1 vote", "99.8 kilometers", "KN-23"])
def test_no_clock_time(words: str) -> None:
    assert clocks(words, LEXICON) == ()


@pytest.mark.parametrize(
    ("published", "sentence", "instant", "zone", "basis"),
    [
        (
            "2021-10-19",
            "It was fired at 10:17 a.m. on Tuesday, South Korea's military said.",
            "2021-10-19T01:17",
            "Asia/Seoul",
            ZoneBasis.ASSUMED,
        ),
        (
            "2021-10-19",
            "It was fired at 10:17 a.m. local time on Tuesday, South Korea's military said.",
            "2021-10-19T01:17",
            "Asia/Seoul",
            ZoneBasis.LAUNCH_PLACE,
        ),
        # Pyongyang ran half an hour behind Seoul from 15 August 2015 to 4 May 2018.
        (
            "2017-07-04",
            "It was fired at 9:10 a.m. local time on Tuesday, KCNA said.",
            "2017-07-04T00:40",
            "Asia/Pyongyang",
            ZoneBasis.LAUNCH_PLACE,
        ),
        (
            "2019-05-04",
            "It was fired at 9:10 a.m. local time on Saturday, KCNA said.",
            "2019-05-04T00:10",
            "Asia/Pyongyang",
            ZoneBasis.LAUNCH_PLACE,
        ),
        # The equivalent in brackets decides the zone.
        (
            "2016-02-07",
            "It was fired at 9:00 local time (0030 GMT) on Sunday.",
            "2016-02-07T00:30",
            "Asia/Pyongyang",
            ZoneBasis.STATED,
        ),
        (
            "2017-07-04",
            "It was fired at 2:40 p.m. Hawaii time July 3, the U.S. Pacific Command said.",
            "2017-07-04T00:40",
            "Pacific/Honolulu",
            ZoneBasis.STATED,
        ),
        (
            "2017-11-29",
            "It was fired at 1:17 p.m. EST Tuesday, the Pentagon said.",
            "2017-11-28T18:17",
            "America/New_York",
            ZoneBasis.STATED,
        ),
    ],
)
def test_instant_and_zone(published: str, sentence: str, instant: str, zone: str, basis: ZoneBasis) -> None:
    text = f"North Korea launched a ballistic missile. {sentence}"
    (claim,) = claims_of(text, Attribute.LAUNCH_TIME, published)
    assert isinstance(claim.value, TimeSpan)
    assert claim.value.stated == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert (claim.value.zone, claim.value.zone_basis) == (zone, basis)


@pytest.mark.parametrize(
    "sentence",
    [
        "It landed in the sea at 10:17 a.m.",
        "The missile fired by the North passed over Hokkaido at 6:06 a.m.",
        "On 12:30 p.m. the North said its launch had succeeded.",  # the hour of a statement
        "Sirens sounded after the launch at 7:31 p.m.",
        "Residents were told to take shelter at 7:27 a.m. after the missile was fired.",
        "In a dispatch at 1:53 a.m., KCNA said the rocket was launched.",
    ],
)
def test_other_times_are_no_launch_time(sentence: str) -> None:
    text = f"North Korea launched a missile on Tuesday. {sentence}"
    assert claims_of(text, Attribute.LAUNCH_TIME, "2021-10-19") == []


@pytest.mark.parametrize(
    ("published", "words", "day"),
    [
        ("2021-10-19", "on Tuesday", date(2021, 10, 19)),
        ("2021-10-20", "on Tuesday", date(2021, 10, 19)),
        ("2019-05-03", "on Saturday", date(2019, 5, 4)),  # filed in Washington on Friday
        ("2021-10-19", "on Oct. 19", date(2021, 10, 19)),
        ("2022-01-02", "on 30 December", date(2021, 12, 30)),  # the year before, not the one to come
        (None, "on Tuesday, October 19, 2021", date(2021, 10, 19)),  # needs no publication
        (None, "on 25 July", None),
        (None, "on Tuesday", None),
    ],
)
def test_launch_day(published: str | None, words: str, day: date | None) -> None:
    reading = reading_of(f"North Korea launched a ballistic missile {words}, the South's military said.", published)
    found = reading.mentions[0].day
    assert found is not None and found.first == day
    assert bool(found.missing) == (day is None)


def test_the_day_of_speaking_is_not_the_day_of_launching() -> None:
    text = "KCNA said on Friday that the missile flew 600 km. It was launched on Thursday, it said."
    (mention,) = reading_of(text, "2022-03-25").mentions
    assert mention.day is not None and mention.day.first == date(2022, 3, 24)


def test_a_report_without_a_day_leaves_two_open() -> None:
    (mention,) = reading_of("North Korea has launched a ballistic missile, KCNA said.", "2021-10-19").mentions
    assert mention.day is not None
    assert (mention.day.first, mention.day.last) == (date(2021, 10, 18), date(2021, 10, 19))
    assert "names no day" in mention.day.reasoning


@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_written_minute_reads_back(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    (clock,) = clocks(f"at {hour % 12 or 12}:{minute:02} {half} on Tuesday", LEXICON)
    assert window(clock)[:2] == (hour * 60 + minute, hour * 60 + minute + 1)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_written_date_reads_back(day: date) -> None:
    for words in (day.isoformat(), f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}"):
        (hit,) = dates_in(f"on {words} it flew", Anchor(None, None))
        assert (hit.first, hit.last) == (day, day)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 6))
def test_a_weekday_lies_within_a_week_of_publication(published: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    (hit,) = dates_in(f"on {name}", Anchor(published, published.year))
    assert hit.first is not None and hit.first.weekday() == weekday
    assert -5 <= (hit.first - published) // timedelta(days=1) <= 1


def test_zone_of_pyongyang_is_in_the_library() -> None:
    then = datetime(2017, 7, 4, tzinfo=ZoneInfo("Asia/Pyongyang"))
    assert then.utcoffset() == timedelta(hours=8, minutes=30)


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("North Korea fired a missile on Monday evening Eastern time, the Pentagon said.", date(2017, 8, 29)),
        ("North Korea fired a missile on Monday night (Hawaii time), the Pentagon said.", date(2017, 8, 29)),
        ("North Korea fired a missile on Monday morning Eastern time, the Pentagon said.", date(2017, 8, 28)),  # open
        ("North Korea fired a missile on Monday evening Korea time, the Pentagon said.", date(2017, 8, 28)),
    ],
)
def test_a_part_of_a_day_told_in_another_zone_is_the_day_at_the_launch_place(lead: str, day: date) -> None:
    (mention,) = [m for m in reading_of(lead, "2017-08-28").mentions if m.key == SUBJECT]
    assert mention.day is not None and mention.day.first == day
