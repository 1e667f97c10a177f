"""Of which part a value is said, by the words beside it: in all, so far, another salvo, the first missile."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from geo.extraction.hits import NO_SCOPE, Hit
from geo.extraction.lexicon import Lexicon, Reach, ScopeWord
from geo.extraction.phrases import Found, Phrases
from geo.extraction.weapons import AFTER_NOUN
from geo.model.claim import Attribute, Scope, ScopeKind
from geo.model.quantity import Quantity

_NEAR = 24  # characters between a count and what scopes it
_NEXT = 40  # characters in which the words after an ordinal are looked for
_ARTICLES = ("the ", "The ")
_SUBJECT = {" was ", " had ", " one,", " one "}
_A_FURTHER = re.compile(r"\b(?:detected|tracked|fired|launched|picked up)\b[^.;,]{0,30}\ba \Z")
_DOES = re.compile(
    r" (?:one )?(?:at (?:about |around )?\d|(?:vanished|disappeared|reached|peaked|lasted|took off|went|hit|crashed)\b)"
)
_STAGE = re.compile(
    r"\b(?:first|second)[ -](?:stage|peak|phase|burn|pulse|leg|jump|booster|engine|attempt)\b", re.IGNORECASE
)
_OF_THE_KIND = re.compile(
    r"\s(?:since|to|of|ever|(?:(?:that )?(?:the )?\w+ ){1,3}(?:has|had) (?:fired|launched|tested|flown))\b"
)  # "the first missile since May", "of its kind"


def of_missiles(text: str, hits: Iterable[Hit], lexicon: Lexicon) -> Iterator[Hit]:
    """Hits of one sentence, each with the missile it is said of where the words number it.

    An ordinal speaks for what follows it, up to the next one, or to "both" and "each"; "one
    missile flew" counts a part of the whole.
    """
    subjects = sorted(_subjects(text, lexicon), key=lambda each: each[0])
    for hit in hits:
        if hit.attribute is Attribute.COUNT:
            yield replace(hit, scope=Scope(ScopeKind.MISSILE)) if _one_of_them(text, hit, lexicon) else hit
        elif hit.scope == NO_SCOPE:
            scopes = [scope for at, scope in subjects if at <= hit.start]
            yield replace(hit, scope=scopes[-1]) if scopes else hit
        else:
            yield hit


def names_missiles(text: str, lexicon: Lexicon) -> bool:
    """Does the sentence itself say of which missile it speaks ("the second, launched at 6:37, ...")?"""
    return any(scope.kind is ScopeKind.MISSILE for _, scope in _subjects(text, lexicon))


def of_count(hit: Hit, text: str, words: Sequence[Found[ScopeWord]]) -> Scope:
    """The scope of a count: its own where it has one, else what the words of its sentence give, else none."""
    if hit.attribute is not Attribute.COUNT or hit.scope != NO_SCOPE:
        return hit.scope
    found = [each.value.scope for each in words if _reaches(each, hit, text)]
    return found[-1] if found else NO_SCOPE


def _subjects(text: str, lexicon: Lexicon) -> Iterator[tuple[int, Scope]]:
    """Where one missile of several becomes the subject, "the first missile", "the second flew"; and where all do."""
    for found in lexicon.ordinals.find(text):
        if not _is_missile(text, found, lexicon):
            continue
        if text[max(0, found.start - 4) : found.start].endswith(_ARTICLES):
            yield found.start, Scope(ScopeKind.MISSILE, found.value)
        elif found.value > 1 and _is_further(text, found.start, lexicon):
            yield 0, Scope(ScopeKind.MISSILE, found.value)
    for word in lexicon.scopes.find(text):
        if word.value.reach is Reach.SUBJECT:
            yield word.start, word.value.scope


def _is_further(text: str, start: int, lexicon: Lexicon) -> bool:
    """ "At 6:17 a.m. it detected a second missile": all of the sentence is of that one."""
    return _A_FURTHER.search(text, 0, start) is not None and len(lexicon.launches.within(text, 0, start)) < 2


def _is_missile(text: str, ordinal: Found[int], lexicon: Lexicon) -> bool:
    """Not "the first test" nor "the second stage": a word for a missile follows, a figure, or what a missile does."""
    if _STAGE.search(text, 0, ordinal.start):
        return False  # "the first stage fell into the sea, the second into the ocean"
    for weapon in lexicon.weapons.within(text, ordinal.end, ordinal.end + _NEXT):
        if weapon.start == ordinal.end + 1:
            return not AFTER_NOUN.match(text, weapon.end) and not _OF_THE_KIND.match(text, weapon.end)
    if AFTER_NOUN.match(text, ordinal.end) or _OF_THE_KIND.match(text, ordinal.end + len(" one")):
        return False
    after = text[ordinal.end : ordinal.end + 5]
    acts: tuple[Phrases[Any], ...] = (lexicon.achieved, lexicon.landing, lexicon.outcomes, lexicon.launches)
    return (
        after[:1] == ","
        or after[1:2].isdigit()
        or after in _SUBJECT
        or _DOES.match(text, ordinal.end) is not None
        or _next_is(text, ordinal.end, (*acts, lexicon.qualifiers))
    )


def _one_of_them(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """ "One missile flew 190 km", "one fell": said of a flight, it does not count what was launched."""
    single = isinstance(hit.value, Quantity) and (hit.value.lower, hit.value.upper) == (1, 1)
    return single and _next_is(text, hit.end, (lexicon.achieved, lexicon.landing))


def _next_is(text: str, end: int, lists: tuple[Phrases[Any], ...]) -> bool:
    """Does a phrase of the lists come right after character `end`?"""
    return any(found.start == end + 1 for words in lists for found in words.within(text, end, end + _NEXT))


def _reaches(found: Found[ScopeWord], hit: Hit, text: str) -> bool:
    if found.value.reach is Reach.BEFORE:
        return found.start <= hit.start <= found.end + _NEAR and not _ends(text[found.end : hit.start])
    after = found.value.reach is Reach.AFTER and hit.end <= found.start <= hit.end + 3 * _NEAR
    return after and not _ends(text[hit.end : found.start])


def _ends(between: str) -> bool:
    """Whether the clause ends between the words and the value."""
    return any(mark in between for mark in ";:.,")
