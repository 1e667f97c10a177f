"""Who answers for a count, by the way a sentence names its speakers."""

import pytest

from geo.extraction.speaking import EARLIER_STATEMENT
from geo.model.claim import Attribute
from geo.model.report import DateBasis
from tests.extraction.reader import claims_of, originators, reading_of, relays

LEAD = "South Korea's Joint Chiefs of Staff said North Korea launched a missile on Tuesday. "


@pytest.mark.parametrize(
    ("sentence", "speaker", "through"),
    [
        ("Two missiles were fired, South Korea's military said.", ("ROK_MILITARY",), ()),
        ("Two missiles were fired, said Japanese Prime Minister Fumio Kishida.", ("JAPAN_PM",), ()),  # inverted
        ("According to the Japanese Ministry of Defense, two missiles were fired.", ("JAPAN_MOD",), ()),
        ("Two missiles were fired, according to South Korean officials.", ("ROK_GOV",), ()),
        ("The South Korean and Japanese governments said two missiles were fired.", ("ROK_GOV", "JAPAN_GOV"), ()),
        ("South Korean officials and Japan's military said two missiles were fired.", ("ROK_GOV", "JAPAN_MOD"), ()),
        ("It fired two missiles, it said.", ("ROK_JCS",), ()),  # "it" is the last who spoke
        ("Military officials added that two missiles were fired.", ("ROK_MILITARY",), ()),  # of the observer's country
        ("The Yonhap news agency quoted the JCS as saying two missiles were fired.", ("ROK_JCS",), ("YONHAP",)),
        (
            "Two missiles were fired, NHK reported, citing an unnamed military source.",
            ("ANON_MILITARY_SOURCE",),
            ("NHK",),
        ),
        ("Japan's Defense Ministry said two missiles were fired, local media reported.", ("JAPAN_MOD",), ("MEDIA",)),
        ("Public broadcaster NHK reported that two missiles were fired.", ("NHK",), ()),  # nobody behind it is named
        ("A U.S. official said two missiles were fired.", ("ANON_US_OFFICIAL",), ()),
        ("A Japanese government source said two missiles were fired.", ("ANON_JAPAN_GOV",), ()),
        ("In Tokyo, the Defense Minister said two missiles were fired.", ("JAPAN_MOD",), ()),  # where he speaks
        ("U.S. Pacific Command in Hawaii said it saw two missiles.", ("US_INDOPACOM",), ()),
        ("Two missiles were fired, Ann Lee, a professor at a university in Seoul, said.", ("ANALYST",), ()),
        ("The North fired what the South described as two missiles.", ("ROK_GOV",), ()),
        ("The North reportedly fired two missiles.", ("MEDIA",), ()),
        ("The North fired two missiles from its eastern coast.", ("OUTLET",), ()),
        ("NHK, citing a military source, said two missiles were fired.", ("ANON_MILITARY_SOURCE",), ("NHK",)),
        ("South Korea's defense minister Jeong Kyeong-doo said two missiles were fired.", ("ROK_MOD",), ()),  # a name
        ("White House officials said two missiles were fired.", ("US_WHITE_HOUSE",), ()),  # not "officials" at large
        ("Iraq's military said two missiles were fired.", ("IRAQ_GOV",), ()),  # an office unknown is still Iraq's
        ("The official Korean Central News Agency said two missiles were fired.", ("KCNA",), ()),  # no "official"
        # The shape of the phrase, not the speaker, is what follows.
        ("Images released by the Rodong Sinmun newspaper show two missiles.", ("RODONG_SINMUN",), ()),
        ("A government source was quoted by Yonhap as saying two missiles were fired.", ("ANON_SOURCE",), ("YONHAP",)),
        ("“There were two missiles,” said Col. Ann Lee, a Pentagon spokeswoman.", ("US_DOD",), ()),
        ("By the reckoning of Yasukazu Hamada, the defense minister, two missiles flew.", ("JAPAN_MOD",), ()),
        ("Japan saw fewer: its defense minister said two missiles were fired.", ("JAPAN_MOD",), ()),
        ("Japan's premier corrected that the same evening, saying two missiles were fired.", ("JAPAN_GOV",), ()),
        ("A US official, speaking to NHK in private, said two missiles were fired.", ("ANON_US_OFFICIAL",), ()),
        ("The defense ministry of Japan said two missiles were fired.", ("JAPAN_MOD",), ()),
        ("South Korea's military spoke only of two missiles.", ("ROK_MILITARY",), ()),
        ("South Korea's military gave its own figure: two missiles.", ("ROK_MILITARY",), ()),
        ("Two missiles were fired, the militaries of South Korea and Japan said.", ("ROK_MILITARY", "JAPAN_MOD"), ()),
        ("Japan's coastguard, too, reported two missiles.", ("JAPAN_COAST_GUARD",), ()),
        ("Japan's coast guard warned ships, and the defense ministry said two missiles fell.", ("JAPAN_MOD",), ()),
        ("Japan's Defense Ministry saw a launch of two missiles, spokesman Ken Ono said.", ("JAPAN_MOD",), ()),
        ("Two missiles were fired, the JCS here said.", ("ROK_JCS",), ()),
        ("Two missiles flew, the longest flight recorded by a North Korean missile.", ("OUTLET",), ()),  # its maker
        ("Two missiles were fired, one of them a Hwasong-7 that U.S. officials said failed.", ("OUTLET",), ()),
        ("The South's military, revising a figure of 1,900 km, said two missiles were fired.", ("ROK_MILITARY",), ()),
        ("Japan's Defense Ministry has since told others it believes two missiles were fired.", ("JAPAN_MOD",), ()),
        ("Two missiles were said to be fired.", ("OUTLET",), ()),  # by whom is not said
    ],
)
def test_speaker(sentence: str, speaker: tuple[str, ...], through: tuple[str, ...]) -> None:
    (claim,) = [claim for claim in claims_of(LEAD + sentence, Attribute.COUNT) if claim.words == sentence]
    assert (originators(claim), relays(claim)) == (speaker, through)


def test_two_speakers_of_one_sentence_keep_their_own_counts() -> None:
    text = (
        "Two missiles were fired, Japan's Defense Ministry said, but South Korea's military acknowledged one missile."
    )
    found = [(originators(claim), claim.value.verbatim) for claim in claims_of(text, Attribute.COUNT)]
    assert found == [(("JAPAN_MOD",), "Two missiles"), (("ROK_MILITARY",), "one missile")]


def test_a_quotation_over_two_sentences_is_spoken_by_who_closes_it() -> None:
    text = (
        "North Korea launched a missile on Tuesday. “We saw one missile fired from Sinpo. It flew 300 km,” "
        "the Joint Chiefs of Staff said in a statement."
    )
    assert [originators(claim) for claim in claims_of(text, Attribute.COUNT)] == [("ROK_JCS",)]


def test_a_pronoun_goes_on_in_the_voice_before() -> None:
    text = "The missile was fired at noon, KCNA said. It reached an altitude of 50 km."
    assert [originators(claim) for claim in claims_of(text, Attribute.APOGEE)] == [("KCNA",)]


def test_anonymous_stays_anonymous() -> None:
    text = "North Korea fired two missiles, a military source said."
    (claim,) = claims_of(text, Attribute.COUNT)
    assert claim.attribution.originator.anonymous
    assert claim.attribution.originator.as_written == "a military source"


def test_the_day_of_speaking_is_kept_and_an_earlier_statement_is_marked() -> None:
    text = (
        "North Korea fired two missiles on Thursday, South Korea's military said. KCNA said on Friday that three "
        "missiles were fired. The JCS had earlier said one missile was fired."
    )
    said = [claim.said for claim in claims_of(text, Attribute.COUNT, "2022-03-26")]
    assert [(s.day.day, s.basis) for s in said if s] == [
        (26, DateBasis.STATED),
        (25, DateBasis.STATED),
        (26, DateBasis.INFERRED),
    ]
    assert said[2] is not None and said[2].note == EARLIER_STATEMENT


def test_words_of_one_speaker_are_not_put_on_two_days() -> None:
    text = (
        "North Korea fired two missiles on Sunday, the JCS said. The JCS said on Monday that four missiles were fired. "
        "It added that five missiles were fired."
    )
    said = [claim.said.day.day if claim.said else None for claim in claims_of(text, Attribute.COUNT, "2022-03-29")]
    assert said == [None, 28, 28]  # before the named day: unknown, for the publication would be too late


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Hans Muster, head of an institute for fish, said two missiles were fired.", "Hans Muster"),
        ("The Ruritanian navy said two missiles were fired.", "The Ruritanian navy"),
        ("Two missiles were fired, residents said.", "residents"),
        ("Two missiles were fired, according to the Ruritanian coast guard.", "the Ruritanian coast guard"),
        ("“Two missiles were fired,” said Hans Muster.", "Hans Muster"),
    ],
)
def test_a_speaker_the_data_do_not_know_is_kept_as_written(sentence: str, words: str) -> None:
    """The words are not put into the outlet's mouth, nor into that of whoever spoke before."""
    (claim,) = [claim for claim in claims_of(LEAD + sentence, Attribute.COUNT) if claim.words == sentence]
    speaker = claim.attribution.originator
    assert speaker.source_ids in {(), ("ANALYST",)} and speaker.as_written.startswith(words)
    assert speaker.span is not None and speaker.span.of(LEAD + sentence) == speaker.as_written


def test_an_unknown_speaker_is_the_same_one_by_surname_and_pronoun() -> None:
    text = LEAD + "Hans Muster said two missiles were fired. They flew 40 km, Muster said. It rose to 50 km, he added."
    reading = reading_of(text)
    speakers = [claim.attribution.originator for claim in reading.claims]
    unknown = {(speaker.as_written, speaker.span) for speaker in speakers if not speaker.source_ids}
    assert [words for words, _ in unknown] == ["Hans Muster"]


def test_a_quotation_that_goes_on_stays_with_its_speaker() -> None:
    text = LEAD + "“It was one missile,” said Ann Lee of the Pentagon. “It flew 40 km before it fell.”"
    assert [originators(claim) for claim in claims_of(text, Attribute.RANGE)] == [("US_DOD",)]


def test_who_puts_a_figure_at_something_says_it() -> None:
    text = "North Korea fired a missile on Tuesday. Japan's defense ministry put the altitude at 50 km."
    (claim,) = claims_of(text, Attribute.APOGEE, "2021-10-19")
    assert claim.attribution.originator.source_ids == ("JAPAN_MOD",)
