"""Names in their context: which place, which candidates, or why none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.context import Context
from geo.geocoding.gazetteer import Entries
from geo.geocoding.resolution import resolve
from geo.model.place import AmbiguousPlace, FeatureClass, Place, Relation, Resolution, Toponym, UnknownPlace

GAZETTEER = load_gazetteer()
PROVINCE = frozenset({FeatureClass.PROVINCE})
SINPO = "geonames:2040959"
VILLAGE_SINPO = "geonames:1870403"


def look_up(name: str, *within: str, country: str = "KP", relation: Relation = Relation.AT) -> Resolution:
    return resolve(Toponym(name, name, relation, within, country), GAZETTEER)


def place(name: str, *within: str, country: str = "KP", relation: Relation = Relation.AT) -> Place:
    found = look_up(name, *within, country=country, relation=relation)
    assert isinstance(found, Place), found
    return found


@pytest.mark.parametrize(
    ("name", "within", "gazetteer_id"),
    [
        ("Sinpo", (), SINPO),
        ("Sinpho", (), SINPO),
        ("Shinpo", (), SINPO),
        ("신포", (), SINPO),
        ("新浦", (), SINPO),
        ("Sinpo", ("South Hamgyong province",), SINPO),
        ("Sinpo", ("Hamgyong province",), SINPO),  # only this Sinpo lies in either Hamgyong
        ("Sinpo", ("Hamgyong province", "North Korea"), SINPO),
        ("Sinp'o", ("South Hwanghae",), VILLAGE_SINPO),  # the hint wins over the city
        ("Sinpho", ("South Hwanghae",), VILLAGE_SINPO),  # also through a looser spelling
        ("Sinpo South Shipyard", (), "site:sinpo"),
        ("Sinpho shipyard", (), "site:sinpo"),
        ("Синпхо", (), SINPO),  # only the shipyard has a Russian name: the town it is called after, by its sound
        ("Верфь Синпхо", (), "site:sinpo"),
        ("the East Sea", (), "sea:east-sea"),  # an article is no part of the name
        ("Sohae", (), "site:sohae"),
        ("Tongchang-ri", (), "site:sohae"),
        ("Dongchang-ri", (), "site:sohae"),
        ("Musudal-li", (), "site:tonghae"),
        ("Hodo peninsula", (), "site:hodo"),
        ("Sunan airport", (), "site:sunan"),
        ("Banghyon airfield", (), "site:panghyon"),
        ("Wonsan", ("Kangwon Province",), "geonames:1866923"),
        ("Wonsan area", (), "geonames:1866923"),
        ("Kusong airfield", (), "geonames:1875107"),  # no airfield of that name: the town, more widely drawn
        ("Sunan airport", ("South Pyongan",), "site:sunan"),  # where CSIS puts it; today it is Pyongyang
        ("Musudan-ri", ("Hwadae County",), "site:tonghae"),  # a county is a hint by distance
        ("Kosan", (), "geonames:1875632"),  # Kapsan only has it as a Japanese reading of its name
        ("Pukchang", (), "site:pukchang"),  # GeoNames has it as a variant of Pukchil, 93 km away
        ("South Hamgyong", (), "KP-08"),
        ("South Hamkyung Province", (), "KP-08"),
        ("Hamgyong-namdo", (), "KP-08"),
        ("Hamgyeongbuk-do", (), "KP-09"),
        ("Jagang", (), "KP-04"),
        ("Kangwon", (), "KP-07"),  # its South Korean namesake is ruled out by the country
        ("North Phyongan Province", (), "KP-03"),
        ("North Korea", (), "KP"),
    ],
)
def test_names_find_their_place(name: str, within: tuple[str, ...], gazetteer_id: str) -> None:
    assert place(name, *within).gazetteer_id == gazetteer_id


@pytest.mark.parametrize(
    ("name", "country", "candidates"),
    [
        ("Hamgyong", "KP", {"KP-08", "KP-09"}),
        ("Hamgyong province", "KP", {"KP-08", "KP-09"}),
        ("Hamkyong province", "", {"KP-08", "KP-09"}),
        ("Pyongan province", "KP", {"KP-02", "KP-03"}),
        ("Hwanghae", "KP", {"KP-05", "KP-06"}),
        ("함경도", "KP", {"KP-08", "KP-09"}),
        ("Songwon", "KP", {"geonames:2040480", "geonames:2042704"}),  # two towns of Chagang, as many people in each
        ("Sunchon", "", {"geonames:1869012", "geonames:1835648", "site:sunchon"}),
        ("Kangwon", "", {"KP-07", "KR-42"}),  # without a country the two Koreas each have one
    ],
)
def test_names_of_several_places_stay_ambiguous(name: str, country: str, candidates: set[str]) -> None:
    found = look_up(name, country=country)
    assert isinstance(found, AmbiguousPlace)
    assert {one.gazetteer_id for one in found.candidates} == candidates
    assert f"'{name}' may mean" in found.reason


@pytest.mark.parametrize(
    ("name", "area_id"),
    [
        ("East Sea", "sea:east-sea"),
        ("Sea of Japan", "sea:east-sea"),  # both sea names, one sea
        ("동해", "sea:east-sea"),
        ("Tongjoson Bay", "sea:east-korea-bay"),
        ("黃海", "sea:yellow-sea"),
        ("Akita Prefecture", "JP-05"),
        ("강원도", "KP-07"),
        ("Honshu", "island:honshu"),
    ],
)
def test_seas_provinces_and_great_islands_are_areas_and_never_a_pin(name: str, area_id: str) -> None:
    country = area_id[:2] if area_id[2] == "-" else ""
    found = look_up(name, country=country)
    assert isinstance(found, Place)
    assert (found.area_id, found.point) == (area_id, None)


@pytest.mark.parametrize(
    ("name", "country", "within", "entry_id"),
    [
        ("Baengnyeong Island", "KR", (), "island:baengnyeong"),
        ("대청도", "KR", (), "island:daecheong"),
        ("Takeshima", "", (), "island:liancourt"),
        ("Dokdo", "KR", (), "island:liancourt"),
        ("奥尻島", "JP", (), "island:okushiri"),
        ("Cho-do", "KP", ("South Hwanghae",), "island:cho"),
        ("Okpyong-ri", "KP", (), "town:okpyong"),
        ("Toksan airfield", "KP", (), "airport:KP-0025"),
        ("Kusong-gun", "KP", (), "geonames:1875107"),
        ("Phyongwon County", "KP", (), "geonames:1871865"),
        ("Dongchang County", "KP", (), "geonames:2039860"),  # not the launch site at Dongchang-ri
        ("Taepodong missile base", "KP", (), "site:tonghae"),  # the older name of the place
        ("Seongju", "KR", ("North Gyeongsang",), "county:47840"),
    ],
)
def test_islands_counties_airfields_and_villages_of_the_news(
    name: str, country: str, within: tuple[str, ...], entry_id: str
) -> None:
    found = look_up(name, *within, country=country)
    assert isinstance(found, Place)
    assert found.gazetteer_id == entry_id


@pytest.mark.parametrize(
    ("name", "within", "reason"),
    [
        ("eastern coast", (), "too wide"),
        ("its eastern coast", (), "too wide"),
        ("east coast", (), "too wide"),
        ("Korean Peninsula", (), "too wide"),
        ("Sinpo", ("Ryanggang",), "lies in South Hamgyong, not in Ryanggang"),
        ("Musudan-ri", ("Sinpo",), "lies in North Hamgyong, not in Sinpo"),
        ("Busan", (), "lies in South Korea, not in North Korea"),
        ("Qwghlmia", (), "has no place called 'Qwghlmia'"),
        ("", (), "not a place name"),
        ("?!", (), "not a place name"),
        ("x" * 100_000, (), "not a place name"),
    ],
)
def test_what_is_no_place_says_why(name: str, within: tuple[str, ...], reason: str) -> None:
    found = look_up(name, *within)
    assert isinstance(found, UnknownPlace)
    assert reason in found.reason
    assert len(found.reason) < 500


def test_a_place_beside_would_decide_but_does_not() -> None:
    words = "Hamgyong province"
    found = resolve(Toponym(words, words, Relation.IN), GAZETTEER, Context("KP", ("Sinpo",), PROVINCE))
    assert isinstance(found, AmbiguousPlace)
    assert {one.gazetteer_id for one in found.candidates} == {"KP-08", "KP-09"}
    assert "Sinpo, named beside it, lies in South Hamgyong" in found.reason


def test_korean_spelling_rules_hold_on_both_sides_of_the_border() -> None:
    assert place("Phohang", country="KR").name == "Pohang"


def test_what_lost_is_kept_with_its_reason() -> None:
    lost = {one.gazetteer_id: one.reason for one in place("Sinpo", "Hamgyong province").alternatives}
    assert lost[VILLAGE_SINPO] == "lies in South Hwanghae, not in Hamgyong province"
    lost = {one.gazetteer_id: one.reason for one in place("Sinpo").alternatives}
    assert "far less prominent" in lost[VILLAGE_SINPO]


def test_a_chosen_place_is_never_among_those_that_lost() -> None:
    found = place("Kusong airfield")
    assert found.gazetteer_id not in {one.gazetteer_id for one in found.alternatives}


@pytest.mark.parametrize(
    ("name", "relation", "metres"),
    [
        ("Sinpo", Relation.AT, 10_000),
        ("Sinpo", Relation.NEAR, 30_000),
        ("Sinpo", Relation.OFF, 40_000),
        ("Wonsan area", Relation.IN, 30_000),  # "area" widens whatever the preposition
        ("Sunan airport", Relation.FROM, 3_000),
        ("Sondok", Relation.FROM, 10_000),  # a town known only by its airfield: no closer than near it
        ("Sondok airfield", Relation.FROM, 3_000),
        ("Pyongyang", Relation.AT, 15_000),  # the extent of the city itself
    ],
)
def test_the_radius_follows_the_words(name: str, relation: Relation, metres: float) -> None:
    found = place(name, relation=relation)
    assert found.radius_m == metres
    assert found.radius_reason


def test_two_points_of_one_name_are_both_inside_the_radius() -> None:
    found = place("Uiju")  # the town and the launch point CNS gives lie 19.7 km apart
    assert found.radius_m is not None
    assert 19_600 < found.radius_m < 19_800


def test_a_province_is_an_area_without_a_pin() -> None:
    found = place("South Hamgyong")
    assert (found.point, found.area_id, found.admin_area) == (None, "KP-08", "")


def test_a_city_is_its_province_where_a_province_is_asked_for() -> None:
    asked = resolve(Toponym("Pyongyang", "Pyongyang", Relation.IN), GAZETTEER, Context("KP", (), PROVINCE))
    assert isinstance(asked, Place)
    assert asked.area_id == "KP-01"
    assert place("Pyongyang").point is not None


def test_a_site_without_a_published_point_is_its_province() -> None:
    found = place("Toyang-ri")
    assert (found.point, found.area_id, found.admin_area) == (None, "KP-04", "Chagang")
    assert "no source gives a coordinate" in found.radius_reason


def test_the_country_of_the_words_goes_before_the_country_of_the_launch() -> None:
    suncheon = resolve(Toponym("Sunchon", "Sunchon", Relation.AT, country="KR"), GAZETTEER, Context("KP"))
    assert isinstance(suncheon, Place)
    assert suncheon.country == "KR"


def test_a_known_place_without_point_or_area_is_not_called_wide() -> None:
    nowhere = replace(GAZETTEER.entries["site:toyang-ri"], area_id="")
    gazetteer = replace(GAZETTEER, entries=Entries({**GAZETTEER.entries, nowhere.id: nowhere}))
    found = resolve(Toponym("Toyang-ri", "Toyang-ri", Relation.AT), gazetteer)
    assert found == UnknownPlace("Toyang-ri is known, but no source gives its coordinate or its area.")


def test_the_reason_quotes_the_words_of_the_report() -> None:
    found = resolve(Toponym("Hamgyong province", "Hamgyong", Relation.IN, country="KP"), GAZETTEER)
    assert isinstance(found, AmbiguousPlace)
    assert found.reason.startswith("'Hamgyong province' may mean South Hamgyong or North Hamgyong")


@given(st.text(max_size=150), st.lists(st.text(max_size=40), max_size=3), st.sampled_from(Relation))
def test_any_text_is_answered(name: str, within: list[str], relation: Relation) -> None:
    found = resolve(Toponym(name, name, relation, tuple(within)), GAZETTEER, Context("KP", ("Sinpo",)))
    assert isinstance(found, Place | AmbiguousPlace | UnknownPlace)


@given(st.sampled_from(sorted({one.text for group in GAZETTEER.index.values() for one in group})))
def test_every_name_in_the_gazetteer_is_answered_with_what_it_names(name: str) -> None:
    found = look_up(name, country="")
    met = next(GAZETTEER.readings(name)).matches
    if isinstance(found, Place):
        assert found.gazetteer_id in met
    if isinstance(found, AmbiguousPlace):
        assert {one.gazetteer_id for one in found.candidates} <= set(met)
