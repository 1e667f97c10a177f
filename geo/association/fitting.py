"""How well an account fits a launch: a score with its reasons, and what speaks against it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from geo.association.account import Account, Telling
from geo.association.separation import separation
from geo.association.traits import Figures, Traits, traits
from geo.geocoding.geodesy import distance_km
from geo.model.claim import Attribute
from geo.model.launch import LaunchDay
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import MissileClass

# The scale of geo.association.evidence, for the words of a report.
WEIGHTS = {
    "same day": 4,
    "days overlap": 3,
    "same day of the year": 3,  # "July 25" of a year the report does not tell
    "day before of the year": 1,  # the calendar of Washington
    "week of the year": 1,  # a weekday some days before that of the date line
    "same weekday": 1,
    "same minute": 5,
    "same half hour": 3,
    "same hour": 1,
    "same place": 4,
    "same weapon": 3,
    "same class": 1,
    "same count": 2,
    "same distance": 1,
    "further distance": 2,  # "600 km and 120 km": the second figure is no chance any more
    "same altitude": 2,
    "same flight time": 2,
    "same speed": 1,
}
# A figure told by both that differs: a dispute about one launch, or two launches.
AGAINST = 2
# A day of the year alone is not enough: the hour or the place must agree as well.
NEEDED = 7
# Two launches this near in score both fit, and none is chosen.
MARGIN = 2
_TELLING = frozenset({"same minute", "same half hour", "same place", "same weapon"})
_MEASURED = frozenset({"same distance", "same altitude", "same flight time"})
_MINUTES = (("same minute", 5), ("same half hour", 30), ("same hour", 60))
_DAY = 24 * 60
_WEEK = 7
TOLERANCE = 0.05  # of the larger figure, as in data/comparison
_LEAST = {Attribute.RANGE: 10.0, Attribute.APOGEE: 5.0, Attribute.FLIGHT_TIME: 1.0, Attribute.SPEED: 0.0}
MEASURES = {
    Attribute.RANGE: ("distance", "km"),
    Attribute.APOGEE: ("altitude", "km"),
    Attribute.FLIGHT_TIME: ("flight time", "min"),
    Attribute.SPEED: ("speed", "Mach"),
}
_WIDE = frozenset({MissileClass.MISSILE, MissileClass.PROJECTILE, MissileClass.ROCKET, MissileClass.BALLISTIC})
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_FIRST = re.compile(r"\b([a-z]{3})[a-z]{0,6}\.? (\d{1,2})\b(?!,? \d{4})", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?,? (?:of )?([a-z]{3})[a-z]{0,6}\b", re.IGNORECASE)


Dated = tuple[tuple[str, str], ...]  # the evidence of the calendar alone


@dataclass(frozen=True, slots=True)
class Fit:
    """What speaks for an account and a launch being one: names of WEIGHTS with the figures in words.

    `against` are figures that both tell and that differ: a dispute about one launch, or two launches.
    """

    evidence: tuple[tuple[str, str], ...]
    against: tuple[str, ...] = ()

    @property
    def score(self) -> int:
        return sum(WEIGHTS[name] for name, _ in self.evidence)

    @property
    def net(self) -> int:
        """The score less what speaks against it."""
        return self.score - AGAINST * len(self.against)

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.evidence)

    @property
    def telling(self) -> bool:
        """More than a day that many launches share: hour, place, weapon, or two measures of the flight."""
        return bool(self.names & _TELLING) or len(self.names & _MEASURED) > 1

    @property
    def narrow(self) -> bool:
        """The weekday and the week of the year, which few launches share."""
        return "same weekday" in self.names and bool(self.names & {"same day of the year", "week of the year"})

    @property
    def words(self) -> str:
        return "; ".join(words for _, words in self.evidence)


def fit(account: Account, other: Telling, day: date) -> Fit | None:
    """The evidence for one launch; None where the day, the hour, the place or the kind of missile forbids it."""
    dated = on_day(account, day)
    if dated is None or separation(account, other):
        return None
    return weighed(dated, traits(account), traits(other))


def weighed(dated: Dated, mine: Traits, theirs: Traits) -> Fit | None:
    """The evidence beside that of the day; None where the clock forbids it."""
    found = list(dated)
    gap = _minutes(mine, theirs)
    if gap is not None:
        if gap > _MINUTES[-1][1]:
            return None
        name = next(name for name, limit in _MINUTES if gap <= limit)
        found.append((name, f"times {gap} min apart"))
    found += [each for part in (_place, _weapon, _count, _measures) for each in part(mine, theirs)]
    return Fit(tuple(found), tuple(other_measures(mine, theirs)))


def day_of_year(words: str) -> tuple[int, int] | None:
    """Month and day of "July 25" or "25 July" without a year; None for anything else."""
    for match, month, day in ((_MONTH_FIRST.search(words), 1, 2), (_DAY_FIRST.search(words), 2, 1)):
        if match and match[month].lower() in _MONTHS:
            return _MONTHS.index(match[month].lower()) + 1, int(match[day])
    return None


def clear_best(fits: Iterable[tuple[str, Fit]]) -> str:
    """The one that fits well enough and clearly better than every other; "" when there is none."""
    ranked = sorted(fits, key=lambda each: (-each[1].net, each[0]))
    if not ranked or ranked[0][1].net < NEEDED or not ranked[0][1].telling:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1].net - ranked[1][1].net > MARGIN else ""


def on_day(account: Account, day: date) -> Dated | None:
    """The evidence of the calendar; empty where the account tells nothing of it, None where it forbids that day."""
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


def _weekday(told: LaunchDay, day: date) -> Dated | None:
    if told.weekday is None:
        return ()
    return (("same weekday", f"{day.isoformat()} was a {day:%A}"),) if day.weekday() == told.weekday else None


def _since_filed(told: LaunchDay, filed: tuple[int, int], day: date) -> Dated | None:
    """A weekday in a report filed on a day of an unknown year: the last such weekday up to it, a day's grace for zones.

    February 29 is none in other years.
    """
    ends = []
    for year in (day.year, day.year + 1):
        try:
            ends.append(date(year, *filed))
        except ValueError:
            continue
    gaps = [gap for end in ends if -1 <= (gap := (end - day).days) < _WEEK]
    if told.weekday not in (None, day.weekday()) or not gaps:
        return None
    words = f"{day.isoformat()} was the {day:%A} up to the date line's day of that year"
    near = "same day of the year" if min(gaps) <= 1 else "week of the year"
    return ((near, words), ("same weekday", f"{day.isoformat()} was a {day:%A}"))


def _minutes(mine: Traits, theirs: Traits) -> int | None:
    """The least gap of the account's clock times and the other's, whatever the day; None when either gives none."""
    gaps = (
        minutes_between(here, there)
        for there in theirs.clocks
        if isinstance(there, TimeSpan) and there.latest - there.earliest <= timedelta(hours=1)
        for here in mine.clocks
    )
    return min(gaps, default=None)


def minutes_between(here: TimeSpan | ClockTime, there: TimeSpan) -> int:
    """Of the clock in the zone of the first, whatever the days; at most half a day."""
    one, other = clock_minute(here), clock_minute(there, here.zone or "UTC")
    return min((one - other) % _DAY, (other - one) % _DAY)


def clock_minute(value: TimeSpan | ClockTime, zone: str = "") -> int:
    """Minutes after midnight as said; of an instant in `zone`, or in its own."""
    if isinstance(value, ClockTime):
        return (value.stated if value.stated is not None else value.opens) % _DAY
    local = (value.stated or value.earliest).astimezone(ZoneInfo(zone or value.zone or "UTC"))
    return local.hour * 60 + local.minute


def _place(mine: Traits, theirs: Traits) -> Iterator[tuple[str, str]]:
    if overlapping_place(mine, theirs):
        yield "same place", "their places overlap"


def overlapping_place(mine: Traits, theirs: Traits) -> bool:
    """Whether a drawn circle of one meets one of the other; areas without a centre tell nothing."""
    for here in mine.places:
        for there in theirs.places:
            if here.point is None or there.point is None:
                continue
            reach = ((here.radius_m or 0) + (there.radius_m or 0)) / 1000
            if distance_km(here.point, there.point) <= reach:
                return True
    return False


def _weapon(mine: Traits, theirs: Traits) -> Iterator[tuple[str, str]]:
    if both := sorted(mine.names & theirs.names):
        yield "same weapon", f"both name {both[0]}"
    elif same := sorted((mine.classes & theirs.classes) - _WIDE):
        yield "same class", f"both {same[0]}"


def _count(mine: Traits, theirs: Traits) -> Iterator[tuple[str, str]]:
    if set(mine.figures[Attribute.COUNT]) & set(theirs.figures[Attribute.COUNT]):
        yield "same count", "same count"


def _measures(mine: Traits, theirs: Traits) -> Iterator[tuple[str, str]]:
    for attribute, (name, _) in MEASURES.items():
        found = same_figures(attribute, mine, theirs)
        if found:
            yield f"same {name}", f"{name}s within tolerance"
        if attribute is Attribute.RANGE and len(found) > 1:
            yield "further distance", f"{len(found)} distances within tolerance"


def same_figures(attribute: Attribute, mine: Traits, theirs: Traits, share: float = TOLERANCE) -> Figures:
    """Figures of the account, each unlike the others, that the launch has too within `share` of the larger."""
    found: list[tuple[float, float]] = []
    for each in mine.figures[attribute]:
        alike = any(_within(attribute, each, other, TOLERANCE) for other in found)
        if not alike and any(_within(attribute, each, there, share) for there in theirs.figures[attribute]):
            found.append(each)
    return tuple(found)


def _within(attribute: Attribute, one: tuple[float, float], other: tuple[float, float], share: float) -> bool:
    """Both ends within tolerance: a wide interval is found again by another as wide only."""
    least = _LEAST[attribute] if share == TOLERANCE else 0.0
    tolerance = max(least, share * max(one[1], other[1]))
    return abs(one[0] - other[0]) <= tolerance and abs(one[1] - other[1]) <= tolerance


def other_measures(mine: Traits, theirs: Traits) -> Iterator[str]:
    """Measures of which both tell figures, and not one of them agrees."""
    for attribute, (name, _) in MEASURES.items():
        both = mine.figures[attribute] and theirs.figures[attribute]
        if both and not same_figures(attribute, mine, theirs):
            yield f"other {name}s"
