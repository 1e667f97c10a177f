"""The inset: where on earth the map lies. Orthographic projection (Snyder 1987, equations 20-3 and 20-4)."""

import numpy as np
from matplotlib.path import Path

from geo.render.print import style
from geo.render.print.basemap import Flags
from geo.render.print.frame import Frame
from geo.render.print.paper import Paper
from geo.render.print.projection import Floats
from geo.render.print.vectors import Vectors

_EVERY = 3  # point of a coast drawn: the globe is small
_LAND = "#c9bfa8"
_LEAST = 12  # points of a ring that is drawn at all


def draw(paper: Paper, frame: Frame, vectors: Vectors, x: float, y: float, radius: float) -> None:
    """A globe around (x, y), turned to the map's middle, with the map's outline on it."""
    middle = (frame.projection.latitude * 0.6, frame.projection.longitude)
    disc = Path(np.column_stack(_circle(radius)) + np.array((x, y)), closed=True)
    paper.area(disc, 33, facecolor=style.SEA, edgecolor="none")
    paths = []
    for shape in vectors.world_land:
        ring = shape.rings[0][::_EVERY]
        if len(ring) >= _LEAST:
            paths += [part * radius + np.array((x, y)) for part in _seen_parts(ring, middle)]
    paper.polygons(paths, 34, facecolors=_LAND, edgecolors="none")
    lines = [np.column_stack((np.full(40, lon), np.linspace(-80, 80, 40))) for lon in range(-180, 180, 30)]
    lines += [np.column_stack((np.linspace(-180, 180, 90), np.full(90, lat))) for lat in range(-60, 90, 30)]
    for line in lines:
        points, seen = _turned(line, middle)
        runs = [points[seen] * radius + np.array((x, y))] if seen.sum() > 1 and _is_one_run(seen) else []
        paper.lines(runs, 35, colors=style.GRATICULE, linewidths=0.2)
    paper.area(disc, 36, facecolor="none", edgecolor=style.COAST, linewidth=0.4)
    _outline(paper, frame, middle, x, y, radius)


def _outline(paper: Paper, frame: Frame, middle: tuple[float, float], x: float, y: float, radius: float) -> None:
    box, side = frame.box, 20
    along, up = np.linspace(box.left, box.right, side), np.linspace(box.bottom, box.top, side)
    edge_x = np.concatenate((along, np.full(side, box.right), along[::-1], np.full(side, box.left)))
    edge_y = np.concatenate((np.full(side, box.bottom), up, np.full(side, box.top), up[::-1]))
    points, _ = _turned(np.column_stack(frame.earth(edge_x, edge_y)), middle)
    path = Path(np.vstack((points, points[:1])) * radius + np.array((x, y)), closed=True)
    paper.area(path, 37, facecolor="#d55e0022", edgecolor="#b3480a", linewidth=0.9)


def _seen_parts(ring: Floats, middle: tuple[float, float]) -> list[Floats]:
    """What of a land is on this side: each stretch of coast, closed along the rim the shorter way."""
    points, seen = _turned(ring, middle)
    if seen.all():
        return [points]
    hidden = int(np.flatnonzero(~seen)[0])
    points, seen = np.roll(points, -hidden, axis=0), np.roll(seen, -hidden)
    edges = np.flatnonzero(np.diff(np.concatenate((seen, [False])).astype(int)))
    return [_closed_on_rim(points[low + 1 : high + 1]) for low, high in zip(edges[::2], edges[1::2], strict=True)]


def _closed_on_rim(run: Floats) -> Floats:
    start, end = np.arctan2(run[0, 1], run[0, 0]), np.arctan2(run[-1, 1], run[-1, 0])
    turn = (start - end + np.pi) % (2 * np.pi) - np.pi
    angles = end + np.linspace(0, turn, 24)
    return np.vstack((run, np.column_stack((np.cos(angles), np.sin(angles))), run[:1]))


def _turned(points: Floats, middle: tuple[float, float]) -> tuple[Floats, Flags]:
    """Points on the unit disc and whether they are on this side; those behind are brought to the rim."""
    phi, turn = np.radians(points[:, 1]), np.radians(points[:, 0] - middle[1])
    sine, cosine = np.sin(np.radians(middle[0])), np.cos(np.radians(middle[0]))
    x = np.cos(phi) * np.sin(turn)
    y = cosine * np.sin(phi) - sine * np.cos(phi) * np.cos(turn)
    seen = sine * np.sin(phi) + cosine * np.cos(phi) * np.cos(turn) >= 0
    reach = np.maximum(np.hypot(x, y), 1e-9)
    factor = np.where(seen, 1, 1 / reach)
    return np.column_stack((x * factor, y * factor)), seen


def _circle(radius: float) -> tuple[Floats, Floats]:
    angles = np.linspace(0, 2 * np.pi, 97)
    return radius * np.cos(angles), radius * np.sin(angles)


def _is_one_run(seen: Flags) -> bool:
    return int((np.diff(seen.astype(int)) == 1).sum()) + int(seen[0]) <= 1
