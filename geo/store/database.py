"""Opens the store: durable, safe for several writers, refusing a file of a newer version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from geo.model.errors import StoreError
from geo.store.schema import SCHEMA_VERSION, metadata, schema_version

BUSY_TIMEOUT_MS = 10_000
READS_ONLY = "launch_map_reads_only"


def open_database(url: str) -> sa.Engine:
    """An engine for `url` (SQLAlchemy form, such as sqlite:///var/launch-map.db) with the tables in place.

    Raises StoreError when the place cannot be written, the file is no database, or it was
    made by a newer version of this program.
    """
    try:
        parsed = sa.make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = sa.create_engine(parsed)
        if engine.dialect.name == "sqlite":
            _take_write_locks_at_begin(engine)
        with engine.begin() as connection:
            _migrate(connection)
    except (sa.exc.SQLAlchemyError, ImportError, OSError) as error:
        raise StoreError(
            f"The store at {url.split('@')[-1]} cannot be opened ({type(error).__name__}). "
            "Check that the folder may be written, or set LAUNCH_MAP_STORE to another database URL."
        ) from error
    return engine


@contextmanager
def transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """One transaction: all of it is kept or none of it; any database error becomes a StoreError."""
    try:
        with engine.begin() as connection:
            yield connection
    except sa.exc.SQLAlchemyError as error:
        raise StoreError(f"Nothing was saved: the store answered {type(error).__name__}. Try again.") from error


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A view of the store at one moment that keeps no writer waiting; any database error becomes a StoreError."""
    try:
        with engine.execution_options(**{READS_ONLY: True}).begin() as connection:
            yield connection
    except sa.exc.SQLAlchemyError as error:
        raise StoreError(f"The store cannot be read: it answered {type(error).__name__}. Try again.") from error


def _migrate(connection: sa.Connection) -> None:
    metadata.create_all(connection)
    version = connection.execute(sa.select(schema_version.c.version)).scalar()
    if version is None:
        connection.execute(schema_version.insert().values(version=SCHEMA_VERSION))
    elif version > SCHEMA_VERSION:
        raise StoreError(f"The store has version {version}, this program knows {SCHEMA_VERSION}: update the program.")


def _take_write_locks_at_begin(engine: sa.Engine) -> None:
    """SQLite: WAL, and BEGIN IMMEDIATE, because deferred transactions lose concurrent updates."""

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        reads_only = connection.get_execution_options().get(READS_ONLY, False)
        connection.exec_driver_sql("BEGIN" if reads_only else "BEGIN IMMEDIATE")
