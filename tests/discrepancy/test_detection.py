"""What a launch's findings say, in which order, and to whom they are put."""

import random

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.backing import backing
from geo.discrepancy.badge import badge, summary
from geo.discrepancy.claimant import corroboration
from geo.discrepancy.detection import detect
from geo.discrepancy.preference import prefer
from geo.model.claim import Attribute, Stance
from geo.model.finding import FindingClass
from geo.model.launch import LaunchEvent
from geo.model.place import Relation
from geo.model.quantity import Quantity
from geo.model.weapon import MissileClass, MissileType
from tests.discrepancy.claims import (
    HAMGYONG,
    KM,
    SINPO_TOWN,
    SOURCES,
    SOUTH,
    about,
    around,
    at_least,
    claim,
    event,
    missile,
    named,
    published,
    quantity,
)

RULES = load_comparison()
A = Attribute
SPOKESMAN = "Japan's spokesman"


def counted(value: Quantity, words: str) -> Quantity:
    return Quantity(value.lower, value.upper, value.qualifier, value.unit, words)


def sinpo() -> LaunchEvent:
    """One report on one launch, as a careful reader takes it apart: nine claims of five speakers."""
    joint = ("ROK_GOV", "JAPAN_GOV")
    slbm = MissileType(MissileClass.SLBM, "", True, "SLBM")
    return event(
        claim(A.COUNT, counted(at_least(1), "at least one"), joint, words="officials of both"),
        claim(A.MISSILE_TYPE, missile(MissileClass.BALLISTIC), joint, words="officials of both"),
        claim(A.LAUNCH_TIME, around(10, 0, 30), "ROK_JCS", words="Seoul's Joint Chiefs"),
        claim(A.LAUNCH_PLACE, named("Sinpo", SINPO_TOWN), "ROK_JCS", words="Seoul's Joint Chiefs"),
        claim(A.ADMIN_AREA, named("Hamgyong province", HAMGYONG, Relation.IN), words="Seoul's Joint Chiefs"),
        claim(A.COUNT, counted(quantity(2), "Two"), "JAPAN_CCS", words=SPOKESMAN),
        claim(A.COUNT, counted(quantity(1), "one"), "ROK_MILITARY", words="Seoul's military"),
        claim(A.MISSILE_TYPE, missile(MissileClass.PROJECTILE), "ROK_MILITARY", words="Seoul's military"),
        claim(A.MISSILE_TYPE, slbm, "ANON_MILITARY_SOURCE", anonymous=True, words="a military source"),
    )


def test_the_counts_of_seoul_and_tokyo_contradict_in_one_checkable_sentence() -> None:
    found = [each for each in detect(sinpo(), RULES, SOURCES) if each.finding_class.is_contradiction]
    assert [each.sentence for each in found] == [
        "Japan's spokesman said “Two”, Seoul's military said “one”: contradictory by 1 missile (50 %), "
        "rule count-disjoint, tolerance 0."
    ]


def test_at_least_one_and_slbm_are_consistent_with_what_others_say() -> None:
    found = [each for each in detect(sinpo(), RULES, SOURCES) if each.attribute in (A.COUNT, A.MISSILE_TYPE)]
    classes = {each.finding_class for each in found}
    assert classes == {FindingClass.CONTRADICTORY_MAJOR, FindingClass.LESS_PRECISE}
    kinds = [each.sentence for each in found if "kind of ballistic missile" in each.sentence]
    assert len(kinds) == 1 and "a military source said “SLBM”" in kinds[0]


def test_an_ambiguous_province_names_both_candidates_and_what_another_claim_says() -> None:
    launch = sinpo()
    (found,) = [each for each in detect(launch, RULES, SOURCES) if each.finding_class is FindingClass.AMBIGUOUS_NAME]
    assert found.sentence == (
        "“Hamgyong province” (Seoul's Joint Chiefs) may mean North Hamgyong or South Hamgyong; "
        "Sinpo lies in South Hamgyong, rule place-ambiguous."
    )
    assert len(found.claim_ids) == 2


def test_an_ambiguous_province_stays_open_when_nothing_else_is_said() -> None:
    launch = event(claim(A.ADMIN_AREA, named("Hamgyong", HAMGYONG)))
    sentences = [each.sentence for each in detect(launch, RULES, SOURCES)]
    assert any("no other claim decides" in each for each in sentences)


def test_a_place_is_held_against_the_province_another_speaker_names() -> None:
    place = claim(A.LAUNCH_PLACE, named("Sinpo", SINPO_TOWN))
    area = claim(A.ADMIN_AREA, named("South Hamgyong", SOUTH, Relation.IN), "JAPAN_MOD")
    (found,) = [each for each in detect(event(place, area), RULES, SOURCES) if "place against area" in each.flags]
    assert (found.attribute, found.finding_class) == (A.ADMIN_AREA, FindingClass.LESS_PRECISE)
    assert "Sinpo lies in South Hamgyong" in found.sentence


def test_an_unnamed_source_beside_one_government_is_still_a_single_source() -> None:
    launch = event(
        claim(A.RANGE, about(590, KM)),
        claim(A.RANGE, about(600, KM), "ANON_MILITARY_SOURCE", anonymous=True),
    )
    found = detect(launch, RULES, SOURCES)
    assert FindingClass.SINGLE_SOURCE in {each.finding_class for each in found}
    assert badge(found) is FindingClass.SINGLE_SOURCE


def test_two_unnamed_sources_of_two_reports_are_two_claimants() -> None:
    first = claim(A.COUNT, quantity(1), "ANON_MILITARY_SOURCE", "r-1", published(19), anonymous=True)
    second = claim(A.COUNT, quantity(2), "ANON_MILITARY_SOURCE", "r-2", published(20), anonymous=True)
    found = detect(event(first, second), RULES, SOURCES)
    assert [each.finding_class for each in found if each.finding_class.is_contradiction] == [
        FindingClass.CONTRADICTORY_MAJOR
    ]


def test_corroboration_counts_families_and_backing_those_that_agree() -> None:
    launch = event(
        claim(A.COUNT, quantity(2), "JAPAN_CCS"),
        claim(A.COUNT, quantity(2), "JAPAN_PM"),
        claim(A.COUNT, quantity(1), "ROK_JCS"),
        claim(A.COUNT, quantity(2), "ANON_MILITARY_SOURCE", anonymous=True),
    )
    assert corroboration(launch, A.COUNT, SOURCES) == ("JAPAN", "ROK")
    findings = detect(launch, RULES, SOURCES)
    assert backing(launch.claims[0].id, launch, findings, SOURCES) == ("JAPAN",)


def test_offices_of_one_state_that_agree_are_marked_as_one_family() -> None:
    launch = event(claim(A.COUNT, quantity(2), "JAPAN_CCS"), claim(A.COUNT, quantity(2), "JAPAN_PM"))
    (agreed,) = [each for each in detect(launch, RULES, SOURCES) if each.finding_class is FindingClass.AGREES]
    assert "same family" in agreed.flags


def test_a_denial_contradicts_what_it_denies_and_nothing_else() -> None:
    icbm, irbm = missile(MissileClass.ICBM), missile(MissileClass.IRBM)
    denied = claim(A.MISSILE_TYPE, icbm, "KCNA", stance=Stance.DENIED)
    found = detect(event(denied, claim(A.MISSILE_TYPE, icbm), claim(A.MISSILE_TYPE, irbm, "JAPAN_MOD")), RULES, SOURCES)
    with_denial = {each.rule for each in found if denied.id in each.claim_ids}
    assert {"stance-denied", "stance-denied-other"} <= with_denial


def test_findings_come_by_attribute_then_worst_first() -> None:
    findings = detect(sinpo(), RULES, SOURCES)
    order = [list(Attribute).index(each.attribute) for each in findings]
    assert order == sorted(order)
    counts = [each.finding_class for each in findings if each.attribute is A.COUNT]
    assert counts[0] is FindingClass.CONTRADICTORY_MAJOR


def test_order_and_repetition_of_claims_change_no_finding() -> None:
    claims = list(sinpo().claims)
    expected = detect(event(*claims), RULES, SOURCES)
    for seed in range(5):
        shuffled = claims + claims[:3]
        random.Random(seed).shuffle(shuffled)
        assert detect(event(*shuffled), RULES, SOURCES) == expected


def test_the_badge_is_the_worst_class_and_the_summary_is_one_plain_line() -> None:
    findings = detect(sinpo(), RULES, SOURCES)
    assert badge(findings) is FindingClass.CONTRADICTORY_MAJOR
    assert summary(findings) == ("contradictory: count; ambiguous name: province; 1 consistent; 2 from a single source")
    assert badge(()) is FindingClass.SILENT
    assert summary(()) == "nothing to compare"


def test_the_preferred_claims_follow_the_declared_order_and_change_no_claim() -> None:
    launch = sinpo()
    preferred = prefer(launch, RULES, SOURCES)
    shown = {attribute: preferred.claim(name).value.verbatim for attribute, name in preferred.preferred.items()}
    assert shown[A.COUNT] == "one"  # Seoul before Tokyo, one office before a joint statement
    assert shown[A.MISSILE_TYPE] == "projectile"  # the hedged, anonymous SLBM is not put first
    assert preferred.claims == launch.claims


def test_a_tracking_neighbour_that_says_more_is_shown_first() -> None:
    vague = claim(A.MISSILE_TYPE, missile(MissileClass.PROJECTILE), "ROK_MILITARY")
    closer = claim(A.MISSILE_TYPE, missile(MissileClass.BALLISTIC), "JAPAN_MOD")
    own_name = claim(A.MISSILE_TYPE, missile(MissileClass.SLBM), "KCNA")
    assert prefer(event(vague, closer, own_name), RULES, SOURCES).preferred == {A.MISSILE_TYPE: closer.id}


def test_a_superseded_or_denied_claim_is_never_preferred() -> None:
    old = claim(A.RANGE, quantity(450, unit=KM), "ROK_JCS", "r-1", published(19))
    new = claim(A.RANGE, quantity(590, unit=KM), "ROK_JCS", "r-2", published(20))
    denied = claim(A.COUNT, quantity(2), stance=Stance.DENIED)
    assert prefer(event(old, new, denied), RULES, SOURCES).preferred == {A.RANGE: new.id}


def test_foreign_words_are_shortened_to_one_line() -> None:
    words = "a\nspokesman " * 100
    launch = event(claim(A.COUNT, quantity(1), words=words), claim(A.COUNT, quantity(2), "JAPAN_MOD"))
    for finding in detect(launch, RULES, SOURCES):
        assert "\n" not in finding.sentence
        assert len(finding.sentence) < 700


def test_two_carriers_of_one_claimant_are_one_side_of_a_contradiction() -> None:
    launch = event(
        claim(A.COUNT, quantity(1), "ROK_JCS", "r-1"),
        claim(A.COUNT, quantity(1), "ROK_JCS", "r-2"),
        claim(A.COUNT, quantity(2), "JAPAN_MOD", "r-3"),
        claim(A.COUNT, quantity(1), "KCNA", "r-3"),
    )
    findings = detect(launch, RULES, SOURCES)
    classes = [each.finding_class for each in findings]
    assert classes.count(FindingClass.CONTRADICTORY_MAJOR) == 2  # Tokyo against Seoul, and against Pyongyang
    assert classes.count(FindingClass.ECHO) == 1
    assert backing(launch.claims[1].id, launch, findings, SOURCES) == ("DPRK", "ROK")


def test_a_claimant_of_unknown_order_is_revised_and_not_contradicted() -> None:
    launch = event(
        claim(A.RANGE, quantity(450, unit=KM), "ROK_JCS", "r-1", published(19)),
        claim(A.RANGE, quantity(590, unit=KM), "ROK_JCS", "r-2", published(19)),
    )
    (found,) = [each for each in detect(launch, RULES, SOURCES) if each.rule == "claimant-order-unknown"]
    assert found.finding_class is FindingClass.SUPERSEDED
    assert "140 km" in found.sentence and "not known" in found.sentence
    assert prefer(launch, RULES, SOURCES).preferred[A.RANGE] in found.claim_ids


def test_one_speaker_of_one_report_is_named_once_in_a_sentence() -> None:
    (found,) = [each for each in detect(sinpo(), RULES, SOURCES) if "place against area" in each.flags]
    assert found.sentence == (
        "Seoul's Joint Chiefs said “Sinpo” and “Hamgyong province”: consistent if South Hamgyong is meant; "
        "“Sinpo” is more precise, rule place-candidate, tolerance regions overlap."
    )


def test_a_joint_statement_and_one_of_its_members_are_marked_as_not_independent() -> None:
    launch = event(claim(A.COUNT, quantity(1), ("ROK_GOV", "JAPAN_MOD")), claim(A.COUNT, quantity(2), "JAPAN_MOD"))
    (found,) = [each for each in detect(launch, RULES, SOURCES) if each.finding_class.is_contradiction]
    assert found.flags == ("shares a speaker",)
