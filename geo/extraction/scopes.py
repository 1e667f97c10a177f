"""Of which part a value is said, by the words beside it: in all, so far, another salvo, the first missile."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from geo.extraction.hits import NO_SCOPE, Hit
from geo.extraction.phrases import Found
from geo.model.claim import Attribute, Scope, ScopeKind


class Reach(StrEnum):
    """Where the words stand to the value they scope."""

    BEFORE = "before"  # right before it: "another three"
    AFTER = "after"  # soon after it: "eight in all"
    SUBJECT = "subject"  # anywhere before it, up to the next such words: "the first flew 430 km"


@dataclass(frozen=True, slots=True)
class ScopeWord:
    scope: Scope
    reach: Reach


_NEAR = 24  # characters between a count and what scopes it
_COUNTS = (ScopeKind.WHOLE, ScopeKind.SO_FAR, ScopeKind.SALVO)
_FLOWN = (Attribute.RANGE, Attribute.APOGEE, Attribute.FLIGHT_TIME, Attribute.SPEED, Attribute.LANDING_AREA)


def with_scope(hit: Hit, text: str, words: Sequence[Found[ScopeWord]]) -> Scope:
    """The scope of a hit: its own where it has one, else what the words of its sentence give, else none."""
    if hit.scope != NO_SCOPE or not words:
        return hit.scope
    found = [each for each in words if _reaches(each, hit, text)]
    return found[-1].value.scope if found else NO_SCOPE


def _reaches(found: Found[ScopeWord], hit: Hit, text: str) -> bool:
    word = found.value
    if word.scope.kind in _COUNTS and hit.attribute is not Attribute.COUNT:
        return False
    if word.reach is Reach.SUBJECT:
        return hit.attribute in _FLOWN and found.end <= hit.start
    if word.reach is Reach.BEFORE:
        return found.start <= hit.start <= found.end + _NEAR and not _ends(text[found.end : hit.start])
    return hit.end <= found.start <= hit.end + 3 * _NEAR and not _ends(text[hit.end : found.start])


def _ends(between: str) -> bool:
    """Whether the clause ends between the words and the value."""
    return any(mark in between for mark in ";:.,")
