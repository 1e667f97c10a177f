"""The day of the report's own launch, and which dates are only days of speaking."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice, takewhile
from zoneinfo import ZoneInfo

from geo.extraction.days import Anchor, DateHit, dates_in, month_day
from geo.extraction.lexicon import CueKind, Effect, Lexicon
from geo.extraction.phrases import Found
from geo.extraction.segmentation import Sentence, SentenceKind, bodies
from geo.extraction.temporal import clocks, instant
from geo.extraction.voices import Voice
from geo.model.launch import LaunchDay
from geo.model.report import Span
from geo.model.timespan import TimePrecision

_SAID_GAP = re.compile(r"\s(?:reporters\s)?(?:in a (?:separate )?statement\s)?(?:on\s|late\s|early\s)?\Z")
_OF_LAUNCH = re.compile(r"['’]s (?:[\w-]+ ){0,2}(?:launch|launches|test|tests|test-firing|firing|firings|flight)\b")
# "Confirmed the failure on Sunday": what was confirmed is of another day, or of none.
_SAID_OF = re.compile(
    r"\b(?:confirmed|acknowledged|reported|announced) (?:the|its|that) (?:failure|launch|test|firing|success)"
    r"(?: late| early)?(?: on)? \Z"
)
_SPOKE = re.compile(r"(?: [A-Z][\w.'’-]{1,20}){1,5}(?: had| has)?\s\Z")
_PART = re.compile(r" (morning|afternoon|evening|night),? (?:\()?", re.IGNORECASE)
# Between which hours each part of a day lies, widely taken.
_HOURS = {"morning": (4, 12), "afternoon": (12, 18), "evening": (17, 23), "night": (18, 24)}
_ASIDE = re.compile(r", (?:even |just )?(?:as|while|amid|when) ")
_LINES, _BESIDES = 6, 36  # lines above a text that may date it, and the characters such a line has besides
# Days before publication beyond which a launch is no news, and is not what "has fired" tells.
_RECENT, _NEWS = 30, 4
# "North Korea has fired two missiles": news, of the day of publication or the one before.
HAS_LAUNCHED = re.compile(
    r"\b(?:has|have) (?:(?:[a-z]+ly|now|already|also|so far|since) ){0,2}"
    r"(?:fired|launched|tested|test-\w+|conducted|carried out)\b"
)
# "A day after the South's military reported the launch": that launch was on the day before the day of speaking.
DAY_AFTER = re.compile(
    r"\b(?:a|one) day after\b[^.;,]{0,60}\b(?:said|says|reported|detected|announced|confirmed|saying)\b", re.IGNORECASE
)
_HAD_OR_HAS = re.compile(r"\b(?:had|has|have)\b")
# "since 2017": what follows is not of then.
SHORT_SINCE = re.compile(r" (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b(?!,? when\b)")


def said_dates(
    text: str, voices: tuple[Voice, ...], dates: tuple[DateHit, ...], lexicon: Lexicon
) -> tuple[DateHit, ...]:
    """Dates of speaking, not of launching: "said Monday that", "On Tuesday the North hailed"."""
    if not dates:
        return ()
    ends = [cue.end for cue in lexicon.cues.find(text) if cue.value in (CueKind.SAY, CueKind.QUOTE)]
    starts = [voice.start for voice in voices if voice.before]
    cues = [cue.start for cue in lexicon.cues.find(text) if cue.value is CueKind.SAY]
    return tuple(
        hit
        for hit in dates
        if not _OF_LAUNCH.match(text, hit.end)
        if _SAID_OF.search(text, 0, hit.start)
        or any(end <= hit.start and _SAID_GAP.match(text[end : hit.start]) for end in ends)
        or any(0 <= start - hit.end <= 3 and not lexicon.launches.within(text, 0, hit.start) for start in starts)
        or any(_between(voice, hit) for voice in voices)
        or any(_SPOKE.match(text[hit.end : cue]) for cue in cues)
    )


def _between(voice: Voice, hit: DateHit) -> bool:
    """ "State media on Tuesday identified ...": the day of the cue, but a launch is detected when it takes place."""
    said = voice.before and voice.kind is not CueKind.DETECT
    return said and voice.end <= hit.start and hit.end <= voice.cue_start


def subject_day(
    sentences: Iterable[Sentence],
    voices: Mapping[int, tuple[Voice, ...]],
    anchor: Anchor,
    lexicon: Lexicon,
    owner: str,
) -> tuple[DateHit, int] | None:
    """The day of the report's own launch and where its sentence begins.

    The first date tied to a launch; without one a weekday that nothing dates; else the
    earliest day on which somebody spoke of it. None when no day is named.
    """
    sentences = tuple(bodies(sentences))
    said: list[tuple[DateHit, int]] = []
    undated: list[tuple[DateHit, int]] = []
    is_news = False
    for sentence in sentences:
        told_to = _may_date(sentence.text, dates_in(sentence.text, anchor), lexicon)
        is_news = is_news or bool(told_to and HAS_LAUNCHED.search(sentence.text)) or _is_news(said, sentences[0])
        for hit, spoken in _own_dates(sentence, voices[sentence.start], anchor, lexicon):
            tied = hit.end <= told_to
            if spoken and hit.first is not None and (tied or not said):
                said.append((_day_before(hit) if DAY_AFTER.search(sentence.text) else hit, sentence.start))
            elif tied and not spoken and hit.first is None:
                undated.append((hit, sentence.start))
            elif (
                (said and _days_past(hit, anchor) > _RECENT)
                or (is_news and _days_past(hit, anchor) > _NEWS)
                or any(not _agree(known, hit) for known, _ in undated[:1])
            ):
                continue
            elif tied and not spoken and _is_past(hit, anchor):
                told = _local(sentence.text, hit, lexicon, owner)
                return (told if told is not hit else _abroad(hit, sentences, anchor, lexicon, owner)), sentence.start
    return next(iter(undated), None) or _first_said(said)


def _is_news(said: Sequence[tuple[DateHit, int]], lead: Sentence) -> bool:
    """Did the first sentence tell of a launch that somebody spoke of on a day it names?"""
    return bool(said) and said[0][1] == lead.start


def _first_said(said: Sequence[tuple[DateHit, int]]) -> tuple[DateHit, int] | None:
    """The earliest of some days of speaking: "the North said on Thursday", after "Seoul said on Wednesday"."""
    days = [(hit.first, number) for number, (hit, _) in enumerate(said) if hit.first is not None]
    near = [(day, number) for day, number in days if 0 <= (days[0][0] - day).days < _NEWS]
    return said[min(near)[1]] if near else None


def _abroad(hit: DateHit, sentences: Sequence[Sentence], anchor: Anchor, lexicon: Lexicon, owner: str) -> DateHit:
    """The day at the launch place when the text gives the same day beside another zone's clock further on."""
    for sentence in sentences:
        if not lexicon.zones.find(sentence.text) or not lexicon.launches.find(sentence.text):
            continue
        for other in (each for each in dates_in(sentence.text, anchor) if each.first == hit.first):
            moved = _local(sentence.text, other, lexicon, owner)
            if moved is not other:
                return replace(hit, first=moved.first, last=moved.last, reasoning=moved.reasoning)
    return _in_washington(hit, sentences, lexicon, owner)


def _in_washington(hit: DateHit, sentences: Sequence[Sentence], lexicon: Lexicon, owner: str) -> DateHit:
    """The day at the launch place of a report from Washington whose only clock is American and stands without a day."""
    zone = lexicon.states[owner].zone if owner in lexicon.states else ""
    if not zone or hit.first is None or not sentences[0].text[: sentences[0].body].startswith("WASHINGTON"):
        return hit
    told = [clock for sentence in sentences for clock in clocks(sentence.text, lexicon) if not clock.equivalent]
    if not told or not all(clock.zone.startswith("America/") for clock in told):
        return hit
    day = _day_there(hit.first, told[0].minute, told[0].zone, zone)
    reasoning = f"{hit.words} in Washington, with its clock, is {day} at the launch place"
    return replace(hit, first=day, last=day, reasoning=reasoning)


def filed_on(sentences: Iterable[Sentence]) -> DateHit | None:
    """The day of a date line that gives no year ("SEOUL, Oct. 4 (Yonhap) --"), None without one."""
    hit = _date_line(sentences)
    return hit if hit is not None and hit.first is None and month_day(hit.words) else None


def filed_in_full(sentences: Sequence[Sentence]) -> date | None:
    """What a report without a date is counted from: the day of its date line with the year ("SEOUL, Oct. 4, 2022 --"),
    or of a line above the text that gives little else ("Published 4 October 2022 | 02:19 UTC"), the first of several.
    """
    hit = _date_line(sentences)
    if hit is not None and hit.first is not None:
        return hit.first
    above = takewhile(lambda sentence: sentence.kind is SentenceKind.FURNITURE, sentences)
    days = [day for line in islice(above, _LINES) if (day := _dated_line(line.text))]
    return min(days, default=None)


def _dated_line(line: str) -> date | None:
    """The one full date of a line that says little besides."""
    hits = [hit for hit in dates_in(line, Anchor(None, None)) if hit.first and hit.precision is TimePrecision.DAY]
    if len(hits) != 1 or len(line) - (hits[0].end - hits[0].start) > _BESIDES:
        return None
    return hits[0].first


def _date_line(sentences: Iterable[Sentence]) -> DateHit | None:
    opening = next(iter(bodies(sentences)), None)
    hits = dates_in(opening.text[: opening.body], Anchor(None, None)) if opening is not None else ()
    return next((hit for hit in hits if hit.precision is TimePrecision.DAY and hit.weekday is None), None)


def narrowed(day: LaunchDay | None, filed: DateHit | None) -> LaunchDay | None:
    """A day that is only a weekday, or no day at all, with the month and day its report was filed; the year is open."""
    if filed is None or (day is not None and (day.first is not None or month_day(day.verbatim))):
        return day
    told = f"says only “{day.verbatim}” and" if day is not None else "names no day and"
    missing = f"The report {told} is dated “{filed.words}”; without its year the day is unknown."
    if day is None:
        return LaunchDay(filed.words, TimePrecision.DAY, missing=missing)
    return replace(day, filed=month_day(filed.words), missing=missing)


def _day_before(hit: DateHit) -> DateHit:
    day = hit.first - timedelta(days=1) if hit.first is not None else None
    return replace(
        hit, first=day, last=day, reasoning=f"the launch was reported a day before {hit.words} ({hit.first})"
    )


def _own_dates(
    sentence: Sentence, voices: tuple[Voice, ...], anchor: Anchor, lexicon: Lexicon
) -> Iterator[tuple[DateHit, bool]]:
    """Days named in a sentence outside its background, and whether each is only a day of speaking."""
    text = sentence.text
    dates = dates_in(text, anchor)
    spoken = said_dates(text, voices, dates, lexicon)
    for hit in dates:
        own = hit.start >= sentence.body and hit.precision is TimePrecision.DAY
        if own and not _in_background(text, hit, lexicon) and not _in_aside(text, hit, lexicon):
            yield hit, hit in spoken


def _agree(known: DateHit, hit: DateHit) -> bool:
    """Whether a full date may be the day that "Tuesday" or "Oct. 4" left open: else it is another launch's."""
    if hit.first is None:
        return True
    told = month_day(known.words)
    return known.weekday in (None, hit.first.weekday()) and told in (None, (hit.first.month, hit.first.day))


def _is_past(hit: DateHit, anchor: Anchor) -> bool:
    return hit.first is not None and (anchor.day is None or (hit.first - anchor.day).days <= 1)


def _days_past(hit: DateHit, anchor: Anchor) -> int:
    """Days before publication; 0 when either is not known. One long past is told in passing once a report has named
    a recent day on which somebody spoke, or tells as news that somebody "has fired".
    """
    return (anchor.day - hit.first).days if hit.first is not None and anchor.day is not None else 0


def _local(text: str, hit: DateHit, lexicon: Lexicon, owner: str) -> DateHit:
    """The day at the launch place when the date stands with another zone's clock ("2:40 p.m. Hawaii time July 3")."""
    zone = lexicon.states[owner].zone if owner in lexicon.states else ""
    if zone and (moved := _part_of_day(text, hit, zone, lexicon)) is not None:
        return moved
    for clock in clocks(text, lexicon):
        foreign = bool(zone) and clock.zone not in {"", "local", zone}
        beside = 0 <= hit.start - clock.end <= 6 and ")" not in text[clock.end : hit.start]
        if foreign and beside and hit.first is not None:
            day = _day_there(hit.first, clock.minute, clock.zone, zone)
            reasoning = f"{text[clock.start : hit.end]} is {day} at the launch place"
            return replace(hit, first=day, last=day, reasoning=reasoning)
    return hit


def _day_there(day: date, minute: int, zone: str, there: str) -> date:
    """The day in zone `there` at a minute after midnight of a day in `zone` (IANA names)."""
    return instant(day, minute, zone).astimezone(ZoneInfo(there)).date()


def _part_of_day(text: str, hit: DateHit, zone: str, lexicon: Lexicon) -> DateHit | None:
    """ "Monday evening Eastern time": the day at the launch place, if all hours of that part of the day are on it."""
    part = _PART.match(text, hit.end)
    told = next(iter(lexicon.zones.within(text, part.end(), part.end() + 34)), None) if part else None
    if part is None or told is None or told.start > part.end() + 2 or hit.first is None or told.value == zone:
        return None
    opens, closes = _HOURS[part[1].lower()]
    days = {_day_there(hit.first, hour * 60, told.value, zone) for hour in (opens, closes)}
    day = days.pop()
    reasoning = f"{text[hit.start : told.end]} is {day} at the launch place"
    return None if days else replace(hit, first=day, last=day, reasoning=reasoning)


def published_day(anchor: Anchor) -> LaunchDay | None:
    """Where a report names no day at all: the day of publication or the one before, as far as reports go."""
    if anchor.day is None:
        return None
    reasoning = f"the report names no day; reports of a launch appear on its day or the day after ({anchor.day})"
    return LaunchDay("", TimePrecision.DAY, anchor.day - timedelta(days=1), anchor.day, reasoning=reasoning)


def _may_date(text: str, dates: tuple[DateHit, ...], lexicon: Lexicon) -> int:
    """Up to where a sentence tells of a flight, 0 if it does not: what follows "a week after" or "six days earlier",
    or goes before them without telling of one, is of another.
    """
    told = told_apart(lexicon.contexts.find(text), dates)
    since = min((found.start for found in told if found.value is Effect.SINCE and found.start > 0), default=len(text))
    effects = {found.value for found in told if found.start < since}
    launches = lexicon.launches.find(text)
    verbs = [found.value for found in launches if found.value != "mover" or lexicon.weapons.find(text)]
    flown = verbs or lexicon.achieved.find(text) or lexicon.landing.find(text) or lexicon.outcomes.find(text)
    shown = Effect.DISPLAY in effects and "verb" not in verbs
    if not flown or shown or Effect.CAPTION in effects:
        return 0
    past = min((found.start for found in told if found.value is Effect.BACKGROUND and found.start < since), default=-1)
    fired = [found for found in launches if found.value == "verb" and found.end <= past]
    return len(text) if past < 0 else past if fired and not _HAD_OR_HAS.search(text, 0, past) else 0


def told_apart(effects: tuple[Found[Effect], ...], dates: tuple[DateHit, ...]) -> tuple[Found[Effect], ...]:
    """Without the words that are part of a date: "fired two days earlier" is of that day, whichever it is."""
    return tuple(
        found
        for found in effects
        if found.value is not Effect.BACKGROUND or not any(hit.start <= found.start < hit.end for hit in dates)
    )


def _in_background(text: str, hit: DateHit, lexicon: Lexicon) -> bool:
    since = [found.end for found in lexicon.contexts.find(text) if found.value in (Effect.SINCE, Effect.PLAN)]
    bracket = text.rfind("(", 0, hit.start) > text.rfind(")", 0, hit.start)
    return bracket or any(end < hit.start and not SHORT_SINCE.match(text[end : hit.start]) for end in since)


def _in_aside(text: str, hit: DateHit, lexicon: Lexicon) -> bool:
    """ "..., as the allies began their drills on Monday": a clause beside the launch dates what it tells itself."""
    opened = [aside.end() for aside in _ASIDE.finditer(text, 0, hit.start)]
    if not opened or "," in text[opened[-1] : hit.start]:
        return False
    close = text.find(",", hit.end)
    clause = (text, opened[-1], close if close >= 0 else len(text))
    return not any(words.within(*clause) for words in (lexicon.launches, lexicon.landing, lexicon.weapons))


def launch_day(hit: DateHit, offset: int, report_id: str) -> LaunchDay:
    """The model's day of a launch; what cannot be dated says what is lacking."""
    missing = ""
    if hit.first is None:
        missing = f"The report says only “{hit.words}”; without its date of publication the day is unknown."
    return LaunchDay(
        verbatim=hit.words,
        precision=hit.precision,
        first=hit.first,
        last=hit.last,
        weekday=hit.weekday,
        span=Span(report_id, offset + hit.start, offset + hit.end),
        reasoning=hit.reasoning,
        missing=missing,
    )
