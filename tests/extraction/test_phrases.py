"""Word lists in a text: longest first, capitals, several lists of one vocabulary, a window of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extraction.phrases import Phrases, Vocabulary

ROWS = [
    ("joint chiefs", "two"),
    ("joint chiefs of staff", "four"),
    ("chiefs", "one"),
    ("US", "land"),
    ("missile(s)", "m"),
]
LETTERS = st.lists(
    st.sampled_from(["joint", "Chiefs", "of", "staff", "US", "us", "missiles", ",", "-", "x"]), max_size=30
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("the Joint Chiefs of Staff", ["four"]),
        ("the joint chiefs, of staff", ["two"]),  # a comma is no joint
        ("chiefs of staff", ["one"]),
        ("the US told us", ["land"]),  # written in capitals in the list
        ("a missile, two missiles", ["m", "m"]),
        ("joint-chiefs", ["two"]),
        ("", []),
    ],
)
def test_the_longest_phrase_is_found_first(text: str, values: list[str]) -> None:
    assert [found.value for found in Phrases(ROWS).find(text)] == values


def test_lists_of_one_vocabulary_do_not_hide_each_other() -> None:
    shared = Vocabulary()
    bodies, words = Phrases(ROWS, vocabulary=shared), Phrases([("staff", "s"), ("joint", "j")], vocabulary=shared)
    text = "the Joint Chiefs of Staff"
    assert [found.words for found in bodies.find(text)] == ["Joint Chiefs of Staff"]
    assert [found.words for found in words.find(text)] == ["Joint", "Staff"]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 21, ["Joint Chiefs of Staff"]), (0, 20, ["Joint Chiefs"]), (1, 21, ["Chiefs"]), (5, 5, []), (14, 99, [])],
)
def test_a_window_holds_whole_words_only(start: int, end: int, words: list[str]) -> None:
    assert [found.words for found in Phrases(ROWS).within("Joint Chiefs of Staff", start, end)] == words


@given(LETTERS)
def test_sharing_a_vocabulary_changes_nothing(words: list[str]) -> None:
    text, shared = " ".join(words), Vocabulary()
    Phrases([("of", "o"), ("us", "u"), ("staff x", "x")], vocabulary=shared)
    found = Phrases(ROWS, vocabulary=shared).find(text)
    assert found == Phrases(ROWS).find(text) == Phrases(ROWS).within(text, 0, len(text))
    assert all(text[each.start : each.end] == each.words for each in found)
