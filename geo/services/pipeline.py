"""The data's path: report ─► claims ─► events ─► findings, one line a stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.association.linking import associate
from geo.discrepancy.badge import badge
from geo.discrepancy.detection import detect
from geo.discrepancy.preference import prefer
from geo.extraction.reading import read
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.placing import locate
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.reading import Reading
from geo.model.report import Report
from geo.services.library import Library


@dataclass(frozen=True, slots=True)
class Record:
    """What all reports together say: `findings` and `badges` are keyed by event id."""

    readings: tuple[Reading, ...]
    events: tuple[LaunchEvent, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    badges: Mapping[str, FindingClass]

    def event(self, event_id: str | None) -> LaunchEvent | None:
        return next((event for event in self.events if event.id == event_id), None)

    def report(self, report_id: str) -> Report | None:
        return next((reading.report for reading in self.readings if reading.report.id == report_id), None)


def compile_record(reports: Sequence[Report], library: Library) -> Record:
    """Reads, places, links and compares; pure, the same for any order of the same reports."""
    ordered = sorted({report.id: report for report in reports}.values(), key=lambda report: report.id)
    readings = tuple(read(report, library.lexicon) for report in ordered)  # report ─► claims
    readings = tuple(placed(reading, library.gazetteer) for reading in readings)  # toponym ─► place
    events = tuple(prefer(event, library.comparison, library.sources) for event in associate(readings))  # ─► events
    findings = {event.id: detect(event, library.comparison, library.sources) for event in events}  # ─► findings
    badges = {event_id: badge(found) for event_id, found in findings.items()}
    return Record(readings, events, findings, badges)


def placed(reading: Reading, gazetteer: Gazetteer) -> Reading:
    """The reading with every toponym looked up; the words stay as they were."""
    return replace(reading, claims=locate(reading.claims, gazetteer))
