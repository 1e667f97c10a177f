"""Of which missile of several a value is said: "the first flew 430 km, the second 690"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from geo.extraction.hits import NO_SCOPE, Hit
from geo.extraction.lexicon import Lexicon
from geo.extraction.phrases import Found, Phrases
from geo.extraction.weapons import AFTER_NOUN
from geo.model.claim import Attribute, Scope, ScopeKind
from geo.model.quantity import Quantity

_ARTICLES = ("the ", "The ")
_NEXT = 40  # characters in which the next words are looked for
_SUBJECT = {" was ", " had ", " one,", " one "}


def scoped(text: str, hits: Iterable[Hit], lexicon: Lexicon) -> Iterator[Hit]:
    """Hits of one sentence, each with the missile it is said of where the words number it.

    An ordinal speaks for what follows it, up to the next one; "one missile flew" counts a part of the whole.
    """
    numbered = [*_numbered(text, lexicon), (len(text), 0)]
    for hit in hits:
        if hit.attribute is Attribute.COUNT:
            yield replace(hit, scope=Scope(ScopeKind.MISSILE)) if _one_of_them(text, hit, lexicon) else hit
        elif hit.scope == NO_SCOPE:
            index = next((number for (at, number), (end, _) in pairwise(numbered) if at <= hit.start < end), None)
            yield hit if index is None else replace(hit, scope=Scope(ScopeKind.MISSILE, index))
        else:
            yield hit


def _numbered(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where one missile of several becomes the subject, and its number: "the first missile", "the second flew"."""
    for found in lexicon.ordinals.find(text):
        if text[max(0, found.start - 4) : found.start].endswith(_ARTICLES) and _is_missile(text, found, lexicon):
            yield found.start, found.value


def _is_missile(text: str, ordinal: Found[int], lexicon: Lexicon) -> bool:
    """Not "the first test" nor "the second stage": a word for a missile follows, a figure, or what a missile does."""
    for weapon in lexicon.weapons.within(text, ordinal.end, ordinal.end + _NEXT):
        if weapon.start == ordinal.end + 1:
            return not AFTER_NOUN.match(text, weapon.end)
    if AFTER_NOUN.match(text, ordinal.end):
        return False
    after = text[ordinal.end : ordinal.end + 5]
    acts: tuple[Phrases[Any], ...] = (lexicon.achieved, lexicon.landing, lexicon.outcomes, lexicon.launches)
    return (
        after[:1] == ","
        or after[1:2].isdigit()
        or after in _SUBJECT
        or _next_is(text, ordinal.end, (*acts, lexicon.qualifiers))
    )


def _one_of_them(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """ "One missile flew 190 km", "one fell": said of a flight, it does not count what was launched."""
    single = isinstance(hit.value, Quantity) and (hit.value.lower, hit.value.upper) == (1, 1)
    return single and _next_is(text, hit.end, (lexicon.achieved, lexicon.landing))


def _next_is(text: str, end: int, lists: tuple[Phrases[Any], ...]) -> bool:
    """Does a phrase of the lists come right after character `end`?"""
    return any(found.start == end + 1 for words in lists for found in words.within(text, end, end + _NEXT))
