"""Tables of claims found in reports: one row a claim, one record a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.catalogue.launches_days import calendar_day
from geo.catalogue.launches_rows import ClaimRow, IndexRow
from geo.catalogue.launches_tables import CellError, Vocabulary, Word, at_cell
from geo.catalogue.launches_values import clock, coded, quantity
from geo.catalogue.launches_words import place_claim
from geo.catalogue.package import DataPackage, Row
from geo.catalogue.places import SitePlaces
from geo.model.claim import Attribute
from geo.model.launch import LaunchDay
from geo.model.quantity import Qualifier, Unit
from geo.model.timespan import TimePrecision

SHAPE = "claims of reports"  # the manifest gives it to tables of this form
EXTRACTION = "keyed in"
COUNTRY = "KP"
ZONE = "Asia/Seoul"
_FIGURE = re.compile(
    r"(?:(?P<prefix>[a-z ]{2,12}) )?"
    r"(?P<low>[0-9]{1,5}(?:\.[0-9])?)(?:-(?P<high>[0-9]{1,5}))?"
    r"(?: (?P<unit>miles) \([^()]{1,20}\))?"
)
_CLOCK = re.compile(r"\b(?:[01][0-9]|2[0-3]):[0-5][0-9]\b")
_HOUR = re.compile(r"\b([0-9]{1,2}) a\.m\.")
_QUANTITIES = (Attribute.RANGE, Attribute.APOGEE, Attribute.COUNT, Attribute.FLIGHT_TIME)


@dataclass(frozen=True, slots=True)
class _Page:
    """The rows of one page on one launch, each with its line."""

    table: str
    publisher: str
    rows: Sequence[tuple[int, Row]]

    @property
    def record(self) -> str:
        return f"{self.table}:{self.rows[0][1]['claim_id']}"


def reported(
    package: DataPackage, words: Vocabulary, places: SitePlaces, faults: list[str]
) -> tuple[tuple[IndexRow, ...], tuple[ClaimRow, ...]]:
    """Records and claims of such tables; rows whose source stands in a table of its own are left to that table,
    and a page that says nothing of an attribute of ours makes no record.

    What cannot be understood is added to `faults` as file:line, column and reason.
    """
    index: list[IndexRow] = []
    claims: list[ClaimRow] = []
    tables = [entry["name"] for entry in package.manifest["resources"] if entry.get("shape") == SHAPE]
    for page in (page for table in tables for page in _pages(package, table, words, faults)):
        found: list[ClaimRow] = []
        for line, row in page.rows:
            try:
                found += _claims(page, row, words, places)
            except CellError as fault:
                faults.append(at_cell(package, page.table, line, fault))
        if found:
            index.append(_index(page, found, places))
            claims += found
    return tuple(index), tuple(claims)


def _pages(package: DataPackage, table: str, words: Vocabulary, faults: list[str]) -> Iterator[_Page]:
    gathered: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for line, row in enumerate(package.rows(table), start=2):
        try:
            calendar_day("event_date_kst", row["event_date_kst"])
            if words.of("told by", row["source"]).code:
                gathered.setdefault((row["url"], row["event_date_kst"]), []).append((line, row))
        except CellError as fault:
            faults.append(at_cell(package, table, line, fault))
    for rows in gathered.values():
        first = rows[0][1]
        yield _Page(table, words.of("told by", first["source"]).code, rows)


def _index(page: _Page, claims: Sequence[ClaimRow], places: SitePlaces) -> IndexRow:
    first = page.rows[0][1]
    told = {one.value for one in claims if one.attribute == Attribute.LAUNCH_PLACE}
    sites = sorted({site for words, site in places.spellings if site and words in told})
    day = first["event_date_kst"]
    return IndexRow(
        record=page.record,
        publisher=page.publisher,
        edition="",
        country=COUNTRY,
        verbatim=day,
        first=day,
        last=day,
        precision=TimePrecision.DAY.value,
        reasoning="the launch the page speaks of",
        sites=" ".join(sites),
        cited_urls=first["url"],
        extraction=EXTRACTION,
        flags="",
    )


def _claims(page: _Page, row: Row, words: Vocabulary, places: SitePlaces) -> Iterator[ClaimRow]:
    word = words.of("reported attribute", row["attribute"])
    if not word.code:
        return
    speakers = words.of("reported by", row["attributed_to"]).code
    for claim in _values(word, row, words, places):
        yield replace(
            claim,
            record=page.record,
            speakers=speakers or page.publisher,
            cue="said" if speakers and speakers != page.publisher else "",
            said=_published(row["publication_date"]),
            url=row["url"],
            first=row["event_date_kst"],
            last=row["event_date_kst"],
            precision=TimePrecision.DAY.value,
            extraction=EXTRACTION,
        )


def _values(asked: Word, row: Row, words: Vocabulary, places: SitePlaces) -> Iterator[ClaimRow]:
    attribute, written = Attribute(asked.code), row["value_as_reported"]
    if attribute in _QUANTITIES:
        yield _quantity(attribute, Unit(asked.detail), written, words)
    elif attribute is Attribute.LAUNCH_TIME:
        yield from _times(written, row["event_date_kst"])
    elif attribute is Attribute.LAUNCH_PLACE:
        yield _place(written, places)
    else:
        word = words.of(f"reported {attribute.value}", written)
        if word.code:
            yield coded(attribute, written, word)


def _quantity(attribute: Attribute, usual: Unit, written: str, words: Vocabulary) -> ClaimRow:
    found = _FIGURE.fullmatch(written)
    if not found:
        raise CellError("value_as_reported", f"{written!r} is no figure such as 590, 430-450 or 'about 50'")
    qualifier = words.of("prefix", found["prefix"]).code if found["prefix"] else Qualifier.EXACT.value
    unit = Unit.MILES if found["unit"] else usual
    claim = quantity(attribute, found["low"], qualifier, unit)
    if found["high"]:
        claim = replace(claim, upper=found["high"], qualifier=Qualifier.BETWEEN.value)
    shown = written if found["unit"] or unit is Unit.MISSILES else f"{written} {unit.value}"
    return replace(claim, value=shown)


def _times(written: str, day: str) -> Iterator[ClaimRow]:
    that = date.fromisoformat(day)
    on = LaunchDay(day, TimePrecision.DAY, that, that)
    told = _CLOCK.findall(written) or [f"{int(hour):02}:00" for hour in _HOUR.findall(written)[:1]]
    if not told:
        raise CellError("value_as_reported", f"{written!r} has no time such as 10:17 or 10 a.m.")
    hedged = "yes" if written.startswith(("about ", "around ")) else ""
    for one in told:
        words = written if len(told) == 1 else one
        yield replace(clock(one, on, ZONE, TimePrecision.MINUTE, words), hedged=hedged)


def _place(written: str, places: SitePlaces) -> ClaimRow:
    readings = [reading for (words, _), reading in places.spellings.items() if words == written]
    if len(readings) != 1:
        raise CellError("value_as_reported", f"{written!r} needs one row in data/places/spellings.csv")
    return place_claim(Attribute.LAUNCH_PLACE, written, readings[0])


def _published(written: str) -> str:
    """The day of publication, "" for a month or nothing: a month is no day."""
    day = written[:10]
    return str(calendar_day("publication_date", day)) if len(day) == 10 else ""
