"""A page that does nothing but run again: what Streamlit itself costs; run by Streamlit."""

import streamlit as st

st.set_page_config(layout="wide")
st.session_state.setdefault("runs", 0)
st.button("again")
st.session_state.runs += 1
st.text(f"run {st.session_state.runs}")
