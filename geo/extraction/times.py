"""Which clock times are times of launch, on which day, and in whose zone they were spoken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from geo.extraction.hits import Hit
from geo.extraction.launchers import HARDWARE
from geo.extraction.lexicon import CueKind, Effect, Lexicon
from geo.extraction.rules import Rule
from geo.extraction.temporal import Clock, clocks, groups, on_day
from geo.extraction.voices import Voice
from geo.model.claim import Attribute, Scope, ScopeKind
from geo.model.timespan import ClockTime, TimeSpan, ZoneBasis

_SAID_GAP = re.compile(r"\s(?:in a statement\s)?(?:on \w{6,9}\s)?(?:at\s)?\Z")
_DISPATCHED = re.compile(
    r"\b(?:dispatch|statement|report|briefing|announcement|broadcast|bulletin|conference|message|release|update|alert|post|warning|advisory|notice)"
    r"\s(?:\w+\s){0,3}(?:at|by|around|of)\s\Z",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:convened|held|chaired|presided over|called|opened|attended)\b[^.;]{0,40}"
    r"\b(?:session|meeting|council|conference|talks)\b[^.;]{0,40}\b(?:at|from|by|around)\s\Z"
    r"|\b(?:to|would|will) (?:arrive|leave|depart|meet|speak|hold)\b[^.;]{0,40}\b(?:at|from|by|around)\s\Z"
    r"|\balerts? (?:for|to|in|across)\b[^.;,]{0,50}\b(?:at|by|around|before|after)\s\Z",
    re.IGNORECASE,
)
_LANDING = re.compile(
    r"\b(?:landed|fell|falling|splashed|splashing|crashed|plunged|came down|coming down|landing"
    r"|come down|went down|gone down|vanished|disappeared|lost contact"
    r"|impact|(?:in|out)side it|entered orbit|reached orbit|in orbit)\b",
    re.IGNORECASE,
)


_STAMP = re.compile(r"[ )\]]{0,2}(?:[-–—|]|: )")  # "08:58 KST - The North fires": when it was posted
_AND_THEN = re.compile(r"\b(?:and|then|before|but|which)\b|;")
_BESIDE = 14
_AT = re.compile(r" (?:(?:at|around|about|just|shortly|after|before) ){1,3}")
_FOLLOWED = re.compile(r"\b(?:that|which|another|second|third|last|other|one) followed(?= (?:at|around|about|just)\b)")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a clock time needs to become an instant: the launching country, its day, and its weekday if undated."""

    owner: str
    day: date | None
    weekday: int | None


def launch_clocks(text: str, lexicon: Lexicon, voices: tuple[Voice, ...]) -> Iterator[tuple[Clock, tuple[Clock, ...]]]:
    """Clock times at which something was launched; of landing, overflight, alert or announcement never."""
    over = [found.start for found in lexicon.contexts.find(text) if found.value is Effect.OVERFLIGHT]
    triggers = [(f.start, f.end) for f in lexicon.launches.find(text) if not HARDWARE.match(text, f.end)]
    triggers += [(match.start(), match.end()) for match in _FOLLOWED.finditer(text)]
    told = clocks(text, lexicon)
    others = [(m.start(), m.end()) for m in _LANDING.finditer(text)] if told else []
    for clock, equivalents in groups(told):
        near = _distance(clock, triggers)
        stamped = text[: clock.start].strip("[( ") == "" and _STAMP.match(text, (equivalents or (clock,))[-1].end)
        if (
            near is None
            or stamped
            or _is_said(text, clock, voices)
            or any(start < clock.start and not _fired_between(text, start, clock.start, lexicon) for start in over)
        ):
            continue
        taken = next((end for _, end in triggers if end <= clock.start), None)
        fallen = [span for span in others if _is_of(text, clock, span, taken)]
        passed = _distance(clock, [(start, start) for start in over if _is_of(text, clock, (start, start), taken)])
        if (_distance(clock, fallen) or near) < near or (passed is not None and passed < near):
            continue
        yield clock, equivalents


def _fired_between(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """ "An alert at 7:27 after the North fired a missile at 7:22": the verb takes the hour after it."""
    return any(found.value == "verb" for found in lexicon.launches.within(text, start, end))


def time_hit(
    clock: Clock, equivalents: tuple[Clock, ...], text: str, setting: Setting, speaker: str, lexicon: Lexicon
) -> Hit | None:
    """The claim of one clock time; `speaker` is the country of who says it, "" when unknown.

    None when nothing tells the zone: launches by a country of many zones with no zone written.
    """
    zone, basis = _zone(clock, equivalents, setting, speaker, lexicon)
    if not zone:
        return None
    day = _day_in(zone, clock, setting, lexicon)
    words = text[clock.start : clock.end]
    words += ")" if words.count("(") > words.count(")") and text[clock.end : clock.end + 1] == ")" else ""
    value: TimeSpan | ClockTime = on_day(clock, day, zone, basis, words, setting.weekday)
    return Hit(Attribute.LAUNCH_TIME, value, clock.start, clock.start + len(words), Rule.TIME_CLOCK)


def numbered(hits: list[Hit]) -> list[Hit]:
    """Two times of one sentence are those of the first and the second missile."""
    if len(hits) < 2:
        return hits
    scoped = (Scope(ScopeKind.MISSILE, index) for index in range(1, len(hits) + 1))
    return [replace(h, scope=scope) for h, scope in zip(hits, scoped, strict=False)]


def _is_of(text: str, clock: Clock, fall: tuple[int, int], taken: int | None) -> bool:
    """Whether a word of falling may have this hour: "at 7:16 it fell", not "at 7:10 and fell" nor one far behind.

    `taken` is where a word of launching ends that stands before the hour: "fired at 7:10, passed over".
    """
    if taken is not None and (text.startswith((", ", " and "), clock.end) or _AT.fullmatch(text, taken, clock.start)):
        return fall[0] < clock.start
    return fall[0] - clock.end <= _BESIDE and not _AND_THEN.search(text, clock.end, max(clock.end, fall[0]))


def _distance(clock: Clock, spans: list[tuple[int, int]]) -> int | None:
    gaps = [max(clock.start - end, start - clock.end, 0) for start, end in spans]
    return min(gaps) if gaps else None


def _is_said(text: str, clock: Clock, voices: tuple[Voice, ...]) -> bool:
    """The hour of a statement or a meeting: "On 12:30 p.m. the North said", "said at 10:30 a.m. that"."""
    if _DISPATCHED.search(text[max(0, clock.start - 80) : clock.start]):
        return True
    if _MET.search(text, max(0, clock.start - 140), clock.start):
        return True
    for voice in voices:
        spoken = voice.kind is CueKind.SAY and voice.cue_end <= clock.start
        if spoken and _SAID_GAP.match(text[voice.cue_end : clock.start]):
            return True
        if voice.before and 0 <= voice.start - clock.end <= 3 and clock.start < 12:
            return True
    return False


def _zone(
    clock: Clock, equivalents: tuple[Clock, ...], setting: Setting, speaker: str, lexicon: Lexicon
) -> tuple[str, ZoneBasis]:
    if clock.zone not in {"", "local"}:
        return clock.zone, ZoneBasis.STATED
    own = _zone_of(setting.owner, lexicon)
    observer = lexicon.states[setting.owner].observer if setting.owner in lexicon.states else ""
    heard = _zone_of(speaker, lexicon)
    candidates = [zone for zone in (heard, own, _zone_of(observer, lexicon)) if zone]
    for zone in candidates:
        if setting.day and any(_same(clock, other, zone, setting.day) for other in equivalents):
            return zone, ZoneBasis.STATED
    if clock.zone == "local":
        return heard or own, ZoneBasis.LAUNCH_PLACE
    if heard:
        return heard, ZoneBasis.ASSUMED
    return _zone_of(observer, lexicon) or own, ZoneBasis.ASSUMED


def _zone_of(country: str, lexicon: Lexicon) -> str:
    state = lexicon.states.get(country)
    return state.zone if state else ""


def _same(clock: Clock, other: Clock, zone: str, day: date) -> bool:
    """Do both times name one instant of the day, when the first is read in `zone`?"""
    if other.zone in {"", "local"}:
        return False
    first = on_day(clock, day, zone, ZoneBasis.ASSUMED, "", None)
    second = on_day(other, day, other.zone, ZoneBasis.ASSUMED, "", None)
    if not (isinstance(first, TimeSpan) and isinstance(second, TimeSpan) and first.stated and second.stated):
        return False
    return (first.stated - second.stated) % timedelta(days=1) < timedelta(minutes=2)


def _day_in(zone: str, clock: Clock, setting: Setting, lexicon: Lexicon) -> date | None:
    """The day in the speaker's zone that makes the launch fall on its own local day."""
    own = _zone_of(setting.owner, lexicon)
    if setting.day is None or not own or not zone:
        return setting.day
    for shift in (0, -1, 1):
        day = setting.day + timedelta(days=shift)
        span = on_day(clock, day, zone, ZoneBasis.ASSUMED, "", None)
        if isinstance(span, TimeSpan) and span.stated and span.stated.astimezone(ZoneInfo(own)).date() == setting.day:
            return day
    return setting.day
