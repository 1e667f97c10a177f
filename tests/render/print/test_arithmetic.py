"""Figures of the printed map against figures from elsewhere."""

import numpy as np
import pytest
from geopy.distance import great_circle

from geo.render.print.frame import fit
from geo.render.print.graticule import meridian, parallel, step_for
from geo.render.print.paper import Box
from geo.render.print.projection import Projection, destinations
from geo.render.print.scale_bar import nice_length, width_on_paper
from geo.render.print.sheet import Extent

# Snyder 1987, p. 332: azimuthal equal-area on the unit sphere, centre 40° N 100° W, point 20° S 100° E.
SNYDER_X, SNYDER_Y = -4.2339303, 4.0257775
SNYDER_RADIUS = 3.0


def test_the_projection_gives_the_figures_of_its_source() -> None:
    x, y = Projection(40, -100).forward(np.array([100.0]), np.array([-20.0]))
    factor = SNYDER_RADIUS / 6_371_008.8
    assert (float(x[0]) * factor, float(y[0]) * factor) == pytest.approx((SNYDER_X, SNYDER_Y), abs=2e-4)


@pytest.mark.parametrize("point", [(127.0, 39.0), (179.5, 52.0), (-170.0, -10.0), (128.2, 40.0)])
def test_what_is_projected_comes_back(point: tuple[float, float]) -> None:
    projection = Projection(40.0, 128.2)
    longitude, latitude = projection.inverse(*projection.forward(np.array([point[0]]), np.array([point[1]])))
    assert float(latitude[0]) == pytest.approx(point[1], abs=1e-6)
    assert (float(longitude[0]) - point[0]) % 360 == pytest.approx(0, abs=1e-6) or point[0] < 0


@pytest.mark.parametrize("latitude", [0.0, 39.0, 60.0])
def test_the_scale_bar_is_true_at_the_latitude_of_the_map(latitude: float) -> None:
    frame = fit(Extent(latitude, 127.0, 600_000, 500_000), Box(10, 10, 200, 160))
    millimetres = width_on_paper(frame, 100_000)
    x, y = frame.box.left + frame.box.width / 2, frame.box.bottom + frame.box.height / 2
    longitudes, latitudes = frame.earth(np.array([x - millimetres / 2, x + millimetres / 2]), np.array([y, y]))
    ends = list(zip(latitudes, longitudes, strict=True))
    assert great_circle(*ends).km == pytest.approx(100, rel=1e-3)


@pytest.mark.parametrize(("most", "length"), [(149_000, 100_000), (250_000, 200_000), (999, 500), (34, 30)])
def test_a_scale_bar_has_a_round_length(most: float, length: float) -> None:
    assert nice_length(most) == length


def test_a_circle_is_everywhere_as_far_from_its_middle() -> None:
    longitudes, latitudes = destinations(40.0, 128.2, np.linspace(0, 350, 36), 600_000)
    assert {round(great_circle((40.0, 128.2), place).km) for place in zip(latitudes, longitudes, strict=True)} == {600}


@pytest.mark.parametrize(
    ("value", "words"), [(128.0, "128° E"), (-120.0, "120° W"), (190.0, "170° W"), (180.0, "180°"), (0.0, "0°")]
)
def test_meridians_are_named(value: float, words: str) -> None:
    assert meridian(value) == words


def test_parallels_are_named_and_few() -> None:
    assert (parallel(39.5), parallel(-10.0), parallel(0.0)) == ("39.5° N", "10° S", "0°")
    assert step_for(5.0) == 1 and step_for(0.7) == 0.1 and step_for(170) == 30
