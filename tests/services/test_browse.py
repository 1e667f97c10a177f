"""Filters, the table, and the differences told once."""

from datetime import date

import pytest

from geo.model.finding import FindingClass
from geo.model.launch import LaunchEvent
from geo.model.report import DateBasis, Publication, Report
from geo.services.browse import LaunchFilter, choices, dated_bounds, draw, emptying_filters, matching, select, tabulate
from geo.services.dossier import open_dossier
from geo.services.facets import IndexRow, index_of
from geo.services.library import open_library
from geo.services.pipeline import Record, compile_record
from geo.services.shelf import open_shelf

UNDATED = Report("North Korea fired three missiles on Friday from near Wonsan, South Korea's military said.")
OTHER = Report(
    "North Korea fired one short-range ballistic missile from Sunan on Jan. 5, 2022, South Korea's military said.",
    Publication(date(2022, 1, 5), DateBasis.ENTERED),
)


DISPUTED = (("findings", ("contradictory, major",)),)


@pytest.fixture(scope="module")
def record() -> Record:
    return compile_record([*open_shelf("sqlite://").reports(), OTHER, UNDATED], open_library())


@pytest.fixture(scope="module")
def index(record: Record) -> tuple[IndexRow, ...]:
    return index_of(record, open_library())


def chosen_days(record: Record, index: tuple[IndexRow, ...], chosen: LaunchFilter) -> list[str]:
    return [row.day for row in tabulate(record, matching(index, chosen, open_library()), open_library().sources)]


@pytest.mark.parametrize(
    ("chosen", "days"),
    [
        (LaunchFilter(), ["19 Oct 2021", "5 Jan 2022", "Date unknown"]),
        (LaunchFilter(first=date(2022, 1, 1)), ["5 Jan 2022"]),
        (LaunchFilter(last=date(2021, 10, 19)), ["19 Oct 2021"]),  # the last day is included
        (LaunchFilter(last=date(2021, 10, 18)), []),
        (LaunchFilter(facets=DISPUTED), ["19 Oct 2021"]),
        (LaunchFilter(facets=(("classes", ("short-range ballistic",)),)), ["5 Jan 2022"]),
        (LaunchFilter(facets=(("classes", ("cruise", "short-range ballistic")),)), ["5 Jan 2022"]),  # one of them
        (LaunchFilter(facets=(("places", ("Sinpo, South Hamgyong",)),)), ["19 Oct 2021"]),
        (LaunchFilter(facets=(("speakers", ("Prime Minister of Japan",)),)), ["19 Oct 2021"]),
        (LaunchFilter(search="Sinpho"), ["19 Oct 2021"]),  # a press spelling
        (LaunchFilter(search="신포"), ["19 Oct 2021"]),
        (LaunchFilter(search="sunan"), ["5 Jan 2022"]),
        (LaunchFilter(search="Atlantis"), []),
        (LaunchFilter(least_publishers=2), []),
    ],
)
def test_filters(record: Record, index: tuple[IndexRow, ...], chosen: LaunchFilter, days: list[str]) -> None:
    assert chosen_days(record, index, chosen) == days


def test_the_filter_that_excludes_everything_is_named(index: tuple[IndexRow, ...]) -> None:
    library = open_library()
    chosen = LaunchFilter(last=date(2021, 6, 30), facets=DISPUTED)
    assert emptying_filters(index, chosen, library) == ("last",)
    assert emptying_filters(index, LaunchFilter(facets=DISPUTED, search="Atlantis"), library) == ("search",)
    assert emptying_filters(index, LaunchFilter(), library) == ()


def test_what_is_not_dated_is_in_the_table_and_not_on_the_map(record: Record, index: tuple[IndexRow, ...]) -> None:
    events = select(index, LaunchFilter(), open_library())
    assert len(draw(record, events).symbols) == 2
    assert dated_bounds(index) == (date(2021, 10, 19), date(2022, 1, 5))


def test_choices_are_what_the_record_has(index: tuple[IndexRow, ...]) -> None:
    found = choices(index)
    assert "Sinpo, South Hamgyong" in found["places"]
    assert "Prime Minister of Japan" in found["speakers"]
    assert found["publishers"] == ("publisher unknown",)


@pytest.fixture(scope="module")
def disputed(index: tuple[IndexRow, ...]) -> LaunchEvent:
    (event,) = select(index, LaunchFilter(facets=DISPUTED), open_library())
    return event


def test_a_difference_is_told_once_with_all_who_hold_each_side(record: Record, disputed: LaunchEvent) -> None:
    dossier = open_dossier(record, disputed, open_library())
    counts = next(block for block in dossier.blocks if block.title == "How many")
    assert dossier.blocks[0] is counts  # contradictory ones first
    (contradiction,) = [d for d in counts.differences if d.finding_class is FindingClass.CONTRADICTORY_MAJOR]
    assert contradiction.gap == "1 missile"
    assert {side.value: len(side.speakers) for side in contradiction.sides} == {"2 missiles": 2, "1 missile": 1}
    assert len(contradiction.findings) == 2


def test_every_source_is_listed_once(record: Record, disputed: LaunchEvent) -> None:
    dossier = open_dossier(record, disputed, open_library())
    ids = [source.source_id for source in dossier.sources]
    assert len(ids) == len(set(ids))
    joongang = next(source for source in dossier.sources if source.source_id == "JOONGANG_ILBO")
    assert (joongang.claims, joongang.relayed) == (0, 1)


def test_silence_is_said_and_is_not_zero(record: Record, disputed: LaunchEvent) -> None:
    dossier = open_dossier(record, disputed, open_library())
    assert {"how far", "how high"} <= set(dossier.not_stated)
