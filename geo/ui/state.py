"""What the view is, as one validated record: in the session, and in the URL so that it can be shared."""

from collections.abc import Mapping
from datetime import date

import streamlit as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from geo.services.browse import LaunchFilter
from geo.services.facets import TITLES
from geo.ui.components.filters import PREFIX


class View(BaseModel):
    """The URL's fields. Anything else in the URL is none of ours and is left alone."""

    model_config = ConfigDict(extra="ignore")

    event: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{1,80}$")
    first: date | None = Field(default=None, alias="from", ge=date(1984, 1, 1), le=date(2100, 12, 31))
    last: date | None = Field(default=None, alias="to", ge=date(1984, 1, 1), le=date(2100, 12, 31))


def restore(query: Mapping[str, str]) -> tuple[View, tuple[str, ...]]:
    """The view a URL asks for, and the names of the parameters that could not be understood."""
    asked = {name: query[name] for name in ("event", "from", "to") if name in query}
    try:
        return View.model_validate(asked), ()
    except ValidationError as error:
        bad = tuple(str(fault["loc"][0]) for fault in error.errors())
        return View.model_validate({k: v for k, v in asked.items() if k not in bad}), bad


def begin(axis: tuple[date, date]) -> tuple[str, ...]:
    """Fills the session from the URL on the first run; returns the URL parameters that were ignored."""
    session = st.session_state
    if "first" in session:
        return ()
    view, bad = restore(st.query_params.to_dict())
    first, last = sorted((view.first or axis[0], view.last or axis[1]))
    session.first, session.last = _within(first, axis), _within(last, axis)
    session.event = view.event
    return bad


def keep_across_pages() -> None:
    """Widgets' values are dropped when their page is left; writing them back keeps the view."""
    kept = ("first", "last", "event", "search", "least_publishers", *(PREFIX + name for name in TITLES))
    for name in kept:
        if name in st.session_state:
            st.session_state[name] = st.session_state[name]


def chosen_filter(axis: tuple[date, date]) -> LaunchFilter:
    """The filter the session holds; the full axis counts as no date filter."""
    session = st.session_state
    facets = tuple((name, tuple(session.get(PREFIX + name, ()))) for name in TITLES)
    return LaunchFilter(
        first=None if session["first"] == axis[0] else session["first"],
        last=None if session["last"] == axis[1] else session["last"],
        facets=tuple((name, values) for name, values in facets if values),
        least_publishers=session.get("least_publishers") or 1,
        search=session.get("search", ""),
    )


def publish(axis: tuple[date, date]) -> None:
    """Writes the view into the URL; a full range and no selection leave it clean."""
    session = st.session_state
    wanted = {}
    if session.get("event"):
        wanted["event"] = session.event
    if (session.first, session.last) != axis:
        wanted |= {"from": session.first.isoformat(), "to": session.last.isoformat()}
    current = {k: v for k, v in st.query_params.to_dict().items() if k in ("event", "from", "to")}
    if wanted != current:
        st.query_params.from_dict(wanted)


def _within(day: date, axis: tuple[date, date]) -> date:
    return min(max(day, axis[0]), axis[1])
