"""When homonyms give way to each other and when they do not, in a gazetteer of made-up places."""

from dataclasses import replace
from typing import Any

import pytest

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.context import Context
from geo.geocoding.gazetteer import Entry, Gazetteer, Name, build_gazetteer
from geo.geocoding.resolution import resolve
from geo.model.place import AmbiguousPlace, FeatureClass, Place, Point, Relation, Resolution, Toponym

REAL = load_gazetteer()
HERE, NEARBY, FAR = Point(40.0, 127.0), Point(40.1, 127.0), Point(38.0, 127.0)  # 11 km and 222 km away


def entry(entry_id: str, feature_class: FeatureClass, point: Point | None, population: int = 0, **more: Any) -> Entry:
    alpha = Entry(entry_id, "Alpha", feature_class, "KP", "KP-08", "made up", point=point, population=population)
    return replace(alpha, **more)


def gazetteer(*entries: Entry) -> Gazetteer:
    names = [Name(one.id, "Alpha" if one.name != "Beta" else "Beta", "en", "official") for one in entries]
    return build_gazetteer(entries, names, REAL.spelling, REAL.radii)


def look_up(*entries: Entry, beside: tuple[str, ...] = ()) -> Resolution:
    return resolve(Toponym("Alpha", "Alpha", Relation.AT), gazetteer(*entries), Context("", beside))


CITY = entry("city", FeatureClass.CITY, HERE, 500_000)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (entry("x", FeatureClass.TOWN, NEARBY, 400_000), "is the same place, 11.1 km away"),
        (entry("x", FeatureClass.AIRFIELD, NEARBY), "is the same place, 11.1 km away"),
        (entry("x", FeatureClass.TOWN, FAR, 50_000), "is far less prominent: 50,000 people against 500,000"),
        (entry("x", FeatureClass.TOWN, FAR), "is far less prominent: no number of people against 500,000"),
        (entry("x", FeatureClass.TOWN, FAR, 400_000, name="Gamma"), "has this name only as a variant"),
        (entry("KP-08", FeatureClass.PROVINCE, None, area_id="KP-08"), "is the province around Alpha"),
        (entry("x", FeatureClass.COUNTY, None, area_id="KP-08"), "has no point of its own, only the province"),
    ],
)
def test_it_gives_way_and_says_why(other: Entry, reason: str) -> None:
    found = look_up(CITY, other)
    assert isinstance(found, Place)
    assert found.gazetteer_id == "city"
    (lost,) = found.alternatives
    assert lost.gazetteer_id == other.id
    assert reason in lost.reason


@pytest.mark.parametrize(
    "other",
    [
        entry("x", FeatureClass.TOWN, FAR, 50_001),  # more than a tenth of the people
        entry("x", FeatureClass.AIRFIELD, FAR),  # people do not weigh against a thing that has none
        entry("x", FeatureClass.ISLAND, FAR),
        entry("x", FeatureClass.TOWN, FAR, 400_000, name="Gamma", country="KR", admin_id="KR-42"),
        entry("KP-09", FeatureClass.PROVINCE, None, area_id="KP-09"),  # a province around something else
    ],
)
def test_it_does_not_give_way(other: Entry) -> None:
    found = look_up(CITY, other)
    assert isinstance(found, AmbiguousPlace)
    assert {one.gazetteer_id for one in found.candidates} == {"city", other.id}


def test_a_small_town_is_not_prominent_whatever_its_homonym() -> None:
    towns = entry("a", FeatureClass.TOWN, HERE, 49_999), entry("b", FeatureClass.TOWN, FAR)
    assert isinstance(look_up(*towns), AmbiguousPlace)


def test_a_name_beside_that_lies_in_both_candidates_decides_nothing() -> None:
    provinces = [entry(code, FeatureClass.PROVINCE, None, area_id=code, admin_id=code) for code in ("KP-08", "KP-09")]
    beside = [entry(f"beta-{code}", FeatureClass.TOWN, HERE, name="Beta", admin_id=code) for code in ("KP-08", "KP-09")]
    both = look_up(*provinces, *beside, beside=("Beta",))
    one = look_up(*provinces, beside[0], beside=("Beta",))
    assert isinstance(both, AmbiguousPlace)
    assert isinstance(one, AmbiguousPlace)
    assert "Beta" not in both.reason
    assert "Beta, named beside it" in one.reason
