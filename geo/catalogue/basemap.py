"""data/basemap: land, borders and the areas that launches may be placed in."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.catalogue.package import DATA_FOLDER, open_package
from geo.geocoding.land import Land
from geo.model.errors import DataPackageError

AREA_FILES = ("north_korea", "neighbours")
Ring = Sequence[Sequence[float]]  # [longitude, latitude] in WGS 84 degrees, closed


@dataclass(frozen=True, slots=True)
class Basemap:
    """`folder` holds the checked GeoJSON files; `areas` are polygons (outer ring, then holes) by area id."""

    folder: Path
    areas: Mapping[str, Sequence[Sequence[Ring]]]

    def has_area(self, area_id: str) -> bool:
        return area_id in self.areas


_BOUNDS = (115.0, 28.0, 150.0, 51.0)  # of north_east_asia: west, south, east, north


@cache
def load_land(folder: Path = DATA_FOLDER) -> Land:
    """The land of north-east Asia at 1:10 million; DataPackageError if its file is damaged."""
    package = open_package("basemap", folder)
    features = json.loads(package.bytes_of("north_east_asia"))["features"]
    (outline,) = (feature["geometry"]["coordinates"] for feature in features if feature["id"] == "land")
    return Land(_BOUNDS, outline)


@cache
def load_basemap(folder: Path = DATA_FOLDER) -> Basemap:
    """Opens data/basemap and checks every file against its hash; DataPackageError if one fails."""
    package = open_package("basemap", folder)
    contents = {entry["name"]: package.bytes_of(entry["name"]) for entry in package.manifest["resources"]}
    features = [one for name in AREA_FILES for one in json.loads(contents[name])["features"]]
    areas = {feature["id"]: feature["geometry"]["coordinates"] for feature in features}
    if len(areas) < len(features):
        raise DataPackageError(f"{package.folder} names an area twice; build the basemap again.")
    return Basemap(package.folder, areas)
