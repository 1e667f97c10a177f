"""The catalogue's own work: derive the claims from the fact tables, and look for faults in the data."""

from pathlib import Path

from geo.catalogue.launches import load_records
from geo.catalogue.launches_build import build
from geo.catalogue.launches_check import check
from geo.catalogue.package import DATA_FOLDER, open_package
from geo.model.errors import DataPackageError
from geo.services.opening import Catalogue


def open_catalogue(folder: Path = DATA_FOLDER) -> Catalogue:
    """Never raises for bad data: a refused package is an empty catalogue with the reason."""
    try:
        manifest = open_package("launches", folder).manifest
        return Catalogue(load_records(folder), str(manifest["version"]), str(manifest["created"]))
    except (DataPackageError, KeyError) as error:
        return Catalogue((), "", "", f"The catalogue of launches (data/launches) is refused: {error}")


def build_catalogue(folder: Path = DATA_FOLDER) -> str:
    """Derives claims.csv and index.csv and says how many records and claims they hold."""
    build(folder)
    load_records.cache_clear()
    records = load_records(folder)
    claims = sum(len(record.claims) for record in records)
    publishers = len({record.publisher for record in records})
    return f"{len(records)} records of {publishers} publishers, {claims} claims."


def check_catalogue(folder: Path = DATA_FOLDER) -> str:
    """A sentence when nothing is wrong; DataPackageError with one fault a line otherwise."""
    if faults := check(folder):
        raise DataPackageError("\n".join(faults))
    return "The packages of the catalogue are whole, and the derived files are up to date."
