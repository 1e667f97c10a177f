"""The offline geocoder does what geopy's users expect of any geocoder, without a network."""

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.offline import OfflineGeocoder

GEOCODER = OfflineGeocoder(load_gazetteer())


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the offline geocoder opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def test_it_is_a_geopy_geocoder() -> None:
    assert isinstance(GEOCODER, Geocoder)
    with GEOCODER as same:
        assert same is GEOCODER


@pytest.mark.parametrize(
    ("query", "gazetteer_id"),
    [
        ("Sohae", "site:sohae"),
        ("Sinpo, South Hwanghae", "geonames:1870403"),
        ("Sinpo, South Hamgyong, North Korea", "geonames:2040959"),
        ({"city": "Sinpo", "state": "South Hamgyong", "country": "North Korea"}, "geonames:2040959"),
        ({"country": "North Korea", "place": "Wonsan"}, "geonames:1866923"),  # the order of the keys means nothing
        ({"country": "North Korea"}, "KP"),
        ("신포", "geonames:2040959"),
    ],
)
def test_geocode_one(query: Any, gazetteer_id: str) -> None:
    found = GEOCODER.geocode(query, timeout=1)
    assert isinstance(found, Location)
    assert found.raw["gazetteer_id"] == gazetteer_id


@pytest.mark.parametrize("query", ["Atlantis", "East Sea", "its eastern coast", {"city": "Atlantis"}])
def test_nothing_found_is_none_and_never_an_empty_list(query: Any) -> None:
    assert GEOCODER.geocode(query) is None
    assert GEOCODER.geocode(query, exactly_one=False) is None


def test_an_ambiguous_query_has_no_one_answer_but_all_candidates() -> None:
    assert GEOCODER.geocode("Hamgyong province") is None
    found = GEOCODER.geocode("Hamgyong province", exactly_one=False)
    assert isinstance(found, list)
    assert {one.raw["gazetteer_id"] for one in found} == {"KP-08", "KP-09"}
    assert all(one.raw["status"] == "ambiguous" and "may mean" in one.raw["reason"] for one in found)
    limited = GEOCODER.geocode("Hamgyong province", exactly_one=False, limit=1)
    assert isinstance(limited, list)
    assert len(limited) == 1


def test_raw_holds_the_facts() -> None:
    found = GEOCODER.geocode("Sinpho, South Hamgyong")
    assert isinstance(found, Location)
    assert found.address == "Sinpo, South Hamgyong, North Korea"
    assert (found.latitude, found.longitude) == (40.03971, 128.1943)
    facts = found.raw
    assert (facts["status"], facts["feature_class"], facts["province_id"]) == ("point", "city", "KP-08")
    assert (facts["radius_m"], facts["matched"]) == (10_000, "Sinpho")
    assert facts["source"] == "GeoNames 2040959 (CC BY 4.0)"
    assert "CC BY 4.0" in facts["licence"]
    plain = GEOCODER.geocode("Sinpo")
    assert isinstance(plain, Location)
    assert "geonames:1870403" in {one["gazetteer_id"] for one in plain.raw["candidates_lost"]}


def test_an_area_answers_with_the_radius_that_encloses_it() -> None:
    found = GEOCODER.geocode("South Hamgyong")
    assert isinstance(found, Location)
    assert (found.raw["status"], found.raw["area_id"]) == ("area", "KP-08")
    assert found.raw["radius_m"] > 100_000


@pytest.mark.parametrize(
    ("codes", "gazetteer_id"),
    [("kr", "KR-42"), ("KP", "KP-07"), (["KP"], "KP-07"), (["KP", "KR"], None), ("JP", None), (None, None)],
)
def test_country_codes_rule_out(codes: Any, gazetteer_id: str | None) -> None:
    found = GEOCODER.geocode("Kangwon", country_codes=codes)
    assert (found.raw["gazetteer_id"] if isinstance(found, Location) else None) == gazetteer_id


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (lambda: GEOCODER.geocode(""), "no letters"),
        (lambda: GEOCODER.geocode("  ,  "), "no letters"),
        (lambda: GEOCODER.geocode("12345"), "no letters"),
        (lambda: GEOCODER.geocode("x" * 100_000), "at most 120"),
        (lambda: GEOCODER.geocode("Sin\x00po"), "control characters"),
        (lambda: GEOCODER.geocode("\u202eopniS"), "text-direction"),
        (lambda: GEOCODER.geocode("https://example.org/Sinpo"), "web address"),
        (lambda: GEOCODER.geocode(cast(Any, None)), "not NoneType"),
        (lambda: GEOCODER.geocode({}), "no letters"),
        (lambda: GEOCODER.geocode({"street": "Main"}), "Unknown keys"),
        (lambda: GEOCODER.geocode("Sinpo", country_codes="PRK"), "'PRK'"),
        (lambda: GEOCODER.geocode("Sinpo", limit=0), "not 0"),
        (lambda: GEOCODER.reverse((91, 0)), "not on the globe"),
        (lambda: GEOCODER.reverse((0, 181)), "not on the globe"),  # not wrapped around to -179
        (lambda: GEOCODER.reverse((float("nan"), 0)), "not on the globe"),
        (lambda: GEOCODER.reverse("Sinpo"), "no point"),
        (lambda: GEOCODER.reverse((1, 2, 3, 4)), "no point"),
        (lambda: GEOCODER.reverse(None), "no point"),
    ],
)
def test_bad_input_is_a_query_error_with_the_reason(ask: Callable[[], object], reason: str) -> None:
    with pytest.raises(GeocoderQueryError, match=reason):
        ask()


def test_sql_is_only_a_name_nobody_has() -> None:
    assert GEOCODER.geocode("'; drop table places") is None


@pytest.mark.parametrize("query", [(40.04, 128.19), "40.04, 128.19", GeopyPoint(40.04, 128.19)])
def test_reverse_names_the_nearest(query: Any) -> None:
    found = GEOCODER.reverse(query)
    assert isinstance(found, Location)
    assert found.raw["gazetteer_id"] == "geonames:2040959"
    assert found.raw["distance_km"] < 1


def test_reverse_lists_by_distance_and_knows_the_open_sea() -> None:
    found = GEOCODER.reverse((40.04, 128.19), exactly_one=False, limit=3)
    assert isinstance(found, list)
    away = [one.raw["distance_km"] for one in found]
    assert away == sorted(away)
    assert len(found) == 3
    assert GEOCODER.reverse((0, -150)) is None
    assert GEOCODER.reverse((0, -150), exactly_one=False) is None


def test_reverse_never_answers_with_the_point_that_stands_for_an_area() -> None:
    centroid = GEOCODER.geocode("South Hamgyong")
    assert isinstance(centroid, Location)
    found = GEOCODER.reverse(centroid.point, exactly_one=False) or []
    assert isinstance(found, list)
    assert "KP-08" not in {one.raw["gazetteer_id"] for one in found}


def test_its_adapter_refuses_every_request() -> None:
    with pytest.raises(GeocoderServiceError, match="makes no requests"):
        GEOCODER._call_geocoder("https://example.org", lambda answer: answer)


def test_it_works_under_a_rate_limiter_and_from_threads() -> None:
    limited = RateLimiter(GEOCODER.geocode, min_delay_seconds=0)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(limited, ["Sohae", "Sinpo", "Atlantis", "Wonsan"] * 10))
    assert [one.raw["gazetteer_id"] if one else None for one in found[:4]] == [
        "site:sohae",
        "geonames:2040959",
        None,
        "geonames:1866923",
    ]


@given(st.text(max_size=130))
def test_any_text_is_answered_or_refused_by_geopy_errors_only(text: str) -> None:
    try:
        found = GEOCODER.geocode(text, exactly_one=False)
    except GeocoderQueryError:
        return
    assert found is None or found
