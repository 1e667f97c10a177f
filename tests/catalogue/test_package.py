"""A data package is read only when manifest, hash, columns and assertions hold; each refusal names the file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geo.catalogue.package import DATA_FOLDER, open_package, seal
from geo.model.errors import DataPackageError

CSV = "id,name\na,Alpha\nb,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    package = tmp_path / "letters"
    package.mkdir()
    (package / "letters.csv").write_text(CSV)
    fields = [{"name": "id", "type": "string"}, {"name": "name", "type": "string"}]
    resource = {"name": "letters", "path": "letters.csv", "schema": {"fields": fields}}
    (package / "datapackage.json").write_text(json.dumps({"name": "letters", "resources": [resource]}))
    seal("letters", tmp_path)
    return tmp_path


def change(folder: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "letters" / "datapackage.json"
    manifest = json.loads(path.read_text())
    edit(manifest["resources"][0])
    path.write_text(json.dumps(manifest))


def test_rows_of_a_sealed_package(folder: Path) -> None:
    assert open_package("letters", folder).rows("letters") == [{"id": "a", "name": "Alpha"}, {"id": "b", "name": ""}]


def test_a_changed_file_is_refused_until_sealed(folder: Path) -> None:
    (folder / "letters" / "letters.csv").write_text(CSV + "c,Gamma\n")
    with pytest.raises(DataPackageError, match=r"letters\.csv is not the file its manifest describes"):
        open_package("letters", folder).rows("letters")
    seal("letters", folder)
    assert len(open_package("letters", folder).rows("letters")) == 3


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda r: r["schema"]["fields"].pop(), "columns"),
        (lambda r: r.update(assertions={"min_rows": 3}), "promises at least 3"),
        (lambda r: r.update(assertions={"fill": {"name": 0.9}}), "name is filled in 1 of 2"),
        (lambda r: r.update(name="other"), "names no resource 'letters'"),
    ],
)
def test_broken_promises_are_named(folder: Path, edit: Callable[[dict[str, Any]], object], words: str) -> None:
    change(folder, edit)
    with pytest.raises(DataPackageError, match=words):
        open_package("letters", folder).rows("letters")


def test_a_repeated_key_is_named_with_its_line(folder: Path) -> None:
    (folder / "letters" / "letters.csv").write_text(CSV + "a,Again\n")
    seal("letters", folder)
    change(folder, lambda r: r.update(assertions={"unique": ["id"]}))
    with pytest.raises(DataPackageError, match=r"letters\.csv:4: column id: 'a' stands twice"):
        open_package("letters", folder).rows("letters")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (CSV.encode() + b"c\n", r"letters\.csv:4: 1 cells, its manifest says 2 columns"),
        (CSV.encode() + b"c,Gamma,\n", r"letters\.csv:4: 3 cells"),
        (b"", r"letters\.csv:1: column 'id' is missing, column 'name' is missing"),
        (CSV.encode() + b"c,\xff\n", r"letters\.csv:4: byte \d+ is no UTF-8"),
        (CSV.encode() + b'c,"Gamma\n', r"letters\.csv is no CSV file"),
    ],
    ids=["a cell too few", "a cell too many", "an empty file", "Latin-1", "an open quotation mark"],
)
def test_a_file_that_is_no_table_is_refused(folder: Path, content: bytes, words: str) -> None:
    (folder / "letters" / "letters.csv").write_bytes(content)
    seal("letters", folder)
    with pytest.raises(DataPackageError, match=words):
        open_package("letters", folder).rows("letters")


def test_empty_lines_are_no_rows(folder: Path) -> None:
    (folder / "letters" / "letters.csv").write_text(CSV + "\n")
    seal("letters", folder)
    assert len(open_package("letters", folder).rows("letters")) == 2


def test_a_missing_manifest_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataPackageError, match=r"datapackage\.json cannot be read"):
        open_package("nothing", tmp_path)


@pytest.mark.parametrize("path", sorted(DATA_FOLDER.glob("*/datapackage.json")), ids=lambda path: path.parent.name)
def test_every_shipped_package_is_whole_and_says_where_it_is_from(path: Path) -> None:
    package = open_package(path.parent.name)
    assert package.manifest["sources"]
    assert package.manifest["licenses"]
    for resource in package.manifest["resources"]:
        assert package.bytes_of(resource["name"])
        if resource["path"].endswith(".csv"):
            assert package.rows(resource["name"])
