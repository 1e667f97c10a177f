"""The data's path: report ─► claims ─► events ─► findings, one line a stage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.association.linking import associate
from geo.discrepancy.badge import badge
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.reading import Reading
from geo.model.report import Report
from geo.model.source_record import SourceRecord
from geo.services.library import Library
from geo.services.readings import Readings
from geo.services.record_of_launches import assess, record_of_launches


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


def compile_record(
    reports: Sequence[Report], library: Library, records: Sequence[SourceRecord] = (), readings: Readings | None = None
) -> Record:
    """Reads, places, links and compares; the same for any order of the same reports.

    `records` are those of data sets, already read and placed: reports join their launches.
    `readings` are what reports were read as before; without them every report is read now.
    """
    ordered = sorted({report.id: report for report in reports}.values(), key=lambda report: report.id)
    return compile_readings((readings or Readings(library)).of(ordered), library, records)


def compile_readings(readings: tuple[Reading, ...], library: Library, records: Sequence[SourceRecord] = ()) -> Record:
    """Links and compares what was read and placed, each report once and in the order of their ids; pure."""
    known = record_of_launches(records, library)  # records ─► launches, compared once
    linked = associate(readings, known.events)  # claims ─► events
    assessed = [
        (event, known.findings[event.id]) if known.holds(event) else assess(event, library) for event in linked
    ]  # events ─► findings
    events = tuple(event for event, _ in assessed)
    findings = {event.id: found for event, found in assessed}
    badges = {event_id: badge(found) for event_id, found in findings.items()}
    return Record(readings, events, findings, badges)
