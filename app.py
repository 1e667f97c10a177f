"""Entry of the dashboard: page settings and navigation."""

import streamlit as st

from geo.ui import ICON
from geo.ui.pages import add_report, launches

st.set_page_config(page_title="Launch map", page_icon=ICON, layout="wide")

st.navigation(
    [
        st.Page(launches.page, title="Launch map", url_path="map", icon=":material/map:", default=True),
        st.Page(add_report.page, title="Add a report", url_path="add", icon=":material/note_add:"),
    ],
    position="top",
).run()
