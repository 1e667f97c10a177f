"""What an older edition of a data set repeats unchanged: kept as claims, but nothing to compare."""

from collections.abc import Hashable, Sequence
from dataclasses import fields
from datetime import date
from typing import NamedTuple

from geo.model.claim import Attribute, Claim, Value
from geo.model.place import NamedPlace, Place
from geo.model.report import Citation


class Statement(NamedTuple):
    """What one record gives on one attribute by one speaker, and when that was said."""

    publisher: str
    record: str
    attribute: Attribute
    speakers: tuple[str, ...]
    day: date


def without_repeats(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims without those of a record whose publisher says just the same in a later record.

    Compared are all values a record gives on one attribute by one speaker: a list that
    changed in one of its values stays whole. Claims of reports are left as they are.
    """
    told = [_statement(claim, claim.evidence) if isinstance(claim.evidence, Citation) else None for claim in claims]
    said: dict[Statement, set[Hashable]] = {}
    for claim, statement in zip(claims, told, strict=True):
        if statement:
            said.setdefault(statement, set()).add((_key(claim.value), claim.scope, claim.stance))
    contents = {statement: _content(statement, values) for statement, values in said.items()}
    latest: dict[Hashable, date] = {}
    for statement, content in contents.items():
        latest[content] = max(latest.get(content, date.min), statement.day)
    stale = {each for each, content in contents.items() if each.day < latest[content]}
    return tuple(claim for claim, statement in zip(claims, told, strict=True) if statement not in stale)


def _content(statement: Statement, values: set[Hashable]) -> Hashable:
    return statement.publisher, statement.attribute, statement.speakers, frozenset(values)


def _statement(claim: Claim, citation: Citation) -> Statement:
    speaker = claim.attribution.originator
    day = claim.said.day if claim.said else date.max
    return Statement(
        citation.source_id, citation.record_id, claim.attribute, speaker.source_ids or (speaker.as_written,), day
    )


def _key(value: Value) -> Hashable:
    """The value without its spelling."""
    if isinstance(value, NamedPlace):
        resolution = value.resolution
        return resolution.gazetteer_id if isinstance(resolution, Place) else value.verbatim
    return tuple(getattr(value, field.name) for field in fields(value) if field.name != "verbatim")
