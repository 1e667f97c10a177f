"""Where things stand on the map page; the same before and after the record is open, so that the map stays."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

PANEL, MAP, TABLE = "launch-panel", "launch-map", "launch-list"  # parts of the page that are drawn anew on their own
MAP_FIRST = "map-first"  # in the session: the server has just started, the map is not to wait for the rest
MAP_HEIGHT = 680  # px; the panel scrolls beside the map, and below it on a narrow screen


@dataclass(frozen=True, slots=True)
class MapPage:
    heading: DeltaGenerator
    notice: DeltaGenerator
    stage: DeltaGenerator


@dataclass(frozen=True, slots=True)
class Stage:
    """The map, the panel beside it and the table below both: each is drawn anew on its own."""

    map: DeltaGenerator
    panel: DeltaGenerator
    table: DeltaGenerator


def map_page() -> MapPage:
    """Heading, notice and stage; the filters are the sidebar, which folds itself away on a narrow screen."""
    heading = st.container(horizontal=True, vertical_alignment="center")
    return MapPage(heading, st.container(), st.container())


def stage() -> Stage:
    """Drawn in MapPage.stage."""
    left, right = st.columns([7, 5], gap="medium")
    return Stage(left, right.container(height=MAP_HEIGHT, border=False, key="panel"), st.container(key="twin"))
