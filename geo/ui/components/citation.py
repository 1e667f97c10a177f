"""A citation to copy, in the style the user picks."""

import streamlit as st

from geo.services.citing import Cited, citations


def show(cited: Cited, key: str) -> None:
    told = citations(cited)
    style = st.segmented_control("Style", list(told), default="Chicago", required=True, key=key)
    st.code(told[style or "Chicago"], language=None, wrap_lines=True)
