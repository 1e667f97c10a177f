"""Frictionless data packages under data/: nothing is read whose hash or assertions fail."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.model.errors import DataPackageError

DATA_FOLDER = Path(__file__).resolve().parents[2] / "data"
SEEDS_FOLDER = Path(__file__).resolve().parents[2] / "seeds"

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DataPackage:
    """An opened package: its manifest (datapackage.json as parsed) and its folder."""

    folder: Path
    manifest: Mapping[str, Any]

    def resource(self, name: str) -> Mapping[str, Any]:
        """The manifest entry of a resource; DataPackageError if the manifest has none."""
        for entry in self.manifest["resources"]:
            if entry["name"] == name:
                return dict(entry)
        raise DataPackageError(f"{self.folder}/datapackage.json names no resource {name!r}; add it or fix the name.")

    def bytes_of(self, name: str) -> bytes:
        """The file of a resource, checked against the manifest's SHA-256."""
        entry = self.resource(name)
        content: bytes = (self.folder / entry["path"]).read_bytes()
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != entry["hash"]:
            raise DataPackageError(
                f"{self.folder / entry['path']} is not the file its manifest describes; "
                f"restore it, or run 'python -m geo data seal {self.folder.name}' if you changed it on purpose."
            )
        return content

    def rows(self, name: str) -> Sequence[Row]:
        """Rows of a CSV resource (UTF-8, header line) that meet the resource's schema and assertions."""
        entry = self.resource(name)
        path = self.folder / entry["path"]
        header, *lines = _lines(path, self.bytes_of(name)) or [[]]
        _check_columns(path, entry, header)
        for number, cells in enumerate(lines, start=2):
            if len(cells) != len(header):
                raise DataPackageError(f"{path}:{number}: {len(cells)} cells, its manifest says {len(header)} columns.")
        rows = [dict(zip(header, cells, strict=True)) for cells in lines]
        _check_assertions(path, entry.get("assertions", {}), rows)
        return rows


def open_package(name: str, folder: Path = DATA_FOLDER) -> DataPackage:
    """The package data/`name`; DataPackageError when its manifest is missing or broken."""
    path = folder / name / "datapackage.json"
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataPackageError(f"{path} cannot be read ({error}); restore it from the repository.") from error
    return DataPackage(path.parent, manifest)


def seal(name: str, folder: Path = DATA_FOLDER) -> list[str]:
    """Writes the present size and SHA-256 of every resource into the manifest; returns the paths sealed."""
    package = open_package(name, folder)
    manifest = dict(package.manifest)
    for entry in manifest["resources"]:
        content = (package.folder / entry["path"]).read_bytes()
        entry["bytes"] = len(content)
        entry["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (package.folder / "datapackage.json").write_text(text, encoding="utf-8")
    return [entry["path"] for entry in manifest["resources"]]


def _lines(path: Path, content: bytes) -> list[list[str]]:
    """The lines of a CSV file that are not empty; DataPackageError when it is no UTF-8 or no CSV."""
    try:
        return [cells for cells in csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True) if cells]
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataPackageError(f"{path}:{line}: byte {error.start} is no UTF-8; save the file as UTF-8.") from error
    except csv.Error as error:
        raise DataPackageError(f"{path} is no CSV file ({error}); check its quotation marks.") from error


def _check_columns(path: Path, entry: Mapping[str, Any], found: Sequence[str]) -> None:
    wanted = [field["name"] for field in entry.get("schema", {}).get("fields", [])]
    if list(found) != wanted:
        odd = ", ".join([f"column {name!r} is missing" for name in wanted if name not in found]) or "the order differs"
        raise DataPackageError(f"{path}:1: {odd}: the columns are {list(found)}, its manifest says {wanted}.")


def _check_assertions(path: Path, assertions: Mapping[str, Any], rows: Sequence[Row]) -> None:
    least = assertions.get("min_rows", 0)
    if len(rows) < least:
        raise DataPackageError(f"{path} has {len(rows)} rows, its manifest promises at least {least}.")
    for column, share in assertions.get("fill", {}).items():
        filled = sum(bool(row[column]) for row in rows)
        if filled < share * len(rows):
            raise DataPackageError(f"{path}: {column} is filled in {filled} of {len(rows)} rows, promised {share:.0%}.")
    for column in assertions.get("unique", []):
        _check_unique(path, column, rows)


def _check_unique(path: Path, column: str, rows: Sequence[Row]) -> None:
    seen: set[str] = set()
    for line, row in enumerate(rows, start=2):
        if row[column] in seen:
            raise DataPackageError(
                f"{path}:{line}: column {column}: {row[column]!r} stands twice; each row needs its own."
            )
        seen.add(row[column])
