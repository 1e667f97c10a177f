"""A view survives its journey as columns, and carries nothing but numbers, ids and our own constants."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from geo.model.errors import ModelError
from geo.model.mapview import ClaimedRange, MapView, PlaceMark
from geo.render.launch_columns import day_number, day_of, encode, from_columns, to_columns
from tests.render.views import SINPO, SOUTH_HAMGYONG, WONSAN, symbol, view, views


@given(views)
def test_a_view_comes_back_as_it_was(drawn: MapView) -> None:
    assert from_columns(json.loads(encode(drawn))) == drawn


@given(views)
def test_only_numbers_and_ids_beside_legend_and_attribution(drawn: MapView) -> None:
    columns = to_columns(drawn)
    words = {"ids", "areas", "legend", "attribution", "places", "missiles", "seas"}
    numbers = [value for name, column in columns.items() if name not in words for value in column]
    assert all(type(value) is int for value in numbers)


def test_competing_places_follow_the_preferred_one() -> None:
    columns = to_columns(view(symbol(marks=(SINPO, WONSAN, SOUTH_HAMGYONG))))
    assert columns["mark_start"] == [0, 3]
    assert columns["latitude"] == [400_300, 391_500, 0]
    assert columns["area"] == [-1, -1, 0]
    assert columns["areas"] == ["KP-08"]


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(1970, 1, 1), 0), (date(1969, 12, 31), -1), (date(2021, 10, 19), 18_919)],
)
def test_days_are_counted_from_1970(day: date, number: int) -> None:
    assert day_number(day) == number
    assert day_of(number) == day


@pytest.mark.parametrize("hostile", ["{{7*7}}", "a b", "", "é", "ev1\n", "<img src=x onerror=alert(1)>", "a" * 201])
def test_what_is_no_id_is_refused(hostile: str) -> None:
    with pytest.raises(ModelError, match="is not an id"):
        encode(view(symbol(event_id=hostile)))


def test_an_area_that_is_no_id_is_refused() -> None:
    with pytest.raises(ModelError, match=r"'\{\{7\*7\}\}' is not an id"):
        encode(view(symbol(marks=(PlaceMark(None, 0.0, "{{7*7}}"),))))


@pytest.mark.parametrize("hostile", ["{{7*7}}", "<b>Sinpo</b>", "Sin\npo", "{% raw %}", "x" * 81])
def test_what_is_no_plain_name_is_refused(hostile: str) -> None:
    with pytest.raises(ModelError, match="is no plain name"):
        encode(view(replace(symbol(), place=hostile)))
    with pytest.raises(ModelError, match="is no plain name"):
        encode(view(replace(symbol(), missile=hostile)))


def test_names_stand_once_and_ranges_only_where_there_are_some() -> None:
    said = ClaimedRange(430_000.0, None, "SEA_OF_JAPAN")
    named = replace(symbol("b"), place="Sinpo", missile="Hwasong-12", ranges=(said,))
    columns = to_columns(view(symbol("a"), named, replace(symbol("c"), place="Sinpo")))
    assert (columns["places"], columns["place"]) == (["Sinpo"], [-1, 0, 0])
    assert (columns["missiles"], columns["missile"]) == (["Hwasong-12"], [-1, 0, -1])
    assert (columns["ranged"], columns["range_start"]) == ([1], [0, 1])
    assert (columns["range_lower"], columns["range_upper"], columns["range_sea"]) == ([430_000], [-1], [0])
    assert columns["seas"] == ["SEA_OF_JAPAN"]
