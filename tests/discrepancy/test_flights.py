"""One missile of several, recognised by another measure, and lists that are not what they seem."""

from dataclasses import replace

import pytest

from geo.model.claim import Attribute, Claim, Scope, ScopeKind
from geo.model.report import Citation
from tests.discrepancy.claims import KM, about, around, claim, clock, quantity
from tests.discrepancy.test_parts import breath, contradictions, found

A = Attribute
Flight = tuple[int | None, float, float]  # number of the missile, distance and height in km


def flights(speaker: str, report: str, *told: Flight) -> tuple[Claim, ...]:
    """Each flight in a sentence of its own."""
    return tuple(
        each
        for start, (number, distance, height) in enumerate(told)
        for each in breath(
            100 * start,
            claim(A.RANGE, about(distance, KM), speaker, report, scope=_of(number)),
            claim(A.APOGEE, about(height, KM), speaker, report, scope=_of(number)),
        )
    )


def _of(number: int | None) -> Scope:
    return Scope(ScopeKind.MISSILE, number) if number else Scope()


@pytest.mark.parametrize(
    ("seoul", "other", "speaker", "expected"),
    [
        # the second flew 400 km as the other's only one did: their heights are of one missile
        ([(1, 150, 20), (2, 400, 1000)], [(None, 400, 1413)], "KCNA", ["altitude-disjoint"]),
        ([(1, 150, 20), (2, 400, 1000)], [(None, 400, 1010)], "KCNA", []),
        ([(1, 150, 20), (2, 400, 1000)], [(None, 800, 1413)], "KCNA", []),  # no distance of either
        ([(1, 395, 20), (2, 400, 1000)], [(None, 400, 1413)], "KCNA", []),  # both flew so far
        # "the first" of both, and other numbers of one missile
        ([(1, 360, 540), (3, 760, 60)], [(1, 300, 550), (2, 750, 50)], "JAPAN_MOD", ["distance-disjoint"]),
        ([(1, 360, 540), (3, 760, 60)], [(1, 355, 550), (2, 750, 50)], "JAPAN_MOD", []),
        ([(1, 360, 540), (3, 660, 540)], [(1, 300, 550), (2, 750, 50)], "JAPAN_MOD", []),  # two of that height
        ([(1, 150, 20), (2, 400, 1000)], [(None, 400, 1413)], "ROK_MILITARY", []),  # offices of one government
    ],
)
def test_a_measure_that_agrees_makes_two_values_one_missiles(
    seoul: list[Flight], other: list[Flight], speaker: str, expected: list[str]
) -> None:
    told = (*flights("ROK_JCS", "r-1", *seoul), *flights(speaker, "r-2", *other))
    assert contradictions(*told) == expected
    if expected:
        flagged = [each for each in found(*told) if each.finding_class.is_contradiction]
        assert any("one flight by its" in flag for each in flagged for flag in each.flags)


def test_a_looser_wording_beside_a_time_makes_no_second_missile() -> None:
    """7:06 and 7:25 by one; "around seven", 7:00 in another's words is one time said twice."""
    seoul = [claim(A.LAUNCH_TIME, clock(7, minute), report="r-1") for minute in (6, 25)]
    outlet = [
        claim(A.LAUNCH_TIME, clock(7, 0), "OUTLET", "r-2"),
        claim(A.LAUNCH_TIME, around(7, 0, 5), "OUTLET", "r-2"),
    ]
    counts = [claim(A.COUNT, quantity(2), report="r-1"), claim(A.COUNT, quantity(2), "OUTLET", "r-2")]
    assert contradictions(*seoul, *outlet, *counts) == []
    third = claim(A.LAUNCH_TIME, clock(7, 40), "OUTLET", "r-2")
    assert contradictions(*seoul, outlet[0], third, *counts) == ["time-disjoint"]


def test_a_row_of_a_table_does_not_say_which_missile_its_figures_are_of() -> None:
    row = Citation("CSIS", "https://example.org/", "r-9")
    seoul = flights("ROK_JCS", "r-1", (1, 760, 1920), (2, 350, 50))
    table = [replace(each, evidence=row) for each in flights("JAPAN_MOD", "r-2", (None, 760, 69))]
    assert contradictions(*seoul, *table) == []
