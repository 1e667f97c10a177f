"""Report text to claims: sentences, speakers, launches and values, and what a careful reader noticed besides."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from geo.extraction.attribution import Memory, Voice, voices_in
from geo.extraction.chains import chain_at
from geo.extraction.claims import Context, claims_of
from geo.extraction.days import Anchor, DateHit, anchor_year, dates_in
from geo.extraction.lexicon import Effect, Lexicon
from geo.extraction.mentions import (
    SUBJECT,
    Frame,
    Stretch,
    frame_of,
    launch_day,
    launching_country,
    published_day,
    said_dates,
    subject_day,
    tells_of_launch,
)
from geo.extraction.segmentation import Sentence, SentenceKind, segment
from geo.extraction.toponyms import vague_places
from geo.model.claim import Attribute, Claim
from geo.model.launch import LaunchDay, LaunchMention, MentionRole, Notice, NoticeKind
from geo.model.reading import Reading
from geo.model.report import Report, Span

Voices = dict[int, tuple[Voice, ...]]
_PRONOUN = re.compile(r"(?:it|they|both)\b", re.IGNORECASE)
# What is said of a flight that took place, whatever the verb: "the launch at 2:40 p.m.".
_EVENTFUL = {Attribute.LAUNCH_TIME, Attribute.RANGE, Attribute.APOGEE, Attribute.FLIGHT_TIME}
_COMMON = frozenset("the of and to in a that was said on for it from by with at as is were has".split())


def read(report: Report, lexicon: Lexicon, gazetteer_names: Callable[[str], bool] | None = None) -> Reading:
    """All claims of a report. Pure: the same report, words and gazetteer give the same reading.

    `gazetteer_names` answers whether a name is a known place; it admits "in Semnan", never refuses.
    """
    foreign = _other_language(report.text)
    if foreign is not None:
        return Reading(report, (), (), (foreign, *_hidden(report)), False)
    sentences = segment(report.text)
    owner = launching_country(sentences, lexicon)
    voices = _voices(sentences, lexicon, owner)
    anchor = Anchor(report.published.day if report.published else None, _year(report))
    dated = subject_day(sentences, voices, anchor, lexicon, owner)
    day = launch_day(dated[0], report.id, dated[1].start) if dated else published_day(anchor)
    frames = _frames(sentences, voices, anchor, day, lexicon, owner)
    exact = day.first if day and day.first == day.last else None
    context = Context(report, lexicon, owner, exact, day.weekday if day else None, gazetteer_names)
    claims = tuple(_claims(sentences, frames, voices, context))
    told = any(_is_subject(s, frames[s.start], lexicon, owner) for s in _bodies(sentences))
    is_launch = told or any(claim.launch == SUBJECT and claim.attribute in _EVENTFUL for claim in claims)
    if not is_launch:
        claims = tuple(claim for claim in claims if claim.launch != SUBJECT)
    mentions = tuple(_mentions(report, claims, frames, day, owner, sentences))
    return Reading(report, claims, mentions, tuple(_notices(report, sentences, frames, claims, day, is_launch, lexicon)), is_launch)


def _year(report: Report) -> int | None:
    return report.published.day.year if report.published else anchor_year(report.text)


def _bodies(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    return (sentence for sentence in sentences if sentence.kind is SentenceKind.BODY)


def _voices(sentences: tuple[Sentence, ...], lexicon: Lexicon, owner: str) -> Voices:
    """Voices by where their sentence begins; an open quotation is spoken by whoever closes it."""
    memory = Memory(country=owner)
    found: Voices = {}
    for sentence in _bodies(sentences):
        found[sentence.start], memory = voices_in(sentence, lexicon, memory)
    return found


def _frames(
    sentences: tuple[Sentence, ...], voices: Voices, anchor: Anchor, day: LaunchDay | None, lexicon: Lexicon, owner: str
) -> dict[int, Frame]:
    frames: dict[int, Frame] = {}
    before: Stretch | None = None
    for sentence in _bodies(sentences):
        earlier = before.date.first if before is not None and before.date is not None else None
        dates = dates_in(sentence.text, anchor, earlier)
        spoken = said_dates(sentence.text, voices[sentence.start], dates, lexicon)
        told = tuple(hit for hit in dates if hit not in spoken and hit.start >= sentence.body)
        frame = frame_of(sentence, told, day.first if day else None, before, lexicon, owner)
        frames[sentence.start] = frame
        before = frame.stretches[-1]
    return frames


def _is_subject(sentence: Sentence, frame: Frame, lexicon: Lexicon, owner: str) -> bool:
    """Does this sentence tell of a launch that is the report's own?"""
    first = frame.stretches[0]
    effects = {found.value for found in lexicon.contexts.find(sentence.text)}
    if first.role is not MentionRole.SUBJECT or effects & {Effect.DISPLAY, Effect.POTENTIAL}:
        return False
    return tells_of_launch(sentence.text[: first.end], lexicon, owner)


def _claims(sentences: tuple[Sentence, ...], frames: dict[int, Frame], voices: Voices, context: Context) -> Iterator[Claim]:
    carried: tuple[Voice, ...] = ()
    bodies = list(_bodies(sentences))
    for index, sentence in enumerate(bodies):
        frame, own = frames[sentence.start], voices[sentence.start]
        spoken = own or _closing(bodies, index, voices)
        subject = frame.stretches[0].role is MentionRole.SUBJECT
        passed_on = carried if subject and not spoken and _PRONOUN.match(sentence.text) else ()
        yield from claims_of(sentence, frame, spoken, passed_on, context)
        last = chain_at(sentence.text, spoken, len(sentence.text) - 1, context.lexicon) or passed_on
        carried = last if subject else ()


def _closing(bodies: list[Sentence], index: int, voices: Voices) -> tuple[Voice, ...]:
    """The voices of the next sentence when this one opens a quotation that the next one closes."""
    text = bodies[index].text
    opened = text.count("“") > text.count("”") or (text.count('"') % 2 == 1 and text.lstrip().startswith('"'))
    following = bodies[index + 1 : index + 2]
    if opened and following and following[0].paragraph == bodies[index].paragraph:
        return voices[following[0].start]
    return ()


def _mentions(
    report: Report, claims: tuple[Claim, ...], frames: dict[int, Frame], day: LaunchDay | None, owner: str,
    sentences: tuple[Sentence, ...],
) -> Iterator[LaunchMention]:  # fmt: skip
    keys = list(dict.fromkeys(claim.launch for claim in claims))
    if SUBJECT in keys or day is not None:
        yield LaunchMention(SUBJECT, MentionRole.SUBJECT, day, owner)
    told: dict[str, tuple[DateHit | None, int]] = {}
    for sentence in _bodies(sentences):
        for stretch in frames[sentence.start].stretches:
            told.setdefault(stretch.key, (stretch.date, sentence.start))
    for key in keys:
        if key != SUBJECT:
            hit, offset = told[key]
            yield LaunchMention(key, MentionRole.BACKGROUND, launch_day(hit, report.id, offset) if hit else None, owner)


def _notices(
    report: Report, sentences: tuple[Sentence, ...], frames: dict[int, Frame], claims: tuple[Claim, ...],
    day: LaunchDay | None, is_launch: bool, lexicon: Lexicon,
) -> Iterator[Notice]:  # fmt: skip
    yield from _hidden(report)
    if not is_launch:
        yield Notice(NoticeKind.NOT_A_LAUNCH, "No sentence of this text tells of a launch of its own.")
    elif not any(claim.launch == SUBJECT for claim in claims):
        yield Notice(NoticeKind.NO_CLAIMS, "The text tells of a launch but gives no value that could be compared.")
    if is_launch and day is None:
        yield Notice(NoticeKind.MISSING_DATE, "The text names no day of the launch; give its date of publication.")
    elif is_launch and day is not None and day.first is None:
        yield Notice(NoticeKind.MISSING_DATE, day.missing, day.verbatim, day.span)
    for sentence in _bodies(sentences):
        if is_launch and _is_subject(sentence, frames[sentence.start], lexicon, ""):
            for found in vague_places(sentence.text, lexicon):
                span = Span(report.id, sentence.start + found.start, sentence.start + found.end)
                words = f"“{found.words}” is too wide to be drawn as a place; it is kept as said."
                yield Notice(NoticeKind.VAGUE_PLACE, words, found.words, span)
    if any(sentence.kind is SentenceKind.OVERLONG for sentence in sentences):
        yield Notice(NoticeKind.NO_CLAIMS, "A passage longer than any sentence was left unread.")


def _hidden(report: Report) -> Iterator[Notice]:
    for position, character in enumerate(report.text):
        if character > "\x7f" and unicodedata.category(character) == "Cf" and character not in "\u00ad\ufeff":
            name = unicodedata.name(character, f"U+{ord(character):04X}")
            span = Span(report.id, position, position + 1)
            yield Notice(NoticeKind.HIDDEN_CHARACTERS, f"The text holds an invisible character ({name}).", character, span)
            return


def _other_language(text: str) -> Notice | None:
    """A text without common English words, or mostly in another script, is not read at all."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    latin = sum(word.isascii() for word in words)
    common = sum(word in _COMMON for word in words)
    if not words or (latin > 0.6 * len(words) and (len(words) < 12 or common > 0.12 * len(words))):
        return None
    return Notice(NoticeKind.OTHER_LANGUAGE, "This text does not look like English; only English reports can be read so far.")
