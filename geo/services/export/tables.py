"""Launches as tables: flat, one row a launch; and long, one row a claim."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from geo.discrepancy.quantity import kilometres
from geo.model.claim import Attribute, Claim
from geo.model.finding import FindingClass
from geo.model.launch import LaunchEvent
from geo.model.mapview import Symbol
from geo.model.place import NamedPlace, Place
from geo.model.quantity import Quantity
from geo.model.report import Citation
from geo.services.dossier import event_day, event_place, preferred_claim
from geo.services.export.shown import Shown
from geo.services.facets import IndexRow, publisher_of
from geo.services.speakers import speaker_in_words
from geo.services.wording import place_in_words, value_in_words
from geo.symbology import class_of

Row = dict[str, Any]
_CONTRADICTIONS = frozenset(each for each in FindingClass if each.is_contradiction)
_in_words = lru_cache(16_384)(value_in_words)  # the same few values stand in most launches

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


def flat_rows(shown: Shown) -> Iterator[Row]:
    """A row for each launch, with the values its preferred claims give; None where nothing is claimed."""
    symbols = {symbol.event_id: symbol for symbol in shown.view.symbols}
    return (_flat(shown, row, symbols.get(row.event.id)) for row in shown.rows)


def long_rows(shown: Shown) -> Iterator[Row]:
    """A row for each claim of each launch, in the order the panel has them."""
    for row in shown.rows:
        for attribute in Attribute:
            preferred = row.event.preferred.get(attribute)
            for claim in row.event.of(attribute):
                yield _long(shown, row.event, claim, claim.id == preferred)


def _flat(shown: Shown, row: IndexRow, symbol: Symbol | None) -> Row:
    event, findings = row.event, shown.record.findings[row.event.id]
    missile, count = preferred_claim(event, Attribute.MISSILE_TYPE), preferred_claim(event, Attribute.COUNT)
    distance = preferred_claim(event, Attribute.RANGE)
    publishers = row.facets["publishers"]
    least, most = _bounds(count)
    return {
        "launch": event.id,
        "date": event_day(event),
        "date_first": row.first.isoformat() if row.first else None,
        "date_last": row.last.isoformat() if row.last else None,
        "place": event_place(event),
        **_mark(symbol),
        "class": (symbol.symbol_class if symbol else class_of(event)).value,
        "missile": _in_words(missile.value) if missile else None,
        "count": _in_words(count.value) if count else None,
        "count_least": least,
        "count_most": most,
        **dict(zip(("range_km_least", "range_km_most"), _kilometres(distance), strict=True)),
        "claims": len(event.claims),
        "publishers": len(publishers),
        "published_by": _joined(publishers),
        "contradictory_findings": [finding.finding_class in _CONTRADICTIONS for finding in findings].count(True),
        "worst_finding": shown.record.badges[event.id].value,
    }


@lru_cache(4096)
def _joined(names: frozenset[str]) -> str:
    return "; ".join(sorted(names))


def _mark(symbol: Symbol | None) -> Row:
    mark = symbol.marks[0] if symbol and symbol.marks else None
    point = mark.point if mark else None
    return {
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "radius_km": mark.radius_m / 1000 if mark and point else None,
        "area": (mark.area_id or None) if mark else None,
        "places_claimed": len(symbol.marks) if symbol else 0,
    }


def _bounds(claim: Claim | None) -> tuple[float | None, float | None]:
    if claim is None or not isinstance(claim.value, Quantity):
        return None, None
    return _finite(claim.value.lower), _finite(claim.value.upper)


def _kilometres(claim: Claim | None) -> tuple[float | None, float | None]:
    if claim is None or not isinstance(claim.value, Quantity):
        return None, None
    value = claim.value
    lower, upper = kilometres(value.lower, value.unit), kilometres(value.upper, value.unit)
    return _finite(lower), _finite(upper)


def _finite(number: float | None) -> float | None:
    if number is None or math.isinf(number):
        return None
    return round(number, 3)


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
