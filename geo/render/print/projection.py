"""Lambert's azimuthal equal-area projection on the sphere.

Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), equations 24-2
to 24-4 and 20-14 to 20-18. Areas are true everywhere and distances near the middle: what lies
within 1,000 km of it is drawn less than 0.4 % too long or too short. Degrees in, metres out;
arrays of any one shape.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.geocoding.geodesy import EARTH_RADIUS_KM

EARTH_RADIUS_M = EARTH_RADIUS_KM * 1000
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Projection:
    """Centred at `latitude` and `longitude`: there x and y are 0; x grows east, y north."""

    latitude: float
    longitude: float

    def forward(self, longitude: Floats, latitude: Floats) -> tuple[Floats, Floats]:
        """x and y in metres; what lies opposite the middle falls on the rim, 12,742 km out."""
        phi, turn = np.radians(latitude), np.radians(longitude - self.longitude)
        sine, cosine = np.sin(np.radians(self.latitude)), np.cos(np.radians(self.latitude))
        near = 1 + sine * np.sin(phi) + cosine * np.cos(phi) * np.cos(turn)
        scale = EARTH_RADIUS_M * np.sqrt(2 / np.maximum(near, 1e-9))
        x = scale * np.cos(phi) * np.sin(turn)
        return x, scale * (cosine * np.sin(phi) - sine * np.cos(phi) * np.cos(turn))

    def inverse(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Longitude (within half a turn of the middle) and latitude of points on the plane."""
        rho = np.maximum(np.hypot(x, y), 1e-6)
        angle = 2 * np.arcsin(np.minimum(rho / (2 * EARTH_RADIUS_M), 1))
        sine, cosine = np.sin(np.radians(self.latitude)), np.cos(np.radians(self.latitude))
        latitude = np.degrees(np.arcsin(np.clip(np.cos(angle) * sine + y * np.sin(angle) * cosine / rho, -1, 1)))
        east = x * np.sin(angle)
        north = rho * cosine * np.cos(angle) - y * sine * np.sin(angle)
        return self.longitude + np.degrees(np.arctan2(east, north)), latitude


def destinations(latitude: float, longitude: float, bearings: Floats, metres: float) -> tuple[Floats, Floats]:
    """Longitudes and latitudes of the points `metres` away in directions 0 north, 90 east; longitudes run on.

    Great circles on the sphere (Veness, "Calculate distance, bearing and more between
    latitude/longitude points"; the same formula as static/geodesic.js).
    """
    angle, phi, theta = metres / EARTH_RADIUS_M, np.radians(latitude), np.radians(bearings)
    sine = np.clip(np.sin(phi) * np.cos(angle) + np.cos(phi) * np.sin(angle) * np.cos(theta), -1, 1)
    east = np.arctan2(np.sin(theta) * np.sin(angle) * np.cos(phi), np.cos(angle) - np.sin(phi) * sine)
    return longitude + np.degrees(east), np.degrees(np.arcsin(sine))
