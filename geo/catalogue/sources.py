"""data/sources: who speaks."""

from collections.abc import Mapping
from pathlib import Path

from geo.catalogue.package import DATA_FOLDER, Row, open_package
from geo.model.errors import DataPackageError
from geo.model.source import Source, SourceKind


def load_sources(folder: Path = DATA_FOLDER) -> Mapping[str, Source]:
    """Every known source by id; DataPackageError names the line of a bad row."""
    package = open_package("sources", folder)
    where = package.folder / "sources.csv"
    return {row["id"]: _source(row, f"{where}:{line}") for line, row in enumerate(package.rows("sources"), start=2)}


def _source(row: Row, where: str) -> Source:
    try:
        return Source(
            id=row["id"],
            name=row["name"],
            kind=SourceKind(row["kind"]),
            family=row["family"],
            country=row["country"],
            language=row["language"],
            reliability=row["reliability"],
            home_page=row["home_page"],
            republishes=tuple(row["republishes"].split()),
        )
    except ValueError as error:
        raise DataPackageError(f"{where}: {error}; correct the row.") from error
