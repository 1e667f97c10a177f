"""The launches on the map: how uncertain their places are, the areas that are all that is known, and the symbols."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from geo.model.mapview import LegendEntry, MapView, Symbol, SymbolClass
from geo.render.print import style
from geo.render.print.basemap import fill_of, in_view
from geo.render.print.clusters import Cluster, Group, clusters
from geo.render.print.frame import Frame
from geo.render.print.paper import Box, Paper
from geo.render.print.shapes import RADII, RING, circle, shape
from geo.render.print.style import Type
from geo.render.print.vectors import Vectors

MOST_CIRCLES = 300  # more of them are one grey; the most frequent are drawn
REACH = 2.8  # radii of a small symbol: nearer launches share a place on paper
_SPREAD = 0.85  # of what two symbols measure, between those of one place


@dataclass(frozen=True, slots=True)
class Stamp:
    """A symbol on paper."""

    x: float
    y: float
    group: Group


def draw(paper: Paper, frame: Frame, view: MapView, vectors: Vectors, type_: Type) -> list[Cluster]:
    """Draws all launches of the view; returns the places on paper, for whoever labels them."""
    legend = {entry.symbol_class: entry for entry in view.legend}
    _areas(paper, frame, view.symbols, legend, vectors)
    _circles(paper, frame, view.symbols, type_)
    found = clusters(view.symbols, frame, REACH * type_.symbol)
    stamps = [stamp for cluster in reversed(found) for stamp in stamps_of(cluster, type_)]
    stamp_all(paper, stamps, legend, type_, 20, frame.box)
    return found


def stamps_of(cluster: Cluster, type_: Type) -> list[Stamp]:
    """The symbols of one place: the class with most launches at the place itself, the others around it."""
    others = len(cluster.groups) - 1
    angles = [np.pi / 2 + 2 * np.pi * i / max(others, 1) for i in range(others)]
    heaviest, *around = cluster.groups
    stamps = [Stamp(cluster.x, cluster.y, heaviest)]
    for angle, group in zip(angles, around, strict=True):
        reach = _SPREAD * (radius_of(heaviest) + radius_of(group)) * type_.symbol
        stamps.append(Stamp(cluster.x + reach * np.cos(angle), cluster.y + reach * np.sin(angle), group))
    return stamps


def radius_of(group: Group) -> float:
    """How far a symbol reaches with its ring, in radii of a small one."""
    return RADII[group.size] + (RING if group.contradictory else 0)


def stamp_all(
    paper: Paper,
    stamps: Sequence[Stamp],
    legend: Mapping[SymbolClass, LegendEntry],
    type_: Type,
    order: float,
    clip: Box | None,
    alpha: float = 1.0,
) -> None:
    """Each symbol with its halo, and its dark ring where claims contradict each other, in one collection."""
    paths, radii, places, fills, edges, widths = [], [], [], [], [], []
    for stamp in stamps:
        entry, radius = legend[stamp.group.symbol_class], RADII[stamp.group.size] * type_.symbol
        marks = [(shape(entry.shape), radius, entry.colour, style.PAPER, 0.7)]
        if stamp.group.contradictory:
            marks.insert(0, (circle(), radius + RING * type_.symbol, style.PAPER, style.INK, 0.9))
        for path, size, fill, edge, width in marks:
            paths.append(path)
            radii.append(size)
            places.append((stamp.x, stamp.y))
            fills.append(fill)
            edges.append(edge)
            widths.append(width)
    look = {"facecolors": fills, "edgecolors": edges, "linewidths": widths, "alpha": alpha}
    paper.stamps(paths, radii, np.array(places), order, clip, **look)


def boxes_of(cluster: Cluster, type_: Type) -> list[Box]:
    """The room each symbol of a place takes."""
    boxes = []
    for stamp in stamps_of(cluster, type_):
        reach = radius_of(stamp.group) * type_.symbol
        boxes.append(Box(stamp.x - reach, stamp.y - reach, 2 * reach, 2 * reach))
    return boxes


def box_of(cluster: Cluster, type_: Type) -> Box:
    """The room all symbols of a place take together."""
    boxes = boxes_of(cluster, type_)
    left, bottom = min(box.left for box in boxes), min(box.bottom for box in boxes)
    return Box(left, bottom, max(box.right for box in boxes) - left, max(box.top for box in boxes) - bottom)


def area_counts(symbols: Iterable[Symbol]) -> Counter[str]:
    """How many launches have only an area, by its id."""
    return Counter(symbol.marks[0].area_id for symbol in symbols if symbol.marks and not symbol.marks[0].point)


def _areas(
    paper: Paper,
    frame: Frame,
    symbols: Sequence[Symbol],
    legend: Mapping[SymbolClass, LegendEntry],
    vectors: Vectors,
) -> None:
    classes = defaultdict(set)
    for symbol in symbols:
        if symbol.marks and not symbol.marks[0].point:
            classes[symbol.marks[0].area_id].add(symbol.symbol_class)
    for area_id in sorted(classes):
        known = in_view(frame, vectors.areas.get(area_id, ()))
        colour = legend[min(classes[area_id])].colour if len(classes[area_id]) == 1 else style.QUIET
        hatch_area(paper, frame, fill_of(frame, known), colour)


def hatch_area(paper: Paper, frame: Frame, path: Path, colour: str, order: float = 3) -> None:
    look = {"facecolor": "none", "edgecolor": colour, "linewidth": 0.5, "hatch": "////", "hatch_linewidth": 0.3}
    if np.size(path.vertices):
        paper.area(path, order, frame.box, alpha=0.75, **look)


def _circles(paper: Paper, frame: Frame, symbols: Sequence[Symbol], type_: Type) -> None:
    seen = Counter(
        (mark.point.longitude, mark.point.latitude, mark.radius_m)
        for symbol in symbols
        if symbol.marks and (mark := symbol.marks[0]).point and mark.radius_m > frame.metres * type_.symbol
    )
    shown = sorted(seen, key=lambda each: (-seen[each], each))[:MOST_CIRCLES]
    rings = [frame.circle(*each) for each in shown]
    if rings:
        paper.area(
            Path.make_compound_path(*(Path(ring, closed=True) for ring in rings)),
            10,
            frame.box,
            facecolor=style.CIRCLE,
            alpha=0.06,
            edgecolor="none",
        )
    paper.lines(rings, 10.1, frame.box, colors=style.CIRCLE, linewidths=0.4, alpha=0.5)
