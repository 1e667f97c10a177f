"""The table of launches: the map's twin for the keyboard and the screen reader."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st

from geo.services.browse import TableRow

PAGE = 100  # launches of one page: enough to scroll, and as cheap to draw among 100,000 as among 100
COLUMNS = ("Date (local)", "Place", "Missile", "Count", "Publishers", "Worst finding")
_PAGE_KEY = "table-page"


def page_of(places: Mapping[str, int], selected: str | None) -> range:
    """Positions of the rows to show: the page the user turned to, or the one a newly selected launch stands on."""
    session = st.session_state
    pages = max(1, -(-len(places) // PAGE))
    if selected != session.get("table-shown"):
        session["table-shown"] = selected
        if selected and selected in places:
            session[_PAGE_KEY] = places[selected] // PAGE + 1
    session[_PAGE_KEY] = min(max(session.get(_PAGE_KEY) or 1, 1), pages)
    first = (session[_PAGE_KEY] - 1) * PAGE
    return range(first, min(first + PAGE, len(places)))


def show(
    rows: Sequence[TableRow], total: int, first: int, selected: str | None, choose: Callable[[str], None], key: str
) -> None:
    """Draws the rows, which begin at position `first` of `total`; a row chosen by the user is told to `choose`.

    The row of the launch `selected`, if it is here, is shown as selected.
    """
    ids = [row.event_id for row in rows]
    state = {"selection": {"rows": [ids.index(selected)] if selected in ids else [], "columns": [], "cells": []}}
    if st.session_state.get(key) != state:
        st.session_state[key] = state
    if total > PAGE:
        _pager(first, len(rows), total)
    st.dataframe(
        _frame(rows),
        hide_index=True,
        width="stretch",
        on_select=lambda: _tell(ids, choose, key),
        selection_mode="single-row",
        key=key,
        alt="Launches in range; select one to open it",
    )


def _tell(ids: Sequence[str], choose: Callable[[str], None], key: str) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen and chosen[0] < len(ids):
        choose(ids[chosen[0]])


def _pager(first: int, shown: int, total: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("Newer", key="table-newer", on_click=_turn, args=(-1,), disabled=first == 0)
        st.button("Older", key="table-older", on_click=_turn, args=(1,), disabled=first + shown >= total)
        st.text(f"Launches {first + 1:,} to {first + shown:,} of {total:,}, the newest first")


def _turn(pages: int) -> None:
    st.session_state[_PAGE_KEY] += pages


def _frame(rows: Sequence[TableRow]) -> pd.DataFrame:
    told = [(row.day, row.place, row.missile, row.count, row.publishers, row.disagreement) for row in rows]
    return pd.DataFrame(told, columns=list(COLUMNS))
