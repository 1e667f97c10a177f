"""Spellings of one name fold to one key; folding never fails."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.romanisation import E_OR_YO, MAX_NAME_LENGTH, NASAL, Role, fold, key

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
    folded = fold(text)
    stem = SPELLING.stem(folded)
    assert stem.skeleton == stem.skeleton.casefold()
    assert SPELLING.blurred(folded).replace(NASAL, "").replace(E_OR_YO, "").isascii()


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
        ("Hweryong", "Hoeryŏng"),
        ("咸鏡北道", "咸镜北道"),  # simplified
        ("平壌", "平壤"),  # as Japan writes it
        ("黃海", "黄海"),
    ],
)
def test_spellings_that_sound_alike_meet(one: str, other: str) -> None:
    assert key(SPELLING.skeleton(fold(one))) == key(SPELLING.skeleton(fold(other)))


@pytest.mark.parametrize(
    ("russian", "other"),
    [
        ("Вонсан", "Wonsan"),
        ("Чхонджин", "Chongjin"),  # n stands for ng as well
        ("Кусон", "Kusŏng"),
        ("Сепхо", "Sepho"),  # e is e here
        ("Пхёнсон", "P'yŏngsŏng"),  # and yo here, its dots lost
        ("Йонбён", "Nyongbyon"[1:]),
        ("Хверён", "Hoeryong"),
        ("Ыллюль", "Ŭllyul"),
        ("Вонсан", "원산"),
    ],
)
def test_russian_spellings_meet_what_they_cannot_tell_apart(russian: str, other: str) -> None:
    assert key(SPELLING.skeleton(fold(russian))) == key(SPELLING.blurred(fold(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sunchon", "Sonchon"),  # two counties that reports confuse
        ("Sukchon", "Sunchon"),
        ("Songchon", "Sonchon"),
        ("South Hamgyong", "North Hamgyong"),
        ("南浦", "新浦"),
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
        ("풍계리 핵실험장", "풍계리", Role.FACILITY),
        ("오산 공군기지", "오산", Role.FACILITY),
        ("咸鏡北道", "咸鏡北", Role.KIND),
        ("奥尻島", "奥尻", Role.KIND),
        ("аэродром Сондок", "сондок", Role.FACILITY),
        ("Samsok District", "samsok", Role.KIND),
        ("South Hamgyong province", "south hamgyong", Role.KIND),  # here the compass point is part of the name
        ("its eastern coast", "", Role.WIDE),
    ],
)
def test_generic_words_are_told_from_the_name(written: str, stem: str, role: Role) -> None:
    found = SPELLING.stem(fold(written))
    assert found.text == stem
    assert role in found.roles
