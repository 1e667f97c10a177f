"""Durations against range and apogee: the lofted tests of record, and what the model does not reach."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.detection import detect
from geo.discrepancy.physics import EARTH_RADIUS_KM, GRAVITY_KM3_S2, duration_s
from geo.model.claim import Attribute, Claim
from geo.model.finding import Finding, FindingClass
from geo.model.quantity import Unit
from geo.model.weapon import MissileClass
from tests.discrepancy.claims import SOURCES, claim, event, missile, quantity

RULES = load_comparison()
A = Attribute


def told(range_km: float, apogee_km: float, seconds: float) -> tuple[Claim, Claim, Claim]:
    return (
        claim(A.RANGE, quantity(range_km, unit=Unit.KILOMETRES), "KCNA"),
        claim(A.APOGEE, quantity(apogee_km, unit=Unit.KILOMETRES), "KCNA"),
        claim(A.FLIGHT_TIME, quantity(seconds, unit=Unit.SECONDS), "KCNA"),
    )


def physical(*claims: Claim) -> list[Finding]:
    return [each for each in detect(event(*claims), RULES, SOURCES) if each.rule.startswith("physics")]


@pytest.mark.parametrize(
    ("range_km", "apogee_km", "seconds", "excess"),
    [
        (930, 2800, 2340, 276),  # 2017-07-04
        (998, 3724.9, 2832, 245),  # 2017-07-28
        (1090, 6248.5, 4050, -25),  # 2022-03-24, a claim South Korea called false
        (999.2, 6040.9, 4135, 188),  # 2022-11-18
        (1001.2, 6648.4, 4491, 172),  # 2023-07-12
        (1001.2, 7687.5, 5156, 183),  # 2024-10-31
    ],
)
def test_lofted_tests_last_longer_than_an_unpowered_flight_but_for_one(
    range_km: float, apogee_km: float, seconds: float, excess: int
) -> None:
    assert round(seconds - duration_s(range_km, apogee_km)) == excess
    found = [each.finding_class for each in physical(*told(range_km, apogee_km, seconds))]
    assert found == ([FindingClass.PHYSICALLY_INCONSISTENT] if excess < 0 else [])


def test_the_sentence_names_figures_result_and_assumptions() -> None:
    (found,) = physical(*told(1090, 6248.5, 4050))
    for words in ("1090", "6248.5", "4050", "67.9 min", "25 s longer", "spherical Earth", "no drag"):
        assert words in found.sentence
    assert found.gap is not None and round(found.gap.lower) == 55
    assert len(found.claim_ids) == 3


def test_a_duration_far_too_long_is_inconsistent_too() -> None:
    (found,) = physical(*told(500, 1000, 1800))
    assert found.finding_class is FindingClass.PHYSICALLY_INCONSISTENT
    assert "shorter than said" in found.sentence


def test_low_flights_are_outside_the_model_and_said_to_be() -> None:
    (found,) = physical(*told(590, 60, 600))
    assert (found.finding_class, found.rule) == (FindingClass.NOT_COMPARABLE, "physics-outside")


def test_space_launchers_lists_and_two_speakers_are_not_checked() -> None:
    figures = told(1090, 6248.5, 4050)
    assert physical(*figures, claim(A.MISSILE_TYPE, missile(MissileClass.SLV), "KCNA")) == []
    assert physical(*figures, claim(A.RANGE, quantity(500, unit=Unit.KILOMETRES), "KCNA")) == []
    assert physical(*figures[:2], claim(A.FLIGHT_TIME, quantity(4050, unit=Unit.SECONDS), "ROK_JCS")) == []


@given(st.floats(1, 15_000), st.floats(1, 10_000))
def test_a_flight_lasts_longer_than_its_fall_from_the_top_without_air(range_km: float, apogee_km: float) -> None:
    """Twice the radial fall from rest at the apogee, closed form, bounds the arc from below."""
    top = EARTH_RADIUS_KM + apogee_km
    share = EARTH_RADIUS_KM / top
    fall = math.sqrt(top**3 / (2 * GRAVITY_KM3_S2)) * (math.acos(math.sqrt(share)) + math.sqrt(share * (1 - share)))
    assert duration_s(range_km, apogee_km) >= 2 * fall * (1 - 1e-6)


@pytest.mark.parametrize(("range_km", "apogee_km"), [(0, 100), (500, 0), (25_000, 100), (500, -1)])
def test_figures_no_arc_can_have_are_refused(range_km: float, apogee_km: float) -> None:
    with pytest.raises(ValueError, match="No ballistic arc"):
        duration_s(range_km, apogee_km)
