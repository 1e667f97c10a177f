"""What was worked out from files that ship, kept on disk under the hash of those files.

It is only ever a shortcut: a file that is missing, damaged or made by other data or other code
is not used, and what cannot be written is worked out again the next time.
"""

import hashlib
import io
import logging
import pickle
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

_Kept = TypeVar("_Kept")
_PLAIN = {("datetime", "date"), ("datetime", "datetime"), ("datetime", "timedelta"), ("datetime", "timezone")}
_log = logging.getLogger(__name__)


def fingerprint(folders: Iterable[Path]) -> str:
    """32 hexadecimal digits that change with any file below the folders, or with the version of Python."""
    digest = hashlib.sha256(sys.version.encode())
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(folder)} {len(content)} ".encode())
            digest.update(content)
    return digest.hexdigest()[:32]


def derived(name: str, key: str, folder: Path, build: Callable[[], _Kept]) -> _Kept:
    """What `build` made the last time under this key; otherwise what it makes now, kept for the next time.

    Only one key of a name is kept. Reading makes objects of this project's classes and plain
    dates, nothing else: a file put there by somebody else cannot run code.
    """
    path = folder / f"{name}-{key}.bin"
    try:
        found: _Kept = _Reader(io.BytesIO(path.read_bytes())).load()
        return found
    except FileNotFoundError:
        pass
    except Exception as error:  # damaged files raise nearly anything (the manual of pickle says so)
        _log.warning("%s is not used (%s); it is made again.", path, error)
    made = build()
    _keep(path, name, made)
    return made


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith("geo.") and "." not in name else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"it asks for {module}.{name}")
        return found


def _keep(path: Path, name: str, made: object) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(pickle.dumps(made, protocol=5))
        part.replace(path)
        for old in path.parent.glob(f"{name}-*.bin"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("%s could not be written (%s); it will be worked out again.", path, error)
