"""The map page: map and slider, panel and table of the same launches; the filters stand in the sidebar."""

import time
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.errors import StreamlitAPIException

from geo.model.errors import LaunchMapError
from geo.services import address
from geo.services.as_of import days_to_ask
from geo.services.atlas import Atlas
from geo.services.citing import Cited
from geo.services.dossier import Dossier, safe_label
from geo.services.wording import launches_in_words
from geo.ui import state
from geo.ui.components import as_of, citation, filters, launch_map, launch_table, panel
from geo.ui.components.launch_map import MapAnswer
from geo.ui.components.words import plain
from geo.ui.layout import MAP, MAP_FIRST, MAP_HEIGHT, PANEL, TABLE, map_page, stage
from geo.ui.record import atlas, catalogue

_HEAD_START = 0.5  # seconds in which the browser draws the map, before it is given a page of widgets to draw
_PAUSE = 0.06  # seconds in which it draws the first words of the panel: what comes together, it draws together
_OPEN = "panel-open"  # in the session: the launch whose panel was drawn last


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
    with layout.stage:
        drawn = stage()
    if st.session_state.pop(MAP_FIRST, False) and not ignored:
        with drawn.map:
            _map()
        time.sleep(_HEAD_START)
        st.rerun()
    with drawn.panel:
        _panel()
    with drawn.map:
        _map()
    with drawn.table:
        _table()
    with st.sidebar:
        filters.show(known.axis, known.options, known.most_publishers)
    with layout.heading:
        _headline(known)
    _catalogue_line()
    if ignored:
        st.toast(f"Ignored in the address, because it is not a valid value: {', '.join(ignored)}.", duration="long")


@st.fragment(key=PANEL)
def _panel() -> None:
    """The first words come before all else, and alone: who has clicked waits for them."""
    known = atlas()
    is_first = _OPEN not in st.session_state
    if opened := _open(known):
        if opened.place and not is_first:
            time.sleep(_PAUSE)
        _rest(opened)
    state.publish(known)


@st.fragment(key=MAP)
def _map() -> None:
    known, session = atlas(), st.session_state
    first, last = state.days(known.axis)
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
        on_change=_follow,
    )
    if undrawn := launch_map.areas_without_outline(view):
        st.text(f"No outline to draw: {', '.join(sorted(undrawn))}. Launches known only to these areas are listed.")


@st.fragment(key=TABLE)
def _table() -> None:
    known, selected = atlas(), st.session_state.get("event")
    selection = known.selection(state.chosen_filter(known.axis))
    if not selection.rows:
        _offer_to_drop(known)
        return
    shown = launch_table.page_of(selection.places, selected)
    rows = known.table(selection.rows[shown.start : shown.stop])
    launch_table.show(rows, len(selection.rows), shown.start, selected, _choose, key="launch-table")


def _follow() -> None:
    """What was done on the map is drawn elsewhere: the map shows it already.

    A new range changes the headline and the filters too: the whole page runs.
    """
    answer = _take_answer()
    if answer.first:
        st.rerun()
    _draw_again(*([PANEL, TABLE] if answer.selected else [PANEL]))


def _choose(event_id: str) -> None:
    """A row of the table was chosen; the table shows it already."""
    state.open_launch(event_id)
    _draw_again(PANEL, MAP)


def _draw_again(*parts: str) -> None:
    """In place of what the click would draw; the whole page while a cold start has not drawn these parts."""
    try:
        st.rerun(parts)
    except StreamlitAPIException:
        st.rerun()


def _take_answer() -> MapAnswer:
    """What was done on the map since it was last asked counts before anything is drawn."""
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
    return answer


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


@dataclass(frozen=True, slots=True)
class _Opened:
    """A launch whose first words are drawn. `place` is for the rest; None for where the panel goes on."""

    dossier: Dossier
    cited: Cited
    days: tuple[date, date] | None
    place: DeltaGenerator | None


def _open(known: Atlas) -> _Opened | None:
    """Draws the first words of the launch that is selected; None when none is."""
    event = known.event(st.session_state.get("event"))
    is_another = st.session_state.get(_OPEN) != (event and event.id)
    st.session_state[_OPEN] = event and event.id
    if event is None:
        _welcome(known)
        return None
    title = f"Missile launch of {safe_label(event).replace(' · ', ', ')} ({event.id})"
    days = days_to_ask(event, state.today())
    day = state.day_asked(event.id, days)
    if day:
        as_of.show(known.standing(event.id, day))
        title = f"{title}, as it stood on {day}"
    dossier = known.dossier(event.id, state.viewer_zone(), day)
    panel.open_with(dossier)
    # what was said of one launch is not to stand below the name of another, not for a moment
    place = st.empty() if is_another else None
    return _Opened(dossier, _cited(title, event.id, known), days, place)


def _rest(opened: _Opened) -> None:
    with opened.place.container() if opened.place else st.container():
        if opened.days:
            as_of.control(opened.days, state.as_of_key(opened.dossier.event_id))
        _told(opened.dossier, opened.cited)


@st.fragment
def _told(dossier: Dossier, cited: Cited) -> None:
    """What is asked for in the panel is drawn in the panel alone."""
    panel.show(dossier, cited)


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
