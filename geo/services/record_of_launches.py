"""The launches that data sets tell of: records ─► launches ─► preferred claims and findings, worked out once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.association.records import Unmatched, associate_records
from geo.association.repeats import without_repeats
from geo.catalogue.basemap import load_land
from geo.discrepancy.badge import badge
from geo.discrepancy.boundary import refusals
from geo.discrepancy.detection import detect
from geo.discrepancy.preference import prefer
from geo.discrepancy.rules import Comparison
from geo.discrepancy.weapon import designation_key
from geo.geocoding.placing import with_reference
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent, Notice, NoticeKind
from geo.model.source_record import SourceRecord
from geo.services.library import Library


@dataclass(frozen=True, slots=True)
class RecordOfLaunches:
    """Launches by day with their findings and badges by event id.

    `records` are the ids of the records on each launch, `unmatched` those on none, with the
    reason; together they are every record once.
    """

    events: tuple[LaunchEvent, ...]
    findings: Mapping[str, tuple[Finding, ...]]
    badges: Mapping[str, FindingClass]
    records: Mapping[str, tuple[str, ...]]
    unmatched: tuple[Unmatched, ...]
    by_id: Mapping[str, LaunchEvent]

    def holds(self, event: LaunchEvent) -> bool:
        """Whether this very event is one of the record, with no report joined to it."""
        return self.by_id.get(event.id) is event


NO_RECORDS = RecordOfLaunches((), {}, {}, {}, (), {})
_kept: list[tuple[Sequence[SourceRecord], Library, RecordOfLaunches]] = []


def record_of_launches(records: Sequence[SourceRecord], library: Library) -> RecordOfLaunches:
    """The launches of these records; the same answer again, at no cost, for the very same objects."""
    if not records:
        return NO_RECORDS
    for known, shelf, answer in _kept:
        if known is records and shelf is library:
            return answer
    answer = _compile(records, library)
    remember(records, library, answer)
    return answer


def remember(records: Sequence[SourceRecord], library: Library, answer: RecordOfLaunches) -> None:
    """Makes `answer` the one given for these very objects."""
    _kept[:] = [(records, library, answer)]


def assess(event: LaunchEvent, library: Library) -> tuple[LaunchEvent, tuple[Finding, ...]]:
    """The event with its preferred claims, and what comparing its claims finds.

    What an edition repeats of its successor is neither preferred nor compared.
    """
    distinct = replace(event, claims=without_repeats(event.claims))
    preferred = prefer(distinct, library.comparison, library.sources).preferred
    notices = (*event.notices, *_refused(event, library))
    return replace(event, preferred=preferred, notices=notices), _compared(distinct, library, library.comparison)


def find(event: LaunchEvent, library: Library, rules: Comparison | None = None) -> tuple[Finding, ...]:
    """What comparing the claims finds, by the library's rules or by others."""
    distinct = replace(event, claims=without_repeats(event.claims))
    return _compared(distinct, library, rules or library.comparison)


def _compared(distinct: LaunchEvent, library: Library, rules: Comparison) -> tuple[Finding, ...]:
    return detect(distinct, rules, library.sources, load_land)


def _refused(event: LaunchEvent, library: Library) -> tuple[Notice, ...]:
    refused = refusals(event.claims, library.sources)
    return tuple(Notice(NoticeKind.REFUSED_CLAIM, f"Claim {each.claim_id}: {each.reason}") for each in refused)


def _placed(record: SourceRecord, library: Library) -> SourceRecord:
    """The record with the places that landings are told from looked up; launch places come with the catalogue."""
    return replace(record, claims=tuple(with_reference(claim, library.gazetteer) for claim in record.claims))


def _compile(records: Sequence[SourceRecord], library: Library) -> RecordOfLaunches:
    names = library.comparison.names

    def designation(name: str) -> str:
        key = designation_key(name)
        return names.get(key, key)

    found = associate_records([_placed(record, library) for record in records], designation)
    assessed = [assess(event, library) for event in found.events]
    events = tuple(event for event, _ in assessed)
    findings = {event.id: findings for event, findings in assessed}
    badges = {event_id: badge(each) for event_id, each in findings.items()}
    by_id = {event.id: event for event in events}
    return RecordOfLaunches(events, findings, badges, found.records, found.unmatched, by_id)
