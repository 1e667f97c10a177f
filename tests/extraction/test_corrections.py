"""What a speaker is told to have changed: the old value is an earlier statement, the new one stands."""

import pytest

from geo.model.claim import Attribute, Claim
from geo.model.report import EARLIER_STATEMENT
from tests.extraction.reader import originators, reading_of

TUESDAY = "2021-06-01"
LEAD = "North Korea fired a missile on Tuesday. "


def withdrawn(claim: Claim) -> bool:
    return claim.said is not None and claim.said.note == EARLIER_STATEMENT


@pytest.mark.parametrize(
    ("text", "attribute", "old", "new"),
    [
        (
            "The JCS initially said it flew 650 km but later revised the distance to 700 km.",
            "range",
            "650 km",
            "700 km",
        ),
        ("The JCS, which had earlier put the range at 650 km, corrected it to 700 km.", "range", "650 km", "700 km"),
        ("Tokyo said the altitude was 1,500 km, later corrected to 1,900 km.", "apogee", "1,500 km", "1,900 km"),
        ("The JCS updated the altitude from 1,500 km to 1,900 km.", "apogee", "1,500", "1,900 km"),
        ("It flew 900 km, the JCS said, revising an initial estimate of 650 km.", "range", "650 km", "900 km"),
        # over two sentences of one speaker
        (
            "The JCS said it flew 650 km. The JCS later updated its estimate, saying it flew 900 km.",
            "range",
            "650 km",
            "900 km",
        ),
        (
            "The JCS said it left Sunan at 7 a.m. It later said it was launched at 7:40 a.m.",
            "launch_time",
            "7 a.m.",
            "7:40 a.m.",
        ),
        (
            "The JCS said it had fired two missiles. It had initially put the number at one.",
            "count",
            "one",
            "two missiles",
        ),
        (
            "It was fired from Wonsan, the JCS said, correcting an earlier statement that it was launched from Sinpo.",
            "launch_place",
            "Sinpo",
            "Wonsan",
        ),
    ],
)
def test_the_old_value_is_marked_and_the_new_one_stands(text: str, attribute: str, old: str, new: str) -> None:
    claims = [claim for claim in reading_of(LEAD + text, TUESDAY).claims if claim.attribute.value == attribute]
    assert {(words(claim), withdrawn(claim)) for claim in claims} == {(old, True), (new, False)}
    assert len({originators(claim) for claim in claims}) == 1


def words(claim: Claim) -> str:
    value = claim.value
    return getattr(value, "verbatim", "") or value.toponym.verbatim  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "The JCS said it flew 650 km, and Tokyo later said it flew 700 km.",  # two speakers
        "The JCS said it flew 650 km at 50 km and later corrected the altitude to 60 km.",  # the range was not changed
    ],
)
def test_what_nobody_changed_stands(text: str) -> None:
    ranges = [claim for claim in reading_of(LEAD + text, TUESDAY).claims if claim.attribute is Attribute.RANGE]
    assert ranges and not any(map(withdrawn, ranges))
