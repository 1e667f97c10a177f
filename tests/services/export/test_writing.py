"""Files are whole or not there."""

import errno
import hashlib
import os
import resource
from pathlib import Path

import pytest

from geo.model.errors import ExportError
from geo.services.export.writing import write_all, write_whole


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    write_whole(tmp_path / "map.png", [b"one"])
    write_whole(tmp_path / "map.png", [b"t", b"wo"])
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("map.png", b"two")]


@pytest.mark.parametrize(
    ("path", "said"),
    [("no/such/folder/map.png", "no such folder"), ("", "folder"), ("x" * 300, "too long")],
)
def test_a_path_that_cannot_be_written_is_named(tmp_path: Path, path: str, said: str) -> None:
    with pytest.raises(ExportError, match=said):
        write_whole(tmp_path / path, [b"content"])
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("at", ["write", "fsync"])
def test_a_full_disk_leaves_no_part_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    (tmp_path / "map.png").write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fdopen" if at == "write" else "fsync", full)
    with pytest.raises(ExportError, match="the disk is full"):
        write_whole(tmp_path / "map.png", [b"content"])
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("map.png", b"before")]


def test_a_file_beyond_the_limit_leaves_no_part_of_itself(tmp_path: Path) -> None:
    """A limit on the size of files stands for a disk that fills while a long file is being written."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(ExportError, match=r"map\.geojson cannot be written: it is larger"):
            write_whole(tmp_path / "map.geojson", (b"x" * 10_000 for _ in range(100)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        [b"a,", b"b\r\n"],
        [bytes([number]) * 1_500_000 for number in range(12)],  # several blocks, hashed beside the writing
        [b"x" * 9_000_000, b"", b"y"],
    ],
    ids=["empty", "small", "many blocks", "a piece of more than a block"],
)
def test_what_is_told_of_a_file_is_of_what_is_on_the_disk(tmp_path: Path, pieces: list[bytes]) -> None:
    written = write_whole(tmp_path / "map.csv", iter(pieces))
    content = (tmp_path / "map.csv").read_bytes()
    assert content == b"".join(pieces)
    assert (written.size, written.sha256) == (len(content), hashlib.sha256(content).hexdigest())


def test_a_folder_that_takes_no_files_is_named() -> None:
    """/proc takes no new files (Linux)."""
    with pytest.raises(ExportError):
        write_whole(Path("/proc/self/map.png"), [b"content"])


def test_of_several_files_none_is_left_when_one_fails(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_all({tmp_path / "table.csv": [b"1"], tmp_path / "none" / "table.json": [b"2"]})
    assert not list(tmp_path.iterdir())
