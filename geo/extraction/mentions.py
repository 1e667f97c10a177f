"""Which launch a stretch of a sentence speaks of: the report's own, an earlier one, or none."""

import re
from dataclasses import dataclass, replace
from datetime import date

from geo.extraction.dating import DAY_AFTER, HAS_LAUNCHED, SHORT_SINCE, said_dates, told_apart
from geo.extraction.days import Anchor, DateHit, dates_in
from geo.extraction.launchers import agent_of, foreign_subject
from geo.extraction.lexicon import CueKind, Effect, Lexicon
from geo.extraction.other_days import (
    DAY_BEFORE,
    HAD_LAUNCHED,
    eve,
    fired_before,
    is_apart,
    is_long_ago,
    is_moved,
    is_other,
)
from geo.extraction.phrases import Found
from geo.extraction.rules import Rule
from geo.extraction.segmentation import Sentence, bodies
from geo.extraction.voices import Voice
from geo.model.claim import Attribute
from geo.model.launch import LaunchDay, MentionRole
from geo.model.timespan import TimePrecision

Effects = tuple[Found[Effect], ...]
SUBJECT = "launch"
_THAT_ONE = re.compile(r"(?:that|those|these|the earlier|the previous)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"(?:one|two|three|four|some|all|both|most|none|several|\d+) of (?:them|those)\b", re.IGNORECASE)
_THAT_LAUNCH = re.compile(
    r"\b(?:that|the earlier|the previous) (?:missile|rocket|projectile|weapon|launch|test|flight|attempt)"
    r"\b(?! (?:launch|test|fir|flight|defen[cs]e|force|program))"
)
_SAME = re.compile(r"\bsame (?:type|kind|model|class|missile)\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:than|as many as|as in|as on|compared (?:to|with)|against|versus|since"
    r"|after(?! (?:the )?(?:launch|lift-?off|take-?off))"
    r"|following|followed|follows"
    r"|(?:un)?like the|like that|like those|similar to|identical to)\b(?:[^,;]|(?<=\d),(?=\d)){0,60}\Z"
)
_BESIDE = re.compile(r"\b(?:(?:hours|minutes|days|shortly|just|a day) )?(?:before|after|as|while)\b")
_TURN = 70  # characters from such a word to the other country's word of launching
_HAS = re.compile(r"\b(?:has|have|had|ever) \Z")  # "has since said": no other launch
_HAD = re.compile(r"\bhad\b|\bto have\b")
# Days between a statement and the launch from which on it speaks of another: time zones cannot explain them.
_BEFORE = 2
_SUBJECT_REACH = 24
_LEAD = 70  # characters in which a sentence says who speaks
_APPOSED = re.compile(
    r", (?:the (?:site|place|base|airport|airfield|city|town|area|region|scene|same|missile|weapon|type|one)\b"
    r"|an? (?:site|place|base|missile|weapon|type|model|version|variant|system|design|rocket)\b"
    r"|where\b|whose\b|home to\b|site of\b|scene of\b)"
)
# "It flew 700 km, the JCS said, calling it an advance on the missile tested on Jan. 5": only the end is of January.
_BESIDE_IT = re.compile(
    r", (?:calling|adding|noting|describing|comparing|making|marking|matching|unlike|compared|farther"
    r"|further|higher|more|less)\b"
    r"[^;]{0,90}\Z"
)
_THIS_YEAR = re.compile(r"(?:So far )?(?:this (?:year|month)|in all)\b(?!['’]s)", re.IGNORECASE)
_WHICH = re.compile(r", which\b[^,]{0,40}\Z")
_AFTER = re.compile(r"\b(?:after|following|since|than|before)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a sentence speak of the launch `key`; "" when of none.

    `country` is whose launch it is when not the report's own country's; `rule` tells it from other launches.
    """

    start: int
    end: int
    key: str
    role: MentionRole | None
    date: DateHit | None = None
    rule: Rule = Rule.LAUNCH_OWN
    country: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence divided by the launches it speaks of. `twice` when an earlier launch is told to be alike.

    `said` is the day of speaking where the sentence names it.
    """

    stretches: tuple[Stretch, ...]
    twice: str = ""
    said: DateHit | None = None

    def at(self, position: int) -> Stretch:
        for stretch in self.stretches:
            if stretch.start <= position < stretch.end:
                return stretch
        return self.stretches[-1]


def frames_of(
    sentences: tuple[Sentence, ...],
    voices: dict[int, tuple[Voice, ...]],
    anchor: Anchor,
    subject: LaunchDay | None,
    lexicon: Lexicon,
    owner: str,
) -> dict[int, Frame]:
    """The frame of every body sentence by where it begins; "that missile" stays with the launch told before.

    `subject` is the day of the report's own launch, as far as it is known.
    """
    day = subject.first if subject else None
    frames: dict[int, Frame] = {}
    before: Stretch | None = None
    for sentence in bodies(sentences):
        earlier = before.date.first if before is not None and before.date is not None else None
        dates = dates_in(sentence.text, anchor, earlier)
        spoken = said_dates(sentence.text, voices[sentence.start], dates, lexicon)
        # "It said in January that it had flown ..." is of January.
        told = tuple(hit for hit in dates if (hit not in spoken or is_long_ago(hit)) and hit.start >= sentence.body)
        past = _spoken_before(sentence, spoken, day, lexicon)
        frame = past or frame_of(sentence, told, subject, before, lexicon, owner)
        days = [hit for hit in spoken if hit.precision is TimePrecision.DAY and hit.first is not None]
        frames[sentence.start] = replace(frame, said=days[0]) if days else frame
        before = frame.stretches[-1]
    return frames


def _spoken_before(sentence: Sentence, spoken: tuple[DateHit, ...], day: date | None, lexicon: Lexicon) -> Frame | None:
    """What was said days before the launch ("On Wednesday the North said it had tested ...") is of another one."""
    hit = next((each for each in spoken if each.precision is TimePrecision.DAY and each.first is not None), None)
    if hit is None or hit.first is None or day is None or (day - hit.first).days < _BEFORE:
        return None
    if not _HAD.search(sentence.text) or not lexicon.launches.find(sentence.text):
        return None
    stretch = Stretch(0, len(sentence.text) + 1, _key(sentence, None), MentionRole.BACKGROUND, None, Rule.LAUNCH_WORD)
    return Frame((stretch,))


def frame_of(
    sentence: Sentence,
    dates: tuple[DateHit, ...],
    subject: LaunchDay | None,
    before: Stretch | None,
    lexicon: Lexicon,
    owner: str,
) -> Frame:
    """How a sentence divides. `dates` are its dates of launching, `subject` is the day of the report's own launch."""
    text, day = sentence.text, subject.first if subject else None
    effects = lexicon.contexts.find(text)
    kinds = {found.value for found in effects}
    whole = (0, len(text) + 1)
    if _is_trap(text, kinds, effects, lexicon):
        return Frame((Stretch(*whole, "", None),))
    if before is not None and before.role is MentionRole.BACKGROUND and _goes_on(text, before, dates):
        return Frame((replace(before, start=0, end=whole[1], rule=Rule.LAUNCH_GOES_ON),))
    drill = _foreign_drill(text, effects, lexicon, owner)
    if drill is not None:
        own = (_own(sentence, drill, lexicon, owner),) if drill > 0 else ()
        return Frame((*own, Stretch(drill, len(text) + 1, "", None)))
    near = any(land.value == "US" for land in lexicon.countries.find(text)) or bool(lexicon.zones.find(text))
    near = near or is_moved(subject)
    dates = (*eve(text, day), *dates)
    other = tuple(
        hit
        for hit in dates
        if is_other(hit, day, near) or fired_before(text, hit, day) or is_apart(text, hit, subject, near)
    )
    period = HAS_LAUNCHED.search(text) if Effect.PERIOD in kinds or _in_a_period(dates, day) else None
    period = period or _THIS_YEAR.match(text)
    if period is not None:
        return Frame(
            (
                _own(sentence, period.start(), lexicon, owner),
                Stretch(period.start(), len(text) + 1, "", None),
            )
        )
    cut = _cut(text, told_apart(effects, dates), other, dates, lexicon)
    if cut is None:
        return Frame(_without_dates(sentence, lexicon, owner))
    stretches = _background(sentence, cut, other, len(text) + 1, lexicon, owner)
    if cut > 0:
        stretches = (_own(sentence, cut, lexicon, owner), *stretches)
    return Frame(stretches, stretches[-1].key if _SAME.search(text) and cut > 0 else "")


def _in_a_period(dates: tuple[DateHit, ...], day: date | None) -> bool:
    """ "Has fired 39 missiles in 2022": a sum over the month or year of the report's own launch, and no day told."""
    long = [hit for hit in dates if is_long_ago(hit) and hit.first and hit.last and day]
    return any(hit.first <= day <= hit.last for hit in long if hit.first and hit.last and day) and len(long) == len(
        dates
    )


def _without_dates(sentence: Sentence, lexicon: Lexicon, owner: str) -> tuple[Stretch, ...]:
    """A sentence that no date divides: the report's own launch, up to where it turns to another country's."""
    turn = _turns_to_other(sentence.text, lexicon, owner)
    end = len(sentence.text) + 1
    if turn is None:
        return (_own(sentence, end, lexicon, owner),)
    start, country = turn
    key = f"background-{country}-at-{sentence.start}"
    rest = Stretch(start, end, key, MentionRole.BACKGROUND, None, Rule.LAUNCH_OTHER_COUNTRY, country)
    return (_own(sentence, start, lexicon, owner), rest)


def _turns_to_other(text: str, lexicon: Lexicon, owner: str) -> tuple[int, str] | None:
    """Where a sentence turns to another country's launch: "... fired two missiles, hours before Seoul tested one"."""
    for found in lexicon.launches.find(text):
        country = agent_of(text, found.start, lexicon) if found.value == "verb" else ""
        if owner and country not in {"", owner}:
            before = [match.start() for match in _BESIDE.finditer(text, 0, found.start)]
            if before and found.start - before[-1] < _TURN:
                return before[-1], country
    return None


def _goes_on(text: str, before: Stretch, dates: tuple[DateHit, ...]) -> bool:
    """ "That missile ..."; or "Three of them fell ..." after a sentence that was background from its first word."""
    if _THAT_ONE.match(text) or _THAT_LAUNCH.search(text[:80]):
        return True
    return before.start == 0 and not dates and _OF_THEM.match(text) is not None


def _own(sentence: Sentence, end: int, lexicon: Lexicon, owner: str) -> Stretch:
    """From the first character to `end`: the report's own launch, unless another country alone launches here."""
    text = sentence.text[:end]
    country = _other_agent(text, lexicon, owner) or foreign_subject(text, lexicon, owner)
    if country:
        answers = {Effect.DRILL, Effect.RESPONSE}
        if any(found.value in answers for found in lexicon.contexts.find(sentence.text)):
            return Stretch(0, end, "", None)
        key = f"background-{country}-at-{sentence.start}"
        return Stretch(0, end, key, MentionRole.BACKGROUND, None, Rule.LAUNCH_OTHER_COUNTRY, country)
    return Stretch(0, end, SUBJECT, MentionRole.SUBJECT)


def _foreign_drill(text: str, effects: Effects, lexicon: Lexicon, owner: str) -> int | None:
    """Where a sentence turns to another country's drill ("the South answered with a drill"), None if nowhere."""
    for found in effects:
        if found.value not in (Effect.DRILL, Effect.RESPONSE):
            continue
        lands = [land for land in lexicon.countries.within(text, 0, found.start) if found.start - land.end <= 60]
        apart = bool(lands) and bool(lexicon.cues.within(text, lands[-1].end, found.start))
        if lands and not apart and owner and lands[-1].value != owner:
            return lands[-1].start if lexicon.launches.within(text, 0, lands[-1].start) else 0
    return None


def _is_trap(text: str, kinds: set[Effect], effects: Effects, lexicon: Lexicon) -> bool:
    if any(found.value is Effect.CAPTION and found.start < 45 for found in effects):
        return True
    if Effect.SUPPOSED in kinds:
        return True
    verbs = [found.words.lower() for found in lexicon.launches.find(text) if found.value == "verb"]
    launched = bool(verbs)
    flown = any("test" not in verb for verb in verbs)
    flew = flown or any(found.value is not Attribute.APOGEE for found in lexicon.achieved.find(text))
    flew = flew or bool(lexicon.outcomes.find(text) and lexicon.designations.find(text))
    weapons = lexicon.weapons.find(text) or lexicon.designations.find(text)
    if Effect.GROUND in kinds and not (flew and weapons):
        return True
    if Effect.DISPLAY in kinds and not launched and Effect.SINCE not in kinds:
        return not re.match(r"[\"“]?(?:this|it|that) (?:is|was|looks|appears)", text, re.IGNORECASE)
    return Effect.PLAN in kinds and not launched


def _retold(text: str, since: Found[Effect], lexicon: Lexicon) -> bool:
    """ "The North said it had tested a missile, a day after the South reported the launch": one launch, told twice."""
    if not DAY_AFTER.match(text, since.start) or not _HAD.search(text[: since.start]):
        return False
    return any(cue.value is CueKind.SAY and cue.start < _LEAD for cue in lexicon.cues.within(text, 0, since.start))


def _tells_on(text: str, since: Found[Effect], lexicon: Lexicon) -> bool:
    """Does another launch follow the word: "since it fired", not "since 2017" nor "days after a leader took office"?"""
    rest = text[since.end : since.end + 90]
    rest = rest.split(",")[0] if since.start == 0 else rest  # "A week after a parade, the North fired ..."
    told = lexicon.launches.find(since.words + rest) or lexicon.weapons.find(rest) or lexicon.designations.find(rest)
    return bool(told) and not SHORT_SINCE.match(rest)


def _cut(
    text: str, effects: Effects, other: tuple[DateHit, ...], dates: tuple[DateHit, ...], lexicon: Lexicon
) -> int | None:
    """Where the background begins: 0 for a whole sentence of it, None for none."""
    since = [
        f.start
        for f in effects
        if f.value is Effect.SINCE
        and not _HAS.search(text[: f.start])
        and _tells_on(text, f, lexicon)
        and not _retold(text, f, lexicon)
    ]
    if since:
        return since[0]
    other = tuple(
        hit for hit in other if not re.search(r"\bsince \Z", text[: hit.start]) and hit.words[:5].lower() != "since"
    )
    shown = any(found.value is Effect.DISPLAY for found in effects)
    past = [found for found in effects if found.value is Effect.BACKGROUND and not shown]
    # "the day before that the missile flew": the day of speaking, and nothing "before that"
    background = [found.start for found in past if not text[: found.start].endswith("the day ")]
    background += [hit.start for hit in other]
    background += [0] if DAY_BEFORE.match(text) else []
    if not background:
        return None
    first = min(background)
    own = [hit for hit in dates if hit not in other and hit.first is not None]
    if _SAME.search(text[:first]):
        match = re.search(r"\b(?:that|as|which)\b", text[_SAME.search(text).end() :])  # type: ignore[union-attr]
        if match is None and _SAME.search(text[:_SUBJECT_REACH]):
            return 0  # "The same missile failed in April"
        return _SAME.search(text).end() + match.start() if match else first  # type: ignore[union-attr]
    if own and own[0].start < first:
        connectors = [m.start() for m in _AFTER.finditer(text, own[0].end, first)]
        return connectors[0] if connectors else max(text.rfind(",", 0, first), own[0].end)
    comma = text.rfind(", ", 0, first)
    told = comma > 0 and (_launches(text[:comma], lexicon) or lexicon.weapons.find(text[:comma]))
    if told and _APPOSED.match(text, comma):
        return comma  # "It left Kusong, the site of a failed test in October": only the site's past is told after it
    beside = _BESIDE_IT.search(text[:first])
    if beside and _tells_flight(text[: beside.start()], lexicon):
        return beside.start()
    compared = _COMPARED.search(text[:first])
    return compared.start() if compared else 0


def _tells_flight(text: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.achieved.find(text)) or _launches(text, lexicon)


def _launches(text: str, lexicon: Lexicon) -> bool:
    told = any(found.value == "verb" for found in lexicon.launches.find(text))
    return told and not HAD_LAUNCHED.search(text) and not HAS_LAUNCHED.search(text)


def _other_agent(text: str, lexicon: Lexicon, owner: str) -> str:
    """The country that alone does the launching in these words, "" when it is the report's own or none is told."""
    verbs = [found for found in lexicon.launches.find(text) if found.value == "verb"]
    agents = {agent_of(text, found.start, lexicon) or _relative_agent(text, found.start, lexicon) for found in verbs}
    return min(agents) if agents and owner and not agents & {"", owner} else ""


def _relative_agent(text: str, at: int, lexicon: Lexicon) -> str:
    """ "India, which last month launched ...": the country before the relative clause."""
    clause = _WHICH.search(text[:at])
    lands = lexicon.countries.within(text, 0, clause.start()) if clause else ()
    return lands[-1].value if clause and lands and lands[-1].end == clause.start() else ""


def _background(
    sentence: Sentence, cut: int, other: tuple[DateHit, ...], end: int, lexicon: Lexicon, owner: str
) -> tuple[Stretch, ...]:
    """Background from `cut` on, one stretch for each date in it."""
    later = [hit for hit in other if hit.start >= cut] or list(other)
    country = _other_agent(sentence.text[cut:], lexicon, owner)
    if len(later) < 2:
        only = later[0] if later else None
        rule = Rule.LAUNCH_DATE if only else Rule.LAUNCH_WORD
        return (Stretch(cut, end, _key(sentence, only), MentionRole.BACKGROUND, only, rule, country),)
    edges = [cut, *(hit.start for hit in later[1:]), end]
    return tuple(
        Stretch(edges[i], edges[i + 1], _key(sentence, hit), MentionRole.BACKGROUND, hit, Rule.LAUNCH_DATE, country)
        for i, hit in enumerate(later)
    )


def _key(sentence: Sentence, hit: DateHit | None) -> str:
    if hit is not None and hit.first is not None:
        return f"background-{hit.first}" + ("" if hit.first == hit.last else f"..{hit.last}")
    return f"background-at-{sentence.start}"
