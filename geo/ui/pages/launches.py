"""The map page: map and slider, filters, panel and table of the same launches."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

import streamlit as st

from geo.model.errors import LaunchMapError
from geo.model.launch import LaunchEvent
from geo.services import browse
from geo.services.as_of import as_it_stood
from geo.services.dossier import open_dossier, safe_label
from geo.services.pipeline import Record
from geo.ui import state
from geo.ui.components import as_of, filters, launch_map, launch_table, panel
from geo.ui.layout import MAP, MAP_HEIGHT, PANEL_HEIGHT, map_page
from geo.ui.record import catalogue, current_record, index, library, map_view


def page() -> None:
    layout = map_page()
    try:
        record = current_record()
    except LaunchMapError as error:
        st.error("The launches cannot be shown.")
        st.text(str(error))
        return
    with layout.notice:
        _refusal()
    state.keep_across_pages()
    rows = index(record)
    axis = time_axis(rows)
    ignored = state.begin(axis)
    _take_answer()
    with layout.middle:
        _map(record, axis)
        table = st.container()
    with layout.side:
        filters.show(axis, browse.choices(rows), max((len(row.facets["publishers"]) for row in rows), default=1))
    chosen = state.chosen_filter(axis)
    events = browse.select(rows, chosen, library().gazetteer)
    with table:
        _table(record, events, chosen, axis)
    with layout.heading:
        _headline(record, events)
    with layout.right.container(height=PANEL_HEIGHT, border=False):
        _panel(record)
    _catalogue_line()
    if ignored:
        st.toast(f"Ignored in the address, because it is not a valid value: {', '.join(ignored)}.")
    state.publish(axis)


def time_axis(rows: browse.Index) -> tuple[date, date]:
    """Whole years around all dated launches; the present record's year when none is dated."""
    bounds = browse.dated_bounds(rows)
    first, last = bounds or (date(2021, 1, 1), date(2021, 12, 31))
    return date(first.year, 1, 1), date(last.year, 12, monthrange(last.year, 12)[1])


def _take_answer() -> None:
    """What was done on the map since the last run counts before anything is drawn."""
    answer = launch_map.answer(MAP)
    if answer.first and answer.last:
        st.session_state.first, st.session_state.last = answer.first, answer.last
    if answer.selected:
        st.session_state.event = answer.selected


def _map(record: Record, axis: tuple[date, date]) -> None:
    session = st.session_state
    of_any_day = replace(state.chosen_filter(axis), first=None, last=None)
    view = map_view(record, of_any_day)
    launch_map.show(view, session.first, session.last, axis, session.get("event"), key=MAP, height=MAP_HEIGHT)
    if undrawn := launch_map.areas_without_outline(view):
        st.caption(f"No outline to draw: {', '.join(sorted(undrawn))}. Launches known only to these areas are listed.")


def _table(
    record: Record, events: tuple[LaunchEvent, ...], chosen: browse.LaunchFilter, axis: tuple[date, date]
) -> None:
    if not events:
        filters.offer_to_drop(browse.emptying_filters(index(record), chosen, library().gazetteer), axis)
        return
    rows = browse.tabulate(record, index(record), events, library().sources)
    selected = launch_table.show(rows, key="launch-table")
    if selected != st.session_state.get("table-selection"):
        st.session_state["table-selection"] = selected
        if selected:
            st.session_state.event = selected
            st.rerun()


def _headline(record: Record, events: tuple[LaunchEvent, ...]) -> None:
    disputed = sum(record.badges[event.id].is_contradiction for event in events)
    first, last = st.session_state.first, st.session_state.last
    undated = sum(event.day is None or event.day.first is None for event in events)
    launches = (
        f"{len(events)} launch{'' if len(events) == 1 else 'es'}{f', {undated} without a date' if undated else ''}"
    )
    st.markdown(f"#### Launch map\u2003:gray[{first} – {last} · {launches} · {disputed} with contradictory claims]")


def _refusal() -> None:
    """The banner that says which package is not used, and why."""
    if refusal := catalogue().refusal:
        st.warning("The catalogue of launches is refused; only reports are shown.")
        st.text(refusal)


def _catalogue_line() -> None:
    known = catalogue()
    if not known.refusal:
        st.caption(f"Catalogue version {known.version} of {known.created}, {len(known.records)} records of data sets.")


def _panel(record: Record) -> None:
    event = record.event(st.session_state.get("event"))
    if event is None:
        _welcome(record)
        return
    if day := as_of.as_of_control(event):
        standing = as_it_stood(record, event, library(), day)
        record, event = standing.record, standing.event
        as_of.show_standing(standing)
    panel.show(open_dossier(record, event, library()))


def _welcome(record: Record) -> None:
    st.subheader("Who said what", anchor=False)
    st.markdown(
        "This map shows missile launches as reports tell of them, every claim with its speaker and the very words.\n\n"
        "A symbol's shape and colour are the kind of missile, the circle around it is how uncertain the place is, "
        "and a dark ring means that claims contradict each other.\n\n"
        "Click a symbol, or a row of the table, to read what was claimed and where the claims disagree."
    )
    recent, disputed = browse.landmarks(index(record), record)
    for title, event in (("Most recent", recent), ("Most disputed", disputed)):
        if event is not None:
            label = f"{title}: {safe_label(event)}"
            st.button(label, key=f"open-{title}", on_click=_open, args=(event.id,))


def _open(event_id: str) -> None:
    st.session_state.event = event_id
