"""What each report says, read and placed once: the same report under the same rules is not read again."""

import threading
from collections.abc import Iterable
from pathlib import Path

from geo.catalogue.gazetteer_store import loaded_path
from geo.catalogue.package import DATA_FOLDER
from geo.model.reading import Reading
from geo.model.report import Report
from geo.services.kept import Shelfmark, shelfmark
from geo.services.library import Library


class Readings:
    """Readings of reports, kept over restarts for as long as rules, places and code stay the same."""

    def __init__(self, library: Library, mark: Shelfmark | None = None) -> None:
        self._library, self._mark, self._reading = library, mark, threading.Lock()
        self._known: dict[Report, Reading] = (mark.get() if mark else None) or {}

    def of(self, reports: Iterable[Report]) -> tuple[Reading, ...]:
        """One for each report, in their order. Those of all other reports are let go."""
        with self._reading:
            asked = list(reports)
            missing = [report for report in asked if report not in self._known]
            self._known = {report: self._known.get(report) or _read(report, self._library) for report in asked}
            if missing and self._mark:
                self._mark.put(self._known)
            return tuple(self._known.values())


def kept_readings(library: Library) -> Readings:
    """Those of this installation; a gazetteer that the user loads makes all reports be read again."""
    packages = [DATA_FOLDER / name for name in ("lexicon", "gazetteer")]
    return Readings(library, shelfmark("readings", packages, _state(loaded_path())))


def _state(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _read(report: Report, library: Library) -> Reading:
    from geo.services.reading import read_report  # rules and gazetteer: not for a start that reads nothing new

    return read_report(report, library)
