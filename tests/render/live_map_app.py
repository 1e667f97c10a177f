"""A page with nothing but the map, for tests in a real browser; run by Streamlit."""

from datetime import date

import streamlit as st

from geo.model.mapview import SymbolClass
from geo.ui.components import launch_map
from tests.render.views import SINPO, WONSAN, symbol, view

AXIS = (date(2021, 1, 1), date(2022, 12, 31))
VIEW = view(
    symbol("sinpo", date(2021, 10, 19), symbol_class=SymbolClass.SUBMARINE_LAUNCHED, marks=(SINPO, WONSAN)),
    symbol("stack-1", date(2022, 1, 5), marks=(WONSAN,)),
    symbol("stack-2", date(2022, 1, 6), marks=(WONSAN,)),
)

session = st.session_state
session.setdefault("range", AXIS)
session.setdefault("selected", None)
session.setdefault("told", [])
answer = launch_map.answer("map")
if answer.selected:
    session.selected = answer.selected
    session.told.append(answer.selected)
if answer.first and answer.last:
    session.range = (answer.first, answer.last)
    session.told.append(f"{answer.first}..{answer.last}")
if st.button("only 2022"):
    session.range = (date(2022, 1, 1), AXIS[1])
st.text(f"told: {' '.join(session.told) or 'nothing'}")
first, last = session.range
launch_map.show(VIEW, first, last, AXIS, session.selected, key="map")
