"""Place claims get their resolution; ids and everything else stay."""

from dataclasses import replace

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.placing import locate
from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Attribute, Claim, Value
from geo.model.place import AmbiguousPlace, NamedPlace, Place, Relation, Toponym
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.report import Span


def claim(attribute: Attribute, value: Value, sentence: Span = Span("r-1", 0, 50)) -> Claim:  # noqa: B008
    return Claim(attribute, value, Attribution((Speaker("the ministry", ()),)), sentence, "m1")


def named(name: str, *within: str, relation: Relation = Relation.NEAR) -> NamedPlace:
    return NamedPlace(Toponym(name, name, relation, within, "KP"))


PLACE = claim(Attribute.LAUNCH_PLACE, named("Sinpo", "Hamgyong province"))
AREA = claim(Attribute.ADMIN_AREA, named("Hamgyong province", relation=Relation.IN))
COUNT = claim(Attribute.COUNT, Quantity(2, 2, Qualifier.EXACT, Unit.MISSILES, "two"))


def resolutions(*claims: Claim) -> list[object]:
    located = locate(claims, load_gazetteer(), "KP")
    return [one.value.resolution if isinstance(one.value, NamedPlace) else None for one in located]


def test_ids_order_and_other_claims_stay() -> None:
    before = (PLACE, COUNT, AREA)
    after = locate(before, load_gazetteer(), "KP")
    assert [one.id for one in after] == [one.id for one in before]
    assert after[1] is COUNT


def test_the_town_is_placed_and_the_province_stays_open_and_says_what_would_decide_it() -> None:
    town, _, province = resolutions(PLACE, COUNT, AREA)
    assert isinstance(town, Place)
    assert (town.gazetteer_id, town.admin_area) == ("geonames:2040959", "South Hamgyong")
    assert isinstance(province, AmbiguousPlace)
    assert [one.name for one in province.candidates] == ["South Hamgyong", "North Hamgyong"]
    assert "Sinpo" in province.reason


def test_names_of_another_sentence_are_not_beside() -> None:
    elsewhere = claim(Attribute.LAUNCH_PLACE, named("Sinpo"), Span("r-1", 60, 90))
    (_, province) = resolutions(elsewhere, AREA)
    assert isinstance(province, AmbiguousPlace)
    assert "Sinpo" not in province.reason


def test_names_of_another_launch_are_not_beside() -> None:
    (_, province) = resolutions(replace(PLACE, launch="m2"), AREA)
    assert isinstance(province, AmbiguousPlace)
    assert "Sinpo" not in province.reason


def test_no_claims_are_no_claims() -> None:
    assert locate((), load_gazetteer()) == ()
