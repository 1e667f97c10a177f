"""Meridians and parallels, named in the map's margin, and the frame itself."""

import numpy as np

from geo.render.print import style
from geo.render.print.frame import Frame
from geo.render.print.paper import Box, Paper
from geo.render.print.projection import Floats
from geo.render.print.style import Type

MARGIN_MM = 4.2  # for the figures around the map
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30)
_LINES = 7  # at most, from north to south
_LEAST_APART = 9.0  # millimetres between figures
_SIDE = 400  # points looked at along a side


def draw(paper: Paper, frame: Frame, type_: Type) -> None:
    """Lines over land and sea, figures outside, and a neatline of two strokes."""
    west, south, east, north = frame.bounds()
    step = step_for(min(north - south, (east - west) * 0.8))
    meridians, parallels = _multiples(west, east, step), _multiples(max(south, -89), min(north, 89), step)
    up, along = np.linspace(max(south - 1, -89), min(north + 1, 89), 60), np.linspace(west - 1, east + 1, 90)
    lines = [frame.place(np.full_like(up, each), up) for each in meridians]
    lines += [frame.place(along, np.full_like(along, each)) for each in parallels]
    paper.lines(lines, 5, frame.box, colors=style.GRATICULE, linewidths=style.LINE_WIDTH, alpha=0.8)
    _figures(paper, frame, meridians, parallels, type_)
    paper.box(frame.box, 40, facecolor="none", edgecolor=style.INK, linewidth=0.9)
    paper.box(frame.box.inset(-0.8), 40, facecolor="none", edgecolor=style.INK, linewidth=0.3)


def step_for(degrees: float) -> float:
    """Degrees between lines, so that there are not more than some seven of them."""
    return next((step for step in _STEPS if degrees / step <= _LINES), _STEPS[-1])


def meridian(longitude: float) -> str:
    """ "128° E"; longitudes that run on beyond 180 are brought back."""
    turned = (longitude + 180) % 360 - 180
    return _degrees(turned, "E", "W") if abs(turned) not in (0, 180) else f"{abs(turned):g}°"


def parallel(latitude: float) -> str:
    return _degrees(latitude, "N", "S") if latitude else "0°"


def _degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(round(value, 3)):g}° {positive if value > 0 else negative}"


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [round(i * step, 6) for i in range(int(np.ceil(low / step)), int(np.floor(high / step)) + 1)]


def _figures(paper: Paper, frame: Frame, meridians: list[float], parallels: list[float], type_: Type) -> None:
    box, size, off = frame.box, type_.small * 0.92, 1.5
    x, y = np.linspace(box.left, box.right, _SIDE), np.linspace(box.bottom, box.top, _SIDE)
    for edge, va in ((box.bottom, "top"), (box.top, "bottom")):
        longitude, _ = frame.earth(x, np.full(_SIDE, edge))
        for at, value in _crossings(longitude, x, meridians):
            shift = -off if va == "top" else off
            paper.write(meridian(value), at, edge + shift, size, colour=style.QUIET, va=va, ha="center")
    for edge, side in ((box.left, -1), (box.right, 1)):
        _, latitude = frame.earth(np.full(_SIDE, edge), y)
        for at, value in _crossings(latitude, y, parallels):
            paper.write(
                parallel(value), edge + side * off, at, size, colour=style.QUIET, va="center", ha="center",
                rotation=-90 * side, rotation_mode="default",
            )  # fmt: skip


def _crossings(values: Floats, places: Floats, wanted: list[float]) -> list[tuple[float, float]]:
    """(where, which) for each wanted value that the side passes, not too near its ends."""
    found = []
    for value in wanted:
        passed = np.flatnonzero((values[:-1] - value) * (values[1:] - value) <= 0)
        if len(passed) and places[0] + 4 < places[passed[0]] < places[-1] - 4:
            found.append((float(places[passed[0]]), value))
    apart: list[tuple[float, float]] = []
    for each in sorted(found):
        if not apart or each[0] - apart[-1][0] > _LEAST_APART:
            apart.append(each)
    return apart


def room(box: Box) -> Box:
    """The frame that leaves room for the figures inside `box`."""
    return box.inset(MARGIN_MM)
