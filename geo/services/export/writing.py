"""Exported files on the disk: all of them, whole, or none."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.model.errors import ExportError
from geo.services.whole_file import whole_file


@dataclass(frozen=True, slots=True)
class Written:
    """`size` in bytes; `sha256` in hexadecimal digits."""

    size: int
    sha256: str


def write_whole(path: Path, pieces: Iterable[bytes]) -> Written:
    """Replaces or makes the file, piece by piece as they come: never is all of it in memory.

    ExportError says why it cannot be written; nothing partial is left then.
    """
    size, digest = 0, hashlib.sha256()
    with whole_file(path) as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
            size += len(piece)
    return Written(size, digest.hexdigest())


def write_all(files: Mapping[Path, Iterable[bytes]]) -> list[Written]:
    """Writes several files; when one fails, those that were new are taken away again."""
    made: list[Path] = []
    written = []
    try:
        for path, pieces in files.items():
            existed = path.exists()
            written.append(write_whole(path, pieces))
            made += [] if existed else [path]
    except ExportError:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    return written
