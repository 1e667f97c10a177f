"""All reports at hand: the seeds that ship with the project and those people added."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from geo.catalogue.package import SEEDS_FOLDER
from geo.model.report import Report
from geo.services.ingest import keep
from geo.services.kept import kept
from geo.store.database import open_database
from geo.store.reports import all_reports, stamp

STORE_VARIABLE = "LAUNCH_MAP_STORE"
DEFAULT_STORE = f"sqlite:///{Path(__file__).resolve().parents[2] / 'var' / 'launch-map.db'}"


@dataclass(frozen=True, slots=True)
class Shelf:
    seeds: tuple[Report, ...]
    store: sa.Engine

    def reports(self) -> tuple[Report, ...]:
        """Seeds first, then added reports in the order added; a text that is a seed is listed once."""
        return tuple({report.id: report for report in (*all_reports(self.store), *self.seeds)}.values())

    def stamp(self) -> tuple[int, datetime | None]:
        """Equal stamps mean equal reports: seeds never change and reports are only ever added."""
        return stamp(self.store)

    def add(self, report: Report) -> bool:
        """Keeps the report; False when its very text is here already."""
        if any(seed.sha256 == report.sha256 for seed in self.seeds):
            return False
        return keep(self.store, report)


def open_shelf(url: str | None = None) -> Shelf:
    """The shelf at `url`, else at $LAUNCH_MAP_STORE, else var/launch-map.db beside app.py."""
    return Shelf(
        kept("seeds", (SEEDS_FOLDER,), _seeds), open_database(url or os.environ.get(STORE_VARIABLE) or DEFAULT_STORE)
    )


def _seeds() -> tuple[Report, ...]:
    from geo.catalogue.seeds import load_seeds  # and what checks them: not for a start that knows them

    return load_seeds()
