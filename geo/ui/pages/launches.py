"""The map page: map and slider, panel and table of the same launches; the filters stand in the sidebar."""

import time
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from geo.model.errors import LaunchMapError
from geo.model.launch import LaunchEvent
from geo.services import address
from geo.services.as_of import days_to_ask
from geo.services.atlas import Atlas
from geo.services.citing import Cited
from geo.services.dossier import safe_label
from geo.services.wording import launches_in_words
from geo.ui import state
from geo.ui.components import as_of, citation, filters, launch_map, launch_table, panel
from geo.ui.components.words import plain
from geo.ui.layout import MAP, MAP_FIRST, MAP_HEIGHT, map_page, stage
from geo.ui.record import atlas, catalogue

_HEAD_START = 0.5  # seconds in which the browser draws the map, before it is given a page of widgets to draw


def page() -> None:
    layout = map_page()
    try:
        known = atlas()
    except LaunchMapError as error:
        st.error("The launches cannot be shown.")
        st.text(str(error))
        return
    with layout.notice:
        _refusal()
    ignored = state.begin(known)
    _take_answer()
    if st.session_state.pop(MAP_FIRST, False) and not ignored:
        with layout.stage:
            _stage(is_whole=False)
        time.sleep(_HEAD_START)
        st.rerun()
    with layout.stage:
        _stage()
    with st.sidebar:
        filters.show(known.axis, known.options, known.most_publishers)
    with layout.heading:
        _headline(known)
    _catalogue_line()
    if ignored:
        st.toast(f"Ignored in the address, because it is not a valid value: {', '.join(ignored)}.")


@st.fragment
def _stage(is_whole: bool = True) -> None:
    """What a click draws anew. A new range changes the headline and the filters too: the whole page runs.

    The map alone is drawn by this same fragment, so that what is done on it meanwhile is not lost.
    """
    if _take_answer():
        st.rerun()
    known, drawn = atlas(), stage()
    if not is_whole:
        with drawn.map:
            _map(known)
        return
    selection = known.selection(state.chosen_filter(known.axis))
    with drawn.panel:  # first, for who has clicked waits for it
        _panel(known)
    with drawn.map:
        _map(known)
    with drawn.table:
        if selection.rows:
            _table(known)
        else:
            _offer_to_drop(known)
    state.publish(known)


def _take_answer() -> bool:
    """What was done on the map since the last run counts before anything is drawn; True for a new range."""
    answer = launch_map.answer(MAP)
    if answer.selected:
        state.open_launch(answer.selected)
    if answer.frame:
        st.session_state.frame = answer.frame
    if answer.view:
        st.session_state.place = answer.view
    if answer.layers is not None:
        st.session_state.layers = answer.layers
    if answer.first and answer.last:
        st.session_state.first, st.session_state.last = answer.first, answer.last
        return True
    return False


def _map(known: Atlas) -> None:
    session, (first, last) = st.session_state, state.days(known.axis)
    view = known.map_view(replace(state.chosen_filter(known.axis), first=None, last=None))
    launch_map.show(
        view,
        first,
        last,
        known.axis,
        session.get("event"),
        key=MAP,
        height=MAP_HEIGHT,
        map_view=session.get("place"),
        layers=session.get("layers"),
        theme=st.context.theme.type or "light",
        version=" of ".join(filter(None, (catalogue().version, catalogue().created[:10]))),
    )
    if undrawn := launch_map.areas_without_outline(view):
        st.text(f"No outline to draw: {', '.join(sorted(undrawn))}. Launches known only to these areas are listed.")


def _table(known: Atlas) -> None:
    selection = known.selection(state.chosen_filter(known.axis))
    selected = st.session_state.get("event")
    shown = launch_table.page_of(selection.places, selected)
    rows = known.table(selection.rows[shown.start : shown.stop])
    launch_table.show(rows, len(selection.rows), shown.start, selected, state.open_launch, key="launch-table")


def _offer_to_drop(known: Atlas) -> None:
    """The empty state: says which filter excludes every launch and offers to drop it."""
    st.info("No launch passes these filters.")
    names = known.emptying(state.chosen_filter(known.axis))
    for name in names:
        label = f"Drop the filter on {filters.WORDS[name].lower()}"
        if st.button(label, key=f"drop-{name}", on_click=filters.drop, args=(name, known.axis)):
            st.rerun()
    if not names and st.button("Clear all filters", on_click=filters.clear, args=(known.axis,), key="clear-all"):
        st.rerun()


def _headline(known: Atlas) -> None:
    first, last = state.days(known.axis)
    found = known.selection(state.chosen_filter(known.axis))
    undated = f", {found.undated} without a date" if found.undated else ""
    launches = f"{launches_in_words(len(found.rows))}{undated}"
    disputed = f"{found.disputed:,} with contradictory claims"
    st.markdown(f"#### Launch map\u2003:small[:gray[{first} – {last} · {launches} · {disputed}]]")
    with st.popover("Share", icon=":material/share:", on_change="rerun", key="share") as shared:
        if shared.open:
            _share(known)
    with st.popover("Export", icon=":material/download:", on_change="rerun", key="export") as files:
        if files.open:
            _export(known)


@st.fragment
def _export(known: Atlas) -> None:
    """What the map shows just now, as files."""
    from geo.services.export.request import Format, Request
    from geo.ui.components import export

    session, view = st.session_state, state.current(known)
    address_of = urlencode(address.write(view), doseq=True)
    chosen, selected = state.chosen_filter(known.axis), session.get("event")
    shown = selected if known.event(selected) is not None else None
    place, frame = session.get("place"), session.get("frame")
    export.show(Request(Format.PNG, chosen, shown, place, frame, address=address_of), known, catalogue())


def _share(known: Atlas) -> None:
    first, last = state.days(known.axis)
    cited = _cited(f"Missile launches from {first} to {last}", f"launch-map-{first}-{last}", known)
    st.text("This link opens the same view.")
    st.code(cited.url, language=None, wrap_lines=True)
    citation.show(cited, "cite-style-view")


def _cited(title: str, key: str, known: Atlas) -> Cited:
    of, created = catalogue(), None
    if of.created:
        created = date.fromisoformat(of.created[:10])
    return Cited(title, key, state.link(address.write(state.current(known))), of.version, created, state.today())


def _refusal() -> None:
    """The banner that says which package is not used, and why."""
    if refusal := catalogue().refusal:
        st.warning("The catalogue of launches is refused; only reports are shown.")
        st.text(refusal)


def _catalogue_line() -> None:
    known = catalogue()
    if not known.refusal:
        st.text(f"Catalogue version {known.version} of {known.created}, {len(known.records)} records of data sets.")


def _panel(known: Atlas) -> None:
    event = known.event(st.session_state.get("event"))
    if event is None:
        _welcome(known)
        return
    title = f"Missile launch of {safe_label(event).replace(' · ', ', ')} ({event.id})"
    day = _asked_day(event)
    if day:
        as_of.show(known.standing(event.id, day))
        title = f"{title}, as it stood on {day}"
    panel.show(known.dossier(event.id, state.viewer_zone(), day), _cited(title, event.id, known))


def _asked_day(event: LaunchEvent) -> date | None:
    """The day the reader asks the launch to be shown at; None for today."""
    days = days_to_ask(event, state.today())
    return as_of.control(days, state.as_of_key(event.id)) if days else None


def _welcome(known: Atlas) -> None:
    st.subheader("Who said what", anchor=False)
    if st.session_state.get("event"):
        st.text("There is no launch of the name in the address.")
    st.markdown(
        "This map shows missile launches as reports tell of them, every claim with its speaker and the very words.\n\n"
        "A symbol's shape and colour are the kind of missile, the circle around it is how uncertain the place is, "
        "and a dark ring means that claims contradict each other.\n\n"
        "Click a symbol, or a row of the table, to read what was claimed and where the claims disagree."
    )
    for title, event in zip(("Most recent", "Most disputed"), known.landmarks, strict=True):
        if event is not None:
            label = f"{title}: {plain(safe_label(event))}"
            if st.button(label, key=f"open-{title}", on_click=_show, args=(event.id, known)):
                st.rerun()


def _show(event_id: str, known: Atlas) -> None:
    """Opens a launch that may be outside the range, which then becomes the whole axis."""
    state.open_launch(event_id)
    if event_id not in known.selection(state.chosen_filter(known.axis)).places:
        st.session_state.first, st.session_state.last = known.axis
