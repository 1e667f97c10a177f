"""Loads data/gazetteer: entries, names, spelling rules, generic words and radii."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from geo.catalogue.package import DATA_FOLDER, DataPackage, Row, open_package
from geo.geocoding.gazetteer import Entry, Gazetteer, Name, Radius, build_gazetteer
from geo.geocoding.romanisation import Designator, Role, Spelling, SpellingRule
from geo.model.errors import DataPackageError, ModelError
from geo.model.place import FeatureClass, Point, Relation

Parsed = TypeVar("Parsed")


def load_gazetteer(folder: Path = DATA_FOLDER) -> Gazetteer:
    """The gazetteer of data/gazetteer, checked; the same object each time it is asked for.

    DataPackageError names the file, the line and the reason of the first row that is wrong.
    """
    return _load(folder)  # named or left to the default, a folder is read once


@cache
def _load(folder: Path) -> Gazetteer:
    package = open_package("gazetteer", folder)
    entries = [*_read(package, "places", entry_of), *_read(package, "geonames_places", entry_of)]
    names = [*_read(package, "names", _name), *_read(package, "geonames_names", _name)]
    radii = dict(_read(package, "radii", _radius))
    spelling = _spelling(package)
    _check_names(package, names, {entry.id for entry in entries})
    return build_gazetteer(entries, names, spelling, radii)


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
    if row["script"] not in ("Cyrillic", "Latin"):
        raise ModelError(f"{row['script']!r} is no script with spelling rules; use Cyrillic or Latin.")
    return row["script"], SpellingRule(row["written"], row["folded"], row["reason"])


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
    )


def _check_names(package: DataPackage, names: list[Name], ids: set[str]) -> None:
    for name in names:
        if name.entry_id not in ids:
            raise DataPackageError(f"{package.folder}: the name {name.text!r} belongs to {name.entry_id!r}, no entry.")
