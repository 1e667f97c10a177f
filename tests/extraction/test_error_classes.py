"""One row for each class of error that was mended: what a sentence says, or does not."""

import pytest

from geo.model.claim import Attribute, Claim
from geo.model.launch import MentionRole, NoticeKind
from geo.model.place import NamedPlace
from geo.model.quantity import Quantity
from geo.model.weapon import LandingArea, MissileType, Outcome, Platform
from tests.extraction.reader import reading_of

LEAD = "North Korea fired a missile on Tuesday, the Joint Chiefs of Staff said. "
TUESDAY = "2021-10-19"


def told(claim: Claim) -> object:
    """A value in its shortest form."""
    value = claim.value
    if isinstance(value, Quantity):
        return value.lower
    if isinstance(value, NamedPlace):
        return value.toponym.name
    if isinstance(value, MissileType):
        return value.name or str(value.missile_class)
    if isinstance(value, Platform | Outcome):
        return str(value.kind)
    return value.area if isinstance(value, LandingArea) else value.verbatim


@pytest.mark.parametrize(
    ("sentence", "attribute", "expected"),
    [
        ("It did not reach Japan's soil or its exclusive economic zone.", Attribute.LANDING_AREA, [""]),  # outside
        ("09:40 KST - The North fires a missile, the army says.", Attribute.LAUNCH_TIME, []),  # a live blog's stamp
        ("If the North were to fire a ballistic missile, it would fall into the sea.", Attribute.MISSILE_TYPE, []),
        ("It broke up before dropping into the sea.", Attribute.OUTCOME, []),  # on the way down: no failure
        ("It broke up shortly after the launch.", Attribute.OUTCOME, ["failure"]),
        ("The North failed to put its first satellite into orbit.", Attribute.OUTCOME, ["failure"]),
        ("It was the North's first attempt to put a satellite into orbit.", Attribute.OUTCOME, []),
        ("At least seven had been confirmed, Tokyo said.", Attribute.COUNT, [7]),
        ("The North fired about 360 km-range missiles.", Attribute.COUNT, []),
        ("A submarine launched four Bulavas.", Attribute.PLATFORM, ["submarine"]),
        ("The missile came from a wheeled launcher.", Attribute.PLATFORM, ["TEL"]),
        ("They were cruise missiles named Pulhwasal-3-31.", Attribute.MISSILE_TYPE, ["Pulhwasal-3-31"]),
        ("It fired two Musudans.", Attribute.MISSILE_TYPE, ["Musudan"]),
        ("They flew for 7 557 seconds and 9 118 seconds.", Attribute.FLIGHT_TIME, [7557, 9118]),
        ("They flew 430 km, and a day later the JCS revised that to 600 km.", Attribute.RANGE, [430, 600]),
        ("It fell into the sea after about 60 km.", Attribute.RANGE, [60]),
        ("It took 12 minutes to hit its target.", Attribute.FLIGHT_TIME, [12]),
        (
            "It could fly 5,000 km, but it flew 800 km this time.",
            Attribute.RANGE,
            [800],  # the potential range ends with its clause
        ),
        ("It was fired at Jakdo-dong.", Attribute.LAUNCH_PLACE, ["Jakdo-dong"]),
        (
            "They were fired from Sunan, Kaechon in South Pyongan Province and Hamhung in South Hamgyong Province.",
            Attribute.LAUNCH_PLACE,
            ["Sunan", "Kaechon", "Hamhung"],
        ),
        ("It was fired from the Sea Dragon, a 3,000-ton submarine.", Attribute.LAUNCH_PLACE, []),  # a boat
        ("Its second stage failed, crashing into the Yellow Sea.", Attribute.LANDING_AREA, ["YELLOW_SEA"]),
        ("Its second stage fell into the Yellow Sea.", Attribute.LANDING_AREA, []),
        ("It was launched at 6:53 a.m. and flew on before it fell.", Attribute.LAUNCH_TIME, ["6:53 a.m."]),
        ("It was fired at 6:57 a.m. and passed over Japan at 7:04 a.m.", Attribute.LAUNCH_TIME, ["6:57 a.m."]),
    ],
)
def test_a_sentence_says_so_much(sentence: str, attribute: Attribute, expected: list[object]) -> None:
    reading = reading_of(LEAD + sentence, TUESDAY)
    assert [
        told(claim) for claim in reading.claims if claim.words == sentence and claim.attribute is attribute
    ] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday the North had fired 23 missiles.",  # had: not the launch of Tuesday
        "Six days earlier the North fired two missiles.",
        "A day earlier, the North had fired a short-range missile from Wonsan.",
        "The short-range missile launched Monday flew 570 km.",
        "The South said in January that the North had flown a missile 570 km.",
        "South Korea fired three missiles of its own.",  # another country's
    ],
)
def test_what_another_launch_did_is_not_this_ones(sentence: str) -> None:
    reading = reading_of(LEAD + sentence, TUESDAY)
    roles = {mention.key: mention.role for mention in reading.mentions}
    claims = [claim for claim in reading.claims if claim.words == sentence]
    assert claims and all(roles[claim.launch] is MentionRole.BACKGROUND for claim in claims)


def test_another_countrys_launch_keeps_its_country() -> None:
    reading = reading_of(LEAD + "South Korea fired three ballistic missiles of its own.", TUESDAY)
    assert {(mention.role, mention.country) for mention in reading.mentions} == {
        (MentionRole.SUBJECT, "KP"),
        (MentionRole.BACKGROUND, "KR"),
    }


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("North Korea has tested a powerful solid-fuel engine, state media said. Kim watched the test.", "engine"),
        ("A U.S. destroyer shot down a mock ballistic missile on Tuesday. The target was fired at noon.", "defence"),
        ("Kim and Putin have met at a space launch centre. Before the talks the North fired a missile.", "talks"),
        ("The allies shared data on North Korean missile launches on Tuesday.", "tells of a launch of its own"),
        ("The allies began an annual exercise on Tuesday. The North fired a missile last week.", "exercise"),
    ],
)
def test_a_report_of_something_else_says_of_what(text: str, why: str) -> None:
    reading = reading_of(text, TUESDAY)
    (notice,) = [notice for notice in reading.notices if notice.kind is NoticeKind.NOT_A_LAUNCH]
    assert not reading.is_launch_report and why in notice.sentence


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a missile during the allies' exercise on Tuesday, hours before the summit.",
        "Hours after a summit, North Korea fired a missile on Tuesday.",
        "Iran on Tuesday unveiled and test-fired a new ballistic missile, state TV said.",  # shown, and flown as well
        "Condemned by the Security Council, North Korea fired a missile again on Tuesday.",
    ],
)
def test_an_occasion_beside_a_launch_is_no_other_matter(text: str) -> None:
    assert reading_of(text, TUESDAY).is_launch_report
