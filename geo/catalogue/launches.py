"""data/launches: every record of every publisher, with its claims."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from zoneinfo import ZoneInfo

from geo.catalogue.launches_rows import CLAIM_COLUMNS, INDEX_COLUMNS, SEPARATOR, ClaimRow, IndexRow
from geo.catalogue.package import DATA_FOLDER, DataPackage, open_package
from geo.catalogue.places import Reading, SitePlaces, load_places
from geo.catalogue.sources import load_sources
from geo.extraction.temporal import Clock, window
from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Attribute, Claim, Scope, ScopeKind, Value
from geo.model.errors import DataPackageError
from geo.model.launch import LaunchDay
from geo.model.place import NamedPlace, Relation
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.report import Citation, DateBasis, Publication
from geo.model.source import Source
from geo.model.source_record import SourceRecord
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan, ZoneBasis
from geo.model.weapon import (
    EezSide,
    LandingArea,
    MissileClass,
    MissileType,
    Outcome,
    OutcomeKind,
    Platform,
    PlatformKind,
)

_MINUTES = {TimePrecision.MINUTE: 1, TimePrecision.HOUR: 60}
_BASES = {"Asia/Seoul": ZoneBasis.LAUNCH_PLACE}  # printed as local time; other zones are stated


@cache
def load_records(folder: Path = DATA_FOLDER) -> tuple[SourceRecord, ...]:
    """All records in the order of index.csv; the same objects each time it is asked for.

    DataPackageError when claims.csv or index.csv is not what the manifest describes, or a line
    of them is not understood: then 'python -m geo catalogue build' has to be run again.
    """
    package = open_package("launches", folder)
    reader = _Reader(load_sources(folder), load_places(folder))
    rows = (ClaimRow(*row) for _, row in _lines(package, "claims", CLAIM_COLUMNS))
    claims = {record: list(told) for record, told in groupby(rows, attrgetter("record"))}
    records = []
    for line, row in _lines(package, "index", INDEX_COLUMNS):
        try:
            records.append(reader.record(IndexRow(*row), claims.get(row[0], [])))
        except (ValueError, KeyError) as error:
            raise DataPackageError(
                f"{package.folder}/index.csv:{line}: {row[0]}: {error}; run 'python -m geo catalogue build'."
            ) from error
    return tuple(records)


def _lines(package: DataPackage, resource: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    lines = csv.reader(io.StringIO(package.bytes_of(resource).decode("utf-8"), newline=""))
    if tuple(next(lines, ())) != columns:
        raise DataPackageError(
            f"{package.folder}/{resource}.csv has not the columns {', '.join(columns)}; build it again."
        )
    yield from enumerate(lines, start=2)


class _Reader:
    """Turns lines into nouns; what many lines share is made once."""

    def __init__(self, sources: Mapping[str, Source], places: SitePlaces) -> None:
        self._sources, self._places = sources, places
        self._attributions: dict[tuple[str, str, str], Attribution] = {}
        self._values: dict[tuple[str, ...], Value] = {}
        self._scopes: dict[tuple[str, str], Scope] = {}
        self._said: dict[tuple[str, str], Publication] = {}

    def record(self, row: IndexRow, claims: list[ClaimRow]) -> SourceRecord:
        evidence = Citation(row.publisher, claims[0].url if claims else "", row.record)
        return SourceRecord(
            id=row.record,
            publisher=self._sources[row.publisher].id,
            edition=row.edition,
            day=_day(row),
            country=row.country,
            claims=tuple(self._claim(claim, row, evidence) for claim in claims),
            site_ids=tuple(row.sites.split()),
            cited_urls=tuple(row.cited_urls.split()),
            extraction=row.extraction,
            flags=tuple(filter(None, row.flags.split(SEPARATOR))),
        )

    def _claim(self, row: ClaimRow, record: IndexRow, evidence: Citation) -> Claim:
        return Claim(
            attribute=Attribute(row.attribute),
            value=self._value(row),
            attribution=self._attribution(record.publisher, row.speakers, row.cue),
            evidence=evidence,
            launch=row.record,
            said=self._publication(row),
            scope=self._scope(row.scope, row.index),
            extractor=row.extraction,
        )

    def _attribution(self, publisher: str, speakers: str, cue: str) -> Attribution:
        key = publisher, speakers, cue
        if key not in self._attributions:
            relay = (Speaker(self._sources[publisher].name, (publisher,)),) if speakers != publisher else ()
            ids = tuple(speakers.split("+"))
            names = " and ".join(self._sources[one].name for one in ids)
            self._attributions[key] = Attribution((*relay, Speaker(names, ids, cue)))
        return self._attributions[key]

    def _publication(self, row: ClaimRow) -> Publication | None:
        if not row.said:
            return None
        key = row.said, row.edition
        if key not in self._said:
            basis = DateBasis.INFERRED if row.edition else DateBasis.STATED
            note = f"the latest day of the edition of {row.edition}" if row.edition else ""
            self._said[key] = Publication(date.fromisoformat(row.said), basis, note=note)
        return self._said[key]

    def _scope(self, kind: str, index: str) -> Scope:
        if (kind, index) not in self._scopes:
            self._scopes[kind, index] = Scope(ScopeKind(kind), int(index) if index else None)
        return self._scopes[kind, index]

    def _value(self, row: ClaimRow) -> Value:
        key = (
            (row.attribute, row.value, row.lower, row.upper, row.qualifier, row.unit)
            if row.unit
            else (row.attribute, row.value, row.code, row.detail, row.qualifier, row.hedged)
        )
        if key not in self._values:
            self._values[key] = self._read(row)
        return self._values[key]

    def _read(self, row: ClaimRow) -> Value:
        if row.unit:
            return Quantity(float(row.lower), float(row.upper), Qualifier(row.qualifier), Unit(row.unit), row.value)
        if row.attribute == Attribute.LAUNCH_TIME:
            return _time(row)
        if row.attribute in (Attribute.LAUNCH_PLACE, Attribute.ADMIN_AREA):
            return self._place(row)
        return _coded(row)

    def _place(self, row: ClaimRow) -> NamedPlace:
        placed = bool(row.code)
        reading = Reading(row.code, Relation(row.detail) if placed else Relation.AT, "" if placed else row.detail)
        return self._places.named(row.value, reading)


def _day(row: IndexRow) -> LaunchDay:
    first, last = date.fromisoformat(row.first), date.fromisoformat(row.last)
    return LaunchDay(row.verbatim, TimePrecision(row.precision), first, last, reasoning=row.reasoning)


def _time(row: ClaimRow) -> TimeSpan | ClockTime:
    clock = row.code.rpartition("T")[2]
    minute, precise = int(clock[:2]) * 60 + int(clock[3:]), TimePrecision(row.qualifier)
    opens, closes, precision, approximate = minute, minute + _MINUTES[precise], precise, False
    if row.hedged:
        opens, closes, precision, approximate = window(Clock(0, 0, minute, Qualifier.ABOUT, minute % 60 == 0, ""))
    basis = _BASES.get(row.detail, ZoneBasis.STATED)
    if "T" not in row.code:
        return ClockTime(opens, closes, row.detail, basis, precision, approximate, row.value, minute)
    stated = datetime.fromisoformat(row.code).replace(tzinfo=ZoneInfo(row.detail)).astimezone(UTC)
    earliest, latest = (stated + timedelta(minutes=edge - minute) for edge in (opens, closes))
    return TimeSpan(earliest, latest, row.detail, basis, precision, approximate, row.value, stated)


def _coded(row: ClaimRow) -> MissileType | Platform | Outcome | LandingArea:
    hedged = bool(row.hedged)
    if row.attribute == Attribute.MISSILE_TYPE:
        return MissileType(MissileClass(row.code), row.detail, hedged, row.value)
    if row.attribute == Attribute.PLATFORM:
        return Platform(PlatformKind(row.code), hedged, row.value, row.detail)
    if row.attribute == Attribute.OUTCOME:
        return Outcome(OutcomeKind(row.code), hedged, row.value)
    return _landing(row)


def _landing(row: ClaimRow) -> LandingArea:
    said = dict(part.split("=", 1) for part in row.detail.split(";") if part)
    distance = None
    if kilometres := said.get("distance"):
        figure = float(kilometres)
        distance = Quantity(figure, figure, Qualifier.ABOUT, Unit.KILOMETRES, row.value)
    eez = EezSide(said["eez"]) if "eez" in said else None
    bearing = float(said["bearing"]) if "bearing" in said else None
    return LandingArea(row.code, row.value, eez, distance, said.get("reference", ""), bearing)
