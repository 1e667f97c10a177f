"""The page on how claims are compared: drawn from the files the rules are read from, with tolerances one may try."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from geo.discrepancy.rules import Tolerance
from geo.model.claim import Attribute
from geo.model.errors import LaunchMapError
from geo.model.finding import FindingClass
from geo.services.method import Moves, Table, load_tables, measurable
from geo.services.wording import ATTRIBUTE_TITLES
from geo.ui.comparisons import moves
from geo.ui.components.words import plain
from geo.ui.record import atlas, library
from geo.ui.state import keep_across_pages

FURTHER = (
    "hedges",
    "severity",
    "parts",
    "physics",
    "missile_taxonomy",
    "platform_taxonomy",
    "outcome_taxonomy",
    "landing_areas",
    "missile_names",
    "preference",
)


def page() -> None:
    keep_across_pages()
    st.subheader("How claims are compared", anchor=False)
    st.markdown(
        "Nobody is called right. A finding says how two statements differ, by how much and by which rule. What stands "
        "here is read from the files the rules themselves are read from (data/comparison)."
    )
    tables = load_tables()
    _classes(tables["classes"])
    _try_tolerances()
    _rules(tables["rules"])
    _families()
    st.markdown("#### Tables")
    for name in FURTHER:
        with st.expander(tables[name].title):
            _table(tables[name])


def _classes(table: Table) -> None:
    st.markdown("#### Classes, in the order in which they are tried")
    _table(table)


def _rules(table: Table) -> None:
    """One heading a rule: its id is the anchor that findings link to."""
    st.markdown("#### Rules")
    groups: dict[str, list[tuple[str, ...]]] = {}
    for row in table.rows:
        groups.setdefault(row[1], []).append(row)
    for about, rows in groups.items():
        st.markdown(f"##### {about.capitalize()}")
        st.markdown("\n\n".join(f"###### {rule}\n{when} → *{result}*" for rule, _, when, result in rows))


def _families() -> None:
    st.markdown("#### Families of speakers")
    st.markdown("Offices of one state or house are not independent: corroboration counts families.")
    known = library().sources.values()
    rows = sorted((source.family or "none", source.name, source.kind.value) for source in known)
    with st.expander(f"{len(rows)} speakers, {len({row[0] for row in rows})} families"):
        st.dataframe(pd.DataFrame(rows, columns=["Family", "Speaker", "Kind"]), hide_index=True, width="stretch")


def _table(table: Table) -> None:
    columns = [name.replace("_", " ").capitalize() for name, _ in table.columns]
    notes = {
        column: st.column_config.TextColumn(help=note) for column, (_, note) in zip(columns, table.columns, strict=True)
    }
    frame = pd.DataFrame(list(table.rows), columns=columns)
    st.dataframe(frame, hide_index=True, width="stretch", height="content", column_config=notes)


def _try_tolerances() -> None:
    st.markdown("#### Tolerances")
    st.markdown(
        "Two values agree when their gap is at most the width, or the share of the larger figure if that is more. "
        "Change a width to see what would move. Only this page of yours changes; the map keeps the defaults."
    )
    defaults = measurable(library().comparison)
    changed = {attribute: _inputs(attribute, each) for attribute, each in defaults.items()}
    moved = {name: each for name, each in changed.items() if each != (defaults[name].absolute, defaults[name].relative)}
    if not moved:
        st.markdown("All tolerances are the defaults.")
        return
    st.button("Back to the defaults", on_click=_reset, args=(tuple(defaults),))
    try:
        _show(moves(atlas(), tuple(moved.items())), moved)
    except LaunchMapError as error:
        st.error("The launches cannot be compared.")
        st.text(str(error))


def _inputs(attribute: Attribute, default: Tolerance) -> tuple[float, float]:
    title, width, share, note = st.columns([2, 2, 2, 6], vertical_alignment="center")
    absolute, percent = _keys(attribute)
    title.markdown(f"**{ATTRIBUTE_TITLES[attribute]}**")
    session = st.session_state
    session.setdefault(absolute, float(default.absolute))
    session.setdefault(percent, round(default.relative * 100, 3))
    wide = width.number_input(f"Width, {default.unit}", 0.0, 100_000.0, step=1.0, key=absolute)
    timed = attribute is Attribute.LAUNCH_TIME  # a share of a clock time means nothing
    part = share.number_input("Share, %", 0.0, 100.0, step=1.0, key=percent, disabled=timed)
    is_default = (wide, part) == (float(default.absolute), round(default.relative * 100, 3))
    mark = ":gray-badge[default]" if is_default else f":orange-badge[changed] default: {default.words}"
    note.markdown(f"{mark}\n\n:small[{plain(default.reason)}]")
    return (default.absolute, default.relative) if is_default else (wide, part / 100)


def _keys(attribute: Attribute) -> tuple[str, str]:
    return f"tolerance-{attribute}", f"tolerance-{attribute}-share"


def _reset(attributes: tuple[Attribute, ...]) -> None:
    for attribute in attributes:
        for key in _keys(attribute):
            st.session_state.pop(key, None)


def _show(found: Moves, changed: Mapping[Attribute, tuple[float, float]]) -> None:
    named = ", ".join(ATTRIBUTE_TITLES[each].lower() for each in changed)
    st.markdown(f"##### What moves with the changed tolerance: {named}")
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("Findings of today")
        _before_after(found.findings)
    with right:
        st.markdown("Launches by their worst finding")
        _before_after(found.badges)
    st.markdown(f"**{len({move.event_id for move in found.launches})} launches change.**")
    if found.launches:
        told = [
            (
                move.label,
                f"./?event={move.event_id}",
                ATTRIBUTE_TITLES[move.attribute],
                _name(move.before),
                _name(move.after),
            )
            for move in found.launches
        ]
        frame = pd.DataFrame(told, columns=["Launch", "Open", "About", "By default", "As changed"])
        link = st.column_config.LinkColumn("Open", display_text="on the map", width="small")
        st.dataframe(frame, hide_index=True, width="stretch", column_config={"Open": link})


def _before_after(counted: Mapping[FindingClass, tuple[int, int]]) -> None:
    rows = [(each.value, before, after, after - before) for each, (before, after) in counted.items()]
    frame = pd.DataFrame(rows, columns=["Class", "By default", "As changed", "Difference"])
    st.dataframe(frame, hide_index=True, width="stretch")


def _name(found: FindingClass | None) -> str:
    return found.value if found else "not compared"
