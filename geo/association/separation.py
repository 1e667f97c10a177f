"""What tells two accounts of one day and country apart as two launches, and what does not."""

from datetime import timedelta

from geo.association.account import Account
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


def separation(one: Account, other: Account) -> str:
    """Why the two cannot be one launch, in words; "" when nothing tells them apart.

    A difference that speakers dispute about one launch (a count, a name, a province, some
    minutes) never separates: it would hide the very disagreement we look for.
    """
    if one.report.id == other.report.id:
        return "one report tells them as two launches"
    return _by_time(one, other) or _by_place(one, other) or _by_missile(one, other)


def _by_time(one: Account, other: Account) -> str:
    gaps = [
        max(start - other_end, other_start - end) for start, end in one.times for other_start, other_end in other.times
    ]
    if gaps and min(gaps) > APART:
        return f"their times are {round(min(gaps) / timedelta(hours=1), 1):g} h apart"
    return ""


def _by_place(one: Account, other: Account) -> str:
    gaps = [gap for here in one.places for there in other.places if (gap := _km_between(here, there)) is not None]
    if gaps and min(gaps) > APART_KM:
        return f"their places are {min(gaps):.0f} km apart"
    return ""


def _km_between(here: Place, there: Place) -> float | None:
    """Between the edges of two drawn circles; None when one is an area."""
    if here.point is None or there.point is None:
        return None
    return distance_km(here.point, there.point) - ((here.radius_m or 0) + (there.radius_m or 0)) / 1000


def _by_missile(one: Account, other: Account) -> str:
    for left, right in ((one, other), (other, one)):
        if left.missiles & _BALLISTIC and right.missiles & _CRUISE and not _mixed(left) and not _mixed(right):
            return "one is of ballistic missiles, the other of cruise missiles"
    return ""


def _mixed(account: Account) -> bool:
    return bool(account.missiles & _BALLISTIC and account.missiles & _CRUISE)
