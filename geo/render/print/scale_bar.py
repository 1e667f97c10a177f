"""Scale bar and north: both as they are where they stand on the map."""

from collections.abc import Sequence

import numpy as np

from geo.render.print import style
from geo.render.print.clusters import Spot
from geo.render.print.frame import Frame
from geo.render.print.graticule import parallel
from geo.render.print.paper import MM_PER_POINT, Box, Paper
from geo.render.print.projection import destinations
from geo.render.print.style import Type

_NICE = (1, 2, 3, 5)
_SHARE = 0.24  # of the map's width, at most
_MILE_M = 1609.344
_OFF, _BESIDE = 1.6, 3.0  # millimetres from the frame, and around it that a symbol may take


def draw(paper: Paper, frame: Frame, type_: Type, spots: Sequence[Spot], reserved: Sequence[Box]) -> Box:
    """Draws both in the corner where they hide the fewest of these spots, and returns the room they take.

    The lower left is the usual one; the upper right is left to a date.
    """
    latitude = frame.projection.latitude
    length = nice_length(frame.box.width * _SHARE * frame.metres)
    width = width_on_paper(frame, length)
    high = type_.small * MM_PER_POINT
    room = _emptiest(frame.box, width + high * 8.4, 4.4 * high, spots, reserved)
    x, y = room.left + 1.9, room.bottom + 1.4 + 1.4 * high
    paper.box(room, 30, facecolor=style.PAPER, edgecolor="none", alpha=0.78)
    for part in range(4):
        piece = Box(x + part * width / 4, y, width / 4, 0.28 * high)
        fill = style.INK if part % 2 == 0 else style.PAPER
        paper.box(piece, 31, facecolor=fill, edgecolor=style.INK, linewidth=0.4)
    for share in (0, 0.5, 1):
        text = f"{length * share / 1000:,g}" + (" km" if share == 1 else "")
        paper.write(
            text, x + share * width, y + 0.55 * high, type_.small, order=32, ha="center" if share < 1 else "left"
        )
    caption = f"{length / _MILE_M:,.0f} miles; true at {parallel(round(latitude, 1))}"
    paper.write(caption, x, y - 1.15 * high, type_.small * 0.9, colour=style.QUIET, order=32)
    _north(paper, frame, type_, room.right - 2 * high, room.bottom + 0.4 * high)
    return room


def _emptiest(box: Box, width: float, height: float, spots: Sequence[Spot], reserved: Sequence[Box]) -> Box:
    left, right = box.left + _OFF, box.right - _OFF - width
    low, high = box.bottom + _OFF, box.top - _OFF - height
    rooms = [Box(x, y, width, height) for x, y in ((left, low), (left, high), (right, low))]
    free = [room for room in rooms if not any(room.meets(other) for other in reserved)] or rooms
    return min(free, key=lambda room: sum(room.inset(-_BESIDE).holds(Box(*spot, 0, 0)) for spot in spots))


def nice_length(most: float) -> float:
    """The longest round number of metres (1, 2, 3 or 5 times a power of ten) that is not above `most`."""
    power = 10.0 ** np.floor(np.log10(most))
    return float(max(factor * power for factor in _NICE if factor * power <= most))


def width_on_paper(frame: Frame, metres: float) -> float:
    """How long a line of this length over the ground is, from west to east through the map's middle, in mm."""
    latitude, longitude = frame.projection.latitude, frame.projection.longitude
    ends = frame.place(*destinations(latitude, longitude, np.array([270.0, 90.0]), metres / 2))
    return float(np.hypot(*(ends[1] - ends[0])))


def _north(paper: Paper, frame: Frame, type_: Type, x: float, y: float) -> None:
    """An arrow along the meridian of the place where it stands."""
    high = type_.small * MM_PER_POINT
    longitude, latitude = frame.earth(np.array([x]), np.array([y]))
    up = frame.place(longitude, latitude + 0.05)[0] - frame.place(longitude, latitude)[0]
    angle = float(np.arctan2(up[1], up[0]))
    ahead, beside = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    foot = np.array([x, y])
    tip = foot + ahead * 2.4 * high
    for side, fill in ((1, style.INK), (-1, style.PAPER)):
        corner = foot + beside * side * 0.75 * high
        notch = foot + ahead * 0.6 * high
        paper.polygon([tuple(tip), tuple(corner), tuple(notch)], 32, facecolor=fill, edgecolor=style.INK, linewidth=0.4)
    top = tip + ahead * 0.35 * high
    paper.write("N", float(top[0]), float(top[1]), type_.small * 1.1, style.BOLD, order=32, ha="center", halo=style.SEA)
