"""Lettering: seas and countries where they lie, launch places and towns beside theirs; nothing covers anything."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from geo.render.print import style
from geo.render.print.clusters import Cluster
from geo.render.print.frame import Frame
from geo.render.print.launches import Stamp, box_of, stamps_of
from geo.render.print.paper import MM_PER_POINT, Box, Paper
from geo.render.print.projection import Floats
from geo.render.print.ranges import is_inside
from geo.render.print.shapes import RADII
from geo.render.print.style import Type
from geo.render.print.vectors import Name, Vectors

_PIXEL_MM = 0.28  # a screen's pixel, OGC 06-042: web zooms are compared by it
_TILE_M = 156_543.03  # metres to the pixel at zoom 0 on the equator
MOST_TOWNS = 40
NO_LINES: Floats = np.empty((0, 2))
_LEAST_AREA = 8.0  # millimetres across, for an area to hold a figure


@dataclass(frozen=True, slots=True)
class Fixed:
    """A sea or a country: lines of text where they may stand in degrees (not the position of anything), best first."""

    lines: tuple[str, ...]
    spots: tuple[tuple[float, float], ...]  # longitude, latitude
    from_zoom: float
    to_zoom: float = 99
    is_sea: bool = False
    sea: str = ""


SEAS = (
    Fixed(
        ("East Sea /", "Sea of Japan"),
        ((132.6, 39.2), (130.6, 39.0), (129.6, 38.9), (134.5, 40.0)),
        3.4,
        99,
        True,
        "SEA_OF_JAPAN",
    ),
    Fixed(
        ("Yellow Sea /", "West Sea"),
        ((123.4, 36.0), (123.9, 38.1), (124.2, 37.6), (124.4, 38.2)),
        3.4,
        99,
        True,
        "YELLOW_SEA",
    ),
    Fixed(("Pacific Ocean",), ((147, 33), (152, 32), (160, 25)), 2.2, 99, True),
    Fixed(("East China Sea",), ((125.2, 29.5),), 4.2, 99, True),
    Fixed(("Sea of Okhotsk",), ((148, 50.5), (149, 54)), 3.4, 99, True),
)
COUNTRIES = (
    Fixed(("NORTH KOREA",), ((126.6, 40.3), (126.3, 39.6), (127.2, 40.6)), 3.6, 8),
    Fixed(("SOUTH KOREA",), ((128.0, 36.4), (127.8, 37.2)), 4, 8),
    Fixed(("JAPAN",), ((138.4, 36.5), (133.2, 34.8)), 3, 8),
    Fixed(("CHINA",), ((123.4, 42.8), (125.6, 42.6), (116, 35), (126.0, 41.9)), 2.2, 8),
    Fixed(("RUSSIA",), ((134.6, 46.5), (131.6, 43.8), (125, 57)), 2.2, 8),
    Fixed(("MONGOLIA",), ((105, 46.5),), 2.8, 6),
)


class Lettering:
    """Writes what finds room. `taken` are the boxes on paper already in use, `lines` points (n, 2) of lines on paper,
    which the names of seas and countries leave free where they can.
    """

    def __init__(
        self, paper: Paper, frame: Frame, vectors: Vectors, type_: Type, taken: Iterable[Box], lines: Floats = NO_LINES
    ) -> None:
        self.paper, self.frame, self.vectors, self.type, self.lines = paper, frame, vectors, type_, lines
        self.taken, self.figures, self.named = list(taken), list[Box](), set[str]()
        latitude = np.radians(frame.projection.latitude)
        self.zoom = float(np.log2(_TILE_M * np.cos(latitude) / (_PIXEL_MM * frame.metres)))

    def seas_and_countries(self) -> None:
        for label in (*SEAS, *COUNTRIES):
            if label.from_zoom <= self.zoom <= label.to_zoom:
                self._first_free(label)

    def places(self, clusters: Sequence[Cluster]) -> None:
        """The places of the launches by name, those with most launches first."""
        for cluster in clusters:
            box = box_of(cluster, self.type)
            if cluster.name and self._beside(cluster.name, box, self.type.name, style.BOLD, style.INK):
                self.named.add(cluster.name)

    def count(self, clusters: Sequence[Cluster]) -> None:
        """Beside each symbol that stands for several launches, how many."""
        for cluster in clusters:
            for stamp in stamps_of(cluster, self.type):
                if stamp.group.count > 1:
                    self._figure(f"{stamp.group.count:,}", stamp)

    def count_areas(self, counts: Mapping[str, int]) -> None:
        """How many launches are known to an area only, in the middle of it."""
        for area_id, count in sorted(counts.items()):
            if shapes := self.vectors.areas.get(area_id, ()):
                largest = max(shapes, key=lambda shape: len(shape.rings[0])).rings[0]
                corners = self.frame.place(largest[:, 0], largest[:, 1])
                if np.ptp(corners[:, 0]) < _LEAST_AREA:
                    continue
                x, y = corners.mean(axis=0)
                box = self.paper.written(f"{count:,}", float(x), float(y), self.type.text, style.BOLD, "center")
                self._area_figure(f"{count:,}", self._moved_free(box), box)

    def _area_figure(self, text: str, at: Box | None, box: Box) -> None:
        place = at or box
        x, y = place.left + place.width / 2, place.bottom + 0.25 * place.height
        self.taken.append(place)
        self.paper.write(
            text, x, y, self.type.text, style.ITALIC, style.QUIET, style.LAND, 26, self.frame.box, ha="center"
        )

    def _moved_free(self, box: Box) -> Box | None:
        """The box, moved a little where something stands there already; None when nothing near is free."""
        step = box.height
        moves = sorted(
            ((i * step, k * step) for i in range(-4, 5) for k in range(-4, 5)), key=lambda m: m[0] ** 2 + m[1] ** 2
        )
        moved = (Box(box.left + x, box.bottom + y, box.width, box.height) for x, y in moves)
        return next((each for each in moved if self._is_free(each)), None)

    def towns(self) -> None:
        written = 0
        for town in self.vectors.towns:
            if written < MOST_TOWNS and max(4.2, town.zoom) <= self.zoom and town.text not in self.named:
                written += self._town(town)

    def _figure(self, text: str, stamp: Stamp) -> None:
        """At the upper right of its symbol, or at the next corner where no other figure stands."""
        points, reach = self.type.small, RADII[stamp.group.size] * self.type.symbol
        corners = [(0.75, 0.6, "left"), (-0.75, 0.6, "right"), (0.75, -1.4, "left"), (-0.75, -1.4, "right")]
        spots = [(stamp.x + right * reach, stamp.y + up * reach, ha) for right, up, ha in corners]
        boxes = [self.paper.written(text, *spot[:2], points, style.BOLD, spot[2]) for spot in spots]
        free = [i for i, box in enumerate(boxes) if not any(box.meets(other) for other in self.figures)]
        x, y, ha = spots[free[0] if free else 0]
        self.figures.append(boxes[free[0] if free else 0])
        self.taken.append(self.figures[-1])
        self.paper.write(text, x, y, points, style.BOLD, style.INK, style.PAPER, 26, self.frame.box, ha=ha)

    def _first_free(self, label: Fixed) -> None:
        """At the first spot with room, best without a line; a sea also anywhere in view that is that sea."""
        points = self.type.name * (1.25 if label.is_sea else 1.1)
        family = style.ITALIC if label.is_sea else style.SANS
        step = points * MM_PER_POINT * 1.15
        spots = list(self._spots(label))
        for is_apart, (x, y) in itertools.product((True, False), spots):
            boxes = [
                self.paper.written(text, x, y - i * step, points, family, "center")
                for i, text in enumerate(label.lines)
            ]
            if is_apart and any(map(self._is_crossed, boxes)):
                continue
            if all(map(self._is_free, boxes)) and self._stands_in(label, boxes):
                colour = style.SEA_NAME if label.is_sea else style.LAND_NAME
                for i, text in enumerate(label.lines):
                    self.paper.write(text, x, y - i * step, points, family, colour, "", 15, ha="center")
                self.taken += boxes
                return

    def _spots(self, label: Fixed) -> Iterator[tuple[float, float]]:
        yield from (self.frame.place_of(*spot) for spot in label.spots)
        if label.sea:
            box = self.frame.box
            grid = [
                (box.left + box.width * i / 16, box.bottom + box.height * k / 12) for i in range(17) for k in range(13)
            ]
            middle = self.frame.place_of(*label.spots[0])
            yield from sorted(grid, key=lambda it: (np.hypot(it[0] - middle[0], it[1] - middle[1]), it))

    def _stands_in(self, label: Fixed, boxes: Sequence[Box]) -> bool:
        """Whether the words stand in their sea, as far as its outline tells; true for what has none."""
        rings = self.vectors.seas.get(label.sea, ())
        corners = np.array([(x, y) for box in boxes for x in (box.left, box.right) for y in (box.bottom, box.top)])
        longitude, latitude = self.frame.earth(corners[:, 0], corners[:, 1])
        return not rings or any(bool(is_inside(longitude, latitude, ring).all()) for ring in rings)

    def _town(self, town: Name) -> bool:
        x, y = self.frame.place_of(town.longitude, town.latitude)
        dot = Box(x - 0.4, y - 0.4, 0.8, 0.8)
        if not self._is_free(dot):
            return False
        points = self.type.name * 0.88
        if not self._beside(town.text, dot, points, style.SANS, style.TOWN):
            return False
        self.taken.append(dot)
        self.paper.box(
            Box(x - 0.32, y - 0.32, 0.64, 0.64), 14, facecolor=style.TOWN, edgecolor=style.LAND, linewidth=0.3
        )
        return True

    def _beside(self, text: str, of: Box, points: float, family: str, colour: str) -> bool:
        """Right of a box, else left, above or below it; False where there is no room."""
        high, middle = points * MM_PER_POINT, of.bottom + of.height / 2
        gap = 0.25 * high
        spots = (
            (of.right + gap, middle - 0.33 * high, "left"),
            (of.left - gap, middle - 0.33 * high, "right"),
            (of.right + gap, middle + 0.5 * high, "left"),
            (of.right + gap, middle - 1.2 * high, "left"),
            (of.left - gap, middle + 0.5 * high, "right"),
            (of.left - gap, middle - 1.2 * high, "right"),
            (of.left + of.width / 2, of.top + gap, "center"),
            (of.left + of.width / 2, of.bottom - high, "center"),
            (of.right, of.top, "left"),
            (of.right, of.bottom - 0.7 * high, "left"),
            (of.left, of.top, "right"),
            (of.left, of.bottom - 0.7 * high, "right"),
        )
        for x, y, ha in spots:
            box = self.paper.written(text, x, y, points, family, ha)
            if self._is_free(box):
                self.taken.append(box)
                self.paper.write(text, x, y, points, family, colour, style.LAND, 25, ha=ha)
                return True
        return False

    def _is_crossed(self, box: Box) -> bool:
        low, high = (box.left, box.bottom), (box.right, box.top)
        return bool(((self.lines > low) & (self.lines < high)).all(axis=1).any())

    def _is_free(self, box: Box) -> bool:
        return self.frame.box.inset(0.6).holds(box) and not any(box.meets(other) for other in self.taken)
