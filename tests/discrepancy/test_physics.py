"""Durations against range and apogee: the lofted tests of record, and what the model does not reach."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.detection import detect
from geo.discrepancy.physics import EARTH_RADIUS_KM, GRAVITY_KM3_S2, duration_s
from geo.geocoding.land import Land
from geo.model.claim import Attribute, Claim
from geo.model.finding import Finding, FindingClass
from geo.model.place import Place, Relation
from geo.model.quantity import Unit
from geo.model.weapon import LandingArea, MissileClass, Platform, PlatformKind
from tests.discrepancy.claims import (
    HAMGYONG,
    SOURCES,
    SOUTH,
    at_least,
    claim,
    event,
    missile,
    named,
    quantity,
    town,
)

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


def fast(mach: float, range_km: float, minutes: float) -> list[Finding]:
    return physical(
        claim(A.SPEED, quantity(mach, unit=Unit.MACH), "KCNA"),
        claim(A.RANGE, quantity(range_km, unit=Unit.KILOMETRES), "KCNA"),
        claim(A.FLIGHT_TIME, quantity(minutes, unit=Unit.MINUTES), "KCNA"),
    )


@pytest.mark.parametrize(
    ("mach", "range_km", "minutes", "inconsistent"),
    [
        (5, 1000, 5, True),  # 12,000 km/h on average, Mach 5 is at most 6,125
        (12, 1500, 10, False),  # 9,000 km/h on average; the greatest speed is higher
        (5, 500, 10, False),
        (0.7, 1500, 126, False),  # a cruise missile at 714 km/h
        (0.7, 1500, 60, True),
    ],
)
def test_a_mean_speed_above_the_speed_said_is_inconsistent(
    mach: float, range_km: float, minutes: float, inconsistent: bool
) -> None:
    found = fast(mach, range_km, minutes)
    assert [each.rule for each in found] == (["physics-speed"] if inconsistent else [])
    for each in found:
        assert each.attribute is A.SPEED
        assert "km/h on average" in each.sentence and "speed of sound" in each.sentence


SUNAN = town("Sunan", "gn-sunan", "KP-01", (39.2, 125.67))


@pytest.mark.parametrize(
    ("range_km", "area", "inconsistent"),
    [
        (2700, "PACIFIC", False),  # over Hokkaido
        (450, "PACIFIC", True),  # the nearest Pacific waters are beyond Japan
        (800, "SEA_OF_JAPAN", False),
        (4500, "SEA_OF_JAPAN", True),  # flies beyond it
        (60, "SEA_OF_JAPAN", True),  # does not cross the peninsula
        (60, "YELLOW_SEA", False),
    ],
)
def test_a_landing_is_held_against_range_and_launch_place(range_km: float, area: str, inconsistent: bool) -> None:
    claims = (
        claim(A.LAUNCH_PLACE, named("Sunan", SUNAN)),
        claim(A.RANGE, quantity(range_km, unit=Unit.KILOMETRES)),
        claim(A.LANDING_AREA, LandingArea(area, area.lower())),
    )
    found = physical(*claims)
    assert [each.rule for each in found] == (["physics-landing"] if inconsistent else [])
    assert all("Sunan" in each.sentence and "coarsely" in each.sentence for each in found)


def test_two_speakers_places_are_all_tried_before_a_landing_is_called_impossible() -> None:
    far = (claim(A.RANGE, quantity(450, unit=Unit.KILOMETRES), "KCNA"), claim(A.LANDING_AREA, PACIFIC, "KCNA"))
    near_it = town("Kushiro", "gn-k", "", (42.98, 144.38))
    places = claim(A.LAUNCH_PLACE, named("Sunan", SUNAN)), claim(A.LAUNCH_PLACE, named("K", near_it), "JAPAN_MOD")
    assert physical(*far, *places) == []
    assert len(physical(*far, places[0])) == 1


OKUSHIRI = town("Okushiri", "gn-okushiri", "", (42.15, 139.48), 15_000)  # 1,220 km from Sunan


@pytest.mark.parametrize(
    ("range_km", "away_km", "bearing", "inconsistent"),
    [
        (1000, 250, 270, False),  # 250 km short of the island, on the way
        (1000, 250, 90, True),  # beyond the island it is 1,450 km: half a point and a tenth are allowed, not so much
        (1450, 250, 90, False),
        (1250, 250, 0, False),  # to the side
        (700, 250, 270, True),
        (1000, 250, None, False),  # no direction: anywhere around the island
        (1450, 250, None, False),
        (800, 250, None, True),
        (1800, 250, None, True),
    ],
)
def test_a_landing_beside_a_place_is_held_against_range_and_launch_place(
    range_km: float, away_km: float, bearing: float | None, inconsistent: bool
) -> None:
    distance = quantity(away_km, unit=Unit.KILOMETRES)
    landing = LandingArea("", "off Okushiri", None, distance, "Okushiri", bearing, OKUSHIRI)
    claims = (
        claim(A.LAUNCH_PLACE, named("Sunan", SUNAN)),
        claim(A.RANGE, quantity(range_km, unit=Unit.KILOMETRES)),
        claim(A.LANDING_AREA, landing),
    )
    found = physical(*claims)
    assert [each.rule for each in found] == (["physics-landing-beside"] if inconsistent else [])
    for each in found:
        assert "such point lies" in each.sentence and "the radii of both places" in each.sentence
        assert ("half a point of the compass" in each.sentence) is (bearing is not None)


@pytest.mark.parametrize(
    "landing",
    [
        LandingArea("", "somewhere", None, quantity(250, unit=Unit.KILOMETRES), "Nowhere", 270),  # never looked up
        LandingArea("", "off Hamgyong", None, quantity(250, unit=Unit.KILOMETRES), "Hamgyong", 90, HAMGYONG),
        LandingArea("", "off a province", None, quantity(250, unit=Unit.KILOMETRES), "South Hamgyong", 90, SOUTH),
        LandingArea("", "far off", None, at_least(250, Unit.KILOMETRES), "Okushiri", None, OKUSHIRI),  # no upper end
    ],
)
def test_a_landing_beside_what_has_no_point_tells_nothing(landing: LandingArea) -> None:
    claims = (
        claim(A.LAUNCH_PLACE, named("Sunan", SUNAN)),
        claim(A.RANGE, quantity(60, unit=Unit.KILOMETRES)),
        claim(A.LANDING_AREA, landing),
    )
    assert physical(*claims) == []


PACIFIC = LandingArea("PACIFIC", "the Pacific")
# An island of one degree, 111 km from south to north, in a sea five degrees wide.
ISLAND = Land((120.0, 35.0, 130.0, 45.0), [[[[124, 40], [125, 40], [125, 41], [124, 41], [124, 40]]]])
INLAND = town("Inland", "gn-inland", "", (40.5, 124.5), 5000)
COAST = town("Coast", "gn-coast", "", (40.99, 124.5), 5000)
AT_SEA = town("At sea", "gn-sea", "", (38.0, 124.5), 5000)
ABROAD = town("Abroad", "gn-abroad", "", (50.0, 124.5), 5000)


@pytest.mark.parametrize(
    ("platform", "place", "relation", "inconsistent"),
    [
        (PlatformKind.SUBMARINE, INLAND, Relation.NEAR, True),
        (PlatformKind.SUBMARINE, COAST, Relation.NEAR, False),  # its radius reaches the sea
        (PlatformKind.SUBMARINE, AT_SEA, Relation.AT, False),
        (PlatformKind.TRAIN, AT_SEA, Relation.AT, True),
        (PlatformKind.TEL, COAST, Relation.NEAR, False),
        (PlatformKind.TEL, INLAND, Relation.OFF, True),  # "off" is the sea
        (PlatformKind.UNDERWATER_PLATFORM, INLAND, Relation.NEAR, False),  # lakes have been used
        (PlatformKind.TRAIN, ABROAD, Relation.AT, False),  # no outline of that part of the world
        (PlatformKind.AIRCRAFT, AT_SEA, Relation.AT, False),
    ],
)
def test_a_platform_is_held_against_land_and_sea(
    platform: PlatformKind, place: Place, relation: Relation, inconsistent: bool
) -> None:
    launch = event(
        claim(A.PLATFORM, Platform(platform, False, str(platform))),
        claim(A.LAUNCH_PLACE, named(place.name, place, relation), "JAPAN_MOD"),
    )
    found = [each for each in detect(launch, RULES, SOURCES, land=lambda: ISLAND) if each.rule == "platform-ground"]
    assert [each.finding_class for each in found] == [FindingClass.PHYSICALLY_INCONSISTENT] * inconsistent
    without = detect(launch, RULES, SOURCES)
    assert relation is Relation.OFF or not any(each.rule == "platform-ground" for each in without)


def told_by(speaker: str, far: float, high: float) -> tuple[Claim, Claim]:
    return (
        claim(A.RANGE, quantity(far, unit=Unit.KILOMETRES), speaker, f"r-{speaker}"),
        claim(A.APOGEE, quantity(high, unit=Unit.KILOMETRES), speaker, f"r-{speaker}"),
    )


@pytest.mark.parametrize(
    ("one", "other", "exchanged"),
    [
        ((500, 550), (550, 500), True),
        ((540, 360), (365, 545), True),  # within the tolerance
        ((500, 550), (500, 550), False),
        ((500, 510), (510, 500), False),  # agree as they stand
        ((500, 550), (550, 900), False),  # one figure only
        ((1000, 100), (100, 1000), True),
    ],
)
def test_range_and_altitude_the_other_way_around_look_exchanged(
    one: tuple[float, float], other: tuple[float, float], exchanged: bool
) -> None:
    launch = event(*told_by("ROK_JCS", *one), *told_by("JAPAN_MOD", *other))
    found = [each for each in detect(launch, RULES, SOURCES) if each.finding_class is FindingClass.LOOKS_EXCHANGED]
    assert len(found) == exchanged
    for each in found:
        assert len(each.claim_ids) == 4 and each.flags == ("looks exchanged",)
