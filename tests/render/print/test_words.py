"""Lines of text that fit, whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.fonts import fonts_folder
from geo.render.print.fonts import register, width_mm
from geo.render.print.words import clean, shorten, wrap

FAMILY, POINTS = "Atlas Sans", 10.0


@pytest.fixture(scope="module", autouse=True)
def fonts() -> None:
    register(fonts_folder())


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\u202eb\u2066c", "a b c"),  # controls that turn the line round
        ("a\x00\x1b\nb\t c", "a b c"),
        ("{{7*7}} $x^2$ <b>", "{{7*7}} $x^2$ <b>"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # a joiner inside a word is part of it
    ],
)
def test_what_nobody_sees_becomes_a_space(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(max_size=600), st.integers(1, 4))
def test_every_line_fits(text: str, most: int) -> None:
    lines = wrap(text, FAMILY, POINTS, 60, most)
    assert len(lines) <= most
    assert all(width_mm(line, FAMILY, POINTS) <= 60.01 or len(line) <= 2 for line in lines)


def test_words_are_kept_when_there_is_room() -> None:
    assert wrap("one two three", FAMILY, POINTS, 100, 2) == ["one two three"]


def test_a_word_without_spaces_is_broken() -> None:
    lines = wrap("x" * 200, FAMILY, POINTS, 40, 20)
    assert "".join(lines) == "x" * 200 and len(lines) > 2


def test_what_is_cut_off_shows_it() -> None:
    assert shorten("a very long sentence indeed", FAMILY, POINTS, 20).endswith("…")


def test_hangul_breaks_at_spaces_and_han_anywhere() -> None:
    assert wrap("북한 미사일 발사", FAMILY, POINTS, 16, 9) == ["북한", "미사일", "발사"]
    assert len(wrap("東海" * 20, FAMILY, POINTS, 40, 9)) > 2
