"""The shelf, the library and the compiled record, shared by all sessions of this server."""

from datetime import datetime

import streamlit as st

from geo.geocoding.online import OnlineGeocoder
from geo.model.errors import LaunchMapError
from geo.model.mapview import MapView
from geo.services.browse import LaunchFilter, draw, select
from geo.services.catalogue import Catalogue
from geo.services.facets import IndexRow, index_of
from geo.services.library import Library
from geo.services.lookup_sources import online_geocoder
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


@st.cache_resource(show_spinner=False)
def online() -> tuple[OnlineGeocoder | None, str]:
    """The online geocoder when one is switched on, else None; and why the one that is set cannot be used."""
    try:
        return online_geocoder(), ""
    except LaunchMapError as error:
        return None, str(error)


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


def _key(record: Record) -> tuple[str, ...]:
    return tuple(reading.report.id for reading in record.readings)


@st.cache_resource(show_spinner=False, max_entries=2)
def _indexed(key: tuple[str, ...], _record: Record) -> tuple[IndexRow, ...]:
    return index_of(_record, library())


@st.cache_resource(show_spinner=False, max_entries=64)
def _drawn(key: tuple[str, ...], event_ids: tuple[str, ...], _record: Record) -> MapView:
    shown = set(event_ids)
    return draw(_record, [event for event in _record.events if event.id in shown])
