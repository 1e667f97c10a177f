"""Files of launches for the browser to fetch, named by their content, in a folder of this server process.

The folder is private (mode 0700, a name nobody can guess) and goes with the process. A file
holds what any user of the map may see: numbers and ids; its name is known only to who was
shown it. Sessions that see the same launches share one file.
"""

import hashlib
import tempfile
import threading
import time
from collections import deque
from functools import cache
from pathlib import Path

from geo.model.mapview import MapView
from geo.render.launch_columns import encode

KEPT_FILES = 200  # of the most recently shown; a session that shows an older one writes it again
KEPT_SECONDS = 600  # a file is never removed while a browser may be about to fetch it

_lock = threading.Lock()
_recent: deque[tuple[MapView, bytes]] = deque(maxlen=8)  # encoding 10,000 launches takes 85 ms, finding them here none


@cache
def _process_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="launch-map-", ignore_cleanup_errors=True)


def launch_folder() -> Path:
    """The folder of this process, made at the first call and removed when the process ends."""
    return Path(_process_folder().name)


def file_of(view: MapView) -> str:
    """The name of the view's file, written if need be. The same object shown again is not encoded again."""
    known = next((content for seen, content in list(_recent) if seen is view), None)
    content = known or encode(view)
    if known is None:
        _recent.append((view, content))
    return keep(content)


def keep(content: bytes, folder: Path | None = None) -> str:
    """Writes the content, if it is new, and returns its file name: 32 hexadecimal digits and ".json"."""
    folder = folder or launch_folder()
    name = f"{hashlib.sha256(content).hexdigest()[:32]}.json"
    with _lock:
        path = folder / name
        if path.exists():
            path.touch()
        else:
            part = folder / f"{name}.part"
            part.write_bytes(content)
            part.replace(path)
            remove_old(folder, time.time())
    return name


def remove_old(folder: Path, now: float) -> None:
    """Removes all but the KEPT_FILES newest files, none of them younger than KEPT_SECONDS at `now`."""
    newest_first = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[KEPT_FILES:]:
        if path.stat().st_mtime < now - KEPT_SECONDS:
            path.unlink(missing_ok=True)
