"""Keeps reports verbatim: the same text is kept once, and nothing is ever edited."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from geo.model.errors import StoreError
from geo.model.report import DateBasis, Publication, Report
from geo.store.database import reading, transaction
from geo.store.schema import reports


def add_report(engine: sa.Engine, report: Report, added_at: datetime) -> bool:
    """Keeps the report; False when a report with the same text is there already (and stays as it is).

    `added_at` is aware. Raises StoreError, leaving everything as it was, when the store cannot take it.
    """
    with transaction(engine) as connection:
        known = connection.execute(sa.select(reports.c.id).where(reports.c.sha256 == report.sha256)).first()
        if known is None:
            connection.execute(reports.insert().values(_row(report, added_at)))
    return known is None


def all_reports(engine: sa.Engine) -> tuple[Report, ...]:
    """Every report kept, in the order added; StoreError if a text no longer matches its SHA-256."""
    with reading(engine) as connection:
        rows = connection.execute(sa.select(reports).order_by(reports.c.added_at, reports.c.id)).mappings().all()
    return tuple(_report(row) for row in rows)


def stamp(engine: sa.Engine) -> tuple[int, datetime | None]:
    """How many reports there are and when the last was added (UTC, naive): it changes with every report added."""
    with reading(engine) as connection:
        count, latest = connection.execute(sa.select(sa.func.count(), sa.func.max(reports.c.added_at))).one()
    return count, latest


def _row(report: Report, added_at: datetime) -> dict[str, Any]:
    published = report.published
    return {
        "id": report.id,
        "sha256": report.sha256,
        "text": report.text,
        "published_day": published.day if published else None,
        "published_basis": published.basis.value if published else None,
        "published_note": published.note if published else "",
        "outlet": report.outlet,
        "url": report.url,
        "language": report.language,
        "licence": report.licence,
        "retrieved": report.retrieved,
        "added_at": added_at.astimezone(UTC).replace(tzinfo=None),
    }


def _report(row: Mapping[str, Any] | sa.RowMapping) -> Report:
    published = None
    if row["published_day"] is not None:
        published = Publication(row["published_day"], DateBasis(row["published_basis"]), note=row["published_note"])
    report = Report(
        text=row["text"],
        published=published,
        outlet=row["outlet"],
        url=row["url"],
        language=row["language"],
        licence=row["licence"],
        retrieved=row["retrieved"],
    )
    if report.sha256 != row["sha256"]:
        raise StoreError(f"Report {row['id']} in the store no longer has the text it was saved with; restore a backup.")
    return report
