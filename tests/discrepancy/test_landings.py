"""Two landings: how far and in which direction from which place, and in which waters."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.comparison import compare
from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.model.place import Place
from geo.model.weapon import EezSide, LandingArea
from tests.discrepancy.claims import KM, SOUTH, about, at_least, claim, quantity, town

RULES = load_comparison()
OKUSHIRI = town("Okushiri", "gn-okushiri", "", (42.15, 139.48), 15_000)
OSHIMA = town("Oshima-Oshima", "gn-oshima", "", (41.51, 139.37), 5_000)  # 72 km south of Okushiri
SAME_ISLAND = replace(OKUSHIRI, name="奥尻島")
AGREES, LESS, OVERLAPS = FindingClass.AGREES, FindingClass.LESS_PRECISE, FindingClass.OVERLAPPING
MINOR, MAJOR, APART = FindingClass.CONTRADICTORY_MINOR, FindingClass.CONTRADICTORY_MAJOR, FindingClass.NOT_COMPARABLE
SILENT = FindingClass.SILENT


def off(
    place: Place | None, away: float, bearing: float | None, area: str = "", eez: EezSide | None = None
) -> LandingArea:
    name = place.name if place else "Nowhere"
    return LandingArea(area, f"{away:g} km off {name}", eez, about(away, KM), name, bearing, place)


def waters(area: str, eez: EezSide | None = None) -> LandingArea:
    return LandingArea(area, area.lower(), eez)


WEST, NORTHWEST, EAST = 270.0, 315.0, 90.0
OPEN = LandingArea("", "200 km or more west of Okushiri", None, at_least(200, KM), "Okushiri", WEST, OKUSHIRI)
RANGE = LandingArea("", "200 to 300 km", None, quantity(200, 300, unit=KM), "Okushiri", WEST, OKUSHIRI)


@pytest.mark.parametrize(
    ("one", "other", "found", "rule"),
    [
        (off(OKUSHIRI, 250, WEST), off(SAME_ISLAND, 250, WEST), AGREES, "distance-equal"),  # one entry, two spellings
        (off(OKUSHIRI, 250, WEST), off(OKUSHIRI, 150, WEST), MAJOR, "distance-disjoint"),
        (off(OKUSHIRI, 250, WEST), off(OKUSHIRI, 250, None), LESS, "landing-contains"),
        (off(OKUSHIRI, 250, WEST), off(OKUSHIRI, 250, EAST), MAJOR, "landing-beside-disjoint"),  # 500 km apart
        (off(OKUSHIRI, 250, WEST), off(OKUSHIRI, 250, NORTHWEST), OVERLAPS, "landing-beside-overlap"),  # next point
        (off(OKUSHIRI, 250, WEST), off(OSHIMA, 250, WEST), OVERLAPS, "landing-beside-overlap"),
        (off(OKUSHIRI, 40, EAST), off(OSHIMA, 250, WEST), MAJOR, "landing-beside-disjoint"),
        (off(None, 250, WEST), off(None, 250, EAST), APART, "place-unresolved"),  # directions from an unknown place
        (off(None, 250, WEST), off(OSHIMA, 250, WEST), SILENT, "landing-silent"),
        (OPEN, off(OSHIMA, 250, WEST), SILENT, "landing-silent"),  # no upper end, no region
        (RANGE, off(OSHIMA, 250, WEST), OVERLAPS, "landing-beside-overlap"),
        (off(OKUSHIRI, 250, WEST), waters("SEA_OF_JAPAN"), LESS, "landing-beside-contains"),
        (off(OKUSHIRI, 250, WEST), waters("PACIFIC"), MAJOR, "landing-beside-disjoint"),
        (off(OKUSHIRI, 250, WEST), waters("SEA_OF_JAPAN", EezSide.OUTSIDE), OVERLAPS, "landing-beside-overlap"),
        (
            off(OKUSHIRI, 250, WEST, eez=EezSide.INSIDE),
            waters("SEA_OF_JAPAN", EezSide.OUTSIDE),
            MAJOR,
            "landing-disjoint",
        ),
        (off(OKUSHIRI, 250, None), waters("PACIFIC"), SILENT, "landing-silent"),  # no direction, no region
        (off(OKUSHIRI, 250, WEST), waters("LAKE_UNKNOWN"), SILENT, "landing-silent"),  # no outline
        (off(OKUSHIRI, 250, WEST, "SEA_OF_JAPAN"), waters("PACIFIC"), MAJOR, "landing-disjoint"),
        (off(OKUSHIRI, 250, WEST, "SEA_OF_JAPAN"), off(OKUSHIRI, 250, WEST), LESS, "landing-contains"),
    ],
)
def test_two_landings(one: LandingArea, other: LandingArea, found: FindingClass, rule: str) -> None:
    first, second = claim(Attribute.LANDING_AREA, one), claim(Attribute.LANDING_AREA, other, "JAPAN_MOD")
    for there in (compare(first, second, RULES), compare(second, first, RULES)):
        assert (there.finding_class, there.rule) == (found, rule)


def test_the_gap_between_two_directions_is_told_in_kilometres() -> None:
    west, east = (claim(Attribute.LANDING_AREA, off(OKUSHIRI, 250, each)) for each in (WEST, EAST))
    verdict = compare(west, east, RULES)
    assert verdict.gap is not None
    assert 150 < verdict.gap.lower < 350  # 500 km less twice the radius of what half a point and a tenth make
    assert "between the regions" in verdict.detail


LANDINGS = st.builds(
    LandingArea,
    st.sampled_from(["", "SEA_OF_JAPAN", "PACIFIC"]),
    st.just("as said"),
    st.sampled_from([None, *EezSide]),
    st.none() | st.builds(about, st.integers(0, 3000), st.just(KM)),
    st.sampled_from(["Okushiri", "Oshima"]),
    st.sampled_from([None, 0.0, WEST, EAST]),
    st.sampled_from([None, OKUSHIRI, OSHIMA, SOUTH]),
)


@settings(deadline=None)
@given(LANDINGS, LANDINGS)
def test_landings_compare_the_same_both_ways_and_none_contradicts_itself(one: LandingArea, other: LandingArea) -> None:
    first, second = claim(Attribute.LANDING_AREA, one), claim(Attribute.LANDING_AREA, other, "JAPAN_MOD")
    there, back = compare(first, second, RULES), compare(second, first, RULES)
    assert (there.finding_class, there.rule, there.gap) == (back.finding_class, back.rule, back.gap)
    assert (there.precise is None) is (back.precise is None)
    assert not compare(first, first, RULES).finding_class.is_contradiction
