"""Sea, land, coasts, borders and provinces, cut to the frame."""

from collections.abc import Iterable, Sequence

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Bbox
from numpy.typing import NDArray

from geo.render.print import style
from geo.render.print.frame import Frame
from geo.render.print.paper import Box, Paper
from geo.render.print.projection import Floats
from geo.render.print.vectors import DETAIL, Shape, Vectors

FINER_FROM = 40_000.0  # metres to the millimetre: coarser maps draw the world's lines only
FOCUS_FROM = 60_000.0
PROVINCES_FROM = 9_000.0
FOCUS_AREA = "KP"
_MARGIN_MM = 8.0
_FINEST_MM = 0.08
_WHOLE = 360.0
Flags = NDArray[np.bool_]


def draw(paper: Paper, frame: Frame, vectors: Vectors) -> None:
    paper.box(frame.box, 0, facecolor=style.SEA, edgecolor="none")
    detailed = frame.metres <= FINER_FROM
    inside = detailed and _is_inside(frame.bounds(), DETAIL)
    if not inside:
        _land(paper, frame, vectors.world_land, vectors.world_borders, 1, None)
    if detailed:
        patch = None if inside else _outline_of(frame, DETAIL)
        if patch is not None:
            paper.area(patch, 1.9, frame.box, facecolor=style.SEA, edgecolor="none")
        _land(paper, frame, vectors.land, vectors.borders, 2, patch)
    if frame.metres <= FOCUS_FROM:
        _focus(paper, frame, vectors)


def fill_of(frame: Frame, shapes: Iterable[Shape]) -> Path:
    """The shapes on paper as one path, without what lies far outside the frame."""
    paths = [_closed(frame, shape) for shape in shapes]
    found = [path for path in paths if path is not None]
    return Path.make_compound_path(*found) if found else Path(np.zeros((0, 2)))


def lines_of(frame: Frame, shapes: Iterable[Shape]) -> list[Floats]:
    """The outlines on paper, without cuts and what lies outside the frame."""
    return [line for shape in shapes for ring in shape.rings for line in _runs(frame, ring)]


def in_view(frame: Frame, shapes: Sequence[Shape]) -> list[Shape]:
    bounds = frame.bounds()
    return [shape for shape in shapes if _meets(shape.bounds, bounds)]


def _land(
    paper: Paper, frame: Frame, land: Sequence[Shape], borders: Sequence[Shape], order: float, patch: Path | None
) -> None:
    shown = in_view(frame, land)
    coasts = lines_of(frame, shown)
    clip = frame.box
    before = len(paper.axes.get_children())
    for step, (width, colour) in enumerate(style.WATER_LINES):
        paper.lines(coasts, order + step / 100, clip, colors=colour, linewidths=width / 25.4 * 72)
    paper.area(fill_of(frame, shown), order + 0.1, clip, facecolor=style.LAND, edgecolor="none")
    paper.lines(coasts, order + 0.5, clip, colors=style.COAST, linewidths=style.COAST_WIDTH)
    edges = lines_of(frame, in_view(frame, borders))
    paper.lines(
        edges, order + 0.6, clip, colors=style.BORDER, linewidths=style.BORDER_WIDTH, linestyles=(0, (5, 1.6, 1, 1.6))
    )
    if patch is not None:
        _clip_further(paper, frame.box, patch, before)


def _clip_further(paper: Paper, box: Box, patch: Path, before: int) -> None:
    """Cuts what was drawn since to the patch as well: the finer coast replaces the coarser only there."""
    cut = patch.clip_to_bbox(Bbox.from_extents(box.left, box.bottom, box.right, box.top))
    for artist in paper.axes.get_children()[before:]:
        if artist.get_clip_box() is not None:
            artist.set_clip_path(cut, paper.axes.transData)


def _focus(paper: Paper, frame: Frame, vectors: Vectors) -> None:
    country = in_view(frame, vectors.areas[FOCUS_AREA])
    paper.area(fill_of(frame, country), 2.2, frame.box, facecolor=style.FOCUS, edgecolor="none")
    if frame.metres > PROVINCES_FROM:
        return
    shapes = [shape for name, parts in vectors.areas.items() if name.startswith("KP-") for shape in parts]
    lines = lines_of(frame, in_view(frame, shapes))
    look = {"colors": style.PROVINCE, "linewidths": style.PROVINCE_WIDTH, "linestyles": (0, (1.5, 1.5))}
    paper.lines(lines, 2.3, frame.box, **look)


def _closed(frame: Frame, shape: Shape) -> Path | None:
    rings = [_thinned(_on_paper(frame, ring)) for ring in shape.rings]
    parts = [Path(ring, closed=True) for ring in rings if len(ring) > 3]
    if not parts:
        return None
    box = frame.box.inset(-_MARGIN_MM)
    cut = Path.make_compound_path(*parts).clip_to_bbox(Bbox.from_extents(box.left, box.bottom, box.right, box.top))
    return cut if np.size(cut.vertices) > 4 else None


def _runs(frame: Frame, ring: Floats) -> list[Floats]:
    points = _on_paper(frame, ring)
    box = frame.box.inset(-_MARGIN_MM)
    x, y = points[:, 0], points[:, 1]
    near = (x > box.left) & (x < box.right) & (y > box.bottom) & (y < box.top)
    keep = near[:-1] | near[1:]
    keep &= ~_is_cut(ring)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], keep, [False]))))
    return [_thinned(points[start : end + 1]) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _thinned(points: Floats) -> Floats:
    """Without points that no eye tells from the one before; the first and the last stay."""
    cells = np.round(points / _FINEST_MM)
    keep = np.any(np.diff(cells, axis=0, prepend=np.nan) != 0, axis=1)
    keep[-1] = True
    return points[keep]


def _is_cut(ring: Floats) -> Flags:
    """Edges along the antimeridian or the southern bound: there the file was cut, it is no coast."""
    start, end = ring[:-1], ring[1:]
    cut: Flags = ((np.abs(start[:, 0]) == 180) & (start[:, 0] == end[:, 0])) | (start[:, 1] <= -90) | (end[:, 1] <= -90)
    return cut


def _on_paper(frame: Frame, ring: Floats) -> Floats:
    return frame.place(ring[:, 0], ring[:, 1])


def _outline_of(frame: Frame, bounds: tuple[float, float, float, float]) -> Path:
    west, south, east, north = bounds
    along, up = np.linspace(west, east, 40), np.linspace(south, north, 40)
    longitude = np.concatenate((along, np.full(40, east), along[::-1], np.full(40, west)))
    latitude = np.concatenate((np.full(40, south), up, np.full(40, north), up[::-1]))
    return Path(frame.place(longitude, latitude), closed=True)


def _is_inside(inner: tuple[float, float, float, float], outer: tuple[float, float, float, float]) -> bool:
    return inner[0] >= outer[0] and inner[1] >= outer[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


def _meets(shape: tuple[float, float, float, float], view: tuple[float, float, float, float]) -> bool:
    if shape[3] < view[1] or shape[1] > view[3]:
        return False
    return any(shape[0] + turn <= view[2] and shape[2] + turn >= view[0] for turn in (-_WHOLE, 0, _WHOLE))
