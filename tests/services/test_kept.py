"""What is kept belongs to the very files it was made of."""

import shutil
from pathlib import Path

import pytest

from geo.catalogue.package import DATA_FOLDER
from geo.services.gazetteer import open_gazetteer
from geo.services.kept import DERIVED_VARIABLE, kept


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DERIVED_VARIABLE, str(tmp_path / "derived"))
    return tmp_path


def test_equal_data_in_another_place_are_other_data(folder: Path) -> None:
    for name in ("here", "there"):
        (folder / name).mkdir()
        (folder / name / "a.csv").write_text("1", encoding="utf-8")
    made = [kept("name", (folder / name,), lambda name=name: name) for name in ("here", "here", "there")]  # type: ignore[misc]
    assert made == ["here", "here", "there"]


def test_a_copy_of_the_gazetteer_that_is_gone_leaves_the_own_one_usable(folder: Path) -> None:
    copy = folder / "copy"
    shutil.copytree(DATA_FOLDER / "gazetteer", copy / "gazetteer")
    open_gazetteer(copy)
    shutil.rmtree(copy)
    open_gazetteer.cache_clear()
    assert any(reading.matches for reading in open_gazetteer(DATA_FOLDER).readings("Reykjavik"))
