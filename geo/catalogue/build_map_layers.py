"""Draws the layers a user may switch on, launch sites and place names, and the outlines of the seas; into data/basemap.

    python -m geo.catalogue.build_map_layers

Sites and names are those of data/places and data/gazetteer, the seas those of data/basemap/seas.csv.
The same data give the same bytes.
"""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from geo.catalogue.gazetteer import load_gazetteer
from geo.catalogue.package import DATA_FOLDER, Row, open_package, seal
from geo.catalogue.places import load_places
from geo.geocoding.gazetteer import Entry
from geo.model.place import FeatureClass

DECIMALS = 2
WHOLE = 360
# (population, zoom) from which a name is shown; names in North Korea come one step earlier.
FROM_ZOOM = ((1_500_000, 5.0), (400_000, 6.0), (150_000, 7.0), (50_000, 8.0), (0, 9.0))
EARLIER_IN = "KP"
SETTLEMENTS = (FeatureClass.CITY, FeatureClass.TOWN)
NAMED_AREA = (115.0, 28.0, 150.0, 51.0)

Feature = dict[str, Any]


def build(folder: Path = DATA_FOLDER) -> None:
    """Writes the three GeoJSON files into `folder`/basemap and seals its manifest."""
    _write(folder / "basemap/seas.geojson", list(seas(folder)))
    _write(folder / "basemap/launch_sites.geojson", list(launch_sites()))
    _write(folder / "basemap/place_names.geojson", list(place_names()))
    seal("basemap", folder)


def seas(folder: Path = DATA_FOLDER) -> Iterator[Feature]:
    """Each sea of seas.csv as the polygon through its towns in their order; longitudes run on beyond 180."""
    rows = open_package("basemap", folder).rows("seas_towns")
    for sea, towns in groupby(rows, key=lambda row: row["sea"]):
        ring = _ring(sorted(towns, key=lambda row: int(row["order"])))
        yield _feature(sea, {}, "Polygon", [ring])


def _ring(towns: Sequence[Row]) -> list[list[float]]:
    ring: list[list[float]] = []
    for town in [*towns, towns[0]]:
        longitude, latitude = float(town["longitude"]), float(town["latitude"])
        if ring:
            longitude -= WHOLE * round((longitude - ring[-1][0]) / WHOLE)
        ring.append([round(longitude, DECIMALS), round(latitude, DECIMALS)])
    return ring


def launch_sites() -> Iterator[Feature]:
    """The sites of data/places that a source places, by id: [longitude, latitude] and our own name."""
    places = load_places()
    entries = {site.place_id: places.entry(site.place_id) for site in places.sites.values() if site.place_id}
    for entry in sorted(entries.values(), key=lambda each: each.id):
        if entry.point is not None and entry.feature_class is not FeatureClass.PROVINCE:
            yield _point(entry, {"name": entry.name})


def place_names() -> Iterator[Feature]:
    """Cities and towns with a point around the Korean peninsula, the most populous first; an area gets no label."""
    entries = [entry for entry in load_gazetteer().entries.values() if _is_named(entry)]
    for entry in sorted(entries, key=lambda each: (-each.population, each.id)):
        yield _point(entry, {"name": entry.name, "from": _from_zoom(entry)})


def _is_named(entry: Entry) -> bool:
    if entry.feature_class not in SETTLEMENTS or entry.point is None or entry.area_id:
        return False
    west, south, east, north = NAMED_AREA
    return west <= entry.point.longitude <= east and south <= entry.point.latitude <= north


def _from_zoom(entry: Entry) -> float:
    zoom = next(zoom for least, zoom in FROM_ZOOM if entry.population >= least)
    return max(5.0, zoom - 1.0) if entry.country == EARLIER_IN else zoom


def _point(entry: Entry, properties: Feature) -> Feature:
    assert entry.point is not None  # noqa: S101 - callers pass placed entries only
    return _feature(entry.id, properties, "Point", [round(entry.point.longitude, 4), round(entry.point.latitude, 4)])


def _feature(identity: str, properties: Feature, kind: str, coordinates: Sequence[Any]) -> Feature:
    return {
        "type": "Feature",
        "id": identity,
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def _write(path: Path, features: list[Feature]) -> None:
    collection = {"type": "FeatureCollection", "features": features}
    path.write_text(json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build()
