"""A launch as it stood at the end of an earlier day: without what was said after it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from geo.discrepancy.badge import badge
from geo.discrepancy.claimant import said_by
from geo.model.finding import FindingClass
from geo.model.launch import LaunchEvent
from geo.services.library import Library
from geo.services.pipeline import Record
from geo.services.record_of_launches import assess

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Standing:
    """The launch with what had been said by the end of `day`, the record that holds its findings, and its badge.

    `badge` is the worst class then, `today` the one now. `later` counts the claims made
    since, `undated` those of which nobody knows when they were made: they are kept.
    """

    day: date
    event: LaunchEvent
    record: Record
    badge: FindingClass
    today: FindingClass
    later: int
    undated: int


def as_it_stood(record: Record, event: LaunchEvent, library: Library, day: date) -> Standing:
    kept = said_by(event.claims, day)
    then, findings = assess(replace(event, claims=kept, preferred={}), library)
    found = badge(findings)
    events = tuple(then if each.id == event.id else each for each in record.events)
    past = replace(
        record,
        events=events,
        findings=_with(record.findings, event.id, findings),
        badges=_with(record.badges, event.id, found),
    )
    undated = sum(claim.said is None for claim in kept)
    return Standing(day, then, past, found, record.badges[event.id], len(event.claims) - len(kept), undated)


def days_to_ask(event: LaunchEvent, today: date) -> tuple[date, date] | None:
    """First and last day on which it makes sense to ask how the launch stood.

    From the first day anybody is known to have spoken of it to today, or to the last day of
    speaking where that is later. None when all that is dated was said on one day.
    """
    days = {claim.said.day for claim in event.claims if claim.said}
    return (min(days), max(today, *days)) if len(days) > 1 else None


def _with(known: Mapping[str, Value], name: str, value: Value) -> Mapping[str, Value]:
    return {**known, name: value}
