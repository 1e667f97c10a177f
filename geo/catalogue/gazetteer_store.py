"""Places in one SQLite file: the shipped world, and what a user loads beside it.

Table place: one row a thing, `n` its GeoNames id; admin and county refer to rows of their own.
Table spelling: the search key of every name (geo.geocoding.gazetteer.index_keys), and the name as
written. Opened read-only; the shipped file is compressed and held in memory.
"""

import gzip
import hashlib
import math
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from geo.geocoding.gazetteer import Entry, Meeting
from geo.model.errors import DataPackageError
from geo.model.place import FeatureClass, Point

VERSION = 1
_SCHEMA = """
CREATE TABLE about (field TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (
    n INTEGER PRIMARY KEY, id TEXT, name TEXT NOT NULL, class TEXT NOT NULL, country TEXT NOT NULL,
    admin INTEGER, county INTEGER, latitude INTEGER, longitude INTEGER, radius INTEGER, population INTEGER NOT NULL,
    basis TEXT, wide INTEGER NOT NULL, capital INTEGER NOT NULL
);
CREATE TABLE spelling (key TEXT, n INTEGER, text TEXT, PRIMARY KEY (key, n)) WITHOUT ROWID;
"""
_COLUMNS = "n, id, name, class, country, admin, county, latitude, longitude, radius, population, basis, wide, capital"
_PLACED = ", ".join(f"p.{column.strip()}" for column in _COLUMNS.split(","))
_SCALE = 100_000  # degrees are kept to 1.1 m, as GeoNames gives them
_CACHED = 20_000


@dataclass(frozen=True, slots=True)
class Row:
    """One thing as it is kept: `basis` says where its point is from, "" for GeoNames' own.

    `wide` is true for what is drawn as an area; degrees are WGS 84, `radius` metres or None.
    """

    n: int
    id: str
    name: str
    feature_class: FeatureClass
    country: str
    admin: int | None
    county: int | None
    latitude: float
    longitude: float
    radius: int | None
    population: int
    basis: str = ""
    wide: bool = False
    capital: bool = False


def create(connection: sqlite3.Connection, about: dict[str, str]) -> None:
    """The empty tables, and what the file says about itself."""
    connection.executescript(_SCHEMA)
    connection.executemany("INSERT INTO about VALUES (?, ?)", sorted({**about, "version": str(VERSION)}.items()))


def put_places(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    connection.executemany("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", map(_packed, rows))


def put_spellings(connection: sqlite3.Connection, rows: Iterable[tuple[str, int, str | None]]) -> None:
    """(search key, place, name as written; None where it is the name shown). The first of equals is kept."""
    connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?,?,?)", rows)


def compressed(connection: sqlite3.Connection) -> bytes:
    """The database as one gzip member without a time stamp: equal contents, equal SQLite, equal bytes."""
    connection.commit()
    connection.execute("VACUUM")
    return gzip.compress(connection.serialize(), compresslevel=9, mtime=0)


class PlaceStore:
    """Read-only places; one connection behind a lock, so any number of threads may ask."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = Lock()
        self._ids: dict[int, str] = dict(self._rows("SELECT n, id FROM place WHERE id IS NOT NULL"))
        self._numbers = {entry_id: n for n, entry_id in self._ids.items()}
        self._known: dict[str, Entry] = {}
        self._met: dict[tuple[str, ...], list[Meeting]] = {}
        # Asked for with every place inside them.
        rows = self._rows(f"SELECT {_COLUMNS} FROM place WHERE class = 'province'")  # noqa: S608
        self._provinces: dict[str, Entry] = {}
        self._provinces = {entry.id: entry for entry in (self._made(*row) for row in rows)}

    def about(self, field: str) -> str:
        """A field of the table about; "" when it says nothing of it."""
        found = self._rows("SELECT value FROM about WHERE field = ?", field)
        return str(found[0][0]) if found else ""

    def named(self, keys: Sequence[str]) -> list[Meeting]:
        """Every entry that goes by one of the keys, with the spelling that met; the most people first."""
        asked = tuple(keys)
        met = self._met.get(asked)
        if met is None:
            if len(self._met) >= _CACHED:
                self._met = {}
            met = self._met[asked] = self._named(asked)
        return met

    def _named(self, keys: tuple[str, ...]) -> list[Meeting]:
        marks = ",".join("?" * len(keys))
        query = (
            f"SELECT s.text, {_PLACED} FROM spelling s JOIN place p ON p.n = s.n "  # noqa: S608
            f"WHERE s.key IN ({marks}) ORDER BY p.population DESC, p.n"
        )
        return [Meeting(self._made(*row[1:]), row[0] or row[3]) for row in self._rows(query, *keys)]

    def has(self, key: str) -> bool:
        return bool(self._rows("SELECT 1 FROM spelling WHERE key = ? LIMIT 1", key))

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of an id, None when it is not here."""
        return self._provinces.get(entry_id) or self._known.get(entry_id) or self._read(entry_id)

    def spellings(self, entry_id: str) -> list[str]:
        """Every name of an entry as written; a scan of the file, for one look, not for a loop."""
        n = self._number(entry_id)
        return sorted({row[0] for row in self._rows("SELECT text FROM spelling WHERE n = ? AND text NOT NULL", n)})

    def provinces(self) -> dict[int, Row]:
        """The rows of the provinces, by number."""
        found = self._rows(f"SELECT {_COLUMNS} FROM place WHERE class = 'province'")  # noqa: S608
        return {row[0]: _unpacked(row) for row in found}

    def capitals(self) -> set[str]:
        """The ids of the capitals of countries."""
        return {self._id(row[0]) for row in self._rows("SELECT n FROM place WHERE capital")}

    def near(self, point: Point, degrees: float) -> Iterator[Entry]:
        """Entries that are no area in a box that holds so many degrees of the ground, in the order of the file."""
        south, north = ((point.latitude + step) * _SCALE for step in (-degrees, degrees))
        across = degrees / max(0.01, math.cos(math.radians(min(90.0, abs(point.latitude) + degrees))))
        west, east = point.longitude - across, point.longitude + across
        if west < -180 or east > 180:  # over the antimeridian or a pole: all the way around
            west, east = -180.0, 180.0
        query = (
            f"SELECT {_COLUMNS} FROM place WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? AND NOT wide"  # noqa: S608
        )
        for row in self._rows(query, south, north, west * _SCALE, east * _SCALE):
            yield self._made(*row)

    def largest(self, how_many: int) -> list[str]:
        """The names of the places of the most people, each once, the largest first."""
        query = "SELECT name FROM place WHERE NOT wide GROUP BY name ORDER BY max(population) DESC, name LIMIT ?"
        return [str(row[0]) for row in self._rows(query, how_many)]

    def close(self) -> None:
        self._connection.close()

    def _number(self, entry_id: str) -> int:
        known = self._numbers.get(entry_id)
        digits = entry_id.removeprefix("geonames:")
        return known if known is not None else int(digits) if digits.isdecimal() else -1

    def _read(self, entry_id: str) -> Entry | None:
        found = self._rows(f"SELECT {_COLUMNS} FROM place WHERE n = ?", self._number(entry_id))  # noqa: S608
        return self._made(*found[0]) if found else None

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def _made(self, *row: Any) -> Entry:
        """A row of _COLUMNS as an entry, the same object while it is remembered."""
        n, own_id, name, kind, country, admin, county, latitude, longitude, radius, people, basis, wide, capital = row
        entry_id = own_id or f"geonames:{n}"
        if known := self._known.get(entry_id):
            return known
        if len(self._known) >= _CACHED:
            self._known = {}
        self._known[entry_id] = made = Entry(
            id=entry_id,
            name=name,
            feature_class=_CLASS[kind],
            country=country,
            admin_id=self._id(admin),
            coordinate_source=basis or f"GeoNames {n} (CC BY 4.0)",
            point=Point(latitude / _SCALE, longitude / _SCALE),
            radius_m=radius,
            area_id=entry_id if wide else "",
            population=people,
            source_url=f"https://www.geonames.org/{n}" if n > 0 else "",
            county_id=self._id(county),
            is_capital=bool(capital),
        )
        return made

    def _id(self, n: int | None) -> str:
        return "" if n is None else self._ids.get(n) or f"geonames:{n}"


_CLASS = {one.value: one for one in FeatureClass}


class ShippedPlaces:
    """The shipped world, unpacked when it is first asked: most pages never ask it.

    Pickled it is the name of its file and the SHA-256 of what the file must hold.
    """

    def __init__(self, path: str, sha256: str, store: PlaceStore | None = None) -> None:
        self._path, self._sha256 = path, sha256
        self._store = store
        self._opening = Lock()

    def __reduce__(self) -> tuple[type["ShippedPlaces"], tuple[str, str]]:
        return ShippedPlaces, (self._path, self._sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ShippedPlaces) and self._sha256 == other._sha256

    def __hash__(self) -> int:
        return hash(self._sha256)

    def named(self, keys: Sequence[str]) -> Sequence[Meeting]:
        return self._opened().named(keys)

    def has(self, key: str) -> bool:
        return self._opened().has(key)

    def entry(self, entry_id: str) -> Entry | None:
        return self._opened().entry(entry_id)

    def spellings(self, entry_id: str) -> Sequence[str]:
        return self._opened().spellings(entry_id)

    def near(self, point: Point, degrees: float) -> Iterable[Entry]:
        return self._opened().near(point, degrees)

    def largest(self, how_many: int) -> Sequence[str]:
        return self._opened().largest(how_many)

    def _opened(self) -> PlaceStore:
        if self._store is None:
            with self._opening:
                self._store = self._store or open_compressed(Path(self._path), self._content())
        return self._store

    def _content(self) -> bytes:
        try:
            content = Path(self._path).read_bytes()
        except OSError as error:
            raise damaged(Path(self._path), error.strerror or str(error)) from error
        if hashlib.sha256(content).hexdigest() != self._sha256:
            raise damaged(Path(self._path), "it is not the file its manifest describes")
        return content


def loaded_path() -> Path:
    """Where a loaded GeoNames dump is kept: LAUNCH_MAP_GAZETTEER, else var/gazetteer.sqlite beside the program."""
    chosen = os.environ.get("LAUNCH_MAP_GAZETTEER")
    return Path(chosen) if chosen else Path(__file__).resolve().parents[2] / "var" / "gazetteer.sqlite"


def open_compressed(path: Path, content: bytes) -> PlaceStore:
    """The shipped file (its checked bytes) in memory; DataPackageError if it is no such file."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    try:
        if not content:
            raise EOFError("it is empty")
        connection.deserialize(gzip.decompress(content))
        return _checked(connection)
    except (OSError, EOFError, ValueError, sqlite3.DatabaseError) as error:
        raise damaged(path, str(error)) from error


def open_file(path: Path) -> PlaceStore:
    """A file on the disk, read only; DataPackageError if it is missing or no such file."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        return _checked(connection)
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error), "load your dump again with 'python -m geo gazetteer load'") from error


def damaged(
    path: Path, reason: str, mend: str = "restore it, or make it again with 'python -m geo gazetteer build'"
) -> DataPackageError:
    return DataPackageError(f"{path} cannot be read as a gazetteer ({reason}); {mend}.")


def _checked(connection: sqlite3.Connection) -> PlaceStore:
    store = PlaceStore(connection)
    if store.about("version") != str(VERSION):
        raise sqlite3.DatabaseError(f"its version is {store.about('version') or 'not said'}, wanted {VERSION}")
    return store


def _unpacked(row: Sequence[Any]) -> Row:
    n, own_id, name, kind, country, admin, county, latitude, longitude, radius, people, basis, wide, capital = row
    return Row(n, own_id or "", name, _CLASS[kind], country, admin, county, latitude / _SCALE, longitude / _SCALE,
               radius, people, basis or "", bool(wide), bool(capital))  # fmt: skip


def _packed(row: Row) -> tuple[object, ...]:
    return (
        row.n,
        row.id or None,
        row.name,
        row.feature_class.value,
        row.country,
        row.admin,
        row.county,
        round(row.latitude * _SCALE),
        round(row.longitude * _SCALE),
        row.radius,
        row.population,
        row.basis or None,
        row.wide,
        row.capital,
    )
