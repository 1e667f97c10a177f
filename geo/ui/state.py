"""The view in the session: filled from the URL, read by the page, published in the URL again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from geo.services import address
from geo.services.address import View
from geo.services.as_of import days_to_ask
from geo.services.atlas import Atlas
from geo.services.browse import LaunchFilter
from geo.services.facets import TITLES
from geo.ui.components.filters import PREFIX

WHOLE = "show-whole-record"  # set by a page that wants the map to begin with every launch
_FACET_KEYS = tuple(PREFIX + name for name in TITLES)
_KEPT = ("first", "last", "event", "search", "least_publishers", "place", "layers", *_FACET_KEYS)


def begin(atlas: Atlas) -> tuple[str, ...]:
    """Fills the session from the URL on the first run and after "back" or "forward"; returns the fields ignored."""
    session = st.session_state
    keep_across_pages()
    if "first" in session and not _is_history_navigation():
        return ()
    view, bad = address.read(_query(), atlas.options)
    past = _asked_day(view, atlas)
    _take(replace(view, as_of=past), atlas)
    return (*bad, "asof") if view.as_of != past else bad


def forget_range() -> None:
    """The map begins again, with every launch: one may be new outside the range."""
    for name in ("first", "last"):
        st.session_state.pop(name, None)
    st.session_state[WHOLE] = True


def open_launch(event_id: str) -> None:
    """Selects a launch; the map then looks where it is, so that the place the address asked for is over."""
    session = st.session_state
    if event_id != session.get("event"):
        session.pop(as_of_key(session.get("event")), None)  # the day belongs to the launch that is left
        session.event, session.place = event_id, None


def as_of_key(event_id: str | None) -> str:
    """Where the session holds the day at whose end a launch is shown; None or nothing there for today."""
    return f"as-of-{event_id or ''}"


def day_asked(event_id: str, days: tuple[date, date] | None) -> date | None:
    """The day at whose end the launch is shown, when it lies between these days, both included; None for today."""
    day = st.session_state.get(as_of_key(event_id))
    return day if days and day and days[0] <= day <= days[1] else None


def _asked_day(view: View, atlas: Atlas) -> date | None:
    """The day of the address when the launch it names can be shown at its end, else None."""
    event = atlas.event(view.event)
    days = days_to_ask(event, today()) if event and view.as_of else None
    return view.as_of if view.as_of and days and days[0] <= view.as_of <= days[1] else None


def _take(view: View, atlas: Atlas) -> None:
    session = st.session_state
    first, last = _range(view, atlas, session.pop(WHOLE, False))
    session.first, session.last = _within(first, atlas.axis), _within(last, atlas.axis)
    session.event, session.search, session.least_publishers = view.event, view.search, view.least
    session.place, session.layers = view.place, view.layers
    session[as_of_key(view.event)] = view.as_of
    for name in TITLES:
        session[PREFIX + name] = list(view.facets.get(name, ()))


def _range(view: View, atlas: Atlas, whole: bool) -> tuple[date, date]:
    """The URL's range; a bare address shows the last year, one that asks for something else the whole record."""
    if view == View() and not whole:
        return atlas.last_year
    return view.first or atlas.axis[0], view.last or atlas.axis[1]


def keep_across_pages() -> None:
    """Widgets' values are dropped when their page is left; writing them back keeps the view."""
    for name in (*_KEPT, as_of_key(st.session_state.get("event"))):
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]


def days(axis: tuple[date, date]) -> tuple[date, date]:
    """The range shown, both days included, in order and inside the axis."""
    first, last = sorted((st.session_state["first"] or axis[0], st.session_state["last"] or axis[1]))
    return first, last


def chosen_filter(axis: tuple[date, date]) -> LaunchFilter:
    """The filter the session holds; the full axis counts as no date filter."""
    session = st.session_state
    first, last = days(axis)
    facets = tuple((name, tuple(session.get(PREFIX + name, ()))) for name in TITLES)
    return LaunchFilter(
        first=None if first <= axis[0] else first,
        last=None if last >= axis[1] else last,
        facets=tuple((name, values) for name, values in facets if values),
        least_publishers=session.get("least_publishers") or 1,
        search=session.get("search") or "",
    )


def current(atlas: Atlas) -> View:
    """What is shown. The range is always told, unless all is as at first sight: data will grow, links should not."""
    session = st.session_state
    chosen, (first, last) = chosen_filter(atlas.axis), days(atlas.axis)
    view = View(
        event=session.get("event"),
        search=chosen.search,
        least=chosen.least_publishers,
        facets=dict(chosen.facets),
        place=session.get("place"),
        layers=session.get("layers"),
        as_of=session.get(as_of_key(session.get("event"))),
    )
    if view == View() and (first, last) == atlas.last_year:
        return view
    return replace(view, first=first, last=last)


def publish(atlas: Atlas) -> None:
    """Writes the view into the URL when it says something else; fields of others stay."""
    wanted, query = address.write(current(atlas)), _query()
    ours = {name: list(values) for name, values in query.items() if address.is_ours(name)}
    if ours != {name: [value] if isinstance(value, str) else value for name, value in wanted.items()}:
        others = {name: values for name, values in query.items() if not address.is_ours(name)}
        st.query_params.from_dict({**others, **wanted})


def link(fields: Mapping[str, str | list[str]]) -> str:
    """The address of this page with these fields, as the browser would be asked for it."""
    page = st.context.url or ""
    return f"{page}?{urlencode(fields, doseq=True)}" if fields else page


def today() -> date:
    """The day it is for the reader."""
    zone = viewer_zone()
    return datetime.now(ZoneInfo(zone) if zone else UTC).date()


def viewer_zone() -> str:
    """The IANA name of the reader's time zone as the browser gives it; "" when it gives none that is known."""
    zone = st.context.timezone or ""
    try:
        return ZoneInfo(zone).key if zone else ""
    except (ValueError, OSError, KeyError):  # KeyError: no such zone; the others: a name that is no name
        return ""


def _query() -> Mapping[str, Sequence[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def _is_history_navigation() -> bool:
    """Whether this run was asked for by "back" or "forward" of the browser."""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))


def _within(day: date, axis: tuple[date, date]) -> date:
    return min(max(day, axis[0]), axis[1])
