"""The filters beside the map. Their values live in the session under the names LaunchFilter has."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from geo.model.mapview import SymbolClass
from geo.services.browse import DISAGREEMENT

CHOICES = ("classes", "places", "speakers", "disagreement")
TITLES = {
    "first": "dates",
    "last": "dates",
    "classes": "class",
    "places": "place",
    "speakers": "speaker",
    "disagreement": "disagreement",
}


def show(axis: tuple[date, date], places: Sequence[str], speakers: Sequence[str]) -> None:
    """Draws the widgets; options are plain text, the values are read through state.chosen_filter."""
    st.date_input("From", min_value=axis[0], max_value=axis[1], key="first", format="YYYY-MM-DD")
    st.date_input("To", min_value=axis[0], max_value=axis[1], key="last", format="YYYY-MM-DD")
    st.multiselect("Class", [kind.value for kind in SymbolClass], key="classes", placeholder="all classes")
    st.multiselect("Place", list(places), key="places", placeholder="all places")
    st.multiselect("Speaker", list(speakers), key="speakers", placeholder="all speakers")
    st.selectbox("Disagreement", list(DISAGREEMENT), index=None, key="disagreement", placeholder="any")
    st.button("Clear filters", on_click=clear, args=(axis,), width="stretch")


def clear(axis: tuple[date, date]) -> None:
    st.session_state.first, st.session_state.last = axis
    for name in CHOICES:
        st.session_state[name] = None if name == "disagreement" else []


def drop(name: str, axis: tuple[date, date]) -> None:
    """Takes one filter back to "all"."""
    if name in ("first", "last"):
        st.session_state[name] = axis[0] if name == "first" else axis[1]
    else:
        st.session_state[name] = None if name == "disagreement" else []


def offer_to_drop(names: Sequence[str], axis: tuple[date, date]) -> None:
    """The empty state: says which filter excludes every launch and offers to drop it."""
    st.info("No launch passes these filters.")
    if not names:
        st.button("Clear all filters", on_click=clear, args=(axis,), key="clear-all")
    for name in names:
        st.button(f"Drop the filter on {TITLES[name]} ({name})", on_click=drop, args=(name, axis), key=f"drop-{name}")
