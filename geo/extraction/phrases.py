"""Finds the phrases of a word list in a text, longest first; the words of a text are told apart once for all lists."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")
_Match: TypeAlias = tuple[int, int, Any]  # first word, the one after the last, what the list says

# A word is letters or digits ("500km" is two); possessives, dots and hyphens are separators, so "U.S." is "U" and "S".
_WORD = re.compile(r"\d+|[^\W\d_]+")
_JOINT = re.compile(r"[ \t\n\r\u00a0.\-‐‑‒–'’“”\"]{0,4}\Z")
_EXPANDED = re.compile(r"\((\w{1,3})\)")
# Texts whose words are remembered: the sentences of a long report, which several stages search for many lists.
_REMEMBERED = 1024


class Found(NamedTuple, Generic[T]):
    """A phrase at characters `start` to `end` of the text searched, and what the list says of it."""

    start: int
    end: int
    words: str
    value: T


class Word(NamedTuple):
    start: int
    end: int
    text: str


class _Text:
    """The words of a text, and what the vocabularies and lists searched so far have found in it."""

    __slots__ = ("ends", "found", "lowered", "matches", "starts", "words")

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _WORD.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [text[start:end] for start, end in spans]
        self.lowered = [word.lower() for word in self.words]
        self.matches: dict[Vocabulary, defaultdict[int, list[_Match]]] = {}
        self.found: dict[Phrases[Any], tuple[Found[Any], ...]] = {}

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The first word that stands whole between two characters, and the one after the last."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return first, last - (last > first and self.ends[last - 1] > end)


@lru_cache(maxsize=_REMEMBERED)
def _text(text: str) -> _Text:
    return _Text(text)


def words_of(text: str) -> tuple[Word, ...]:
    known = _text(text)
    return tuple(map(Word, known.starts, known.ends, known.words))


def words_between(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words that stand whole between two characters of a text."""
    known = _text(text)
    first, last = known.between(start, end)
    return tuple(map(Word, known.starts[first:last], known.ends[first:last], known.words[first:last]))


def expanded(phrase: str) -> tuple[str, ...]:
    """Both forms of a phrase written with an optional ending: "missile(s)" is missile and missiles."""
    return tuple(dict.fromkeys((_EXPANDED.sub("", phrase), _EXPANDED.sub(r"\1", phrase))))


class _Option(NamedTuple):
    """What list `number` says of a phrase, and the words at which the text must have capitals."""

    number: int
    plain: bool  # none
    upper: tuple[int, ...]
    capital: tuple[int, ...]
    value: Any


class _Node:
    """The phrases that go on with each word, and those that end here."""

    __slots__ = ("ending", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.ending: list[_Option] = []


class Vocabulary:
    """The phrases of several lists in one tree of words, so that one walk along a text finds those of all lists."""

    def __init__(self) -> None:
        self._root = _Node()
        self._lists = 0

    def new_list(self) -> int:
        self._lists += 1
        return self._lists

    def add(self, number: int, words: Sequence[str], value: Any, proper: bool) -> None:
        """Words all in capitals, and with `proper` capitalised ones, are held to their capitals."""
        node = self._root
        for word in words:
            node = node.following.setdefault(word.lower(), _Node())
        upper = tuple(at for at, word in enumerate(words) if word.isupper() and len(word) + proper > 1)
        capital = tuple(at for at, word in enumerate(words) if proper and word[0].isupper() and at not in upper)
        node.ending.append(_Option(number, not upper and not capital, upper, capital, value))

    def matches(self, text: str, known: _Text) -> Mapping[int, Sequence[_Match]]:
        """Every phrase of every list by its number, in order; of those that begin together the longest first."""
        matches = known.matches.get(self)
        if matches is None:
            matches = known.matches[self] = defaultdict(list)
            following = self._root.following
            for at, word in enumerate(known.lowered):
                node = following.get(word)
                if node is not None:
                    for end, ending in reversed(_walk(node, text, known, at)) if node.following else ((at + 1, node),):
                        for option in ending.ending:
                            if option.plain or _has_capitals(option, known.words, at):
                                matches[option.number].append((at, end, option.value))
        return matches


def _walk(node: _Node, text: str, known: _Text, at: int) -> list[tuple[int, _Node]]:
    """The nodes at which phrases may end that begin at a word, the shortest first; `node` is that of the word."""
    lowered, end = known.lowered, at + 1
    walked = [(end, node)]
    while end < len(lowered) and (further := node.following.get(lowered[end])) is not None:
        gap = text[known.ends[end - 1] : known.starts[end]]
        if gap != " " and not _JOINT.match(gap):
            break
        node, end = further, end + 1
        walked.append((end, node))
    return walked


def _has_capitals(option: _Option, words: Sequence[str], at: int) -> bool:
    return all(words[at + offset].isupper() for offset in option.upper) and all(
        words[at + offset][0].isupper() for offset in option.capital
    )


class Phrases(Generic[T]):
    """A word list compiled for search; time is linear in the text. Lists of one vocabulary are searched together.

    Words written all in capitals in the list ("US", "JCS") must be so in the text. With
    `proper`, a capitalised word must be capitalised in the text, too ("the North").
    """

    def __init__(
        self, entries: Iterable[tuple[str, T]], proper: bool = False, vocabulary: Vocabulary | None = None
    ) -> None:
        self._vocabulary = vocabulary or Vocabulary()
        self._number = self._vocabulary.new_list()
        for phrase, value in entries:
            for form in expanded(phrase):
                self._vocabulary.add(self._number, _WORD.findall(form), value, proper)

    @classmethod
    def of(cls, entries: Mapping[str, T], proper: bool = False) -> "Phrases[T]":
        return cls(entries.items(), proper)

    def find(self, text: str) -> tuple[Found[T], ...]:
        """Every phrase of the list in the text; where two overlap, the one that begins first, then the longest."""
        known = _text(text)
        found = known.found.get(self)
        if found is None:
            walked = known.matches.get(self._vocabulary) or self._vocabulary.matches(text, known)
            matches = walked.get(self._number)
            if matches is None:
                return ()
            found = known.found[self] = tuple(_apart(text, known, matches, 0, len(known.words)))
        return found

    def within(self, text: str, start: int, end: int) -> tuple[Found[T], ...]:
        """`find` between two characters of a text, among words that stand there whole; offsets are those of `text`."""
        known = _text(text)
        walked = known.matches.get(self._vocabulary) or self._vocabulary.matches(text, known)
        matches = walked.get(self._number)
        return tuple(_apart(text, known, matches, *known.between(start, end))) if matches and start < end else ()


def _apart(text: str, known: _Text, matches: Sequence[_Match], free: int, limit: int) -> Iterator[Found[Any]]:
    """Those of the matches from word `free` up to `limit` that do not overlap one before them."""
    for first, last, value in matches:
        if free <= first and last <= limit:
            free = last
            start, end = known.starts[first], known.ends[last - 1]
            yield Found(start, end, text[start:end], value)
