"""Loads a GeoNames dump the user downloaded (KP.txt, allCountries.txt, or their .zip) into a store of its own.

Streamed: a dump of twelve million places needs no more memory than one of twelve. A broken line is
counted and named and the rest is loaded; a file of which more than one line in a hundred is broken
is refused, for it is no such dump. The store is written beside its place and moved there at the
end, so a load that fails leaves the one before as it was.
"""

import sqlite3
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import IO

from geo.catalogue.gazetteer_store import Row, create, put_places, put_spellings
from geo.geocoding.gazetteer import index_keys, stored_key
from geo.geocoding.romanisation import Spelling, fold, key
from geo.model.errors import DataPackageError, ModelError
from geo.model.place import FeatureClass, Point

COLUMNS = 19
ALTERNATE_COLUMNS = (4, 8, 10)  # alternateNames of old, with flags, and alternateNamesV2 with years
CITY_PEOPLE = 15_000
CITY_RADIUS_M = ((1_000_000, 15_000), (200_000, 8_000))
BATCH = 20_000
MOST_BROKEN_SHARE = 0.01
MOST_BROKEN_NAMED = 5
MAX_LINE = 1_000_000  # characters
# Names that are no names: addresses, codes and identifiers GeoNames keeps in the same table.
NOT_NAMES = frozenset({"link", "post", "wkdt", "iata", "icao", "faac", "unlc", "phon", "tcid", "abbr"})
# Feature codes of GeoNames (geonames.org/export/codes.html); what is not here is not loaded.
_CODES = {
    "ADM1": FeatureClass.PROVINCE,
    "ADM2": FeatureClass.COUNTY,
    "ADM3": FeatureClass.COUNTY,
    "AIRP": FeatureClass.AIRFIELD,
    "AIRF": FeatureClass.AIRFIELD,
    "AIRB": FeatureClass.AIRFIELD,
    "PRT": FeatureClass.PORT,
    "HBR": FeatureClass.PORT,
    "PEN": FeatureClass.PENINSULA,
    "CAPE": FeatureClass.PENINSULA,
    "ISL": FeatureClass.ISLAND,
    "ISLS": FeatureClass.ISLAND,
    "LK": FeatureClass.LAKE,
    "RSV": FeatureClass.LAKE,
    "SEA": FeatureClass.SEA,
    "OCN": FeatureClass.SEA,
    "GULF": FeatureClass.SEA,
    "BAY": FeatureClass.SEA,
    "STRT": FeatureClass.SEA,
    "MT": FeatureClass.MOUNTAIN,
}
_NOT_TOWNS = frozenset({"PPLH", "PPLQ", "PPLW"})  # historical, abandoned, destroyed

Progress = Callable[[int, int], None]
NO_PROVINCES: Mapping[int, Row] = MappingProxyType({})


@dataclass(slots=True)
class Loaded:
    """What a load did: rows read and kept, lines left out as broken, kinds of thing not kept."""

    read: int = 0
    places: int = 0
    names: int = 0
    broken: list[str] = field(default_factory=list)
    broken_count: int = 0
    other_kinds: Counter[str] = field(default_factory=Counter)


def load_dump(
    dump: Path,
    names: Path | None,
    target: Path,
    spelling: Spelling,
    progress: Progress,
    provinces: Mapping[int, Row] = NO_PROVINCES,
) -> Loaded:
    """Writes `target` from the dump; DataPackageError if a file cannot be read or is no such dump.

    `progress` is called with bytes read and bytes in all (0 when unknown), about every BATCH lines.
    `provinces` are those known already, by their number in GeoNames: the dump's own become these,
    under their id and with their extent, so that a name does not mean two provinces.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    done = Loaded()
    try:
        with closing(sqlite3.connect(partial)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            create(
                connection, {"source": f"GeoNames dump {dump.name}", "licence": "CC BY 4.0, GeoNames (geonames.org)"}
            )
            _load_places(connection, dump, spelling, done, progress, provinces)
            if names is not None:
                _load_names(connection, names, spelling, done, progress)
            connection.commit()
        partial.replace(target)
    except sqlite3.Error as error:
        raise DataPackageError(f"{target} cannot be written ({error}); free space or choose another place.") from error
    finally:
        partial.unlink(missing_ok=True)
    return done


def _load_places(
    connection: sqlite3.Connection,
    dump: Path,
    spelling: Spelling,
    done: Loaded,
    progress: Progress,
    shipped: Mapping[int, Row],
) -> None:
    provinces: dict[str, int] = {}
    with _lines(dump, progress) as lines:
        while batch := list(islice(lines, BATCH)):
            parsed = [one.known_as(shipped) for number, line in batch if (one := _place(dump, number, line, done))]
            provinces |= {one.code: one.row.n for one in parsed if one.row.feature_class is FeatureClass.PROVINCE}
            put_places(connection, (one.row for one in parsed))
            coded = ((one.code, one.row.n) for one in parsed)
            connection.executemany("UPDATE place SET admin = ? WHERE n = ?", coded)
            put_spellings(connection, (key for one in parsed for key in _spelled(one.row, one.names, spelling)))
            done.places += len(parsed)
    _refuse_if_broken(dump, done)
    # A province may stand after its places in the file, so its code waits in the column until the end.
    connection.execute("CREATE TEMP TABLE province (code TEXT PRIMARY KEY, n INTEGER)")
    connection.executemany("INSERT INTO province VALUES (?, ?)", provinces.items())
    connection.execute("UPDATE place SET admin = (SELECT n FROM province WHERE code = place.admin)")


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A line as a row, its names, and the code of its province, such as KP.03."""

    row: Row
    names: tuple[str, ...]
    code: str

    def known_as(self, shipped: Mapping[int, Row]) -> "_Parsed":
        """The province that ships in place of the dump's own; anything else as it is."""
        is_province = self.row.feature_class is FeatureClass.PROVINCE
        return replace(self, row=shipped[self.row.n]) if is_province and self.row.n in shipped else self


def _place(dump: Path, number: int, line: str, done: Loaded) -> _Parsed | None:
    done.read += 1
    cells = line.split("\t")
    try:
        parsed = _parsed(cells)
    except (ValueError, ModelError) as error:
        _broken(dump, number, str(error), done)
        return None
    if parsed is None:
        done.other_kinds[f"{cells[6]}.{cells[7]}"] += 1
    return parsed


def _parsed(cells: Sequence[str]) -> _Parsed | None:
    """None for a kind of thing that is not kept; ValueError or ModelError says what is wrong with the line."""
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns, a GeoNames dump has {COLUMNS}")
    n, people, point = int(cells[0]), int(cells[14] or 0), Point(float(cells[4]), float(cells[5]))
    if not cells[1]:
        raise ValueError("it has no name")
    kind = _kind(cells[6], cells[7], people)
    if kind is None:
        return None
    radius = next((metres for least, metres in CITY_RADIUS_M if kind is FeatureClass.CITY and people >= least), None)
    row = Row(n, "", cells[1], kind, cells[8], None, None, point.latitude, point.longitude, radius, people,
              capital=cells[7] == "PPLC")  # fmt: skip
    return _Parsed(row, (cells[1], cells[2], *cells[3].split(",")), f"{cells[8]}.{cells[10]}")


def _kind(feature: str, code: str, people: int) -> FeatureClass | None:
    if feature == "P" and code not in _NOT_TOWNS:
        return FeatureClass.CITY if people >= CITY_PEOPLE else FeatureClass.TOWN
    return _CODES.get(code)


def _load_names(
    connection: sqlite3.Connection, names: Path, spelling: Spelling, done: Loaded, progress: Progress
) -> None:
    """Alternate names of the places that were loaded; names of others are passed over."""
    before = done.broken_count
    with _lines(names, progress) as lines:
        while batch := list(islice(lines, BATCH)):
            parsed = [one for number, line in batch if (one := _alternate(names, number, line, done))]
            known = _known(connection, [n for n, _ in parsed])
            kept = [(known[n], text) for n, text in parsed if n in known]
            put_spellings(connection, (one for row, text in kept for one in _spelled(row, [text], spelling)))
            done.names += len(kept)
    _refuse_if_broken(names, done, before)


def _alternate(names: Path, number: int, line: str, done: Loaded) -> tuple[int, str] | None:
    done.read += 1
    cells = line.split("\t")
    if len(cells) not in ALTERNATE_COLUMNS or not cells[1].isdecimal():
        _broken(names, number, f"{len(cells)} columns, alternate names have 8 or 10", done)
        return None
    return None if cells[2] in NOT_NAMES or not cells[3] else (int(cells[1]), cells[3])


def _known(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Row]:
    found: dict[int, Row] = {}
    for start in range(0, len(numbers), 500):
        some = numbers[start : start + 500]
        marks = ",".join("?" * len(some))
        query = f"SELECT n, name, class, country FROM place WHERE n IN ({marks})"  # noqa: S608
        for n, name, kind, country in connection.execute(query, some):
            found[n] = Row(n, "", name, FeatureClass(kind), country, None, None, 0, 0, None, 0)
    return found


def _spelled(row: Row, names: Sequence[str], spelling: Spelling) -> Iterator[tuple[str, int, str | None]]:
    """Search keys of the names: by sound too for Korea, as the tables have them."""
    shown = key(fold(row.name))
    for name in dict.fromkeys(filter(None, names)):
        text = None if key(fold(name)) == shown else name
        for found in dict.fromkeys(stored_key(tier, each) for tier, each in index_keys(name, row.country, spelling)):
            yield found, row.n, text


def _broken(path: Path, number: int, reason: str, done: Loaded) -> None:
    done.broken_count += 1
    if len(done.broken) < MOST_BROKEN_NAMED:
        done.broken.append(f"{path.name}:{number}: {reason}; left out")


def _refuse_if_broken(path: Path, done: Loaded, before: int = 0) -> None:
    broken = done.broken_count - before
    if done.read == 0:
        raise DataPackageError(f"{path} is empty; give a GeoNames dump such as KP.txt.")
    if broken > max(0, MOST_BROKEN_SHARE * done.read):
        raise DataPackageError(
            f"{path} is not a GeoNames table: {broken:,} of {done.read:,} lines are broken, the first: "
            f"{done.broken[0] if done.broken else 'unknown'}. Nothing was loaded."
        )


@contextmanager
def _lines(path: Path, progress: Progress) -> Iterator[Iterator[tuple[int, str]]]:
    """Numbered lines of a text file or of the one table inside a .zip; progress counts bytes of the file as packed."""
    try:
        total = path.stat().st_size
        with path.open("rb") as raw, _unpacked(path, raw) as stream:
            yield _numbered(path, stream, raw, total, progress)
    except (OSError, zipfile.BadZipFile, EOFError) as error:
        raise DataPackageError(f"{path} cannot be read: {error}. Give a GeoNames .txt or .zip.") from error


def _numbered(
    path: Path, stream: IO[bytes], raw: IO[bytes], total: int, progress: Progress
) -> Iterator[tuple[int, str]]:
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if number % BATCH == 0:
            progress(min(raw.tell(), total), total)
        try:
            yield number, line.decode("utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise DataPackageError(f"{path}:{number}: not UTF-8; GeoNames publishes UTF-8.") from error
    progress(total, total)


@contextmanager
def _unpacked(path: Path, raw: IO[bytes]) -> Iterator[IO[bytes]]:
    if path.suffix.lower() != ".zip":
        yield raw
        return
    with zipfile.ZipFile(raw) as archive:
        inside = [name for name in archive.namelist() if name.endswith(".txt") and not _is_note(name)]
        if len(inside) != 1:
            raise DataPackageError(f"{path} holds {len(inside)} tables; unpack it and give one.")
        with archive.open(inside[0]) as stream:
            yield stream


def _is_note(name: str) -> bool:
    return name.lower() in ("readme.txt", "iso-languagecodes.txt")
