"""When a report that tells no day is linked to a launch by its figures, and when it is not."""

from dataclasses import replace
from datetime import date

import pytest

from geo.association.linking import associate
from geo.model.claim import Attribute, Value
from geo.model.launch import LaunchDay, LaunchMention, MentionRole, NoticeKind
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.reading import Reading
from geo.model.timespan import ClockTime, TimePrecision, ZoneBasis
from geo.model.weapon import MissileClass, MissileType
from tests.association.test_linking import CRUISE, DAY, SINPO, SUNAN, at, mention, reading

TUESDAY, WEDNESDAY = 1, 2
TWO = Quantity(2, 2, Qualifier.EXACT, Unit.MISSILES, "two")
NAMED = MissileType(MissileClass.SRBM, "KN-23", False, "KN-23")
NOW = at(1, 17)  # 10:17 in Seoul


def clock(hour: int, minute: int, approximate: bool = False) -> ClockTime:
    told = hour * 60 + minute
    basis = ZoneBasis.ASSUMED
    return ClockTime(told, told + 1, "Asia/Seoul", basis, TimePrecision.MINUTE, approximate, "then", told)


def km(figure: float, qualifier: Qualifier = Qualifier.EXACT, unit: Unit = Unit.KILOMETRES) -> Quantity:
    upper = float("inf") if qualifier is Qualifier.MORE_THAN else figure
    return Quantity(figure, upper, qualifier, unit, f"{figure:g} {unit}")


def flown(text: str, day: LaunchMention, values: tuple[Value, ...], ranges: tuple[Quantity, ...]) -> Reading:
    """A report of those values and distances."""
    told = reading(text, (day, (*values, *ranges)))
    kinds = (Attribute.RANGE if claim.value in ranges else claim.attribute for claim in told.claims)
    return replace(
        told, claims=tuple(replace(claim, attribute=kind) for claim, kind in zip(told.claims, kinds, strict=True))
    )


def without_day(weekday: int | None) -> LaunchMention:
    day = LaunchDay("Tuesday", TimePrecision.DAY, weekday=weekday, missing="the date") if weekday is not None else None
    return LaunchMention("launch", MentionRole.SUBJECT, day, "KP")


KNOWN = flown("dated", mention("launch"), (NOW, SINPO, TWO, NAMED), (km(600), km(120)))


@pytest.mark.parametrize(
    ("weekday", "values", "ranges", "linked"),
    [
        (TUESDAY, (clock(10, 17), SINPO, TWO), (km(600),), True),
        (TUESDAY, (SINPO, TWO), (km(600), km(120)), True),  # two distances, each found again
        (TUESDAY, (SINPO, TWO), (km(373, unit=Unit.MILES), km(120)), True),  # 600 km
        (TUESDAY, (clock(10, 17), SINPO, NAMED), (), True),
        (TUESDAY, (SINPO, TWO, NAMED), (), False),  # many launches from one place have one weapon
        (TUESDAY, (clock(10, 17), SINPO), (), False),
        (TUESDAY, (SINPO, TWO), (km(600), km(590)), False),  # one figure said twice
        (TUESDAY, (SINPO, TWO, NAMED), (km(600, Qualifier.MORE_THAN),), False),  # no figure to be found again
        (TUESDAY, (clock(10, 17), SINPO, TWO, NAMED), (km(400),), False),  # another distance
        (TUESDAY, (clock(10, 25), SINPO, TWO), (km(600), km(120)), False),  # both to the minute
        (TUESDAY, (clock(10, 25, True), SINPO, TWO), (km(600), km(120)), True),  # "around 10:25"
        (TUESDAY, (clock(10, 17), SUNAN, TWO, NAMED), (km(600), km(120)), False),  # the other coast
        (TUESDAY, (clock(10, 17), SINPO, TWO, CRUISE), (km(600), km(120)), False),  # another kind of missile
        (WEDNESDAY, (clock(10, 17), SINPO, TWO, NAMED), (km(600), km(120)), False),
        (None, (clock(10, 17), SINPO, TWO, NAMED), (km(600), km(120)), True),
        (None, (clock(10, 17), SINPO, TWO), (km(600),), False),  # no weekday asks for more
    ],
)
def test_figures_link_what_tells_no_day(
    weekday: int | None, values: tuple[Value, ...], ranges: tuple[Quantity, ...], linked: bool
) -> None:
    events = associate([KNOWN, flown("undated", without_day(weekday), values, ranges)])
    assert (len(events) == 1) is linked
    if linked:
        assert events[0].day is not None and events[0].day.first == DAY
        assert any("only the launch of 2021-10-19 has its figures" in reason for reason in events[0].reasons)


def test_two_launches_that_fit_are_both_named_and_none_is_taken() -> None:
    other = flown("b", mention("launch", day=date(2021, 10, 12)), (SINPO, TWO), (km(600), km(120)))
    events = associate([KNOWN, other, flown("c", without_day(TUESDAY), (SINPO, TWO), (km(600), km(120)))])
    (notice,) = [n for event in events for n in event.notices if n.kind is NoticeKind.AMBIGUOUS_LINK]
    assert len(events) == 3 and "2021-10-12 and 2021-10-19" in notice.sentence


def test_the_next_best_is_named_with_its_score() -> None:
    other = flown("b", mention("launch", day=date(2021, 10, 12)), (SINPO,), (km(600),))
    undated = flown("c", without_day(TUESDAY), (NOW, SINPO, TWO), (km(600), km(120)))
    reasons = [reason for event in associate([KNOWN, other, undated]) for reason in event.reasons]
    assert any("the next best is of 2021-10-12, 4" in reason for reason in reasons)


def test_an_account_without_a_country_is_not_linked_by_figures() -> None:
    nowhere = replace(without_day(TUESDAY), country="")
    assert len(associate([KNOWN, flown("c", nowhere, (NOW, SINPO, TWO, NAMED), (km(600), km(120)))])) == 2
