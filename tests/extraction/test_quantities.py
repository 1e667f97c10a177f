"""How far, how high, how long, how fast, and how many."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.extraction.counts import count_hits
from geo.extraction.quantities import quantity_hits
from geo.model.claim import Attribute, ScopeKind
from geo.model.quantity import Qualifier, Quantity, Unit
from tests.extraction.reader import LEXICON

Row = tuple[Attribute, float, float, Qualifier, Unit]
KM, MI, MIN = Unit.KILOMETRES, Unit.MILES, Unit.MINUTES
EXACT, ABOUT, BETWEEN = Qualifier.EXACT, Qualifier.ABOUT, Qualifier.BETWEEN
RANGE, APOGEE, FLIGHT, SPEED = Attribute.RANGE, Attribute.APOGEE, Attribute.FLIGHT_TIME, Attribute.SPEED


def found(text: str) -> list[Row]:
    hits = quantity_hits(text, LEXICON)
    return [(h.attribute, q.lower, q.upper, q.qualifier, q.unit) for h in hits if isinstance(q := h.value, Quantity)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("It flew about 590 kilometers.", [(RANGE, 590, 590, ABOUT, KM)]),
        ("It flew 430 km to 450 km (267 to 280 miles).", [(RANGE, 430, 450, BETWEEN, KM)]),  # conversion told again
        ("They flew 70-200 kilometers.", [(RANGE, 70, 200, BETWEEN, KM)]),
        (
            "They flew 430 and 690 kilometers respectively.",
            [(RANGE, 430, 430, EXACT, KM), (RANGE, 690, 690, EXACT, KM)],
        ),
        ("It reached an apogee of 2,111.5km.", [(APOGEE, 2111.5, 2111.5, EXACT, KM)]),
        ("They flew at about 30 miles in altitude.", [(APOGEE, 30, 30, ABOUT, MI)]),  # the word after decides
        ("It flew 370 miles at a height of 37 miles.", [(RANGE, 370, 370, EXACT, MI), (APOGEE, 37, 37, EXACT, MI)]),
        (
            "It flew 4,600 km at a maximum altitude of 970 km.",
            [(RANGE, 4600, 4600, EXACT, KM), (APOGEE, 970, 970, EXACT, KM)],
        ),
        ("It climbed to 60 km at most.", [(APOGEE, 0, 60, Qualifier.AT_MOST, KM)]),
        ("It traveled up to 200 kilometers.", [(RANGE, 0, 200, Qualifier.AT_MOST, KM)]),
        (
            "It fell over 930 kilometers (578 miles) from where it was launched.",
            [(RANGE, 930, math.inf, Qualifier.MORE_THAN, KM)],
        ),
        ("Its apogee was well beyond 2,500 kilometers.", [(APOGEE, 2500, math.inf, Qualifier.MORE_THAN, KM)]),
        ("It was followed for 37 minutes.", [(FLIGHT, 37, 37, EXACT, MIN)]),
        ("It flew 950 km during its 53-minute flight.", [(RANGE, 950, 950, EXACT, KM), (FLIGHT, 53, 53, EXACT, MIN)]),
        (
            "It flew 1,500 kilometers at 12 times the speed of sound.",
            [(RANGE, 1500, 1500, EXACT, KM), (SPEED, 12, 12, EXACT, Unit.MACH)],
        ),
        ("It could reach 6,000 kilometers on a standard trajectory.", []),  # what it might do
        ("The usual range of such missiles is 3,000 to 5,500 kilometers.", []),
        ("A missile with a range of 1,300 km was fired.", []),
        ("They were launched over a 20-minute span.", []),  # how long the firing took
        ("It circles the earth every 94 minutes.", []),
        ("The satellite reached orbit about 10 minutes after launch.", []),
        ("A missile of this type can theoretically travel 3,500 km.", []),
        (
            "The figures were 4,500 km for the distance and 970 km for the altitude.",  # named after the figure
            [(RANGE, 4500, 4500, EXACT, KM), (APOGEE, 970, 970, EXACT, KM)],
        ),
        (
            "It flew 600 km in nine minutes to an altitude of 60 km.",
            [(RANGE, 600, 600, EXACT, KM), (FLIGHT, 9, 9, EXACT, MIN), (APOGEE, 60, 60, EXACT, KM)],
        ),
        ("It rose no higher than 100 km.", [(APOGEE, 0, 100, Qualifier.AT_MOST, KM)]),
        ("None rose above 100 km.", [(APOGEE, 0, 100, Qualifier.AT_MOST, KM)]),  # none above is at most
        ("The flight lasted 705 seconds.", [(FLIGHT, 705, 705, EXACT, Unit.SECONDS)]),
        ("It flew for 12 minutes and 30 seconds.", [(FLIGHT, 12.5, 12.5, EXACT, MIN)]),  # one duration
        ("It flew for an hour and 15 minutes.", [(FLIGHT, 1.25, 1.25, EXACT, Unit.HOURS)]),
        ("It flew 300 km at 50 km.", [(RANGE, 300, 300, EXACT, KM)]),  # which figure the second is, is not said
        (
            "It covered 2,040 km in eleven and a half minutes.",
            [(RANGE, 2040, 2040, EXACT, KM), (FLIGHT, 11.5, 11.5, EXACT, MIN)],
        ),
        ("It fell after a flight of roughly 15 minutes.", [(FLIGHT, 15, 15, ABOUT, MIN)]),
        ("It flew for half an hour.", [(FLIGHT, 0.5, 0.5, EXACT, Unit.HOURS)]),
        (
            "It traveled 1,090 km, peaking at 6,248.5 km.",
            [(RANGE, 1090, 1090, EXACT, KM), (APOGEE, 6248.5, 6248.5, EXACT, KM)],
        ),
        ("It fell about 200 km west of Aomori.", []),  # a distance of the landing
    ],
)
def test_flight_figures(text: str, rows: list[Row]) -> None:
    assert found(text) == rows


def test_two_flights_of_one_sentence_are_numbered() -> None:
    hits = list(quantity_hits("They flew 430 and 690 kilometers respectively.", LEXICON))
    assert [(hit.scope.kind, hit.scope.index) for hit in hits] == [(ScopeKind.MISSILE, 1), (ScopeKind.MISSILE, 2)]


@pytest.mark.parametrize(
    ("text", "lower", "upper", "qualifier"),
    [
        ("two ballistic missiles", 2, 2, EXACT),
        ("at least one ballistic missile", 1, math.inf, Qualifier.AT_LEAST),
        ("about 180 ballistic missiles", 180, 180, ABOUT),
        ("more than 20 projectiles", 20, math.inf, Qualifier.MORE_THAN),
        ("“multiple unidentified short-range projectiles”", 2, math.inf, Qualifier.SEVERAL),
        ("only acknowledged one projectile", 1, 1, EXACT),
        ("a pair of short-range missiles", 2, 2, EXACT),
        ("two “short-range missiles”", 2, 2, EXACT),
        ("a dozen missiles", 12, 12, EXACT),
        ("The single launch of a missile", 1, 1, EXACT),
    ],
)
def test_counts(text: str, lower: float, upper: float, qualifier: Qualifier) -> None:
    (hit,) = count_hits(text, LEXICON, "KP")
    assert isinstance(hit.value, Quantity)
    assert (hit.value.lower, hit.value.upper, hit.value.qualifier) == (lower, upper, qualifier)
    assert text[hit.start : hit.end] == hit.value.verbatim


def test_counts_of_several_kinds_are_of_their_kind() -> None:
    hits = list(
        count_hits("It comprised 170 drones, over 30 cruise missiles and a dozen ballistic missiles.", LEXICON, "IR")
    )
    assert [(hit.scope.kind, hit.scope.of) for hit in hits] == [
        (ScopeKind.KIND, "DRONE"),
        (ScopeKind.KIND, "CRUISE"),
        (ScopeKind.KIND, "BALLISTIC"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a ballistic missile",  # an article counts nothing
        "its eighth missile test of the year",  # an ordinal counts tests
        "the Oct. 19 missile launch",
        "a two-stage rocket",
        "one of several missile launches",
        "11,000 North Korean troops and a missile",
        "tested missiles 4 times",
    ],
)
def test_no_count(text: str) -> None:
    assert list(count_hits(text, LEXICON, "KP")) == []


@given(st.integers(1, 99_999), st.sampled_from(["about", "at least", "more than", "up to", ""]), st.booleans())
def test_a_rendered_distance_reads_back(number: int, hedge: str, comma: bool) -> None:
    words = f"{number:,}" if comma else str(number)
    ((attribute, lower, upper, _, unit),) = found(f"The missile flew {hedge} {words} kilometers.")
    assert (attribute, unit) == (RANGE, KM)
    assert number in (lower, upper)


@given(st.integers(1, 5_000), st.integers(1, 5_000))
def test_an_interval_reads_back_in_order(first: int, second: int) -> None:
    low, high = sorted((first, second))
    assert found(f"It flew {low} to {high} km.") == [(RANGE, low, high, BETWEEN, KM)]
