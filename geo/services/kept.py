"""Where what was worked out from data and code is kept between starts of the program."""

import hashlib
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

from geo.store.derived import derived, fingerprint

DERIVED_VARIABLE = "LAUNCH_MAP_DERIVED"
_CODE_FOLDER = Path(__file__).resolve().parents[1]
_DEFAULT_FOLDER = _CODE_FOLDER.parent / "var" / "derived"
_Kept = TypeVar("_Kept")


def kept(name: str, data: Iterable[Path], build: Callable[[], _Kept]) -> _Kept:
    """What `build` makes of these folders of data, from $LAUNCH_MAP_DERIVED, else var/derived, when it is there.

    It is made anew when a byte of the data or of this program has changed, or when the data
    stand elsewhere: what is kept may name its files.
    """
    folders = [each.resolve() for each in data]
    folder = Path(os.environ.get(DERIVED_VARIABLE) or _DEFAULT_FOLDER)
    key = hashlib.sha256(f"{_code()} {fingerprint(folders)} {folders}".encode()).hexdigest()[:32]
    return derived(name, key, folder, build)


@cache
def _code() -> str:
    return fingerprint((_CODE_FOLDER,))
