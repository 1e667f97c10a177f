"""The table of launches: the map's twin for the keyboard and the screen reader."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from geo.services.browse import TableRow

COLUMNS = ("Date (local)", "Place", "Missile", "Count", "Publishers", "Worst finding")


def show(rows: Sequence[TableRow], key: str) -> str | None:
    """Draws the table; the id of the row just selected, None when no row is."""
    frame = pd.DataFrame(
        [(row.day, row.place, row.missile, row.count, row.publishers, row.disagreement) for row in rows],
        columns=list(COLUMNS),
    )
    state: Any = st.dataframe(
        frame, hide_index=True, width="stretch", on_select="rerun", selection_mode="single-row", key=key
    )
    chosen = state.selection.rows
    return rows[chosen[0]].event_id if chosen and chosen[0] < len(rows) else None
