"""A claimed distance as lines over the earth: an arc on the side of the sea named, a ring where none is.

The same rules as static/geodesic.js and static/claimed_range.js, so that screen and paper agree.
"""

import itertools

import numpy as np

from geo.model.mapview import ClaimedRange
from geo.model.place import Point
from geo.render.print.projection import Floats, destinations
from geo.render.print.vectors import Vectors

_WHOLE = 360


def lines_of_ranges(origin: Point, claimed: ClaimedRange, vectors: Vectors) -> list[tuple[Floats, Floats]]:
    """(longitudes, latitudes) of each arc, a point a degree."""
    sea = vectors.seas.get(claimed.sea, ())
    found = []
    for metres in distances(claimed):
        arcs = _arcs_towards(origin, metres, sea) if sea else [(0.0, float(_WHOLE))]
        for low, high in arcs:
            bearings = np.linspace(low, high, max(2, int(np.ceil(high - low)) + 1))
            found.append(destinations(origin.latitude, origin.longitude, bearings, metres))
    return found


def distances(claimed: ClaimedRange) -> list[float]:
    """Radii in metres, the longest last."""
    if claimed.upper_m is None:
        return [claimed.lower_m]
    return [claimed.lower_m, claimed.upper_m] if 0 < claimed.lower_m < claimed.upper_m else [claimed.upper_m]


def range_in_words(claimed: ClaimedRange) -> str:
    lower, upper = claimed.lower_m / 1000, (claimed.upper_m or 0) / 1000
    if claimed.upper_m is None:
        return f"at least {lower:,.0f} km"
    if claimed.lower_m == claimed.upper_m:
        return f"{upper:,.0f} km"
    return f"{lower:,.0f}–{upper:,.0f} km" if claimed.lower_m else f"up to {upper:,.0f} km"


def _arcs_towards(origin: Point, metres: float, rings: tuple[Floats, ...]) -> list[tuple[float, float]]:
    longitude, latitude = destinations(origin.latitude, origin.longitude, np.arange(float(_WHOLE)), metres)
    inside = np.zeros(_WHOLE, dtype=bool)
    for ring in rings:
        inside ^= is_inside(longitude, latitude, ring)
    return _runs(inside) if inside.any() else [_sector(origin, rings)]


def is_inside(longitude: Floats, latitude: Floats, ring: Floats) -> np.ndarray:
    """Even-odd rule on the plane of the coordinates."""
    middle = (ring[:, 0].min() + ring[:, 0].max()) / 2
    east = longitude - _WHOLE * np.round((longitude - middle) / _WHOLE)
    inside = np.zeros(len(east), dtype=bool)
    for (x0, y0), (x1, y1) in itertools.pairwise(ring):
        crosses = (y0 > latitude) != (y1 > latitude)
        at = (x1 - x0) * (latitude - y0) / (y1 - y0 if y1 != y0 else 1) + x0
        inside ^= crosses & (east < at)
    return inside


def _runs(flags: np.ndarray) -> list[tuple[float, float]]:
    """Runs of true around the compass, in degrees; a run over north ends beyond 360."""
    if flags.all():
        return [(0.0, float(_WHOLE))]
    starts = np.flatnonzero(flags & ~np.roll(flags, 1))
    ends = np.flatnonzero(flags & ~np.roll(flags, -1))
    return [(float(s), float(min((e for e in ends if e >= s), default=ends[0] + _WHOLE))) for s in starts]


def _sector(origin: Point, rings: tuple[Floats, ...]) -> tuple[float, float]:
    """The directions under which a sea lies: bearings of its corners, unwrapped along each ring."""
    corners = np.concatenate([np.unwrap(_bearings(origin, ring), period=_WHOLE) for ring in rings])
    low, high = float(corners.min()), float(corners.max())
    return (0.0, float(_WHOLE)) if high - low >= _WHOLE - 1 else (low, high)


def _bearings(origin: Point, ring: Floats) -> Floats:
    phi, other = np.radians(origin.latitude), np.radians(ring[:, 1])
    east = np.radians(ring[:, 0] - origin.longitude)
    x = np.cos(phi) * np.sin(other) - np.sin(phi) * np.cos(other) * np.cos(east)
    bearings: Floats = np.degrees(np.arctan2(np.sin(east) * np.cos(other), x)) % _WHOLE
    return bearings
