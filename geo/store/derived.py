"""What was worked out from files that ship, kept on disk under the hash of those files.

It is only ever a shortcut: a file that is missing, damaged or made by other data or other code
is not used, and what cannot be written is worked out again the next time.
"""

import dataclasses
import hashlib
import io
import logging
import pickle
import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from types import MemberDescriptorType
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
    """What `build` made the last time under this key; otherwise what it makes now, kept for the next time."""
    found: _Kept | None = kept_before(name, key, folder)
    if found is not None:
        return found
    made = build()
    keep(name, key, folder, made)
    return made


def kept_before(name: str, key: str, folder: Path) -> Any:
    """What was kept under this key; None when there is nothing, or nothing that can be used.

    Reading makes objects of this project's classes and plain dates, nothing else: a file put
    there by somebody else cannot run code.
    """
    path = _path(name, key, folder)
    try:
        return _Reader(io.BytesIO(path.read_bytes())).load()
    except FileNotFoundError:
        return None
    except Exception as error:  # damaged files raise nearly anything (the manual of pickle says so)
        _log.warning("%s is not used (%s); it is made again.", path, error)
        return None


def keep(name: str, key: str, folder: Path, made: object) -> None:
    """Keeps it in place of what was kept under this name; a folder that cannot be written costs a warning."""
    path, content = _path(name, key, folder), io.BytesIO()
    _Writer(content, protocol=5).dump(made)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(content.getbuffer())
        part.replace(path)
        for old in folder.glob(f"{name}-*.bin"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("%s could not be written (%s); it will be worked out again.", path, error)


def _path(name: str, key: str, folder: Path) -> Path:
    return folder / f"{name}-{key}.bin"


class _Writer(pickle.Pickler):
    """A dataclass with slots is written as its values: as dataclasses do it, reading takes three times as long.

    So is a member of an enumeration, which Python 3.11.2 would write as a question to getattr, that _Reader refuses.
    """

    def reducer_override(self, found: Any) -> Any:
        kind: Any = type(found)
        if isinstance(found, Enum):
            return kind, (found.value,)
        names = () if isinstance(found, type) else _slots(kind)
        return (_filled, (kind, tuple(getattr(found, name) for name in names))) if names else NotImplemented


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _filled.__name__):
            return _filled
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith("geo.") and "." not in name else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"it asks for {module}.{name}")
        return found


def _filled(kind: type, values: Sequence[Any]) -> Any:
    made: Any = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made


@cache
def _slots(kind: Hashable) -> tuple[str, ...]:
    """The fields of a dataclass that keeps all of them in slots; nothing for other types."""
    names = tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()
    return names if all(isinstance(getattr(kind, name, None), MemberDescriptorType) for name in names) else ()


@cache
def _setters(kind: Any) -> tuple[Callable[[Any, Any], None], ...]:
    return tuple(getattr(kind, name).__set__ for name in _slots(kind))
