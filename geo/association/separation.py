"""What tells two accounts of one day and country apart as two launches, and what does not."""

from datetime import timedelta

from geo.association.account import Account, Telling, missiles, places, times
from geo.geocoding.geodesy import distance_km
from geo.model.place import Place
from geo.model.weapon import MissileClass

# Claims about one launch differ by minutes (the widest real case: 13); salvos lie further apart than an hour.
APART = timedelta(hours=1)
# Beyond both radii: more than the widest dispute about one launch in the record (62 km), less than a province.
APART_KM = 100.0
_BALLISTIC = frozenset(
    {
        MissileClass.BALLISTIC,
        MissileClass.CRBM,
        MissileClass.SRBM,
        MissileClass.MRBM,
        MissileClass.IRBM,
        MissileClass.ICBM,
        MissileClass.SLBM,
    }
)
_CRUISE = frozenset({MissileClass.CRUISE, MissileClass.SLCM})


def separation(one: Telling, other: Telling) -> str:
    """Why the two cannot be one launch, in words; "" when nothing tells them apart.

    A difference that speakers dispute about one launch (a count, a name, a province, some
    minutes) never separates: it would hide the very disagreement we look for.
    """
    if isinstance(one, Account) and isinstance(other, Account) and one.report.id == other.report.id:
        return "one report tells them as two launches"
    return _by_time(one, other) or _by_place(one, other) or _by_missile(one, other)


def agreement(one: Telling, other: Telling) -> bool:
    """Whether both name the same hour or overlapping places: more than not being told apart."""
    times_gaps = _hours(one, other)
    place_gaps = _kilometres(one, other)
    return bool(times_gaps and min(times_gaps) <= APART) or bool(place_gaps and min(place_gaps) <= 0)


def _by_time(one: Telling, other: Telling) -> str:
    gaps = _hours(one, other)
    if gaps and min(gaps) > APART:
        return f"their times are {round(min(gaps) / timedelta(hours=1), 1):g} h apart"
    return ""


def _hours(one: Telling, other: Telling) -> list[timedelta]:
    return [
        max(start - other_end, other_start - end)
        for start, end in times(one)
        for other_start, other_end in times(other)
    ]


def _kilometres(one: Telling, other: Telling) -> list[float]:
    return [gap for here in places(one) for there in places(other) if (gap := _km_between(here, there)) is not None]


def _by_place(one: Telling, other: Telling) -> str:
    gaps = _kilometres(one, other)
    if gaps and min(gaps) > APART_KM:
        return f"their places are {min(gaps):.0f} km apart"
    return ""


def _km_between(here: Place, there: Place) -> float | None:
    """Between the edges of two drawn circles; None when one is an area."""
    if here.point is None or there.point is None:
        return None
    return distance_km(here.point, there.point) - ((here.radius_m or 0) + (there.radius_m or 0)) / 1000


def _by_missile(one: Telling, other: Telling) -> str:
    for left, right in ((one, other), (other, one)):
        if missiles(left) & _BALLISTIC and missiles(right) & _CRUISE and not _mixed(left) and not _mixed(right):
            return "one is of ballistic missiles, the other of cruise missiles"
    return ""


def _mixed(told: Telling) -> bool:
    return bool(missiles(told) & _BALLISTIC and missiles(told) & _CRUISE)
