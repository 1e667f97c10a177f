"""The shelf, the library and the atlas of the compiled record, shared by all sessions of this server."""

from datetime import datetime

import streamlit as st

from geo.geocoding.online import OnlineGeocoder
from geo.model.errors import LaunchMapError
from geo.services.atlas import Atlas
from geo.services.library import Library
from geo.services.lookup_sources import online_geocoder
from geo.services.opening import Catalogue, opened
from geo.services.pipeline import compile_record
from geo.services.readings import Readings, kept_readings
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
def readings() -> Readings:
    return kept_readings(library())


@st.cache_resource(show_spinner=False)
def online() -> tuple[OnlineGeocoder | None, str]:
    """The online geocoder when one is switched on, else None; and why the one that is set cannot be used."""
    try:
        return online_geocoder(), ""
    except LaunchMapError as error:
        return None, str(error)


def atlas() -> Atlas:
    """The record of all reports as of now; reports are read and compiled again only when one was added."""
    return _compiled(shelf().stamp())


@st.cache_resource(show_spinner="Reading the reports …", max_entries=2)
def _compiled(key: tuple[int, datetime | None]) -> Atlas:
    return Atlas(compile_record(shelf().reports(), library(), catalogue().records, readings()), library())
