"""Lookups as JSON, and a table of names in, a table of places out."""

import codecs
import csv
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from geopy.exc import GeocoderQueryError

from geo.geocoding.context import Context
from geo.geocoding.document import document_context
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.online import OnlineGeocoder
from geo.model.errors import LaunchMapError
from geo.render.files.csv_table import cell
from geo.services.lookup import Candidate, Found, Lookup, Question, Status, look_up
from geo.services.whole_file import whole_file

COLUMNS_IN = ("id", "query", "context_country", "context_admin")
COLUMNS_OUT = ("id", "latitude", "longitude", "radius_km", "status", "name", "gazetteer_id")
CONTEXT_TEXT = "context_text"
LONGEST_FIELD = 5_000_000  # characters: a whole document
CONTEXTS_KEPT = 1_000  # documents whose rows are not next to each other


@dataclass(slots=True)
class BatchCount:
    """How many rows had which status, and the lines whose query was refused, with the reason."""

    rows: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    refusals: list[tuple[int, str]] = field(default_factory=list)


def lookup_as_json(lookup: Lookup) -> dict[str, Any]:
    """JSON-ready: degrees WGS 84, kilometres. The fields of the place are null unless it is a point or an area."""
    asked = asdict(lookup.question)
    place: dict[str, Any] = dict.fromkeys(one.name for one in fields(Found)) | {"latitude": None, "longitude": None}
    if lookup.found is not None:
        at = lookup.found.point
        place |= asdict(lookup.found) | {"latitude": at.latitude, "longitude": at.longitude}
    place.pop("point")
    return {
        "query": asked.pop("query"),
        "asked": asked,
        "status": lookup.status.value,
        "reason": lookup.reason,
        **place,
        "candidates": [_candidate(one) for one in lookup.candidates],
        "is_online": lookup.is_online,
        "suggested_online": [_candidate(one) for one in lookup.suggested],
        "note": lookup.note,
    }


def geocode_file(
    source: Path,
    target: Path,
    gazetteer: Gazetteer,
    online: OnlineGeocoder | None = None,
) -> BatchCount:
    """Answers the rows of `source` into `target`, in their order, read and written row by row.

    LaunchMapError names the file, line and fault of a missing column, bytes that are not UTF-8
    or a broken row; then `target` is as it was. A query that can be no name is a row of status
    none, and named in the count.
    """
    if source.resolve() == target.resolve():
        raise LaunchMapError(f"{target} is the table that is read; give another file for the answers.")
    count = BatchCount()
    contexts = _Contexts(gazetteer)
    with whole_file(target) as file:
        writer = csv.writer(codecs.getwriter("utf-8")(file), lineterminator="\n")
        writer.writerow(COLUMNS_OUT)
        for line, row in _rows(source):
            writer.writerow(_answered(line, row, gazetteer, online, contexts, count))
    return count


class _Contexts:
    """What documents say around their names, each worked out once while it is among the last CONTEXTS_KEPT."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[str, Context] = {}

    def of(self, text: str) -> Context | None:
        if not text.strip():
            return None
        if text not in self._known:
            if len(self._known) >= CONTEXTS_KEPT:
                del self._known[next(iter(self._known))]
            self._known[text] = Context(document=document_context(text, self._gazetteer))
        return self._known[text]


def _answered(
    line: int,
    row: Mapping[str, str],
    gazetteer: Gazetteer,
    online: OnlineGeocoder | None,
    contexts: _Contexts,
    count: BatchCount,
) -> list[str]:
    count.rows += 1
    asked = Question(row["query"], row["context_country"].strip(), row["context_admin"].strip())
    context = contexts.of(row.get(CONTEXT_TEXT, ""))
    try:
        lookup = look_up(asked, gazetteer, online, context)
    except GeocoderQueryError as error:
        count.refusals.append((line, str(error)))
        lookup = Lookup(asked, Status.NONE, str(error))
    count.statuses[lookup.status.value] += 1
    found = lookup.found
    if found is None:
        return [row["id"], "", "", "", lookup.status.value, "", ""]
    # Rounding up: a rounded radius must hold what the exact one held.
    radius = math.ceil(found.radius_km * 1000) / 1000
    point = found.point
    figures = [f"{point.latitude:.5f}", f"{point.longitude:.5f}", f"{radius:g}"]
    return [row["id"], *figures, lookup.status.value, cell(found.name), found.gazetteer_id]


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """(line the row ends on, row) of a UTF-8 CSV with a header line; extra columns are read and left alone."""
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
    reader = csv.reader(_lines(path), strict=True)
    try:
        header = next(reader, [])
        if missing := [name for name in COLUMNS_IN if name not in header]:
            raise LaunchMapError(f"{path}:1: no column {', '.join(missing)}; the table needs {', '.join(COLUMNS_IN)}.")
        for cells in reader:
            if len(cells) != len(header):
                raise LaunchMapError(f"{path}:{reader.line_num}: {len(cells)} cells, the header has {len(header)}.")
            yield reader.line_num, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        raise LaunchMapError(f"{path}:{reader.line_num}: no row of a CSV table: {error}.") from error


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                try:
                    yield line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError as error:
                    raise LaunchMapError(f"{path}:{number}: not UTF-8 text; save the table as UTF-8.") from error
    except OSError as error:
        raise LaunchMapError(f"{path} cannot be read: {error.strerror}. Give the path of a CSV table.") from error


def _candidate(one: Candidate) -> dict[str, Any]:
    at = one.point
    place = {"latitude": at.latitude if at else None, "longitude": at.longitude if at else None}
    facts = asdict(one)
    facts.pop("point")
    return facts | place
