"""What holds for any two claims: symmetry, no contradiction with oneself, no class that hangs on the unit."""

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from geo.catalogue.comparison import load_comparison, load_tables
from geo.catalogue.package import DATA_FOLDER
from geo.discrepancy.boundary import refusals
from geo.discrepancy.claimant import said_by
from geo.discrepancy.comparison import compare
from geo.discrepancy.detection import detect
from geo.discrepancy.preference import prefer
from geo.discrepancy.rules import Side
from geo.model.claim import Attribute, Claim, Scope, ScopeKind, Stance
from geo.model.finding import FindingClass
from geo.model.place import AmbiguousPlace, FeatureClass, NamedPlace, Place, Point, Relation, UnknownPlace
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan, ZoneBasis
from geo.model.weapon import (
    EezSide,
    LandingArea,
    MissileClass,
    MissileType,
    Outcome,
    OutcomeKind,
    Platform,
    PlatformKind,
)
from tests.discrepancy.claims import HAMGYONG, NORTH, SINPO_TOWN, SOURCES, SOUTH, claim, event, named, published

RULES = load_comparison()
OTHER_SIDE = {Side.FIRST: Side.SECOND, Side.SECOND: Side.FIRST, None: None}
INF = float("inf")


@st.composite
def quantities(draw: st.DrawFn, units: tuple[Unit, ...] = tuple(Unit)) -> Quantity:
    low = draw(st.integers(0, 12_000)) / draw(st.sampled_from([1, 10, 100]))
    high = draw(st.sampled_from([low, low, low + draw(st.integers(0, 500)), INF]))
    return Quantity(low, high, draw(st.sampled_from(list(Qualifier))), draw(st.sampled_from(units)), "as said")


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    opens = datetime(2021, 10, 18, tzinfo=UTC) + timedelta(minutes=draw(st.integers(0, 4000)))
    closes = opens + timedelta(minutes=draw(st.sampled_from([1, 5, 10, 60, 360, 1440])))
    zone = draw(st.sampled_from(["Asia/Seoul", "Asia/Tokyo", "America/New_York", "Nowhere/None", "../etc/passwd"]))
    basis, precision = draw(st.sampled_from(list(ZoneBasis))), draw(st.sampled_from(list(TimePrecision)))
    return TimeSpan(opens, closes, zone, basis, precision, draw(st.booleans()), "as said")


@st.composite
def clocks(draw: st.DrawFn) -> ClockTime:
    opens = draw(st.integers(-60, 1439))
    zone = draw(st.sampled_from(["Asia/Seoul", "Asia/Tokyo", "Asia/Pyongyang", "America/New_York", ""]))
    weekday = draw(st.sampled_from([None, 0, 1, 6]))
    closes = opens + draw(st.sampled_from([1, 10, 60, 360]))
    return ClockTime(opens, closes, zone, ZoneBasis.ASSUMED, TimePrecision.MINUTE, False, "as said", None, weekday)


@st.composite
def places(draw: st.DrawFn) -> NamedPlace:
    point = Point(draw(st.integers(-90, 90)), draw(st.integers(-180, 180)))
    radius = draw(st.sampled_from([1.0, 10_000.0, 500_000.0]))
    feature, admin = draw(st.sampled_from(list(FeatureClass))), draw(st.sampled_from(["", "KP-08", "KP-09"]))
    country = draw(st.sampled_from(["KP", "", "JP"]))
    drawn = Place(f"gn-{point.latitude}", "Anywhere", feature, country, admin, "test", point, radius)
    area = Place("a-1", "An area", feature, country, admin, "test", area_id=draw(st.sampled_from(["KP-08", "X-1"])))
    known: list[Place | AmbiguousPlace | UnknownPlace | None] = [drawn, drawn, area, SINPO_TOWN, SOUTH, NORTH]
    resolution = draw(st.sampled_from([*known, HAMGYONG, UnknownPlace("no such name"), None]))
    return named(draw(st.sampled_from(["Sinpo", "Nowhere"])), resolution, draw(st.sampled_from(list(Relation))))


NAMES = st.sampled_from(["", "Hwasong-15", "KN-22", "hwasongpho 17", "unheard of"])
VALUES = st.one_of(
    quantities(),
    spans(),
    clocks(),
    places(),
    st.builds(MissileType, st.sampled_from(list(MissileClass)), NAMES, st.booleans(), st.just("as said")),
    st.builds(Platform, st.sampled_from(list(PlatformKind)), st.booleans(), st.just("as said"), NAMES),
    st.builds(Outcome, st.sampled_from(list(OutcomeKind)), st.booleans(), st.just("as said")),
    st.builds(
        LandingArea,
        st.sampled_from(["", "SEA_OF_JAPAN", "PACIFIC", "LAKE_UNKNOWN"]),
        st.just("as said"),
        st.sampled_from([None, *EezSide]),
        st.none() | quantities(),
        st.sampled_from(["", "Hokkaido"]),
        st.sampled_from([None, 0.0, 90.0, 270.0]),
        st.sampled_from([None, SINPO_TOWN, SOUTH, HAMGYONG]),
    ),
)


@st.composite
def claims(draw: st.DrawFn, attribute: Attribute | None = None) -> Claim:
    speaker = draw(st.sampled_from(["ROK_JCS", "ROK_GOV", "JAPAN_MOD", "KCNA", "ANON_MILITARY_SOURCE", "OUTLET"]))
    said = draw(st.sampled_from([None, published(19), published(20), published(20, 5), published(20, 9)]))
    scope = Scope(draw(st.sampled_from(list(ScopeKind))), draw(st.sampled_from([None, 1, 2])))
    chosen = attribute or draw(st.sampled_from(list(Attribute)))
    stance = draw(st.sampled_from(list(Stance)))
    return claim(chosen, draw(VALUES), speaker, draw(st.sampled_from(["r-1", "r-2"])), said, stance, scope)


@given(st.sampled_from(list(Attribute)).flatmap(lambda each: st.tuples(claims(each), claims(each))))
def test_swapping_two_claims_keeps_the_class_and_swaps_the_side(pair: tuple[Claim, Claim]) -> None:
    one, other = pair
    there, back = compare(one, other, RULES), compare(other, one, RULES)
    assert there.finding_class is back.finding_class
    assert there.precise is OTHER_SIDE[back.precise]
    assert (there.rule, there.tolerance, there.gap) == (back.rule, back.tolerance, back.gap)


@given(claims())
def test_a_claim_never_contradicts_itself(one: Claim) -> None:
    assert not compare(one, one, RULES).finding_class.is_contradiction


@given(quantities((Unit.KILOMETRES,)), quantities((Unit.KILOMETRES,)))
def test_widening_a_figure_never_turns_agreement_into_contradiction(one: Quantity, other: Quantity) -> None:
    wider = Quantity(max(0, one.lower - 50), one.upper + 50, one.qualifier, one.unit, one.verbatim)
    before = compare(claim(Attribute.RANGE, one), claim(Attribute.RANGE, other), RULES)
    after = compare(claim(Attribute.RANGE, wider), claim(Attribute.RANGE, other), RULES)
    assert before.finding_class.is_contradiction or not after.finding_class.is_contradiction


@given(quantities((Unit.KILOMETRES,)), quantities((Unit.KILOMETRES,)))
def test_the_unit_a_figure_is_said_in_does_not_decide_its_class(one: Quantity, other: Quantity) -> None:
    metres = Quantity(other.lower * 1000, other.upper * 1000, other.qualifier, Unit.METRES, other.verbatim)
    same = compare(claim(Attribute.RANGE, one), claim(Attribute.RANGE, other), RULES)
    converted = compare(claim(Attribute.RANGE, one), claim(Attribute.RANGE, metres), RULES)
    assert same.finding_class is converted.finding_class


@settings(deadline=None)
@given(st.lists(claims(), max_size=8), st.randoms(use_true_random=False))
def test_detection_never_fails_and_the_order_of_claims_changes_nothing(
    group: list[Claim], shuffle: random.Random
) -> None:
    findings = detect(event(*group), RULES, SOURCES)
    shuffled = [*group, *group[:2]]
    shuffle.shuffle(shuffled)
    assert detect(event(*shuffled), RULES, SOURCES) == findings
    known = {each.id for each in group}
    assert all(set(each.claim_ids) <= known and each.sentence.endswith(".") for each in findings)


@settings(deadline=None)
@given(st.lists(claims(), max_size=8), st.randoms(use_true_random=False))
def test_the_preferred_claims_do_not_hang_on_the_order(group: list[Claim], shuffle: random.Random) -> None:
    chosen = prefer(event(*group), RULES, SOURCES).preferred
    shuffled = list(group)
    shuffle.shuffle(shuffled)
    assert prefer(event(*shuffled), RULES, SOURCES).preferred == chosen
    assert all(event(*group).claim(name).stance is not Stance.DENIED for name in chosen.values())


METHOD = (DATA_FOLDER.parent / "docs" / "method.md").read_text(encoding="utf-8")


def is_explained(rule: str) -> bool:
    """A rule stands in docs/method.md by itself, or by its kind of value and by how the sets lie."""
    kind, _, relation = rule.partition("-")
    by_kind = f"*{kind}*" in METHOD or f"*{kind}-*" in METHOD
    return rule in METHOD or (by_kind and f"*-{relation}*" in METHOD)


@settings(deadline=None)
@given(st.lists(claims(), min_size=2, max_size=8))
def test_every_rule_a_finding_names_is_explained_in_the_method(group: list[Claim]) -> None:
    assert [each.rule for each in detect(event(*group), RULES, SOURCES) if not is_explained(each.rule)] == []


def test_silence_yields_no_finding() -> None:
    assert FindingClass.SILENT not in {each.finding_class for each in detect(event(), RULES, SOURCES)}


RULE_IDS = {row[0] for row in load_tables()["rules"].rows}


@settings(deadline=None)
@given(st.lists(claims(), min_size=2, max_size=8))
def test_every_rule_a_finding_names_is_a_row_of_the_rules(group: list[Claim]) -> None:
    assert {each.rule for each in detect(event(*group), RULES, SOURCES)} <= RULE_IDS


@given(st.integers(0, 5000), st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_what_lies_within_is_never_contradictory_and_is_the_more_precise(
    low: int, before: int, width: int, after: int
) -> None:
    inner = Quantity(low + before, low + before + width, Qualifier.BETWEEN, Unit.KILOMETRES, "inner")
    outer = Quantity(low, low + before + width + after, Qualifier.BETWEEN, Unit.KILOMETRES, "outer")
    verdict = compare(claim(Attribute.RANGE, inner), claim(Attribute.RANGE, outer, "JAPAN_MOD"), RULES)
    if before == after == 0:
        assert verdict.finding_class is FindingClass.AGREES
    else:
        assert (verdict.finding_class, verdict.precise) == (FindingClass.LESS_PRECISE, Side.FIRST)


@given(spans(), spans(), st.integers(0, 120), st.integers(0, 120))
def test_widening_a_time_never_turns_agreement_into_contradiction(
    one: TimeSpan, other: TimeSpan, before: int, after: int
) -> None:
    opens, closes = one.earliest - timedelta(minutes=before), one.latest + timedelta(minutes=after)
    wider = TimeSpan(opens, closes, one.zone, one.zone_basis, one.precision, True, one.verbatim)
    was = compare(claim(Attribute.LAUNCH_TIME, one), claim(Attribute.LAUNCH_TIME, other), RULES)
    now = compare(claim(Attribute.LAUNCH_TIME, wider), claim(Attribute.LAUNCH_TIME, other), RULES)
    assert was.finding_class.is_contradiction or not now.finding_class.is_contradiction


@given(quantities((Unit.MISSILES,)), quantities((Unit.MISSILES,)), st.integers(0, 5))
def test_widening_a_count_never_turns_agreement_into_contradiction(one: Quantity, other: Quantity, by: int) -> None:
    wider = Quantity(max(0, one.lower - by), one.upper + by, one.qualifier, one.unit, one.verbatim)
    was = compare(claim(Attribute.COUNT, one), claim(Attribute.COUNT, other), RULES)
    now = compare(claim(Attribute.COUNT, wider), claim(Attribute.COUNT, other), RULES)
    assert was.finding_class.is_contradiction or not now.finding_class.is_contradiction


@settings(deadline=None)
@given(st.lists(claims(), max_size=8))
def test_refused_claims_leave_the_others_as_they_were(group: list[Claim]) -> None:
    refused = {each.claim_id for each in refusals(group, SOURCES)}
    kept = [each for each in group if each.id not in refused]
    assert detect(event(*group), RULES, SOURCES) == detect(event(*kept), RULES, SOURCES)


@settings(deadline=None)
@given(st.lists(claims(), max_size=8), st.integers(17, 22))
def test_the_state_of_a_day_is_that_of_the_claims_made_by_then(group: list[Claim], day: int) -> None:
    until = published(day).day
    known = [each for each in group if each.said is None or each.said.day <= until]
    assert detect(event(*said_by(group, until)), RULES, SOURCES) == detect(event(*known), RULES, SOURCES)
