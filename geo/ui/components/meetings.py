"""Tables of comparisons of speakers. Names and sentences of others stand in table cells only, as plain text."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from geo.services.disagreements import Meeting, Tally
from geo.services.wording import ATTRIBUTE_TITLES

MOST_ROWS = 500
NOTHING = "–"


def matrix(names: Sequence[str], tallies: Mapping[tuple[str, str], Tally], key: str) -> tuple[str, str] | None:
    """Draws speakers against speakers, columns by number; the two of the chosen cell, None when none is."""
    cells = [[_cell(tallies.get((min(row, col), max(row, col))), row == col) for col in names] for row in names]
    numbers = [str(number) for number in range(1, len(names) + 1)]
    frame = pd.DataFrame(cells, columns=numbers)
    frame.insert(0, "Speaker", [f"{number}  {name}" for number, name in zip(numbers, names, strict=True)])
    state: Any = st.dataframe(
        frame, hide_index=True, width="stretch", on_select="rerun", selection_mode="single-cell", key=key
    )
    chosen = state.selection.cells
    if not chosen:
        return None
    row, column = chosen[0]
    number = int(column) - 1 if str(column).isdecimal() else row
    return None if number == row else (names[row], names[number])


def _cell(found: Tally | None, self: bool) -> str:
    if self or found is None:
        return "" if self else NOTHING
    return f"{found.contradictory} of {found.compared}"


def counts(what: str, rows: Sequence[tuple[str, Tally]], key: str) -> str | None:
    """Draws contradictory and all comparisons for each row; the name of the chosen row, None when none is."""
    told = [(name, found.contradictory, found.compared, 100 * found.share) for name, found in rows]
    frame = pd.DataFrame(told, columns=[what, "Contradictory", "Compared", "Share"])
    share = st.column_config.ProgressColumn("Share", format="%.0f %%", min_value=0, max_value=100)
    return _row(frame, [name for name, _ in rows], {"Share": share}, key)


def gaps(rows: Sequence[tuple[str, Tally]], key: str) -> str | None:
    """Draws how many comparisons lie how far apart; the words of the chosen step, None when none is."""
    most = max((found.compared for _, found in rows), default=1) or 1
    told = [(name, found.compared, found.compared, found.contradictory) for name, found in rows]
    frame = pd.DataFrame(told, columns=["Gap", "Comparisons", "Distribution", "Contradictory"])
    bar = st.column_config.ProgressColumn("Distribution", format=" ", min_value=0, max_value=most)
    return _row(frame, [name for name, _ in rows], {"Distribution": bar}, key)


def _row(frame: pd.DataFrame, names: Sequence[str], columns: Mapping[str, Any], key: str) -> str | None:
    state: Any = st.dataframe(
        frame,
        hide_index=True,
        width="stretch",
        column_config=dict(columns),
        on_select="rerun",
        selection_mode="single-row",
        key=key,
    )
    chosen = state.selection.rows
    return names[chosen[0]] if chosen and chosen[0] < len(names) else None


def launches(met: Sequence[Meeting], key: str) -> None:
    """One row a comparison, the latest launch first, with a link that opens the launch on the map.

    The sentences of the chosen row are written out below.
    """
    if not met:
        st.info("No launch fits these choices.")
        return
    ordered = sorted(met, key=lambda meeting: (meeting.day is not None, meeting.day, meeting.event_id), reverse=True)
    told = [_launch(meeting) for meeting in ordered[:MOST_ROWS]]
    frame = pd.DataFrame(told, columns=["Launch", "Open", "About", "Class", "Gap", "Who said what, by which rule"])
    link = st.column_config.LinkColumn("Open", display_text="on the map", width="small")
    many = len({meeting.event_id for meeting in met})
    comparisons = f"{len(met)} comparison{'' if len(met) == 1 else 's'}"
    st.markdown(f":small[{comparisons} on {many} launch{'' if many == 1 else 'es'}.]")
    sentence = st.column_config.TextColumn(width="large")
    columns = {"Open": link, "Who said what, by which rule": sentence}
    chosen = _row(frame, [str(number) for number in range(len(told))], columns, key)
    for words in ordered[int(chosen)].sentences if chosen else ():
        st.text(words)


def _launch(meeting: Meeting) -> tuple[str, str, str, str, str, str]:
    return (
        meeting.label,
        f"./?event={meeting.event_id}",
        ATTRIBUTE_TITLES[meeting.attribute],
        meeting.worst.value,
        meeting.gap.verbatim if meeting.gap else "",
        " ".join(meeting.sentences),
    )
