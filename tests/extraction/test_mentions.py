"""Which launch a claim belongs to, and what is no launch at all."""

from datetime import date

import pytest

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


def test_another_language_is_said_and_not_read() -> None:
    text = "Nordkorea hat nach Angaben aus Seoul am Dienstag eine ballistische Rakete abgefeuert, die 430 km weit flog."
    reading = reading_of(text, "2021-10-19")
    assert (reading.claims, [notice.kind for notice in reading.notices]) == ((), [NoticeKind.OTHER_LANGUAGE])


def test_hidden_characters_are_reported() -> None:
    reading = reading_of(LEAD.replace("ballistic", "bal\u202elistic"))
    (notice,) = [notice for notice in reading.notices if notice.kind is NoticeKind.HIDDEN_CHARACTERS]
    assert "RIGHT-TO-LEFT OVERRIDE" in notice.sentence


def test_a_launch_without_values_says_so() -> None:
    reading = reading_of("North Korea launched it on Tuesday, the military said in a short statement to the press.")
    assert reading.is_launch_report and reading.claims == ()
    assert NoticeKind.NO_CLAIMS in {notice.kind for notice in reading.notices}
