"""Seeds: verbatim, dated honestly, refused when damaged."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from geo.catalogue.package import SEEDS_FOLDER
from geo.catalogue.seeds import load_seed, load_seeds
from geo.model.errors import DataPackageError
from geo.model.report import DateBasis


def test_the_users_document_is_dated_by_inference() -> None:
    (report,) = (r for r in load_seeds() if "Isozaki" in r.text)
    assert report.published is not None
    assert report.published.day == date(2021, 10, 19)
    assert report.published.basis is DateBasis.INFERRED
    assert report.published.note
    assert report.outlet == ""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("basis: inferred", "basis: guessed", "basis"),
        ("sha256: ", "sha256: 0", "not the text"),
        ("language: en", "language: en\nsurprise: 1", "surprise"),
        ("day: 2021-10-19", "day: October", "day"),
    ],
)
def test_a_damaged_seed_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    folder = Path(shutil.copytree(SEEDS_FOLDER / "2021-10-19_sinpo", tmp_path / "seed"))
    manifest = folder / "report.yaml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataPackageError, match=words):
        load_seed(folder)
