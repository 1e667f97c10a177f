"""The offline geocoder does what geopy's users expect of any geocoder, without a network."""

import asyncio
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, cast

import pytest
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderServiceError
from geopy.extra.rate_limiter import AsyncRateLimiter, RateLimiter
from geopy.geocoders import get_geocoder_for_service
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint
from hypothesis import given
from hypothesis import strategies as st

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.areas import Areas
from geo.geocoding.gazetteer import build_gazetteer
from geo.geocoding.geodesy import distance_km
from geo.geocoding.nearby import Nearby
from geo.geocoding.offline import NoNetworkAsyncAdapter, OfflineGeocoder
from geo.geocoding.pacing import AsyncRateLimiter as PromptAsyncRateLimiter
from geo.geocoding.pacing import RateLimiter as PromptRateLimiter
from geo.model.place import Point

GEOCODER = OfflineGeocoder(load_gazetteer())
LOOP = asyncio.new_event_loop()  # made here: a loop opens a pair of sockets to itself, which the tests forbid


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


@pytest.mark.parametrize("query", ["Zzyzxville", "its eastern coast", {"city": "Zzyzxville"}])
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


@pytest.mark.parametrize(
    ("query", "source", "is_geonames"),
    [
        ("Sinpo, South Hamgyong", "GeoNames", True),
        ("Tanchon, South Hamgyong", "OurAirports", False),  # its id is GeoNames', its point is not
    ],
)
def test_the_licence_is_that_of_the_coordinate(query: str, source: str, is_geonames: bool) -> None:
    found = GEOCODER.geocode(query)
    assert isinstance(found, Location)
    assert found.raw["source"].startswith(source)
    assert ("CC BY 4.0" in found.raw["licence"]) is is_geonames


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
        (lambda: GEOCODER.geocode("x" * 100_000), "at most 500"),
        (lambda: GEOCODER.geocode("Sinpo," * 20_000), "at most 500"),
        (lambda: GEOCODER.geocode("x" * 121), "at most 120"),
        (lambda: GEOCODER.geocode({"city": "x" * 100_000}), "at most 120"),
        (lambda: GEOCODER.geocode("'; drop table places"), "';'"),
        (lambda: GEOCODER.geocode("{{7*7}} Sinpo"), "'{'"),
        (lambda: GEOCODER.geocode("<b>Sinpo</b>"), "'<'"),
        (lambda: GEOCODER.geocode("40.04, 128.19"), "no letters"),
        (lambda: GEOCODER.geocode("www.x.org"), "web address"),
        (lambda: GEOCODER.geocode("example.com/Sinpo"), "web address"),
        (lambda: GEOCODER.geocode("javascript://Sinpo"), "web address"),
        (lambda: GEOCODER.geocode("Sinpo, http://x"), "web address"),
        (lambda: GEOCODER.geocode("Sin\x00po"), "control characters"),
        (lambda: GEOCODER.geocode("\u202eopniS"), "text-direction"),
        (lambda: GEOCODER.geocode("https://example.org/Sinpo"), "web address"),
        (lambda: GEOCODER.geocode(cast(Any, None)), "not NoneType"),
        (lambda: GEOCODER.geocode({}), "no letters"),
        (lambda: GEOCODER.geocode({"city": cast(Any, 7)}), "not int"),
        (lambda: GEOCODER.geocode("Sinpo", language=cast(Any, 7)), "not int"),
        (lambda: GEOCODER.geocode({"street": "Main"}), "Unknown keys"),
        (lambda: GEOCODER.geocode("Sinpo", country_codes="PRK"), "'PRK'"),
        (lambda: GEOCODER.geocode("Sinpo", limit=0), "not 0"),
        (lambda: GEOCODER.reverse((91, 0)), "not on the globe"),
        (lambda: GEOCODER.reverse((0, 181)), "not on the globe"),  # not wrapped around to -179
        (lambda: GEOCODER.reverse((float("nan"), 0)), "not on the globe"),
        (lambda: GEOCODER.reverse("91, 0"), "not on the globe"),
        (lambda: GEOCODER.reverse("0, 181"), "not on the globe"),
        (lambda: GEOCODER.reverse("40 N, 200 E"), "past 180"),
        (lambda: GEOCODER.reverse("1" * 100_000), "at most 500"),
        (lambda: GEOCODER.reverse("Sinpo"), "no point"),
        (lambda: GEOCODER.reverse((1, 2, 3, 4)), "no point"),
        (lambda: GEOCODER.reverse(None), "no point"),
    ],
)
def test_bad_input_is_a_query_error_with_the_reason(ask: Callable[[], object], reason: str) -> None:
    with pytest.raises(GeocoderQueryError, match=reason):
        ask()


@pytest.mark.parametrize(
    "name", ["St. John's", "Ra’s al-Khaymah", "San`a'", "Whitchurch–Stouffville", "U.S.", "U.A.E.", "جلال\u200cآباد"]
)
def test_signs_that_names_have_are_no_fault(name: str) -> None:
    GEOCODER.geocode(name)


def test_bad_input_is_refused_at_once_by_our_limiter_and_after_ten_seconds_by_geopys() -> None:
    before = time.monotonic()
    with pytest.raises(GeocoderQueryError, match="no letters"):
        PromptRateLimiter(GEOCODER.geocode)("12345")
    assert time.monotonic() - before < 0.1
    # geopy's own tries a GeocoderQueryError again: it is a GeocoderServiceError.
    before = time.monotonic()
    assert RateLimiter(GEOCODER.geocode, error_wait_seconds=0.1)("12345") is None
    assert time.monotonic() - before > 0.2


def test_our_limiter_still_retries_what_may_pass() -> None:
    tries: list[str] = []

    def fails_once(name: str) -> str:
        tries.append(name)
        if len(tries) == 1:
            raise GeocoderServiceError("busy")
        return name

    assert PromptRateLimiter(fails_once, error_wait_seconds=0.01)("Sinpo") == "Sinpo"


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
        found = list(pool.map(limited, ["Sohae", "Sinpo", "Zzyzxville", "Wonsan"] * 10))
    assert [one.raw["gazetteer_id"] if one else None for one in found[:4]] == [
        "site:sohae",
        "geonames:2040959",
        None,
        "geonames:1866923",
    ]


def test_an_async_adapter_makes_awaitables_as_with_geopys_own() -> None:
    async def ask() -> tuple[Any, Any, Any]:
        async with OfflineGeocoder(load_gazetteer(), adapter_factory=NoNetworkAsyncAdapter) as geocoder:
            with pytest.raises(GeocoderQueryError):
                await PromptAsyncRateLimiter(geocoder.geocode)("12345")
            limited = AsyncRateLimiter(geocoder.geocode, min_delay_seconds=0)
            return await asyncio.gather(
                limited("Sohae"), geocoder.geocode("Zzyzxville"), geocoder.reverse((40.04, 128.19))
            )

    # a thread of its own: the browser tests leave their loop running on the main one
    with ThreadPoolExecutor(1) as thread:
        sohae, atlantis, sinpo = thread.submit(LOOP.run_until_complete, ask()).result()
    assert sohae.raw["gazetteer_id"] == "site:sohae"
    assert atlantis is None
    assert sinpo.raw["gazetteer_id"] == "geonames:2040959"


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("ko", "신포, 함경남도, 북한"),
        ("ja", "新浦, 咸鏡南道, 北朝鮮"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "신포, 함경남도, 북한"),  # a browser's accept-language
        ("en", "Sinpo, South Hamgyong, North Korea"),
        ("tlh", "Sinpo, South Hamgyong, North Korea"),  # no such names: the one the gazetteer shows
        (None, "Sinpo, South Hamgyong, North Korea"),
        (False, "Sinpo, South Hamgyong, North Korea"),
    ],
)
def test_the_answer_is_named_in_the_language_asked_for(language: Any, address: str) -> None:
    assert GEOCODER.geocode("Sinpo", country_codes="KP", language=language).address == address


def test_it_needs_a_gazetteer_and_says_where_one_is() -> None:
    assert issubclass(get_geocoder_for_service("launch_map"), OfflineGeocoder)
    with pytest.raises(ConfigurationError, match="LaunchMapGeocoder"):
        OfflineGeocoder()


SQUARE = [[[127.0, 39.0], [129.0, 39.0], [129.0, 41.0], [127.0, 41.0], [127.0, 39.0]]]
HOLE = [[127.9, 39.9], [128.1, 39.9], [128.1, 40.1], [127.9, 40.1], [127.9, 39.9]]


@pytest.mark.parametrize(
    ("at", "inside"),
    [
        ((39.5, 128.5), ("small", "holed")),
        ((40.5, 127.5), ("holed",)),
        ((40.0, 128.0), ()),  # in the hole
        ((41.5, 128.0), ()),
        ((-40.5, 127.5), ()),
    ],
)
def test_areas_around_a_point_the_smallest_first(at: tuple[float, float], inside: tuple[str, ...]) -> None:
    small = [[[[128.0, 39.0], [129.0, 39.0], [129.0, 39.9], [128.0, 39.9], [128.0, 39.0]]]]
    areas = Areas({"holed": [[*SQUARE, HOLE]], "small": small, "empty": []})
    assert areas.containing(Point(*at)) == inside


def test_reverse_with_areas_names_the_province_where_no_place_is_near() -> None:
    box = [[[[126.0, 38.0], [130.0, 38.0], [130.0, 42.0], [126.0, 42.0], [126.0, 38.0]]]]
    geocoder = OfflineGeocoder(load_gazetteer(), areas=Areas({"KP-08": box, "nobody": box}).containing)
    near = geocoder.reverse((40.04, 128.19))
    assert near.raw["inside"] == ["KP-08"]
    listed = geocoder.reverse((40.04, 128.19), exactly_one=False)
    assert (listed[-1].raw["status"], listed[-1].raw["gazetteer_id"]) == ("area", "KP-08")
    at_sea = OfflineGeocoder(
        load_gazetteer(),
        areas=Areas({"KP-08": [[[[-151, -1], [-149, -1], [-149, 1], [-151, 1], [-151, -1]]]]}).containing,
    )
    assert at_sea.reverse((0, -150)).raw["gazetteer_id"] == "KP-08"


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ((0.0, 179.9), (0.0, -179.9)),  # over the antimeridian
        ((89.9, 0.0), (89.9, 170.0)),  # over the pole
        ((-89.95, 10.0), (-89.95, -170.0)),
    ],
)
def test_nearness_goes_around_the_globe(here: tuple[float, float], there: tuple[float, float]) -> None:
    gazetteer = load_gazetteer()
    entry = replace(gazetteer.entries["geonames:2040959"], id="own:1", point=Point(*there))
    small = build_gazetteer([entry], [], gazetteer.spelling, gazetteer.radii)
    ((away, entry_id, _),) = Nearby(small).within(Point(*here), 50)
    assert entry_id == "own:1"
    assert away < 50


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_no_place_in_reach_is_overlooked(latitude: float, longitude: float, north: float, east: float) -> None:
    there = Point(max(-90, min(90, latitude + north)), (longitude + east + 180) % 360 - 180)
    gazetteer = load_gazetteer()
    entry = replace(gazetteer.entries["geonames:2040959"], id="own:1", point=there)
    small = build_gazetteer([entry], [], gazetteer.spelling, gazetteer.radii)
    here = Point(latitude, longitude)
    found = Nearby(small).within(here, 50)
    assert bool(found) == (distance_km(here, there) <= 50)


@given(st.text(max_size=130))
def test_any_text_is_answered_or_refused_by_geopy_errors_only(text: str) -> None:
    try:
        found = GEOCODER.geocode(text, exactly_one=False)
    except GeocoderQueryError:
        return
    assert found is None or found
