"""The map page over $LAUNCHES synthetic launches, for measuring; run by Streamlit."""

import os

import streamlit as st

from geo.services.atlas import Atlas
from geo.ui import record
from geo.ui.pages import launches
from tests.bench.synthetic import many

NUMBER = int(os.environ.get("LAUNCHES", "10000"))


@st.cache_resource(show_spinner=False)
def crowded() -> Atlas:
    known = record.atlas()
    return Atlas(many(known.record, NUMBER), known.library)


launches.atlas = crowded  # type: ignore[attr-defined]
st.set_page_config(layout="wide")
launches.page()
