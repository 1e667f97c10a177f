"""The legend: what each symbol on this map means, by shape and colour. Classes that are not on the map are left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from geo.model.mapview import LegendEntry, MapView
from geo.render.print import style
from geo.render.print.clusters import Cluster, Group
from geo.render.print.launches import Stamp, area_counts, stamp_all
from geo.render.print.paper import MM_PER_POINT, Box, Paper
from geo.render.print.shapes import circle
from geo.render.print.style import Type
from geo.render.print.words import shorten

_Sign = Callable[[float, float], None]


@dataclass(frozen=True, slots=True)
class Row:
    sign: _Sign
    words: str


def rows(paper: Paper, view: MapView, clusters: Sequence[Cluster], has_selection: bool, type_: Type) -> list[Row]:
    """A row for each class shown, then for what else is drawn on this map."""
    present = {symbol.symbol_class for symbol in view.symbols}
    found = [_class_row(paper, view, entry, type_) for entry in view.legend if entry.symbol_class in present]
    any_of = view.legend[-1]
    if any(symbol.contradictory for symbol in view.symbols):
        found.append(
            Row(_stamper(paper, view, Group(any_of.symbol_class, 1, 1, True), type_), "claims contradict each other")
        )
    if any(symbol.size > 1 for symbol in view.symbols):
        found.append(Row(_sizes(paper, view, any_of, type_), "1, 2–4, 5 or more missiles"))
    if any(group.count > 1 for cluster in clusters for group in cluster.groups):
        found.append(Row(_figure(paper, type_), "launches of one class at a place"))
    if any(symbol.marks and symbol.marks[0].radius_m for symbol in view.symbols):
        found.append(Row(_ring(paper, type_), "the place lies within this circle"))
    if area_counts(view.symbols):
        found.append(Row(_hatching(paper, type_), "launches with only an area known"))
    if has_selection:
        found.append(Row(_arc(paper, type_), "claimed range; line computed"))
    return found


def draw(paper: Paper, entries: Sequence[Row], box: Box, columns: int, type_: Type) -> float:
    """Draws the rows in columns from the top of the box down; returns the height used."""
    step = row_height(type_)
    each = -(-len(entries) // columns)
    width = box.width / columns
    for i, row in enumerate(entries):
        x, y = box.left + (i // each) * width, box.top - (i % each + 0.5) * step
        row.sign(x + 3.4 * type_.symbol, y)
        text = shorten(row.words, style.SANS, type_.text * 0.94, width - 8.6 * type_.symbol)
        paper.write(text, x + 8.2 * type_.symbol, y, type_.text * 0.94, va="center_baseline")
    return each * step


def row_height(type_: Type) -> float:
    return type_.text * MM_PER_POINT * 1.5


def _class_row(paper: Paper, view: MapView, entry: LegendEntry, type_: Type) -> Row:
    count = sum(symbol.symbol_class is entry.symbol_class for symbol in view.symbols)
    sign = _stamper(paper, view, Group(entry.symbol_class, 1, 2, False), type_)
    return Row(sign, f"{entry.symbol_class.value} ({count:,})")


def _stamper(paper: Paper, view: MapView, group: Group, type_: Type) -> _Sign:
    legend = {entry.symbol_class: entry for entry in view.legend}
    return lambda x, y: stamp_all(paper, [Stamp(x, y, group)], legend, type_, 51, None)


def _sizes(paper: Paper, view: MapView, entry: LegendEntry, type_: Type) -> _Sign:
    legend = {each.symbol_class: each for each in view.legend}
    groups = [Group(entry.symbol_class, 1, size, False) for size in (1, 2, 3)]

    def sign(x: float, y: float) -> None:
        places = (x - 3 * type_.symbol, x - 0.9 * type_.symbol, x + 1.8 * type_.symbol)
        stamps = [Stamp(at, y, group) for at, group in zip(places, groups, strict=True)]
        stamp_all(paper, stamps, legend, type_, 51, None)

    return sign


def _figure(paper: Paper, type_: Type) -> _Sign:
    return lambda x, y: paper.write("12", x, y, type_.small, style.BOLD, ha="center", va="center_baseline")


def _ring(paper: Paper, type_: Type) -> _Sign:
    look = {"facecolors": style.CIRCLE + "18", "edgecolors": style.CIRCLE, "linewidths": 0.5}
    radius = 1.5 * type_.symbol
    return lambda x, y: paper.stamps([circle()], [radius], np.array([(x, y)]), 51, None, **look)


def _hatching(paper: Paper, type_: Type) -> _Sign:
    wide, high = 4 * type_.symbol, 2.4 * type_.symbol
    look = {"facecolor": "none", "edgecolor": style.QUIET, "hatch": "////", "hatch_linewidth": 0.3, "linewidth": 0.5}

    def sign(x: float, y: float) -> None:
        paper.box(Box(x - wide / 2, y - high / 2, wide, high), 51, **look)
        paper.write(
            "2", x, y, type_.text, style.ITALIC, style.QUIET, style.PAPER, 52, ha="center", va="center_baseline"
        )

    return sign


def _arc(paper: Paper, type_: Type) -> _Sign:
    angles = np.linspace(-0.7, 0.7, 20)
    bow = np.column_stack((np.cos(angles) * 3 - 2.2, np.sin(angles) * 1.7)) * type_.symbol

    def sign(x: float, y: float) -> None:
        paper.lines([bow + np.array((x, y))], 51, colors=style.RANGE, linewidths=0.8, linestyles=(0, (4, 2)))

    return sign
