"""Everything a server opens once: the library, the catalogue and the launches it tells of."""

import os
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geo.catalogue.package import DATA_FOLDER
from geo.services.catalogue import Catalogue, open_catalogue
from geo.services.library import Library, open_library
from geo.services.record_of_launches import RecordOfLaunches, record_of_launches, remember
from geo.store.derived import derived, fingerprint

DERIVED_VARIABLE = "LAUNCH_MAP_DERIVED"
_CODE_FOLDER = Path(__file__).resolve().parents[1]
_DEFAULT_FOLDER = _CODE_FOLDER.parent / "var" / "derived"
_opening = threading.Lock()


@dataclass(frozen=True, slots=True)
class Opened:
    library: Library
    catalogue: Catalogue


def opened() -> Opened:
    """The same objects at every call; a call while another opens them waits for it.

    What was worked out before from the same data by the same code is read from the folder
    $LAUNCH_MAP_DERIVED, else var/derived.
    DataPackageError when a package other than the catalogue of launches is damaged.
    """
    with _opening:
        return _open()


@cache
def _open() -> Opened:
    folder = Path(os.environ.get(DERIVED_VARIABLE) or _DEFAULT_FOLDER)
    found, launches = derived("opened", fingerprint((DATA_FOLDER, _CODE_FOLDER)), folder, _work_out)
    remember(found.catalogue.records, found.library, launches)
    return found


def _work_out() -> tuple[Opened, RecordOfLaunches]:
    library, catalogue = open_library(), open_catalogue()
    return Opened(library, catalogue), record_of_launches(catalogue.records, library)
