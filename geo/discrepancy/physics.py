"""Duration of an unpowered flight from its range and apogee, held against the duration the same speaker gives."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from geo.discrepancy.interval import Interval
from geo.discrepancy.ledger import Entry
from geo.discrepancy.quantity import allowed
from geo.discrepancy.rules import Comparison, Flight
from geo.discrepancy.sentences import plain, speaker_words
from geo.model.claim import Attribute, Stance
from geo.model.finding import Finding, FindingClass
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.weapon import MissileClass, MissileType

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


@dataclass(frozen=True, slots=True)
class _Told:
    """Range (km), apogee (km) and duration (min) as one speaker gave them in one statement."""

    entries: tuple[Entry, Entry, Entry]
    sets: tuple[Interval, Interval, Interval]


def impossible_durations(current: Sequence[Entry], rules: Comparison) -> Iterator[Finding]:
    """Per statement that gives all three figures once: an inconsistency, or that the model does not reach it."""
    for told in _statements(current, rules):
        ground, height, _ = told.sets
        if height.lower < rules.flight.least_apogee_km or height.lower < rules.flight.least_ratio * ground.upper:
            yield _outside(told)
        elif ground.lower > 0 and ground.upper < math.pi * EARTH_RADIUS_KM:
            yield from _held_against(told, rules.flight)


def _statements(current: Sequence[Entry], rules: Comparison) -> Iterator[_Told]:
    groups: dict[tuple[object, object, object], list[Entry]] = {}
    for entry in current:
        if entry.claim.stance is not Stance.DENIED:
            groups.setdefault((entry.claimant, entry.statement, entry.claim.scope), []).append(entry)
    for group in groups.values():
        given = {attribute: [each for each in group if each.claim.attribute is attribute] for attribute in _FIGURES}
        if all(len(each) == 1 for each in given.values()) and not any(_is_launcher(each) for each in group):
            entries = (given[_FIGURES[0]][0], given[_FIGURES[1]][0], given[_FIGURES[2]][0])
            sets = [found for entry in entries if (found := _bounded(entry, rules)) is not None]
            if len(sets) == len(_FIGURES):
                yield _Told(entries, (sets[0], sets[1], sets[2]))


def _bounded(entry: Entry, rules: Comparison) -> Interval | None:
    """The figures of a claim that bounds them on both sides, in km or minutes."""
    value = entry.claim.value
    if not isinstance(value, Quantity) or value.qualifier not in (
        Qualifier.EXACT,
        Qualifier.ABOUT,
        Qualifier.BETWEEN,
    ):
        return None
    timed = entry.claim.attribute is Attribute.FLIGHT_TIME
    units = (Unit.SECONDS, Unit.MINUTES, Unit.HOURS)
    if (value.unit in units) is not timed or value.unit in (Unit.MISSILES, Unit.MACH, Unit.KM_PER_HOUR):
        return None
    return allowed(value, entry.claim.attribute, Unit.MINUTES if timed else Unit.KILOMETRES, rules)


def _is_launcher(entry: Entry) -> bool:
    value = entry.claim.value
    return isinstance(value, MissileType) and value.missile_class is MissileClass.SLV


def _held_against(told: _Told, limits: Flight) -> Iterator[Finding]:
    ground, height, lasted = told.sets
    corners = product((ground.lower, ground.upper), (height.lower, height.upper))
    computed = [duration_s(reach, top) for reach, top in corners]
    least, most = lasted.lower * 60 - max(computed), lasted.upper * 60 - min(computed)
    if most < limits.least_excess_s:
        yield _inconsistent(told, min(computed), most, limits)
    elif least > limits.most_excess_s:
        yield _inconsistent(told, max(computed), least, limits)


def _inconsistent(told: _Told, computed: float, excess: float, limits: Flight) -> Finding:
    """`computed` is the duration nearest to what was said, `excess` what was said minus it, both in seconds."""
    off = max(limits.least_excess_s - excess, excess - limits.most_excess_s)
    versus = f"{abs(excess):.0f} s {'shorter' if excess > 0 else 'longer'} than said"
    sentence = (
        f"{_figures(told)}: an unpowered flight so far and so high lasts {computed / 60:.1f} min, {versus}; "
        f"with its boost it should last {limits.least_excess_s:g} to {limits.most_excess_s:g} s more: "
        f"physically inconsistent ({ASSUMPTIONS}), rule physics-duration."
    )
    gap = Quantity(off, off, Qualifier.EXACT, Unit.SECONDS, f"{off:.0f} s")
    return _finding(told, FindingClass.PHYSICALLY_INCONSISTENT, "physics-duration", sentence, gap)


def _outside(told: _Told) -> Finding:
    sentence = (
        f"{_figures(told)}: too low or too flat to be held against the duration of an unpowered flight, "
        "rule physics-outside."
    )
    return _finding(told, FindingClass.NOT_COMPARABLE, "physics-outside", sentence, None)


def _figures(told: _Told) -> str:
    speaker = speaker_words(told.entries[0].claim.attribution.originator)
    words = [f"“{plain(entry.claim.value.verbatim)}”" for entry in told.entries]
    return f"{speaker} gave a range of {words[0]}, an altitude of {words[1]} and a flight time of {words[2]}"


def _finding(told: _Told, found: FindingClass, rule: str, sentence: str, gap: Quantity | None) -> Finding:
    ids = tuple(entry.id for entry in sorted(told.entries, key=lambda entry: entry.order))
    return Finding(Attribute.FLIGHT_TIME, ids, found, rule, sentence, gap)
