"""An online service adds what it knows, obeys its terms, and never costs more than a note."""

import time
from collections.abc import Iterator

import pytest

from geo.geocoding.online import OnlineGeocoder
from geo.geocoding.online_hits import MAX_NAME, hits_of, rivals
from geo.model.errors import StoreError
from geo.model.place import FeatureClass
from tests.geocoding.online_service import USER_AGENT, MemoryLedger, Played, Reply, geocoder, place, played


@pytest.fixture
def server() -> Iterator[Played]:
    with played() as server:
        yield server


def test_success_is_marked_with_its_terms_and_no_more_precise_than_its_box(server: Played) -> None:
    server.reply = Reply([place("Newtown", 40.0, 128.0)])
    reply = geocoder(server.address).ask("Newtown", "KP")
    (hit,) = reply.hits
    assert (hit.name, hit.id, hit.country, hit.feature_class) == ("Newtown", "osm:node/7", "KP", FeatureClass.TOWN)
    assert hit.radius_m == pytest.approx(7003, abs=10)  # half the diagonal of 0.1 by 0.1 degrees at 40 north
    assert "OpenStreetMap" in reply.note
    assert "ODbL" in reply.note


def test_the_request_names_the_application_and_asks_within_the_country(server: Played) -> None:
    geocoder(server.address).ask("Newtown, Some Province", "KP")
    (request,) = server.requests
    assert request.user_agent == USER_AGENT
    assert request.query["q"] == ["Newtown, Some Province"]
    assert request.query["countrycodes"] == ["KP"]


@pytest.mark.parametrize(
    ("facts", "is_area", "least_m"),
    [
        ({"boundingbox": ["40", "40", "128", "128"]}, False, 5000),  # a node's empty box: the least a town has
        ({"class": "boundary", "type": "administrative"}, True, 10_000),
        ({"class": "place", "type": "state"}, True, 30_000),
        ({"boundingbox": ["39", "41", "127", "129"]}, True, 130_000),  # wide, so no pin whatever it is called
        ({"class": "amenity", "type": "bench", "boundingbox": ["40", "40", "128", "128"]}, False, 10_000),
    ],
)
def test_the_radius_follows_box_and_class(
    server: Played, facts: dict[str, object], is_area: bool, least_m: float
) -> None:
    server.reply = Reply([place("Newtown", 40.0, 128.0, **facts)])
    (hit,) = geocoder(server.address).ask("Newtown").hits
    assert hit.is_area is is_area
    assert hit.radius_m >= least_m


def test_nothing_found_is_an_answer_and_kept(server: Played) -> None:
    ledger = MemoryLedger()
    first = geocoder(server.address, ledger=ledger).ask("Atlantis")
    again = geocoder(server.address, ledger=ledger).ask("Atlantis")
    assert first.answered
    assert first.hits == again.hits == ()
    assert again.kept
    assert len(server.requests) == 1


def test_an_answer_is_asked_for_once_and_read_back_whole(server: Played) -> None:
    server.reply = Reply([place("Newtown", 40.0, 128.0)])
    ledger = MemoryLedger()
    first = geocoder(server.address, ledger=ledger).ask("Newtown")
    again = geocoder(server.address, ledger=ledger).ask("Newtown")
    assert again.hits == first.hits
    assert len(server.requests) == 1
    geocoder(server.address, ledger=ledger).ask("Newtown", "KP")  # another question
    assert len(server.requests) == 2


def test_429_is_obeyed_for_as_long_as_it_says(server: Played) -> None:
    server.reply = Reply(status=429, headers={"Retry-After": "7"})
    ledger = MemoryLedger()
    asked = geocoder(server.address, ledger=ledger)
    before = time.time()
    reply = asked.ask("Newtown")
    assert not reply.answered
    assert "429" in reply.note
    assert "The offline answer stands" in reply.note
    ((until, _),) = ledger.rests
    assert until - before == pytest.approx(7, abs=0.5)
    server.reply = Reply([place("Newtown", 40.0, 128.0)])
    assert not asked.ask("Newtown").answered
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("status", "headers", "seconds", "words"),
    [
        (429, {}, 60, "429"),
        (429, {"Retry-After": "0"}, 1, "429"),  # never more than one request a second
        (429, {"Retry-After": "9999999"}, 86_400, "429"),  # a day is enough to believe
        (429, {"Retry-After": "soon"}, 60, "429"),
        (503, {"Retry-After": "30"}, 30, "answered with an error (503)"),
        (500, {}, 60, "answered with an error (500)"),
    ],
)
def test_how_long_a_service_is_left_alone(
    server: Played, status: int, headers: dict[str, str], seconds: float, words: str
) -> None:
    server.reply = Reply(status=status, headers=headers)
    ledger = MemoryLedger()
    before = time.time()
    assert words in geocoder(server.address, ledger=ledger).ask("Newtown").note
    ((until, _),) = ledger.rests
    assert until - before == pytest.approx(seconds, abs=0.5)


def test_after_the_rest_it_is_asked_again(server: Played) -> None:
    server.reply = Reply(status=429, headers={"Retry-After": "7"})
    ledger = MemoryLedger()
    now = [1000.0]
    asked = geocoder(server.address, ledger=ledger)
    asked = OnlineGeocoder(asked.service, asked._rules, ledger, clock=lambda: now[0])
    asked.ask("Newtown")
    server.reply = Reply([place("Newtown", 40.0, 128.0)])
    now[0] += 6.9
    assert not asked.ask("Newtown").answered
    now[0] += 0.2
    assert asked.ask("Newtown").answered


@pytest.mark.parametrize("drip", [False, True], ids=["silent", "a byte at a time"])
def test_a_slow_service_costs_its_timeout_and_no_more(server: Played, drip: bool) -> None:
    server.reply = Reply([place("Newtown", 40.0, 128.0)], delay=0 if drip else 3, drip=drip)
    before = time.monotonic()
    reply = geocoder(server.address, timeout=0.4).ask("Newtown")
    assert time.monotonic() - before < 1.0
    assert "did not answer within 0.4 s" in reply.note


def test_a_dead_service_is_a_note() -> None:
    with played() as server:
        address = server.address
    reply = geocoder(address).ask("Newtown")
    assert not reply.answered
    assert "The offline answer stands" in reply.note


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"<html>busy</html>"),
        Reply(b'[{"lat": '),
        Reply({"error": "{{7*7}} <b>no</b>"}),
        Reply(["what", 3, None]),
        Reply("a text"),
        Reply(7),
        Reply(b"[" * 100_000),
        Reply(b" " * 2_100_000),
        Reply(b"\xff\xfe\x00"),
        Reply(status=500),
        Reply(status=403),
        Reply(status=302, headers={"Location": "http://192.0.2.1/"}),
    ],
    ids=["html", "cut", "error", "no objects", "text", "number", "nested", "huge", "bytes", "500", "403", "redirect"],
)
def test_a_broken_answer_is_a_note_without_its_words(server: Played, reply: Reply) -> None:
    server.reply = reply
    ledger = MemoryLedger()
    answer = geocoder(server.address, ledger=ledger).ask("Newtown")
    assert not answer.answered
    assert not answer.hits
    assert "{{" not in answer.note
    assert not ledger.answers
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "broken",
    [{"lat": "91"}, {"lat": "nan"}, {"lon": None}, {"boundingbox": ["a", "b", "c", "d"]}, {"osm_id": "x"}],
    ids=["off the globe", "no number", "none", "no box", "no id"],
)
def test_one_unreadable_place_does_not_cost_the_others(broken: dict[str, object]) -> None:
    nominatim = geocoder("http://127.0.0.1:1")
    raw = [place("Newtown", 40.0, 128.0, **broken), place("Oldtown", 41.0, 128.0)]
    assert [hit.name for hit in hits_of(raw, nominatim.service.provider, nominatim._rules)] == ["Oldtown"]


def test_a_hostile_name_stays_text_with_its_hidden_characters_shown(server: Played) -> None:
    hostile = "<script>alert(1)</script> {{7*7}} \u202egnp.exe\x00" + "x" * 5000
    server.reply = Reply([place("Newtown", 40.0, 128.0, display_name=hostile, name=hostile)])
    (hit,) = geocoder(server.address).ask("Newtown").hits
    assert hit.name.startswith("<script>alert(1)</script> {{7*7}} \ufffdgnp.exe\ufffdx")
    assert len(hit.name) == len(hit.address) == MAX_NAME


def test_places_of_another_country_are_left_out(server: Played) -> None:
    server.reply = Reply([place("Newtown", 40.0, 128.0, address={"country_code": "us"})])
    assert geocoder(server.address).ask("Newtown", "KP").hits == ()


def test_a_crowd_waits_only_so_long() -> None:
    now = [0.0]
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    base = geocoder("http://127.0.0.1:1")
    asked = OnlineGeocoder(base.service, base._rules, MemoryLedger(wait=1.0), clock=lambda: now[0], sleep=sleep)
    assert "too many lookups" in asked.ask("Newtown").note
    assert 9 <= sum(slept) <= 10


def test_a_store_that_fails_means_that_nothing_is_asked(server: Played) -> None:
    class Broken(MemoryLedger):
        def take_turn(self, now: float, seconds_between: float) -> float:
            raise StoreError("Nothing was saved: the store answered OperationalError. Try again.")

    reply = geocoder(server.address, ledger=Broken()).ask("Newtown")
    assert "OperationalError" in reply.note
    assert not server.requests


def test_an_answer_that_cannot_be_kept_is_still_an_answer(server: Played) -> None:
    class Full(MemoryLedger):
        def keep(self, key: str, answer: str, now: float) -> None:
            raise StoreError("Nothing was saved: the store answered OperationalError. Try again.")

    server.reply = Reply([place("Newtown", 40.0, 128.0)])
    assert len(geocoder(server.address, ledger=Full()).ask("Newtown").hits) == 1


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([("Newtown", 40.01, 128.0)], 0),  # the same place, mapped twice
        ([("Newtown", 38.0, 127.0)], 1),
        ([("Newtown Station", 38.0, 127.0)], 0),  # does not bear the name as the first does
    ],
)
def test_rivals_are_elsewhere_and_bear_the_name(
    server: Played, others: list[tuple[str, float, float]], expected: int
) -> None:
    server.reply = Reply([place("Newtown", 40.0, 128.0), *(place(*other) for other in others)])
    assert len(rivals("Newtown", geocoder(server.address).ask("Newtown").hits)) == expected


def test_photon(server: Played) -> None:
    facts = {"name": "Newtown", "country": "North Korea", "countrycode": "KP", "osm_type": "N", "osm_id": 5}
    kind = {"osm_key": "place", "osm_value": "city", "extent": [127.9, 40.1, 128.1, 39.9]}
    feature = {"geometry": {"coordinates": [128.0, 40.0]}, "properties": facts | kind}
    server.reply = Reply({"type": "FeatureCollection", "features": [feature]})
    reply = geocoder(server.address, "photon").ask("Newtown", "KP")
    (hit,) = reply.hits
    assert (hit.id, hit.address, hit.feature_class) == ("osm:node/5", "Newtown, North Korea", FeatureClass.CITY)
    assert hit.radius_m == pytest.approx(14_000, abs=50)
    assert server.requests[0].path == "/api"


def test_geonames(server: Played) -> None:
    raw = {
        "geonameId": 9,
        "name": "Newtown",
        "countryName": "North Korea",
        "countryCode": "KP",
        "lat": "40",
        "lng": "128",
    }
    server.reply = Reply({"geonames": [raw | {"fcl": "P", "fcode": "PPLA"}]})
    reply = geocoder(server.address, "geonames").ask("Newtown", "KP")
    (hit,) = reply.hits
    assert (hit.id, hit.radius_m, hit.is_area) == ("geonames:9", 10_000, False)
    assert server.requests[0].query["username"] == ["tester"]
    assert "CC BY 4.0" in reply.note


def test_geonames_quota_is_a_note(server: Played) -> None:
    server.reply = Reply({"status": {"message": "the hourly limit of 1000 credits has been exceeded", "value": 19}})
    assert not geocoder(server.address, "geonames").ask("Newtown").answered
