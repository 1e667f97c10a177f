"""What a careful reader noticed without it being a claim, each as one plain sentence."""

import unicodedata
from collections.abc import Iterator

from geo.extraction.lexicon import Lexicon
from geo.extraction.phrases import words_of
from geo.extraction.segmentation import Sentence, SentenceKind
from geo.extraction.toponyms import vague_places
from geo.model.launch import LaunchDay, Notice, NoticeKind
from geo.model.report import Report, Span

_SAMPLE = 20_000
_JOINERS = "\u00ad\ufeff\u200d"


def other_language(report: Report, lexicon: Lexicon) -> Notice | None:
    """A text almost without the commonest English words, or mostly in another script, is not read at all."""
    sample = report.text[:_SAMPLE]
    words = [word.text for word in words_of(sample) if not word.text.isdigit()]
    latin = sum(word.isascii() for word in words)
    common = len(lexicon.common.find(sample))
    if not words or (latin > 0.6 * len(words) and (len(words) < 12 or common > 0.07 * len(words))):
        return None
    sentence = "This text does not look like English; only reports in English can be read so far."
    return Notice(NoticeKind.OTHER_LANGUAGE, sentence)


def hidden_characters(report: Report) -> Iterator[Notice]:
    """The first invisible character: bidirectional controls make a text look other than it is."""
    for position, character in enumerate(report.text):
        if character > "\x7f" and unicodedata.category(character) == "Cf" and character not in _JOINERS:
            name = unicodedata.name(character, f"U+{ord(character):04X}")
            span = Span(report.id, position, position + 1)
            words = f"The text holds an invisible character ({name}); it may look other than it is."
            yield Notice(NoticeKind.HIDDEN_CHARACTERS, words, character, span)
            return


def launch_notices(is_launch: bool, has_claims: bool, day: LaunchDay | None) -> Iterator[Notice]:
    """Whether a launch is told of at all, whether anything can be compared, and whether its day is known."""
    if not is_launch:
        yield Notice(NoticeKind.NOT_A_LAUNCH, "No sentence of this text tells of a launch of its own.")
        return
    if not has_claims:
        yield Notice(NoticeKind.NO_CLAIMS, "The text tells of a launch but gives no value that could be compared.")
    if day is None:
        words = "The text names no day of the launch, and its date of publication is unknown."
        yield Notice(NoticeKind.MISSING_DATE, words)
    elif day.first is None:
        yield Notice(NoticeKind.MISSING_DATE, day.missing, day.verbatim, day.span)


def vague_place_notices(sentence: Sentence, report_id: str, lexicon: Lexicon) -> Iterator[Notice]:
    """ "its eastern coast": kept in its words, never a pin."""
    for found in vague_places(sentence.text, lexicon):
        span = Span(report_id, sentence.start + found.start, sentence.start + found.end)
        words = f"“{found.words}” is too wide to be drawn as a place; it is kept as said."
        yield Notice(NoticeKind.VAGUE_PLACE, words, found.words, span)


def unread_notices(sentences: tuple[Sentence, ...], read_to: int) -> Iterator[Notice]:
    """What was left unread: passages no sentence is as long as, and what lies beyond the length of a report."""
    if any(sentence.kind is SentenceKind.OVERLONG for sentence in sentences):
        yield Notice(NoticeKind.NO_CLAIMS, "A passage longer than any sentence was left unread.")
    if sentences and sentences[-1].end > read_to:
        words = f"Only the first {read_to:,} characters were read; a report is not longer."
        yield Notice(NoticeKind.NO_CLAIMS, words)
