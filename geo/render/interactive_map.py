"""The folium map: a script that never changes, and commands that carry what does.

The map answers with one message, an object of numbers, ids and null, sent as a whole whenever
a part of it changes and nothing is moving any more (static/outbox.js):

| field | value | its number |
|---|---|---|
| event_id | id of the launch last clicked or chosen from a list on the map | event_n |
| first, last | days since 1970-01-01, both included, once the slider rests | range_n |
| view | [latitude, longitude, zoom] in 0.0001 degree and 0.01 zoom, once the map rests | view_n |
| layers | ids out of LAYERS that are switched on, in that order | layers_n |
| frame | [width, height, height of the slider over its foot] in pixels, when the message was sent | |

A number is 0 until the user does something to its part, and then larger than every one before
it (milliseconds of the browser's clock); Python tells a new action by a number it has not seen
and sends the four back as `Command.acknowledged`. A part with a higher number than acknowledged
is left as the user put it; otherwise the command decides. Longitudes lie in -180..180. Each
part comes through streamlit-folium as the component's value, or, where a browser lacks the
global it offers, as the properties of `last_active_drawing`. All of it is what a browser says:
geo.ui.components.launch_map checks it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

import folium
from folium.map import Layer
from folium.template import Template

from geo.model.errors import ModelError
from geo.model.mapview import LAYERS
from geo.render import assets
from geo.render.guard import checked_file_name, checked_id, checked_name, checked_number

USUAL_LAYERS = ("provinces", "names", "scale")  # on when nobody has chosen
THEMES = ("light", "dark")

_CENTRE = (38.5, 132.5)  # until the script has fitted North-East Asia into the frame


class LaunchLayer(Layer):
    """The canvas of launches with basemap, legend and time slider; see static/launch_map.js."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = window.launchMap.create({{ this._parent.get_name() }}, {
            basemap: {{ this.basemap_url|tojson }},
            data: {{ this.launches_url|tojson }}
        });
        {% endmacro %}
        """
    )

    def __init__(self) -> None:
        super().__init__(name="launches", overlay=True, control=False, show=False)
        self._name = "LaunchLayer"
        self.basemap_url = assets.BASEMAP_URL
        self.launches_url = assets.LAUNCHES_URL


class LaunchMap(folium.Map):
    """A folium map without tiles that loads nothing but our own files."""

    def __init__(self) -> None:
        self.default_js = [assets.script()]
        self.default_css = [assets.style()]
        super().__init__(
            location=_CENTRE,
            zoom_start=5,
            min_zoom=2,
            max_zoom=11,
            tiles=None,
            attribution_control=False,
            zoom_snap=0.25,
            world_copy_jump=False,
            max_bounds_viscosity=1.0,
        )
        self.add_child(LaunchLayer())


@dataclass(frozen=True, slots=True)
class Command:
    """What the live map is to show: the file of launches, days as numbers, the selected launch.

    `axis` and `days` are first and last day, both included. `acknowledged` are the numbers
    (event_n, range_n, view_n, layers_n) of the message that Python has taken note of. `view`
    and `layers` are as in the message; None leaves them as they are, and at the opening means
    North-East Asia (or the selected launch) and USUAL_LAYERS. `theme` is one of THEMES,
    `version` that of the data in a few plain words, "" when unknown.
    """

    file_name: str
    axis: tuple[int, int]
    days: tuple[int, int]
    selected: str | None
    acknowledged: tuple[int, int, int, int] = (0, 0, 0, 0)
    view: tuple[int, int, int] | None = None
    layers: tuple[str, ...] | None = None
    theme: str = "light"
    version: str = ""

    def arguments(self) -> str:
        """One JavaScript object of checked ids and whole numbers, nothing else; ModelError otherwise."""
        if self.theme not in THEMES:
            raise ModelError(f"{self.theme[:80]!r} is no theme of the map; use one of {', '.join(THEMES)}.")
        parts = {
            "file": checked_file_name(self.file_name),
            "axis": _numbers(self.axis),
            "days": _numbers(self.days),
            "selected": None if self.selected is None else checked_id(self.selected),
            "acknowledged": _numbers(self.acknowledged),
            "view": None if self.view is None else _numbers(self.view),
            "layers": None if self.layers is None else [_layer(name) for name in self.layers],
            "theme": self.theme,
            "version": checked_name(self.version) if self.version else "",
        }
        return json.dumps(parts)


def _numbers(values: Iterable[int]) -> list[int]:
    return [checked_number(value) for value in values]


def _layer(name: str) -> str:
    if name not in LAYERS:
        raise ModelError(f"{name[:80]!r} is no layer of the map; use some of {', '.join(LAYERS)}.")
    return name


class CommandChannel(folium.FeatureGroup):
    """An empty feature group whose script gives the live map a command.

    streamlit-folium runs it when it differs from the one before, without loading the map
    anew: pan and zoom stay.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = L.layerGroup();
        window.launchMap.command({{ this.arguments }});
        {% endmacro %}
        """
    )

    def __init__(self, command: Command) -> None:
        super().__init__(name="command", control=False)
        self.arguments = command.arguments()
