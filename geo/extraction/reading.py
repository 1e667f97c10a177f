"""Report text to claims: sentences, speakers, launches and values, and what a careful reader noticed besides."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain, islice

from geo.extraction.attribution import voices_of
from geo.extraction.chains import chain_at, speaker_of
from geo.extraction.claims import Context, claims_of
from geo.extraction.dating import filed_in_full, filed_on, launch_day, narrowed, published_day, subject_day
from geo.extraction.days import Anchor, DateHit, anchor_year
from geo.extraction.landing import seas_off_coast, with_named_sea
from geo.extraction.launchers import launching_country
from geo.extraction.lexicon import Lexicon
from geo.extraction.matter import OPENING, as_background, is_history, opens_with_flight, other_matter, tells_own
from geo.extraction.mentions import SUBJECT, Frame, frames_of
from geo.extraction.notices import (
    hidden_characters,
    launch_notices,
    other_language,
    unread_notices,
    vague_place_notices,
)
from geo.extraction.offices import home_of, publishers
from geo.extraction.segmentation import Sentence, bodies, segment
from geo.extraction.speaking import in_own_voice, settled, with_corrections
from geo.extraction.voices import Voice
from geo.model.attribution import Speaker
from geo.model.claim import Attribute, Claim
from geo.model.launch import LaunchDay, LaunchMention, MentionRole
from geo.model.reading import Reading
from geo.model.report import Report, Span

# A report is no book: what lies beyond is left unread, and the reading says so. It is also the time a report may
# take: reading is linear in it and knows no clock, so that the same text always gives the same claims.
_HEAD = 400  # characters in which a written year dates the report, not an earlier launch
LONGEST_READ = 60_000
# What is said of a flight that took place, whatever the verb: "the launch at 2:40 p.m.".
_EVENTFUL = {Attribute.LAUNCH_TIME, Attribute.RANGE, Attribute.APOGEE, Attribute.FLIGHT_TIME}
# "It was the fifth test this month": the report itself puts the launch in a row, whoever spoke before.
_IN_A_ROW = (
    r"(?:was|is|would be|marks|marked|has been)\b[^.;]{0,40}?"
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest)\b"
)
_GOES_ON = re.compile(
    rf"(?:(?:it|this) (?!{_IN_A_ROW})|initial (?:assessment|analysis|estimate|indication)s?\b"
    r"|(?:they|both|the (?:first|second|third|fourth|other|former|latter))\b)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]?\Z")

Voices = Mapping[int, tuple[Voice, ...]]


def read(report: Report, lexicon: Lexicon, gazetteer_names: Callable[[str], bool] | None = None) -> Reading:
    """All claims of a report. Pure: the same report, words and gazetteer give the same reading.

    `gazetteer_names` answers whether a name is a known place; it admits "in Semnan", never refuses.
    Never raises on any text; what is not English, too long or no launch is told by notices.
    """
    foreign = other_language(report, lexicon)
    if foreign is not None:
        return Reading(report, (), (), (foreign, *hidden_characters(report)), False)
    sentences = segment(report.text[:LONGEST_READ])
    owner = launching_country(sentences, lexicon)
    published_by = publishers(report.outlet, lexicon)
    voices = voices_of(sentences, lexicon, owner, home_of(published_by, lexicon))
    report_id = report.id  # a hash of the whole text: once is enough
    anchor = Anchor(report.published.day if report.published else filed_in_full(sentences), _year(report))
    filed = filed_on(sentences) if anchor.day is None else None
    dated = subject_day(sentences, voices, anchor, lexicon, owner)
    day = narrowed(launch_day(*dated, report_id) if dated else published_day(anchor), filed)
    frames = frames_of(sentences, voices, anchor, day, lexicon, owner)
    context = Context(
        report_id, report.published, lexicon, owner, _exact(day), day.weekday if day else None, gazetteer_names
    )
    read_out = list(_claims(sentences, frames, voices, context))
    told = tuple(s for s in bodies(sentences) if tells_own(s, frames[s.start], lexicon, owner))
    coastal = seas_off_coast((sentence.text for sentence in told), owner, lexicon)
    told_so = with_corrections(with_named_sea(read_out, SUBJECT, coastal), report.published)
    claims = tuple(in_own_voice(settled(told_so, report.published), report.outlet, published_by, owner, lexicon))
    opening = [sentence.start for sentence in islice(bodies(sentences), OPENING)]
    flies = opens_with_flight(sentences, lexicon)
    eventful = flies or any(claim.launch == SUBJECT and _is_eventful(claim, opening[0]) for claim in claims)
    matter = other_matter(sentences, frames, lexicon, owner)
    history = is_history(day, anchor.day, flies or any(sentence.start in opening for sentence in told))
    is_launch = (bool(told) or eventful) and not matter and not history
    kept = claims if is_launch else tuple(as_background(claims, sentences, lexicon))
    notices = chain(
        hidden_characters(report),
        launch_notices(is_launch, any(claim.launch == SUBJECT for claim in kept), day, matter, history),
        *(vague_place_notices(sentence, report_id, lexicon) for sentence in told),
        unread_notices(sentences, len(report.text), LONGEST_READ),
    )
    cited = tuple(_cited(voices, report_id, lexicon))
    mentions = _mentions(report_id, kept, frames, day if is_launch else None, owner)
    return Reading(report, kept, tuple(mentions), tuple(notices), is_launch, cited)


def _is_eventful(claim: Claim, opening: int) -> bool:
    """Said of a flight that took place; how it went counts where the report opens with it ("a bid ... failed")."""
    opens = isinstance(claim.evidence, Span) and claim.evidence.start == opening
    return claim.attribute in _EVENTFUL or (opens and claim.attribute is Attribute.OUTCOME)


def _year(report: Report) -> int | None:
    return report.published.day.year if report.published else anchor_year(report.text[:_HEAD])


def _exact(day: LaunchDay | None) -> date | None:
    """The launch day, None while more than one day is possible."""
    return day.first if day is not None and day.first == day.last else None


def _claims(
    sentences: tuple[Sentence, ...], frames: Mapping[int, Frame], voices: Voices, context: Context
) -> Iterator[Claim]:
    """Claims sentence by sentence; "It flew 430 km" goes on in the voice of the sentence before."""
    carried: tuple[Voice, ...] = ()
    quoted = False
    running = list(bodies(sentences))
    for index, sentence in enumerate(running):
        frame, own = frames[sentence.start], voices[sentence.start]
        subject = frame.stretches[0].role is MentionRole.SUBJECT
        inside = quoted and sentence.paragraph == running[index - 1].paragraph
        quoted = _stays_open(sentence.text, inside)
        goes_on = subject and not own and (inside or _GOES_ON.match(sentence.text) or _QUOTED.match(sentence.text))
        passed_on = _closing(running, index, voices, context.lexicon) or (carried if goes_on else ())
        yield from claims_of(sentence, frame, own, passed_on, context)
        last = chain_at(sentence.text, own, len(sentence.text) - 1, context.lexicon) or passed_on
        carried = last if subject else ()


def _stays_open(text: str, inside: bool) -> bool:
    """Does a quotation that began in a sentence, or `inside` of which it began, go on after it?"""
    return text.rfind("“") > text.rfind("”") or (inside and "”" not in text)


def _closing(running: list[Sentence], index: int, voices: Voices, lexicon: Lexicon) -> tuple[Voice, ...]:
    """Who speaks in the next sentence when this one opens a quotation that the next one closes."""
    text = running[index].text
    opened = text.count("“") > text.count("”") or (text.count('"') % 2 == 1 and text.lstrip().startswith('"'))
    following = running[index + 1 : index + 2]
    if opened and following and following[0].paragraph == running[index].paragraph:
        return chain_at(following[0].text, voices[following[0].start], 0, lexicon)
    return ()


def _cited(voices: Voices, report_id: str, lexicon: Lexicon) -> Iterator[Speaker]:
    """Everybody something is attributed to, in the order of the text; "it said" repeats nobody."""
    for start in sorted(voices):
        for voice in sorted(voices[start], key=lambda voice: voice.at):
            if not voice.relative:
                yield speaker_of(voice, report_id, lexicon)


def _mentions(
    report_id: str,
    claims: tuple[Claim, ...],
    frames: Mapping[int, Frame],
    day: LaunchDay | None,
    owner: str,
) -> Iterator[LaunchMention]:
    """The report's own launch first, then the others in the order in which claims speak of them."""
    keys = list(dict.fromkeys(claim.launch for claim in claims))
    if SUBJECT in keys or day is not None:
        yield LaunchMention(SUBJECT, MentionRole.SUBJECT, day, owner)
    dates: dict[str, tuple[DateHit | None, int, str]] = {}
    for start, frame in frames.items():
        for stretch in frame.stretches:
            dates.setdefault(stretch.key, (stretch.date, start, stretch.country or owner))
    for key in keys:
        if key != SUBJECT:
            hit, offset, country = dates.get(key, (None, 0, owner))
            background = launch_day(hit, offset, report_id) if hit else None
            yield LaunchMention(key, MentionRole.BACKGROUND, background, country)
