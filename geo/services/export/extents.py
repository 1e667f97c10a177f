"""Which part of the earth a picture shows: what the screen shows, what is asked for, or where the launches are."""

import math
from collections.abc import Iterable

from geo.geocoding.geodesy import EARTH_RADIUS_KM
from geo.model.mapview import Symbol
from geo.model.place import Point
from geo.render.print.sheet import Extent
from geo.services.export.shown import Shown

SCREEN = (760, 560, 0)  # pixels of the live map on a usual screen: its size is not in the address
_METRES_PER_DEGREE = math.pi * EARTH_RADIUS_KM * 1000 / 180
_EQUATOR_M = 6_378_137  # its radius
_PIXEL_AT_EQUATOR = 2 * math.pi * _EQUATOR_M / 256  # metres, web map at zoom 0
_ROUND = 1.16  # how much more than the launches is shown
_LEAST_M = 90_000.0
_KOREA = (124.0, 37.6, 131.2, 43.1)  # west, south, east, north: what is shown when there is nothing to fit


def extent_of(shown: Shown) -> Extent:
    """The request's bounds, else where the live map looks, else the selected launch, else all launches."""
    if shown.request.bounds:
        return of_bounds(shown.request.bounds)
    if shown.request.place:
        return of_screen(shown.request.place, shown.request.frame or SCREEN)
    if shown.selected is not None and shown.selected.marks:
        return of_launch(shown.selected)
    return of_launches(shown.view.symbols)


def of_screen(place: tuple[int, int, int], frame: tuple[int, int, int]) -> Extent:
    """What the live map shows: its middle in 0.0001 degree and zoom in hundredths, its size and hidden foot in pixels.

    What is seen has its middle half the hidden foot above that of the map (web Mercator, EPSG:3857).
    """
    width, height, hidden = frame
    longitude, scale = place[1] / 10_000, 2 ** (place[2] / 100)
    up = math.asinh(math.tan(math.radians(place[0] / 10_000))) + hidden / 2 * _PIXEL_AT_EQUATOR / scale / _EQUATOR_M
    latitude = math.degrees(math.atan(math.sinh(up)))
    pixel = _PIXEL_AT_EQUATOR * math.cos(math.radians(latitude)) / scale
    return Extent(latitude, longitude, width * pixel, (height - hidden) * pixel)


def of_bounds(bounds: tuple[float, float, float, float]) -> Extent:
    west, south, east, north = bounds
    latitude = (south + north) / 2
    widest = 0 if south <= 0 <= north else min(abs(south), abs(north))
    width = (east - west) * _METRES_PER_DEGREE * math.cos(math.radians(widest))
    return Extent(latitude, (west + east) / 2, max(width, 1_000.0), max((north - south) * _METRES_PER_DEGREE, 1_000.0))


def of_launch(symbol: Symbol) -> Extent:
    """The launch's places with their radii, and the distances claimed for it."""
    points = [(mark.point, mark.radius_m) for mark in symbol.marks if mark.point]
    if not points:
        return of_bounds(_KOREA)
    reach = max((each.upper_m or each.lower_m for each in symbol.ranges), default=0.0)
    farthest = min(reach, 9_000_000.0)
    return _around([(point, max(radius * 2.5, farthest if i == 0 else 0)) for i, (point, radius) in enumerate(points)])


def of_launches(symbols: Iterable[Symbol]) -> Extent:
    """Korea, and every launch."""
    west, south, east, north = _KOREA
    points = [symbol.marks[0].point for symbol in symbols if symbol.marks and symbol.marks[0].point]
    corners = [(Point(south, west), 0.0), (Point(north, east), 0.0), *((point, 0.0) for point in points if point)]
    return _around(corners)


def _around(points: list[tuple[Point, float]]) -> Extent:
    """Around points, each with metres on every side. Longitudes are taken as near to the first as they come."""
    first = points[0][0].longitude
    boxes = [_box(point, metres, first) for point, metres in points]
    west, south = min(box[0] for box in boxes), max(min(box[1] for box in boxes), -89.0)
    east, north = max(box[2] for box in boxes), min(max(box[3] for box in boxes), 89.0)
    latitude = (south + north) / 2
    width = (east - west) * _METRES_PER_DEGREE * math.cos(math.radians(latitude))
    height = (north - south) * _METRES_PER_DEGREE
    return Extent(latitude, (west + east) / 2, max(width * _ROUND, _LEAST_M), max(height * _ROUND, _LEAST_M))


def _box(point: Point, metres: float, near: float) -> tuple[float, float, float, float]:
    longitude = point.longitude - 360 * round((point.longitude - near) / 360)
    up = metres / _METRES_PER_DEGREE
    along = up / max(math.cos(math.radians(point.latitude)), 0.05)
    return longitude - along, point.latitude - up, longitude + along, point.latitude + up
