"""Everything the map loads, served by this Streamlit server itself: no outside host is ever asked.

Streamlit serves a folder declared as a component under component/<module>.<name>/, below the
server's base path and without any configuration. The map lives in streamlit-folium's frame at
component/streamlit_folium.st_folium/index.html, so that "../" leads to the other components.
"""

import hashlib
from functools import cache
from pathlib import Path

from streamlit.components.v1 import declare_component

from geo.render.launch_files import launch_folder

STATIC_FOLDER = Path(__file__).parent / "static"

_LEAFLET = "leaflet-1.9.4"
_SCRIPTS = (
    f"{_LEAFLET}/leaflet.js",
    "calendar.js",
    "launch_columns.js",
    "canvas_layer.js",
    "geometry.js",
    "basemap_layer.js",
    "symbols.js",
    "launch_layer.js",
    "time_slider.js",
    "legend.js",
    "launch_map.js",
)
_STYLES = (f"{_LEAFLET}/leaflet.css", "launch_map.css")

BASEMAP_URL = f"../{__name__}.basemap/"
LAUNCHES_URL = f"../{__name__}.launches/"


def serve(basemap_folder: Path) -> None:
    """Declares the three folders to the running server; to be called in each run of the page's script.

    Streamlit keeps a declaration only when it is made while a page runs, not at import.
    """
    declare_component("static", path=str(STATIC_FOLDER))
    declare_component("basemap", path=str(basemap_folder))
    declare_component("launches", path=str(launch_folder()))


@cache
def scripts() -> list[tuple[str, str]]:
    """(name, URL) of every script in the order of loading; the URL changes when the file does."""
    return [(path, _url(path)) for path in _SCRIPTS]


@cache
def styles() -> list[tuple[str, str]]:
    return [(path, _url(path)) for path in _STYLES]


def _url(path: str) -> str:
    version = hashlib.sha256((STATIC_FOLDER / path).read_bytes()).hexdigest()[:12]
    return f"../{__name__}.static/{path}?v={version}"
