"""Every claim names the rules that made it, and every rule is one of those listed."""

import pytest

from geo.extraction.rules import Rule
from tests.extraction.reader import reading_of

LEAD = "North Korea fired two ballistic missiles from Sunan on Tuesday, the Joint Chiefs of Staff said. "
CASES = [
    ("It flew 430 km.", Rule.QUANTITY_WORD, Rule.SPEAKER_CARRIED, Rule.LAUNCH_OWN),
    ("The missile flew 430 km, according to KCNA.", Rule.QUANTITY_WORD, Rule.SPEAKER_AFTER, Rule.LAUNCH_OWN),
    ("The missile stayed up for 9 minutes, it added.", Rule.QUANTITY_FLOWN, Rule.SPEAKER_STAND_IN, Rule.LAUNCH_OWN),
    ("KCNA said it hit a target 430 km away.", Rule.QUANTITY_TARGET, Rule.SPEAKER_BEFORE, Rule.LAUNCH_OWN),
    ("The missile reached Mach 6.", Rule.SPEED_MACH, Rule.SPEAKER_OUTLET, Rule.LAUNCH_OWN),
    ("On July 25 the North fired two that flew 600 km.", Rule.QUANTITY_WORD, Rule.SPEAKER_OUTLET, Rule.LAUNCH_DATE),
    ("The missile fell outside Japan's EEZ.", Rule.LANDING_ZONE, Rule.SPEAKER_OUTLET, Rule.LAUNCH_OWN),
    ("South Korea fired an SLBM of its own.", Rule.TYPE_WORDS, Rule.SPEAKER_OUTLET, Rule.LAUNCH_OTHER_COUNTRY),
    ("The missile came from a submarine at 7:10 a.m.", Rule.TIME_CLOCK, Rule.SPEAKER_OUTLET, Rule.LAUNCH_OWN),
    ("The rocket failed to enter orbit.", Rule.OUTCOME_WORDS, Rule.SPEAKER_OUTLET, Rule.LAUNCH_OWN),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_a_claim_names_the_rule_of_its_value_its_speaker_and_its_launch(case: tuple[str, Rule, Rule, Rule]) -> None:
    sentence, *rules = case
    made = {
        rule
        for claim in reading_of(LEAD + sentence, "2021-10-19").claims
        if claim.words == sentence
        for rule in claim.rules
    }
    assert set(rules) <= made


def test_no_claim_is_without_rules_and_each_has_one_for_value_speaker_and_launch() -> None:
    text = LEAD + " ".join(sentence for sentence, *_ in CASES)
    for claim in reading_of(text, "2021-10-19").claims:
        assert len(claim.rules) >= 3
        assert set(claim.rules) <= set(Rule)


def test_ids_are_unique_and_say_what_they_answer() -> None:
    assert all(rule.value.count("/") == 1 for rule in Rule)
