"""The pages as the navigation knows them. What they import weighs a second: it comes after the map is on its way."""

import streamlit as st

from geo.ui.layout import MAP, MAP_FIRST, MAP_HEIGHT, map_page, stage
from geo.ui.serving import is_warm, warm_up


def launches() -> None:
    if not is_warm():
        _draw_meanwhile()
    from geo.ui.pages import launches

    launches.page()


def lookup() -> None:
    from geo.ui.pages import lookup

    lookup.page()


def add_report() -> None:
    from geo.ui.pages import add_report

    add_report.page()


def disagreements() -> None:
    from geo.ui.pages import disagreements

    disagreements.page()


def method() -> None:
    from geo.ui.pages import method

    method.page()


def _draw_meanwhile() -> None:
    """The browser loads the map while the server opens what is shown on it; then the page is drawn."""
    page = map_page()
    page.heading.markdown("#### Launch map\u2003:small[:gray[opening the catalogue …]]")
    st.sidebar.text("Filters")  # the sidebar takes its width at once, or the map would change its own
    with page.stage:
        drawn = stage()
    with drawn.map:
        _map_meanwhile()
    warm_up()
    st.session_state[MAP_FIRST] = True
    st.rerun()


@st.fragment  # as the map of the page is: a fragment adds a container, and a map elsewhere is loaded anew
def _map_meanwhile() -> None:
    from geo.ui.components import launch_map

    launch_map.show_without_launches(key=MAP, height=MAP_HEIGHT)
