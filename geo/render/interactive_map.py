"""The folium map: a script that never changes, and commands that carry what does."""

import json
from dataclasses import dataclass

import folium
from folium.map import Layer
from folium.template import Template

from geo.render import assets
from geo.render.guard import checked_file_name, checked_id, checked_number

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

    `axis` and `days` are first and last day, both included. `acknowledged` are the numbers of
    the last selection and the last range of the user that Python has taken note of.
    """

    file_name: str
    axis: tuple[int, int]
    days: tuple[int, int]
    selected: str | None
    acknowledged: tuple[int, int]

    def arguments(self) -> str:
        """JavaScript arguments: checked ids and whole numbers, nothing else; ModelError otherwise."""
        pairs = ([checked_number(number) for number in pair] for pair in (self.axis, self.days, self.acknowledged))
        axis, days, acknowledged = pairs
        selected = None if self.selected is None else checked_id(self.selected)
        parts = (checked_file_name(self.file_name), axis, days, selected, acknowledged)
        return ", ".join(json.dumps(part) for part in parts)


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
