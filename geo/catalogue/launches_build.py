"""Derives data/launches/claims.csv and index.csv from the fact tables: the same bytes from the same tables."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

from geo.catalogue.launches_attributed import (
    Draft,
    as_echoes,
    attributed,
    by_record,
    owners,
    released_by_day,
    releases_of,
    without_echoes,
)
from geo.catalogue.launches_days import Rulings, calendar_day, launch_day, load_rulings
from geo.catalogue.launches_reported import reported
from geo.catalogue.launches_rows import CLAIM_COLUMNS, INDEX_COLUMNS, SEPARATOR, ClaimRow, IndexRow
from geo.catalogue.launches_tables import (
    CellError,
    FactRow,
    Vocabulary,
    at_cell,
    load_rows,
    load_tables,
    load_vocabulary,
)
from geo.catalogue.launches_values import count, figures, flight_time, times
from geo.catalogue.launches_words import (
    admin_areas,
    landings,
    launch_places,
    missile_types,
    outcomes,
    platforms,
    site_ids,
)
from geo.catalogue.package import DATA_FOLDER, DataPackage, open_package, seal
from geo.catalogue.places import SitePlaces, load_places
from geo.catalogue.sources import load_sources
from geo.model.claim import Attribute
from geo.model.errors import DataPackageError

PACKAGE = "launches"
ATTRIBUTED = "attributed_claims"
DERIVED = ("claims", "index")
SPEAKER_COLUMNS = ("attributed_to", "reported by", "told by")
_ECHOED_PUBLISHER = "JAPAN_MOD"  # the one speaker whose own releases are a table too


@dataclass(frozen=True, slots=True)
class Context:
    """What every row is read with."""

    package: DataPackage
    vocabulary: Vocabulary
    places: SitePlaces
    rulings: Rulings
    remarks: Mapping[str, tuple[tuple[frozenset[str], str], ...]]


@dataclass(frozen=True, slots=True)
class Derived:
    """The two derived files, as bytes."""

    claims: bytes
    index: bytes


def build(folder: Path = DATA_FOLDER) -> Derived:
    """Writes claims.csv and index.csv into data/launches and seals them; returns what was written."""
    derived = derive(folder)
    target = folder / PACKAGE
    (target / "claims.csv").write_bytes(derived.claims)
    (target / "index.csv").write_bytes(derived.index)
    seal(PACKAGE, folder)
    return derived


def derive(folder: Path = DATA_FOLDER) -> Derived:
    """The derived files without writing them.

    DataPackageError lists every row that is not understood, each with file, line, column and
    what is expected; nothing is derived from the others then.
    """
    package = open_package(PACKAGE, folder)
    for entry in package.manifest["resources"]:
        if entry["name"] not in DERIVED:
            package.bytes_of(entry["name"])
    vocabulary, rulings = load_vocabulary(package), load_rulings(package)
    context = Context(package, vocabulary, load_places(folder), rulings, _remarks(package))
    faults: list[str] = []
    _check_speakers(package, folder, faults)
    refused: set[str] = set()
    drafts = tuple(_drafts(context, faults, refused))
    _check_known(context, drafts, faults)
    said = by_record(_attributed(context, drafts, faults, refused))
    pages, told = reported(package, vocabulary, context.places, faults)
    if faults:
        raise DataPackageError("\n".join(faults))
    claims = tuple(_finished(context, drafts, said))
    flagged = by_record((claim.record, claim) for claim in claims if claim.flags)
    index = [*(_index(draft, context, flagged.get(draft.row.record, ())) for draft in drafts), *pages]
    return Derived(_csv(CLAIM_COLUMNS, map(astuple, [*claims, *told])), _csv(INDEX_COLUMNS, map(astuple, index)))


def _drafts(context: Context, faults: list[str], refused: set[str]) -> Iterator[Draft]:
    """Every row that is understood; tables with one that is not go into `refused`."""
    for table in load_tables(context.package):
        try:
            rows = load_rows(context.package, table)
        except DataPackageError as error:
            faults.append(str(error))
            refused.add(table.name)
            continue
        for row in rows:
            try:
                yield _draft(row, context)
            except CellError as fault:
                faults.append(at_cell(context.package, table.name, row.line, fault))
                refused.add(table.name)


def _draft(row: FactRow, context: Context) -> Draft:
    day = launch_day(row, context.rulings)
    words, places = context.vocabulary, context.places
    words.of("extraction", row.cells["extraction"])
    claims = (
        *times(row, day),
        *launch_places(row, places),
        *admin_areas(row, places),
        *count(row, words),
        *missile_types(row, words),
        *platforms(row, words),
        *figures(row, Attribute.RANGE, words),
        *figures(row, Attribute.APOGEE, words),
        *flight_time(row),
        *landings(row, words),
        *outcomes(row, words),
    )
    remarks = context.remarks.get(row.record, ())
    return Draft(row, day, tuple(_remarked(claim, remarks) for claim in claims))


def _remarked(claim: ClaimRow, remarks: Iterable[tuple[frozenset[str], str]]) -> ClaimRow:
    flags = [flag for attributes, flag in remarks if claim.attribute in attributes]
    return replace(claim, flags=SEPARATOR.join(flags)) if flags else claim


def _attributed(
    context: Context, drafts: Sequence[Draft], faults: list[str], refused: set[str]
) -> Iterator[tuple[str, ClaimRow]]:
    """Attributed claims by record; what a refused table leaves without a record is that table's fault alone."""
    found, known = {draft.row.record: draft for draft in drafts}, owners([draft.row for draft in drafts])
    left_out = {row["record"]: False for row in context.package.rows("left_out")}
    for line, row in enumerate(context.package.rows(ATTRIBUTED), start=2):
        told = f"{row['via_source']}:{row['via_event_id']}"
        if dropped := [each for each in (told, f"{told} {row['attribute']} {row['value']}") if each in left_out]:
            left_out |= dict.fromkeys(dropped, True)
            continue
        record = known.get((row["via_source"], row["via_event_id"]))
        if record is None and row["via_source"] in refused:
            continue
        try:
            if record is None:
                raise CellError("via_event_id", f"{row['via_source']}:{row['via_event_id']} is no record of the tables")
            yield record, attributed(row, found[record], context.vocabulary)
        except CellError as fault:
            faults.append(at_cell(context.package, ATTRIBUTED, line, fault))
    path = f"{context.package.folder}/left_out.csv"
    faults += [f"{path}: {each!r} is in no row of {ATTRIBUTED}.csv." for each, found in left_out.items() if not found]


def _finished(context: Context, drafts: Sequence[Draft], said: Mapping[str, Sequence[ClaimRow]]) -> Iterator[ClaimRow]:
    released = released_by_day(draft for draft in drafts if draft.row.table.publisher == _ECHOED_PUBLISHER)
    for draft in drafts:
        claims = without_echoes(draft, said.get(draft.row.record, ()))
        claims = as_echoes(claims, releases_of(draft.day, released), _ECHOED_PUBLISHER)
        for claim in claims:
            yield _completed(claim, draft, context)


def _completed(claim: ClaimRow, draft: Draft, context: Context) -> ClaimRow:
    table, cells, day = draft.row.table, draft.row.cells, draft.day
    own = not claim.speakers
    return replace(
        claim,
        record=draft.row.record,
        speakers=claim.speakers or table.publisher,
        said=(table.published or _released(draft)) if own else "",
        url=cells["source_url"],
        edition=table.edition,
        first=str(day.first),
        last=str(day.last),
        precision=day.precision.value,
        extraction=claim.extraction or context.vocabulary.of("extraction", cells["extraction"]).code,
    )


def _released(draft: Draft) -> str:
    """The day of a release, as the ids of the ministry's releases begin with it; "" for other ids."""
    day = draft.row.cells["source_event_id"][:10]
    return str(calendar_day("source_event_id", day)) if len(day) == 10 and day[4] == "-" else ""


def _index(draft: Draft, context: Context, flagged: Sequence[ClaimRow]) -> IndexRow:
    row, day = draft.row, draft.day
    remarks = [f"{claim.attribute}: {flag}" for claim in flagged for flag in claim.flags.split(SEPARATOR)]
    return IndexRow(
        record=row.record,
        publisher=row.table.publisher,
        edition=row.table.edition,
        country=row.table.country,
        verbatim=day.verbatim,
        first=str(day.first),
        last=str(day.last),
        precision=day.precision.value,
        reasoning=day.reasoning,
        sites=" ".join(site_ids(row, context.places)),
        cited_urls=row.cells["cited_urls"],
        extraction=context.vocabulary.of("extraction", row.cells["extraction"]).code,
        flags=SEPARATOR.join((*row.flags, *dict.fromkeys(remarks))),
    )


def _remarks(package: DataPackage) -> Mapping[str, tuple[tuple[frozenset[str], str], ...]]:
    remarks: dict[str, tuple[tuple[frozenset[str], str], ...]] = {}
    for line, row in enumerate(package.rows("remarks"), start=2):
        attributes = frozenset(row["attributes"].split())
        if unknown := attributes - set(Attribute):
            raise DataPackageError(
                f"{package.folder}/remarks.csv:{line}: column attributes: {sorted(unknown)} unknown."
            )
        remarks[row["record"]] = (*remarks.get(row["record"], ()), (attributes, row["flag"]))
    return remarks


def _check_known(context: Context, drafts: Sequence[Draft], faults: list[str]) -> None:
    """A record stands once, and rulings and remarks speak of records there are."""
    seen: set[str] = set()
    for draft in drafts:
        if draft.row.record in seen:
            fault = CellError("source_event_id", f"{draft.row.record!r} stands twice; each record needs its own id")
            faults.append(at_cell(context.package, draft.row.table.name, draft.row.line, fault))
        seen.add(draft.row.record)
    if not faults:
        for name, records in (("days", context.rulings), ("remarks", context.remarks)):
            faults += [f"{context.package.folder}/{name}.csv: {one!r} is no record." for one in records.keys() - seen]


def _check_speakers(package: DataPackage, folder: Path, faults: list[str]) -> None:
    """Publishers of tables.csv and speakers of vocabulary.csv are ids of data/sources."""
    known = load_sources(folder)
    named = [
        ("tables", "publisher", line, row["publisher"]) for line, row in enumerate(package.rows("tables"), start=2)
    ]
    for line, row in enumerate(package.rows("vocabulary"), start=2):
        if row["column"] in SPEAKER_COLUMNS and row["code"]:
            named += [("vocabulary", "code", line, one) for one in row["code"].split("+")]
    for resource, column, line, speaker in named:
        if speaker not in known:
            reason = f"{speaker!r} is no id of data/sources/sources.csv; add the speaker there"
            faults.append(at_cell(package, resource, line, CellError(column, reason)))


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")
