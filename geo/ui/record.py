"""The shelf, the library and the compiled record, shared by all sessions of this server."""

import streamlit as st

from geo.model.report import Report
from geo.services.library import Library, open_library
from geo.services.pipeline import Record, compile_record
from geo.services.shelf import Shelf, open_shelf


@st.cache_resource(show_spinner=False)
def shelf() -> Shelf:
    return open_shelf()


def library() -> Library:
    return open_library()


def current_record() -> Record:
    """The record of all reports as of now; compiled again only when a report was added."""
    reports = shelf().reports()
    return _compiled(tuple((report.id, str(report.published)) for report in reports), reports)


@st.cache_resource(show_spinner="Reading the reports …", max_entries=2)
def _compiled(key: tuple[tuple[str, str], ...], _reports: tuple[Report, ...]) -> Record:
    return compile_record(_reports, library())
