"""Launches ─► MapView: which symbol, where, how large. Knows no folium and no file.

Colours are those of Okabe and Ito (2008, "Color Universal Design"), each with a shape of its
own, so that no symbol is told by colour alone.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from geo.discrepancy.quantity import kilometres
from geo.discrepancy.weapon import designation_key
from geo.model.attribution import Speaker
from geo.model.claim import Attribute, Claim, Stance
from geo.model.errors import ModelError
from geo.model.launch import LaunchEvent
from geo.model.mapview import ClaimedRange, LegendEntry, MapView, PlaceMark, Symbol, SymbolClass
from geo.model.place import NamedPlace, Place
from geo.model.quantity import Qualifier, Quantity
from geo.model.weapon import LandingArea, MissileClass, MissileType

LEGEND = (
    LegendEntry(SymbolClass.SHORT_RANGE, "#0072B2", "circle"),
    LegendEntry(SymbolClass.MEDIUM_RANGE, "#E69F00", "diamond"),
    LegendEntry(SymbolClass.INTERCONTINENTAL, "#D55E00", "triangle"),
    LegendEntry(SymbolClass.SUBMARINE_LAUNCHED, "#009E73", "square"),
    LegendEntry(SymbolClass.SPACE_LAUNCHER, "#CC79A7", "star"),
    LegendEntry(SymbolClass.CRUISE, "#56B4E9", "chevron"),
    LegendEntry(SymbolClass.OTHER, "#6B6B6B", "cross"),
)
ATTRIBUTION = "Land, borders and provinces: Natural Earth, public domain"

# A class that is missing here ("ballistic missile", "projectile", "hypersonic") tells no range: other or unknown.
CLASS_OF: Mapping[MissileClass, SymbolClass] = MappingProxyType(
    {
        MissileClass.CRBM: SymbolClass.SHORT_RANGE,
        MissileClass.SRBM: SymbolClass.SHORT_RANGE,
        MissileClass.MRBM: SymbolClass.MEDIUM_RANGE,
        MissileClass.IRBM: SymbolClass.MEDIUM_RANGE,
        MissileClass.ICBM: SymbolClass.INTERCONTINENTAL,
        MissileClass.SLBM: SymbolClass.SUBMARINE_LAUNCHED,
        MissileClass.SLV: SymbolClass.SPACE_LAUNCHER,
        MissileClass.CRUISE: SymbolClass.CRUISE,
        MissileClass.SLCM: SymbolClass.CRUISE,
    }
)
_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_RANGES = frozenset({SymbolClass.SHORT_RANGE, SymbolClass.MEDIUM_RANGE, SymbolClass.INTERCONTINENTAL})
_LARGEST_COUNT = ((1, 1), (4, 2))  # up to 1 missile: size 1; up to 4: size 2; else 3


def map_view(
    events: Iterable[LaunchEvent], contradictory_ids: Collection[str], designations: Mapping[str, str] = _NO_NAMES
) -> MapView:
    """Symbols of all dated events, by first day then id. Undated events are the caller's to list.

    `designations` are the names a missile may be shown by, keyed as in geo.discrepancy.weapon.
    """
    dated = (event for event in events if event.day is not None and event.day.first is not None)
    symbols = [symbol_of(event, event.id in contradictory_ids, designations) for event in dated]
    return MapView(tuple(sorted(symbols, key=lambda symbol: (symbol.first, symbol.event_id))), LEGEND, ATTRIBUTION)


def symbol_of(event: LaunchEvent, contradictory: bool, designations: Mapping[str, str] = _NO_NAMES) -> Symbol:
    """The symbol of one launch; ModelError for a launch without a day, which has no place in time."""
    if event.day is None or event.day.first is None:
        raise ModelError(f"Launch {event.id!r} has no day: list it beside the map, it cannot be drawn in time.")
    first = event.day.first
    return Symbol(
        event_id=event.id,
        first=first,
        last=event.day.last or first,
        symbol_class=class_of(event),
        size=size_of(event),
        contradictory=contradictory,
        marks=marks_of(event),
        place=next((place.name for place in drawn_places(event)), ""),
        missile=_missile(event, designations),
        ranges=ranges_of(event),
    )


def class_of(event: LaunchEvent) -> SymbolClass:
    """The most specific class somebody asserted by name; a guess, hedged or anonymous, never outranks it.

    Submarine-launched takes precedence of a range class, for a missile can be both. Where
    asserted classes exclude each other the preferred claim decides, and without one the
    launch is other or unknown: the symbol takes no side.
    """
    claims = _asserted_types(event)
    classes = {_symbol_class(claim) for claim in claims} - {SymbolClass.OTHER}
    if SymbolClass.SUBMARINE_LAUNCHED in classes:
        classes -= _RANGES
    if len(classes) == 1:
        return classes.pop()
    preferred = event.preferred.get(Attribute.MISSILE_TYPE)
    chosen = [_symbol_class(claim) for claim in claims if claim.id == preferred]
    return chosen[0] if chosen else SymbolClass.OTHER


def size_of(event: LaunchEvent) -> int:
    """1 for one missile, 2 for two to four, 3 for more, by the least number the words allow.

    The preferred count decides; without one the lowest asserted; without any, 1.
    """
    counts = [claim for claim in event.of(Attribute.COUNT) if claim.stance is Stance.ASSERTED]
    preferred = [claim for claim in counts if claim.id == event.preferred.get(Attribute.COUNT)]
    values = [claim.value for claim in preferred or counts if isinstance(claim.value, Quantity)]
    least = min((_least(value) for value in values), default=1)
    return next((size for most, size in _LARGEST_COUNT if least <= most), 3)


def marks_of(event: LaunchEvent) -> tuple[PlaceMark, ...]:
    """Competing places: the preferred, then points, then areas; each once, in the order of the claims.

    Only where no launch place was resolved do the administrative areas stand in for it.
    Ambiguous and unknown places give no mark, and denied ones are no place of the launch.
    """
    return tuple(dict.fromkeys(map(mark_of, drawn_places(event))))


def ranges_of(event: LaunchEvent) -> tuple[ClaimedRange, ...]:
    """Distances somebody claims the missile flew, shortest first, each once; denied ones are left out.

    A distance goes towards the water its own speaker names, else towards every water named for
    the launch, else in no direction. A lower bound of nothing ("up to 250 km") is kept as 0.
    """
    found = [
        ClaimedRange(*bounds, sea)
        for claim in event.of(Attribute.RANGE)
        if claim.stance is not Stance.DENIED and isinstance(claim.value, Quantity)
        if (bounds := _metres(claim.value)) is not None
        for sea in _seas_for(event, claim)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.lower_m, each.upper_m or math.inf, each.sea)))


def _metres(value: Quantity) -> tuple[float, float | None] | None:
    lower, upper = kilometres(value.lower, value.unit), kilometres(value.upper, value.unit)
    if lower is None or upper is None:
        return None
    return round(lower * 1000), None if math.isinf(upper) else round(upper * 1000)


def _seas_for(event: LaunchEvent, claim: Claim) -> tuple[str, ...]:
    landings = [
        (other.attribution.originator, other.value.area)
        for other in event.of(Attribute.LANDING_AREA)
        if other.stance is not Stance.DENIED and isinstance(other.value, LandingArea) and other.value.area
    ]
    own = [area for speaker, area in landings if _is_same(speaker, claim.attribution.originator)]
    return tuple(dict.fromkeys(own or [area for _, area in landings])) or ("",)


def _is_same(one: Speaker, other: Speaker) -> bool:
    return bool(one.source_ids) and one.source_ids == other.source_ids


def _missile(event: LaunchEvent, designations: Mapping[str, str]) -> str:
    """The designation the preferred claim gives, in the spelling of our list; "" when it gives none we list."""
    preferred = event.preferred.get(Attribute.MISSILE_TYPE)
    names = [
        claim.value.name
        for claim in event.of(Attribute.MISSILE_TYPE)
        if claim.id == preferred and isinstance(claim.value, MissileType)
    ]
    return next((designations.get(designation_key(name), "") for name in names), "")


def drawn_places(event: LaunchEvent) -> list[Place]:
    """The places of `marks_of`, in the same order."""
    places = list(_places(event, Attribute.LAUNCH_PLACE)) or list(_places(event, Attribute.ADMIN_AREA))
    preferred = set(event.preferred.values())
    places.sort(key=lambda entry: (entry[0].id not in preferred, entry[1].point is None))
    return [place for _, place in places]


def _asserted_types(event: LaunchEvent) -> list[Claim]:
    asserted = [claim for claim in event.of(Attribute.MISSILE_TYPE) if _is_asserted_type(claim)]
    named = [claim for claim in asserted if not claim.attribution.originator.anonymous]
    return named or asserted


def _is_asserted_type(claim: Claim) -> bool:
    return claim.stance is Stance.ASSERTED and isinstance(claim.value, MissileType) and not claim.value.hedged


def _symbol_class(claim: Claim) -> SymbolClass:
    if not isinstance(claim.value, MissileType):
        raise ModelError(f"Claim {claim.id} about the missile type holds {type(claim.value).__name__}.")
    return CLASS_OF.get(claim.value.missile_class, SymbolClass.OTHER)


def _least(count: Quantity) -> int:
    if count.qualifier is Qualifier.MORE_THAN:
        return math.floor(count.lower) + 1
    return math.ceil(count.lower)


def _places(event: LaunchEvent, attribute: Attribute) -> Iterator[tuple[Claim, Place]]:
    for claim in event.of(attribute):
        resolved = claim.value.resolution if isinstance(claim.value, NamedPlace) else None
        if isinstance(resolved, Place) and claim.stance is not Stance.DENIED:
            yield claim, resolved


def mark_of(place: Place) -> PlaceMark:
    """A place as it is drawn: a point with its radius, or an area."""
    if place.point is None:
        return PlaceMark(None, 0.0, place.area_id)
    return PlaceMark(place.point, place.radius_m or 0.0, "")
