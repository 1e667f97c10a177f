"""One record with everything the pages look up in it, worked out once and shared by all sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from geo.model.launch import LaunchEvent
from geo.model.mapview import MapView
from geo.services import browse
from geo.services.as_of import Standing, as_it_stood
from geo.services.browse import LaunchFilter, TableRow
from geo.services.dossier import Dossier, open_dossier
from geo.services.facets import IndexRow, index_of
from geo.services.library import Library
from geo.services.pipeline import Record

_SELECTIONS = 64  # filters and ranges whose launches are kept; each is a tuple of references
_VIEWS = 16  # maps kept; one for each filter without its dates
_DOSSIERS = 128
_STANDINGS = 16  # launches kept as they stood on an earlier day


@dataclass(frozen=True, slots=True)
class Selection:
    """The launches that pass a filter, the newest first, undated ones last; `places` has their positions by id."""

    rows: tuple[IndexRow, ...]
    places: Mapping[str, int]
    disputed: int
    undated: int


class Atlas:
    """`rows` are all launches in time order, `axis` whole years around the dated ones, both days included.

    `options` are the values of each facet, `last_year` the twelve months that end with the
    most recent launch. Answers are cached: the same question gives the same object.
    """

    def __init__(self, record: Record, library: Library) -> None:
        self.record, self.library = record, library
        self.rows = index_of(record, library)
        bounds = browse.dated_bounds(self.rows) or (date(2021, 1, 1), date(2021, 12, 31))
        self.axis = (date(bounds[0].year, 1, 1), date(bounds[1].year, 12, 31))
        self.last_year = _twelve_months_to(bounds[1])
        self.options = browse.choices(self.rows)
        self.most_publishers = max((len(row.facets["publishers"]) for row in self.rows), default=1)
        self.landmarks = browse.landmarks(self.rows)
        self._events = {event.id: event for event in record.events}
        self._select = lru_cache(_SELECTIONS)(self._work_out)
        self._draw = lru_cache(_VIEWS)(self._drawn)
        self._open = lru_cache(_DOSSIERS)(self._opened)
        self._stand = lru_cache(_STANDINGS)(self._stood)

    def event(self, event_id: str | None) -> LaunchEvent | None:
        return self._events.get(event_id or "")

    def selection(self, chosen: LaunchFilter) -> Selection:
        return self._select(chosen)

    def map_view(self, chosen: LaunchFilter) -> MapView:
        """Every dated launch that passes and has a place."""
        return self._draw(chosen)

    def dossier(self, event_id: str, viewer: str = "", as_of: date | None = None) -> Dossier:
        """What the panel tells of a launch, today or at the end of a day; KeyError when there is none of this id."""
        return self._open(event_id, viewer, as_of)

    def standing(self, event_id: str, day: date) -> Standing:
        """The launch as it stood at the end of a day; KeyError when there is none of this id."""
        return self._stand(event_id, day)

    def table(self, rows: Sequence[IndexRow]) -> tuple[TableRow, ...]:
        return browse.tabulate(self.record, rows, self.library.sources)

    def emptying(self, chosen: LaunchFilter) -> tuple[str, ...]:
        return browse.emptying_filters(self.rows, chosen, self.library)

    def _work_out(self, chosen: LaunchFilter) -> Selection:
        found = browse.matching(self.rows, chosen, self.library)
        rows = (*reversed([row for row in found if row.first]), *(row for row in found if not row.first))
        return Selection(
            rows,
            {row.event.id: place for place, row in enumerate(rows)},
            sum(self.record.badges[row.event.id].is_contradiction for row in rows),
            sum(row.first is None for row in rows),
        )

    def _drawn(self, chosen: LaunchFilter) -> MapView:
        events = [row.event for row in self._select(chosen).rows]
        return browse.draw(self.record, events, self.library.comparison.names)

    def _opened(self, event_id: str, viewer: str, as_of: date | None) -> Dossier:
        if as_of is None:
            return open_dossier(self.record, self._events[event_id], self.library, viewer)
        standing = self._stand(event_id, as_of)
        return open_dossier(standing.record, standing.event, self.library, viewer)

    def _stood(self, event_id: str, day: date) -> Standing:
        return as_it_stood(self.record, self._events[event_id], self.library, day)


def _twelve_months_to(last: date) -> tuple[date, date]:
    """The days after this day a year before, up to and including it."""
    a_year_before = (
        last.replace(year=last.year - 1, day=28)
        if (last.month, last.day) == (2, 29)
        else last.replace(year=last.year - 1)
    )
    return a_year_before + timedelta(days=1), last
