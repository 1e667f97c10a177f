"""Everything a server opens once: the library, the catalogue and the launches it tells of."""

import threading
from dataclasses import dataclass
from functools import cache

from geo.catalogue.package import DATA_FOLDER
from geo.model.source_record import SourceRecord
from geo.services.kept import kept
from geo.services.library import Library, open_library
from geo.services.record_of_launches import RecordOfLaunches, record_of_launches, remember

_opening = threading.Lock()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The records of all data sets with the package's version and date; `refusal` says why there are none."""

    records: tuple[SourceRecord, ...]
    version: str
    created: str
    refusal: str = ""


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
    from geo.services.catalogue import open_catalogue  # what derives and checks: not for a start that has it

    catalogue = open_catalogue()
    return catalogue, record_of_launches(catalogue.records, library)
