"""Spellings of one name fold to one key; folding never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.romanisation import MAX_NAME_LENGTH, Role, fold, key

SPELLING = load_gazetteer().spelling


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Sinp’o", "sinpo"),
        ("SINP'O", "sinpo"),
        ("Wŏnsan", "wonsan"),
        ("Tongchang-ri", "tongchang ri"),
        ("  South   Hamgyong ", "south hamgyong"),
        ("신포", "신포"),  # Hangul is put together again after diacritics are taken off
        ("シンポ", "シンポ"),  # the mark that makes po of ho is no diacritic
        ("U.S.", "u s"),
        ("\u202eSinpo", "sinpo"),
        ("?!", ""),
        ("x" * (MAX_NAME_LENGTH + 1), ""),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=200))
def test_folding_never_fails_and_changes_nothing_the_second_time(text: str) -> None:
    once = fold(text)
    if len(once) <= MAX_NAME_LENGTH:
        assert fold(once) == once


@given(st.text(max_size=MAX_NAME_LENGTH))
def test_stems_and_skeletons_never_fail(text: str) -> None:
    stem = SPELLING.stem(fold(text))
    assert stem.skeleton.isascii()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sinpho", "Sinpo"),
        ("Shinpo", "Sinp'o"),
        ("Hamkyong", "Hamgyŏng"),
        ("Hamkyung", "Hamgyong"),
        ("Hamgyeong", "Hamgyong"),
        ("Phyongan", "P'yŏngan"),
        ("Pyeongan", "Pyongan"),
        ("Jagang", "Chagang"),
        ("Gangwon", "Kangwŏn"),
        ("Dongchang-ri", "Tongchang-ri"),
        ("Musudal-li", "Musudan-ri"),
        ("Banghyon", "Panghyŏn"),
        ("신포", "Sinpo"),
        ("함경", "Hamgyong"),
        ("Вонсан", "Wonsan"),
        ("Чхонджин", "Chonjin"),  # Kontsevich writes n for ng as well: Chongjin is met by its own row
    ],
)
def test_spellings_that_sound_alike_meet(one: str, other: str) -> None:
    assert key(SPELLING.skeleton(fold(one))) == key(SPELLING.skeleton(fold(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sunchon", "Sonchon"),  # two counties that reports confuse
        ("Sukchon", "Sunchon"),
        ("Songchon", "Sonchon"),
        ("South Hamgyong", "North Hamgyong"),
    ],
)
def test_names_that_differ_stay_apart(one: str, other: str) -> None:
    assert key(SPELLING.skeleton(fold(one))) != key(SPELLING.skeleton(fold(other)))


@pytest.mark.parametrize(
    ("written", "stem", "role"),
    [
        ("Hamgyong province", "hamgyong", Role.KIND),
        ("Sunchon airfield", "sunchon", Role.FACILITY),
        ("Wonsan area", "wonsan", Role.VICINITY),
        ("순안비행장", "순안", Role.FACILITY),
        ("무수단리", "무수단", Role.KIND),
        ("South Hamgyong province", "south hamgyong", Role.KIND),  # here the compass point is part of the name
        ("its eastern coast", "", Role.WIDE),
    ],
)
def test_generic_words_are_told_from_the_name(written: str, stem: str, role: Role) -> None:
    found = SPELLING.stem(fold(written))
    assert found.text == stem
    assert role in found.roles
