"""Times: spans in UTC, clock times without a day, and one against the other. Sets of whole minutes."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from geo.discrepancy.interval import Interval, Relation, gap, relate
from geo.discrepancy.rules import Comparison, Side, Verdict
from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan, ZoneBasis

DAY = 1440
_TIME = Attribute.LAUNCH_TIME
_ASSUMED, _ROUNDED = ZoneBasis.ASSUMED, TimePrecision.QUARTER_HOUR
_COARSE = (TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.YEAR)
# Without a day, zone offsets are compared in both halves of every year since Seoul's last summer time.
_SAMPLE = tuple(datetime(year, month, 1, tzinfo=UTC) for year in range(1989, 2031) for month in (1, 7))


def compare_times(first: TimeSpan | ClockTime, second: TimeSpan | ClockTime, rules: Comparison) -> Verdict:
    """Class of two times. A clock time without a day is compared by the clock only, and flagged so."""
    if isinstance(first, TimeSpan) and isinstance(second, TimeSpan):
        return _spans(first, second, rules)
    flags = _flags(first, second)
    if isinstance(first, ClockTime) and isinstance(second, ClockTime):
        shift = _zone_shift(first.zone, second.zone)
        if shift is None:
            detail = f"not comparable without a day: {first.zone} and {second.zone} were not always the same time apart"
            return Verdict(FindingClass.NOT_COMPARABLE, "time-zone", detail, flags=flags)
        return _clocks(_clock(first), _clock(second).shifted(shift), _days_apart(first, second), rules, flags)
    return _clock_and_span(first, second, rules, flags)


def _spans(first: TimeSpan, second: TimeSpan, rules: Comparison) -> Verdict:
    left, right = _minutes(first), _minutes(second)
    flags = _flags(first, second) + _date_line(first, second)
    if first.precision in _COARSE and second.precision in _COARSE and relate(left, right) is not Relation.DISJOINT:
        same_length = (left.upper - left.lower) == (right.upper - right.lower)
        if same_length:
            detail = "agrees: the days overlap in UTC"
            return Verdict(FindingClass.AGREES, "date-windows", detail, None, "windows overlap", flags)
    return _classify(left, right, rules, flags)


def _clock_and_span(
    first: TimeSpan | ClockTime, second: TimeSpan | ClockTime, rules: Comparison, flags: tuple[str, ...]
) -> Verdict:
    """Puts the span on the local clock of the clock time; the day itself is left unjudged."""
    clock, span = (first, second) if isinstance(first, ClockTime) else (second, first)
    assert isinstance(clock, ClockTime) and isinstance(span, TimeSpan)  # noqa: S101
    zone = zone_of(clock.zone)
    if zone is None:
        detail = f"not comparable: the zone {clock.zone!r} is unknown"
        return Verdict(FindingClass.NOT_COMPARABLE, "time-zone", detail, flags=flags)
    local = span.earliest.astimezone(zone)
    opens = float(local.hour * 60 + local.minute)
    whole = _minutes(span)
    spanned = Interval(opens, opens + whole.upper - whole.lower)
    stated = None if clock.weekday is None else _nearest_week(clock.weekday - local.weekday())
    left, right = (_clock(clock), spanned) if clock is first else (spanned, _clock(clock))
    if stated is not None and clock is first:
        stated = -stated
    return _clocks(left, right, stated, rules, flags)


def _clocks(left: Interval, right: Interval, days: int | None, rules: Comparison, flags: tuple[str, ...]) -> Verdict:
    """`days` is how many days the second lies after the first, None when the words do not say: then the nearest."""
    shifts = (days,) if days is not None else (0, -1, 1)
    shifted = [right.shifted(each * DAY) for each in shifts]
    nearest = min(shifted, key=lambda each: (gap(left, each), -_shared(left, each)))
    return _classify(left, nearest, rules, (*flags, "by the clock: the day is not stated"))


def _classify(left: Interval, right: Interval, rules: Comparison, flags: tuple[str, ...]) -> Verdict:
    relation = relate(left, right)
    if relation is Relation.DISJOINT:
        return _apart(gap(left, right), rules, flags)
    tolerance = rules.tolerances[_TIME]
    if relation is Relation.EQUAL:
        return Verdict(FindingClass.AGREES, "time-equal", "agrees", None, tolerance.words, flags)
    if relation is Relation.OVERLAP:
        length = _duration_words(_shared(left, right) + 1)
        detail = f"consistent in part: {length} in common"
        return Verdict(FindingClass.OVERLAPPING, "time-overlap", detail, None, tolerance.words, flags)
    precise = Side.SECOND if relation is Relation.FIRST_CONTAINS else Side.FIRST
    detail = "consistent"
    return Verdict(FindingClass.LESS_PRECISE, "time-contains", detail, None, tolerance.words, flags, precise)


def _apart(minutes: float, rules: Comparison, flags: tuple[str, ...]) -> Verdict:
    tolerance = rules.tolerances[_TIME]
    value = Quantity(minutes, minutes, Qualifier.EXACT, Unit.MINUTES, _duration_words(minutes))
    if minutes <= tolerance.absolute:
        detail = f"agrees within {value.verbatim}"
        return Verdict(FindingClass.AGREES, "time-within", detail, value, tolerance.words, flags)
    minor = minutes <= rules.minor_minutes
    found = FindingClass.CONTRADICTORY_MINOR if minor else FindingClass.CONTRADICTORY_MAJOR
    return Verdict(found, "time-disjoint", f"contradictory by {value.verbatim}", value, tolerance.words, flags)


def _minutes(span: TimeSpan) -> Interval:
    """First and last whole minute of the span, counted from 1970-01-01 00:00 UTC."""
    first = int(span.earliest.timestamp() // 60)
    last = int(-(-span.latest.timestamp() // 60)) - 1
    return Interval(first, max(first, last))


def _clock(clock: ClockTime) -> Interval:
    return Interval(clock.opens, clock.closes - 1)


def _shared(left: Interval, right: Interval) -> float:
    return min(left.upper, right.upper) - max(left.lower, right.lower)


def _days_apart(first: ClockTime, second: ClockTime) -> int | None:
    if first.weekday is None or second.weekday is None:
        return None
    return _nearest_week(second.weekday - first.weekday)


def _nearest_week(days: int) -> int:
    """-3 to 3: weekdays do not say which week, so the nearest is taken."""
    return (days + 3) % 7 - 3


def zone_of(name: str) -> tzinfo | None:
    """The IANA zone, None when there is none of that name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def local_day(span: TimeSpan) -> date | None:
    """The day the span begins on, in the zone it was said in."""
    zone = zone_of(span.zone)
    return span.earliest.astimezone(zone).date() if zone else None


def _zone_shift(first: str, second: str) -> float | None:
    """Minutes to add to a clock time of `second` to put it on the clock of `first`; None unless it never changed."""
    if first == second:
        return 0.0
    left, right = zone_of(first), zone_of(second)
    if left is None or right is None:
        return None
    shifts = {_offset(left, when) - _offset(right, when) for when in _SAMPLE}
    return shifts.pop().total_seconds() / 60 if len(shifts) == 1 else None


def _offset(zone: tzinfo, when: datetime) -> timedelta:
    return when.astimezone(zone).utcoffset() or timedelta(0)


def _date_line(first: TimeSpan, second: TimeSpan) -> tuple[str, ...]:
    if first.zone == second.zone:
        return ()
    days = local_day(first), local_day(second)
    apart = None not in days and days[0] != days[1]
    return ("date-line shift",) if apart else ()


def _flags(first: TimeSpan | ClockTime, second: TimeSpan | ClockTime) -> tuple[str, ...]:
    assumed = first.zone_basis is _ASSUMED or second.zone_basis is _ASSUMED
    rounded = first.precision is _ROUNDED or second.precision is _ROUNDED
    return (("zone assumed",) if assumed else ()) + (("rounded",) if rounded else ())


def _duration_words(minutes: float) -> str:
    if minutes <= 120:
        return f"{minutes:g} min"
    hours = round(minutes / 60, 1)
    return f"{hours:g} h" if hours <= 72 else f"{round(hours / 24, 1):g} days"
