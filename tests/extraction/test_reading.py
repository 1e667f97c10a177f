"""Any text is read without an error, in time, with spans that hold."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model.claim import Attribute
from geo.model.report import Span
from tests.extraction.reader import claims_of, reading_of

PIECES = st.sampled_from(
    [
        "North Korea fired two ballistic missiles",
        "South Korea's military said",
        ", said Japan's Defense Ministry",
        "according to",
        "citing",
        "an unnamed source",
        "from near Sinpo",
        "in Hamgyong province",
        "at 10:17 a.m. KST",
        "(0117 GMT)",
        "on Tuesday",
        "on Oct. 19",
        "since 2017",
        "last month",
        "it flew 430 km",
        "to an altitude of 60 km",
        "for 37 minutes",
        "the Hwasong-14",
        "the same type that it launched in May",
        "into the Sea of Japan",
        ". ",
        ", ",
        "\n\n",
        "“",
        "”",
        '"',
        "but",
        "and",
        "KCNA quoted",
        "the 28th",
        "February 30",
        "99:99",
        "Mach 12",
        "the capital",
        "province of",
        "reportedly",
        "{{7*7}}",
        "<img src=x onerror=alert(1)>",
        "'; drop table claims;--",
        "\u202e",
    ]
)


def spans_hold(text: str) -> None:
    for claim in reading_of(text, "2021-10-19").claims:
        assert isinstance(claim.evidence, Span) and claim.value_span is not None
        assert claim.evidence.of(text) == claim.words
        assert claim.evidence.contains(claim.value_span)
        for speaker in claim.attribution.chain:
            assert speaker.span is None or speaker.span.of(text) == speaker.as_written


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    spans_hold(text)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_any_jumble_of_report_words_is_read(pieces: list[str]) -> None:
    spans_hold(" ".join(pieces) + ".")


def test_markup_is_text_like_any_other() -> None:
    text = (
        "North Korea fired two missiles {{7*7}} <img src=x onerror=alert(1)> '; drop table x;-- on Tuesday, KCNA said."
    )
    (claim,) = claims_of(text, Attribute.COUNT, "2021-10-19")
    assert claim.words == text


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1_000_000,
        "the missile of and was to " * 40_000,
        "North Korea fired two missiles, the military said. " * 20_000,
        "North Korea fired two missiles, the military said.\n" * 20_000,
        '"' * 1_000_000,
        "Aa Bb the of and was " * 50_000,
        "1 2 3 km the of and was " * 40_000,
    ],
    ids=["one word", "one sentence", "one line", "many lines", "quotes", "names", "numbers"],
)
def test_a_megabyte_is_read_in_seconds(text: str) -> None:
    started = time.perf_counter()
    reading_of(text, "2021-10-19")
    assert time.perf_counter() - started < 8  # 2 s on an idle machine; the suite shares its cores


def test_the_same_text_gives_the_same_reading() -> None:
    text = "North Korea fired two ballistic missiles from Sinpo on Tuesday, South Korea's military said."
    first, second = reading_of(text, "2021-10-19"), reading_of(text, "2021-10-19")
    assert first == second
    assert [claim.id for claim in first.claims] == [claim.id for claim in second.claims]
