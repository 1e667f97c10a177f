"""Lettering on paper: the name of a sea leaves the lines of claimed ranges free where it can, and is never dropped."""

import numpy as np
import pytest

from geo.catalogue.basemap import load_basemap
from geo.render.print.frame import fit
from geo.render.print.labels import NO_LINES, SEAS, Lettering
from geo.render.print.paper import Box, Paper
from geo.render.print.projection import Floats
from geo.render.print.sheet import Extent, Size
from geo.render.print.style import TYPES
from geo.render.print.vectors import load

FRAME = fit(Extent(39.0, 132.0, 1_200_000, 1_000_000), Box(0, 0, 120, 100))
MERIDIAN = FRAME.place(np.full(400, SEAS[0].spots[0][0]), np.linspace(34, 44, 400))  # through the usual spot
EVERYWHERE = np.array([(x, y) for x in range(120) for y in range(100)], dtype=float)


def sea_boxes(lines: Floats) -> list[Box]:
    """Where "East Sea / Sea of Japan" stands, a box a line."""
    lettering = Lettering(Paper(120, 100), FRAME, load(load_basemap().folder), TYPES[Size.PAGE], (), lines)
    lettering._first_free(SEAS[0])
    return lettering.taken


def crossed(boxes: list[Box], lines: Floats) -> bool:
    return any(box.holds(Box(float(x), float(y), 0, 0)) for box in boxes for x, y in lines)


@pytest.mark.parametrize(
    ("lines", "is_free"),
    [
        (NO_LINES, True),
        (MERIDIAN, True),
        (EVERYWHERE, False),  # no room anywhere: a name across a line is better than a sea without its names
    ],
)
def test_a_sea_is_named_beside_the_lines(lines: Floats, is_free: bool) -> None:
    boxes = sea_boxes(lines)
    assert len(boxes) == len(SEAS[0].lines)
    assert crossed(boxes, lines) is not is_free


def test_the_meridian_runs_through_the_usual_spot() -> None:
    assert crossed(sea_boxes(NO_LINES), MERIDIAN)
