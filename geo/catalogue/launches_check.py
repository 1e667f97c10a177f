"""Looks through the packages of the catalogue and names every fault: file, line, column, what is expected."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from geo.catalogue.gazetteer import load_gazetteer
from geo.catalogue.launches_build import PACKAGE, derive
from geo.catalogue.package import DATA_FOLDER, open_package, seal
from geo.catalogue.places import load_places
from geo.catalogue.sources import load_sources
from geo.model.errors import DataPackageError

PACKAGES = ("sources", "gazetteer", "places", PACKAGE)


def check(folder: Path = DATA_FOLDER) -> tuple[str, ...]:
    """Every fault, one sentence each; none when the packages are whole and the derived files are up to date.

    Rows are read even when a file is not the one its manifest describes, so that a changed cell
    is named by line and column, besides the changed file.
    """
    faults = list(_changed_files(folder))
    with TemporaryDirectory() as scratch:
        copy = Path(scratch)
        for name in PACKAGES:
            shutil.copytree(folder / name, copy / name)
        faults += [fault.replace(str(copy), str(folder)) for fault in _rows(copy)]
    if not faults:
        faults += _out_of_date(folder)
    return tuple(dict.fromkeys(faults))


def _changed_files(folder: Path) -> Iterator[str]:
    for name in PACKAGES:
        try:
            package = open_package(name, folder)
            resources = [(entry["name"], entry.get("format")) for entry in package.manifest["resources"]]
        except (DataPackageError, KeyError, TypeError) as error:
            yield f"{folder / name}/datapackage.json: {error}"
            continue
        for resource, written_as in resources:
            try:
                package.rows(resource) if written_as == "csv" else package.bytes_of(resource)
            except (DataPackageError, OSError, UnicodeDecodeError) as error:
                yield str(error)


def _rows(copy: Path) -> Iterator[str]:
    """Faults in rows, looked for in a copy that is sealed as it stands."""
    try:
        for name in PACKAGES:
            seal(name, copy)
    except (DataPackageError, OSError, json.JSONDecodeError, KeyError) as error:
        yield str(error)
        return
    for load in (load_sources, load_gazetteer, load_places, derive):
        try:
            load(copy)
        except DataPackageError as error:
            yield from str(error).splitlines()
            if load is not derive:
                continue


def _out_of_date(folder: Path) -> Iterator[str]:
    derived = derive(folder)
    for name, content in (("claims.csv", derived.claims), ("index.csv", derived.index)):
        if (folder / PACKAGE / name).read_bytes() != content:
            yield f"{folder / PACKAGE / name} is not what the tables give; run 'python -m geo catalogue build'."
