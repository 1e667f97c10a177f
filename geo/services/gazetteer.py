"""Opening the gazetteer, building the shipped one again, and adding a dump to it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from geo.catalogue.gazetteer import forget_gazetteer, load_spelling, read_gazetteer, shipped_provinces, with_loaded
from geo.catalogue.gazetteer_build import build, write
from geo.catalogue.gazetteer_dump import Loaded, Progress, load_dump
from geo.catalogue.gazetteer_sources import find_sources
from geo.catalogue.gazetteer_store import loaded_path
from geo.catalogue.package import DATA_FOLDER, seal
from geo.geocoding.gazetteer import Gazetteer
from geo.services.kept import kept


@cache
def open_gazetteer(folder: Path = DATA_FOLDER) -> Gazetteer:
    """The gazetteer of this installation with what the user loaded, the same object at every call.

    What was read from the same data by the same code before is not read and checked again.
    DataPackageError names a damaged file.
    """
    return with_loaded(kept("gazetteer", (folder / "gazetteer",), lambda: read_gazetteer(folder)))


def forget() -> None:
    """To be called when the files have changed."""
    open_gazetteer.cache_clear()
    forget_gazetteer()


def build_gazetteer_files(source: Path | None, say: Callable[[str], None], folder: Path = DATA_FOLDER) -> str:
    """Writes data/gazetteer/world.sqlite.gz and seals the package; DataPackageError names a missing source."""
    built = build(find_sources(source), say)
    path = write(built, folder)
    seal("gazetteer", folder)
    forget()
    return f"{path}: {built.places:,} places, {built.spellings:,} spellings, {len(built.content) / 1e6:.1f} MB"


def load_geonames(dump: Path, names: Path | None, progress: Progress) -> tuple[Loaded, Path]:
    """Loads a dump in place of the one before; DataPackageError leaves the one before as it was."""
    target = loaded_path()
    loaded = load_dump(dump, names, target, load_spelling(), progress, shipped_provinces())
    forget()
    return loaded, target


def loaded_gazetteer() -> Path:
    """Where a loaded dump is kept, whether or not there is one."""
    return loaded_path()
