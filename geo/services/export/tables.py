"""Claims as a table, one row a claim."""

from collections.abc import Iterator
from typing import Any

from geo.model.claim import Attribute, Claim
from geo.model.launch import LaunchEvent
from geo.model.place import NamedPlace, Place
from geo.model.quantity import Quantity
from geo.model.report import Citation
from geo.services.dossier import event_day
from geo.services.export.flat import bounds
from geo.services.export.shown import Shown
from geo.services.facets import publisher_of
from geo.services.speakers import speaker_in_words
from geo.services.wording import place_in_words, value_in_words

Row = dict[str, Any]

LONG = (
    "launch", "date", "claim", "attribute", "preferred", "value_as_written", "value", "lower", "upper", "unit", "place",
    "latitude", "longitude", "radius_km", "area", "speaker", "speaker_ids", "stance", "said", "publisher", "record",
    "link", "words",
)  # fmt: skip


def long_rows(shown: Shown) -> Iterator[Row]:
    """A row for each claim of each launch, in the order the panel has them."""
    for row in shown.rows:
        for attribute in Attribute:
            preferred = row.event.preferred.get(attribute)
            for claim in row.event.of(attribute):
                yield _long(shown, row.event, claim, claim.id == preferred)


def _long(shown: Shown, event: LaunchEvent, claim: Claim, preferred: bool) -> Row:
    value = claim.value
    lower, upper = bounds(claim)
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
