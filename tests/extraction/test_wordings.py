"""Wordings of reports nobody had tuned on, one row for each class of error they showed."""

import pytest

from geo.model.claim import Attribute, ScopeKind
from geo.model.launch import MentionRole
from geo.model.quantity import Qualifier, Quantity
from tests.extraction.reader import claims_of, originators, reading_of
from tests.extraction.test_error_classes import told

TUESDAY = "2022-10-05"  # the day after
LEAD = "North Korea fired a missile on Tuesday. "
OWN = "North Korea fired a missile on Tuesday, the JCS said. "


@pytest.mark.parametrize(
    ("sentence", "attribute", "expected"),
    [
        ("The number of missiles fired was four, not three, the JCS said.", Attribute.COUNT, [4]),
        ("It fired its missiles, three in total, from Sunan.", Attribute.COUNT, [3]),
        ("A lone missile was fired.", Attribute.COUNT, [1]),
        ("It had gone about 700 km.", Attribute.RANGE, [700]),
        ("It flew a few hundred kilometres.", Attribute.RANGE, []),  # a hundred is none of their figures
        ("It peaked at 50 km after 250 km of flight.", Attribute.RANGE, [250]),
        ("The North sent a Rodong missile some 300 miles into the Sea of Japan.", Attribute.RANGE, [300]),
        ("After an abnormal flight it fell some 200 km west of Eocheong Island.", Attribute.RANGE, []),
        ("It has a strike range of between 1,000 and 2,000 km.", Attribute.RANGE, []),  # what it could fly
        ("Range and altitude were about 230 km and 30 km, respectively.", Attribute.RANGE, [230]),
        ("Range and altitude were about 230 km and 30 km, respectively.", Attribute.APOGEE, [30]),
        ("It fell into the sea 22 minutes after launch.", Attribute.FLIGHT_TIME, [22]),
        ("The first stage fell 2 minutes after launch.", Attribute.FLIGHT_TIME, []),  # a stage of it
        ("Its flight was put at 1,500 km and its duration at 7,563 to 7,575 seconds.", Attribute.FLIGHT_TIME, [7563]),
        ("It crossed 2,040 km in 11 and a half minutes.", Attribute.FLIGHT_TIME, [11.5]),
        ("It flew at six times that of sound.", Attribute.SPEED, [6]),
        ("It was of intercontinental range.", Attribute.MISSILE_TYPE, ["ICBM"]),
        ("The launch was not successful.", Attribute.OUTCOME, ["failure"]),
        ("It was a partial failure.", Attribute.OUTCOME, ["partial"]),
        ("It failed after stage separation.", Attribute.OUTCOME, ["failure"]),
        ("Its attempt on Tuesday to put a satellite into orbit ended in failure.", Attribute.OUTCOME, ["failure"]),
        ("No new object had been found in orbit.", Attribute.OUTCOME, ["failure"]),
        ("It was fired from the destroyer Choe Hyon.", Attribute.LAUNCH_PLACE, []),  # a boat
        ("It fired off what appeared to be a pair of missiles, Seoul said.", Attribute.LAUNCH_PLACE, []),  # who speaks
        ("A missile launched by the North was expected to fall near Hokkaido.", Attribute.LAUNCH_PLACE, []),
        ("It flew 410 km from Sonchon.", Attribute.LAUNCH_PLACE, ["Sonchon"]),
        ("It came from Mupyong-ri, near the border.", Attribute.LAUNCH_PLACE, ["Mupyong-ri"]),
        ("Tokyo called it a ballistic missile from the Sunan area.", Attribute.LAUNCH_PLACE, ["Sunan"]),
        ("It went down in the Yellow Sea.", Attribute.LANDING_AREA, ["YELLOW_SEA"]),
        ("That implies more than 13,000 km on a standard trajectory.", Attribute.RANGE, []),  # the comma is no clause's
        ("The first stage fell into the Yellow Sea and the second into the Pacific.", Attribute.LANDING_AREA, []),
        ("Data came from down-range ship stations.", Attribute.PLATFORM, []),
        ("The missile was picked up at 7:10 a.m. near Sunan.", Attribute.LAUNCH_TIME, ["7:10 a.m."]),
        (
            "It was fired at 10:28 a.m. on May 13, Hawaii time.",
            Attribute.LAUNCH_TIME,
            ["10:28 a.m. on May 13, Hawaii time"],
        ),
        ("It was fired at 22:23 UTC on Monday (7:23 a.m. Tuesday).", Attribute.LAUNCH_TIME, ["22:23 UTC"]),
        ("It was fired at 6.53 in the morning.", Attribute.LAUNCH_TIME, ["6.53"]),
        ("The president convened the security council at 9:25 a.m. over the firing.", Attribute.LAUNCH_TIME, []),
        ("It was fired around 6:28 a.m. and vanished at 6:35 a.m.", Attribute.LAUNCH_TIME, ["around 6:28 a.m."]),
        (
            "Launched at 10:14 a.m., it is believed to have come down at 11:23 a.m.",
            Attribute.LAUNCH_TIME,
            ["10:14 a.m."],
        ),
        ("They were fired between 6 and 6:30 a.m.", Attribute.LAUNCH_TIME, ["6 and 6:30 a.m."]),
        (
            "An alert was issued at 7:27 a.m. after it fired a missile at 7:22 a.m.",
            Attribute.LAUNCH_TIME,
            ["7:22 a.m."],
        ),
    ],
)
def test_values(sentence: str, attribute: Attribute, expected: list[object]) -> None:
    found = reading_of(LEAD + sentence, TUESDAY).claims
    assert [told(claim) for claim in found if claim.attribute is attribute] == expected


@pytest.mark.parametrize(
    ("words", "qualifier", "bounds"),
    [
        ("two or three missiles", Qualifier.BETWEEN, (2, 3)),
        ("two and possibly three missiles", Qualifier.AT_LEAST, (2, float("inf"))),
        ("one, possibly two, missiles", Qualifier.AT_LEAST, (1, float("inf"))),
    ],
)
def test_a_number_with_another_beside_it(words: str, qualifier: Qualifier, bounds: tuple[float, float]) -> None:
    (claim,) = claims_of(f"North Korea fired {words} on Tuesday, the JCS said.", Attribute.COUNT, TUESDAY)
    assert isinstance(claim.value, Quantity)
    assert (claim.value.qualifier, (claim.value.lower, claim.value.upper)) == (qualifier, bounds)


@pytest.mark.parametrize(
    ("fired", "expected"),
    [
        ("an ICBM and two shorter-range weapons", {"ICBM": 1, "MISSILE": 2}),
        ("three missiles - two short-range and one suspected ICBM -", {"": 3, "SRBM": 2, "ICBM": 1}),
        ("two SRBMs, along with a cruise missile,", {"SRBM": 2, "CRUISE": 1}),
        ("an ICBM, which the North denies,", {}),  # the article alone counts nothing
    ],
)
def test_kinds_counted_side_by_side(fired: str, expected: dict[str, int]) -> None:
    found = claims_of(f"North Korea fired {fired} on Tuesday, Seoul said.", Attribute.COUNT, TUESDAY)
    assert {claim.scope.of: told(claim) for claim in found} == expected


def test_an_adjective_of_doubt_goes_with_its_own_noun() -> None:
    text = "North Korea fired one suspected ICBM and two short-range ballistic missiles on Tuesday, Seoul said."
    found = claims_of(text, Attribute.MISSILE_TYPE, TUESDAY)
    assert [(told(claim), str(claim.stance)) for claim in found] == [("ICBM", "hedged"), ("SRBM", "asserted")]


def test_the_second_at_an_hour_and_the_second_that_vanished_are_missiles() -> None:
    text = (
        "It fired the first missile at 6:49 a.m. and the second at 6:58 a.m.; the second vanished at a height of 20 km."
    )
    found = [claim for claim in reading_of(LEAD + text, TUESDAY).claims if claim.scope.kind is ScopeKind.MISSILE]
    assert [claim.scope.index for claim in found] == [1, 2, 2]


@pytest.mark.parametrize(
    ("sentence", "attribute", "speakers"),
    [
        (
            "A U.S. official who spoke on condition of anonymity said it flew 600 km.",
            Attribute.RANGE,
            "ANON_US_OFFICIAL",
        ),
        (
            "A Pentagon official, speaking on condition of anonymity, said it flew 600 km.",
            Attribute.RANGE,
            "ANON_US_OFFICIAL",
        ),
        ("Officials in Seoul and Tokyo said it flew 600 km.", Attribute.RANGE, "ROK_GOV JAPAN_GOV"),
        ("Seoul and Tokyo both said it flew 600 km.", Attribute.RANGE, "ROK_GOV JAPAN_GOV"),
        ("It flew 600 km, with the JCS putting the altitude at 60 km.", Attribute.APOGEE, "ROK_JCS"),
        ("Seoul's joint chiefs, cited by Yonhap, detected it at 3:17 a.m.", Attribute.LAUNCH_TIME, "ROK_JCS"),
        (
            "South Korea's military has now found the site: it says it was fired from Sunan.",
            Attribute.LAUNCH_PLACE,
            "ROK_MILITARY",
        ),
        (
            "“It flew 600 km,” Yasukazu Hamada, Japan's defence minister, has just told reporters.",
            Attribute.RANGE,
            "JAPAN_MOD",
        ),
        ("By the JCS's account it flew 600 km.", Attribute.RANGE, "ROK_JCS"),
        (
            "North American Aerospace Defense Command (Norad) officials said it flew 600 km.",
            Attribute.RANGE,
            "US_NORAD",
        ),
        (
            "“It was fired,” the JCS said. “It was new. It flew 600 km.”",
            Attribute.RANGE,
            "ROK_JCS",
        ),  # the quotation goes on
        ("The JCS said it flew. It was the fifth flight this month and covered 600 km.", Attribute.RANGE, "OUTLET"),
        ("It fired what Tokyo said were six ballistic missiles.", Attribute.COUNT, "JAPAN_GOV"),
        ("It fired seven missiles, including one experts believe could reach Guam.", Attribute.COUNT, "OUTLET"),
        (
            "The missile, launched by the North, took off at 7:22 a.m. and fell at sea, Tokyo said.",
            Attribute.LAUNCH_TIME,
            "JAPAN_GOV",
        ),
        ("Pyongyang spoke, contradicting Seoul, which said it flew 600 km.", Attribute.RANGE, "ROK_GOV"),
        ("The missile, which Seoul called a Hwasong-17, flew 600 km, KCNA said.", Attribute.RANGE, "KCNA"),
    ],
)
def test_who_speaks(sentence: str, attribute: Attribute, speakers: str) -> None:
    found = [claim for claim in reading_of(LEAD + sentence, TUESDAY).claims if claim.attribute is attribute]
    assert [originators(claim) for claim in found] == [tuple(speakers.split())]


def test_a_figure_held_against_another_is_the_others() -> None:
    text = LEAD + "It flew 600 km, less than the 700 km Tokyo announced, the JCS said."
    found = claims_of(text, Attribute.RANGE, TUESDAY)
    assert [(told(claim), originators(claim)) for claim in found] == [(600, ("ROK_JCS",)), (700, ("JAPAN_GOV",))]


def test_a_surname_nobody_introduced_is_kept_as_written() -> None:
    (claim,) = claims_of(LEAD + "It flew 600 km, Hamada said.", Attribute.RANGE, TUESDAY)
    assert claim.attribution.originator.as_written == "Hamada"


@pytest.mark.parametrize(
    "sentence",
    [
        "The same missile failed in two earlier tests in April.",
        "South Korea and the United States responded by firing four ATACMS missiles into the East Sea on Wednesday.",
        "One of the South's Hyunmoo-2 missiles failed and crashed at its base.",
        "A year ago the North launched a submarine-launched missile from near Sinpo.",
        "This year the North tested more than 70 missiles.",
        "In all it has carried out 21 launches in 2022, firing 39 ballistic missiles.",
        "It has now fired some 40 missiles this year.",
        "In the last of them, two missiles flew 410 km.",
        "By comparison, the Hwasong-14 tested in July reached 3,724.9 km.",
        "The launch comes on the heels of a test last weekend of a cruise missile, which flew 1,500 km.",
    ],
)
def test_other_launches_do_not_leak(sentence: str) -> None:
    own = reading_of(OWN, TUESDAY)
    reading = reading_of(OWN + sentence, TUESDAY)
    subject = {mention.key for mention in reading.mentions if mention.role is MentionRole.SUBJECT}
    assert sum(claim.launch in subject for claim in reading.claims) == len(own.claims)


def test_the_own_figure_stays_beside_the_one_it_is_held_against() -> None:
    text = OWN + "It flew 4,600 km, against 2,700 km and 3,700 km for the two launched over Japan in 2017."
    reading = reading_of(text, TUESDAY)
    subject = {mention.key for mention in reading.mentions if mention.role is MentionRole.SUBJECT}
    ranges = [claim for claim in reading.claims if claim.attribute is Attribute.RANGE]
    assert [told(claim) for claim in ranges if claim.launch in subject] == [4600]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A missile fell into the Sea of Japan on Tuesday, Tokyo said.", True),  # no word of launching, but a flight
        ("A North Korean missile blew up on Tuesday, officials said, a day after a parade.", True),
        ("We are aware of the DPRK's launch of a ballistic missile.", True),
        ("North Korea could fire an ICBM within weeks, Seoul said on Tuesday.", False),
        (
            "Kim spoke on Tuesday. Pyongyang has not fired anything since November, when it launched a Hwasong-15.",
            False,
        ),
        (
            "Stolen money pays for arms. A panel said so. Aides agreed. On Sept. 25 the North fired a missile.",
            False,
        ),  # stale
        ("India has carried out a flight trial of a hypersonic missile on Tuesday.", True),
    ],
)
def test_whether_a_launch_is_reported(text: str, expected: bool) -> None:
    assert reading_of(text, TUESDAY).is_launch_report is expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("SEOUL, Oct. 4 (Test Launch Agency) -- North Korea's rocket flew. Two missiles fell on Tuesday.", "KP"),
        ("The US said it test-fired a Minuteman III on Tuesday. North Korea, which tried in May, protested.", "US"),
        ("Two missiles were fired by North Korea on Tuesday, hours before Seoul tested one of its own.", "KP"),
    ],
)
def test_who_launches(text: str, country: str) -> None:
    assert reading_of(text, TUESDAY).mentions[0].country == country


def test_a_clause_beside_the_launch_does_not_date_it() -> None:
    text = "North Korea has fired a missile, state media said, as the allies began their largest exercise on Monday. "
    (mention, *_) = reading_of(text + "It was fired early on Sunday.", "2023-03-13").mentions
    assert mention.day is not None
    assert str(mention.day.first) == "2023-03-12"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "North Korea said Tuesday's test of a missile was a warning. The first test, on Sept. 25, went well.",
            "2022-10-04",
        ),
        (
            "The JCS said on Tuesday it had detected a failed launch. Tokyo confirmed the failure on Wednesday.",
            "2022-10-04",
        ),
    ],
)
def test_the_day_of_a_launch_is_no_day_of_speaking(text: str, day: str) -> None:
    (mention, *_) = reading_of("Missiles were fired by North Korea. " + text, TUESDAY).mentions
    assert mention.day is not None
    assert str(mention.day.first) == day


def test_a_comparison_at_the_end_leaves_the_own_figures() -> None:
    text = OWN + "It flew more than 700 km, Seoul said, calling it an advance on the missile tested on Sept. 25."
    reading = reading_of(text, TUESDAY)
    subject = {mention.key for mention in reading.mentions if mention.role is MentionRole.SUBJECT}
    assert [c.launch in subject for c in reading.claims if c.attribute is Attribute.RANGE] == [True]


def test_last_wednesday_written_on_a_wednesday_is_a_week_ago() -> None:
    text = "North Korea fired a missile on Tuesday. Last Wednesday it fired an ICBM."
    others = [mention for mention in reading_of(text, "2022-01-12").mentions if mention.role is not MentionRole.SUBJECT]
    assert [str(mention.day.first) for mention in others if mention.day] == ["2022-01-05"]


def test_a_date_line_without_its_year_is_kept_beside_the_weekday() -> None:
    text = "SEOUL, Oct. 4 (Test Wire) -- North Korea fired a ballistic missile over Japan on Tuesday, the JCS said."
    (mention,) = reading_of(text).mentions
    assert mention.day is not None
    assert (mention.day.first, mention.day.weekday, mention.day.filed) == (None, 1, (10, 4))
    assert "Oct. 4" in mention.day.missing
    assert "year" in mention.day.missing


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        (  # what was said the day before is said of the same launch
            "SEOUL, Jan 31, 2022 (TW) - North Korea said Monday it had test-fired a missile. Sunday's firing sent it "
            "into the sea. The South's military had said the day before that it reached 2,000 km.",
            "2022-01-31",
            "2022-01-30",
        ),
        (  # a date line with its year stands for the date of publication
            "SEOUL, Oct. 4, 2022 (TW) -- North Korea fired a missile on Monday, the JCS said.",
            None,
            "2022-10-03",
        ),
        (  # 4 October 2017 was no Tuesday: the year of the last overflight is not that of this one
            "North Korea fired a missile on Tuesday morning, Oct. 4. The last such test was on Sept. 15, 2017.",
            None,
            "None",
        ),
        (  # nor is it where no weekday denies it, far below
            "North Korea fired a missile on Oct. 4."
            + " It was tracked by radars." * 20
            + " One flew on Sept. 15, 2017.",
            None,
            "None",
        ),
    ],
)
def test_the_day_and_the_year_of_the_launch(text: str, published: str | None, day: str) -> None:
    (mention, *others) = reading_of(text, published).mentions
    assert mention.day is not None
    assert str(mention.day.first) == day
    assert all(other.day is None or other.day.first != mention.day.first or day == "None" for other in others)
