"""Where things stand on the map page; the same before and after the record is open, so that the map stays."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

MAP = "launch-map"
MAP_HEIGHT = 640  # px
PANEL_HEIGHT = 820  # px; the panel scrolls beside the map


@dataclass(frozen=True, slots=True)
class MapPage:
    heading: DeltaGenerator
    notice: DeltaGenerator
    side: DeltaGenerator
    middle: DeltaGenerator
    right: DeltaGenerator


def map_page() -> MapPage:
    heading = st.container(horizontal=True, vertical_alignment="center")
    return MapPage(heading, st.container(), *st.columns([2, 7, 5], gap="medium"))
