"""Report text to sentences with exact offsets, and which of them are furniture: headlines, bylines, headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nupunkt import sent_spans

# Longer "sentences" are tables, code or one endless line; they are left unread, and the reading says so.
LONGEST_SENTENCE = 2_000
LONGEST_PARAGRAPH = 20_000

_PARAGRAPH = re.compile(r"[^\n\r]+")
_TERMINAL = re.compile(r"[.!?…][\"'”’)\]»]{0,3}\Z|[:;][\"”’]?\Z|[\"”]\Z")
_MISSED = re.compile(
    r"(?<=[a-z]{3})[.!?] (?=[\"“][A-Z])"
    r"|(?<=[a-z]{5})\. (?=[A-Z][a-z])"
    r"|(?<=[ap]\.m)\. (?=[A-Z][a-z]|A )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?!(?:[A-Z]\w+ ){1,3}[Tt]ime)"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]* \d)"
)
_MAY_MISS = re.compile(r"[.!?] [\"“A-Z]")  # few sentences hold it: it is asked first
_TITLE = re.compile(r"\b(?:Adm|Gen|Col|Lt|Maj|Brig|Capt|Cmdr|Cmd|Sgt|Rep|Sen|Gov|Dr|Mr|Mrs|Ms|Prof|St|Mt|Sept|Oct)\.\Z")
_FILED = r", (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? (?:19|20)\d\d)?"
_AGENCY = r"\([A-Za-z /]{2,20}\)"
_DASH = "(?:--|[-–—_])"
_WITHIN = r"(?: ?[(\[][A-Z][\w .]{2,20}[)\]]){0,2}"  # "Balasore (Odisha) [India]"
_DATELINE = re.compile(
    r"(?:"
    rf"[A-Z][A-Z .'/]{{2,30}}(?:, ?[A-Z][\w. ]{{2,30}}){{0,2}}(?:{_FILED}|, [A-Z][a-z]+)?\s?(?:{_AGENCY})?\s?{_DASH}"
    rf"|[A-Z][\w'.-]{{1,20}}(?: [A-Z][\w'.-]{{1,20}}){{0,2}}{_WITHIN}{_FILED}"
    rf"\s?(?:{_AGENCY}\s?(?:{_DASH}|:)?|:|{_DASH})"
    r")\s"
)


class SentenceKind(StrEnum):
    BODY = "body"
    FURNITURE = "furniture"  # headline, byline, date line, heading between paragraphs
    OVERLONG = "overlong"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` to `end` of the report. `body` is the offset inside where the dateline ends."""

    start: int
    end: int
    text: str
    paragraph: int
    kind: SentenceKind = SentenceKind.BODY
    body: int = 0


def segment(text: str) -> tuple[Sentence, ...]:
    """Sentences in order, `text[s.start:s.end] == s.text`; lines are paragraphs, blanks are dropped."""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(_unwrapped(text)):
        sentences.extend(_sentences(text, paragraph, number))
    return tuple(sentences)


def bodies(sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences of running text, without headlines and what is too long to be a sentence."""
    return (sentence for sentence in sentences if sentence.kind is SentenceKind.BODY)


def _unwrapped(text: str) -> list[tuple[int, int]]:
    """Paragraphs; lines broken in mid-sentence (plain-text mail) are joined, blank lines always divide."""
    joined: list[tuple[int, int]] = []
    for match in _PARAGRAPH.finditer(text):
        start, end = _trimmed(text, match.start(), match.end())
        if start >= end:
            continue
        if joined and _continues(text, joined[-1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _continues(text: str, before: tuple[int, int], start: int) -> bool:
    gap = text[before[1] : start]
    breaks = gap.count("\n") or gap.count("\r")
    wrapped = breaks == 1 and text[start].islower()
    return wrapped and start - before[0] < LONGEST_PARAGRAPH


def _sentences(text: str, paragraph: tuple[int, int], number: int) -> list[Sentence]:
    start, end = paragraph
    words = text[start:end]
    if len(words) > LONGEST_PARAGRAPH:
        return [Sentence(start, end, words, number, SentenceKind.OVERLONG)]
    if not _TERMINAL.search(words[-6:]):
        return [Sentence(start, end, words, number, SentenceKind.FURNITURE)]
    spans = [_trimmed(text, start + a, start + b) for a, b in sent_spans(words)]
    whole = [piece for a, b in _rejoined(text, spans) for piece in _at_missed_ends(text, a, b)]
    return [_sentence(text, a, b, number) for a, b in whole if a < b]


def _sentence(text: str, start: int, end: int, number: int) -> Sentence:
    words = text[start:end]
    kind = SentenceKind.OVERLONG if end - start > LONGEST_SENTENCE else SentenceKind.BODY
    dateline = _DATELINE.match(words)
    return Sentence(start, end, words, number, kind, dateline.end() if dateline else 0)


def _rejoined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Puts back together what was cut inside: a piece that begins in lower case or holds no letters."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        first = text[start : start + 1]
        titled = bool(whole) and _TITLE.search(text, max(whole[-1][0], whole[-1][1] - 8), whole[-1][1])
        torn = titled or first.islower() or (first.isdigit() and end - start < 6) or first in ",;)"
        if whole and torn:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def _at_missed_ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts that nupunkt leaves undone: before a quotation, after "a.m.", and after words too long to be abbreviated."""
    for match in _MISSED.finditer(text, start, end) if _MAY_MISS.search(text, start, end) else ():
        yield start, match.start() + 1
        start = match.end()
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    kept = words.strip()
    start += len(words) - len(words.lstrip())
    return start, start + len(kept)
