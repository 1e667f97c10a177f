"""The map itself within its frame: everything but the words beside it."""

from geo.model.mapview import MapView, Symbol
from geo.render.print import basemap, graticule, launches, scale_bar, selected, style
from geo.render.print.clusters import Cluster, spots_of
from geo.render.print.frame import Frame
from geo.render.print.labels import NO_LINES, Lettering
from geo.render.print.paper import Box, Paper
from geo.render.print.projection import Floats
from geo.render.print.style import Type
from geo.render.print.vectors import Vectors

MOST_NAMED = 30  # places of launches named; the rest keep their symbols


def draw(
    paper: Paper,
    frame: Frame,
    view: MapView,
    chosen: Symbol | None,
    vectors: Vectors,
    type_: Type,
    with_furniture: bool = True,
    reserved: tuple[Box, ...] = (),
    ground_only: bool = False,
) -> list[Cluster]:
    """Draws land, launches and lettering; `reserved` is room that lettering must leave. Returns the places drawn.

    With `ground_only` the launches are left to whoever draws them later.
    """
    basemap.draw(paper, frame, vectors)
    if with_furniture:
        graticule.draw(paper, frame, type_)
        reserved = (*reserved, scale_bar.draw(paper, frame, type_, spots_of(view.symbols, frame), reserved))
    else:
        paper.box(frame.box, 40, facecolor="none", edgecolor=style.INK, linewidth=0.5)
    taken = list(reserved)
    if ground_only:
        Lettering(paper, frame, vectors, type_, taken).seas_and_countries()
        return []
    found = launches.draw(paper, frame, view, vectors, type_)
    if chosen is not None:
        legend = {entry.symbol_class: entry for entry in view.legend}
        taken += selected.draw(paper, frame, chosen, legend, vectors, type_)
    if not found and not launches.area_counts(view.symbols) and with_furniture:
        taken.append(_say_empty(paper, frame, view, type_))
    lines = selected.range_points(frame, chosen, vectors) if chosen else NO_LINES
    _letter(paper, frame, view, found, vectors, type_, taken, lines)
    return found


def _say_empty(paper: Paper, frame: Frame, view: MapView, type_: Type) -> Box:
    text = "No launch with a place on this map" if view.symbols else "No launch passes these filters"
    x, y, points = frame.box.left + frame.box.width / 2, frame.box.top - 0.22 * frame.box.height, type_.subtitle * 1.3
    paper.write(text, x, y, points, style.BOLD, style.INK, style.PAPER, 45, ha="center")
    return paper.written(text, x, y, points, style.BOLD, "center")


def _letter(
    paper: Paper,
    frame: Frame,
    view: MapView,
    found: list[Cluster],
    vectors: Vectors,
    type_: Type,
    taken: list[Box],
    lines: Floats,
) -> None:
    symbols = [box for cluster in found for box in launches.boxes_of(cluster, type_)]
    lettering = Lettering(paper, frame, vectors, type_, [*taken, *symbols], lines)
    lettering.seas_and_countries()
    lettering.count(found)
    lettering.count_areas(launches.area_counts(view.symbols))
    lettering.places(found[:MOST_NAMED])
    lettering.towns()
