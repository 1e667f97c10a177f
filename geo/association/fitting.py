"""How well an account fits a launch: a score with its reasons."""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from geo.association.account import Account, Telling, missiles, places
from geo.association.separation import separation
from geo.geocoding.geodesy import distance_km
from geo.geocoding.relations import KM_PER
from geo.model.claim import Attribute, Stance
from geo.model.launch import LaunchDay
from geo.model.quantity import Quantity, Unit
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import MissileClass, MissileType

# The scale of geo.association.evidence, for the words of a report.
WEIGHTS = {
    "same day": 4,
    "days overlap": 3,
    "same day of the year": 3,  # "July 25" of a year the report does not tell
    "day before of the year": 2,  # the calendar of Washington
    "same weekday": 1,
    "same minute": 5,
    "same half hour": 3,
    "same hour": 1,
    "same place": 4,
    "same weapon": 3,
    "same class": 1,
    "same count": 2,
    "same distance": 1,
}
# A day of the year alone is not enough: the hour or the place must agree as well.
NEEDED = 7
# Two launches this near in score both fit, and none is chosen.
MARGIN = 2
_TELLING = frozenset({"same minute", "same half hour", "same place", "same weapon"})
_MINUTES = (("same minute", 5), ("same half hour", 30), ("same hour", 60))
_DAY = 24 * 60
_WEEK = 7
_RANGE_KM, _RANGE_SHARE = 10.0, 0.05  # the tolerance for distances in data/comparison
_WIDE = frozenset({MissileClass.MISSILE, MissileClass.PROJECTILE, MissileClass.ROCKET, MissileClass.BALLISTIC})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_FIRST = re.compile(r"\b([a-z]{3})[a-z]{0,6}\.? (\d{1,2})\b(?!,? \d{4})", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?,? (?:of )?([a-z]{3})[a-z]{0,6}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fit:
    """What speaks for an account and a launch being one: names of WEIGHTS with the figures in words."""

    evidence: tuple[tuple[str, str], ...]

    @property
    def score(self) -> int:
        return sum(WEIGHTS[name] for name, _ in self.evidence)

    @property
    def telling(self) -> bool:
        """More than a day that many launches share."""
        return any(name in _TELLING for name, _ in self.evidence)

    @property
    def narrow(self) -> bool:
        """The weekday and the day of the year, which few launches share."""
        return {"same day of the year", "same weekday"} <= {name for name, _ in self.evidence}

    @property
    def words(self) -> str:
        return "; ".join(words for _, words in self.evidence)


def fit(account: Account, other: Telling, day: date) -> Fit | None:
    """The evidence for one launch; None where the day, the hour, the place or the kind of missile forbids it."""
    dated = _day(account, day)
    if dated is None or separation(account, other):
        return None
    found = list(dated)
    gap = _minutes(account, other, day)
    if gap is not None:
        if gap > _MINUTES[-1][1]:
            return None
        name = next(name for name, limit in _MINUTES if gap <= limit)
        found.append((name, f"times {gap} min apart"))
    found += [each for part in (_place, _weapon, _count, _distance) for each in part(account, other)]
    return Fit(tuple(found))


def day_of_year(words: str) -> tuple[int, int] | None:
    """Month and day of "July 25" or "25 July" without a year; None for anything else."""
    for match, month, day in ((_MONTH_FIRST.search(words), 1, 2), (_DAY_FIRST.search(words), 2, 1)):
        if match and match[month].lower() in _MONTHS:
            return _MONTHS.index(match[month].lower()) + 1, int(match[day])
    return None


def clear_best(fits: Iterable[tuple[str, Fit]]) -> str:
    """The one that fits well enough and clearly better than every other; "" when there is none."""
    ranked = sorted(fits, key=lambda each: (-each[1].score, each[0]))
    if not ranked or ranked[0][1].score < NEEDED or not ranked[0][1].telling:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1].score - ranked[1][1].score > MARGIN else ""


def _day(account: Account, day: date) -> tuple[tuple[str, str], ...] | None:
    told = account.mention.day
    if told is None:
        return ()
    if told.first is not None and told.last is not None:
        if not told.first <= day <= told.last:
            return None
        one = told.first == told.last
        return (
            (("same day", f"both of {day.isoformat()}"),) if one else (("days overlap", "within the days left open"),)
        )
    if told.filed is not None:
        return _since_filed(told, told.filed, day)
    if (month_day := day_of_year(told.verbatim)) is not None:
        for name, local in (("same day of the year", day), ("day before of the year", day - timedelta(days=1))):
            if (local.month, local.day) == month_day:
                return ((name, f"“{told.verbatim}” against {day.isoformat()}"),)
        return None
    return _weekday(told, day)


def _weekday(told: LaunchDay, day: date) -> tuple[tuple[str, str], ...] | None:
    if told.weekday is None:
        return ()
    return (("same weekday", f"{day.isoformat()} was a {day:%A}"),) if day.weekday() == told.weekday else None


def _since_filed(told: LaunchDay, filed: tuple[int, int], day: date) -> tuple[tuple[str, str], ...] | None:
    """A weekday in a report filed on a day of an unknown year: the last such weekday up to it, a day's grace for zones.

    February 29 is none in other years.
    """
    ends = []
    for year in (day.year, day.year + 1):
        try:
            ends.append(date(year, *filed))
        except ValueError:
            continue
    if told.weekday not in (None, day.weekday()) or not any(-1 <= (end - day).days < _WEEK for end in ends):
        return None
    words = f"{day.isoformat()} was the {day:%A} up to the date line's day of that year"
    return (("same day of the year", words), ("same weekday", f"{day.isoformat()} was a {day:%A}"))


def _minutes(account: Account, other: Telling, day: date) -> int | None:
    """The least gap of the account's clock times and the other's, whatever the day; None when either gives none."""
    gaps = []
    theirs = [claim.value for claim in other.claims if isinstance(claim.value, TimeSpan) and _asserted(claim.stance)]
    mine = [c.value for c in account.claims if isinstance(c.value, TimeSpan | ClockTime) and _asserted(c.stance)]
    for here in mine:
        for there in theirs:
            if there.latest - there.earliest <= timedelta(hours=1):
                zone = here.zone or "UTC"
                gaps.append(_gap(_clock(here, zone), _clock(there, zone)))
    return min(gaps, default=None)


def _asserted(stance: Stance) -> bool:
    return stance is not Stance.DENIED


def _clock(value: TimeSpan | ClockTime, zone: str) -> int:
    if isinstance(value, ClockTime):
        return (value.stated if value.stated is not None else value.opens) % _DAY
    local = (value.stated or value.earliest).astimezone(ZoneInfo(zone))
    return local.hour * 60 + local.minute


def _gap(here: int, there: int) -> int:
    return min((here - there) % _DAY, (there - here) % _DAY)


def _place(account: Account, other: Telling) -> Iterator[tuple[str, str]]:
    for here in places(account):
        for there in places(other):
            if here.point is None or there.point is None:
                continue
            reach = ((here.radius_m or 0) + (there.radius_m or 0)) / 1000
            if distance_km(here.point, there.point) <= reach:
                yield "same place", "their places overlap"
                return


def _weapon(account: Account, other: Telling) -> Iterator[tuple[str, str]]:
    mine, theirs = _names(account), _names(other)
    if both := sorted(mine & theirs):
        yield "same weapon", f"both name {both[0]}"
    elif same := sorted((missiles(account) & missiles(other)) - _WIDE):
        yield "same class", f"both {same[0]}"


def _names(told: Telling) -> frozenset[str]:
    values = (claim.value for claim in told.claims if isinstance(claim.value, MissileType) and _asserted(claim.stance))
    return frozenset(value.name for value in values if value.name)


def _count(account: Account, other: Telling) -> Iterator[tuple[str, str]]:
    if _figures(account, Attribute.COUNT) & _figures(other, Attribute.COUNT):
        yield "same count", "same count"


def _distance(account: Account, other: Telling) -> Iterator[tuple[str, str]]:
    for a in _figures(account, Attribute.RANGE):
        for b in _figures(other, Attribute.RANGE):
            if abs(a - b) <= max(_RANGE_KM, _RANGE_SHARE * max(a, b)):
                yield "same distance", "distances within tolerance"
                return


def _figures(told: Telling, attribute: Attribute) -> frozenset[float]:
    """Exact counts, and distances in kilometres."""
    values = (claim.value for claim in told.claims if claim.attribute is attribute and _asserted(claim.stance))
    units = {Unit.MISSILES: 1.0, Unit.KILOMETRES: 1.0, Unit.MILES: KM_PER["mile"]}
    return frozenset(
        value.lower * units[value.unit]
        for value in values
        if isinstance(value, Quantity) and value.unit in units and not math.isinf(value.upper)
    )
