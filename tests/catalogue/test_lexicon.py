"""data/lexicon and data/sources: whole, and a wrong row is named."""

import csv
import shutil
from pathlib import Path

import pytest

from geo.catalogue.lexicon import load_lexicon
from geo.catalogue.package import DATA_FOLDER, open_package, seal
from geo.catalogue.sources import load_sources
from geo.model.errors import DataPackageError
from geo.model.source import SourceKind


def broken(folder: Path, package: str, file: str, column: str, value: str) -> Path:
    """A copy of the data in which the first row of a file has another value, sealed again."""
    for name in ("lexicon", "sources", "comparison"):
        shutil.copytree(DATA_FOLDER / name, folder / name)
    path = folder / package / file
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0][column] = value
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    seal(package, folder)
    return folder


@pytest.mark.parametrize(
    ("package", "file", "column", "value"),
    [
        ("lexicon", "cues.csv", "kind", "shout"),
        ("lexicon", "weapons.csv", "class", "CATAPULT"),
        ("lexicon", "numbers.csv", "value", "many"),
        ("lexicon", "units.csv", "unit", "furlong"),
        ("sources", "aliases.csv", "source_id", "NOBODY"),
        ("sources", "sources.csv", "kind", "rumour"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, package: str, file: str, column: str, value: str) -> None:
    folder = broken(tmp_path, package, file, column, value)
    with pytest.raises(DataPackageError, match=rf"{package}/{file}:2: .*{value}"):
        load_lexicon(folder)


def test_every_alias_names_a_source_and_every_zone_is_known() -> None:
    lexicon = load_lexicon()
    assert set(lexicon.resolved.values()) <= set(lexicon.sources)
    assert set(lexicon.offices.values()) <= set(lexicon.sources)


def test_offices_of_one_state_are_one_family() -> None:
    families = {source.family for source in load_sources().values() if source.id.startswith("ROK_")}
    assert families == {"ROK"}


def test_anonymous_originators_have_no_family_to_corroborate_with() -> None:
    anonymous = [s for s in load_sources().values() if s.kind is SourceKind.ANONYMOUS]
    assert anonymous and all(source.family == "" for source in anonymous)


@pytest.mark.parametrize("package", ["lexicon", "sources"])
def test_the_packages_are_whole(package: str) -> None:
    opened = open_package(package)
    assert all(opened.rows(entry["name"]) for entry in opened.manifest["resources"])
