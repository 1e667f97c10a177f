"""A lookup says what, why and what lost; a service online fills gaps and overrides nothing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from geopy.exc import GeocoderQueryError

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.online import OnlineGeocoder
from geo.model.place import NamedPlace, Place, Point, Relation, Toponym
from geo.services.lookup import Lookup, Question, Status, look_up, trace
from tests.geocoding.online_service import Played, Reply, geocoder, place, played

GAZETTEER = load_gazetteer()
NOWHERE = "Zzyzxville"  # in no table


@pytest.fixture
def server() -> Iterator[Played]:
    with played() as server:
        yield server


@pytest.fixture
def online(server: Played) -> OnlineGeocoder:
    return geocoder(server.address)


def ask(query: str, online: OnlineGeocoder | None = None, **context: str) -> Lookup:
    return look_up(Question(query, **context), GAZETTEER, online)


def test_a_point_says_why_what_lost_and_whose_coordinate_it_is() -> None:
    found = ask("Sinpo", country="KP")
    assert found.status is Status.POINT
    assert found.found is not None
    assert found.found.gazetteer_id == "geonames:2040959"
    assert found.found.radius_km == 10
    assert "'Sinpo'" in found.reason
    assert "as written" in found.reason
    assert "GeoNames" in found.found.source
    assert "CC BY 4.0" in found.found.licence
    assert "geonames:1870403" in {one.gazetteer_id for one in found.candidates}
    assert all(one.reason for one in found.candidates)


def test_the_hint_wins() -> None:
    found = ask("Sinpo", country="KP", admin="South Hwanghae").found
    assert found is not None
    assert found.gazetteer_id == "geonames:1870403"


def test_an_area_has_a_point_that_stands_for_it_and_the_radius_that_encloses_it() -> None:
    area = ask("South Hamgyong")
    assert area.status is Status.AREA
    assert area.found is not None
    assert area.found.area_id == "KP-08"
    assert area.found.radius_km > 100


def test_an_ambiguous_name_has_candidates_and_no_coordinates() -> None:
    found = ask("Hamgyong province", country="KP")
    assert (found.status, found.found) == (Status.AMBIGUOUS, None)
    assert {one.gazetteer_id for one in found.candidates} == {"KP-08", "KP-09"}
    assert all(one.point is None for one in found.candidates)  # a province's middle is nobody's pin


def test_nothing_is_said_with_its_reason() -> None:
    found = ask(NOWHERE)
    assert found.status is Status.NONE
    assert NOWHERE in found.reason


@pytest.mark.parametrize("question", [Question(""), Question("Sinpo", country="PRK"), Question("Sinpo", admin="{{7}}")])
def test_bad_questions_are_refused_at_once(question: Question) -> None:
    with pytest.raises(GeocoderQueryError):
        look_up(question, GAZETTEER)


def test_a_place_found_offline_is_never_asked_for_online(server: Played, online: OnlineGeocoder) -> None:
    server.reply = Reply([place("Sinpo", 10.0, 10.0)])
    assert ask("Sinpo", online, country="KP") == ask("Sinpo", country="KP")
    assert ask("South Hamgyong", online) == ask("South Hamgyong")
    assert not server.requests


def test_words_that_name_no_thing_are_never_sent(server: Played, online: OnlineGeocoder) -> None:
    assert ask("its eastern coast", online).status is Status.NONE
    assert not server.requests


def test_an_unknown_name_is_filled_in_and_marked(server: Played, online: OnlineGeocoder) -> None:
    server.reply = Reply([place(NOWHERE, 40.0, 128.0)])
    found = ask(NOWHERE, online, country="KP")
    assert (found.status, found.is_online) == (Status.POINT, True)
    assert found.found is not None
    assert found.found.gazetteer_id == "osm:node/7"
    assert "OpenStreetMap" in found.found.attribution
    assert found.found.licence == "ODbL 1.0"
    assert "online" in found.reason


def test_two_places_of_the_name_online_stay_two(server: Played, online: OnlineGeocoder) -> None:
    server.reply = Reply([place(NOWHERE, 40.0, 128.0), place(NOWHERE, 38.0, 126.0, osm_id=8)])
    found = ask(NOWHERE, online)
    assert (found.status, found.found, len(found.candidates)) == (Status.AMBIGUOUS, None, 2)


def test_online_settles_no_ambiguity(server: Played, online: OnlineGeocoder) -> None:
    server.reply = Reply([place("South Hamgyong", 40.0, 128.0, type="state")])
    found = ask("Hamgyong province", online, country="KP")
    assert (found.status, found.found, found.is_online) == (Status.AMBIGUOUS, None, False)
    assert [one.name for one in found.suggested] == ["South Hamgyong"]
    assert {one.gazetteer_id for one in found.candidates} == {"KP-08", "KP-09"}


@pytest.mark.parametrize("reply", [Reply(status=429), Reply(b"no json"), Reply(delay=3)], ids=["429", "broken", "slow"])
def test_a_service_in_trouble_leaves_the_offline_answer_with_a_note(server: Played, reply: Reply) -> None:
    server.reply = reply
    found = ask(NOWHERE, geocoder(server.address, timeout=0.3))
    assert replace(found, note="") == ask(NOWHERE)
    assert "The offline answer stands" in found.note


def test_the_trace_of_a_claim_is_what_was_found_then_even_if_the_gazetteer_has_no_such_entry() -> None:
    part = Place(
        "part:pad-2",
        "Pad 2",
        GAZETTEER.entries["site:sohae"].feature_class,
        "KP",
        "North Pyongan",
        "a survey",
        Point(39.66, 124.7),
        500.0,
    )
    traced = trace(NamedPlace(Toponym("the new pad", "pad", Relation.AT, (), "KP"), part), GAZETTEER)
    assert traced is not None
    assert traced.question.query == "the new pad"
    assert traced.found is not None
    assert (traced.found.gazetteer_id, traced.found.radius_km) == ("part:pad-2", 0.5)
    assert trace(NamedPlace(Toponym("x", "x", Relation.AT), None), GAZETTEER) is None


@pytest.mark.parametrize(
    ("query", "gazetteer_id", "least_km"),
    [
        ("near Wonsan", "geonames:1866923", 20),
        ("in the vicinity of Wonsan", "geonames:1866923", 20),
        ("waters off Sinpo", "geonames:2040959", 40),
        ("the sea off Sinpo, South Hamgyong", "geonames:2040959", 40),
        ("off the eastern coast of Sinpo", "geonames:2040959", 40),
        ("Off the coast of Wonsan", "geonames:1866923", 40),
    ],
)
def test_a_relation_widens_the_radius(query: str, gazetteer_id: str, least_km: float) -> None:
    found = ask(query, country="KP").found
    assert found is not None
    assert found.gazetteer_id == gazetteer_id
    assert found.radius_km >= least_km


@pytest.mark.parametrize("query", ["near", "near near near"])
def test_a_relation_to_nothing_is_nothing(query: str) -> None:
    assert ask(query).status is Status.NONE
