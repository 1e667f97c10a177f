"""Clock times: as said, in which zone and why, and the window of minutes the words allow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from geo.extraction.lexicon import Lexicon
from geo.extraction.numerals import qualifier_before
from geo.model.quantity import Qualifier
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan, ZoneBasis

_HALF = r"(?P<half>[ap]\.?\s?m\b\.?)"
_CLOCK = re.compile(
    rf"(?<![\d.:,/$-])(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}})(?::\d\d)?)?\s?{_HALF}"
    r"|(?P<hourdot>\d{1,2})\.(?P<minutedot>[0-5]\d)"
    r"(?= (?:in the (?:morning|afternoon|evening)|at night|GMT|UTC|KST|JST)\b)"
    r"|(?<=\bat )(?P<hourbare>1[3-9]|2[0-3])\.(?P<minutebare>[0-5]\d)"
    r"(?!\d|\.\d|\s?(?:k|m|million|billion|per|%|times|degrees|percent)\b)"  # "at 14.34"
    r"|(?P<early>1[0-2]|0?\d)[:.](?P<earlyminute>[0-5]\d)"
    r"(?=,? (?:(?:and|or) )?(?:\d{1,2}[:.]\d\d,? (?:(?:and|or) )?){0,4}"
    r"(?P<laterhour>\d{1,2})[:.]\d\d\s?(?P<later>[ap])\.?\s?m\b)"  # "at 4:35 and 4:38 p.m."
    r"|(?P<hour24>\d{1,2}):(?P<minute24>\d{2})(?::[0-5]\d)?(?!\d|:)"
    r"|(?P<noon>\bnoon\b)"
    r"|(?P<military>[012]\d[0-5]\d)(?=\s?(?:h\b|hrs\b|hours\b|GMT|UTC|KST|JST|local"
    r"|\w{3,6}day (?:GMT|UTC)))(?:\s?(?:h|hrs|hours)\b)?)",
    re.IGNORECASE,
)
# Few sentences with a number hold a clock time: it is asked first.
_TIMED = re.compile(
    r"\d\s?[ap]\.?\s?m\b|\d[:.]\d\d|\bnoon\b|\d{4}\s?(?:h|GMT|UTC|KST|JST|local|\w{3,6}day)", re.IGNORECASE
)
_LOCAL = re.compile(r"[ ,(]{0,3}local(?: time)?\b", re.IGNORECASE)
_ON_DAY = (
    r"(?:(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2})[ ,(]{1,2})"
)
_ZONE_GAP = re.compile(rf"[ ,(]{{0,3}}{_ON_DAY}?\Z")
_AGAIN_GAP = re.compile(rf"[ ,]{{0,2}}{_ON_DAY}?[ ,]{{0,2}}(?:[(\[]|or )?[^()]{{0,10}}\Z")
_SAID = re.compile(r"\b(?:said|says|put|according)\b|;")
_BARE_HOUR = re.compile(
    r"\b(?:between|from) (?:about |around )?(?P<hour>\d{1,2}) (?:and|to|until) (?:about |around )?\Z"
)
_USING = re.compile(r"\b(?:using|giving times in|times (?:are )?in|in) \Z")
_LISTED = re.compile(r",? (?:and|or) |, ")
_RANGE = re.compile(r"\)?\s?(?:to|and|-|–|until)\s?(?=\d|noon)")
DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time in a sentence: `minute` after midnight, its hedge, and the zone when one is written.

    `zone` is an IANA name, "local", or "" when nothing is said; `equivalent` marks "(0030 GMT)"
    after another time: the same instant told again.
    """

    start: int
    end: int
    minute: int
    qualifier: Qualifier
    whole_hour: bool
    zone: str
    equivalent: bool = False
    until: int | None = None


def clocks(text: str, lexicon: Lexicon) -> tuple[Clock, ...]:
    """Clock times in order; "from 9:06 to 9:27" is one, with `until`."""
    found: list[Clock] = []
    if not _TIMED.search(text):
        return ()
    for match in _CLOCK.finditer(text):
        clock = _clock(text, match, lexicon)
        if clock is None:
            continue
        opened = next((each for each in reversed(found) if not each.equivalent), None)
        if opened and opened.until is None and _RANGE.match(text, found[-1].end) and _spans(text, opened):
            found[found.index(opened)] = _joined(text, opened, clock)
        elif clock.until is None and (opens := _BARE_HOUR.search(text, max(0, clock.start - 40), clock.start)):
            found.append(_since(opens, clock))
        else:
            found.append(_marked(text, found, clock))
    return tuple(_with_zone_before(text, _with_zone_after(text, found, lexicon)))


def _with_zone_after(text: str, found: list[Clock], lexicon: Lexicon) -> list[Clock]:
    """ "At 6:04 and 6:12 a.m. KST", "using Hawaii time": one zone for those before it, or for all that follow."""
    using = [zone for zone in lexicon.zones.find(text) if _USING.search(text, 0, zone.start)]
    zone, start = "", 0
    told = []
    for clock in reversed(found):
        if not clock.zone and zone and _LISTED.fullmatch(text, clock.end, start):
            clock = replace(clock, zone=zone)
        elif not clock.zone and using and using[0].end <= clock.start:
            clock = replace(clock, zone=using[0].value)
        zone, start = clock.zone, clock.start
        told.append(clock)
    return told[::-1]


def _with_zone_before(text: str, found: list[Clock]) -> Iterator[Clock]:
    """ "At 6:01 a.m. KST and 6:23 a.m.": one zone for both where they are told in one breath."""
    zone, end = "", 0
    for clock in found:
        told = clock.zone or clock.equivalent
        if not told and zone and " and " in text[end : clock.start] and not _SAID.search(text, end, clock.start):
            clock = replace(clock, zone=zone)
        elif not clock.equivalent:
            zone = clock.zone
        end = clock.end
        yield clock


def window(clock: Clock) -> tuple[int, int, TimePrecision, bool]:
    """Minutes after midnight the words allow (half-open), their precision, and whether they are approximate.

    The widths are those of docs/method.md: "around 10 a.m." is 09:30 to 10:30, "around 10:20"
    five minutes either way, "10 a.m." a quarter of an hour, "10:17" that minute.
    """
    minute = clock.minute
    if clock.until is not None:
        return minute, max(clock.until, minute) + 1, TimePrecision.MINUTE, clock.qualifier is not Qualifier.EXACT
    if clock.qualifier is Qualifier.LESS_THAN:
        return minute - 30, minute, TimePrecision.HOUR, True
    if clock.qualifier is Qualifier.MORE_THAN:
        return minute, minute + 30, TimePrecision.HOUR, True
    if clock.qualifier is not Qualifier.EXACT:
        return _approximate(minute)
    if clock.whole_hour:
        return minute - 15, minute + 15, TimePrecision.QUARTER_HOUR, True
    return minute, minute + 1, TimePrecision.MINUTE, False


def _approximate(minute: int) -> tuple[int, int, TimePrecision, bool]:
    if minute % 60 == 0:
        return minute - 30, minute + 30, TimePrecision.HOUR, True
    if minute % 5 == 0:
        return minute - 5, minute + 5, TimePrecision.FIVE_MINUTES, True
    return minute, minute + 1, TimePrecision.MINUTE, True


def on_day(
    clock: Clock, day: date | None, zone: str, basis: ZoneBasis, verbatim: str, weekday: int | None
) -> TimeSpan | ClockTime:
    """The instants the words allow on that day in that zone (IANA name), or a clock time when no day is known."""
    opens, closes, precision, approximate = window(clock)
    if day is None:
        return ClockTime(opens, closes, zone, basis, precision, approximate, verbatim, clock.minute, weekday)
    return TimeSpan(
        instant(day, opens, zone),
        instant(day, closes, zone),
        zone,
        basis,
        precision,
        approximate,
        verbatim,
        instant(day, clock.minute, zone),
    )


def instant(day: date, minute: int, zone: str) -> datetime:
    """The UTC instant of a minute after local midnight (it may leave the day) in an IANA zone."""
    local = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)) + timedelta(minutes=minute)
    return local.astimezone(UTC)


def _clock(text: str, match: re.Match[str], lexicon: Lexicon) -> Clock | None:
    hour, minute = _digits(match)
    if hour > 24 or minute > 59 or (match["half"] and not 1 <= hour <= 12):
        return None
    end = match.end()
    zone, end = _zone(text, end, lexicon)
    half = (match["half"] or _half_of_list(match) or _spoken_half(text, end)).lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    qualifier, start = qualifier_before(text, match.start(), lexicon)
    return Clock(
        start, end, hour % 24 * 60 + minute, qualifier, match["half"] is not None and not match["minute"], zone
    )


def _digits(match: re.Match[str]) -> tuple[int, int]:
    if match["noon"]:
        return 12, 0
    if match["military"]:
        return int(match["military"][:2]), int(match["military"][2:])
    if match["hour24"]:
        return int(match["hour24"]), int(match["minute24"])
    if match["early"]:
        return int(match["early"]), int(match["earlyminute"])
    if match["hourbare"]:
        return int(match["hourbare"]), int(match["minutebare"])
    if match["hourdot"]:
        return int(match["hourdot"]), int(match["minutedot"])
    return int(match["hour"]), int(match["minute"] or 0)


def _half_of_list(match: re.Match[str]) -> str:
    """ "4:35 and 4:38 p.m." are both of the afternoon, of "11:55 and 12:10 p.m." the first is not."""
    if not match["early"]:
        return ""
    half = match["later"].lower()
    return half if int(match["early"]) % 12 <= int(match["laterhour"]) % 12 else "pa"["ap".index(half)]


def _spoken_half(text: str, end: int) -> str:
    after = text[end : end + 22].lower()
    if "in the morning" in after:
        return "a"
    return "p" if "in the afternoon" in after or "in the evening" in after or "at night" in after else ""


def _zone(text: str, end: int, lexicon: Lexicon) -> tuple[str, int]:
    local = _LOCAL.match(text, end)
    if local:
        return "local", local.end()
    for found in lexicon.zones.within(text, end, end + 34):
        if _ZONE_GAP.match(text[end : found.start]):
            return found.value, found.end
        break
    return "", end


def _spans(text: str, clock: Clock) -> bool:
    before = text[max(0, clock.start - 10) : clock.start].rstrip().lower()
    return before.endswith(("from", "between"))


def _joined(text: str, first: Clock, last: Clock) -> Clock:
    minute = first.minute + (DAY // 2 if last.minute - first.minute >= DAY // 2 else 0)
    return Clock(first.start, last.end, minute, first.qualifier, False, last.zone or first.zone, False, last.minute)


def _since(opens: re.Match[str], last: Clock) -> Clock:
    """ "Between 6 and 6:30 a.m.": the bare hour is of the same half of the day."""
    hour = int(opens["hour"]) % 12 + (12 if last.minute >= DAY // 2 else 0)
    if hour * 60 > last.minute:
        return last  # "between 11 and 1 p.m.": not told apart
    return Clock(opens.start("hour"), last.end, hour * 60, last.qualifier, False, last.zone, False, last.minute)


def _marked(text: str, found: list[Clock], clock: Clock) -> Clock:
    gap = text[max(each.end for each in found) : clock.start] if found else ""
    told_again = bool(found) and (
        (len(gap) < 12 and gap.strip(" ,").startswith(("(", "or", "[")))
        or (("(" in gap or "[" in gap) and _AGAIN_GAP.fullmatch(gap) is not None)
    )
    return Clock(
        clock.start, clock.end, clock.minute, clock.qualifier, clock.whole_hour, clock.zone, told_again, clock.until
    )


def groups(found: tuple[Clock, ...]) -> Iterator[tuple[Clock, tuple[Clock, ...]]]:
    """Each time with the equivalents told after it."""
    for index, clock in enumerate(found):
        if not clock.equivalent:
            rest = []
            for later in found[index + 1 :]:
                if not later.equivalent:
                    break
                rest.append(later)
            yield clock, tuple(rest)
