"""Records of data sets to launches: which records of which publishers speak of one launch, and why."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.association.calendar_day import agreed_day
from geo.association.editions import Earlier, by_newest
from geo.association.evidence import NEEDED
from geo.association.grouping import Bond, Group, group
from geo.association.parts import scoped, scopes, tells_whole_day
from geo.association.profile import Designation, Profile, profile
from geo.model.claim import Scope
from geo.model.launch import LaunchDay, LaunchEvent
from geo.model.source_record import SourceRecord
from geo.model.timespan import TimePrecision


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A record that is on no launch, and why."""

    record_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Association:
    """Launches by day, then id; the ids of each launch's records, newest edition first; and what is on none.

    Every record is on exactly one launch or in `unmatched`.
    """

    events: tuple[LaunchEvent, ...]
    records: Mapping[str, tuple[str, ...]]
    unmatched: tuple[Unmatched, ...]


def associate_records(records: Sequence[SourceRecord], designation: Designation = str.casefold) -> Association:
    """Launches of all records. `designation` resolves a weapon's aliases to one key.

    Records of different publishers are joined by the evidence of geo.association.evidence,
    the strongest first; two of one publisher by geo.association.operations only; older
    editions go with their publisher's newest record. The order of the records and repeated
    records change nothing.
    """
    unique = {record.id: record for record in records}
    profiles = [profile(unique[name], designation) for name in sorted(unique)]
    dated = [each for each in profiles if each is not None]
    newest = by_newest(dated)
    groups = group([head for head, _ in newest.values()])
    neighbours = _neighbours(groups)
    ids = {found.members[0].id: _event_id(found, neighbours[found.members[0].id]) for found in groups}
    events, carried = [], {}
    for found in groups:
        name = ids[found.members[0].id]
        earlier = {each.id: newest[each.id][1] for each in found.members}
        events.append(_event(name, found, earlier, neighbours[found.members[0].id], ids))
        carried[name] = _record_ids(found, earlier)
    known = {each.id for each in dated}
    lost = (Unmatched(name, f"Not dated: {record.day.missing or 'its day is not told'}.") for name, record in sorted(unique.items()) if name not in known)
    return Association(tuple(sorted(events, key=_order)), carried, tuple(lost))


def _neighbours(groups: Sequence[Group]) -> Mapping[str, tuple[Group, ...]]:
    """The other launches of the same country that may be of the same day, by first member."""
    days = {found.members[0].id: agreed_day(found.members) for found in groups}
    return {
        found.members[0].id: tuple(
            other
            for other in groups
            if other is not found
            and found.members[0].record.country == other.members[0].record.country
            and days[found.members[0].id].first == days[other.members[0].id].first
        )
        for found in groups
    }


def _event(
    name: str,
    found: Group,
    earlier: Mapping[str, tuple[Earlier, ...]],
    neighbours: Sequence[Group],
    ids: Mapping[str, str],
) -> LaunchEvent:
    others = [each for neighbour in neighbours for each in neighbour.members]
    scope = scopes(found.members, others)
    return LaunchEvent(
        id=name,
        claims=tuple(claim for each in found.members for claim in _claims(each, earlier[each.id], scope.get(each.id))),
        day=agreed_day(found.members),
        country=found.members[0].record.country,
        reasons=(*_reasons(found), *_whole_day(found, neighbours, ids), *_edition_reasons(found, earlier)),
    )


def _claims(head: Profile, earlier: Sequence[Earlier], scope: Scope | None) -> list[tuple]:
    ...


def _record_ids(found: Group, earlier: Mapping[str, tuple[Earlier, ...]]) -> tuple[str, ...]:
    old = (each.record.id for head in found.members for each in earlier[head.id])
    return (*(each.id for each in found.members), *old)
