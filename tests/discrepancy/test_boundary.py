"""Claims that make no sense are refused with their id and the reason; the rest is compared."""

from dataclasses import replace
from typing import Any

import pytest

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.boundary import refusals
from geo.discrepancy.detection import detect
from geo.discrepancy.preference import prefer
from geo.model.claim import Attribute, Claim
from geo.model.quantity import Unit
from geo.services.library import open_library
from geo.services.record_of_launches import assess
from tests.discrepancy.claims import KM, MISSILES, SOURCES, claim, clock, event, named, quantity

RULES = load_comparison()
A = Attribute
GOOD = (claim(A.COUNT, quantity(1)), claim(A.COUNT, quantity(2), "JAPAN_MOD", "r-2"))


def broken(of: Claim, **changes: Any) -> Claim:
    """A claim as damaged data would make it: past the checks of the model's constructors."""
    for name, value in changes.items():
        object.__setattr__(of, name, value)
    return of


def reversed_range() -> Claim:
    return claim(A.RANGE, broken_value(quantity(430, 450, unit=KM)))


def broken_value(value: Any) -> Any:
    object.__setattr__(value, "upper", 400.0)
    return value


def zoneless() -> Claim:
    value = clock(10, 17)
    object.__setattr__(value, "zone_basis", None)
    return claim(A.LAUNCH_TIME, value)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (broken(claim(A.COUNT, quantity(1)), value=None), "has no value"),
        (reversed_range(), "reversed interval, from 430 to 400"),
        (claim(A.RANGE, quantity(5, unit=MISSILES)), "given in missiles, which measures no range"),
        (claim(A.RANGE, quantity(5, unit=Unit.MINUTES)), "given in min, which measures no range"),
        (zoneless(), "nothing says why it is read in it"),
        (claim(A.COUNT, quantity(1), "NOBODY_KNOWN"), "speaker 'NOBODY_KNOWN' is not in the list"),
        (claim(A.COUNT, named("Sinpo", None)), "A NamedPlace is no count"),
    ],
)
def test_a_claim_that_makes_no_sense_is_refused_and_the_rest_compared(bad: Claim, reason: str) -> None:
    (refused,) = refusals((*GOOD, bad), SOURCES)
    assert refused.claim_id == bad.id
    assert reason in refused.reason
    assert detect(event(*GOOD, bad), RULES, SOURCES) == detect(event(*GOOD), RULES, SOURCES)
    assert bad.id not in prefer(event(*GOOD, bad), RULES, SOURCES).preferred.values()


def test_two_different_claims_of_one_id_are_both_refused() -> None:
    one = claim(A.RANGE, quantity(430, unit=KM))
    other = broken(replace(one, words="Another sentence."), id=one.id)
    (refused,) = refusals((*GOOD, one, other), SOURCES)
    assert (refused.claim_id, refused.reason) == (one.id, "Two different claims have this id; neither is compared.")
    assert detect(event(*GOOD, one, other), RULES, SOURCES) == detect(event(*GOOD), RULES, SOURCES)


def test_the_very_same_claim_twice_is_no_fault() -> None:
    assert refusals((*GOOD, *GOOD), SOURCES) == ()


def test_the_launch_tells_what_was_refused() -> None:
    bad = claim(A.RANGE, quantity(5, unit=MISSILES))
    assessed, _ = assess(event(*GOOD, bad), open_library())
    assert [each.sentence for each in assessed.notices if bad.id in each.sentence]
