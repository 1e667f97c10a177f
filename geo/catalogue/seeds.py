"""The reports that ship with the project: seeds/<date>_<slug>/ report.txt and report.yaml."""

import hashlib
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from geo.catalogue.package import SEEDS_FOLDER
from geo.model.errors import DataPackageError
from geo.model.report import DateBasis, Publication, Report


class _Published(BaseModel):
    model_config = ConfigDict(extra="forbid")

    day: date
    basis: DateBasis
    note: str = ""


class _Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str
    publisher: str | None
    url: str | None
    language: str
    published: _Published | None
    references: list[str] = []
    licence: str
    sha256: str


def load_seeds(folder: Path = SEEDS_FOLDER) -> tuple[Report, ...]:
    """All seed reports, oldest folder name first; DataPackageError names the folder that is not in order."""
    return tuple(load_seed(path.parent) for path in sorted(folder.glob("*/report.yaml")))


def load_seed(folder: Path) -> Report:
    """One seed report, its text checked against the manifest's SHA-256 and kept byte for byte."""
    try:
        manifest = _Manifest.model_validate(yaml.safe_load((folder / "report.yaml").read_text(encoding="utf-8")))
        content = (folder / "report.txt").read_bytes()
        text = content.decode("utf-8")
    except (OSError, ValueError, yaml.YAMLError, ValidationError) as error:
        raise DataPackageError(f"{folder}: the seed cannot be read: {error}") from error
    if hashlib.sha256(content).hexdigest() != manifest.sha256:
        raise DataPackageError(f"{folder}/report.txt is not the text its report.yaml describes; restore it.")
    return Report(
        text=text,
        published=_publication(manifest.published),
        outlet=manifest.publisher or "",
        url=manifest.url or "",
        language=manifest.language,
        licence=manifest.licence,
    )


def _publication(published: _Published | None) -> Publication | None:
    if published is None:
        return None
    return Publication(published.day, published.basis, note=" ".join(published.note.split()))
