"""data/sources: who speaks."""

from collections.abc import Mapping
from pathlib import Path

from geo.catalogue.package import DATA_FOLDER, Row, open_package
from geo.model.errors import DataPackageError
from geo.model.source import Source, SourceKind


def load_sources(folder: Path = DATA_FOLDER) -> Mapping[str, Source]:
    """Every known source by id; DataPackageError names the line of a bad row."""
    rows = open_package("sources", folder).rows("sources")
    return {row["id"]: _source(row, line) for line, row in enumerate(rows, start=2)}


def _source(row: Row, line: int) -> Source:
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
        raise DataPackageError(f"data/sources/sources.csv:{line}: {error}; correct the row.") from error
