"""Which launch a stretch of a sentence speaks of: the report's own, an earlier one, or none."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from geo.extraction.attribution import Voice
from geo.extraction.days import Anchor, DateHit, dates_in
from geo.extraction.lexicon import CueKind, Effect, Lexicon
from geo.extraction.phrases import Found
from geo.extraction.segmentation import Sentence, SentenceKind
from geo.extraction.temporal import clocks, on_day
from geo.model.launch import LaunchDay, MentionRole
from geo.model.report import Span
from geo.model.timespan import TimePrecision, TimeSpan, ZoneBasis

Effects = tuple[Found[Effect], ...]
SUBJECT = "launch"
_SAID_GAP = re.compile(r"\s(?:reporters\s)?(?:in a (?:separate )?statement\s)?(?:on\s|late\s|early\s)?\Z")
_THAT_ONE = re.compile(r"(?:that|those|these|the earlier|the previous)\b", re.IGNORECASE)
_SAME = re.compile(r"\bsame (?:type|kind|model|class|missile)\b", re.IGNORECASE)
_WITNESSED = {"detected", "identified"}  # done by those who watch, not by those who launch
_SPOKE = re.compile(r"(?: [A-Z][\w.'’-]{1,20}){1,5}(?: had| has)?\s\Z")
_SHORT_SINCE = re.compile(r" (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b")  # "since 2017": what follows is not of then
_COMPARED = re.compile(r"\b(?:than|as many as|as in|as on|compared (?:to|with)|since|after|following|followed|follows)\b[^,;]{0,40}\Z")
_AFTER = re.compile(r"\b(?:after|following|since|than|before)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a sentence speak of the launch `key`; "" when of none."""

    start: int
    end: int
    key: str
    role: MentionRole | None
    date: DateHit | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence divided by the launches it speaks of. `twice` when an earlier launch is told to be alike."""

    stretches: tuple[Stretch, ...]
    twice: str = ""

    def at(self, position: int) -> Stretch:
        for stretch in self.stretches:
            if stretch.start <= position < stretch.end:
                return stretch
        return self.stretches[-1]


def launching_country(sentences: tuple[Sentence, ...], lexicon: Lexicon) -> str:
    """The country most often written right before a word of launching, the opening counting most.

    Without such words the country whose weapon is named or that is named most; "" for a text naming none.
    """
    votes: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for order, sentence in enumerate(sentences):
        weight = 3 if order < 4 else 1
        lands = lexicon.countries.find(sentence.text)
        for found in lexicon.launches.find(sentence.text):
            reach = 12 if found.value == "noun" else 45
            before = [land for land in lands if 0 <= found.start - land.end <= reach]
            if found.words.lower() not in _WITNESSED and before:
                votes[before[-1].value] += weight
        weapons = (weapon.value.country for weapon in lexicon.designations.find(sentence.text))
        named.update(country for country in weapons if country)
        named.update(land.value for land in lands if land.value in lexicon.states)
    best = votes or _launchers(named, lexicon)
    return best.most_common(1)[0][0] if best else ""


def _launchers(named: Counter[str], lexicon: Lexicon) -> Counter[str]:
    """Without a launching verb a country that watches others ("observer" of another) is no candidate."""
    watchers = {state.observer for state in lexicon.states.values() if state.observer != state.country}
    return Counter({country: count for country, count in named.items() if country not in watchers | {"US", "JP"}})


def said_dates(text: str, voices: tuple[Voice, ...], dates: tuple[DateHit, ...], lexicon: Lexicon) -> tuple[DateHit, ...]:
    """Dates of speaking, not of launching: "said Monday that", "On Tuesday the North hailed"."""
    ends = [cue.end for cue in lexicon.cues.find(text) if cue.value in (CueKind.SAY, CueKind.QUOTE)]
    starts = [voice.start for voice in voices if voice.before]
    cues = [cue.start for cue in lexicon.cues.find(text) if cue.value is CueKind.SAY]
    return tuple(
        hit
        for hit in dates
        if any(end <= hit.start and _SAID_GAP.match(text[end : hit.start]) for end in ends)
        or any(0 <= start - hit.end <= 3 and not lexicon.launches.find(text[: hit.start]) for start in starts)
        or any(_SPOKE.match(text[hit.end : cue]) for cue in cues)
    )


def tells_of_launch(text: str, lexicon: Lexicon, owner: str) -> bool:
    """A sentence in which the launching country, or nobody named, launches something."""
    verbs = [found for found in lexicon.launches.find(text) if found.value == "verb"]
    return any(_agent(text, found.start, lexicon) in {"", owner} for found in verbs)


def _agent(text: str, at: int, lexicon: Lexicon) -> str:
    """The country written close before a word of launching, "" when none is."""
    window = max(0, at - 45)
    lands = [land for land in lexicon.countries.find(text[window:at]) if "," not in text[window + land.end : at]]
    return lands[-1].value if lands else ""


def subject_day(
    sentences: tuple[Sentence, ...], voices: dict[int, tuple[Voice, ...]], anchor: Anchor, lexicon: Lexicon, owner: str
) -> tuple[DateHit, Sentence] | None:
    """The day of the report's own launch: the first date tied to a launch, else the first day somebody spoke."""
    said: list[tuple[DateHit, Sentence]] = []
    undated: list[tuple[DateHit, Sentence]] = []
    for sentence in sentences:
        text = sentence.text
        if sentence.kind is not SentenceKind.BODY:
            continue
        dates = dates_in(text, anchor)
        spoken = said_dates(text, voices[sentence.start], dates, lexicon)
        tied = _may_date(text, lexicon)
        for hit in dates:
            if hit.start < sentence.body or hit.precision is not TimePrecision.DAY or _in_background(text, hit, lexicon):
                continue
            if hit in spoken or not tied:
                said += [(hit, sentence)] if hit in spoken and hit.first is not None else []
            elif hit.first is None:
                undated.append((hit, sentence))
            elif anchor.day is None or (hit.first - anchor.day).days <= 1:
                return _local(text, hit, lexicon, owner), sentence
    return (undated or said or [None])[0]


def _local(text: str, hit: DateHit, lexicon: Lexicon, owner: str) -> DateHit:
    """The day at the launch place when the date stands with a clock time of another zone ("2:40 p.m. Hawaii time July 3")."""
    zone = lexicon.states[owner].zone if owner in lexicon.states else ""
    for clock in clocks(text, lexicon):
        foreign = clock.zone not in {"", "local", zone} and zone
        if foreign and hit.first is not None and 0 <= hit.start - clock.end <= 6 and ")" not in text[clock.end : hit.start]:
            span = on_day(clock, hit.first, clock.zone, ZoneBasis.STATED, "", None)
            assert isinstance(span, TimeSpan) and span.stated is not None
            day = span.stated.astimezone(ZoneInfo(zone)).date()
            reasoning = f"{text[clock.start : hit.end]} is {day} at the launch place"
            return replace(hit, first=day, last=day, reasoning=reasoning)
    return hit


def published_day(anchor: Anchor) -> LaunchDay | None:
    """Where a report names no day at all: the day of publication or the one before, as far as reports go."""
    if anchor.day is None:
        return None
    reasoning = f"the report names no day; reports of a launch appear on its day or the day after ({anchor.day})"
    return LaunchDay("", TimePrecision.DAY, anchor.day - timedelta(days=1), anchor.day, reasoning=reasoning)


def _may_date(text: str, lexicon: Lexicon) -> bool:
    effects = {found.value for found in lexicon.contexts.find(text)}
    verbs = [found.value for found in lexicon.launches.find(text)]
    flown = verbs or lexicon.achieved.find(text) or lexicon.landing.find(text) or lexicon.outcomes.find(text)
    shown = Effect.DISPLAY in effects and "verb" not in verbs
    return bool(flown) and not shown and not effects & {Effect.CAPTION, Effect.BACKGROUND}


def _in_background(text: str, hit: DateHit, lexicon: Lexicon) -> bool:
    since = [found.end for found in lexicon.contexts.find(text) if found.value in (Effect.SINCE, Effect.PLAN)]
    bracket = text.rfind("(", 0, hit.start) > text.rfind(")", 0, hit.start)
    return bracket or any(end < hit.start and not _SHORT_SINCE.match(text[end : hit.start]) for end in since)


def frame_of(
    sentence: Sentence, dates: tuple[DateHit, ...], day: date | None, before: Stretch | None, lexicon: Lexicon, owner: str
) -> Frame:
    """How a sentence divides. `dates` are its dates of launching, `day` the subject's day when known."""
    text = sentence.text
    effects = lexicon.contexts.find(text)
    kinds = {found.value for found in effects}
    whole = (0, len(text) + 1)
    if _is_trap(text, kinds, effects, lexicon):
        return Frame((Stretch(*whole, "", None),))
    if before is not None and before.role is MentionRole.BACKGROUND and _THAT_ONE.match(text):
        return Frame((Stretch(*whole, before.key, MentionRole.BACKGROUND, before.date),))
    other = tuple(hit for hit in dates if _is_other(hit, day))
    cut = _cut(text, effects, other, dates)
    if cut is None:
        return Frame((Stretch(*whole, *_own(text, lexicon, owner)),))
    stretches = _background(sentence, cut, other, len(text) + 1)
    if cut > 0:
        stretches = (Stretch(0, cut, *_own(text[:cut], lexicon, owner)), *stretches)
    return Frame(stretches, stretches[-1].key if _SAME.search(text) and cut > 0 else "")


def _own(text: str, lexicon: Lexicon, owner: str) -> tuple[str, MentionRole | None]:
    """The report's own launch, unless another country alone does the launching here."""
    verbs = [found for found in lexicon.launches.find(text) if found.value == "verb"]
    agents = {_agent(text, found.start, lexicon) for found in verbs}
    if agents and owner and not agents & {"", owner}:
        return "", None
    return SUBJECT, MentionRole.SUBJECT


def _is_trap(text: str, kinds: set[Effect], effects: Effects, lexicon: Lexicon) -> bool:
    if any(found.value is Effect.CAPTION and found.start < 45 for found in effects):
        return True
    launched = any(found.value == "verb" for found in lexicon.launches.find(text))
    if Effect.DISPLAY in kinds and not launched and Effect.SINCE not in kinds:
        return not re.match(r"[\"“]?(?:this|it|that) (?:is|was|looks|appears)", text, re.IGNORECASE)
    return Effect.PLAN in kinds and not launched


def _is_other(hit: DateHit, day: date | None) -> bool:
    """A date that cannot be the subject's."""
    if hit.first is None or hit.last is None:
        return hit.precision in (TimePrecision.MONTH, TimePrecision.YEAR)
    if day is None:
        return hit.precision is not TimePrecision.DAY
    slack = 1 if hit.precision is TimePrecision.DAY else 0
    return not (hit.first.toordinal() - slack <= day.toordinal() <= hit.last.toordinal() + slack)


def _cut(text: str, effects: Effects, other: tuple[DateHit, ...], dates: tuple[DateHit, ...]) -> int | None:
    """Where the background begins: 0 for a whole sentence of it, None for none."""
    since = [f.start for f in effects if f.value is Effect.SINCE and not _SHORT_SINCE.match(text[f.end : f.end + 20])]
    if since:
        return since[0]
    other = tuple(hit for hit in other if not re.search(r"\bsince \Z", text[: hit.start]) and hit.words[:5].lower() != "since")
    shown = any(found.value is Effect.DISPLAY for found in effects)
    background = [found.start for found in effects if found.value is Effect.BACKGROUND and not shown]
    background += [hit.start for hit in other]
    if not background:
        return None
    first = min(background)
    own = [hit for hit in dates if hit not in other and hit.first is not None]
    if _SAME.search(text[:first]):
        match = re.search(r"\b(?:that|as|which)\b", text[_SAME.search(text).end() :])  # type: ignore[union-attr]
        return _SAME.search(text).end() + match.start() if match else first  # type: ignore[union-attr]
    if own and own[0].start < first:
        connectors = [m.start() for m in _AFTER.finditer(text, own[0].end, first)]
        return connectors[0] if connectors else max(text.rfind(",", 0, first), own[0].end)
    compared = _COMPARED.search(text[:first])
    return compared.start() if compared else 0


def _background(sentence: Sentence, cut: int, other: tuple[DateHit, ...], end: int) -> tuple[Stretch, ...]:
    """Background from `cut` on, one stretch for each date in it."""
    later = [hit for hit in other if hit.start >= cut] or list(other)
    if len(later) < 2:
        only = later[0] if later else None
        return (Stretch(cut, end, _key(sentence, only), MentionRole.BACKGROUND, only),)
    edges = [cut, *(hit.start for hit in later[1:]), end]
    return tuple(
        Stretch(edges[i], edges[i + 1], _key(sentence, hit), MentionRole.BACKGROUND, hit) for i, hit in enumerate(later)
    )


def _key(sentence: Sentence, hit: DateHit | None) -> str:
    if hit is not None and hit.first is not None:
        return f"background-{hit.first}" + ("" if hit.first == hit.last else f"..{hit.last}")
    return f"background-at-{sentence.start}"


def launch_day(hit: DateHit, report_id: str, offset: int) -> LaunchDay:
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
