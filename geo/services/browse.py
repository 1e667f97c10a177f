"""Finding launches: filters, search, the table beside the map, and which filter empties it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from geo.discrepancy.badge import badge_words
from geo.discrepancy.weapon import designation_key
from geo.geocoding.romanisation import fold, is_han, is_long_enough, key
from geo.model.claim import Attribute
from geo.model.launch import LaunchEvent
from geo.model.mapview import MapView
from geo.model.source import Source
from geo.services.dossier import event_day, event_place
from geo.services.facets import TITLES, IndexRow
from geo.services.library import Library
from geo.services.pipeline import Record
from geo.services.speakers import speaker_in_words
from geo.services.wording import value_in_words
from geo.symbology import map_view

Index = Sequence[IndexRow]


@dataclass(frozen=True, slots=True)
class LaunchFilter:
    """What to show. Days are local days at the launch place, both included.

    `facets` are pairs of a facet's name (geo.services.facets) and the values chosen of it:
    a launch passes with one of them. `least_publishers` is 1 for all. `search` is a place
    or missile name in any spelling.
    """

    first: date | None = None
    last: date | None = None
    facets: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
    least_publishers: int = 1
    search: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    event_id: str
    day: str
    place: str
    missile: str
    count: str
    publishers: int
    disagreement: str


def select(index: Index, chosen: LaunchFilter, library: Library) -> tuple[LaunchEvent, ...]:
    """The launches that pass, in time order; a launch is in range whenever it may be."""
    return tuple(row.event for row in matching(index, chosen, library))


def matching(index: Index, chosen: LaunchFilter, library: Library) -> tuple[IndexRow, ...]:
    """The rows of the launches that pass, in the order of the index."""
    wanted, places = fold(chosen.search), _places_named(chosen.search, library)
    heard = _names_heard(index, wanted, library)
    return tuple(row for row in index if _passes(row, chosen) and (heard & row.names or _is_found(row, wanted, places)))


def emptying_filters(index: Index, chosen: LaunchFilter, library: Library) -> tuple[str, ...]:
    """When nothing passes: the filters whose removal alone would show a launch again."""
    if select(index, chosen, library):
        return ()
    options = {
        "first": replace(chosen, first=None),
        "last": replace(chosen, last=None),
        "least_publishers": replace(chosen, least_publishers=1),
        "search": replace(chosen, search=""),
    } | {name: replace(chosen, facets=tuple(f for f in chosen.facets if f[0] != name)) for name, _ in chosen.facets}
    return tuple(name for name, without in options.items() if without != chosen and select(index, without, library))


def draw(record: Record, events: Iterable[LaunchEvent], designations: Mapping[str, str] | None = None) -> MapView:
    """The map of these events: every dated one that has a place. `designations` name missiles, as map_view says."""
    drawable = [event for event in events if event.day is not None and event.day.first is not None]
    contradictory = {event.id for event in drawable if record.badges[event.id].is_contradiction}
    return map_view(drawable, contradictory, designations or {})


def tabulate(record: Record, rows: Iterable[IndexRow], sources: Mapping[str, Source]) -> tuple[TableRow, ...]:
    return tuple(_row(record, row, sources) for row in rows)


def dated_bounds(index: Index) -> tuple[date, date] | None:
    """First and last launch day of the whole record; None when no launch is dated."""
    firsts = [row.first for row in index if row.first]
    lasts = [row.last for row in index if row.last]
    return (min(firsts), max(lasts)) if firsts and lasts else None


def choices(index: Index) -> dict[str, tuple[str, ...]]:
    """For every facet the values a filter can choose from, sorted."""
    return {name: tuple(sorted({value for row in index for value in row.facets[name]})) for name in TITLES}


def landmarks(index: Index) -> tuple[LaunchEvent | None, LaunchEvent | None]:
    """The most recent dated launch, and the one with the most contradictory findings (the later of equals)."""
    dated = [row for row in index if row.last is not None]
    recent = max(dated, key=lambda row: (row.last or date.min, row.event.id), default=None)
    disputed = max(dated, key=lambda row: (row.disputes, row.last or date.min), default=None)
    return recent.event if recent else None, disputed.event if disputed and disputed.disputes else None


def _passes(row: IndexRow, chosen: LaunchFilter) -> bool:
    if row.first is None or row.last is None:
        in_range = chosen.first is None and chosen.last is None
    else:
        in_range = row.last >= (chosen.first or row.last) and row.first <= (chosen.last or row.first)
    return (
        in_range
        and len(row.facets["publishers"]) >= chosen.least_publishers
        and all(row.facets[name] & set(values) for name, values in chosen.facets if values)
    )


def _places_named(search: str, library: Library) -> frozenset[str]:
    if not search.strip():
        return frozenset()
    return frozenset(entry_id for reading in library.gazetteer.readings(search) for entry_id in reading.matches)


def _names_heard(index: Index, wanted: str, library: Library) -> frozenset[str]:
    """Names of the index that sound as Hangul or Cyrillic letters do: 화성 15 and Хвасон-15 are Hwasong-15."""
    if wanted.isascii():
        return frozenset()
    spelling = library.gazetteer.spelling
    sound = key(spelling.skeleton(wanted))
    if not is_long_enough(sound) or is_han(wanted):
        return frozenset()
    names = {name for row in index for name in row.names if name.isascii()}
    return frozenset(
        name for name in names if sound in key(spelling.skeleton(name)) or sound in key(spelling.blurred(name))
    )


def _is_found(row: IndexRow, wanted: str, places: frozenset[str]) -> bool:
    return not wanted or bool(places & row.place_ids) or _is_named(row, wanted)


def _is_named(row: IndexRow, wanted: str) -> bool:
    designation = designation_key(wanted)
    return any(wanted in name or (designation and designation in name) for name in row.names)


def _row(record: Record, row: IndexRow, sources: Mapping[str, Source]) -> TableRow:
    event, missile, count = row.event, row.preferred.get(Attribute.MISSILE_TYPE), row.preferred.get(Attribute.COUNT)
    return TableRow(
        event_id=event.id,
        day=event_day(event),
        place=event_place(event),
        missile=value_in_words(missile.value) if missile else "not stated",
        count=f"{value_in_words(count.value)} ({speaker_in_words(count, sources)})" if count else "not stated",
        publishers=len(row.facets["publishers"]),
        disagreement=badge_words(record.findings[event.id]),
    )
