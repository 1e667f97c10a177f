"""The offline geocoder with the gazetteer of this project, under the name geopy finds it by.

It stands here and not beside OfflineGeocoder because loading data is the catalogue's work, two floors
above geocoding: a class below is handed its gazetteer, the class up here goes and gets it.

    import geo.services.geocoder
    geopy.geocoders.get_geocoder_for_service("launch_map")().geocode("Sinpo")
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from geopy.exc import ConfigurationError
from geopy.geocoders import SERVICE_TO_GEOCODER
from geopy.geocoders.base import DEFAULT_SENTINEL

from geo.catalogue.basemap import load_basemap
from geo.catalogue.package import DATA_FOLDER
from geo.geocoding.areas import Areas
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.offline import SERVICE, OfflineGeocoder
from geo.model.errors import DataPackageError
from geo.services.gazetteer import open_gazetteer

REBUILD = "python -m geo gazetteer build"


class LaunchMapGeocoder(OfflineGeocoder):
    """An OfflineGeocoder that needs no arguments: it loads data/gazetteer, once in a process.

    A missing or damaged file is a geopy ConfigurationError naming the file and the command
    that builds it again.
    """

    def __init__(
        self,
        *,
        folder: Path = DATA_FOLDER,
        timeout: Any = DEFAULT_SENTINEL,
        user_agent: str | None = None,
        adapter_factory: Callable[..., Any] | None = None,
    ) -> None:
        gazetteer = shipped_gazetteer(folder)
        super().__init__(
            gazetteer,
            areas=_areas(folder).containing,
            timeout=timeout,
            user_agent=user_agent,
            adapter_factory=adapter_factory,
        )


def shipped_gazetteer(folder: Path = DATA_FOLDER) -> Gazetteer:
    """The gazetteer of this installation; ConfigurationError names a missing or damaged file and what rebuilds it."""
    try:
        return open_gazetteer(folder)
    except (DataPackageError, OSError, ValueError, KeyError) as error:
        raise _misconfigured(error) from error


@cache
def _areas(folder: Path) -> Areas:
    try:
        return Areas(load_basemap(folder).areas)
    except (DataPackageError, OSError, ValueError, KeyError) as error:
        raise ConfigurationError(f"The outlines of areas cannot be read: {error}") from error


def _misconfigured(error: Exception) -> ConfigurationError:
    command = "" if REBUILD in str(error) else f" To make the gazetteer again: {REBUILD}"
    return ConfigurationError(f"The gazetteer cannot be read: {error}{command}")


SERVICE_TO_GEOCODER[SERVICE] = LaunchMapGeocoder
