"""A slip of the pen is mended only where it can mean one place."""

import re

import pytest

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.context import Context
from geo.geocoding.fuzzy import is_one_slip, misspelt
from geo.geocoding.resolution import resolve
from geo.model.place import Place, Relation, Resolution, Toponym, UnknownPlace

GAZETTEER = load_gazetteer()


def found(name: str, country: str = "KP", within: tuple[str, ...] = ()) -> Resolution:
    return resolve(Toponym(name, name, Relation.AT, within, ""), GAZETTEER, Context(country))


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("kusunk", "kusonk", True),  # a vowel for a vowel
        ("tonjankli", "tonkjankli", True),  # k lost
        ("sinpo", "sinppo", True),  # doubled
        ("hamhun", "hamhunk", True),
        ("kankton", "kankson", False),  # a consonant for another is another name
        ("sunjon", "sukjon", False),
        ("anju", "onju", False),  # the first letter is never a slip
        ("wonsan", "wonsan", False),
        ("wonsan", "wansen", False),  # two
        ("", "a", False),
    ],
)
def test_what_a_slip_is(one: str, other: str, is_slip: bool) -> None:
    assert is_one_slip(one, other) is is_slip
    assert is_one_slip(other, one) is is_slip


@pytest.mark.parametrize(
    ("written", "entry_id"),
    [("Kusung", "geonames:1875107"), ("Donchang-ri", "site:sohae"), ("Pyongsung", "geonames:1871871")],
)
def test_one_slip_is_mended_and_the_reason_says_so(written: str, entry_id: str) -> None:
    place = found(written)
    assert isinstance(place, Place)
    assert place.gazetteer_id == entry_id
    assert re.search('; spelled ".+" in the gazetteer$', place.radius_reason)


@pytest.mark.parametrize(
    ("written", "country", "within", "why"),
    [
        ("Donchang-ri", "", (), "no country: the world has too many names"),
        ("Kusung", "RU", (), "in a country whose names are not kept by their sound"),
        ("Kusung", "KP", ("Kangwon Province",), "the province rules it out"),
        ("Anjo", "KP", (), "too short"),
        ("Sino-ri", "KP", (), "Sin-ni, the name it is one letter from, is too short"),
        ("Kangfong", "KP", (), "a consonant for another"),
    ],
)
def test_what_is_not_mended(written: str, country: str, within: tuple[str, ...], why: str) -> None:
    assert isinstance(found(written, country, within), UnknownPlace), why


def test_a_name_that_is_known_is_no_slip() -> None:
    assert misspelt("Wonsan", "KP", GAZETTEER) is None
