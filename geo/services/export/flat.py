"""Launches column by column: what is said of each first, and where. One entry a launch, some hundred in a piece."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from geo.discrepancy.quantity import kilometres
from geo.model.claim import Attribute, Claim
from geo.model.finding import FindingClass
from geo.model.mapview import PlaceMark, Symbol, SymbolClass
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.weapon import MissileClass, MissileType
from geo.services.dossier import days_in_words
from geo.services.export.shown import Shown
from geo.services.facets import ABRIDGED, IndexRow
from geo.services.wording import quantity_in_words, value_in_words
from geo.symbology import class_of

Columns = tuple[Sequence[Any], ...]
Position = tuple[float | None, float | None, float | None, str | None]
"""Latitude and longitude in degrees, radius in km, area."""

LAUNCH = (
    "launch", "date", "date_first", "date_last", "places_claimed", "class", "missile", "count", "count_least",
    "count_most", "range_km_least", "range_km_most", "claims", "publishers", "published_by", "contradictory_findings",
    "worst_finding",
)  # fmt: skip
PLACE = ("place", "latitude", "longitude", "radius_km", "area")
_DATED = 4  # columns of LAUNCH before which a table has no place
FLAT = (*LAUNCH[:_DATED], *PLACE, *LAUNCH[_DATED:])

_AT_ONCE = 250
_NAMES: Mapping[str, str] = {each: each.value for each in (*SymbolClass, *FindingClass)}
_DISTINCT = 4096  # wordings that are kept: of days, weapons and figures as such, never of a launch or a claim
NOWHERE: Position = (None, None, None, None)
_NO_COUNT, _NO_RANGE = (None, None, None), (None, None)


class Piece(NamedTuple):
    """`launches` are the columns of LAUNCH; `places` and `marks` have, for each launch, the name of its preferred place
    and all its places, none for a launch nobody placed or without a day.
    """

    launches: Columns
    places: Sequence[str]
    marks: Sequence[Sequence[PlaceMark]]


def pieces(shown: Shown) -> Iterator[Piece]:
    """All launches in their order; None where nothing is claimed."""
    symbols = {symbol.event_id: symbol for symbol in shown.view.symbols}
    rows = iter(shown.rows)
    while batch := list(islice(rows, _AT_ONCE)):
        ids = [row.event.id for row in batch]
        drawn = list(map(symbols.get, ids))
        badges = map(_NAMES.__getitem__, map(shown.record.badges.__getitem__, ids))
        marks = [symbol.marks if symbol else () for symbol in drawn]
        columns = (*_told(batch, drawn), list(badges))
        places = [place for row in batch for place in row.facets["places"]]
        yield Piece((ids, *columns[:3], list(map(len, marks)), *columns[3:]), places, marks)


def flat_columns(shown: Shown) -> Iterator[Columns]:
    """The columns of FLAT, piece by piece: those of a launch, and its preferred place."""
    for launches, places, marks in pieces(shown):
        positions = zip(*(position(each[0]) if each else NOWHERE for each in marks), strict=True)
        yield (*launches[:_DATED], places, *positions, *launches[_DATED:])


def position(mark: PlaceMark) -> Position:
    """Where a place is; of an area its id alone."""
    point = mark.point
    if point is None:
        return None, None, None, mark.area_id or None
    return point.latitude, point.longitude, mark.radius_m / 1000, mark.area_id or None


def bounds(claim: Claim) -> tuple[float | None, float | None]:
    """The least and the most of a quantity as said, None where it has no end, or where the claim is of none."""
    value = claim.value
    return (_finite(value.lower), _finite(value.upper)) if isinstance(value, Quantity) else (None, None)


def _told(rows: Sequence[IndexRow], drawn: Sequence[Symbol | None]) -> Iterator[Sequence[Any]]:
    """Days, class, missile, count, range, claims, publishers and contradictory findings."""
    yield from zip(*(_days(row.first, row.last) for row in rows), strict=True)
    yield [
        _NAMES[symbol.symbol_class if symbol else class_of(row.event)] for row, symbol in zip(rows, drawn, strict=True)
    ]
    yield from zip(*(_figures(row.preferred) for row in rows), strict=True)
    yield [len(row.event.claims) for row in rows]
    publishers = [row.facets["publishers"] for row in rows]
    yield list(map(len, publishers))
    yield ["; ".join(sorted(names)) for names in publishers]
    yield [row.disputes for row in rows]


def _figures(preferred: Mapping[Attribute, Claim]) -> Sequence[Any]:
    """The missile; the count in words, its least and most; the least and most of the range in km: as first shown."""
    missile, count, distance = [
        preferred[attribute].value if attribute in preferred else None for attribute in ABRIDGED
    ]
    return (
        _missile(missile.missile_class, missile.name, missile.hedged) if isinstance(missile, MissileType) else None,
        *(_count(count.lower, count.upper, count.qualifier, count.unit) if isinstance(count, Quantity) else _NO_COUNT),
        *(_range(distance.lower, distance.upper, distance.unit) if isinstance(distance, Quantity) else _NO_RANGE),
    )


@lru_cache(_DISTINCT)
def _days(first: date | None, last: date | None) -> tuple[str, str | None, str | None]:
    return (
        days_in_words(first, last),
        first.isoformat() if first else None,
        last.isoformat() if last else None,
    )


@lru_cache(_DISTINCT, typed=True)
def _missile(missile_class: MissileClass, name: str, hedged: bool) -> str:
    return value_in_words(MissileType(missile_class, name, hedged, ""))


@lru_cache(_DISTINCT, typed=True)
def _count(
    lower: float, upper: float, qualifier: Qualifier, unit: Unit
) -> tuple[str | None, float | None, float | None]:
    return quantity_in_words(Quantity(lower, upper, qualifier, unit, "")), _finite(lower), _finite(upper)


@lru_cache(_DISTINCT, typed=True)
def _range(lower: float, upper: float, unit: Unit) -> tuple[float | None, float | None]:
    return _finite(kilometres(lower, unit)), _finite(kilometres(upper, unit))


def _finite(number: float | None) -> float | None:
    if number is None or math.isinf(number):
        return None
    return number if number % 1 == 0 else round(number, 3)
