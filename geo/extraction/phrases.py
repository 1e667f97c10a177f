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


@lru_cache(maxsize=512)
def _lowered(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words in small letters, in order and as a set."""
    lowered = tuple(word.text.lower() for word in words_of(text))
    return lowered, frozenset(lowered)


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
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            for form in expanded(phrase):
                parts = tuple(word.text for word in words_of(form))
                rest = tuple(part.lower() for part in parts)
                self._by_first.setdefault(rest[0], []).append((parts, rest, value))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))
        self._firsts = frozenset(self._by_first)

    @classmethod
    def of(cls, entries: Mapping[str, T], proper: bool = False) -> "Phrases[T]":
        return cls(entries.items(), proper)

    def find(self, text: str) -> tuple[Found[T], ...]:
        """Every phrase of the list in the text; where two overlap, the one that begins first, then the longest."""
        return _search(self, text)

    def scan(self, text: str) -> tuple[Found[T], ...]:
        """`find` without its short memory of the latest texts."""
        lowered, every = _lowered(text)
        if self._firsts.isdisjoint(every):  # most lists have no word in most sentences
            return ()
        words = words_of(text)
        found: list[Found[T]] = []
        free = 0
        for at, first in enumerate(lowered):
            if at < free or first not in self._firsts:
                continue
            hit = self._longest(text, words, lowered, at)
            if hit is not None:
                length, value = hit
                start, end = words[at].start, words[at + length - 1].end
                found.append(Found(start, end, text[start:end], value))
                free = at + length
        return tuple(found)

    def _longest(self, text: str, words: tuple[Word, ...], lowered: tuple[str, ...], at: int) -> tuple[int, T] | None:
        for parts, small, value in self._by_first[lowered[at]]:
            if (len(small) == 1 or lowered[at : at + len(small)] == small) and self._matches(text, words, at, parts):
                return len(parts), value
        return None

    def _matches(self, text: str, words: tuple[Word, ...], at: int, parts: tuple[str, ...]) -> bool:
        for offset, part in enumerate(parts):
            word = words[at + offset]
            if not self._same(part, word.text):
                return False
            if offset and not _JOINT.match(text[words[at + offset - 1].end : word.start]):
                return False
        return True

    def _same(self, part: str, word: str) -> bool:
        """Of two words that differ at most in capitals, whether these may differ."""
        if part.isupper() and not part.isdigit() and len(part) + self._proper > 1:
            return word.isupper()
        return not (self._proper and part[0].isupper()) or word[0].isupper()


@lru_cache(maxsize=2048)
def _search(phrases: Phrases[T], text: str) -> tuple[Found[T], ...]:
    """Several stages search one sentence for the same list; the answer is kept for a while."""
    return phrases.scan(text)
