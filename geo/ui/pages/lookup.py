"""Looking a place name up: what it means, why, what lost, and from where the coordinate is."""

import streamlit as st
from geopy.exc import ConfigurationError, GeocoderQueryError

from geo.geocoding.query import MAX_QUERY_LENGTH
from geo.model.errors import LaunchMapError
from geo.services.geocoder import shipped_gazetteer
from geo.services.lookup import Lookup, Question, look_up
from geo.services.lookup_sources import countries_of_the_world
from geo.ui.components import lookup_answer
from geo.ui.record import online
from geo.ui.state import keep_across_pages

ANY = "any country"


def page() -> None:
    keep_across_pages()
    st.subheader("Look up a place", anchor=False)
    st.caption("In any spelling: Sinpho, 신포, 新浦, Синпхо. Nothing is sent anywhere unless you ask for it below.")
    try:
        _ask()
    except (ConfigurationError, LaunchMapError) as error:
        st.error("Places cannot be looked up.")
        st.text(str(error))


def _ask() -> None:
    countries = {ANY: ""} | {name: code for code, name in countries_of_the_world(shipped_gazetteer())}
    service, refusal = online()
    with st.form("lookup", border=False):
        name = st.text_input("Place name", max_chars=MAX_QUERY_LENGTH, placeholder="Sinpo, South Hamgyong")
        left, right = st.columns(2)
        country = left.selectbox("Country", list(countries))
        admin = right.text_input("Province", max_chars=120)
        wants = service is not None and st.toggle(
            f"Ask {service.service.label} when the gazetteer has no answer", key="lookup-online"
        )
        asked = st.form_submit_button("Look it up", type="primary")
    if refusal:
        st.warning("The online service that is set cannot be used.")
        st.text(refusal)
    if asked:
        _answer(Question(name, countries[country or ANY], admin), wants)


def _answer(question: Question, wants_online: bool) -> None:
    try:
        lookup: Lookup = look_up(question, shipped_gazetteer(), online()[0] if wants_online else None)
    except GeocoderQueryError as error:
        st.warning("This is not a place name.")
        st.text(str(error))
        return
    st.text(f"“{question.query.strip()}”")
    with st.container(border=True):
        lookup_answer.show(lookup, key="lookup-answer")
