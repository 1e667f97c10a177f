"""What speaks for two records being of one launch, and what against, with its weight and in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from geo.association.profile import Bounds, Profile
from geo.geocoding.geodesy import distance_km
from geo.model.place import Place
from geo.model.weapon import MissileClass, OutcomeKind

# A day's only records of two publishers are of one launch unless something speaks against it: the day alone is enough.
NEEDED = 4
WEIGHTS = {
    "same day": 4,
    "days overlap": 3,  # one of the two leaves some days open, as a UTC date without an hour does
    "same month": 2,
    "next day": 0,  # half of all launches since 2014 fall on another day in UTC or Washington: other evidence decides
    "days apart": -4,  # the date of a report: only the same minute and place outweigh it
    "same minute": 5,  # Seoul and Tokyo are within 2 minutes in 39 of 41 launches
    "same half hour": 3,
    "same hour": 1,
    "hours apart": -4,  # not final: a table's time may be 12 hours off (2016-02-07)
    "same place": 4,
    "places overlap": 2,  # one of them is wide
    "places far apart": -2,  # sources do put one launch on two coasts (2015-04-02)
    "same weapon": 3,
    "same class": 1,
    "other kind": -5,
    "same count": 2,
    "counts fit": 1,
    "other count": -1,
    "same distance": 1,
    "same outcome": 1,
    "other outcome": -1,
    "only records": 2,  # no date in the record has two launches of which two publishers without a clock tell one each
}
MOST_DAYS_APART = 3
SAME_MINUTE, HALF_HOUR, HOUR = 5, 30, 60  # minutes; 5 covers the widest gap of Seoul and Tokyo on one launch but one
FAR_KM = 100.0  # beyond both radii; the widest dispute about one launch on one coast is 62 km
NARROW_M = 30_000  # a site, an airfield or a town, not a province
RANGE_KM, RANGE_SHARE = 10.0, 0.05  # the tolerance for distances in data/comparison
_SEVERAL_DAYS = 4
_TELLING = frozenset(
    {"same minute", "same half hour", "same hour", "same place", "places overlap", "same weapon", "same distance"}
)
_COARSE = frozenset({MissileClass.BALLISTIC, MissileClass.MISSILE, MissileClass.PROJECTILE, MissileClass.ROCKET})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One key of WEIGHTS with the figures in words."""

    name: str
    words: str

    @property
    def weight(self) -> int:
        return WEIGHTS[self.name]


@dataclass(frozen=True, slots=True)
class Link:
    """All evidence on two records, and the sum of its weights."""

    evidence: tuple[Evidence, ...]
    score: int

    @property
    def names(self) -> frozenset[str]:
        return frozenset(each.name for each in self.evidence)

    @property
    def holds(self) -> bool:
        """Enough for one launch. Records days apart need the same clock time and the same place."""
        if "days apart" in self.names and not {"same minute", "same place"} <= self.names:
            return False
        return self.score >= NEEDED

    @property
    def excludes(self) -> bool:
        """Told apart by hours or by the kind of weapon, with too little to outweigh it."""
        return bool({"hours apart", "other kind"} & self.names) and self.score < NEEDED

    @property
    def weak(self) -> bool:
        """Nothing but the day, and what any launch of its time has in common."""
        return not self.names & _TELLING

    @property
    def words(self) -> str:
        return "; ".join(each.words for each in self.evidence)


def with_only_records(link: Link) -> Link:
    """The evidence and that the two are all that either publisher tells of the date both print.

    Added where the day is the same, neither gives a time and nothing excludes: two publishers
    then dispute the place or the count of one launch rather than tell of two.
    """
    found = Evidence("only records", "the only record of either publisher of that date, and neither has a time")
    return Link((*link.evidence, found), link.score + found.weight)


def weigh(one: Profile, other: Profile) -> Link:
    """The evidence on two records, the same whichever comes first."""
    parts = (_day, _time, _place, _weapon, _count, _distance, _outcome)
    found = tuple(each for part in parts for each in part(one, other))
    return Link(found, sum(each.weight for each in found))


def days_between(one: Profile, other: Profile) -> int:
    """0 when the days they leave open overlap."""
    return max((one.first - other.last).days, (other.first - one.last).days, 0)


def _day(one: Profile, other: Profile) -> Iterator[Evidence]:
    gap = days_between(one, other)
    widest = max(one.last - one.first, other.last - other.first)
    if gap > 1:
        yield Evidence("days apart", f"dated {gap} days apart")
    elif gap == 1:
        yield Evidence("next day", "dated one day apart, as calendars of other time zones are")
    elif widest > timedelta(days=_SEVERAL_DAYS):
        yield Evidence("same month", "one names no more than the month")
    elif widest and one.printed != other.printed:
        yield Evidence("days overlap", "their days overlap")
    elif widest:
        yield Evidence("same day", f"both print {one.printed}")
    else:
        yield Evidence("same day", f"both of {one.first.isoformat()}")


def _time(one: Profile, other: Profile) -> Iterator[Evidence]:
    gap = minutes_between(one, other)
    if gap is None:
        return
    words = f"times {gap} min apart" + (", on the clock" if days_between(one, other) else "")
    for name, limit in (("same minute", SAME_MINUTE), ("same half hour", HALF_HOUR), ("same hour", HOUR)):
        if gap <= limit:
            yield Evidence(name, words)
            return
    yield Evidence("hours apart", f"times {round(gap / 60, 1):g} h apart")


def minutes_between(one: Profile, other: Profile) -> int | None:
    """The least gap of their times; between clock times when the days differ. None when either gives no time."""
    gaps = [_gap(here, there) for here in one.times for there in other.times]
    if not gaps:
        return None
    if min(gaps) > HOUR and days_between(one, other):
        gaps = [min(gap % 1440, 1440 - gap % 1440) for gap in gaps]
    return min(gaps)


def _gap(here: tuple[int, int], there: tuple[int, int]) -> int:
    return max(0, max(here[0], there[0]) - min(here[1], there[1]) + 1)


def _place(one: Profile, other: Profile) -> Iterator[Evidence]:
    if sites := sorted(set(one.record.site_ids) & set(other.record.site_ids)):
        narrow = any(_narrow(place) for place in (*one.places, *other.places)) or not (one.places or other.places)
        yield Evidence("same place" if narrow else "places overlap", f"both name {sites[0]}")
        return
    pairs = [
        (gap, _narrow(a) and _narrow(b)) for a in one.places for b in other.places if (gap := km(a, b)) is not None
    ]
    if not pairs:
        return
    gap, narrow = min(pairs, key=lambda pair: (pair[0], not pair[1]))
    if gap <= 0:
        yield Evidence("same place" if narrow else "places overlap", "their places overlap")
    elif gap > FAR_KM:
        yield Evidence("places far apart", f"places {gap:.0f} km apart")


def km(here: Place, there: Place) -> float | None:
    """Between the edges of two circles, in km, 0 when they overlap or one lies in the other, an area; else None."""
    if here.point is None or there.point is None:
        return 0.0 if _lies_in(here, there) or _lies_in(there, here) else None
    reach = ((here.radius_m or 0) + (there.radius_m or 0)) / 1000
    return max(0.0, distance_km(here.point, there.point) - reach)


def _lies_in(place: Place, area: Place) -> bool:
    names = {area.area_id, area.name} - {""}
    return bool(area.area_id) and bool(names & {place.area_id, place.admin_area, *place.also_admin_areas})


def _narrow(place: Place) -> bool:
    return place.radius_m is not None and place.radius_m <= NARROW_M


def _weapon(one: Profile, other: Profile) -> Iterator[Evidence]:
    if one.kinds and other.kinds and not one.kinds & other.kinds:
        kinds = " against ".join(sorted((min(one.kinds), min(other.kinds))))
        yield Evidence("other kind", kinds)
    elif names := sorted(one.names & other.names):
        yield Evidence("same weapon", f"both name {names[0]}")
    elif (one.classes & other.classes) - _COARSE:
        yield Evidence("same class", f"both {min((one.classes & other.classes) - _COARSE)}")
    elif one.kinds & other.kinds:
        yield Evidence("same class", f"both of {min(one.kinds & other.kinds)}")


def _count(one: Profile, other: Profile) -> Iterator[Evidence]:
    pairs = [(a, b) for a in one.counts for b in other.counts]
    if any(a == b for a, b in pairs):
        yield Evidence("same count", "same count")
    elif any(_meet(a, b) for a, b in pairs):
        yield Evidence("counts fit", "counts fit")
    elif pairs:
        yield Evidence("other count", "other counts")


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _distance(one: Profile, other: Profile) -> Iterator[Evidence]:
    if same_distance(one, other):
        yield Evidence("same distance", "distances within tolerance")


def same_distance(one: Profile, other: Profile) -> bool:
    """Whether any distance flown of one is within tolerance of one of the other."""
    return any(
        max(a[0] - b[1], b[0] - a[1]) <= max(RANGE_KM, RANGE_SHARE * max(a[0], b[0]))
        for a in one.ranges
        for b in other.ranges
    )


def _outcome(one: Profile, other: Profile) -> Iterator[Evidence]:
    if not one.outcomes or not other.outcomes:
        return
    if one.outcomes & other.outcomes:
        yield Evidence("same outcome", f"both call it a {min(one.outcomes & other.outcomes)}")
    elif OutcomeKind.FAILURE in one.outcomes | other.outcomes:
        yield Evidence("other outcome", "other outcomes")
