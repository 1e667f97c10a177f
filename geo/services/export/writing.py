"""Exported files on the disk: all of them, whole, or none."""

from collections.abc import Mapping
from pathlib import Path

from geo.model.errors import ExportError
from geo.services.whole_file import whole_file


def write_whole(path: Path, content: bytes) -> None:
    """Replaces or makes the file. ExportError says why it cannot be written; nothing partial is left then."""
    with whole_file(path) as file:
        file.write(content)


def write_all(files: Mapping[Path, bytes]) -> None:
    """Writes several files; when one fails, those that were new are taken away again."""
    made: list[Path] = []
    try:
        for path, content in files.items():
            existed = path.exists()
            write_whole(path, content)
            made += [] if existed else [path]
    except ExportError:
        for path in made:
            path.unlink(missing_ok=True)
        raise
