"""One page for each way to draw launches, chosen by the address (?way=...&count=...); run by Streamlit.

`ours` is the project's map; `markers` a folium.Marker with a popup each in st_folium, what most
people write; `geojson` one GeoJson by feature_group_to_add, the best plain way; `empty` the page
without a map. The two plain ways are given our own Leaflet, so that no way waits for a network.
"""

from datetime import date, timedelta
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

from geo.catalogue.basemap import load_basemap
from geo.model.mapview import MapView, Symbol
from geo.render import assets
from geo.ui.components import launch_map
from tests.bench.synthetic_launches import FIRST, LAST, launches

STEP = 90  # days of one step of the plain slider
CENTRE = (39.5, 127.5)


@st.cache_resource(show_spinner=False)
def view(count: int) -> MapView:
    return launches(count)


@st.cache_resource(show_spinner=False)
def by_id(count: int) -> dict[str, Symbol]:
    return {symbol.event_id: symbol for symbol in view(count).symbols}


def plain_map() -> folium.Map:
    assets.serve(load_basemap().folder)
    drawn = folium.Map(CENTRE, zoom_start=6, tiles=None, prefer_canvas=True)
    drawn.default_js, drawn.default_css = [assets.script()], [assets.style()]
    return drawn


def markers(count: int, until: date) -> Any:
    drawn = plain_map()
    for symbol in view(count).symbols:
        if symbol.first <= until and (point := symbol.marks[0].point):
            popup = folium.Popup(f"<b>{symbol.event_id}</b><br>{symbol.first}", max_width=200)
            folium.Marker((point.latitude, point.longitude), popup=popup, tooltip=symbol.event_id).add_to(drawn)
    return st_folium(drawn, key="map", height=560, use_container_width=True, returned_objects=["last_object_clicked"])


def geojson(count: int, until: date) -> Any:
    features = [
        {
            "type": "Feature",
            "properties": {"id": symbol.event_id},
            "geometry": {"type": "Point", "coordinates": [point.longitude, point.latitude]},
        }
        for symbol in view(count).symbols
        if symbol.first <= until and (point := symbol.marks[0].point)
    ]
    group = folium.FeatureGroup(name="launches")
    style = folium.CircleMarker(radius=4, weight=1, fill=True)
    folium.GeoJson({"type": "FeatureCollection", "features": features}, marker=style).add_to(group)
    return st_folium(
        plain_map(),
        key="map",
        height=560,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=group,
    )


def ours(count: int) -> str:
    told = launch_map.answer("map")
    if told.selected:
        st.session_state.event = told.selected
    if told.first and told.last:
        st.session_state.range = (told.first, told.last)
    first, last = st.session_state.get("range", (FIRST, LAST))
    event = st.session_state.get("event")
    launch_map.show(view(count), first, last, (FIRST, LAST), event, key="map")
    return str(event or "nothing")


def page() -> None:
    st.set_page_config(layout="wide")
    way, count = st.query_params.get("way", "empty"), int(st.query_params.get("count", "1000"))
    if way == "ours":
        event = ours(count)
        symbol = by_id(count).get(event)
        st.text(f"panel: {event} {symbol.first if symbol else ''}")
        return
    clicks = st.session_state.setdefault("clicks", 0) + st.button("rerun")
    st.session_state.clicks = clicks
    st.text(f"panel: {clicks}")
    if way in ("markers", "geojson"):
        steps = (LAST - FIRST).days // STEP
        step = st.slider("until", 0, steps, steps)
        until = LAST if step == steps else FIRST + timedelta(step * STEP)
        (markers if way == "markers" else geojson)(count, until)


page()
