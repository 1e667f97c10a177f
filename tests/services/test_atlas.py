"""What the pages look up, worked out once, and the history of a launch."""

from dataclasses import replace
from datetime import date

import pytest

from geo.services.atlas import Atlas
from geo.services.browse import LaunchFilter
from geo.services.opening import opened
from geo.services.pipeline import compile_record
from geo.services.shelf import open_shelf


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    known = opened()
    return Atlas(
        compile_record(open_shelf("sqlite://").reports(), known.library, known.catalogue.records), known.library
    )


@pytest.fixture(scope="module")
def sinpo(atlas: Atlas) -> str:
    chosen = LaunchFilter(first=date(2021, 10, 19), last=date(2021, 10, 19))
    return atlas.selection(chosen).rows[0].event.id


def test_the_same_question_gives_the_same_object(atlas: Atlas) -> None:
    chosen = LaunchFilter(search="Sinpo")
    assert atlas.map_view(chosen) is atlas.map_view(replace(chosen))
    assert atlas.selection(chosen) is atlas.selection(replace(chosen))


def test_a_selection_is_the_newest_first_and_knows_its_places(atlas: Atlas) -> None:
    found = atlas.selection(LaunchFilter())
    days = [row.first for row in found.rows if row.first]
    assert days == sorted(days, reverse=True)
    assert all(found.rows[place].event.id == event_id for event_id, place in found.places.items())
    assert len(found.places) == len(found.rows) == len(atlas.record.events)


def test_the_first_sight_is_a_year_that_ends_with_the_latest_launch(atlas: Atlas) -> None:
    first, last = atlas.last_year
    assert last == max(row.last for row in atlas.rows if row.last)
    assert 364 <= (last - first).days <= 365


def test_the_history_of_sinpo_tells_who_withdrew_to_one_missile(atlas: Atlas, sinpo: str) -> None:
    told = [
        (moment.day, moment.speaker, moment.replaced, moment.value)
        for moment in atlas.dossier(sinpo).history
        if moment.is_revision and moment.attribute == "How many"
    ]
    assert (date(2021, 11, 9), "Ministry of Defense of Japan", "2 missiles", "1 missile") in told
    days = [moment.day or date.max for moment in atlas.dossier(sinpo).history]
    assert days == sorted(days)


def test_values_stand_side_by_side_the_preferred_and_the_opposed_first(atlas: Atlas, sinpo: str) -> None:
    block = atlas.dossier(sinpo).blocks[0]
    assert [value.value for value in block.values] == ["1 missile", "2 missiles", "at least 1 missile"]
    assert [value.preferred for value in block.values] == [True, False, False]
    assert sum(len(value.rows) for value in block.values) == len(block.rows)  # none is lost


def test_no_launch_of_this_name(atlas: Atlas) -> None:
    assert atlas.event("KP-1900-01-01") is None
    assert atlas.event(None) is None
