"""Which symbol, where and how large: a symbol never says more than somebody asserted by name."""

from dataclasses import dataclass
from datetime import date

import pytest

from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Attribute, Claim, Stance, Value
from geo.model.errors import ModelError
from geo.model.launch import LaunchDay, LaunchEvent
from geo.model.mapview import ClaimedRange, PlaceMark, SymbolClass
from geo.model.place import (
    AmbiguousPlace,
    FeatureClass,
    NamedPlace,
    Place,
    Point,
    Relation,
    Resolution,
    Toponym,
    UnknownPlace,
)
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.report import Citation
from geo.model.timespan import TimePrecision
from geo.model.weapon import LandingArea, MissileClass, MissileType
from geo.symbology import CLASS_OF, LEGEND, class_of, map_view, marks_of, ranges_of, size_of, symbol_of

DAY = LaunchDay("Tuesday", TimePrecision.DAY, date(2021, 10, 19), date(2021, 10, 19))
SINPO = Place("kp-sinpo", "Sinpo", FeatureClass.CITY, "KP", "KP-08", "test", Point(40.03, 128.18), 20_000.0)
WONSAN = Place("kp-wonsan", "Wonsan", FeatureClass.CITY, "KP", "KP-07", "test", Point(39.15, 127.45), 8_000.0)
SOUTH_HAMGYONG = Place("kp-08", "South Hamgyong", FeatureClass.PROVINCE, "KP", "KP-08", "test", area_id="KP-08")
AMBIGUOUS = AmbiguousPlace((), "two provinces of that name")
UNKNOWN = UnknownPlace("not in the gazetteer")

POINT, OTHER_POINT = PlaceMark(SINPO.point, 20_000.0, ""), PlaceMark(WONSAN.point, 8_000.0, "")
AREA = PlaceMark(None, 0.0, "KP-08")


@dataclass(frozen=True)
class Says:
    """One missile type as a table row reads: "JCS says SRBM"."""

    missile_class: MissileClass
    stance: Stance = Stance.ASSERTED
    hedged: bool = False
    anonymous: bool = False


def claim(attribute: Attribute, value: Value, stance: Stance = Stance.ASSERTED, anonymous: bool = False) -> Claim:
    speaker = Speaker("a speaker", (), "said", anonymous)
    return Claim(
        attribute, value, Attribution((speaker,)), Citation("s", "https://example.org", "1"), "l", stance=stance
    )


def event(
    *claims: Claim, preferred: Claim | None = None, day: LaunchDay | None = DAY, event_id: str = "e"
) -> LaunchEvent:
    return LaunchEvent(event_id, claims, day, preferred={preferred.attribute: preferred.id} if preferred else {})


def type_claim(says: Says, verbatim: str = "") -> Claim:
    value = MissileType(says.missile_class, "", says.hedged, verbatim or says.missile_class.value)
    return claim(Attribute.MISSILE_TYPE, value, says.stance, says.anonymous)


def place_claim(place: Resolution | None, attribute: Attribute = Attribute.LAUNCH_PLACE, denied: bool = False) -> Claim:
    name = getattr(place, "name", type(place).__name__)
    value = NamedPlace(Toponym(name, name, Relation.NEAR), place)
    return claim(attribute, value, Stance.DENIED if denied else Stance.ASSERTED)


def count_claim(lower: float, upper: float | None = None, qualifier: Qualifier = Qualifier.EXACT) -> Claim:
    high = lower if upper is None else upper
    return claim(Attribute.COUNT, Quantity(lower, high, qualifier, Unit.MISSILES, f"{lower}-{high}"))


M = MissileClass


@pytest.mark.parametrize(
    ("said", "expected", "reason"),
    [
        ([], SymbolClass.OTHER, "nobody said what it was"),
        ([Says(M.SRBM)], SymbolClass.SHORT_RANGE, ""),
        ([Says(M.CRBM)], SymbolClass.SHORT_RANGE, "close range is the short end of short range"),
        ([Says(M.IRBM)], SymbolClass.MEDIUM_RANGE, ""),
        ([Says(M.ICBM)], SymbolClass.INTERCONTINENTAL, ""),
        ([Says(M.SLV)], SymbolClass.SPACE_LAUNCHER, ""),
        ([Says(M.SLCM)], SymbolClass.CRUISE, "a cruise missile, whatever it is fired from"),
        ([Says(M.BALLISTIC)], SymbolClass.OTHER, "a ballistic missile of unknown range"),
        ([Says(M.PROJECTILE)], SymbolClass.OTHER, ""),
        ([Says(M.HYPERSONIC)], SymbolClass.OTHER, "a speed, not a range"),
        ([Says(M.BALLISTIC), Says(M.SLBM)], SymbolClass.SUBMARINE_LAUNCHED, "the more specific of two assertions"),
        ([Says(M.SRBM), Says(M.SLBM)], SymbolClass.SUBMARINE_LAUNCHED, "it can be both"),
        ([Says(M.BALLISTIC), Says(M.SLBM, hedged=True)], SymbolClass.OTHER, "a guess is not an assertion"),
        ([Says(M.SLBM, hedged=True)], SymbolClass.OTHER, "not even when it stands alone"),
        ([Says(M.BALLISTIC), Says(M.SLBM, Stance.HEDGED)], SymbolClass.OTHER, "hedged by its sentence"),
        ([Says(M.ICBM, Stance.DENIED), Says(M.IRBM)], SymbolClass.MEDIUM_RANGE, "what is denied is not asserted"),
        ([Says(M.BALLISTIC), Says(M.SLBM, anonymous=True)], SymbolClass.OTHER, "nobody stands for it by name"),
        ([Says(M.SLBM, anonymous=True)], SymbolClass.SUBMARINE_LAUNCHED, "nothing it could outrank"),
        ([Says(M.SRBM), Says(M.IRBM)], SymbolClass.OTHER, "the symbol takes no side"),
        ([Says(M.SRBM), Says(M.CRUISE)], SymbolClass.OTHER, "the symbol takes no side"),
    ],
)
def test_the_class_is_the_most_specific_asserted_by_name(said: list[Says], expected: SymbolClass, reason: str) -> None:
    assert class_of(event(*map(type_claim, said))) is expected, reason
    assert class_of(event(*map(type_claim, reversed(said)))) is expected, "the order of claims decides nothing"


def test_where_claims_exclude_each_other_the_preferred_decides() -> None:
    short, medium = type_claim(Says(M.SRBM)), type_claim(Says(M.IRBM))
    assert class_of(event(short, medium, preferred=medium)) is SymbolClass.MEDIUM_RANGE


def test_a_preferred_guess_does_not_decide() -> None:
    guess = type_claim(Says(M.ICBM, hedged=True))
    claims = (type_claim(Says(M.SRBM)), type_claim(Says(M.IRBM)), guess)
    assert class_of(event(*claims, preferred=guess)) is SymbolClass.OTHER


@pytest.mark.parametrize(
    ("count", "size"),
    [
        (count_claim(1), 1),
        (count_claim(2), 2),
        (count_claim(4), 2),
        (count_claim(5), 3),
        (count_claim(1, float("inf"), Qualifier.AT_LEAST), 1),
        (count_claim(4, float("inf"), Qualifier.MORE_THAN), 3),  # more than four is five or more
        (count_claim(2, float("inf"), Qualifier.SEVERAL), 2),
        (count_claim(0, 8, Qualifier.AT_MOST), 1),  # up to eight may be one
    ],
    ids=lambda value: value.value.verbatim if isinstance(value, Claim) else str(value),
)
def test_size_by_the_least_number_the_words_allow(count: Claim, size: int) -> None:
    assert size_of(event(count)) == size


def test_the_preferred_count_gives_the_size_and_else_the_lowest() -> None:
    one, two = count_claim(1), count_claim(2)
    assert size_of(event(one, two, preferred=two)) == 2
    assert size_of(event(two, one)) == 1
    assert size_of(event()) == 1


@pytest.mark.parametrize(
    ("claims", "marks", "reason"),
    [
        ([place_claim(SINPO)], (POINT,), "a point with its radius"),
        ([place_claim(SINPO), place_claim(WONSAN)], (POINT, OTHER_POINT), "competing places are all there"),
        ([place_claim(SINPO), place_claim(SINPO)], (POINT,), "one place said twice is one mark"),
        ([place_claim(SOUTH_HAMGYONG)], (AREA,), "an area has no pin"),
        ([place_claim(SOUTH_HAMGYONG), place_claim(SINPO)], (POINT, AREA), "points before areas"),
        ([place_claim(AMBIGUOUS)], (), "two readings, no mark"),
        ([place_claim(UNKNOWN)], (), ""),
        ([place_claim(None)], (), "not looked up yet"),
        ([place_claim(WONSAN, denied=True)], (), "denied"),
        ([place_claim(SOUTH_HAMGYONG, Attribute.ADMIN_AREA)], (AREA,), "the province stands in for the place"),
        (
            [place_claim(SOUTH_HAMGYONG, Attribute.ADMIN_AREA), place_claim(SINPO)],
            (POINT,),
            "the province of a known place does not compete with it",
        ),
    ],
)
def test_marks(claims: list[Claim], marks: tuple[PlaceMark, ...], reason: str) -> None:
    assert marks_of(event(*claims)) == marks, reason


@pytest.mark.parametrize(("place", "first"), [(WONSAN, OTHER_POINT), (SOUTH_HAMGYONG, AREA)])
def test_the_preferred_place_comes_first_even_when_it_is_an_area(place: Place, first: PlaceMark) -> None:
    preferred = place_claim(place)
    marks = marks_of(event(place_claim(SINPO), preferred, preferred=preferred))
    assert marks == (first, POINT)


def test_a_view_is_sorted_by_day_then_id_and_leaves_out_the_undated() -> None:
    later = LaunchDay("Wednesday", TimePrecision.DAY, date(2021, 10, 20), date(2021, 10, 20))
    undated = LaunchDay("Tuesday", TimePrecision.DAY, missing="the date of publication")
    events = [
        event(event_id="b"),
        event(event_id="a", day=later),
        event(event_id="c", day=undated),
        event(event_id="d", day=None),
        event(event_id="a-1"),
    ]
    view = map_view(events, {"b"})
    assert [symbol.event_id for symbol in view.symbols] == ["a-1", "b", "a"]
    assert [symbol.contradictory for symbol in view.symbols] == [False, True, False]


def test_a_month_stays_a_month() -> None:
    month = LaunchDay("in October", TimePrecision.MONTH, date(2021, 10, 1), date(2021, 10, 31))
    symbol = symbol_of(event(day=month), contradictory=False)
    assert (symbol.first, symbol.last) == (date(2021, 10, 1), date(2021, 10, 31))


def test_an_undated_launch_has_no_symbol() -> None:
    with pytest.raises(ModelError, match="'e' has no day"):
        symbol_of(event(day=None), contradictory=False)


def test_every_class_has_a_colour_and_a_shape_of_its_own() -> None:
    assert [entry.symbol_class for entry in LEGEND] == list(SymbolClass)
    assert len({entry.colour for entry in LEGEND}) == len({entry.shape for entry in LEGEND}) == len(SymbolClass)
    assert set(CLASS_OF.values()) | {SymbolClass.OTHER} == set(SymbolClass)


@dataclass(frozen=True)
class Heard:
    """A distance or a landing area as the table below gives it: who said it, what, and how firmly."""

    speaker: str
    value: Quantity | str
    stance: Stance = Stance.ASSERTED


def heard(said: Heard) -> Claim:
    speaker = Speaker(said.speaker, (said.speaker,), "said")
    value: Value = LandingArea(said.value, said.value) if isinstance(said.value, str) else said.value
    attribute = Attribute.LANDING_AREA if isinstance(said.value, str) else Attribute.RANGE
    citation = Citation("s", "https://example.org", f"{said.speaker}-{attribute}-{value.verbatim}")
    return Claim(attribute, value, Attribution((speaker,)), citation, "l", stance=said.stance)


def distance(lower: float, upper: float, unit: Unit = Unit.KILOMETRES) -> Quantity:
    return Quantity(lower, upper, Qualifier.EXACT, unit, f"{lower}-{upper} {unit}")


EAST_SEA, PACIFIC = "SEA_OF_JAPAN", "PACIFIC"
FAR = distance(450, 450)


@pytest.mark.parametrize(
    ("said", "ranges", "reason"),
    [
        ([], [], "nobody said how far"),
        ([Heard("JCS", FAR)], [(450_000, 450_000, "")], "in no direction: nobody named a sea"),
        ([Heard("JCS", FAR), Heard("JCS", EAST_SEA)], [(450_000, 450_000, EAST_SEA)], ""),
        ([Heard("JCS", FAR), Heard("JP", EAST_SEA)], [(450_000, 450_000, EAST_SEA)], "another speaker names the sea"),
        (
            [Heard("JCS", FAR), Heard("JCS", EAST_SEA), Heard("JP", PACIFIC)],
            [(450_000, 450_000, EAST_SEA)],
            "its own speaker's sea comes first",
        ),
        (
            [Heard("US", FAR), Heard("JCS", EAST_SEA), Heard("JP", PACIFIC)],
            [(450_000, 450_000, PACIFIC), (450_000, 450_000, EAST_SEA)],
            "the map takes no side",
        ),
        ([Heard("JCS", FAR), Heard("JP", EAST_SEA, Stance.DENIED)], [(450_000, 450_000, "")], "not into that sea"),
        ([Heard("JCS", FAR, Stance.DENIED)], [], "denied"),
        ([Heard("JCS", FAR), Heard("US", FAR)], [(450_000, 450_000, "")], "said twice, drawn once"),
        ([Heard("US", distance(360, 360, Unit.MILES))], [(579_364, 579_364, "")], "international miles"),
        ([Heard("JCS", distance(600, float("inf")))], [(600_000, None, "")], "open above"),
        ([Heard("JCS", distance(0, 250))], [(0, 250_000, "")], "up to"),
        ([Heard("JCS", distance(5, 5, Unit.MINUTES))], [], "a duration is no distance"),
        (
            [Heard("JP", distance(600, 600)), Heard("JCS", distance(430, 450))],
            [(430_000, 450_000, ""), (600_000, 600_000, "")],
            "the shortest first",
        ),
    ],
)
def test_claimed_ranges(said: list[Heard], ranges: list[tuple[float, float | None, str]], reason: str) -> None:
    found = ranges_of(event(*map(heard, said)))
    assert found == tuple(ClaimedRange(*each) for each in ranges), reason


@pytest.mark.parametrize(
    ("written", "shown", "reason"),
    [
        ("Hwasong-12", "Hwasong-12", ""),
        ("HWASONG 12", "Hwasong-12", "in our spelling, not the report's"),
        ("KN-17", "Hwasong-12", "an alias"),
        ("{{7*7}}", "", "not on our list: never shown"),
        ("", "", "a class, no designation"),
    ],
)
def test_a_missile_is_named_by_our_list_only(written: str, shown: str, reason: str) -> None:
    said = claim(Attribute.MISSILE_TYPE, MissileType(M.IRBM, written, False, written or "a missile"))
    names = {"hwasong12": "Hwasong-12", "kn17": "Hwasong-12"}
    assert symbol_of(event(said, preferred=said), False, names).missile == shown, reason
    assert symbol_of(event(said), False, names).missile == "", "nothing is preferred"


def test_the_place_named_is_the_first_that_is_drawn() -> None:
    preferred = place_claim(WONSAN)
    assert symbol_of(event(place_claim(SINPO), preferred, preferred=preferred), False).place == WONSAN.name
    assert symbol_of(event(place_claim(UNKNOWN)), False).place == ""
