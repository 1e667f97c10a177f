"""What a careful reader noticed without it being a claim, each as one plain sentence."""

import re
import unicodedata
from collections.abc import Iterator

from geo.extraction.lexicon import Lexicon
from geo.extraction.segmentation import Sentence, SentenceKind
from geo.extraction.toponyms import vague_places
from geo.model.launch import LaunchDay, Notice, NoticeKind
from geo.model.report import Report, Span

_SAMPLE = 20_000
_ENOUGH_WORDS = 12
_CODE = re.compile(r"https?://\S{1,500}|<[^<>]{1,300}>|\{\{[^{}]{0,300}\}\}|(?<![\w.])[\w.]{1,80}[=(][^\s]{0,200}")
_MARKUP = re.compile(r"[\w.][=(]|://|<|\{\{")  # few reports hold any: it is asked first
_OTHER_SCRIPT = re.compile(r"[^\u0000-\u024f]")
_WORD = re.compile(r"(?<![^\W])[^\W\d_]+(?![^\W])")
_NOT_ENGLISH = Notice(
    NoticeKind.OTHER_LANGUAGE, "This text does not look like English; only reports in English can be read so far."
)
_JOINERS = "\u00ad\ufeff\u200d"


def other_language(report: Report, lexicon: Lexicon) -> Notice | None:
    """A text is refused only on clear evidence: mostly another script, or words but almost none of English grammar.

    Markup, addresses and code among the words are no evidence of a language; nor is a short text without any.
    """
    sample = report.text[:_SAMPLE]
    words = _WORD.findall(_CODE.sub(" ", sample) if _MARKUP.search(sample) else sample)
    together = " ".join(words)
    small = together.lower().split(" ")
    common = sum(map(lexicon.common.__contains__, small))
    if not together.isascii() and len(_OTHER_SCRIPT.findall(together)) > 0.4 * sum(map(len, words)):
        return _NOT_ENGLISH
    latin = len(words) if together.isascii() else sum(map(str.isascii, words))
    foreign = len(words) - latin + sum(map(lexicon.foreign.__contains__, small))
    sparse = common <= 0.07 * len(words)
    if len(words) >= _ENOUGH_WORDS and sparse and (foreign > 0 or len(words) >= 2 * _ENOUGH_WORDS):
        return _NOT_ENGLISH
    return _NOT_ENGLISH if foreign > common and foreign >= 0.12 * len(words) else None


def hidden_characters(report: Report) -> Iterator[Notice]:
    """The first invisible character: bidirectional controls make a text look other than it is."""
    hidden = {each for each in set(report.text) if unicodedata.category(each) == "Cf" and each not in _JOINERS}
    if hidden:
        position = min(report.text.index(character) for character in hidden)
        character = report.text[position]
        name = unicodedata.name(character, f"U+{ord(character):04X}")
        words = f"The text holds an invisible character ({name}); it may look other than it is."
        yield Notice(NoticeKind.HIDDEN_CHARACTERS, words, character, Span(report.id, position, position + 1))


def launch_notices(
    is_launch: bool, has_claims: bool, day: LaunchDay | None, matter: str = "", history: bool = False
) -> Iterator[Notice]:
    """Whether a launch is told of at all and else why not, whether anything can be compared, whether the day is known.

    `matter` is what the opening is about instead; `history` when the launch told of is long past.
    """
    if not is_launch:
        words = "No sentence of this text tells of a launch of its own."
        if matter:
            words = f"The text opens with {matter}; launches it mentions are background."
        elif history and day is not None:
            words = f"The text looks back on {day.verbatim or day.first}, long before it was published."
        yield Notice(NoticeKind.NOT_A_LAUNCH, words)
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


def unread_notices(sentences: tuple[Sentence, ...], length: int, read_to: int) -> Iterator[Notice]:
    """What was left unread: passages no sentence is as long as, and what lies beyond the length of a report."""
    if any(sentence.kind is SentenceKind.OVERLONG for sentence in sentences):
        yield Notice(NoticeKind.NO_CLAIMS, "A passage longer than any sentence was left unread.")
    if length > read_to:
        words = f"Only the first {read_to:,} characters were read; a report is not longer."
        yield Notice(NoticeKind.NO_CLAIMS, words)
