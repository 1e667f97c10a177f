"""data/places: launch sites with every spelling the tables use, and what each spelling stands for.

The gazetteer keeps the points of the sites; this package refers to it by id and adds what it
lacks: parts of sites that one publisher keeps apart, rival coordinates, and readings of spellings.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from geo.catalogue.gazetteer import entry_of, load_gazetteer
from geo.catalogue.package import DATA_FOLDER, DataPackage, Row, open_package
from geo.geocoding.gazetteer import Entry, Gazetteer
from geo.geocoding.uncertainty import place_of
from geo.model.errors import DataPackageError
from geo.model.place import NamedPlace, Point, Relation, Resolution, Toponym, UnknownPlace

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Coordinate:
    """A coordinate somebody gives for a site; `standing` says whether it is used, a rival, or refused."""

    point: Point
    source: str
    standing: str


@dataclass(frozen=True, slots=True)
class Site:
    """A launch site of the tables. `place_id` is an id of the gazetteer, "" when no source places it."""

    id: str
    place_id: str
    name: str
    region: str
    province: str
    names: tuple[tuple[str, str], ...]
    coordinates: tuple[Coordinate, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a spelling stands for: an entry and a relation, or no place (`place_id` "") and why."""

    place_id: str
    relation: Relation
    reason: str


@dataclass(frozen=True, slots=True)
class SitePlaces:
    """`spellings` by words as written and site id; `provinces`, and our English for some, by words as written."""

    sites: Mapping[str, Site]
    spellings: Mapping[tuple[str, str], Reading]
    provinces: Mapping[str, Reading]
    translations: Mapping[str, str]
    parts: Mapping[str, Entry]
    gazetteer: Gazetteer

    def entry(self, place_id: str) -> Entry:
        """The entry of a part of a site, else of the gazetteer; KeyError when neither has it."""
        return self.parts.get(place_id) or self.gazetteer.entries[place_id]

    def named(self, written: str, reading: Reading) -> NamedPlace:
        """The words with their place: a point with the radius its kind asks for, an area, or no place."""
        toponym = Toponym(written, written, reading.relation, country="KP")
        return NamedPlace(toponym, self._resolution(written, reading))

    def _resolution(self, written: str, reading: Reading) -> Resolution:
        if not reading.place_id:
            return UnknownPlace(reading.reason, self.translations.get(written, ""))
        return place_of(self.entry(reading.place_id), reading.relation, self.gazetteer)


@cache
def load_places(folder: Path = DATA_FOLDER) -> SitePlaces:
    """data/places on top of the gazetteer; DataPackageError names file, line and reason of a bad row."""
    package, gazetteer = open_package("places", folder), load_gazetteer(folder)
    parts = {entry.id: entry for entry in _read(package, "parts", entry_of)}
    known = parts.keys() | gazetteer.entries.keys()
    names = list(_read(package, "names", lambda row: (row["site_id"], row["name"], row["script"])))
    coordinates = list(_read(package, "coordinates", _coordinate))

    def site(row: Row) -> Site:
        own = tuple((name, script) for site_id, name, script in names if site_id == row["site_id"])
        points = tuple(point for site_id, point in coordinates if site_id == row["site_id"])
        place_id = _known(row["gazetteer_id"], known)
        return Site(row["site_id"], place_id, row["name"], row["region"], row["province"], own, points)

    def spelling(row: Row) -> tuple[tuple[str, str], Reading, str]:
        return (row["written"], row["site_id"]), _reading(row, known), row["translation"]

    def province(row: Row) -> tuple[str, Reading]:
        return row["written"], _reading({**row, "relation": "in"}, known)

    sites = {one.id: one for one in _read(package, "sites", site)}
    for site_id in [one[0] for one in names] + [one[0] for one in coordinates]:
        if site_id not in sites:
            raise DataPackageError(f"{package.folder}: names.csv or coordinates.csv speak of {site_id!r}, no site.")
    spelled = list(_read(package, "spellings", spelling))
    spellings = {key: reading for key, reading, _ in spelled}
    translations = {written: english for (written, _), _, english in spelled if english}
    provinces = dict(_read(package, "provinces", province))
    return SitePlaces(sites, spellings, provinces, translations, parts, gazetteer)


def _read(package: DataPackage, resource: str, parse: Callable[[Row], Parsed]) -> Iterator[Parsed]:
    for line, row in enumerate(package.rows(resource), start=2):
        try:
            yield parse(row)
        except ValueError as error:
            path = package.folder / package.resource(resource)["path"]
            raise DataPackageError(f"{path}:{line}: {error}; correct the row.") from error


def _coordinate(row: Row) -> tuple[str, Coordinate]:
    try:
        point = Point(float(row["latitude"]), float(row["longitude"]))
    except ValueError as error:
        expected = "latitude is -90 to 90, longitude -180 to 180 degrees"
        raise ValueError(f"columns latitude, longitude: {str(error).rstrip('.')}: {expected}") from error
    return row["site_id"], Coordinate(point, row["source"], row["standing"])


def _reading(row: Row, known: set[str]) -> Reading:
    if not row["place_id"] and not row["reason"]:
        raise ValueError(f"{row['written']!r} has neither a place nor a reason why not")
    return Reading(_known(row["place_id"], known), Relation(row["relation"] or "at"), row["reason"])


def _known(place_id: str, known: set[str]) -> str:
    if place_id and place_id not in known:
        raise ValueError(f"{place_id!r} is no id of the gazetteer or of parts.csv")
    return place_id
