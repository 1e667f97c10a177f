"""What was worked out is a shortcut: never stale, never trusted, never in the way."""

import os
import pickle
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from geo.model.place import Point
from geo.store.derived import derived, fingerprint

KEY = "0" * 32
MADE = (Point(40.0, 128.0), date(2021, 10, 19), {"a": frozenset({1})})

OTHER = (Point(0.0, 0.0), date(1984, 4, 9), {"a": frozenset({2})})


def counting(made: object) -> tuple[list[object], Callable[[], object]]:
    calls: list[object] = []

    def build() -> object:
        calls.append(made)
        return made

    return calls, build


def test_it_is_made_once_and_read_afterwards(tmp_path: Path) -> None:
    calls, build = counting(MADE)
    assert derived("launches", KEY, tmp_path / "new", build) == MADE
    assert derived("launches", KEY, tmp_path / "new", build) == MADE
    assert len(calls) == 1


def test_another_key_makes_it_again_and_takes_the_old_one_away(tmp_path: Path) -> None:
    derived("launches", KEY, tmp_path, lambda: "old")
    assert derived("launches", "1" * 32, tmp_path, lambda: "new") == "new"
    assert [path.name for path in tmp_path.iterdir()] == [f"launches-{'1' * 32}.bin"]


class Hostile:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (os.environ["HOSTILE"],)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a pickle",
        pickle.dumps(MADE)[:-5],
        pickle.dumps(Fraction(1, 3)),  # harmless, but not of this project
        b"cgeo.store.derived\npickle.loads\n.",  # by way of a module of ours
        b"cgeo.store.derived\nfingerprint\n.",  # ours, but no class
    ],
)
def test_a_damaged_or_foreign_file_is_not_used(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"launches-{KEY}.bin"
    path.write_bytes(content)
    assert derived("launches", KEY, tmp_path, lambda: MADE) == MADE
    assert derived("launches", KEY, tmp_path, lambda: OTHER) == MADE


def test_a_hostile_file_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSTILE", str(tmp_path / "made by the file"))
    (tmp_path / f"launches-{KEY}.bin").write_bytes(pickle.dumps(Hostile()))
    assert derived("launches", KEY, tmp_path, lambda: MADE) == MADE
    assert not (tmp_path / "made by the file").exists()


def test_where_nothing_can_be_written_it_is_made_every_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    calls, build = counting(MADE)
    for _ in range(2):
        assert derived("launches", KEY, tmp_path / "file", build) == MADE
    assert len(calls) == 2


def test_the_fingerprint_changes_with_any_byte_and_any_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("1", encoding="utf-8")
    before = fingerprint([tmp_path])
    (tmp_path / "a.csv").write_text("2", encoding="utf-8")
    changed = fingerprint([tmp_path])
    (tmp_path / "a.csv").rename(tmp_path / "b.csv")
    assert len({before, changed, fingerprint([tmp_path])}) == 3
    assert fingerprint([tmp_path]) == fingerprint([tmp_path])
