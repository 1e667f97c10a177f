"""Files of launches: named by content, shared, private, and cleared away when old."""

import os
import stat
from pathlib import Path

from geo.render import launch_files
from geo.render.guard import checked_file_name
from geo.render.launch_files import KEPT_FILES, KEPT_SECONDS, file_of, keep, launch_folder, remove_old
from tests.render.views import symbol, view


def test_same_content_same_file(tmp_path: Path) -> None:
    name = keep(b"{}", tmp_path)
    assert keep(b"{}", tmp_path) == name == checked_file_name(name)
    assert keep(b"[]", tmp_path) != name
    assert (tmp_path / name).read_bytes() == b"{}"


def test_the_folder_is_private_and_the_same_all_along() -> None:
    assert launch_folder() == launch_folder()
    assert stat.S_IMODE(launch_folder().stat().st_mode) == 0o700


def test_equal_views_share_a_file() -> None:
    first, second = view(symbol()), view(symbol())
    assert file_of(first) == file_of(second) == file_of(first)
    assert file_of(view()) != file_of(first)


def test_a_file_cleared_away_is_written_again() -> None:
    shown = view(symbol())
    path = launch_folder() / file_of(shown)
    content = path.read_bytes()
    path.unlink()
    assert launch_folder() / file_of(shown) == path
    assert path.read_bytes() == content


def test_old_files_go_and_young_ones_stay(tmp_path: Path) -> None:
    now = 1_000_000.0
    for number in range(KEPT_FILES + 20):
        path = tmp_path / f"{number:03}.json"
        path.write_bytes(b"")
        age = KEPT_SECONDS - 1 if number < 5 else KEPT_SECONDS + 1000 - number
        os.utime(path, (now - age, now - age))
    remove_old(tmp_path, now)
    left = {path.name for path in tmp_path.iterdir()}
    assert len(left) == KEPT_FILES
    assert {f"{number:03}.json" for number in range(5)} <= left


def test_a_file_somebody_may_be_fetching_stays_whatever_the_number(tmp_path: Path) -> None:
    for number in range(launch_files.KEPT_FILES + 3):
        (tmp_path / f"{number}.json").write_bytes(b"")
    remove_old(tmp_path, (tmp_path / "0.json").stat().st_mtime + 1)
    assert len(list(tmp_path.iterdir())) == KEPT_FILES + 3
