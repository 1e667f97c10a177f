"""The filters beside the map. Their values live in the session, a facet's under "facet-" and its name."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from geo.services.facets import TITLES

PREFIX = "facet-"
WORDS = TITLES | {"first": "dates", "last": "dates", "least_publishers": "number of publishers", "search": "name"}


def show(axis: tuple[date, date], options: Mapping[str, Sequence[str]], most_publishers: int) -> None:
    """Draws the widgets; options are plain text, the values are read through state.chosen_filter."""
    st.text_input("Search a place or missile", key="search", max_chars=80, placeholder="any spelling")
    st.date_input("From", min_value=axis[0], max_value=axis[1], key="first", format="YYYY-MM-DD")
    st.date_input("To", min_value=axis[0], max_value=axis[1], key="last", format="YYYY-MM-DD")
    # above the lists, which change their height when they lose the focus and would move the button under the mouse
    st.button("Clear filters", on_click=clear, args=(axis,), width="stretch")
    for name, title in TITLES.items():
        st.multiselect(title, options[name], key=PREFIX + name, placeholder="all")
    if most_publishers > 1:
        counts = range(1, max(most_publishers, st.session_state.get("least_publishers") or 1) + 1)
        st.selectbox("Publishers, at least", counts, key="least_publishers")


def clear(axis: tuple[date, date]) -> None:
    for name in WORDS:
        drop(name, axis)


def drop(name: str, axis: tuple[date, date]) -> None:
    """Takes one filter back to "all"."""
    defaults = {"first": axis[0], "last": axis[1], "least_publishers": 1, "search": ""}
    if name in defaults:
        st.session_state[name] = defaults[name]
    else:
        st.session_state[PREFIX + name] = []
