"""Reads a folder of documents and writes what was found, one JSON line a document.

Usage: python -m tests.bench.extraction DOCS_DIR --pred P.jsonl [--disc D.jsonl] [--errors]

Of each document (a JSON file) only id, text, published and outlet are read; the answers that
stand beside them are looked at for --errors alone, once everything is written. Reports are linked
as on the page, to one another and to the launches of the shipped catalogue; a report that does
not tell its day has that of the launch it is linked to.
"""

import argparse
import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from geo.model.attribution import Speaker
from geo.model.claim import Attribute, Claim
from geo.model.launch import LaunchEvent, MentionRole
from geo.model.place import NamedPlace
from geo.model.quantity import Qualifier, Quantity
from geo.model.reading import Reading
from geo.model.report import DateBasis, Publication, Report, Span
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import LandingArea, MissileType, Outcome, Platform
from geo.services.opening import opened
from geo.services.pipeline import compile_record
from tests.bench.errors import errors
from tests.bench.pairs import pairs_of

_NAMES = {
    Attribute.RANGE: "range_km",
    Attribute.APOGEE: "apogee_km",
    Attribute.FLIGHT_TIME: "flight_time_min",
    Attribute.SPEED: "speed_mach",
}
_ZONES = {"Asia/Seoul": "KST", "Asia/Tokyo": "JST", "UTC": "GMT", "Pacific/Honolulu": "HST", "Asia/Jerusalem": "IST"}
_COUNT_WORDS = {
    Qualifier.EXACT: "exact",
    Qualifier.ABOUT: "about",
    Qualifier.AT_LEAST: "at_least",
    Qualifier.MORE_THAN: "at_least",
    Qualifier.SEVERAL: "several",
}
Json = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pred", type=Path, required=True)
    parser.add_argument("--disc", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what the answers in DOCS_DIR hold against it")
    arguments = parser.parse_args()
    known = opened()
    reports = dict(documents(arguments.folder))
    record = compile_record(tuple(reports.values()), known.library, known.catalogue.records)
    readings = {reading.report.id: reading for reading in record.readings}
    events = {report_id: event for event in record.events for report_id in _subjects(event, readings)}
    lines = (prediction(identity, readings[report.id], events.get(report.id)) for identity, report in reports.items())
    _write(arguments.pred, lines)
    if arguments.disc:
        named = {report.id: identity for identity, report in reports.items()}
        _write(arguments.disc, pairs_of(record, known.library, named, lambda a: _NAMES.get(a, str(a)), value_of))
    if arguments.errors:
        written = map(json.loads, arguments.pred.read_text(encoding="utf-8").splitlines())
        print("\n".join(errors(arguments.folder, {line["doc_id"]: line for line in written})))


def _subjects(event: LaunchEvent, readings: Mapping[str, Reading]) -> set[str]:
    """The reports of which this event is the subject, not a launch mentioned in passing."""
    spoken = {(c.evidence.report_id, c.launch) for c in event.claims if isinstance(c.evidence, Span)}
    return {
        report_id
        for report_id, key in spoken
        for mention in readings[report_id].mentions
        if mention.key == key and mention.role is MentionRole.SUBJECT
    }


def documents(folder: Path) -> Iterator[tuple[str, Report]]:
    """Id and report of every document in a folder, or of one file."""
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else [folder]:
        content = json.loads(path.read_text(encoding="utf-8"))
        if "text" not in content:
            continue
        published = content.get("published")
        day = Publication(date.fromisoformat(published[:10]), DateBasis.STATED) if published else None
        yield content["id"], Report(text=content["text"], published=day, outlet=content.get("outlet") or "")


def prediction(identity: str, reading: Reading, event: LaunchEvent | None) -> Json:
    """One line of the scorer's schema; `event` is the launch the report is linked to."""
    subject = next((m for m in reading.mentions if m.role is MentionRole.SUBJECT), None)
    keys = {mention.key: mention.role for mention in reading.mentions}
    told = subject.day if subject and subject.day and subject.day.last else event.day if event else None
    day = told.last if told is not None and reading.is_launch_report else None  # of two days left open the later
    return {
        "doc_id": identity,
        "is_launch_report": reading.is_launch_report,
        "event_date": day.isoformat() if day else None,
        "event_key": event.id if event else f"unlinked {identity}",
        "claims": [_claim(claim, keys[claim.launch] is MentionRole.SUBJECT) for claim in reading.claims],
    }


def _claim(claim: Claim, subject: bool) -> Json:
    evidence = claim.evidence
    span = [evidence.start, evidence.end] if isinstance(evidence, Span) else None
    return {
        "attribute": _NAMES.get(claim.attribute, str(claim.attribute)),
        "value": value_of(claim),
        "attributed_to": _ids(claim.attribution.originator),
        "evidence": span,
        "about_this_event": subject,
        "rules": list(claim.rules),
    }


def _ids(speaker: Speaker) -> list[str]:
    """Source ids; a speaker the data do not know is its own words, in capitals with underscores."""
    words = "_".join(re.findall(r"\w+", speaker.as_written)).upper()
    itself = speaker.span is None and speaker.source_ids != ("OUTLET",)  # an office that publishes its own words
    return [*speaker.source_ids, *(["OUTLET"] if itself else [])] or [words]


def value_of(claim: Claim) -> Json:
    """A value in the scorer's schema."""
    value = claim.value
    if isinstance(value, Quantity):
        return _quantity(claim.attribute, value)
    if isinstance(value, TimeSpan | ClockTime):
        return _time(value)
    if isinstance(value, NamedPlace):
        return {"name": value.toponym.name, "relation": str(value.toponym.relation)}
    if isinstance(value, MissileType):
        return {"class": str(value.missile_class), "name": value.name or None, "hedged": value.hedged}
    if isinstance(value, LandingArea):
        return _landing(value)
    if isinstance(value, Outcome):
        return {"outcome": str(value.kind)}
    assert isinstance(value, Platform)
    return {"platform": str(value.kind)}


def _quantity(attribute: Attribute, value: Quantity) -> Json:
    if attribute is Attribute.COUNT:
        lower = int(value.lower) + (value.qualifier is Qualifier.MORE_THAN)
        upper = None if math.isinf(value.upper) else int(value.upper)
        return {"min": lower, "max": upper, "qualifier": _COUNT_WORDS.get(value.qualifier, "exact")}
    if attribute is Attribute.SPEED:
        return {"value": value.lower or value.upper}
    # The schema has no open intervals: "over 930 km" and "up to 200 km" are written by their figure.
    low = value.upper if value.qualifier in (Qualifier.AT_MOST, Qualifier.LESS_THAN) else value.lower
    high = value.lower if math.isinf(value.upper) else value.upper
    return {"from": low, "to": high, "unit": str(value.unit), "qualifier": str(value.qualifier)}


def _time(value: TimeSpan | ClockTime) -> Json:
    if isinstance(value, TimeSpan):
        stated = (value.stated or value.earliest).astimezone(UTC)
        return {"time": f"{stated:%H:%M}", "tz": "GMT", "approx": value.approximate}
    minute = (value.stated if value.stated is not None else value.opens) % 1440
    zone = _ZONES.get(value.zone, "KST" if value.zone.startswith("Asia/P") else _abbreviation(value.zone))
    return {"time": f"{minute // 60:02}:{minute % 60:02}", "tz": zone, "approx": value.approximate}


def _abbreviation(zone: str) -> str:
    return datetime(2020, 1, 1, tzinfo=ZoneInfo(zone)).tzname() or zone


def _landing(value: LandingArea) -> Json:
    found: Json = {"area": value.area or None, "eez": str(value.eez) if value.eez else None}
    if value.distance is not None:
        factor = {"mi": 1.609344, "nmi": 1.852}.get(str(value.distance.unit), 1.0)
        figure = value.distance.lower or value.distance.upper  # "less than 60 km" is written by its figure
        found["ref"] = {"distance_km": round(figure * factor, 1), "of": value.reference}
    return found


def _write(path: Path, lines: Iterator[Json]) -> None:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
