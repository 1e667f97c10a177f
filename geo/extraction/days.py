"""Calendar expressions: which days the words allow, counted from the day of publication when they are relative."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from geo.model.timespan import TimePrecision

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_COUNT = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DATE = re.compile(
    rf"\b(?:(?P<y1>(?:19|20)\d\d)[-./](?P<m1>0?[1-9]|1[0-2])[-./](?P<d1>{_DAY})\b"
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>{_DAY})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<y2>(?:19|20)\d\d)\b)?"
    rf"|(?<!\d[:.])(?P<d3>{_DAY})(?:st|nd|rd|th)?,? (?:of )?(?P<m3>{_MONTH})\b\.?(?:,? (?P<y3>(?:19|20)\d\d)\b)?"
    rf"|(?P<m4>{_MONTH})\.?,? (?:of )?(?P<y4>(?:19|20)\d\d)\b"
    rf"|(?:(?:in|last|since|of|early|late|mid|from) |mid-)(?P<m5>{_MONTH})\b(?!\.? \d)"
    r"|\b(?:in|since|of|by|and|from|early|late) (?P<y6>(?:19|20)\d\d)\b"
    r"|(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    rf"|the (?P<ordinal>{_DAY})(?:st|nd|rd|th)\b(?! (?:test|launch|of its|time|missile|such|known|firing|round))"
    r"|(?P<near>today|yesterday|the day before|the previous day)\b"
    rf"|(?<=(?:nched|fired|ested) )(?P<days>{'|'.join(_COUNT)}|\d) days (?P<back>ago|earlier|before)\b"
    r"|(?:over|at|on|during|last) (?:the )?(?P<weekend>weekend)\b"
    r"|(?P<span>last|this) (?P<unit>week|month|year)\b)",
    re.IGNORECASE,
)


_AHEAD = re.compile(
    r"\b(?:will|would|again|next|planned|scheduled|expected"
    r"|(?:vow|pledge|plan|hope|want|intend|prepare|be|is|are)s?(?:ed)? to)\b"
    r"[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
_LEAP = 2000  # a year with all days of the calendar
_JOINED = re.compile(r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?,? (?:on )?", re.IGNORECASE)

# Where one may begin, in small letters: a cheap search first, for few words of a sentence open a date.
_OPENING = re.compile(
    r"\b(?:\d|jan|feb|ma[ry]|apr|ju[nl]|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|mid|today|yesterday"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten)(?= days )"
    r"|(?:over|at|on|during|last)(?= (?:the )?weekend)|the(?= (?:\d|day|prev))|(?:last|this)(?= [wmy])"
    r"|(?:in|last|since|of|early|late|mid|from|by|and)(?= [12adfjmnos]))"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative dates are counted from: the publication day, else only a year read elsewhere in the text."""

    day: date | None
    year: int | None


@dataclass(frozen=True, slots=True)
class DateHit:
    """Characters `start` to `end`; `first` to `last` the days allowed, both None when nothing resolves them."""

    start: int
    end: int
    words: str
    precision: TimePrecision
    first: date | None
    last: date | None
    weekday: int | None = None
    reasoning: str = ""


@lru_cache(maxsize=256)
def dates_in(text: str, anchor: Anchor, earlier: date | None = None) -> tuple[DateHit, ...]:
    """Calendar expressions in order. "Oct. 19, 2021" needs no anchor, "Tuesday" cannot do without.

    `earlier` is the date told before, whose month "the 28th" belongs to.
    """
    found: list[DateHit] = []
    for match in _expressions(text):
        hit = _hit(match, anchor, found, earlier)
        if hit is not None:
            found.append(hit)
    return tuple(_merged(text, found, anchor))


def _expressions(text: str) -> Iterator[re.Match[str]]:
    """Every calendar expression, left to right."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    free = 0
    for opening in _OPENING.finditer(small):
        match = _DATE.match(text, opening.start()) if opening.start() >= free else None
        if match is not None:
            free = match.end()
            yield match


def anchor_year(text: str) -> int | None:
    """The year of the first full date in a text."""
    for match in _expressions(text):
        year = match["y1"] or match["y2"] or match["y3"]
        if year:
            return int(year)
    return None


def month_day(words: str) -> tuple[int, int] | None:
    """Month and day of "Oct. 4", None for words that give no such day (February 30), or a year as well."""
    match = _DATE.match(words)
    if match is None or match["y2"] or match["y3"] or not (match["m2"] or match["m3"]):
        return None
    month, day = _month(match["m2"] or match["m3"]), int(match["d2"] or match["d3"])
    return (month, day) if _date(_LEAP, month, day) else None


def _hit(match: re.Match[str], anchor: Anchor, found: list[DateHit], earlier: date | None) -> DateHit | None:
    if match["m5"] or match["m4"] or match["y6"]:
        return _coarse(match, anchor)
    if match["weekday"]:
        return _weekday(match, anchor)
    if match["near"]:
        return _near(match, anchor, found)
    if match["back"]:
        return _days_back(match, anchor, found)
    if match["span"]:
        return _span(match, anchor)
    if match["weekend"]:
        return _weekend(match, anchor)
    return _day(match, anchor, [hit.first for hit in found if hit.first is not None] or ([earlier] if earlier else []))


def _make(
    match: re.Match[str],
    precision: TimePrecision,
    first: date | None,
    last: date | None,
    reasoning: str = "",
    weekday: int | None = None,
) -> DateHit:
    return DateHit(match.start(), match.end(), match.group(), precision, first, last, weekday, reasoning)


def _day(match: re.Match[str], anchor: Anchor, before: list[date]) -> DateHit | None:
    if match["ordinal"]:
        return _of_month(match, before)
    year = match["y1"] or match["y2"] or match["y3"]
    month = int(match["m1"]) if match["m1"] else _month(match["m2"] or match["m3"])
    day = int(match["d1"] or match["d2"] or match["d3"])
    if year:
        exact = _date(int(year), month, day)
        return _make(match, TimePrecision.DAY, exact, exact, "the date is written out") if exact else None
    exact = _latest(month, day, anchor)
    reasoning = f"the year is that of the publication or of another date in the text ({exact.year})" if exact else ""
    return _make(match, TimePrecision.DAY, exact, exact, reasoning)


def _of_month(match: re.Match[str], before: list[date]) -> DateHit:
    """ "the 28th" belongs to the month of the date told before."""
    exact = _date(before[-1].year, before[-1].month, int(match["ordinal"])) if before else None
    return _make(match, TimePrecision.DAY, exact, exact, "the month is that of the date told before" if exact else "")


def _latest(month: int, day: int, anchor: Anchor) -> date | None:
    """The latest such day not after the publication (a day's grace for the date line)."""
    if anchor.day is not None:
        for year in (anchor.day.year, anchor.day.year - 1):
            candidate = _date(year, month, day)
            if candidate is not None and candidate <= anchor.day + timedelta(days=1):
                return candidate
        return None
    return _date(anchor.year, month, day) if anchor.year is not None else None


def _coarse(match: re.Match[str], anchor: Anchor) -> DateHit | None:
    if match["y6"]:
        year = int(match["y6"])
        return _make(match, TimePrecision.YEAR, date(year, 1, 1), date(year, 12, 31))
    month = _month(match["m4"] or match["m5"])
    if match["m4"]:
        return _make(match, TimePrecision.MONTH, *_month_of(int(match["y4"]), month))
    if _AHEAD.search(match.string, 0, match.start()):
        return None  # "vows to try again in October": nothing was fired then
    if anchor.day is None:
        return _make(match, TimePrecision.MONTH, None, None)
    year = anchor.day.year if month <= anchor.day.month else anchor.day.year - 1
    return _make(match, TimePrecision.MONTH, *_month_of(year, month))


def _weekday(match: re.Match[str], anchor: Anchor) -> DateHit:
    weekday = WEEKDAYS.index(match["weekday"].lower())
    if anchor.day is None:
        return _make(match, TimePrecision.DAY, None, None, weekday=weekday)
    name, published = WEEKDAYS[weekday].capitalize(), anchor.day
    ahead = published + timedelta(days=1)
    if ahead.weekday() == weekday:
        reasoning = (
            f"{name} is the day after publication ({published}): the report was filed west of the date it tells of"
        )
        return _make(match, TimePrecision.DAY, ahead, ahead, reasoning, weekday)
    before = (published.weekday() - weekday) % 7
    if before == 0 and match.string[max(0, match.start() - 5) : match.start()].lower() == "last ":
        before = 7  # "last Wednesday", written on a Wednesday
    day = published - timedelta(days=before)
    return _make(match, TimePrecision.DAY, day, day, f"the last {name} up to publication on {published}", weekday)


def _near(match: re.Match[str], anchor: Anchor, found: list[DateHit]) -> DateHit:
    words = match["near"].lower()
    origin = anchor.day
    if words.startswith("the") and found and found[-1].first is not None:
        origin = found[-1].first
    if origin is None:
        return _make(match, TimePrecision.DAY, None, None)
    day = origin - timedelta(days=0 if words == "today" else 1)
    return _make(match, TimePrecision.DAY, day, day, f"{words} counted from {origin}")


def _days_back(match: re.Match[str], anchor: Anchor, found: list[DateHit]) -> DateHit | None:
    """ "What it fired two days earlier" counts from the day told before, "ago" from the publication."""
    origin = anchor.day if match["back"].lower() == "ago" else found[-1].first if found else None
    if origin is None:
        return None
    words = match["days"].lower()
    day = origin - timedelta(days=int(words) if words.isdigit() else _COUNT.index(words) + 2)
    return _make(match, TimePrecision.DAY, day, day, f"{match.group()} counted from {origin}")


def _span(match: re.Match[str], anchor: Anchor) -> DateHit | None:
    """ "last month" is the calendar month before publication; "this year" dates nothing."""
    unit = match["unit"].lower()
    if match["span"].lower() == "this" or anchor.day is None:
        return None
    if unit == "month":
        before = anchor.day.replace(day=1) - timedelta(days=1)
        return _make(match, TimePrecision.MONTH, *_month_of(before.year, before.month))
    if unit == "year":
        return _make(match, TimePrecision.YEAR, date(anchor.day.year - 1, 1, 1), date(anchor.day.year - 1, 12, 31))
    return None


def _weekend(match: re.Match[str], anchor: Anchor) -> DateHit | None:
    """ "Over the weekend": the Saturday and Sunday last ended at publication; either day may be meant."""
    if anchor.day is None:
        return None
    sunday = anchor.day - timedelta(days=(anchor.day.weekday() + 1) % 7)
    reasoning = f"the weekend before publication on {anchor.day}; which of its days is not said"
    return _make(match, TimePrecision.DAY, sunday - timedelta(days=1), sunday, reasoning)


def _merged(text: str, found: list[DateHit], anchor: Anchor) -> Iterator[DateHit]:
    """ "Tuesday morning, October 19, 2021" is one expression; the written date rules, the weekday is kept."""
    pending: DateHit | None = None
    for hit in found:
        if pending is None:
            pending = hit
            continue
        gap = text[pending.end : hit.start]
        if pending.weekday is not None and hit.weekday is None and _JOINED.fullmatch(gap) and "the" not in hit.words:
            whole = replace(hit, start=pending.start, words=text[pending.start : hit.end], weekday=pending.weekday)
            pending = whole if anchor.day or _is_of_weekday(hit, pending.weekday) else _without_year(whole)
            continue
        yield pending
        pending = hit
    if pending is not None:
        yield pending


def _is_of_weekday(hit: DateHit, weekday: int) -> bool:
    return hit.first is None or hit.first.weekday() == weekday or month_day(hit.words) is None


def _without_year(hit: DateHit) -> DateHit:
    """The weekday denies the year of another date in the text."""
    return replace(hit, first=None, last=None, reasoning="")


def _month(words: str) -> int:
    return next(number for number, name in enumerate(MONTHS, start=1) if name == words.lower()[:3])


def _month_of(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
