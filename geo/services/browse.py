"""Finding launches: filters, the table beside the map, and which filter empties it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date

from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.model.launch import LaunchEvent
from geo.model.mapview import MapView, SymbolClass
from geo.services.dossier import event_day, event_place, preferred_claim
from geo.services.pipeline import Record
from geo.services.wording import attribution_in_words, value_in_words
from geo.symbology import map_view, symbol_of

DISAGREEMENT: dict[str, Callable[[FindingClass], bool]] = {
    "contradictory": lambda badge: badge.is_contradiction,
    "not contradictory": lambda badge: not badge.is_contradiction,
}


@dataclass(frozen=True, slots=True)
class LaunchFilter:
    """What to show; an empty choice shows all. Days are local days at the launch place, both included."""

    first: date | None = None
    last: date | None = None
    classes: tuple[SymbolClass, ...] = ()
    places: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    disagreement: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    event_id: str
    day: str
    place: str
    missile: str
    count: str
    publishers: int
    disagreement: str


def select(record: Record, chosen: LaunchFilter) -> tuple[LaunchEvent, ...]:
    """The events that pass, in time order; an event is in range whenever it may be."""
    passing = (event for event in record.events if _passes(record, event, chosen))
    return tuple(sorted(passing, key=_time_order))


def emptying_filters(record: Record, chosen: LaunchFilter) -> tuple[str, ...]:
    """When nothing passes: the filters whose removal alone would show a launch again."""
    if select(record, chosen):
        return ()
    default = LaunchFilter()
    names = [field.name for field in fields(chosen) if getattr(chosen, field.name) != getattr(default, field.name)]
    return tuple(n for n in names if select(record, replace(chosen, **{n: getattr(default, n)})))


def draw(record: Record, events: Iterable[LaunchEvent]) -> MapView:
    """The map of these events: every dated one that has a place."""
    drawable = [event for event in events if _dated(event)]
    contradictory = {event.id for event in drawable if record.badges[event.id].is_contradiction}
    return map_view(drawable, contradictory)


def tabulate(record: Record, events: Iterable[LaunchEvent]) -> tuple[TableRow, ...]:
    return tuple(_row(record, event) for event in events)


def dated_bounds(record: Record) -> tuple[date, date] | None:
    """First and last launch day of the whole record; None when no launch is dated."""
    days = [(event.day.first, event.day.last) for event in record.events if event.day]
    firsts = [first for first, _ in days if first]
    lasts = [last for _, last in days if last]
    return (min(firsts), max(lasts)) if firsts and lasts else None


def choices(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places and the speakers that a filter can choose from, sorted by name."""
    places = {event_place(event) for event in record.events}
    speakers = {speaker for event in record.events for speaker in _speakers(event)}
    return tuple(sorted(places)), tuple(sorted(speakers))


def _passes(record: Record, event: LaunchEvent, chosen: LaunchFilter) -> bool:
    badge = record.badges[event.id]
    tests: tuple[Callable[[], bool], ...] = (
        lambda: _in_range(event, chosen),
        lambda: not chosen.classes or (_dated(event) and symbol_of(event, False).symbol_class in chosen.classes),
        lambda: not chosen.places or event_place(event) in chosen.places,
        lambda: not chosen.speakers or bool(_speakers(event) & set(chosen.speakers)),
        lambda: not chosen.disagreement or DISAGREEMENT[chosen.disagreement](badge),
    )
    return all(test() for test in tests)


def _in_range(event: LaunchEvent, chosen: LaunchFilter) -> bool:
    if event.day is None or event.day.first is None or event.day.last is None:
        return chosen.first is None and chosen.last is None
    return (chosen.first is None or event.day.last >= chosen.first) and (
        chosen.last is None or event.day.first <= chosen.last
    )


def _time_order(event: LaunchEvent) -> tuple[date, str]:
    return (event.day.first if event.day and event.day.first else date.max), event.id


def _dated(event: LaunchEvent) -> bool:
    return event.day is not None and event.day.first is not None


def _speakers(event: LaunchEvent) -> set[str]:
    return {claim.attribution.originator.as_written or "the report itself" for claim in event.claims}


def _row(record: Record, event: LaunchEvent) -> TableRow:
    badge: FindingClass = record.badges[event.id]
    missile, count = preferred_claim(event, Attribute.MISSILE_TYPE), preferred_claim(event, Attribute.COUNT)
    return TableRow(
        event_id=event.id,
        day=event_day(event),
        place=event_place(event),
        missile=value_in_words(missile.value) if missile else "not stated",
        count=f"{value_in_words(count.value)} ({attribution_in_words(count.attribution)})" if count else "not stated",
        publishers=len({getattr(claim.evidence, "report_id", "") for claim in event.claims}),
        disagreement=badge.value,
    )
