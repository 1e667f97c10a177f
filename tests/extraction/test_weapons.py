"""Missile types, platforms, outcomes and landing areas."""

import pytest

from geo.extraction.counts import count_hits
from geo.extraction.landing import landing_hits
from geo.extraction.weapons import outcome_hits, platform_hits, weapon_hits
from geo.model.claim import Attribute, ScopeKind
from geo.model.quantity import Qualifier, Quantity
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
from tests.extraction.reader import LEXICON, claims_of


@pytest.mark.parametrize(
    ("text", "missile_class", "name", "hedged"),
    [
        ("It fired a ballistic missile.", MissileClass.BALLISTIC, "", False),
        ("It fired a submarine-launched ballistic missile (SLBM).", MissileClass.SLBM, "", False),  # told twice, one
        ("It fired a possible SLBM.", MissileClass.SLBM, "", True),
        ('He was "assuming that it was an SLBM test".', MissileClass.SLBM, "", True),
        ("It fired one unidentified projectile.", MissileClass.PROJECTILE, "", False),
        ("It tested a Hwasong-14 intercontinental ballistic missile (ICBM).", MissileClass.ICBM, "Hwasong-14", False),
        (
            "It launched a new ballistic missile, the Hwasong-14.",
            MissileClass.BALLISTIC,
            "Hwasong-14",
            False,
        ),  # as said
        ("In May it launched the Hwasong-12.", MissileClass.IRBM, "Hwasong-12", False),  # usual class; May is no hedge
        ("It fired an intermediate range ballistic missile.", MissileClass.IRBM, "", False),  # hyphen or blank
        ("The Unha-3 rocket lifted off.", MissileClass.SLV, "Unha-3", False),
    ],
)
def test_missile_type(text: str, missile_class: MissileClass, name: str, hedged: bool) -> None:
    (hit,) = weapon_hits(text, LEXICON, "KP")
    assert isinstance(hit.value, MissileType)
    assert (hit.value.missile_class, hit.value.name, hit.value.hedged) == (missile_class, name, hedged)
    assert text[hit.start : hit.end] == hit.value.verbatim


@pytest.mark.parametrize(
    "text",
    [
        "The missile fell.",  # says nothing of its kind
        "The projectile was fired eastward.",  # a mere renaming
        "It was the day of a South Korean SLBM test.",  # another country's
        "It looks like the Russian Iskander.",
        "It was not a ballistic missile.",
    ],
)
def test_no_missile_type(text: str) -> None:
    assert list(weapon_hits(text, LEXICON, "KP")) == []


@pytest.mark.parametrize(
    ("text", "kind", "hedged"),
    [
        ("It fired two missiles from a train.", PlatformKind.TRAIN, False),
        ("They came from mobile launchers.", PlatformKind.TEL, False),
        ("A Pukguksong-3 left an underwater platform.", PlatformKind.UNDERWATER_PLATFORM, False),
        ("A submarine could have served as the launch platform.", PlatformKind.SUBMARINE, False),
        ("The missile is alleged to have left a submarine.", PlatformKind.SUBMARINE, True),
        ("A land-based missile was fired.", PlatformKind.LAND, False),
    ],
)
def test_platform(text: str, kind: PlatformKind, hedged: bool) -> None:
    (hit,) = platform_hits(text, LEXICON)
    assert isinstance(hit.value, Platform) and (hit.value.kind, hit.value.hedged) == (kind, hedged)


@pytest.mark.parametrize(
    "text",
    [
        "It was not clear whether a submarine or a barge had fired it.",
        "The North berths submarines there.",
        "It prompted a suspension of train services.",
        "It fired a submarine-launched missile.",  # part of the name
    ],
)
def test_no_platform(text: str) -> None:
    assert list(platform_hits(text, LEXICON)) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The launch was a complete success.", [OutcomeKind.SUCCESS]),
        ("It carried out the first successful flight test.", [OutcomeKind.SUCCESS]),
        ("The missile exploded seconds after launch.", [OutcomeKind.FAILURE]),
        ("The rocket placed a satellite into orbit.", [OutcomeKind.SUCCESS]),
        ("It was not clear whether the launch was successful.", []),
        ("The talks were a success.", []),
    ],
)
def test_outcome(text: str, kinds: list[OutcomeKind]) -> None:
    values = [hit.value for hit in outcome_hits(text, LEXICON)]
    assert [value.kind for value in values if isinstance(value, Outcome)] == kinds


@pytest.mark.parametrize(
    ("text", "area", "eez"),
    [
        ("It fell into the East Sea (Sea of Japan).", "SEA_OF_JAPAN", None),  # one water, two names
        ("It landed in the Sea of Japan inside Japan's exclusive economic zone.", "SEA_OF_JAPAN", EezSide.INSIDE),
        ("It splashed down short of Japan's exclusive economic zone.", "", EezSide.OUTSIDE),
        ("None reached Japan's exclusive economic zone.", "", EezSide.OUTSIDE),
        ("It was fired toward the Yellow Sea.", "YELLOW_SEA", None),
    ],
)
def test_landing_area(text: str, area: str, eez: EezSide | None) -> None:
    (hit,) = landing_hits(text, LEXICON)
    assert isinstance(hit.value, LandingArea) and (hit.value.area, hit.value.eez) == (area, eez)


@pytest.mark.parametrize(
    ("text", "reference", "bearing"),
    [
        ("It fell about 200 km west of Okushiri Island.", "Okushiri Island", 270),
        ("It fell 250 kilometers to the northwest of Hokkaido.", "Hokkaido", 315),
        ("It fell some 300 km (186 miles) from Sado.", "Sado", None),  # a distance alone is a ring
        ("It landed 300 km off Aomori.", "Aomori", None),
    ],
)
def test_a_distance_of_a_landing_keeps_its_direction(text: str, reference: str, bearing: float | None) -> None:
    (hit,) = landing_hits(text, LEXICON)
    assert isinstance(hit.value, LandingArea)
    assert (hit.value.reference, hit.value.bearing) == (reference, bearing)
    assert hit.value.distance is not None


@pytest.mark.parametrize(
    "text",
    [
        "Systems followed the missile south over the Yellow Sea.",
        "The first stage fell into the Yellow Sea.",  # not the missile
        "The U.S. Pacific Command spoke.",
        "It fell off its east coast.",
    ],
)
def test_no_landing_area(text: str) -> None:
    assert list(landing_hits(text, LEXICON)) == []


def test_each_zone_told_has_its_own_side() -> None:
    text = "One fell outside Japan's exclusive economic zone (EEZ), and the other inside it."
    values = [hit.value for hit in landing_hits(text, LEXICON)]
    assert [value.eez for value in values if isinstance(value, LandingArea)] == [EezSide.OUTSIDE, EezSide.INSIDE]


@pytest.mark.parametrize(
    ("lead", "area"),
    [
        ("North Korea fired a missile toward the Sea of Japan on Tuesday.", "SEA_OF_JAPAN"),
        ("North Korea fired a missile on Tuesday.", ""),  # no sea is told, none is guessed
        ("North Korea fired one missile into the Yellow Sea and one into the Sea of Japan.", ""),
    ],
)
def test_a_zone_alone_lies_in_the_only_sea_the_report_names(lead: str, area: str) -> None:
    text = f"{lead} It landed outside Japan's exclusive economic zone, Japan's military said."
    last = claims_of(text, Attribute.LANDING_AREA, "2021-10-19")[-1].value
    assert isinstance(last, LandingArea) and (last.area, last.eez) == (area, EezSide.OUTSIDE)


def test_a_newspaper_is_no_missile() -> None:
    text = "North Korea fired a KN-23, the Rodong Sinmun reported."
    values = [hit.value for hit in weapon_hits(text, LEXICON, "KP")]
    assert [value.name for value in values if isinstance(value, MissileType)] == ["KN-23"]


@pytest.mark.parametrize(
    ("text", "lower", "qualifier"),
    [
        ("No fewer than 17 had been fired by noon.", 17, Qualifier.AT_LEAST),  # the noun is not said again
        ("It later raised the number to more than a dozen.", 12, Qualifier.MORE_THAN),
        ("The two were fired in succession.", 2, Qualifier.EXACT),
    ],
)
def test_a_count_without_its_noun(text: str, lower: float, qualifier: Qualifier) -> None:
    (hit,) = count_hits(text, LEXICON, "KP")
    assert isinstance(hit.value, Quantity) and (hit.value.lower, hit.value.qualifier) == (lower, qualifier)


def test_a_count_that_is_included_in_another_is_a_part() -> None:
    text = "North Korea fired at least 23 missiles on Tuesday, including seven ballistic missiles, the military said."
    scopes = [(claim.value.verbatim, claim.scope.kind) for claim in claims_of(text, Attribute.COUNT)]
    assert scopes == [("at least 23 missiles", ScopeKind.UNSTATED), ("seven ballistic missiles", ScopeKind.KIND)]


def test_japan_said_two_missiles_are_not_japanese_missiles() -> None:
    assert [hit.value.verbatim for hit in count_hits("Japan said two missiles were fired.", LEXICON, "KP")] == [
        "two missiles"
    ]
