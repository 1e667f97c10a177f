"""A page with nothing but the map, for tests in a real browser; run by Streamlit."""

from datetime import date

import streamlit as st

from geo.model.mapview import ClaimedRange, SymbolClass
from geo.ui.components import launch_map
from tests.render.views import SINPO, WONSAN, symbol, view

AXIS = (date(2021, 1, 1), date(2022, 12, 31))
VIEW = view(
    symbol(
        "sinpo",
        date(2021, 10, 19),
        symbol_class=SymbolClass.SUBMARINE_LAUNCHED,
        marks=(SINPO, WONSAN),
        names=("Sinpo", "Pukguksong-3"),
        ranges=(ClaimedRange(430_000.0, 450_000.0, "SEA_OF_JAPAN"), ClaimedRange(600_000.0, None, "")),
    ),
    symbol("stack-1", date(2022, 1, 5), marks=(WONSAN,)),
    symbol("stack-2", date(2022, 1, 6), marks=(WONSAN,)),
)

OPENING = st.query_params.get("view")

session = st.session_state
session.setdefault("range", AXIS)
session.setdefault("selected", None)
session.setdefault("view", tuple(int(part) for part in OPENING.split(".")) if OPENING else None)
session.setdefault("layers", None)
session.setdefault("theme", "light")
session.setdefault("told", [])
answer = launch_map.answer("map")
if answer.selected:
    session.selected = answer.selected
    session.told.append(answer.selected)
if answer.first and answer.last:
    session.range = (answer.first, answer.last)
    session.told.append(f"{answer.first}..{answer.last}")
if answer.view:
    session.view = answer.view
    session.told.append("view")
if answer.layers is not None:
    session.layers = answer.layers
    session.told.append("+".join(answer.layers))
with st.container(horizontal=True):
    if st.button("only 2022"):
        session.range = (date(2022, 1, 1), AXIS[1])
    if st.button("Sinpo from near"):
        session.view = (400_300, 1_281_800, 900)
    if st.button("graticule only"):
        session.layers = ("graticule",)
    if st.button("dark"):
        session.theme = "dark"
st.text(f"told: {' '.join(session.told) or 'nothing'}")
first, last = session.range
launch_map.show(
    VIEW,
    first,
    last,
    AXIS,
    session.selected,
    key="map",
    map_view=session.view,
    layers=session.layers,
    theme=session.theme,
)
