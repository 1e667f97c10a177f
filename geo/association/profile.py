"""What of a record tells its launch apart: day, times, places, weapons, counts, distances, outcome."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from geo.model.claim import Attribute, Claim, Stance
from geo.model.place import NamedPlace, Place
from geo.model.quantity import Quantity, Unit
from geo.model.source_record import SourceRecord
from geo.model.timespan import TimePrecision, TimeSpan
from geo.model.weapon import MissileClass, MissileType, Outcome, OutcomeKind

Designation = Callable[[str], str]
Minutes = tuple[int, int]  # since 1970-01-01 UTC, half-open
Bounds = tuple[float, float]

_CLOCK = (
    TimePrecision.MINUTE,
    TimePrecision.FIVE_MINUTES,
    TimePrecision.QUARTER_HOUR,
    TimePrecision.HOUR,
)
# Kinds that nobody takes for one another. A rocket, a missile or a projectile may be any of them.
_KINDS: dict[str, frozenset[MissileClass]] = {
    "ballistic missiles": frozenset(
        {
            MissileClass.BALLISTIC,
            MissileClass.CRBM,
            MissileClass.SRBM,
            MissileClass.MRBM,
            MissileClass.IRBM,
            MissileClass.ICBM,
            MissileClass.SLBM,
            MissileClass.SLV,
        }
    ),
    "cruise missiles": frozenset({MissileClass.CRUISE, MissileClass.SLCM, MissileClass.ASM}),
    "air defence missiles": frozenset({MissileClass.SAM, MissileClass.ABM}),
}


@dataclass(frozen=True, slots=True)
class Profile:
    """A record with its tellings worked out once. `first` and `last` bound the Korean day, both included.

    `names` are designations with aliases resolved; `counts` are missiles, `ranges` kilometres.
    `listing` names whose list of launches it stands in: two records of one list are two
    launches unless something says otherwise; "" for a page that is in no list.
    `tells_place` says that it names a place at all, however vague.
    """

    record: SourceRecord
    listing: str
    first: date
    last: date
    times: tuple[Minutes, ...]
    places: tuple[Place, ...]
    tells_place: bool
    names: frozenset[str]
    classes: frozenset[MissileClass]
    kinds: frozenset[str]
    counts: tuple[Bounds, ...]
    ranges: tuple[Bounds, ...]
    outcomes: frozenset[OutcomeKind]

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def publisher(self) -> str:
        return self.record.publisher

    def shares_list(self, other: "Profile") -> bool:
        """Whether both stand in one publisher's list of launches."""
        return bool(self.listing) and self.listing == other.listing

    @property
    def title(self) -> str:
        return f"{self.publisher} ({self.id})"

    @property
    def printed(self) -> str:
        """The publisher's own date, without the name of its time zone."""
        return self.record.day.verbatim.partition(" ")[0]

    @property
    def dated(self) -> bool:
        """Whether it names one day."""
        return self.first == self.last

    @property
    def reviewed(self) -> bool:
        return "unreviewed" not in self.record.extraction


def profiles(records: Sequence[SourceRecord], designation: Designation) -> tuple[Profile, ...]:
    """Profiles of the records whose day is bounded, in their order. `designation` resolves a weapon's aliases.

    A table (the part of the ids before the colon) with records of one publisher is that
    publisher's list, in whatever edition; a table of many publishers is a collection of pages.
    """
    owners: dict[str, set[str]] = {}
    for record in records:
        owners.setdefault(_table(record), set()).add(record.publisher)
    listings = {table: min(found) if len(found) == 1 else "" for table, found in owners.items()}
    found = (profile(record, listings[_table(record)], designation) for record in records)
    return tuple(each for each in found if each is not None)


def _table(record: SourceRecord) -> str:
    return record.id.partition(":")[0]


def profile(record: SourceRecord, listing: str, designation: Designation) -> Profile | None:
    """The record's profile; None when its day is not bounded."""
    day = record.day
    if day.first is None or day.last is None:
        return None
    missiles = [value for value in _values(record, Attribute.MISSILE_TYPE) if isinstance(value, MissileType)]
    classes = frozenset(missile.missile_class for missile in missiles)
    named = [value for value in _values(record, Attribute.LAUNCH_PLACE) if isinstance(value, NamedPlace)]
    outcomes = (value.kind for value in _values(record, Attribute.OUTCOME) if isinstance(value, Outcome))
    return Profile(
        record=record,
        listing=listing,
        first=day.first,
        last=day.last,
        times=tuple(sorted(set(_times(record)))),
        places=tuple(dict.fromkeys(each.resolution for each in named if isinstance(each.resolution, Place))),
        tells_place=bool(named),
        names=frozenset(designation(missile.name) for missile in missiles if missile.name),
        classes=classes,
        kinds=frozenset(kind for kind, members in _KINDS.items() if classes & members),
        counts=_bounds(record, Attribute.COUNT, Unit.MISSILES),
        ranges=_bounds(record, Attribute.RANGE, Unit.KILOMETRES),
        outcomes=frozenset(outcomes),
    )


def _values(record: SourceRecord, attribute: Attribute) -> Iterator[object]:
    for claim in record.claims:
        if claim.attribute is attribute and _asserted(claim):
            yield claim.value


def _asserted(claim: Claim) -> bool:
    return claim.stance is not Stance.DENIED


def _times(record: SourceRecord) -> Iterator[Minutes]:
    for value in _values(record, Attribute.LAUNCH_TIME):
        if isinstance(value, TimeSpan) and value.precision in _CLOCK:
            yield _minute(value.earliest), max(_minute(value.latest), _minute(value.earliest) + 1)


def _minute(instant: datetime) -> int:
    return int(instant.timestamp() // 60)


def _bounds(record: SourceRecord, attribute: Attribute, unit: Unit) -> tuple[Bounds, ...]:
    values = (value for value in _values(record, attribute) if isinstance(value, Quantity) and value.unit is unit)
    return tuple(sorted({(value.lower, value.upper) for value in values}))
