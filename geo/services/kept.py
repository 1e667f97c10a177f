"""Where what was worked out from data and code is kept between starts of the program."""

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from geo.store.derived import derived, fingerprint, keep, kept_before

DERIVED_VARIABLE = "LAUNCH_MAP_DERIVED"
_CODE_FOLDER = Path(__file__).resolve().parents[1]
_DEFAULT_FOLDER = _CODE_FOLDER.parent / "var" / "derived"
_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """Where something made of these folders of data is kept, from $LAUNCH_MAP_DERIVED, else below var/derived.

    It is another one when a byte of the data or of this program has changed, or when the data
    stand elsewhere: what is kept may name its files.
    """

    name: str
    key: str
    folder: Path

    def get(self) -> Any:
        """What was put here last, None if nothing was or nothing can be used."""
        return kept_before(self.name, self.key, self.folder)

    def put(self, made: object) -> None:
        keep(self.name, self.key, self.folder, made)


def shelfmark(name: str, data: Iterable[Path], besides: str = "") -> Shelfmark:
    """`besides` is whatever else the thing kept depends on."""
    folders = [each.resolve() for each in data]
    key = hashlib.sha256(f"{_code()} {fingerprint(folders)} {folders} {besides}".encode()).hexdigest()[:32]
    return Shelfmark(name, key, Path(os.environ.get(DERIVED_VARIABLE) or _DEFAULT_FOLDER))


def kept(name: str, data: Iterable[Path], build: Callable[[], _Kept]) -> _Kept:
    """What `build` makes of these folders of data; it is made anew only under another shelfmark."""
    mark = shelfmark(name, data)
    return derived(mark.name, mark.key, mark.folder, build)


@cache
def _code() -> str:
    return fingerprint((_CODE_FOLDER,))
