"""Everything the map loads, served by this Streamlit server itself: no outside host is ever asked.

Streamlit serves a folder declared as a component under component/<module>.<name>/, below the
server's base path and without any configuration. The map lives in streamlit-folium's frame at
component/streamlit_folium.st_folium/index.html, so that "../" leads to the other components.
"""

import hashlib
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from streamlit.components.v1 import declare_component

from geo.render.launch_files import launch_folder

STATIC_FOLDER = Path(__file__).parent / "static"

LEAFLET = "leaflet-1.9.4"
SCRIPTS = (
    f"{LEAFLET}/leaflet.js",
    "themes.js",
    "calendar.js",
    "time_window.js",
    "time_presets.js",
    "launch_columns.js",
    "geodesic.js",
    "claimed_range.js",
    "map_view.js",
    "dom.js",
    "canvas_layer.js",
    "geometry.js",
    "labels.js",
    "overlays.js",
    "basemap_layer.js",
    "online_tiles.js",
    "symbols.js",
    "launch_layer.js",
    "selected_launch.js",
    "time_histogram.js",
    "time_player.js",
    "time_slider.js",
    "legend.js",
    "layers_control.js",
    "stack_list.js",
    "tooltip.js",
    "address.js",
    "outbox.js",
    "launch_map.js",
)
STYLES = (f"{LEAFLET}/leaflet.css", "launch_map.css")

BASEMAP_URL = f"../{__name__}.basemap/"
LAUNCHES_URL = f"../{__name__}.launches/"
_STATIC_URL = f"../{__name__}.static/"


def serve(basemap_folder: Path) -> None:
    """Declares the four folders to the running server; to be called in each run of the page's script.

    Streamlit keeps a declaration only when it is made while a page runs, not at import.
    """
    declare_component("static", path=str(STATIC_FOLDER))
    declare_component("bundle", path=_bundle_folder().name)
    declare_component("basemap", path=str(basemap_folder))
    declare_component("launches", path=str(launch_folder()))


@cache
def script() -> tuple[str, str]:
    """(name, URL) of all scripts in one file, in the order of loading; the URL changes when one of them does.

    One file, because streamlit-folium fetches scripts one after the other, some 60 ms each.
    """
    return "launch_map_script", _bundled(SCRIPTS, "js")


@cache
def style() -> tuple[str, str]:
    """(name, URL) of all style sheets in one file."""
    return "launch_map_style", _bundled(STYLES, "css")


@cache
def _bundle_folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="launch-map-", ignore_cleanup_errors=True)


def _bundled(paths: Sequence[str], suffix: str) -> str:
    # Line ends and a semicolon keep a file's last line from running into the next one's first.
    joint = "\n;\n" if suffix == "js" else "\n"
    text = joint.join((STATIC_FOLDER / path).read_text(encoding="utf-8") for path in paths)
    content = text.replace("url(images/", f"url({_STATIC_URL}{LEAFLET}/images/").encode()
    name = f"launch_map-{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
    (Path(_bundle_folder().name) / name).write_bytes(content)
    return f"../{__name__}.bundle/{name}"
