"""Everything a server opens once: the library, the catalogue and the launches it tells of."""

import threading
from dataclasses import dataclass
from functools import cache

from geo.catalogue.package import DATA_FOLDER
from geo.services.catalogue import Catalogue, open_catalogue
from geo.services.kept import kept
from geo.services.library import Library, open_library
from geo.services.record_of_launches import RecordOfLaunches, record_of_launches, remember

_opening = threading.Lock()


@dataclass(frozen=True, slots=True)
class Opened:
    library: Library
    catalogue: Catalogue


def opened() -> Opened:
    """The same objects at every call; a call while another opens them waits for it.

    DataPackageError when a package other than the catalogue of launches is damaged.
    """
    with _opening:
        return _open()


@cache
def _open() -> Opened:
    library = open_library()
    catalogue, launches = kept("launches", (DATA_FOLDER,), lambda: _work_out(library))
    remember(catalogue.records, library, launches)
    return Opened(library, catalogue)


def _work_out(library: Library) -> tuple[Catalogue, RecordOfLaunches]:
    catalogue = open_catalogue()
    return catalogue, record_of_launches(catalogue.records, library)
