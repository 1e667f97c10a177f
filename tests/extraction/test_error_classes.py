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
        ("The first flew 430 km, the second 690.", Attribute.RANGE, [430, 690]),  # the unit is told once
        ("It flew 930 km and reached 2,800 km.", Attribute.APOGEE, [2800]),
        ("They flew 450 km and 60 km in altitude.", Attribute.RANGE, [450]),
        ("Each flew for 690 km.", Attribute.RANGE, [690]),  # "for" before a length is no duration
        ("It hit open water 787 km away.", Attribute.RANGE, [787]),
        ("The distance from Vladivostok was 97 km.", Attribute.RANGE, []),  # between places
        ("It flew 600 km, while Tokyo put the distance at 650 km.", Attribute.RANGE, [600, 650]),
        ("It flew for 45 minutes and could have gone on for an hour.", Attribute.FLIGHT_TIME, [45]),
        ("Its warhead hit the sea after about 20 minutes.", Attribute.FLIGHT_TIME, [20]),
        ("It had the potential to travel 15,000 km.", Attribute.RANGE, []),
        ("Suppose the next one falls into the Pacific.", Attribute.LANDING_AREA, []),
        ("It is not expected to come down within Japan's EEZ.", Attribute.LANDING_AREA, [""]),  # outside
        ("The missiles were fired at 8 a.m. and noon.", Attribute.LAUNCH_TIME, ["8 a.m.", "noon"]),
        ("It was fired at 8:51 a.m. and fell 26 km off the coast.", Attribute.LAUNCH_TIME, ["8:51 a.m."]),
        ("It was fired at 10:30 p.m. EDT Monday and passed over Japan.", Attribute.LAUNCH_TIME, ["10:30 p.m. EDT"]),
        ("It was fired from Sinpo, South Hamgyong.", Attribute.ADMIN_AREA, ["South Hamgyong"]),  # no noun needed
        ("It was fired from Sunan, in Pyongyang.", Attribute.LAUNCH_PLACE, ["Sunan"]),  # where Sunan lies
        (
            "One was fired from Musudan-ri and the others, of two kinds, from Kitdaeryong.",
            Attribute.LAUNCH_PLACE,
            ["Musudan-ri", "Kitdaeryong"],
        ),
        (
            "It was fired from Sunan, the JCS said, while Tokyo said it was fired from Kusong.",
            Attribute.LAUNCH_PLACE,
            ["Sunan", "Kusong"],
        ),
        ("The launch from North Korea was no threat to North America.", Attribute.LAUNCH_PLACE, []),
        ("It flew 250 km northeast from Wonsan.", Attribute.LAUNCH_PLACE, ["Wonsan"]),
        ("The Hwasong 2 missile was launched.", Attribute.COUNT, []),  # a number that belongs to a name
        ("The missile tested on July 28 flew on.", Attribute.COUNT, []),  # a day of the month
        ("Seoul counted eight.", Attribute.COUNT, [8]),
        ("Tokyo detected three missile launches.", Attribute.COUNT, [3]),
        ("It was the 11th ballistic missile this year.", Attribute.MISSILE_TYPE, []),  # a rank
        ("It launched one ICBM-class ballistic missile.", Attribute.MISSILE_TYPE, ["ICBM"]),
        ("It tested two non-ballistic missiles.", Attribute.MISSILE_TYPE, []),
        ("It was the Hwasong-16B.", Attribute.MISSILE_TYPE, ["Hwasong-16B"]),
        ("It fired Kinzhal hypersonic missiles.", Attribute.MISSILE_TYPE, []),  # another country's
        ("No object entered orbit.", Attribute.OUTCOME, ["failure"]),
        ("Its attempt to put a reconnaissance satellite into orbit ended in failure.", Attribute.OUTCOME, ["failure"]),
        ("It blew up after a successful underwater ejection.", Attribute.OUTCOME, ["failure"]),
        ("There was no indication it was fired from a submarine.", Attribute.PLATFORM, []),
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
        "Last Thursday the North said it had tested a short-range missile.",  # said days before this launch
        "It was the first since 1980, when a Hwasong-5 flew 300 km.",
    ],
)
def test_what_another_launch_did_is_not_this_ones(sentence: str) -> None:
    reading = reading_of(LEAD + sentence, TUESDAY)
    roles = {mention.key: mention.role for mention in reading.mentions}
    claims = [claim for claim in reading.claims if claim.words == sentence]
    assert claims and all(roles[claim.launch] is MentionRole.BACKGROUND for claim in claims)


def test_an_apposition_about_the_past_leaves_the_launch_its_own() -> None:
    sentence = "It was launched at 5:28 a.m. from Kusong, the site of a failed test in May 2016."
    reading = reading_of(LEAD + sentence, TUESDAY)
    roles = {mention.key: mention.role for mention in reading.mentions}
    told_of = {claim.attribute: roles[claim.launch] for claim in reading.claims if claim.words == sentence}
    assert told_of == {
        Attribute.LAUNCH_TIME: MentionRole.SUBJECT,
        Attribute.LAUNCH_PLACE: MentionRole.SUBJECT,
        Attribute.OUTCOME: MentionRole.BACKGROUND,
    }


def test_what_a_missile_is_likened_to_is_another_launch() -> None:
    sentence = "It may be an intermediate-range ballistic missile like the Hwasong-12 that crossed Japan on Aug. 29."
    reading = reading_of(LEAD + sentence, TUESDAY)
    roles = {mention.key: mention.role for mention in reading.mentions}
    assert [(told(claim), roles[claim.launch]) for claim in reading.claims if claim.words == sentence] == [
        ("IRBM", MentionRole.SUBJECT),
        ("Hwasong-12", MentionRole.BACKGROUND),
    ]


def test_an_answer_in_kind_is_no_launch_to_compare() -> None:
    sentence = "A day later the United States fired eight ballistic missiles in response."
    assert not [claim for claim in reading_of(LEAD + sentence, TUESDAY).claims if claim.words == sentence]


def test_ministry_officials_speak_for_the_ministry_named_before() -> None:
    text = "Japan's Defense Ministry said the North fired a missile. Ministry officials said it flew 500 km."
    speakers = {
        claim.attribution.originator.source_ids
        for claim in reading_of(text).claims
        if claim.attribute is Attribute.RANGE
    }
    assert speakers == {("JAPAN_MOD",)}


def test_a_sentence_may_turn_to_another_countrys_launch() -> None:
    text = (
        "North Korea fired two ballistic missiles on Tuesday, hours before Seoul tested a submarine-launched missile."
    )
    reading = reading_of(text, TUESDAY)
    roles = {mention.key: (mention.role, mention.country) for mention in reading.mentions}
    assert [
        (told(claim), roles[claim.launch]) for claim in reading.claims if claim.attribute is Attribute.MISSILE_TYPE
    ] == [
        ("BALLISTIC", (MentionRole.SUBJECT, "KP")),
        ("SLBM", (MentionRole.BACKGROUND, "KR")),
    ]


def test_the_weekend_is_two_days_and_neither_is_chosen() -> None:
    (mention,) = reading_of("North Korea fired two missiles over the weekend, the JCS said.", "2021-03-24").mentions
    assert mention.day is not None
    assert (str(mention.day.first), str(mention.day.last)) == ("2021-03-20", "2021-03-21")


def test_what_some_of_them_did_goes_on_with_the_launch_before() -> None:
    text = LEAD + "Last month the North fired four missiles. Three of them fell into the Pacific after flying 1,000 km."
    reading = reading_of(text, TUESDAY)
    roles = {mention.key: mention.role for mention in reading.mentions}
    assert {roles[claim.launch] for claim in reading.claims if "Three" in claim.words} == {MentionRole.BACKGROUND}


def test_a_failed_bid_that_opens_a_report_is_a_launch() -> None:
    reading = reading_of("Iran's bid to put a satellite in orbit failed on Tuesday, the minister said.", TUESDAY)
    assert reading.is_launch_report
    assert [told(claim) for claim in reading.claims] == ["failure"]


def test_the_day_a_weapon_was_named_is_not_the_day_of_its_launch() -> None:
    text = "State media on Tuesday identified the two missiles it fired the day before as guided missiles."
    (mention,) = reading_of("North Korea spoke. " + text, TUESDAY).mentions
    assert mention.day is not None and str(mention.day.first) == "2021-10-18"


def test_who_sent_out_an_alert_launched_nothing() -> None:
    told = "A rocket lifted off at 6:29 a.m. on Tuesday, the North said. "
    text = told + "Seoul City sent out an alert. It was the Chollima-1."
    assert {mention.country for mention in reading_of(text, TUESDAY).mentions} == {"KP"}


def test_a_launch_reported_by_others_the_day_before_is_the_same() -> None:
    text = (
        "North Korea said on Tuesday it had tested a cruise missile, "
        "a day after the South's military reported the launch of several missiles at 7:40 a.m."
    )
    reading = reading_of(text, TUESDAY)
    (mention,) = reading.mentions
    assert mention.role is MentionRole.SUBJECT
    assert mention.day is not None and str(mention.day.first) == "2021-10-18"


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
        ("Twenty years ago Friday, a North Korean missile flew over Japan. It was fired from Wonsan.", "anniversary"),
        ("Kim inspected new missiles on Tuesday. The North fired a missile last week.", "visit"),
        ("The North rolled ten missiles through the square. They had flown before.", "display"),
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
