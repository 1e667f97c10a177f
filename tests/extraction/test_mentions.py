"""Which launch a claim belongs to, and what is no launch at all."""

from datetime import date

import pytest

from geo.extraction.mentions import SUBJECT
from geo.model.claim import Attribute
from geo.model.launch import MentionRole, NoticeKind
from tests.extraction.reader import claims_of, reading_of

LEAD = "North Korea launched a ballistic missile on Tuesday, October 19, 2021. "


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("It was an SLBM, officials said.", MentionRole.SUBJECT),
        ("The North earlier held SLBM tests in 2015 and 2019.", MentionRole.BACKGROUND),
        ("It last launched an SLBM on Sept. 28.", MentionRole.BACKGROUND),
        ("Its previous SLBM test was in October 2019.", MentionRole.BACKGROUND),
        ("On September 15th the North fired an SLBM.", MentionRole.BACKGROUND),
        ("It is the first launch since it fired an SLBM in 2019.", MentionRole.BACKGROUND),
        ("South Korea's military had earlier said it was an SLBM.", MentionRole.SUBJECT),  # an earlier statement
        ("The military said in a statement Saturday that it was an SLBM.", MentionRole.SUBJECT),  # a day of speaking
    ],
)
def test_role(sentence: str, role: MentionRole) -> None:
    reading = reading_of(LEAD + sentence, "2021-10-23")
    roles = {mention.key: mention.role for mention in reading.mentions}
    found = [roles[claim.launch] for claim in reading.claims if claim.value.verbatim == "SLBM"]
    assert found == [role]


def test_that_missile_stays_with_the_launch_told_before() -> None:
    text = LEAD + "In October 2019 it tested a Pukguksong-3. That one traveled 450 km. It flew 430 km this time."
    claims = claims_of(text, Attribute.RANGE)
    assert [(claim.value.verbatim, claim.launch == "launch") for claim in claims] == [
        ("450 km", False),
        ("430 km", True),
    ]


def test_a_background_launch_keeps_its_own_day() -> None:
    reading = reading_of(LEAD + "It last launched an SLBM on Sept. 28.", "2021-10-19")
    (background,) = [mention for mention in reading.mentions if mention.role is MentionRole.BACKGROUND]
    assert background.day is not None and background.day.first == date(2021, 9, 28)


@pytest.mark.parametrize(
    "text",
    [
        "The military parade in Pyongyang on Monday featured the Hwasong-17, its largest ballistic missile.",
        "North Korea tested a solid-fuel engine at its Sohae launch site on Thursday, state media said.",
        "The allies began their drills on Monday. North Korea has fired several missiles this year in protest.",
        "The prime minister said that he would travel to the city to meet with the leaders of the region.",
        "This photo of July 28, 2017 shows the launch of a Hwasong-14 missile by the North.",
    ],
)
def test_no_launch_report(text: str) -> None:
    reading = reading_of(text, "2022-12-16")
    assert not reading.is_launch_report
    assert not [claim for claim in reading.claims if claim.launch == "launch"]
    assert reading.notices[0].kind is NoticeKind.NOT_A_LAUNCH


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Two members vetoed a resolution on Thursday to tighten sanctions over the North's launches. "
            "North Korea has fired ballistic missiles for years. It fired one on Feb. 27, which flew 300 km.",
            "sanctions, a vote or a resolution",
        ),
        (
            "North Korea tested a high-thrust solid-fuel motor for a ballistic missile on Thursday, state media said. "
            "The test took place at the Sohae launch site.",
            "engine or motor",
        ),
        (
            "Guests toured an exhibition in Pyongyang on Monday where the Hwasong-18 missile was on display. "
            "It was fired in April.",
            "on display",
        ),
        (
            "North Korea launched a Hwasong-14 on July 4, 2017, the military said. The missile flew 933 km.",
            "long before it was published",
        ),
    ],
)
def test_a_text_about_something_else_says_what_and_keeps_its_launches_as_background(text: str, why: str) -> None:
    reading = reading_of(text, "2022-12-16")
    assert not reading.is_launch_report
    assert {mention.role for mention in reading.mentions} <= {MentionRole.BACKGROUND}
    (notice,) = [notice for notice in reading.notices if notice.kind is NoticeKind.NOT_A_LAUNCH]
    assert why in notice.sentence


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired a ballistic missile on Tuesday, days after a U.N. vote on sanctions.",
        "Defying sanctions, North Korea fired a ballistic missile on Tuesday, the military said.",
        "A week after a parade in the capital, North Korea fired a missile on Tuesday, the military said.",
        "A North Korean rocket exploded on Monday, state media said, blaming a newly developed engine. It was fired "
        "from Sohae.",
        "North Korea launched a ballistic missile with a new engine on Tuesday, the military said.",
        "North Korea fired the missile it had shown at a parade, the military said.",
    ],
)
def test_a_launch_report_may_mention_votes_engines_and_parades(text: str) -> None:
    assert reading_of(text, "2021-10-19").is_launch_report


def test_another_countrys_drill_is_no_claim_about_the_launch() -> None:
    text = LEAD + "Minutes later the South answered with a drill in which three missiles were fired into the East Sea."
    assert claims_of(text, Attribute.COUNT) == claims_of(text, Attribute.LANDING_AREA) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nordkorea hat nach Angaben aus Seoul am Dienstag eine ballistische Rakete abgefeuert, die 430 km weit flog.",
        "Corea del Norte disparó el martes un misil balístico hacia el mar, según el Estado Mayor Conjunto.",
        "La Corée du Nord a lancé deux missiles.",
        "北朝鮮は19日午前、弾道ミサイルを発射した。",
        "북한이 19일 오전 탄도미사일을 발사했다고 합동참모본부가 밝혔다.",
        "Северная Корея запустила баллистическую ракету во вторник.",
    ],
)
def test_another_language_is_said_and_not_read(text: str) -> None:
    reading = reading_of(text, "2021-10-19")
    assert (reading.claims, [notice.kind for notice in reading.notices]) == ((), [NoticeKind.OTHER_LANGUAGE])


@pytest.mark.parametrize(
    "text",
    [
        "North Korea fired two ballistic missiles on Tuesday, Japan's Defense Ministry said.\n\n{{7*7}} <img src=x "
        "onerror=alert(1)> '; drop table reports; -- **bold** ![x](http://198.51.100.1/x.png)",
        "North Korea fires missile towards Sea of Japan",  # a headline has few small words
        "KCNA: launch success",
        "北朝鮮 (North Korea) fired a missile on Monday, the ministry said in a statement.",  # one foreign name
    ],
)
def test_short_english_with_noise_is_english(text: str) -> None:
    kinds = {notice.kind for notice in reading_of(text, "2021-10-19").notices}
    assert NoticeKind.OTHER_LANGUAGE not in kinds


def test_hidden_characters_are_reported() -> None:
    reading = reading_of(LEAD.replace("ballistic", "bal\u202elistic"))
    (notice,) = [notice for notice in reading.notices if notice.kind is NoticeKind.HIDDEN_CHARACTERS]
    assert "RIGHT-TO-LEFT OVERRIDE" in notice.sentence


def test_a_launch_without_values_says_so() -> None:
    reading = reading_of("North Korea launched it on Tuesday, the military said in a short statement to the press.")
    assert reading.is_launch_report and reading.claims == ()
    assert NoticeKind.NO_CLAIMS in {notice.kind for notice in reading.notices}


def test_a_day_earlier_counts_from_the_day_of_speaking() -> None:
    text = "North Korea said on Monday that it had tested a ballistic missile a day earlier."
    (claim,) = claims_of(text, Attribute.MISSILE_TYPE, "2024-01-15")
    assert claim.launch == SUBJECT
