"""A sheet of paper measured in millimetres from its lower left corner, on which everything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import Stroke
from matplotlib.transforms import Bbox, IdentityTransform, TransformedBbox

from geo.render.print import style
from geo.render.print.fonts import font, width_mm
from geo.render.print.projection import Floats

MM_PER_INCH = 25.4
MM_PER_POINT = MM_PER_INCH / 72


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on paper, in millimetres."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def top(self) -> float:
        return self.bottom + self.height

    def inset(self, by: float) -> "Box":
        return Box(self.left + by, self.bottom + by, self.width - 2 * by, self.height - 2 * by)

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )


class Paper:
    """`width` and `height` in millimetres. `order` in the methods is what lies above what: higher is above."""

    def __init__(self, width: float, height: float, transparent: bool = False) -> None:
        self.width, self.height, self.transparent = width, height, transparent
        self._clips: dict[Box, TransformedBbox] = {}
        self.figure = Figure(figsize=(width / MM_PER_INCH, height / MM_PER_INCH))
        self.figure.patch.set_facecolor("none" if transparent else style.PAPER)
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(0, height)
        self.axes.set_axis_off()

    def area(self, path: Path, order: float, clip: Box | None = None, **look: Any) -> None:
        self._add(PathPatch(path, zorder=order, **look), clip)

    def lines(self, lines: Sequence[Floats], order: float, clip: Box | None = None, **look: Any) -> None:
        """Open lines, each an array of (x, y)."""
        if lines:
            self._add(LineCollection(lines, zorder=order, capstyle="round", joinstyle="round", **look), clip)

    def box(self, box: Box, order: float, **look: Any) -> None:
        self._add(Rectangle((box.left, box.bottom), box.width, box.height, zorder=order, **look), None)

    def polygons(self, rings: Sequence[Floats], order: float, **look: Any) -> None:
        """Filled rings, each by itself: where two meet there is no hole."""
        self._add(PathCollection([Path(ring, closed=True) for ring in rings], zorder=order, **look), None)

    def polygon(self, corners: Sequence[tuple[float, float]], order: float, **look: Any) -> None:
        self.area(Path([*corners, corners[0]], closed=True), order, **look)

    def stamps(
        self, paths: Sequence[Path], radii: Sequence[float], places: Floats, order: float, clip: Box | None, **look: Any
    ) -> None:
        """One unit-sized path of a radius in millimetres at each place, later ones above earlier."""
        if len(places):
            sizes = [(radius / MM_PER_POINT) ** 2 for radius in radii]
            stamps = PathCollection(
                list(paths),
                sizes=sizes,
                offsets=places,
                offset_transform=self.axes.transData,
                zorder=order,
                transform=IdentityTransform(),
                **look,
            )
            self._add(stamps, clip)

    def write(
        self,
        text: str,
        x: float,
        y: float,
        points: float,
        family: str = style.SANS,
        colour: str = style.INK,
        halo: str = "",
        order: float = 50,
        clip: Box | None = None,
        **align: Any,
    ) -> None:
        """One line of plain text, its baseline at `y` unless `va` says otherwise; "$" and "{" mean themselves."""
        look = {"parse_math": False, "fontproperties": font(text, family, points), "va": "baseline", **align}
        artists = [self.axes.text(x, y, text, color=colour, zorder=order, **look)]
        if halo:  # a shadow of its own, so that the text itself stays text in a vector file
            artists.append(self.axes.text(x, y, text, color=halo, zorder=order - 0.1, **look))
            artists[1].set_path_effects([Stroke(linewidth=points * 0.28, foreground=halo)])
        if clip:
            for artist in artists:
                artist.set_clip_box(self._clip(clip))

    def written(self, text: str, x: float, y: float, points: float, family: str, ha: str = "left") -> Box:
        """The room a line takes with its baseline at (x, y)."""
        width, height = width_mm(text, family, points), points * MM_PER_POINT
        left = x - {"left": 0.0, "center": width / 2, "right": width}[ha]
        return Box(left, y - 0.25 * height, width, height)

    def _add(self, artist: Any, clip: Box | None) -> None:
        if isinstance(artist, LineCollection | PathCollection):
            self.axes.add_collection(artist, autolim=False)
        else:
            self.axes.add_artist(artist)
        if clip:
            artist.set_clip_box(self._clip(clip))

    def _clip(self, box: Box) -> TransformedBbox:
        """The same one for all that is cut to a box: to work out its corners costs more than to draw a line."""
        if box not in self._clips:
            bounds = Bbox.from_extents(box.left, box.bottom, box.right, box.top)
            self._clips[box] = TransformedBbox(bounds, self.axes.transData)
        return self._clips[box]
