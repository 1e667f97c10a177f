"""Sentences: exact offsets, furniture told apart, nothing torn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extraction.segmentation import LONGEST_PARAGRAPH, SentenceKind, bodies, segment


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It was fired at 10 a.m. local time. It fell.", ["It was fired at 10 a.m. local time.", "It fell."]),
        ("Col. Lee Sung-jun spoke. He left.", ["Col. Lee Sung-jun spoke.", "He left."]),
        ("It flew 99.8 km. Then it fell.", ["It flew 99.8 km.", "Then it fell."]),
        ("It flew at 2:15 a.m. The JCS saw it.", ["It flew at 2:15 a.m.", "The JCS saw it."]),
        ("It flew at 2:15 a.m. Tuesday in Seoul.", ["It flew at 2:15 a.m. Tuesday in Seoul."]),
        ("Rear Adm. Lee spoke.", ["Rear Adm. Lee spoke."]),
        ('It flew south. "It fell," he said.', ["It flew south.", '"It fell," he said.']),
        ("The U.S. Pacific Command spoke on Oct. 19 there.", ["The U.S. Pacific Command spoke on Oct. 19 there."]),
        ("A line broken\nin its middle.", ["A line broken\nin its middle."]),  # plain-text mail
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("A headline without a stop\n\nA sentence.", ["A sentence."]),  # furniture is no sentence
        ("By A. Reporter\n\n19 October 2021 04:39\n\nA sentence.", ["A sentence."]),
        ('He said: "It flew."', ['He said: "It flew."']),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in bodies(segment(text))] == sentences


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("SEOUL, Oct. 19 (Yonhap) -- North Korea fired it.", "North Korea fired it."),
        ("SEOUL, South Korea (AP) - The North fired it.", "The North fired it."),
        ("TOKYO, Aug 29 — A missile flew.", "A missile flew."),
        ("Pyongyang, January 6 (KCNA) -- A test was made.", "A test was made."),
        ("North Korea fired it - twice.", "North Korea fired it - twice."),  # a dash alone is no dateline
    ],
)
def test_the_dateline_is_no_part_of_the_statement(text: str, body: str) -> None:
    (sentence,) = segment(text)
    assert sentence.text[sentence.body :] == body


@given(st.text(max_size=400))
def test_offsets_are_exact_and_in_order(text: str) -> None:
    end = 0
    for sentence in segment(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= end
        end = sentence.end


def test_an_endless_line_is_set_aside() -> None:
    (sentence,) = segment("missile " * LONGEST_PARAGRAPH)
    assert sentence.kind is SentenceKind.OVERLONG


def test_a_long_word_before_a_full_stop_is_no_abbreviation() -> None:
    text = "It fell about 730 miles east of Cape Erimo on Hokkaido. On Saturday, the North had fired three projectiles."
    assert [sentence.text[:5] for sentence in segment(text)] == ["It fe", "On Sa"]
