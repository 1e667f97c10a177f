"""What launches can be filtered by, worked out once for each launch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.discrepancy.badge import worst_by_attribute
from geo.discrepancy.weapon import designation_key
from geo.geocoding.romanisation import fold
from geo.model.claim import Attribute, Claim
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.place import NamedPlace, Place
from geo.model.report import Citation
from geo.model.source import Source
from geo.model.weapon import MissileType, Outcome
from geo.services.dossier import event_place
from geo.services.library import Library
from geo.services.pipeline import Record
from geo.services.speakers import speaker_name
from geo.services.wording import ATTRIBUTE_TITLES, value_in_words
from geo.symbology import class_of

TITLES = {
    "classes": "Class",
    "missiles": "Missile",
    "places": "Place",
    "publishers": "Publisher",
    "speakers": "Speaker",
    "outcomes": "Outcome",
    "findings": "Worst finding",
    "disputed": "Contradictory about",
}
ABRIDGED = (Attribute.MISSILE_TYPE, Attribute.COUNT, Attribute.RANGE)  # what a table tells of a launch


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One launch with its facets. `names` are, for the search, folded place names and missile designations
    under every name the weapon goes by, folded and as keys (geo.discrepancy.weapon.designation_key).

    `first` and `last` bound its local day, both None when undated; `place_ids` are ids of
    the gazetteer. `preferred` has the claims shown first of ABRIDGED, where there are any;
    `disputes` is the number of contradictory findings.
    """

    event: LaunchEvent
    first: date | None
    last: date | None
    facets: Mapping[str, frozenset[str]]
    names: frozenset[str]
    place_ids: frozenset[str]
    preferred: Mapping[Attribute, Claim]
    disputes: int


def index_of(record: Record, library: Library) -> tuple[IndexRow, ...]:
    """All launches in time order, undated ones last."""
    rows = [_row(event, record.badges[event.id], record, library) for event in record.events]
    return tuple(sorted(rows, key=lambda row: (row.first or date.max, row.event.id)))


def publishers_of(event: LaunchEvent, record: Record, sources: Mapping[str, Source]) -> frozenset[str]:
    """Names of those who published the records and reports of a launch; reports of unknown publishers count as one."""
    return frozenset(publisher_of(claim, record, sources) for claim in event.claims)


def _row(event: LaunchEvent, badge: FindingClass, record: Record, library: Library) -> IndexRow:
    sources = library.sources
    missiles = frozenset(_missiles(event))
    facets = {
        "classes": frozenset({class_of(event).value}),
        "missiles": missiles,
        "places": frozenset({event_place(event)}),
        "publishers": publishers_of(event, record, sources),
        "speakers": frozenset(speaker_name(claim.attribution.originator, sources) for claim in event.claims),
        "outcomes": frozenset(_outcomes(event)),
        "findings": frozenset({badge.value}),
        "disputed": frozenset(_disputed(record.findings[event.id])),
    }
    places = list(_places(event))
    names = {fold(name) for name in (*missiles, *(place.toponym.verbatim for place in places), event_place(event))}
    names |= {key for missile in missiles for key in _designations(missile, library.comparison.names)}
    ids = {place.resolution.gazetteer_id for place in places if isinstance(place.resolution, Place)}
    day = event.day
    preferred = {
        attribute: event.claim(event.preferred[attribute]) for attribute in ABRIDGED if attribute in event.preferred
    }
    return IndexRow(
        event,
        day.first if day else None,
        day.last if day else None,
        facets,
        frozenset(names),
        frozenset(ids),
        preferred,
        sum(finding.finding_class.is_contradiction for finding in record.findings[event.id]),
    )


def publisher_of(claim: Claim, record: Record, sources: Mapping[str, Source]) -> str:
    """Who published the record or report in which a claim stands, in words."""
    if isinstance(claim.evidence, Citation):
        source = sources.get(claim.evidence.source_id)
        return source.name if source else claim.evidence.source_id
    report = record.report(claim.evidence.report_id)
    return (report.outlet if report else "") or "publisher unknown"


def _missiles(event: LaunchEvent) -> Iterator[str]:
    for claim in event.of(Attribute.MISSILE_TYPE):
        if isinstance(claim.value, MissileType) and claim.value.name:
            yield claim.value.name


def _designations(missile: str, names: Mapping[str, str]) -> frozenset[str]:
    """Keys of a designation and of the weapon's other ones; `names` leads from a key to the usual designation."""
    own = designation_key(missile)
    usual = names.get(own)
    return frozenset({own, *(key for key, one in names.items() if one == usual and usual is not None)})


def _outcomes(event: LaunchEvent) -> Iterator[str]:
    for claim in event.of(Attribute.OUTCOME):
        if isinstance(claim.value, Outcome):
            yield value_in_words(claim.value)


def _disputed(findings: Sequence[Finding]) -> Iterator[str]:
    """Titles of the attributes that are contradictory today."""
    for attribute, worst in worst_by_attribute(findings).items():
        if worst.is_contradiction:
            yield ATTRIBUTE_TITLES[attribute]


def _places(event: LaunchEvent) -> Iterator[NamedPlace]:
    for claim in (*event.of(Attribute.LAUNCH_PLACE), *event.of(Attribute.ADMIN_AREA)):
        if isinstance(claim.value, NamedPlace):
            yield claim.value
