"""Entry of the dashboard: page settings and navigation. Streamlit runs it for a page and imports it for the server."""

import streamlit as st

from geo.ui import ICON
from geo.ui.pages import opening
from geo.ui.serving import lifespan, serve_letters

if __name__ == "__main__":
    st.set_page_config(page_title="Launch map", page_icon=ICON, layout="wide")
    serve_letters()
    st.navigation(
        [
            st.Page(opening.launches, title="Launch map", url_path="map", icon=":material/map:", default=True),
            st.Page(opening.disagreements, title="Disagreements", url_path="disagreements", icon=":material/compare:"),
            st.Page(opening.method, title="Method", url_path="method", icon=":material/rule:"),
            st.Page(opening.lookup, title="Look up a place", url_path="lookup", icon=":material/travel_explore:"),
            st.Page(opening.add_report, title="Add a report", url_path="add", icon=":material/note_add:"),
        ],
        position="top",
    ).run()
else:
    app = st.App(__file__, lifespan=lifespan)
