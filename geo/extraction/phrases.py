"""Finds the phrases of a word list in a text, longest first, in one pass over its words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

# A word is letters or digits ("500km" is two); possessives, dots and hyphens are separators, so "U.S." is "U" and "S".
_WORD = re.compile(r"\d+|[^\W\d_]+")
_JOINT = re.compile(r"[ \t\n\r\u00a0.\-‐‑‒–'’“”\"]{0,4}\Z")
_EXPANDED = re.compile(r"\((\w{1,3})\)")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase at characters `start` to `end` of the text searched, and what the list says of it."""

    start: int
    end: int
    words: str
    value: T


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    return tuple(Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text))


def expanded(phrase: str) -> tuple[str, ...]:
    """Both forms of a phrase written with an optional ending: "missile(s)" is missile and missiles."""
    return tuple(dict.fromkeys((_EXPANDED.sub("", phrase), _EXPANDED.sub(r"\1", phrase))))


class Phrases(Generic[T]):
    """A word list compiled for search; time is linear in the text.

    Words written all in capitals in the list ("US", "JCS") must be so in the text. With
    `proper`, a capitalised word must be capitalised in the text, too ("the North").
    """

    def __init__(self, entries: Iterable[tuple[str, T]], proper: bool = False) -> None:
        self._proper = proper
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            for form in expanded(phrase):
                parts = tuple(word.text for word in words_of(form))
                self._by_first.setdefault(parts[0].lower(), []).append((parts, value))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    @classmethod
    def of(cls, entries: Mapping[str, T], proper: bool = False) -> "Phrases[T]":
        return cls(entries.items(), proper)

    def find(self, text: str) -> tuple[Found[T], ...]:
        """Every phrase of the list in the text; where two overlap, the one that begins first, then the longest."""
        return _search(self, text)

    def scan(self, text: str) -> tuple[Found[T], ...]:
        """`find` without its short memory of the latest texts."""
        words = words_of(text)
        found: list[Found[T]] = []
        at = 0
        while at < len(words):
            hit = self._longest(text, words, at)
            if hit is None:
                at += 1
                continue
            length, value = hit
            start, end = words[at].start, words[at + length - 1].end
            found.append(Found(start, end, text[start:end], value))
            at += length
        return tuple(found)

    def _longest(self, text: str, words: tuple[Word, ...], at: int) -> tuple[int, T] | None:
        for parts, value in self._by_first.get(words[at].text.lower(), ()):
            if self._matches(text, words, at, parts):
                return len(parts), value
        return None

    def _matches(self, text: str, words: tuple[Word, ...], at: int, parts: tuple[str, ...]) -> bool:
        if at + len(parts) > len(words):
            return False
        for offset, part in enumerate(parts):
            word = words[at + offset]
            if not self._same(part, word.text):
                return False
            if offset and not _JOINT.match(text[words[at + offset - 1].end : word.start]):
                return False
        return True

    def _same(self, part: str, word: str) -> bool:
        if part.lower() != word.lower():
            return False
        if part.isupper() and not part.isdigit() and len(part) + self._proper > 1:
            return word.isupper()
        return not (self._proper and part[0].isupper()) or word[0].isupper()


@lru_cache(maxsize=2048)
def _search(phrases: Phrases[T], text: str) -> tuple[Found[T], ...]:
    """Several stages search one sentence for the same list; the answer is kept for a while."""
    return phrases.scan(text)
