"""Duration of an unpowered flight from its range and apogee, held against the duration the same speaker gives."""

import math
from collections.abc import Iterator, Sequence
from itertools import product

from geo.discrepancy.entry import Entry
from geo.discrepancy.figures import Told, told_together
from geo.discrepancy.findings import finding_of
from geo.discrepancy.rules import Comparison, Flight, Verdict
from geo.model.claim import Attribute
from geo.model.finding import Finding, FindingClass
from geo.model.quantity import Qualifier, Quantity, Unit

EARTH_RADIUS_KM = 6371.0088  # IUGG mean radius
GRAVITY_KM3_S2 = 398600.4418  # Earth's gravitational parameter, WGS 84
ASSUMPTIONS = "spherical Earth, no rotation, no drag, no thrust"
_FIGURES = (Attribute.RANGE, Attribute.APOGEE, Attribute.FLIGHT_TIME)


def duration_s(range_km: float, apogee_km: float) -> float:
    """Seconds from surface to surface of the ellipse with that ground range and apogee altitude.

    Half-angle p = range / 2 Re, r = Re + apogee, e = (r - Re) / (r - Re cos p), a = r / (1 + e);
    Kepler's equation from true anomaly 180° - p to 180°, twice. ValueError unless the apogee
    is positive and the range lies above zero and below half the circumference.
    """
    half = range_km / (2 * EARTH_RADIUS_KM)
    if apogee_km <= 0 or not 0 < half < math.pi / 2:
        raise ValueError(f"No ballistic arc has a range of {range_km} km and an apogee of {apogee_km} km.")
    top = EARTH_RADIUS_KM + apogee_km
    eccentricity = (top - EARTH_RADIUS_KM) / (top - EARTH_RADIUS_KM * math.cos(half))
    axis = top / (1 + eccentricity)
    squeeze = math.sqrt((1 - eccentricity) / (1 + eccentricity))
    anomaly = 2 * math.atan(squeeze * math.tan((math.pi - half) / 2))
    mean = anomaly - eccentricity * math.sin(anomaly)
    return 2 * (math.pi - mean) * math.sqrt(axis**3 / GRAVITY_KM3_S2)


def impossible_durations(current: Sequence[Entry], rules: Comparison) -> Iterator[Finding]:
    """Per statement that gives all three figures once: an inconsistency, or that the model does not reach it."""
    for told in told_together(current, _FIGURES, rules):
        ground, height = told.sets[Attribute.RANGE], told.sets[Attribute.APOGEE]
        if height.lower < rules.flight.least_apogee_km or height.lower < rules.flight.least_ratio * ground.upper:
            yield _outside(told)
        elif ground.lower > 0 and ground.upper < math.pi * EARTH_RADIUS_KM:
            yield from _held_against(told, rules.flight)


def _held_against(told: Told, limits: Flight) -> Iterator[Finding]:
    ground, height, lasted = (told.sets[each] for each in _FIGURES)
    corners = product((ground.lower, ground.upper), (height.lower, height.upper))
    computed = [duration_s(reach, top) for reach, top in corners]
    least, most = lasted.lower * 60 - max(computed), lasted.upper * 60 - min(computed)
    if most < limits.least_excess_s:
        yield _inconsistent(told, min(computed), most, limits)
    elif least > limits.most_excess_s:
        yield _inconsistent(told, max(computed), least, limits)


def _inconsistent(told: Told, computed: float, excess: float, limits: Flight) -> Finding:
    """`computed` is the duration nearest to what was said, `excess` what was said minus it, both in seconds."""
    off = max(limits.least_excess_s - excess, excess - limits.most_excess_s)
    versus = f"{abs(excess):.0f} s {'shorter' if excess > 0 else 'longer'} than said"
    sentence = (
        f"{told.words()}: an unpowered flight so far and so high lasts {computed / 60:.1f} min, {versus}; "
        f"with its boost it should last {limits.least_excess_s:g} to {limits.most_excess_s:g} s more: "
        f"physically inconsistent ({ASSUMPTIONS}), rule physics-duration."
    )
    gap = Quantity(off, off, Qualifier.EXACT, Unit.SECONDS, f"{off:.0f} s")
    return _finding(told, FindingClass.PHYSICALLY_INCONSISTENT, "physics-duration", sentence, gap)


def _outside(told: Told) -> Finding:
    sentence = (
        f"{told.words()}: too low or too flat to be held against the duration of an unpowered flight, "
        "rule physics-outside."
    )
    return _finding(told, FindingClass.NOT_COMPARABLE, "physics-outside", sentence, None)


def _finding(told: Told, found: FindingClass, rule: str, sentence: str, gap: Quantity | None) -> Finding:
    return finding_of(tuple(told.entries.values()), Verdict(found, rule, "", gap), sentence, Attribute.FLIGHT_TIME)
