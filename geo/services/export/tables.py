"""Launches as tables: flat, one row a launch; and long, one row a claim."""

import math
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from geo.discrepancy.quantity import kilometres
from geo.model.claim import Attribute, Claim
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.mapview import PlaceMark, Symbol, SymbolClass
from geo.model.place import NamedPlace, Place
from geo.model.quantity import Quantity
from geo.model.report import Citation
from geo.services.dossier import event_day
from geo.services.export.shown import Shown
from geo.services.facets import IndexRow, publisher_of
from geo.services.speakers import speaker_in_words
from geo.services.wording import place_in_words, value_in_words
from geo.symbology import class_of

Row = dict[str, Any]
FlatRow = tuple[Any, ...]
"""Values in the order of FLAT."""
_CONTRADICTIONS = frozenset(each for each in FindingClass if each.is_contradiction)
_CLASS_OF = attrgetter("finding_class")
_NAMES: Mapping[str, str] = {each: each.value for each in (*SymbolClass, *FindingClass)}
_FIGURES = (Attribute.MISSILE_TYPE, Attribute.COUNT, Attribute.RANGE)
_NOWHERE = (None, None, None, None)

FLAT = (
    "launch", "date", "date_first", "date_last", "place", "latitude", "longitude", "radius_km", "area",
    "places_claimed", "class", "missile", "count", "count_least", "count_most", "range_km_least", "range_km_most",
    "claims", "publishers", "published_by", "contradictory_findings", "worst_finding",
)  # fmt: skip
LONG = (
    "launch", "date", "claim", "attribute", "preferred", "value_as_written", "value", "lower", "upper", "unit", "place",
    "latitude", "longitude", "radius_km", "area", "speaker", "speaker_ids", "stance", "said", "publisher", "record",
    "link", "words",
)  # fmt: skip


def flat_rows(shown: Shown) -> Iterator[FlatRow]:
    """A row for each launch, with the values its preferred claims give; None where nothing is claimed."""
    symbols = {symbol.event_id: symbol for symbol in shown.view.symbols}
    findings, badges = shown.record.findings, shown.record.badges
    for row in shown.rows:
        event_id = row.event.id
        yield _flat(row, symbols.get(event_id), findings[event_id], badges[event_id])


def long_rows(shown: Shown) -> Iterator[Row]:
    """A row for each claim of each launch, in the order the panel has them."""
    for row in shown.rows:
        for attribute in Attribute:
            preferred = row.event.preferred.get(attribute)
            for claim in row.event.of(attribute):
                yield _long(shown, row.event, claim, claim.id == preferred)


def _flat(row: IndexRow, symbol: Symbol | None, findings: Sequence[Finding], badge: FindingClass) -> FlatRow:
    """The launch in the order of FLAT."""
    event, publishers = row.event, row.facets["publishers"]
    marks = symbol.marks if symbol else ()
    missile, count, distance = _preferred(event)
    (place,) = row.facets["places"]
    first = row.first.isoformat() if row.first else None
    return (
        event.id,
        event_day(event),
        first,
        first if row.last == row.first else row.last.isoformat() if row.last else None,
        place,
        *(position(marks[0]) if marks else _NOWHERE),
        len(marks),
        _NAMES[symbol.symbol_class if symbol else class_of(event)],
        value_in_words(missile.value) if missile else None,
        value_in_words(count.value) if count else None,
        *_bounds(count),
        *_kilometres(distance),
        len(event.claims),
        len(publishers),
        "; ".join(sorted(publishers)),
        sum(map(_CONTRADICTIONS.__contains__, map(_CLASS_OF, findings))),
        _NAMES[badge],
    )


def _preferred(event: LaunchEvent) -> list[Claim | None]:
    """The claims on missile, count and range that are shown first."""
    ids = [claim.id for claim in event.claims]
    wanted = map(event.preferred.get, _FIGURES)
    return [event.claims[ids.index(claim_id)] if claim_id else None for claim_id in wanted]


def position(mark: PlaceMark) -> tuple[float | None, float | None, float | None, str | None]:
    """Latitude and longitude in degrees, radius in km, area: as they stand in FLAT."""
    if mark.point is None:
        return None, None, None, mark.area_id or None
    return mark.point.latitude, mark.point.longitude, mark.radius_m / 1000, mark.area_id or None


def _bounds(claim: Claim | None) -> tuple[float | None, float | None]:
    value = claim.value if claim else None
    return (_finite(value.lower), _finite(value.upper)) if isinstance(value, Quantity) else (None, None)


def _kilometres(claim: Claim | None) -> tuple[float | None, float | None]:
    value = claim.value if claim else None
    if not isinstance(value, Quantity):
        return None, None
    lower = _finite(kilometres(value.lower, value.unit))
    return lower, lower if value.upper == value.lower else _finite(kilometres(value.upper, value.unit))


def _finite(number: float | None) -> float | None:
    if number is None or math.isinf(number):
        return None
    return number if number % 1 == 0 else round(number, 3)


def _long(shown: Shown, event: LaunchEvent, claim: Claim, preferred: bool) -> Row:
    value = claim.value
    lower, upper = _bounds(claim)
    return {
        "launch": event.id,
        "date": event_day(event),
        "claim": claim.id,
        "attribute": claim.attribute.value,
        "preferred": "yes" if preferred else "no",
        "value_as_written": value.verbatim,
        "value": place_in_words(value) if isinstance(value, NamedPlace) else value_in_words(value),
        "lower": lower,
        "upper": upper,
        "unit": value.unit.value if isinstance(value, Quantity) else None,
        **_place(value.resolution if isinstance(value, NamedPlace) else None),
        "speaker": speaker_in_words(claim, shown.atlas.library.sources),
        "speaker_ids": "; ".join(claim.attribution.originator.source_ids),
        "stance": claim.stance.value,
        "said": claim.said.day.isoformat() if claim.said else None,
        **_evidence(shown, claim),
        "words": claim.words,
    }


def _place(resolution: object) -> Row:
    place = resolution if isinstance(resolution, Place) else None
    point = place.point if place else None
    return {
        "place": place.name if place else None,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "radius_km": (place.radius_m or 0) / 1000 if place and point else None,
        "area": (place.area_id or None) if place else None,
    }


def _evidence(shown: Shown, claim: Claim) -> Row:
    evidence = claim.evidence
    publisher = publisher_of(claim, shown.record, shown.atlas.library.sources)
    if isinstance(evidence, Citation):
        return {"publisher": publisher, "record": evidence.record_id, "link": evidence.url}
    report = shown.record.report(evidence.report_id)
    return {"publisher": publisher, "record": evidence.report_id, "link": report.url if report else ""}
