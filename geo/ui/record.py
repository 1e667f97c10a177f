"""The shelf, the library and the compiled record, shared by all sessions of this server."""

from datetime import datetime

import streamlit as st

from geo.model.claim import Attribute
from geo.model.mapview import MapView
from geo.services.browse import LaunchFilter, draw, select
from geo.services.catalogue import Catalogue
from geo.services.disagreements import Meeting, meetings
from geo.services.facets import IndexRow, index_of
from geo.services.library import Library
from geo.services.method import Moves, what_moves, with_tolerances
from geo.services.opening import opened
from geo.services.pipeline import Record, compile_record
from geo.services.shelf import Shelf, open_shelf


@st.cache_resource(show_spinner=False)
def shelf() -> Shelf:
    return open_shelf()


def library() -> Library:
    return opened().library


def catalogue() -> Catalogue:
    """The data sets' records; when their package is refused there are none, and `refusal` says why."""
    return opened().catalogue


def current_record() -> Record:
    """The record of all reports as of now; reports are read and compiled again only when one was added."""
    return _compiled(shelf().stamp())


@st.cache_resource(show_spinner="Reading the reports …", max_entries=2)
def _compiled(key: tuple[int, datetime | None]) -> Record:
    return compile_record(shelf().reports(), library(), catalogue().records)


def index(record: Record) -> tuple[IndexRow, ...]:
    """The launches with their facets; the same object again while the reports are the same."""
    return _indexed(_key(record), record)


def map_view(record: Record, chosen: LaunchFilter) -> MapView:
    """The map of the launches that pass; the same object again while reports and choice are the same."""
    events = select(index(record), chosen, library().gazetteer)
    return _drawn(_key(record), tuple(event.id for event in events), record)


def disagreements(record: Record) -> tuple[Meeting, ...]:
    """Every comparison of two speakers; the same object again while the reports are the same."""
    return _met(_key(record), record)


def moves(record: Record, changed: tuple[tuple[Attribute, tuple[float, float]], ...]) -> Moves:
    """What other tolerances would change; worked out once for the same reports and tolerances."""
    return _moved(_key(record), changed, record)


def _key(record: Record) -> tuple[str, ...]:
    return tuple(reading.report.id for reading in record.readings)


@st.cache_resource(show_spinner=False, max_entries=2)
def _indexed(key: tuple[str, ...], _record: Record) -> tuple[IndexRow, ...]:
    return index_of(_record, library())


@st.cache_resource(show_spinner=False, max_entries=2)
def _met(key: tuple[str, ...], _record: Record) -> tuple[Meeting, ...]:
    return meetings(_record, library().sources)


@st.cache_resource(show_spinner="Comparing every launch again …", max_entries=8)
def _moved(key: tuple[str, ...], changed: tuple[tuple[Attribute, tuple[float, float]], ...], _record: Record) -> Moves:
    return what_moves(_record, library(), with_tolerances(library().comparison, dict(changed)))


@st.cache_resource(show_spinner=False, max_entries=64)
def _drawn(key: tuple[str, ...], event_ids: tuple[str, ...], _record: Record) -> MapView:
    shown = set(event_ids)
    return draw(_record, [event for event in _record.events if event.id in shown])
