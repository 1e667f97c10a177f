"""Of which missile of several a value is said."""

import pytest

from geo.model.claim import Attribute, ScopeKind
from geo.model.quantity import Quantity
from tests.extraction.reader import reading_of

LEAD = "North Korea fired two missiles on Tuesday, the Joint Chiefs of Staff said. "
Told = list[tuple[Attribute, float, int | None]]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The first flew 430 km, the second 690 km.", [(Attribute.RANGE, 430, 1), (Attribute.RANGE, 690, 2)]),
        (
            "The first missile, sent up at 7:10 a.m., flew 430 km while the second rose to 60 km.",
            [(Attribute.RANGE, 430, 1), (Attribute.APOGEE, 60, 2)],
        ),
        ("The other flew about 690 km.", [(Attribute.RANGE, 690, 2)]),
        ("The missiles flew 430 and 690 km.", [(Attribute.RANGE, 430, 1), (Attribute.RANGE, 690, 2)]),
        ("The missiles flew 430 km.", [(Attribute.RANGE, 430, None)]),
        ("The second test flew 430 km.", [(Attribute.RANGE, 430, None)]),  # a test is no missile
        ("In the first stage it flew 430 km.", [(Attribute.RANGE, 430, None)]),
        ("It flew 430 km, the first missile launch this month.", [(Attribute.RANGE, 430, None)]),
    ],
)
def test_an_ordinal_numbers_the_missile(sentence: str, told: Told) -> None:
    claims = [c for c in reading_of(LEAD + sentence, "2021-10-19").claims if c.words == sentence]
    measured = [c for c in claims if c.attribute in (Attribute.RANGE, Attribute.APOGEE)]
    figures = [(c.attribute, c.value.lower, c.scope.index) for c in measured if isinstance(c.value, Quantity)]
    assert figures == told


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("One missile flew 190 km, it said.", True),  # of those launched, one
        ("One missile fell into the Sea of Japan, it said.", True),
        ("The North fired one missile, it said.", False),
        ("One missile was fired from Sinpo, it said.", False),
    ],
)
def test_one_that_flew_is_no_count_of_what_was_launched(sentence: str, part: bool) -> None:
    claims = reading_of(LEAD + sentence, "2021-10-19").claims
    (count,) = [c for c in claims if c.words == sentence and c.attribute is Attribute.COUNT]
    assert (count.scope.kind is ScopeKind.MISSILE) is part
