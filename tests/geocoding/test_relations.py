"""Words beside a name: what they state, how far they move a point, and what they leave open."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.context import Context
from geo.geocoding.geodesy import distance_km
from geo.geocoding.relations import beside, lies_between
from geo.geocoding.resolution import resolve
from geo.model.place import Place, Relation, Resolution, Toponym, UnknownPlace

GAZETTEER = load_gazetteer()


def found(words: str) -> Resolution:
    return resolve(Toponym(words, words, Relation.AT, (), "KP"), GAZETTEER, Context("KP"))


@pytest.mark.parametrize(
    ("words", "name", "relation"),
    [
        ("waters off Sinpo", "Sinpo", Relation.OFF),
        ("off the coast of Wonsan", "Wonsan", Relation.OFF),
        ("near Kusong", "Kusong", Relation.NEAR),
        ("the vicinity", None, None),
        ("Offenburg", None, None),  # begins with "off", but not with the word
        ("신포 앞바다", "신포", Relation.OFF),
        ("元山沖", "元山", Relation.OFF),
        ("원산 인근", "원산", Relation.NEAR),
        ("east of Wonsan", "Wonsan", Relation.NEAR),
        ("40 km north of Wonsan", "Wonsan", Relation.AT),
        ("40 km north of ", None, None),
        ("9999 km north of Wonsan", None, None),  # no such distance
        ("40 km northup of Wonsan", None, None),
    ],
)
def test_what_the_words_state(words: str, name: str | None, relation: Relation | None) -> None:
    stated = beside(words, GAZETTEER.beside)
    assert (stated.name if stated else None) == name
    assert (stated.relation if stated else None) == relation


@pytest.mark.parametrize(
    ("words", "kilometres"),
    [
        ("40 km north of Wonsan", 40.0),
        ("about 60 kilometers northeast of Wonsan", 60.0),
        ("25 miles east of Wonsan", 40.2336),
        ("10 nautical miles to the south-east of Wonsan", 18.52),
    ],
)
def test_a_distance_moves_the_point_and_widens_the_radius(words: str, kilometres: float) -> None:
    there, moved = found("Wonsan"), found(words)
    assert isinstance(there, Place)
    assert isinstance(moved, Place)
    assert there.point and moved.point and there.radius_m and moved.radius_m
    assert distance_km(there.point, moved.point) == pytest.approx(kilometres, rel=0.006)  # sphere against ellipsoid
    assert moved.radius_m > there.radius_m + 390 * kilometres  # half a point of the compass
    assert moved.gazetteer_id == there.gazetteer_id


def test_north_is_up() -> None:
    there, moved = found("Wonsan"), found("40 km north of Wonsan")
    assert isinstance(there, Place)
    assert isinstance(moved, Place)
    assert there.point and moved.point
    assert moved.point.longitude == pytest.approx(there.point.longitude)
    assert moved.point.latitude > there.point.latitude


@pytest.mark.parametrize(
    "words", ["between Sinpo and Wonsan", "40 km north of North Hamgyong", "40 km north of Nowhereville"]
)
def test_what_is_left_open(words: str) -> None:
    assert isinstance(found(words), UnknownPlace)


def test_between_says_so() -> None:
    assert lies_between("midway between Sinpo and Wonsan")
    unknown = found("between Sinpo and Wonsan")
    assert isinstance(unknown, UnknownPlace)
    assert "between" in unknown.reason


@given(st.text(max_size=200))
def test_any_text_is_read(words: str) -> None:
    stated = beside(words, GAZETTEER.beside)
    assert stated is None or stated.name


def test_a_long_text_is_read_at_once() -> None:
    started = time.perf_counter()
    beside("40 km " * 200_000, GAZETTEER.beside)
    lies_between("between " * 100_000)
    assert time.perf_counter() - started < 1
