"""The catalogue as the dashboard opens it: whole, or refused with the name of the file."""

import shutil
from pathlib import Path

import pytest

from geo.catalogue.package import DATA_FOLDER
from geo.services.catalogue import open_catalogue


def test_the_shipped_catalogue_opens_with_version_and_date() -> None:
    catalogue = open_catalogue()
    assert len(catalogue.records) >= 1_000
    assert catalogue.version
    assert catalogue.created.startswith("20")
    assert not catalogue.refusal


@pytest.mark.parametrize("name", ["claims.csv", "index.csv", "datapackage.json"])
def test_a_damaged_catalogue_is_refused_by_name_and_nothing_is_shown_of_it(tmp_path: Path, name: str) -> None:
    folder = Path(shutil.copytree(DATA_FOLDER, tmp_path / "data"))
    damaged = folder / "launches" / name
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 0x01
    damaged.write_bytes(content if name.endswith(".csv") else content[: len(content) // 2])
    catalogue = open_catalogue(folder)
    assert catalogue.records == ()
    assert name in catalogue.refusal
