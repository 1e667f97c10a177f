"""Opened from what was worked out before, everything is as if it were worked out now."""

from pathlib import Path

import pytest

from geo.services import opening
from geo.services.gazetteer import open_gazetteer
from geo.services.kept import DERIVED_VARIABLE
from geo.services.library import open_library
from geo.services.opening import Opened
from geo.services.pipeline import compile_record
from geo.services.record_of_launches import record_of_launches


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DERIVED_VARIABLE, str(tmp_path))
    return tmp_path


def open_anew() -> Opened:
    opening._open.cache_clear()
    open_library.cache_clear()
    open_gazetteer.cache_clear()
    return opening.opened()


def test_the_second_opening_gives_the_same_record_without_working_it_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_anew()
    record = compile_record((), first.library, first.catalogue.records)
    assert len(list(folder.glob("launches-*.bin"))) == 1
    monkeypatch.setattr(opening, "_work_out", lambda _library: pytest.fail("it was worked out again"))
    second = open_anew()
    assert second is not first
    assert second.catalogue == first.catalogue
    assert dict(second.library.gazetteer.entries) == dict(first.library.gazetteer.entries)
    assert compile_record((), second.library, second.catalogue.records) == record


def test_the_launches_read_are_those_asked_for_later(folder: Path) -> None:
    opened = open_anew()
    known = record_of_launches(opened.catalogue.records, opened.library)
    assert record_of_launches(opened.catalogue.records, opened.library) is known
    assert len(known.events) >= 255


def test_one_opening_serves_all(folder: Path) -> None:
    assert open_anew() is opening.opened()
