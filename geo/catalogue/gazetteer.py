"""Loads data/gazetteer: entries, names, spelling rules, generic words and radii."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from geo.catalogue.gazetteer_store import (
    PlaceStore,
    ShippedPlaces,
    damaged,
    loaded_path,
    open_compressed,
    open_file,
)
from geo.catalogue.gazetteer_store import Row as PlaceRow
from geo.catalogue.package import DATA_FOLDER, DataPackage, Row, open_package
from geo.geocoding.gazetteer import Entries, Entry, Gazetteer, Name, Radius, build_gazetteer
from geo.geocoding.relations import RelationWords
from geo.geocoding.romanisation import Designator, Role, Spelling, SpellingRule, fold, key
from geo.model.errors import DataPackageError, ModelError
from geo.model.place import FeatureClass, Point, Relation

Parsed = TypeVar("Parsed")
PLACE_TABLES = ("places", "geonames_places", "countries")
NAME_TABLES = ("names", "geonames_names", "world_names")


def load_gazetteer(folder: Path = DATA_FOLDER) -> Gazetteer:
    """The gazetteer of data/gazetteer with what the user loaded, checked; the same object each time it is asked for.

    DataPackageError names the file, the line and the reason of the first row that is wrong.
    """
    return _load(folder)  # named or left to the default, a folder is read once


@cache
def _load(folder: Path) -> Gazetteer:
    return with_loaded(read_gazetteer(folder))


def forget_gazetteer() -> None:
    """To be called when the files have changed."""
    _load.cache_clear()
    read_gazetteer.cache_clear()


def with_loaded(gazetteer: Gazetteer) -> Gazetteer:
    """The gazetteer with the dump the user loaded, if any; a newer copy of the same places goes first."""
    path = loaded_path()
    return gazetteer.with_stores((open_file(path), *gazetteer.stores)) if path.exists() else gazetteer


@cache
def read_gazetteer(folder: Path) -> Gazetteer:
    """The shipped tables and the shipped world, read and checked once."""
    package = open_package("gazetteer", folder)
    entries = [one for table in PLACE_TABLES for one in _read(package, table, entry_of)]
    names = [one for table in NAME_TABLES for one in _read(package, table, _name)]
    radii = dict(_read(package, "radii", _radius))
    spelling = _spelling(package)
    store, shipped = _shipped(package)
    capitals = store.capitals()
    entries = [replace(one, is_capital=True) if one.id in capitals else one for one in entries]
    demonyms = _demonyms(package)
    _check_names(package, names, Entries({entry.id: entry for entry in entries}, (store,)))
    beside = tuple(_read(package, "relations", _relation))
    return build_gazetteer(entries, names, spelling, radii, (shipped,), demonyms, beside)


def load_spelling(folder: Path = DATA_FOLDER) -> Spelling:
    """The rules of spelling alone, for indexing names; DataPackageError names a row that is wrong."""
    return _spelling(open_package("gazetteer", folder))


def shipped_provinces(folder: Path = DATA_FOLDER) -> dict[int, PlaceRow]:
    """The provinces of the shipped world, by their number in GeoNames."""
    return _shipped(open_package("gazetteer", folder))[0].provinces()


def _demonyms(package: DataPackage) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word, place_id in _read(package, "demonyms", lambda row: (key(fold(row["word"])), row["place_id"])):
        found[word] = (*found.get(word, ()), place_id)
    return found


def _shipped(package: DataPackage) -> tuple[PlaceStore, ShippedPlaces]:
    path = package.folder / package.resource("world")["path"]
    try:
        content = package.bytes_of("world")
    except OSError as error:
        raise damaged(path, error.strerror or str(error)) from error
    store = open_compressed(path, content)
    return store, ShippedPlaces(str(path), hashlib.sha256(content).hexdigest(), store)


def _read(package: DataPackage, resource: str, parse: Callable[[Row], Parsed]) -> Iterator[Parsed]:
    for line, row in enumerate(package.rows(resource), start=2):
        try:
            yield parse(row)
        except (ValueError, ModelError) as error:
            path = package.folder / package.resource(resource)["path"]
            raise DataPackageError(f"{path}:{line}: {error}") from error


def entry_of(row: Row) -> Entry:
    """One row of places.csv as an entry; ModelError or ValueError says what is wrong with it."""
    if not row["coordinate_source"]:
        raise ModelError(f"{row['id']} names no source of its coordinate; say who published it, or why there is none.")
    point = Point(float(row["latitude"]), float(row["longitude"])) if row["latitude"] else None
    return Entry(
        id=row["id"],
        name=row["name"],
        feature_class=FeatureClass(row["feature_class"]),
        country=row["country"],
        admin_id=row["admin_id"],
        coordinate_source=row["coordinate_source"],
        also_admin_ids=tuple(filter(None, row["also_admin_ids"].split("|"))),
        point=point,
        radius_m=float(row["radius_m"]) if row["radius_m"] else None,
        area_id=row["area_id"],
        population=int(row["population"] or 0),
        source_url=row["source_url"],
        notes=row["notes"],
    )


def _name(row: Row) -> Name:
    return Name(row["place_id"], row["name"], row["language"], row["kind"])


def _radius(row: Row) -> tuple[tuple[FeatureClass, Relation | None], Radius]:
    relation = Relation(row["relation"]) if row["relation"] else None
    return (FeatureClass(row["feature_class"]), relation), Radius(float(row["radius_m"]), row["reason"])


def _rule(row: Row) -> tuple[str, SpellingRule]:
    if row["script"] not in ("Cyrillic", "Latin", "Han"):
        raise ModelError(f"{row['script']!r} is no script with spelling rules; use Cyrillic, Latin or Han.")
    if row["script"] == "Han" and len(row["written"]) != 1:
        raise ModelError(f"{row['written']!r} is not one Han character.")
    return row["script"], SpellingRule(row["written"], row["folded"], row["reason"])


def _relation(row: Row) -> RelationWords:
    if row["form"] not in ("before", "after"):
        raise ModelError(f"{row['form']!r} is no place beside a name; use before or after.")
    return RelationWords(row["written"], row["form"] == "before", Relation(row["relation"]))


def _designator(row: Row) -> Designator:
    classes = frozenset(FeatureClass(one) for one in row["classes"].split("|") if one)
    return Designator(row["word"], row["form"] == "ending", classes, Role(row["role"]))


def _spelling(package: DataPackage) -> Spelling:
    rules = list(_read(package, "spelling", _rule))
    words = list(_read(package, "designators", _designator))
    return Spelling(
        tuple(rule for script, rule in rules if script == "Cyrillic"),
        tuple(rule for script, rule in rules if script == "Latin"),
        {one.word: one for one in words if not one.is_ending},
        tuple(one for one in words if one.is_ending),
        {ord(rule.written): rule.folded for script, rule in rules if script == "Han"},
    )


def _check_names(package: DataPackage, names: list[Name], ids: Entries) -> None:
    for name in names:
        if name.entry_id not in ids:
            raise DataPackageError(f"{package.folder}: the name {name.text!r} belongs to {name.entry_id!r}, no entry.")
