"""The map with its time slider. Only numbers and ids enter it; words stand beside it on the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st
from streamlit_folium import st_folium

from geo.catalogue.basemap import load_basemap
from geo.model.errors import ModelError
from geo.model.mapview import LAYERS, MapView
from geo.render import assets
from geo.render.guard import checked_id
from geo.render.interactive_map import Command, CommandChannel, LaunchMap
from geo.render.launch_columns import day_number, day_of
from geo.render.launch_files import file_of

_NUMBERS = ("event_n", "range_n", "view_n", "layers_n")


@dataclass(frozen=True, slots=True)
class MapAnswer:
    """What the user did on the map since it was last asked; None for what he left alone.

    `selected` is the id of the launch clicked, also when it was clicked before. `first` and
    `last`, both included, are set together, once the slider has come to rest. `view` is
    latitude and longitude in 0.0001 degree and the zoom in hundredths, once the map has come
    to rest; `layers` are the ids of the layers switched on (geo.render.interactive_map). `frame`
    is the map's size when it last said anything: width, height, and what the slider hides of it.
    """

    selected: str | None = None
    first: date | None = None
    last: date | None = None
    view: tuple[int, int, int] | None = None
    layers: tuple[str, ...] | None = None
    frame: tuple[int, int, int] | None = None


def show(
    view: MapView,
    first: date,
    last: date,
    axis: tuple[date, date],
    selected: str | None,
    key: str,
    height: int = 560,
    map_view: tuple[int, int, int] | None = None,
    layers: tuple[str, ...] | None = None,
    theme: str = "light",
    version: str = "",
    on_change: Callable[[], None] | None = None,
) -> MapAnswer:
    """Draws the map and brings the live one to this state, keeping pan and zoom.

    `first` to `last` is the range of days shown, `axis` the days the slider can reach, all
    included; an axis too short for the range is lengthened. `map_view` and `layers` are as in
    the answer, None to leave them as they are; `theme` is "light" or "dark",
    `version` that of the data. ModelError when an
    id is no id, or a layer or theme is none.
    The answer is given once: `answer` at the top of the page has it before anything is drawn,
    and then here it is empty. `on_change` is called as soon as there is one, as Streamlit calls
    a widget's. Keep the view in a cache: the same object is encoded only once.
    """
    assets.serve(load_basemap().folder)
    command = Command(
        file_name=file_of(view),
        axis=(day_number(min(axis[0], first)), day_number(max(axis[1], last))),
        days=(day_number(first), day_number(last)),
        selected=selected,
        acknowledged=_taken(key),
        view=map_view,
        layers=layers,
        theme=theme,
        version=version,
    )
    _draw(key, height, CommandChannel(command), on_change)
    return answer(key)


def show_without_launches(key: str, height: int = 560) -> None:
    """The map before there is anything to show on it; `show` with the same key fills it without loading it anew."""
    assets.serve(load_basemap().folder)
    _draw(key, height, None, None)


def _draw(key: str, height: int, command: CommandChannel | None, on_change: Callable[[], None] | None) -> None:
    st_folium(
        LaunchMap(),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=command,
        on_change=on_change,
    )


def answer(key: str) -> MapAnswer:
    """What the user did on the map `key` since the last call, known before the map is drawn again."""
    message = _message(st.session_state.get(key))
    known = _taken(key)
    # 0 is a frame in which the user has done nothing yet, loaded after he did something in another
    numbers = tuple(_number(message, name) or old for name, old in zip(_NUMBERS, known, strict=True))
    st.session_state[_taken_key(key)] = numbers
    click, move, pan, switch = (new != old for new, old in zip(numbers, known, strict=True))
    first, last = _days(message) if move else (None, None)
    return MapAnswer(
        _selected(message) if click else None,
        first,
        last,
        _view(message) if pan else None,
        _layers(message) if switch else None,
        _frame(message) if click or move or pan or switch else None,
    )


def areas_without_outline(view: MapView) -> frozenset[str]:
    """Area ids of the view that data/basemap has no polygon for: such places cannot be drawn."""
    basemap = load_basemap()
    ids = {mark.area_id for symbol in view.symbols for mark in symbol.marks if mark.area_id}
    return frozenset(area_id for area_id in ids if not basemap.has_area(area_id))


def _taken_key(key: str) -> str:
    return f"{key}:taken"


def _taken(key: str) -> tuple[int, int, int, int]:
    taken: tuple[int, int, int, int] = st.session_state.get(_taken_key(key), (0, 0, 0, 0))
    return taken


def _message(value: Any) -> Mapping[str, Any]:
    """What the map sent, directly or as the properties of streamlit-folium's last active drawing."""
    if not isinstance(value, Mapping):
        return {}
    drawing = value.get("last_active_drawing")
    if isinstance(drawing, Mapping) and isinstance(drawing.get("properties"), Mapping):
        return dict(drawing["properties"])
    return value


def _number(message: Mapping[str, Any], name: str) -> int:
    value = message.get(name)
    return value if type(value) is int else 0


def _selected(message: Mapping[str, Any]) -> str | None:
    """The id sent; None when a browser sends what is no id."""
    event_id = message.get("event_id")
    try:
        return checked_id(event_id) if isinstance(event_id, str) else None
    except ModelError:
        return None


def _days(message: Mapping[str, Any]) -> tuple[date, date] | tuple[None, None]:
    """The range sent; nothing when a browser sends what is no range of days."""
    try:
        first, last = day_of(int(message["first"])), day_of(int(message["last"]))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None, None
    return (first, last) if first <= last else (None, None)


def _view(message: Mapping[str, Any]) -> tuple[int, int, int] | None:
    """The view sent; None when a browser sends what is no view of the globe."""
    view = message.get("view")
    if not isinstance(view, list) or [type(part) for part in view] != [int, int, int]:
        return None
    latitude, longitude, zoom = view
    on_globe = abs(latitude) <= 900_000 and abs(longitude) <= 1_800_000 and 0 <= zoom <= 2_000
    return (latitude, longitude, zoom) if on_globe else None


def _frame(message: Mapping[str, Any]) -> tuple[int, int, int] | None:
    """The size sent; None when a browser sends what is no size of a map."""
    frame = message.get("frame")
    if not isinstance(frame, list) or [type(part) for part in frame] != [int, int, int]:
        return None
    width, height, hidden = frame
    return (width, height, hidden) if 0 <= hidden < height <= 20_000 and 0 < width <= 20_000 else None


def _layers(message: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The layers sent, in the order of LAYERS; None when a browser sends what are none."""
    layers = message.get("layers")
    if not isinstance(layers, list) or not all(isinstance(layer, str) and layer in LAYERS for layer in layers):
        return None
    return tuple(layer for layer in LAYERS if layer in layers)
