"""Of which part a count is said: the kinds that one speaker enumerates in one statement."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from geo.extraction.counts import AND_ALSO
from geo.extraction.hits import NO_SCOPE, Hit
from geo.extraction.lexicon import Lexicon
from geo.extraction.voices import Voice
from geo.model.claim import Attribute, ScopeKind
from geo.model.weapon import MissileClass

_INCLUDED = re.compile(r"\b(?:including|among them|of which|of them)\s(?:\w{2,12}\s){0,2}\Z")

Spoken = tuple[Hit, tuple[Voice, ...]]


def enumerated(text: str, spoken: Iterable[Spoken], lexicon: Lexicon) -> Iterator[Spoken]:
    """Counts of a sentence keep their kind only where one speaker counts several kinds side by side.

    "Two ballistic missiles and six artillery rockets" are two parts of one day. A kind and what
    it is a kind of (an SLBM is a ballistic missile is a projectile) are never two parts, nor are
    two speakers' words for the same thing. "Including seven ballistic missiles" says that it is a part.
    """
    pairs = list(spoken)
    counts = [(hit.scope.of, _speaker(chain)) for hit, chain in pairs if _is_of_a_kind(hit)]
    for hit, chain in pairs:
        if _is_of_a_kind(hit):
            kinds = {kind for kind, speaker in counts if speaker == _speaker(chain)}
            beside = any(_is_beside(text, hit, other) for other, _ in pairs)
            part = beside or _side_by_side(kinds, lexicon) or _INCLUDED.search(text[: hit.start])
            hit = hit if part else replace(hit, scope=NO_SCOPE)
        yield hit, chain


def _is_of_a_kind(hit: Hit) -> bool:
    return hit.attribute is Attribute.COUNT and hit.scope.kind is ScopeKind.KIND


def _is_beside(text: str, hit: Hit, other: Hit) -> bool:
    """ "An ICBM and two shorter-range weapons": counted in one breath, however wide the second kind."""
    first, last = sorted((hit, other), key=lambda each: each.start)
    both = _is_of_a_kind(hit) and _is_of_a_kind(other) and hit.scope.of != other.scope.of
    return both and AND_ALSO.fullmatch(text, first.end, last.start) is not None


def _side_by_side(kinds: set[str], lexicon: Lexicon) -> bool:
    return len(kinds) > 1 and not any(_related(a, b, lexicon) for a, b in combinations(sorted(kinds), 2))


def _related(first: str, second: str, lexicon: Lexicon) -> bool:
    a, b = MissileClass(first), MissileClass(second)
    return a in lexicon.kinds_of.get(b, frozenset()) or b in lexicon.kinds_of.get(a, frozenset())


def _speaker(chain: tuple[Voice, ...]) -> tuple[str, ...]:
    return chain[-1].identity if chain else ()
