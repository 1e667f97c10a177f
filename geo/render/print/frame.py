"""Where the map stands on the paper, and what point of the paper a point of the earth is."""

from dataclasses import dataclass

import numpy as np

from geo.render.print.paper import Box
from geo.render.print.projection import Floats, Projection, destinations
from geo.render.print.sheet import Extent

MOST_ACROSS_M = 16_000_000.0  # a little more than a hemisphere


@dataclass(frozen=True, slots=True)
class Frame:
    """`box` in millimetres shows the earth around the middle of the projection, `metres` to the millimetre."""

    box: Box
    projection: Projection
    metres: float

    def place(self, longitude: Floats, latitude: Floats) -> Floats:
        """Points on paper as an array of (x, y)."""
        x, y = self.projection.forward(longitude, latitude)
        return np.column_stack(
            (
                self.box.left + self.box.width / 2 + x / self.metres,
                self.box.bottom + self.box.height / 2 + y / self.metres,
            )
        )

    def place_of(self, longitude: float, latitude: float) -> tuple[float, float]:
        x, y = self.place(np.array([longitude]), np.array([latitude]))[0]
        return float(x), float(y)

    def earth(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Longitudes and latitudes of points on paper."""
        east = (x - self.box.left - self.box.width / 2) * self.metres
        return self.projection.inverse(east, (y - self.box.bottom - self.box.height / 2) * self.metres)

    def circle(self, longitude: float, latitude: float, metres: float) -> Floats:
        """All points at this distance over the ground."""
        return self.place(*destinations(latitude, longitude, np.linspace(0, 360, 73), metres))

    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north of what the frame shows; longitudes run on around the middle."""
        grid_x, grid_y = np.meshgrid(
            np.linspace(self.box.left, self.box.right, 25), np.linspace(self.box.bottom, self.box.top, 25)
        )
        longitude, latitude = self.earth(grid_x.ravel(), grid_y.ravel())
        west, east = float(longitude.min()), float(longitude.max())
        if float(latitude.max()) > 87 or east - west > 300:
            west, east = self.projection.longitude - 180, self.projection.longitude + 180
        return west, float(latitude.min()), east, float(latitude.max())


def fit(extent: Extent, box: Box) -> Frame:
    """The frame that shows all of the extent, as large as the box allows."""
    metres = max(extent.width_m / box.width, extent.height_m / box.height)
    metres = min(metres, MOST_ACROSS_M / max(box.width, box.height))
    return Frame(box, Projection(extent.latitude, extent.longitude), metres)
