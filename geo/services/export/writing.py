"""Exported files on the disk: all of them, whole, or none."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from geo.model.errors import ExportError
from geo.services.whole_file import whole_file

_BLOCK = 4_000_000  # bytes hashed at once, while the next are made; with fewer the two threads wait for one another


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
    with ThreadPoolExecutor(1) as beside, whole_file(path) as file:
        hashed = beside.submit(digest.update, b"")
        for block in _blocks(pieces):
            file.write(block)
            hashed.result()
            hashed = beside.submit(digest.update, block)
            size += len(block)
    return Written(size, digest.hexdigest())


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in blocks of _BLOCK or somewhat more."""
    block = bytearray()
    for piece in pieces:
        block += piece
        if len(block) >= _BLOCK:
            yield bytes(block)
            block.clear()
    yield bytes(block)


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
