"""When: a span of instants, or a clock time whose day nobody has told us."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from geo.model.errors import ModelError


class TimePrecision(StrEnum):
    """How finely the words speak, whatever digits they use."""

    MINUTE = "minute"
    FIVE_MINUTES = "five minutes"
    QUARTER_HOUR = "quarter of an hour"
    HOUR = "hour"
    PART_OF_DAY = "part of a day"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class ZoneBasis(StrEnum):
    """Why a clock time is read in its zone."""

    STATED = "stated"  # "KST", "GMT", "Hawaii time"
    LAUNCH_PLACE = "launch place"  # "local time" at a launch whose country is known
    DATELINE = "dateline"  # the city the report is filed from
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A clock time without a day, as in "around 10 a.m. local time Tuesday" in an undated report.

    `opens` and `closes` are minutes after local midnight, half-open; they may leave
    0..1440 when a hedge reaches over midnight. `stated` is the minute as said, None for
    "morning". `zone` is an IANA name. `weekday` is 0 for Monday to 6, None if unsaid.
    """

    opens: int
    closes: int
    zone: str
    zone_basis: ZoneBasis
    precision: TimePrecision
    approximate: bool
    verbatim: str
    stated: int | None = None
    weekday: int | None = None

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ModelError(f"Clock time {self.verbatim!r} ends before it begins.")


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """All instants the words allow: `earliest` up to but not including `latest`, both UTC.

    `stated` is the clock time as said, put on its day (UTC), None for "morning" or a whole
    day: show it only together with `verbatim` and `precision`, never as an exact time.
    `zone` is the IANA name in which the words were spoken.
    """

    earliest: datetime
    latest: datetime
    zone: str
    zone_basis: ZoneBasis
    precision: TimePrecision
    approximate: bool
    verbatim: str
    stated: datetime | None = None

    def __post_init__(self) -> None:
        for instant in (self.earliest, self.latest, self.stated or self.earliest):
            if instant.tzinfo is not UTC:
                raise ModelError(f"Time span {self.verbatim!r} must be held in UTC, not {instant!r}.")
        if self.earliest >= self.latest:
            raise ModelError(f"Time span {self.verbatim!r} ends before it begins.")
