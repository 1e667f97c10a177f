"""The launches of a request, as the map and the table have them."""

from collections import Counter
from dataclasses import dataclass

from geo.model.errors import ExportError
from geo.model.launch import LaunchEvent
from geo.model.mapview import MapView, Symbol
from geo.services import browse
from geo.services.atlas import Atlas
from geo.services.export.request import Format, Request
from geo.services.facets import IndexRow
from geo.services.opening import Catalogue
from geo.services.pipeline import Record

_ALONE = frozenset({Format.BUNDLE})  # formats that tell of the selected launch alone, when there is one


@dataclass(frozen=True, slots=True)
class Shown:
    """`rows` in time order, undated last; `view` has every dated one, with a place or without."""

    request: Request
    atlas: Atlas
    catalogue: Catalogue
    rows: tuple[IndexRow, ...]
    view: MapView

    @property
    def events(self) -> tuple[LaunchEvent, ...]:
        return tuple(row.event for row in self.rows)

    @property
    def record(self) -> Record:
        return self.atlas.record

    @property
    def selected(self) -> Symbol | None:
        """The selected launch as it is drawn; None when none is selected, or it is not shown."""
        wanted = self.request.selected
        return next((symbol for symbol in self.view.symbols if symbol.event_id == wanted), None)

    @property
    def placed(self) -> int:
        return sum(bool(symbol.marks) for symbol in self.view.symbols)

    @property
    def disputed(self) -> int:
        worst = Counter(self.record.badges[row.event.id] for row in self.rows)
        return sum(launches for badge, launches in worst.items() if badge.is_contradiction)


def show(request: Request, atlas: Atlas, catalogue: Catalogue) -> Shown:
    """ExportError when the selected launch does not exist."""
    if request.selected and atlas.event(request.selected) is None:
        raise ExportError(f"There is no launch {request.selected[:80]!r}; 'python -m geo launches' lists their ids.")
    if request.selected and request.format in _ALONE:
        rows = tuple(row for row in atlas.rows if row.event.id == request.selected)
        events = [row.event for row in rows]
        return Shown(request, atlas, catalogue, rows, browse.draw(atlas.record, events, atlas.library.comparison.names))
    places = atlas.selection(request.chosen).places
    rows = tuple(row for row in atlas.rows if row.event.id in places)
    return Shown(request, atlas, catalogue, rows, atlas.map_view(request.chosen))
