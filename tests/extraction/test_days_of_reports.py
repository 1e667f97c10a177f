"""Which day a report's own launch was on, by what news really prints: date lines, relays, other zones."""

from datetime import date

import pytest

from geo.extraction.reading import read
from geo.extraction.segmentation import segment
from geo.model.launch import MentionRole
from geo.model.report import Report
from geo.model.weapon import LandingArea
from tests.extraction.reader import LEXICON, originators, reading_of
from tests.extraction.test_error_classes import told

FIRED = "North Korea fired a missile on Tuesday, the JCS said."  # 2022-10-04 was a Tuesday


def day_of(text: str, published: str | None = None) -> tuple[date | None, date | None] | None:
    own = [mention for mention in reading_of(text, published).mentions if mention.role is MentionRole.SUBJECT]
    return (own[0].day.first, own[0].day.last) if own and own[0].day else None


@pytest.mark.parametrize(
    "line",
    [
        "SEOUL, Oct. 5 (Yonhap) -- ",
        "TOKYO, Oct. 5 (Kyodo) _ ",
        "SEOUL/TOKYO, Oct 5 (Reuters) - ",
        "New Delhi [India], Oct 5 (ANI): ",
        "Balasore (Odisha), Oct 5 (PTI) ",
        "Seoul, 5 October: ",
        "TOKYO, Oct. 5, 2022 -- ",
        "",
    ],
)
def test_a_date_line_of_any_agency_dates_no_launch(line: str) -> None:
    assert segment(line + FIRED)[0].body == len(line)
    assert day_of(line + FIRED, "2022-10-05") == (date(2022, 10, 4), date(2022, 10, 4))


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Wednesday, 5 October 2022\n\n", date(2022, 10, 4)),
        ("By Ann Lee\nOctober 5, 2022, 9:50 PM\n\n", date(2022, 10, 4)),
        ("5 Oct 2022 | 02:19 AM UTC\n\n", date(2022, 10, 4)),
        ("Updated\nOct 6, 2022, 06:57 AM\nPublished\nOct 5, 2022, 05:39 AM\n\n", date(2022, 10, 4)),  # the earlier
        ("Five years after the launch of 29 November 2017, what the North still wants\n\n", None),  # a headline
        ("", None),
    ],
)
def test_a_line_above_the_text_dates_a_report_without_a_date(above: str, expected: date | None) -> None:
    assert day_of(above + FIRED) == (expected, expected)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (  # state media speak a day later: the earliest day of speaking
            "The DPRK announced on Thursday that it had test-launched a missile, state media said. "
            "Seoul said on Wednesday that two missiles had been launched.",
            "2022-10-06",
            "2022-10-05",
        ),
        (
            "The latest ICBM test was part of a drill, state media KCNA reported Sunday. "
            "Japan's government on Saturday had said the missile flew for 66 minutes.",
            "2023-02-18",
            "2023-02-18",
        ),
        (
            "South Korea's military said Friday that what North Korea fired two days earlier was a ballistic missile.",
            "2022-01-07",
            "2022-01-05",
        ),
        ("South Korea's military confirmed a missile the North launched two days ago.", "2022-01-07", "2022-01-05"),
        (  # the zone comes later, beside the same day: 3:56 p.m. in Chicago is the next morning in Pyongyang
            "North Korea on Tuesday launched two missiles. "
            "U.S. Strategic Command detected two launches at 3:56 p.m. CDT and 6:03 p.m. CDT, June 21, 2016.",
            "2016-06-21",
            "2016-06-22",
        ),
        (  # "Wednesday" of a report from Washington whose only clock is American
            "WASHINGTON (Reuters) - North Korea attempted to launch a missile on Wednesday, Strategic Command said. "
            "Its systems detected the launch at 5:00 p.m. CDT (2200 GMT), it said.",
            "2016-10-19",
            "2016-10-20",
        ),
        (
            "SEOUL (Reuters) - North Korea attempted to launch a missile on Wednesday, Strategic Command said. "
            "Its systems detected the launch at 5:00 p.m. CDT (2200 GMT), it said.",
            "2016-10-19",
            "2016-10-19",
        ),
        (  # "sent" without a weapon is no launch
            "North Korea fired 10 missiles, South Korea's military said on May 30. The North on May 29 sent balloons.",
            "2022-05-30",
            "2022-05-30",
        ),
        (  # what was tested six days earlier is told beside it
            "A missile that North Korea launched Tuesday flew 700 km, an advance over a test six days earlier. "
            "The missile of Sept. 28 flew 600 km.",
            "2022-10-04",
            "2022-10-04",
        ),
        (  # the hour is no day of the month
            "North Korea confirmed that it fired a missile at around 07:23 April 13.",
            "2023-04-14",
            "2023-04-13",
        ),
    ],
)
def test_the_day_told(text: str, published: str, expected: str) -> None:
    day = date.fromisoformat(expected)
    assert day_of(text, published) == (day, day)


def test_news_without_a_day_is_of_no_day_weeks_ago() -> None:
    text = "North Korea has fired two missiles, Seoul has said. On 24 August the North fired a rocket that flew 380 km."
    assert day_of(text, "2019-09-14") == (date(2019, 9, 13), date(2019, 9, 14))
    assert [claim.launch for claim in reading_of(text, "2019-09-14").claims if claim.attribute == "range"] == [
        "background-2019-08-24"
    ]


@pytest.mark.parametrize(
    ("second", "own"),
    [
        ("On Saturday the North fired rockets that flew 200 km.", False),
        ("On Thursday the first flew 420 km.", True),
        ("It flew 420 km late on Wednesday Eastern time.", True),  # beside a clock of another zone
        ("The missile fired on Saturday flew 200 km.", False),
        ("The North also fired a missile on April 5 that flew 60 km.", False),
        ("On February 30 the first flew 420 km.", True),  # no day at all, and so no other one
    ],
)
def test_a_report_without_a_date_keeps_other_weekdays_apart(second: str, own: bool) -> None:
    claims = reading_of(f"North Korea launched two projectiles Thursday, the JCS said. {second}").claims
    assert [claim.launch == "launch" for claim in claims if claim.attribute == "range"] == [own]


def test_a_day_moved_by_its_zone_is_still_the_reports_own() -> None:
    text = (
        "North Korea on Tuesday launched two Musudan missiles. "
        "Strategic Command detected launches at 6:03 p.m. CDT, June 21, 2016."
    )
    assert {claim.launch for claim in reading_of(text, "2016-06-21").claims} == {"launch"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kim oversaw a successful ground test of an engine for a missile, state media said Wednesday. "
            "The test took place Tuesday at the Sohae Satellite Launching Ground.",
            False,
        ),
        ("New Delhi [India], Oct 5 (ANI): India conducted a successful flight test of Agni-5 on Tuesday.", True),
    ],
)
def test_whether_a_launch_is_told(text: str, expected: bool) -> None:
    assert reading_of(text, "2022-10-05").is_launch_report is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was fired at 4:35 and 4:38 p.m.", [("4:35", "07:35"), ("4:38 p.m", "07:38")]),
        ("It was fired at 11:55 and 12:10 p.m.", [("11:55", "02:55"), ("12:10 p.m", "03:10")]),
        ("It was fired at 20:30 and 20:45 GMT.", [("20:30", "20:30"), ("20:45 GMT", "20:45")]),
        ("The army, using Hawaii time, said it was fired at 11.49am.", [("11.49am", "21:49")]),
        ("It was an ICBM, fired at 14.34.", [("14.34", "05:34")]),
        ("It was fired at about 6:57 a.m., passed over Hokkaido and fell at 7:16 a.m.", [("about 6:57 a.m.", "21:57")]),
        ("The missile that followed at 6:37 a.m. vanished at 20 km.", [("6:37 a.m.", "21:37")]),
        ("Images taken at 10:05 pm (1305 GMT) showed missiles on their launch vehicles.", []),
        (
            "It was fired between 8:10 a.m. (2310 Monday GMT) and 9:20 a.m. (0020 Tuesday GMT).",
            [("8:10 a.m. (2310 Monday GMT) and 9:20 a.m.", "23:10")],
        ),
    ],
)
def test_hours_of_launch(text: str, expected: list[tuple[str, str]]) -> None:
    """The words and the first minute of the window in UTC, the launch being on a Tuesday in Seoul."""
    claims = [claim for claim in reading_of(f"{FIRED} {text}", "2022-10-05").claims if claim.attribute == "launch_time"]
    found = [(claim.value.verbatim.rstrip("."), claim.value.stated or claim.value.earliest) for claim in claims]  # type: ignore[union-attr]
    assert [(words, f"{when:%H:%M}") for words, when in found] == [(w.rstrip("."), u) for w, u in expected]


@pytest.mark.parametrize(
    ("sentence", "attribute", "expected"),
    [
        ("It landed some 400 km inside the air defense zone.", "range", []),
        ("It came down within 350 km of the mainland.", "range", []),
        ("Its range could be considerably longer, perhaps 1,200 km.", "range", []),
        ("It came down after nine minutes of flight.", "flight_time", [9]),
        ("Submarines of its class carry about 20 ballistic missiles.", "count", []),
        ("It flew 900 km from the south of the country to an area near Tehran.", "launch_place", []),
        ("There were at least seven of them, the JCS said.", "count", [7]),
        ("The army detected a single ballistic missile launch.", "count", [1]),
        ("Hypersonic weapons, which fly at speeds above Mach 5, are hard to stop.", "speed", []),
        ("It was fired near Sino-ri, which has a medium-range missile base.", "missile_type", []),
        ("They were not medium- or long-range ballistic missiles.", "missile_type", []),
        ("It was a Scud ER.", "missile_type", ["Scud ER"]),
        ("The army tracked it, without stating whether the launch was a success or a failure.", "outcome", []),
        ("Officials believe it exploded soon after takeoff.", "outcome", ["failure"]),
        ("The test met all the trial objectives.", "outcome", ["success"]),
        ("It was fired from the Sunan area, near Pyongyang, and from Wonsan.", "launch_place", ["Sunan", "Wonsan"]),
        ("It said the launch took place near Sino-ri, and later that it came from Kusong.", "launch_place", 2),
        ("It was fired from Sunchon, Pyongannam-do Province.", "admin_area", ["South Pyongan"]),
        ("It landed between the Korean Peninsula and Japan.", "landing_area", ["SEA_OF_JAPAN"]),
        ("It landed outside Japan's exclusive economic zone.", "landing_area", [""]),  # no sea is told
        ("It was fired off its east coast. It fell outside Japan's EEZ.", "landing_area", ["SEA_OF_JAPAN"]),
    ],
)
def test_values_as_news_words_them(sentence: str, attribute: str, expected: list[object] | int) -> None:
    claims = [claim for claim in reading_of(f"{FIRED} {sentence}", "2022-10-05").claims if claim.attribute == attribute]
    values = [told(claim) for claim in claims]
    assert (len(values) if isinstance(expected, int) else values) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It flew 500 km, three US officials said.", ("ANON_US_OFFICIAL",)),  # unnamed people
        ("It flew 500 km, US officials said.", ("US_GOV",)),
        ("Japan's Defense Ministry said it fired. It flew 500 km, spokesman Ken Abe said.", ("JAPAN_MOD",)),
        ("Japan's Defense Ministry said it fired. Officials at the ministry say it flew 500 km.", ("JAPAN_MOD",)),
        (
            "Japan said it fired. The North used a new rocket, which it said flew 500 km.",
            ("JAPAN_GOV",),
        ),
        ("Japan said it fired. The North tested a new rocket, which it said flew 500 km.", ("DPRK_GOV",)),
        ("Col. Lee Sung-jun, spokesperson of the JCS, told a briefing. It flew 500 km, Lee said.", ("ROK_JCS",)),
    ],
)
def test_who_is_meant(text: str, expected: tuple[str, ...]) -> None:
    claims = reading_of(f"North Korea fired a missile on Tuesday. {text}", "2022-10-05").claims
    assert [originators(claim) for claim in claims if claim.attribute == "range"] == [expected]


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("Japan Ministry of Defense", ("JAPAN_MOD",)),  # a release: the office says it
        ("U.S. Pacific Command", ("US_INDOPACOM",)),
        ("KCNA", ("KCNA",)),  # state media of the country that launched
        ("TASS", ("OUTLET",)),  # state media of another
        ("Yonhap", ("OUTLET",)),
        ("Strategic Study India", ("OUTLET",)),  # a country in the name is no office
        ("KBS via Japan Ministry of Defense", ("OUTLET",)),
        ("", ("OUTLET",)),
    ],
)
def test_a_release_is_the_word_of_its_office(outlet: str, expected: tuple[str, ...]) -> None:
    report = Report("North Korea fired a missile on Tuesday. It flew 500 km.", outlet=outlet)
    assert [originators(claim) for claim in read(report, LEXICON).claims] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea fired 100 artillery shells on Tuesday, the JCS said.", False),
        ("North Korea fired artillery shells and two missiles on Tuesday, the JCS said.", True),
        ("The U.N. Security Council on Tuesday failed to agree on a statement over missile launches.", False),
        ("North Korea's launch of a missile on Tuesday failed to put a satellite into orbit.", True),
    ],
)
def test_what_is_no_launch(text: str, expected: bool) -> None:
    assert reading_of(text, "2022-10-05").is_launch_report is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It vows to try again in October.", ["launch"]),  # what is ahead is no other launch
        ("The JCS said earlier that it flew 500 km.", ["launch"]),
    ],
)
def test_words_of_time_that_make_no_background(sentence: str, expected: list[str]) -> None:
    text = f"{FIRED} The missile flew 500 km. {sentence}"
    assert {claim.launch for claim in reading_of(text, "2022-10-05").claims} == set(expected)


@pytest.mark.parametrize(
    ("sentence", "attribute", "expected"),
    [
        ("A Rodong has a range of 1,300 km and can strike Japan.", "missile_type", []),  # what such a missile can do
        ("Unlike the mid-range Musudan, able to fly 3,000 km, it fell early.", "missile_type", []),
        ("Military officials said it looks like an SLBM.", "missile_type", ["SLBM"]),
        ("The Rodong has been fired from Hwangju.", "missile_type", ["Rodong"]),
        ("The reentry vehicle disintegrated at an altitude of five kilometers.", "apogee", []),
        ("It vanished at an altitude of 17 kilometers.", "apogee", [17]),
    ],
)
def test_what_is_said_of_missiles_at_large(sentence: str, attribute: str, expected: list[object]) -> None:
    claims = reading_of(f"{FIRED} {sentence}", "2022-10-05").claims
    assert [told(claim) for claim in claims if claim.attribute == attribute] == expected


@pytest.mark.parametrize(
    ("sentence", "attribute", "index"),
    [
        ("At 6:17 a.m. the radar detected what appeared to be a second missile.", "launch_time", 2),
        ("It fired one at 6:17 a.m. and a second missile later.", "launch_time", None),
        ("It reached its first peak at 101 km and the second at 72 km, and flew 1,000 km.", "range", None),
    ],
)
def test_of_which_missile(sentence: str, attribute: str, index: int | None) -> None:
    claims = reading_of(f"{FIRED} {sentence}", "2022-10-05").claims
    assert [claim.scope.index for claim in claims if claim.attribute == attribute] == [index]


def test_a_full_date_is_another_launch_than_that_of_a_day_without_its_year() -> None:
    text = "North Korea fired a missile on Oct. 4. The last one, on Sept. 15, 2017, covered 2,300 miles."
    assert [claim.launch for claim in reading_of(text).claims if claim.attribute == "range"] == [
        "background-2017-09-15"
    ]


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("The Yomiuri Shimbun", ("JAPAN_MOD",)),  # "the Defense Ministry" of a paper's own country
        ("Yonhap", ("ROK_MOD",)),
        ("Reuters", ("ROK_MOD",)),  # who watches the launches of the North
        ("CNN", ("ROK_MOD",)),
    ],
)
def test_whose_ministry_the_ministry_is(outlet: str, expected: tuple[str, ...]) -> None:
    text = "North Korea launched a missile on Monday that flew 250 km, the Defense Ministry said."
    report = Report(text, outlet=outlet)
    claims = read(report, LEXICON).claims
    assert [originators(claim) for claim in claims if claim.attribute == "range"] == [expected]


def test_nothing_that_came_down_in_a_zone_came_down_outside() -> None:
    claims = reading_of(
        f"{FIRED} Tokyo said nothing had come down in its exclusive economic zone.", "2022-10-05"
    ).claims
    assert [str(claim.value.eez) for claim in claims if isinstance(claim.value, LandingArea)] == ["outside"]


def test_a_day_that_no_year_has_breaks_nothing() -> None:
    text = (
        "North Korea fired two missiles on February 30 at 10:17 a.m. KST. On February 30 one flew 500 km, 3 p.m. GMT."
    )
    assert reading_of(text).is_launch_report
