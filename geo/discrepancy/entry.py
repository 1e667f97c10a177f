"""The claims of an event in a fixed order, each with what every comparison of it needs, worked out once."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from operator import itemgetter

from geo.discrepancy.claimant import claimant_and_kin, document
from geo.discrepancy.words import plain, speaker_words
from geo.model.claim import Attribute, Claim
from geo.model.report import Span
from geo.model.source import Source

Position = tuple[date, datetime, str, int, int, str]
_LAST_DAY, _LAST_INSTANT = date.max, datetime.max.replace(tzinfo=UTC)
_first = itemgetter(0)


@dataclass(slots=True, eq=False)
class Entry:
    """A claim with what comparing it needs, never changed.

    `claimant` and `statement` are numbers, equal for claims of one originator and for what was
    said at one time in one document. `order` counts from the earliest said; `kin` are its
    families, `source_ids` its originators; `speaker` and `words` are the names of its speakers and
    the words of its value, on one line.
    """

    id: str
    claim: Claim
    attribute: Attribute
    claimant: int
    statement: int
    document: str
    order: int
    kin: frozenset[str]
    source_ids: tuple[str, ...]
    speaker: str
    words: str


def entries(claims: Iterable[Claim], sources: Mapping[str, Source]) -> tuple[Entry, ...]:
    """Each claim once, the earliest-said first, then by document and place in the text."""
    by_id = {claim.id: claim for claim in claims}
    speakers: dict[Hashable, int] = {}
    statements: dict[Hashable, int] = {}
    found = []
    for order, (at, claim) in enumerate(sorted([(_position(each), each) for each in by_id.values()], key=_first)):
        who, kin = claimant_and_kin(claim, sources)
        speaker = claim.attribution.originator
        found.append(
            Entry(
                claim.id,
                claim,
                claim.attribute,
                speakers.setdefault(who, len(speakers)),
                statements.setdefault(at[:3], len(statements)),
                at[2],
                order,
                kin,
                speaker.source_ids,
                speaker_words(speaker),
                plain(claim.value.verbatim),
            )
        )
    return tuple(found)


def speak_once(group: Sequence[Entry]) -> bool:
    """Whether these are claims of as many claimants."""
    return len({entry.claimant for entry in group}) == len(group)


def _position(claim: Claim) -> Position:
    """When it was said and in what document, then where in it."""
    said = claim.said
    start = claim.evidence.start if isinstance(claim.evidence, Span) else 0
    return (
        said.day if said else _LAST_DAY,
        said.instant if said and said.instant else _LAST_INSTANT,
        document(claim),
        start,
        claim.value_span.start if claim.value_span else 0,
        claim.id,
    )


def by_attribute(listed: Sequence[Entry]) -> Mapping[Attribute, tuple[Entry, ...]]:
    found: dict[Attribute, list[Entry]] = {}
    for entry in listed:
        found.setdefault(entry.attribute, []).append(entry)
    return {attribute: tuple(group) for attribute, group in found.items()}
