"""The words and the part of the earth of a printed map."""

from geo.model.claim import Attribute
from geo.model.errors import ExportError
from geo.model.launch import LaunchEvent
from geo.model.mapview import Symbol
from geo.model.place import NamedPlace, Place
from geo.render.print.letters import letters
from geo.render.print.ranges import range_in_words as distance_in_words
from geo.render.print.sheet import Extent, Sheet, Size, Words
from geo.services.dossier import safe_label
from geo.services.export import describing
from geo.services.export.extents import extent_of
from geo.services.export.request import LONGEST_TEXT
from geo.services.export.shown import Shown
from geo.services.wording import kilometres_in_words
from geo.symbology import mark_of

MANY = 1_000  # launches on one picture from which a note says how they are drawn


def sheet_of(shown: Shown) -> Sheet:
    """ExportError for a size of paper that is none."""
    request, extent = shown.request, extent_of(shown)
    if request.size not in tuple(Size):
        raise ExportError(f"{request.size[:80]!r} is no size of paper; choose one of {', '.join(Size)}.")
    return Sheet(
        view=shown.view,
        words=words_of(shown, extent),
        extent=extent,
        selected=shown.selected.event_id if shown.selected else None,
        size=Size(request.size),
        dpi=request.dpi,
        transparent=request.transparent,
    )


def words_of(shown: Shown, extent: Extent) -> Words:
    return Words(
        title=shown.request.title[:LONGEST_TEXT] or _title(shown),
        subtitle=shown.request.subtitle[:LONGEST_TEXT],
        facts=describing.facts_in_words(shown),
        filters=describing.filters_in_words(shown),
        selection=_selection(shown),
        notes=tuple(_notes(shown, extent)),
        sources=describing.sources_in_words(shown),
        version=f"{describing.version_in_words(shown)}.",
        attribution=describing.attribution(shown),
    )


def _title(shown: Shown) -> str:
    if shown.selected is not None and (event := shown.atlas.event(shown.selected.event_id)):
        return f"Missile launch of {safe_label(event).replace(' · ', ', ')}"
    first, last = describing.range_of(shown)
    return f"Missile launches of North Korea, {first.year}{f'–{last.year}' if last.year != first.year else ''}"


def _notes(shown: Shown, extent: Extent) -> list[str]:
    notes = []
    if len(shown.view.symbols) >= MANY:
        notes.append(
            f"{len(shown.view.symbols):,} launches are more than a map can show one by one: "
            "those of one class at or near a place share a symbol, a figure says how many they are."
        )
    north, east = _degrees(extent.latitude, "N", "S"), _degrees(extent.longitude, "E", "W")
    notes.append(f"Azimuthal equal-area projection around {north}, {east}; WGS\u00a084.")
    return notes


def _selection(shown: Shown) -> tuple[str, ...]:
    """The selected launch, a line for each place in the order of its marks, and the distances claimed."""
    symbol = shown.selected
    event = shown.atlas.event(symbol.event_id) if symbol else None
    if symbol is None or event is None:
        return ()
    places = [
        f"{letter}  {words}" for letter, words in zip(letters(len(symbol.marks)), _places(event, symbol), strict=True)
    ]
    ranges = list(dict.fromkeys(distance_in_words(each) for each in symbol.ranges))
    return (safe_label(event), *places, *([f"Ranges claimed: {', '.join(ranges)}"] if ranges else []))


def _places(event: LaunchEvent, symbol: Symbol) -> list[str]:
    """Each mark in words: the gazetteer's name, how uncertain it is, and in how many claims it stands."""
    claims = [*event.of(Attribute.LAUNCH_PLACE), *event.of(Attribute.ADMIN_AREA)]
    values = [claim.value.resolution for claim in claims if isinstance(claim.value, NamedPlace)]
    places = [value for value in values if isinstance(value, Place)]
    return [_place([place for place in places if mark_of(place) == mark]) for mark in symbol.marks]


def _place(places: list[Place]) -> str:
    if not places:
        return "a place"
    first = places[0]
    reach = f"within {kilometres_in_words((first.radius_m or 0) / 1000)}" if first.point else "only the area known"
    return f"{first.name}, {reach} ({len(places)} claim{'' if len(places) == 1 else 's'})"


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):.1f}°\u00a0{positive if value >= 0 else negative}"
