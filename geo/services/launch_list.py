"""The list of launches as JSON: what every publisher says of each, and what comparing it finds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from geo.association.records import day_in_id
from geo.catalogue.launches import load_records
from geo.catalogue.seeds import load_seeds
from geo.model.claim import Attribute, Claim
from geo.model.finding import Finding
from geo.model.launch import LaunchDay, LaunchEvent
from geo.model.place import NamedPlace, Place
from geo.model.report import Citation
from geo.model.source_record import SourceRecord
from geo.model.timespan import ClockTime, TimeSpan
from geo.services.library import Library, open_library
from geo.services.pipeline import Record, compile_record
from geo.services.record_of_launches import record_of_launches
from geo.services.serial import as_json
from geo.services.wording import attribution_in_words, place_in_words, time_in_zones, value_in_words


def list_launches() -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """The launches of the seeds and the data sets of this installation, and the records on none."""
    library, records = open_library(), load_records()
    return launches_as_json(compile_record(load_seeds(), library, records), records, library), unmatched_as_json(
        records, library
    )


def launches_as_json(record: Record, records: Sequence[SourceRecord], library: Library) -> list[dict[str, Any]]:
    """Every launch of the record: id, date_kst, places, publishers, records, attributes with claims and findings.

    `date_kst` is a day, or year and month where no day is known, null for an undated launch;
    `days` bounds it. Places without coordinates have null for latitude, longitude and radius.
    """
    carried = record_of_launches(records, library).records
    by_id = {each.id: each for each in records}
    reports = {reading.report.id: reading.report for reading in record.readings}
    urls = {name: report.url for name, report in reports.items()}
    outlets = {name: report.source_id or report.outlet for name, report in reports.items()}
    return [
        _launch(record, event, [by_id[name] for name in carried.get(event.id, ())], urls, outlets)
        for event in record.events
    ]


def unmatched_as_json(records: Sequence[SourceRecord], library: Library) -> list[dict[str, str]]:
    """The records that are on no launch, each with the reason."""
    return [
        {"record": each.record_id, "reason": each.reason} for each in record_of_launches(records, library).unmatched
    ]


def _launch(
    record: Record,
    event: LaunchEvent,
    carried: Sequence[SourceRecord],
    urls: Mapping[str, str],
    outlets: Mapping[str, str],
) -> dict[str, Any]:
    told_in = {claim.evidence.report_id for claim in event.claims if not isinstance(claim.evidence, Citation)}
    publishers = {each.publisher for each in carried} | {outlets.get(name, "") for name in told_in}
    return {
        "id": event.id,
        "date_kst": _date(event.day),
        "days": [as_json(event.day.first), as_json(event.day.last)] if event.day else None,
        "date_reasoning": event.day.reasoning if event.day else None,
        "country": event.country or None,
        "places": list(_places(event)),
        "publishers": sorted(publishers - {""}),
        "records": [each.id for each in carried],
        "editions": {each.id: each.edition for each in carried if each.edition},
        "reports": sorted(told_in),
        "badge": record.badges[event.id].value,
        "attributes": {
            attribute.value: _attribute(event, attribute, record.findings[event.id], urls)
            for attribute in Attribute
            if event.of(attribute)
        },
        "reasons": list(event.reasons),
        "notices": as_json(event.notices),
    }


def _date(day: LaunchDay | None) -> str | None:
    return day_in_id(day) if day and day.first else None


def _places(event: LaunchEvent) -> Iterator[dict[str, Any]]:
    """Each place named for the launch once, the preferred first; words that could not be placed included."""
    preferred = event.preferred.get(Attribute.LAUNCH_PLACE)
    claims = sorted(event.of(Attribute.LAUNCH_PLACE), key=lambda claim: claim.id != preferred)
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for claim in claims:
        if isinstance(claim.value, NamedPlace):
            place = _place(claim.value)
            found.setdefault((place["name"], place["latitude"], place["longitude"]), place)
    yield from found.values()


def _place(value: NamedPlace) -> dict[str, Any]:
    place = value.resolution
    point = place.point if isinstance(place, Place) else None
    radius = place.radius_m if isinstance(place, Place) else None
    return {
        "name": place.name if isinstance(place, Place) else value.verbatim,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "radius_km": radius / 1000 if point and radius else None,
        "area": (place.area_id or None) if isinstance(place, Place) else None,
    }


def _attribute(
    event: LaunchEvent, attribute: Attribute, findings: Sequence[Finding], urls: Mapping[str, str]
) -> dict[str, Any]:
    preferred = event.preferred.get(attribute)
    return {
        "preferred": preferred,
        "claims": [_claim(claim, claim.id == preferred, urls) for claim in event.of(attribute)],
        "findings": [_finding(finding) for finding in findings if finding.attribute is attribute],
    }


def _claim(claim: Claim, preferred: bool, urls: Mapping[str, str]) -> dict[str, Any]:
    evidence = claim.evidence
    cited = isinstance(evidence, Citation)
    return {
        "id": claim.id,
        "value_as_written": claim.value.verbatim,
        "value": _normalised(claim),
        "speaker": attribution_in_words(claim.attribution),
        "speaker_ids": list(claim.attribution.originator.source_ids),
        "link": evidence.url if isinstance(evidence, Citation) else urls.get(evidence.report_id) or None,
        "record": evidence.record_id if isinstance(evidence, Citation) else evidence.report_id,
        "said": as_json(claim.said.day) if claim.said else None,
        "scope": as_json(claim.scope),
        "stance": claim.stance.value,
        "extraction": claim.extractor if cited else "read from the report",
        "preferred": preferred,
    }


def _normalised(claim: Claim) -> dict[str, Any]:
    """The value in our own words, and as data."""
    value = claim.value
    if isinstance(value, NamedPlace):
        return {"words": place_in_words(value), **_place(value)}
    words = time_in_zones(value) if isinstance(value, TimeSpan | ClockTime) else value_in_words(value)
    return {"words": words, **as_json(value)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "class": finding.finding_class.value,
        "gap": as_json(finding.gap),
        "sentence": finding.sentence,
        "rule": finding.rule,
        "tolerance": finding.tolerance or None,
        "claims": list(finding.claim_ids),
        "flags": list(finding.flags),
    }
