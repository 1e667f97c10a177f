"""Records of data sets to launches: which records of which publishers speak of one launch, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.association.calendar_day import agreed_day
from geo.association.editions import Earlier, by_newest
from geo.association.grouping import Group, group
from geo.association.naming import event_id, event_order
from geo.association.parts import scoped, scopes
from geo.association.profile import Designation, Profile, profiles
from geo.association.reasons import reasons
from geo.model.claim import Claim
from geo.model.launch import LaunchDay, LaunchEvent
from geo.model.source_record import SourceRecord
from geo.model.timespan import TimePrecision

_SUPERSEDES = "supersedes "  # the flag of a release that replaces an earlier one


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A record that is on no launch, and why."""

    record_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Association:
    """Launches by day, then id; the ids of each launch's records, newest edition first; and what is on none.

    Every record is on exactly one launch or in `unmatched`, where the releases stand too that a
    record says it replaced.
    """

    events: tuple[LaunchEvent, ...]
    records: Mapping[str, tuple[str, ...]]
    unmatched: tuple[Unmatched, ...]


@dataclass(frozen=True, slots=True)
class Launch:
    """A group with its day, its id, the earlier editions' records by newest record, and the day's other launches."""

    group: Group
    day: LaunchDay
    id: str
    earlier: Mapping[str, tuple[Earlier, ...]]
    neighbours: tuple[Group, ...]


def associate_records(records: Sequence[SourceRecord], designation: Designation = str.casefold) -> Association:
    """Launches of all records. `designation` resolves a weapon's aliases to one key.

    Records of different publishers are joined by the evidence of geo.association.evidence,
    the strongest first; two of one publisher by geo.association.operations only; older
    editions go with their publisher's newest record. The order of the records and repeated
    records change nothing.
    """
    unique = {record.id: record for record in records}
    ordered = [unique[name] for name in sorted(unique)]
    newest = by_newest(profiles(ordered, designation))
    groups = group([head for head, _ in newest.values()])
    launches = _launches(groups, {name: earlier for name, (_, earlier) in newest.items()})
    names = {member.id: launch.id for launch in launches for member in launch.group.members}
    events = sorted((_event(launch, names) for launch in launches), key=event_order)
    undated = (each for each in ordered if each.day.first is None or each.day.last is None)
    replaced = (each for record in ordered for each in _replaced(record) if each.record_id not in unique)
    return Association(
        events=tuple(events),
        records={launch.id: tuple(each.id for each in _carried(launch)) for launch in launches},
        unmatched=(
            *(Unmatched(each.id, f"Not dated: {each.day.missing or 'its day is not told'}.") for each in undated),
            *sorted(replaced, key=lambda each: each.record_id),
        ),
    )


def _replaced(record: SourceRecord) -> Iterator[Unmatched]:
    """Records of the same table that this one says it replaces, and that are not in the table any more."""
    table = record.id.partition(":")[0]
    for flag in record.flags:
        if flag.startswith(_SUPERSEDES):
            reason = f"Superseded by {record.id}, its publisher's later record of the same launch."
            yield Unmatched(f"{table}:{flag.removeprefix(_SUPERSEDES)}", reason)


def _launches(groups: Sequence[Group], earlier: Mapping[str, tuple[Earlier, ...]]) -> list[Launch]:
    days = [agreed_day(found.members) for found in groups]
    same: dict[tuple[str, str], list[Group]] = {}
    for found, day in zip(groups, days, strict=True):
        same.setdefault((found.country, day_in_id(day)), []).append(found)
    launches = []
    for found, day in zip(groups, days, strict=True):
        words = day_in_id(day)
        neighbours = tuple(other for other in same[found.country, words] if other is not found)
        telling = found.members[0].id if neighbours else ""
        own = {each.id: earlier[each.id] for each in found.members}
        launches.append(Launch(found, day, event_id(found.country, words, telling), own, neighbours))
    return launches


def day_in_id(day: LaunchDay) -> str:
    """The first day it may be; year and month alone where no day is known."""
    first = day.first.isoformat() if day.first else "undated"
    return first[:7] if day.precision is TimePrecision.MONTH else first


def _carried(launch: Launch) -> list[Profile]:
    old = [each.record for head in launch.group.members for each in launch.earlier[head.id]]
    return [*launch.group.members, *old]


def _event(launch: Launch, names: Mapping[str, str]) -> LaunchEvent:
    members = launch.group.members
    scope = scopes(members, [each for other in launch.neighbours for each in other.members])
    claims: list[Claim] = []
    for head in members:
        told = (head, *(each.record for each in launch.earlier[head.id]))
        claims += [claim for each in told for claim in scoped(each.record.claims, scope.get(head.id), each.publisher)]
    return LaunchEvent(
        id=launch.id,
        claims=tuple(claims),
        day=launch.day,
        country=launch.group.country,
        reasons=reasons(launch.group, launch.earlier, launch.neighbours, names),
    )
