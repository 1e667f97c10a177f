"""What the map tells Python: each action once, and nothing a browser made up."""

from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from geo.model.mapview import PlaceMark
from geo.ui.components.launch_map import MapAnswer, areas_without_outline
from tests.render.views import SINPO, SOUTH_HAMGYONG, symbol, view

RANGE = {"first": 18_628, "last": 18_992, "range_n": 7, "event_id": None, "event_n": 0}
VIEW = {"view": [400_300, 1_281_800, 750], "view_n": 3}
LAYERS = {"layers": ["graticule", "names"], "layers_n": 4}
CLICK = {"first": None, "last": None, "range_n": 0, "event_id": "kp-1", "event_n": 9}


def ask() -> None:
    import streamlit as st

    from geo.ui.components import launch_map

    st.text(str(launch_map.answer("map")))
    st.text(str(launch_map.answer("map")))


def answers(value: Any, page: AppTest | None = None) -> tuple[str, str]:
    page = AppTest.from_function(ask) if page is None else page
    page.session_state["map"] = value
    page.run()
    assert not page.exception
    return page.text[0].value, page.text[1].value


FIRST, LAST = date(2021, 1, 1), date(2021, 12, 31)
NOTHING = str(MapAnswer())
CLICKED = str(MapAnswer("kp-1"))
MOVED = str(MapAnswer(None, FIRST, LAST))


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (None, NOTHING),
        ({"last_active_drawing": None}, NOTHING),
        (CLICK, CLICKED),
        (RANGE, MOVED),
        (RANGE | {"event_id": "kp-1", "event_n": 9}, str(MapAnswer("kp-1", FIRST, LAST))),
        ({"last_active_drawing": {"type": "Feature", "geometry": None, "properties": CLICK}}, CLICKED),
        (RANGE | {"range_n": 0} | VIEW, str(MapAnswer(view=(400_300, 1_281_800, 750)))),
        (RANGE | {"range_n": 0} | LAYERS, str(MapAnswer(layers=("names", "graticule")))),
        (RANGE | {"range_n": 0, "layers": [], "layers_n": 4}, str(MapAnswer(layers=()))),
        (CLICK | {"frame": [760, 680, 120]}, str(MapAnswer("kp-1", frame=(760, 680, 120)))),
    ],
    ids=[
        "never shown",
        "untouched",
        "click",
        "range",
        "both at once",
        "by the documented way",
        "view",
        "layers",
        "no layer",
        "size of the map",
    ],
)
def test_an_action_is_told_once(value: Any, answer: str) -> None:
    assert answers(value) == (answer, NOTHING)


def test_the_same_launch_clicked_again_is_told_again() -> None:
    page = AppTest.from_function(ask)
    assert answers(CLICK, page)[0] == CLICKED
    assert answers(CLICK, page)[0] == NOTHING
    assert answers(CLICK | {"event_n": 10}, page)[0] == CLICKED


def test_a_click_does_not_tell_the_range_again() -> None:
    page = AppTest.from_function(ask)
    assert answers(RANGE, page)[0] == MOVED
    assert answers(RANGE | {"event_id": "kp-1", "event_n": 9}, page)[0] == CLICKED


def test_a_frame_loaded_anew_does_not_tell_the_last_click_again() -> None:
    page = AppTest.from_function(ask)
    assert answers(CLICK, page)[0] == CLICKED
    assert answers(RANGE | {"event_id": "kp-1", "event_n": 0}, page)[0] == MOVED


@pytest.mark.parametrize(
    "forged",
    [
        CLICK | {"event_id": "{{7*7}}"},
        CLICK | {"event_id": ["kp-1"]},
        CLICK | {"event_id": None},
        CLICK | {"event_n": "9"},
        RANGE | {"first": "{{7*7}}"},
        RANGE | {"first": 18_993},
        RANGE | {"last": 10**12},
        RANGE | {"last": None},
        RANGE | {"range_n": True},
        VIEW | {"view": [0, 0]},
        VIEW | {"view": [900_001, 0, 500]},
        VIEW | {"view": [0, -1_800_001, 500]},
        VIEW | {"view": [0.5, 0, 500]},
        VIEW | {"view": "[0, 0, 500]"},
        VIEW | {"view": [0, 0, True]},
        VIEW | {"view": None},
        LAYERS | {"layers": ["{{7*7}}"]},
        LAYERS | {"layers": [["names"]]},
        LAYERS | {"layers": "names"},
        CLICK | {"event_id": None, "frame": [760, 680]},
        CLICK | {"event_id": None, "frame": [760, 680, 680]},
        CLICK | {"event_id": None, "frame": [0, 680, 120]},
        CLICK | {"event_id": None, "frame": [760, 10**9, 0]},
        CLICK | {"event_id": None, "frame": [760, 680, True]},
        CLICK | {"event_id": None, "frame": "[760, 680, 120]"},
        [1, 2],
        "text",
    ],
)
def test_what_a_browser_makes_up_is_no_answer(forged: Any) -> None:
    assert answers(forged)[0] == NOTHING


def test_areas_that_cannot_be_drawn_are_named() -> None:
    nampo = PlaceMark(None, 0.0, "KP-14")
    drawn = view(symbol(marks=(nampo, SOUTH_HAMGYONG)), symbol("sinpo", marks=(SINPO,)))
    assert areas_without_outline(drawn) == {"KP-14"}
