"""The fact tables of data/launches/records, and the words they use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geo.catalogue.package import DataPackage, Row
from geo.model.errors import DataPackageError
from geo.model.quantity import Qualifier
from geo.model.weapon import MissileClass, OutcomeKind, PlatformKind

# What the words of a column stand for; other columns have ids of data/sources, bodies of water or free codes.
_CODES: Mapping[str, type[StrEnum]] = {
    "count_qualifier": Qualifier,
    "bound": Qualifier,
    "prefix": Qualifier,
    "missile_class": MissileClass,
    "category": MissileClass,
    "reported missile_type": MissileClass,
    "outcome": OutcomeKind,
    "reported outcome": OutcomeKind,
    "platform": PlatformKind,
    "reported platform": PlatformKind,
}


class CellError(Exception):
    """A cell we do not understand: `column` and a reason that says what is expected."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(column, reason)
        self.column, self.reason = column, reason


@dataclass(frozen=True, slots=True)
class Table:
    """One fact table: a publisher's edition.

    `published` is the last day the edition may be of. `date_basis` is "UTC" (dates with a time
    are UTC dates), "record" (dates of records: of the launch, the report, or the US day) or
    "local". `zone` is the IANA name in which times are printed. `missiles` names the table
    with a row for each missile, "" if there is none; `lists` is "per missile" where a list of
    values stands in the order of the missiles, else "distinct".
    """

    name: str
    publisher: str
    edition: str
    published: str
    date_basis: str
    zone: str
    country: str
    missiles: str
    lists: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row of a fact table with its line; `missiles` are its rows in the table of missiles, in order."""

    table: Table
    line: int
    cells: Row
    missiles: tuple[Row, ...] = ()

    @property
    def record(self) -> str:
        return f"{self.table.name}:{self.cells['source_event_id']}"

    @property
    def flags(self) -> tuple[str, ...]:
        return tuple(flag.strip() for flag in self.cells["flags"].split(";") if flag.strip())


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of a column means: a code of ours ("" when it says nothing), more detail, whether it hedges."""

    code: str
    detail: str
    hedged: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    words: Mapping[tuple[str, str], Word]

    def of(self, column: str, written: str) -> Word:
        """The meaning of a word; CellError when vocabulary.csv does not have it."""
        word = self.words.get((column, written))
        if word is None:
            known = ", ".join(repr(one) for name, one in self.words if name == column)
            raise CellError(column, f"{written!r} is not in vocabulary.csv; known are {known}")
        return word

    def get(self, column: str, written: str) -> Word | None:
        return self.words.get((column, written))


def load_vocabulary(package: DataPackage) -> Vocabulary:
    """vocabulary.csv; a word that stands twice is refused, and a code that its column does not have."""
    words: dict[tuple[str, str], Word] = {}
    for line, row in enumerate(package.rows("vocabulary"), start=2):
        key = row["column"], row["written"]
        if key in words:
            raise DataPackageError(f"{package.folder}/vocabulary.csv:{line}: {key} stands twice; keep one row.")
        codes = _CODES.get(row["column"])
        if codes and row["code"] and row["code"] not in list(codes):
            known = ", ".join(codes)
            where = f"{package.folder}/vocabulary.csv:{line}"
            raise DataPackageError(f"{where}: column code: {row['code']!r} is none of {known}.")
        words[key] = Word(row["code"], row["detail"], row["hedged"] == "yes")
    return Vocabulary(words)


def load_tables(package: DataPackage) -> tuple[Table, ...]:
    """tables.csv in its order."""
    return tuple(_table(row, f"{package.folder}/tables.csv:{line}") for line, row in _numbered(package.rows("tables")))


def load_rows(package: DataPackage, table: Table) -> tuple[FactRow, ...]:
    """Rows of one fact table in its order; DataPackageError when a row and its missiles do not fit."""
    missiles = {row["row"]: row for row in package.rows(table.missiles)} if table.missiles else {}
    rows = []
    for line, cells in _numbered(package.rows(table.name)):
        try:
            rows.append(FactRow(table, line, cells, _missiles_of(cells, missiles) if missiles else ()))
        except CellError as fault:
            raise DataPackageError(at_cell(package, table.name, line, fault)) from fault
    return tuple(rows)


def at_cell(package: DataPackage, resource: str, line: int, fault: CellError) -> str:
    """ "file:line: column x: reason" of a fault."""
    path = package.folder / package.resource(resource)["path"]
    return f"{path}:{line}: column {fault.column}: {fault.reason}"


def _numbered(rows: Sequence[Row]) -> enumerate[Row]:
    return enumerate(rows, start=2)


def _table(row: Row, where: str) -> Table:
    try:
        if row["published"]:
            date.fromisoformat(row["published"])
    except ValueError as error:
        raise DataPackageError(f"{where}: column published: {error}; write YYYY-MM-DD.") from error
    if row["date_basis"] not in ("UTC", "record", "local"):
        raise DataPackageError(f"{where}: column date_basis: {row['date_basis']!r} is not UTC, record or local.")
    names = ("table", "publisher", "edition", "published", "date_basis", "zone", "country", "missiles", "lists")
    return Table(*(row[name] for name in names))


def _missiles_of(cells: Row, missiles: Mapping[str, Row]) -> tuple[Row, ...]:
    """The rows "n..m" of one site and missile: rows of a neighbouring event may lie between them."""
    first, _, last = cells["source_event_id"].rpartition("-")[2].partition("..")
    if first not in missiles or not (last or first).isdigit():
        raise CellError("source_event_id", f"{cells['source_event_id']!r} names no row of the table of missiles")
    head = missiles[first]
    between = [missiles[str(number)] for number in range(int(first), int(last or first) + 1) if str(number) in missiles]
    same = [one for one in between if all(one[key] == head[key] for key in ("facility_key", "missile_key"))]
    if str(len(same)) != cells["count"]:
        raise CellError("count", f"{cells['count']!r}, but the table of missiles has {len(same)} rows for it")
    return tuple(same)
