"""What an older edition repeats unchanged is kept and not compared; what it said otherwise is."""

from geo.association.repeats import without_repeats
from geo.model.claim import Attribute
from tests.association.records import record

NEW = record("1", "CNS", "2020-01-01", times="06:00 07:00", count="2", edition="2026-04")
SAME = record("F1", "CNS", "2020-01-01", times="06:00 07:00", count="2", edition="2019-01")
OTHER = record("F1", "CNS", "2020-01-01", times="06:00 07:30", count="2", edition="2017-03")
ELSEWHERE = record("1", "CSIS", "2020-01-01", times="06:00 07:00", count="2", edition="2018-01")


def kept(*attributes: Attribute) -> set[tuple[str, str]]:
    claims = (*NEW.claims, *SAME.claims, *OTHER.claims, *ELSEWHERE.claims)
    return {(claim.launch, claim.value.verbatim) for claim in without_repeats(claims) if claim.attribute in attributes}


def test_only_the_newest_of_equal_statements_is_compared() -> None:
    assert kept(Attribute.COUNT) == {(NEW.id, "2"), (ELSEWHERE.id, "2")}


def test_a_list_that_changed_in_one_value_stays_whole() -> None:
    assert {(OTHER.id, "06:00"), (OTHER.id, "07:30")} <= kept(Attribute.LAUNCH_TIME)
    assert (SAME.id, "06:00") not in kept(Attribute.LAUNCH_TIME)
