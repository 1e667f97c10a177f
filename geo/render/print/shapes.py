"""The symbols' outlines, of radius 1, as static/symbols.js draws them."""

from collections.abc import Sequence

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from geo.model.errors import ModelError

RADII = {1: 1.0, 2: 1.36, 3: 1.73}  # by size, as 5.5, 7.5 and 9.5 pixels on screen
RING = 0.55  # how far the dark ring stands off, in radii of a small symbol


def shape(name: str) -> Path:
    """The path of a shape of the legend; ModelError for an unknown one."""
    if name not in _SHAPES:
        raise ModelError(f"There is no symbol of shape {name!r}.")
    return _SHAPES[name]


def circle(radius: float = 1.0) -> Path:
    return Path.unit_circle().transformed(Affine2D().scale(radius))


def _polygon(corners: Sequence[tuple[float, float]]) -> Path:
    """Corners with y upwards."""
    return Path([*corners, corners[0]], closed=True)


def _star() -> Path:
    angles = np.pi * np.arange(10) / 5 + np.pi / 2
    reach = np.where(np.arange(10) % 2 == 0, 1.15, 0.5)
    return _polygon(list(zip(np.cos(angles) * reach, np.sin(angles) * reach, strict=True)))


def _cross() -> Path:
    arm, half = 0.95, 0.34
    plus = [
        (-half, -arm), (half, -arm), (half, -half), (arm, -half), (arm, half), (half, half),
        (half, arm), (-half, arm), (-half, half), (-arm, half), (-arm, -half), (-half, -half),
    ]  # fmt: skip
    return _polygon([((x - y) * np.sqrt(0.5), (x + y) * np.sqrt(0.5)) for x, y in plus])


_SHAPES = {
    "circle": circle(0.92),
    "square": _polygon([(-0.82, -0.82), (0.82, -0.82), (0.82, 0.82), (-0.82, 0.82)]),
    "diamond": _polygon([(0, 1.12), (1.12, 0), (0, -1.12), (-1.12, 0)]),
    "triangle": _polygon([(0, 1.1), (1, -0.75), (-1, -0.75)]),
    "star": _star(),
    "chevron": _polygon([(0, 1), (1, -0.2), (1, -0.9), (0, 0.15), (-1, -0.9), (-1, -0.2)]),
    "cross": _cross(),
}
