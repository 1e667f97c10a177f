"""The store keeps reports verbatim, once, and never half."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from geo.model.errors import StoreError
from geo.model.report import DateBasis, Publication, Report
from geo.store.database import open_database, transaction
from geo.store.reports import add_report, all_reports, stamp
from geo.store.schema import reports

NOW = datetime(2026, 11, 22, tzinfo=UTC)
NO_SURROGATES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[sa.Engine]:
    engine = open_database(f"sqlite:///{tmp_path}/new/store.db")
    yield engine
    engine.dispose()


@given(text=NO_SURROGATES, outlet=NO_SURROGATES, day=st.none() | st.dates(), note=NO_SURROGATES)
def test_every_report_comes_back_as_it_was(text: str, outlet: str, day: date | None, note: str) -> None:
    engine = open_database("sqlite://")
    published = Publication(day, DateBasis.ENTERED, note=note) if day else None
    report = Report(text=text, outlet=outlet, published=published, url="https://example.org/'; drop table reports")
    assert add_report(engine, report, NOW)
    assert all_reports(engine) == (report,)


def test_the_same_text_is_kept_once(engine: sa.Engine) -> None:
    assert add_report(engine, Report("one", outlet="first"), NOW)
    assert not add_report(engine, Report("one", outlet="second"), NOW)
    assert [report.outlet for report in all_reports(engine)] == ["first"]


def test_reading_waits_for_no_writer_and_holds_none_up(engine: sa.Engine) -> None:
    add_report(engine, Report("one"), NOW)
    with transaction(engine) as connection:
        connection.execute(
            reports.insert().values(
                **dict.fromkeys(("id", "sha256", "text", "outlet"), "half")
                | {"url": "", "language": "en", "licence": "", "added_at": NOW}
            )
        )
        assert [report.text for report in all_reports(engine)] == ["one"]  # what is not yet kept is not seen


def test_the_stamp_changes_with_every_report_added(engine: sa.Engine) -> None:
    stamps = [stamp(engine)]
    for text in ("one", "two", "two"):
        add_report(engine, Report(text), NOW)
        stamps.append(stamp(engine))
    assert len(set(stamps)) == 3  # the text that was there already changed nothing
    assert stamps[2] == stamps[3]


def test_survives_reopening(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    add_report(open_database(url), Report("one"), NOW)
    assert [report.text for report in all_reports(open_database(url))] == ["one"]


def test_a_failed_save_leaves_the_old_state_whole(engine: sa.Engine) -> None:
    add_report(engine, Report("one"), NOW)
    with pytest.raises(StoreError, match="Nothing was saved"), transaction(engine) as connection:
        connection.execute(reports.insert().values(id="x", sha256="y", text="half", added_at=NOW))
        connection.execute(sa.text("insert into no_such_table values (1)"))
    assert [report.text for report in all_reports(engine)] == ["one"]


def test_sixteen_writers_lose_nothing(engine: sa.Engine) -> None:
    texts = [f"report {number}" for number in range(64)]
    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(lambda text: add_report(engine, Report(text), NOW), texts))
    assert {report.text for report in all_reports(engine)} == set(texts)


def test_a_changed_text_is_noticed(engine: sa.Engine) -> None:
    add_report(engine, Report("one missile"), NOW)
    with transaction(engine) as connection:
        connection.execute(reports.update().values(text="two missiles"))
    with pytest.raises(StoreError, match="no longer has the text"):
        all_reports(engine)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_text("this is not a database, but it is long enough to be looked at")
    with pytest.raises(StoreError, match="LAUNCH_MAP_STORE"):
        open_database(f"sqlite:///{tmp_path}/store.db")


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.db"
    open_database(url).dispose()
    with sqlite3.connect(tmp_path / "store.db") as raw:
        raw.execute("update schema_version set version = 99")
    with pytest.raises(StoreError, match="version 99"):
        open_database(url)


@pytest.mark.parametrize("url", ["nonsense", "sqlite:////proc/nowhere/store.db", "nosuchdialect://x"])
def test_an_impossible_place_is_said(url: str) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        open_database(url)
