"""The selected launch: every competing place with its letter, and how far its missile is said to have flown."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from matplotlib.path import Path

from geo.model.mapview import ClaimedRange, LegendEntry, PlaceMark, Symbol, SymbolClass
from geo.render.print import style
from geo.render.print.basemap import fill_of, in_view
from geo.render.print.clusters import Group
from geo.render.print.frame import Frame
from geo.render.print.launches import Stamp, hatch_area, stamp_all
from geo.render.print.letters import letters
from geo.render.print.paper import Box, Paper
from geo.render.print.projection import Floats
from geo.render.print.ranges import lines_of_ranges, range_in_words
from geo.render.print.shapes import circle
from geo.render.print.style import Type
from geo.render.print.vectors import Vectors

_BETWEEN_MM = 0.5  # from one figure to the next
_LABEL_AT = 0.5


def draw(
    paper: Paper,
    frame: Frame,
    symbol: Symbol,
    legend: Mapping[SymbolClass, LegendEntry],
    vectors: Vectors,
    type_: Type,
) -> list[Box]:
    """Draws the launch above all others and returns the room its words take."""
    colour = legend[symbol.symbol_class].colour
    for mark in reversed(symbol.marks):
        _reach(paper, frame, mark, vectors, colour)
    boxes = _ranges(paper, frame, symbol, vectors, type_)
    return boxes + _points(paper, frame, symbol, legend, type_)


def range_points(frame: Frame, symbol: Symbol, vectors: Vectors) -> Floats:
    """Points (n, 2) on paper along the lines of the claimed ranges, in millimetres."""
    return np.concatenate(
        [np.empty((0, 2)), *(line for _, lines in _range_lines(frame, symbol, vectors) for line in lines)]
    )


def _range_lines(frame: Frame, symbol: Symbol, vectors: Vectors) -> Iterator[tuple[ClaimedRange, list[Floats]]]:
    origin = symbol.marks[0].point if symbol.marks else None
    if origin is None:
        return
    for each in symbol.ranges:
        yield each, [frame.place(*line) for line in lines_of_ranges(origin, each, vectors)]


def _reach(paper: Paper, frame: Frame, mark: PlaceMark, vectors: Vectors, colour: str) -> None:
    if not mark.point:
        hatch_area(paper, frame, fill_of(frame, in_view(frame, vectors.areas.get(mark.area_id, ()))), style.INK, 9)
        return
    ring = frame.circle(mark.point.longitude, mark.point.latitude, mark.radius_m)
    paper.area(Path(ring, closed=True), 11, frame.box, facecolor=colour, alpha=0.12, edgecolor="none")
    paper.lines([ring], 11.1, frame.box, colors=colour, linewidths=1.1)


def _points(
    paper: Paper, frame: Frame, symbol: Symbol, legend: Mapping[SymbolClass, LegendEntry], type_: Type
) -> list[Box]:
    """Symbols at the points; places that share one on paper share a label with all their letters."""
    spots: dict[tuple[float, float], list[str]] = {}
    for letter, mark in zip(letters(len(symbol.marks)), symbol.marks, strict=True):
        if mark.point:
            x, y = frame.place_of(mark.point.longitude, mark.point.latitude)
            near = next((each for each in spots if np.hypot(each[0] - x, each[1] - y) < type_.symbol), (x, y))
            spots.setdefault(near, []).append(letter)
    if not spots:
        return []
    first, *others = spots
    ties = [np.array([first, other]) for other in others]
    paper.lines(ties, 18, frame.box, colors=style.INK, linewidths=0.7, linestyles=(0, (3, 2)))
    group = Group(symbol.symbol_class, 1, symbol.size, symbol.contradictory)
    stamp_all(paper, [Stamp(*spot, group) for spot in reversed(spots)], legend, type_, 22, frame.box)
    radius = 3.0 * type_.symbol
    paper.stamps(
        [circle()], [radius], np.array([first]), 23, frame.box, facecolors="none", edgecolors=style.INK, linewidths=1.4
    )
    return [_letter(paper, spot, names, radius, type_) for spot, names in spots.items()]


def _letter(paper: Paper, spot: tuple[float, float], names: Sequence[str], radius: float, type_: Type) -> Box:
    text = f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names)
    x, y = spot[0] + radius * 0.9, spot[1] + radius * 0.9
    paper.write(text, x, y, type_.text, style.BOLD, halo=style.PAPER, order=45)
    return paper.written(text, x, y, type_.text, style.BOLD)


def _ranges(paper: Paper, frame: Frame, symbol: Symbol, vectors: Vectors, type_: Type) -> list[Box]:
    taken: list[Box] = []
    for each, lines in _range_lines(frame, symbol, vectors):
        paper.lines(lines, 12, frame.box, colors=style.RANGE, linewidths=0.8, linestyles=(0, (5, 2.5)))
        if lines:
            taken += _name_range(paper, frame, each, max(lines, key=len), taken, type_)
    return taken


def _name_range(
    paper: Paper, frame: Frame, claimed: ClaimedRange, line: np.ndarray, taken: Sequence[Box], type_: Type
) -> list[Box]:
    """Writes the figure on its line, at the first spot from its middle where there is room."""
    text, inner = range_in_words(claimed), frame.box.inset(1)
    order = sorted(range(len(line)), key=lambda i: abs(i - _LABEL_AT * (len(line) - 1)))
    for i in order:
        x, y = (float(part) for part in line[i])
        box = paper.written(text, x, y, type_.small, style.BOLD, "center")
        if inner.holds(box) and not any(box.inset(-_BETWEEN_MM).meets(other) for other in taken):
            paper.write(text, x, y, type_.small, style.BOLD, style.RANGE, style.SEA, 24, ha="center")
            return [box]
    return []
