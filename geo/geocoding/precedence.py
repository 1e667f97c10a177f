"""When one candidate gives way to another of the same name, and the sentence that says why."""

import math
from dataclasses import dataclass

from geo.geocoding.gazetteer import SETTLEMENTS, Entry
from geo.geocoding.geodesy import distance_km
from geo.geocoding.romanisation import Spelling, fold, key
from geo.model.place import FeatureClass

# Reports name a town for a launch site about so far away (the points CNS gives for Uiju, Wonsan, Hungnam).
SAME_PLACE_KM = 25.0
# A city this large is meant rather than a homonym with a tenth of its people, unless the words say otherwise.
PROMINENT_PEOPLE = 50_000
PROMINENCE_RATIO = 10


# What a class weighs beside a city of as many people, when nothing but the name is known.
_WEIGHTS = {FeatureClass.COUNTY: 0.1, FeatureClass.PROVINCE: 0.6}
_CAPITAL = 20.0
# What a county is named after, or is: a county without a point gives way to these, not to some village in it.
_SEATS = frozenset({FeatureClass.COUNTY, FeatureClass.CITY})
_COUNTRY_PEOPLE = 1_000_000_000


def weight(entry: Entry) -> float:
    """How prominent an entry is: its people, more for a city than for a county; a country as a thousand million."""
    if entry.feature_class in (FeatureClass.COUNTRY, FeatureClass.REGION):
        return float(_COUNTRY_PEOPLE)
    return entry.population * _WEIGHTS.get(entry.feature_class, 1.0) * (_CAPITAL if entry.is_capital else 1.0)


def people(entry: Entry) -> float:
    """The people of an entry; of a country nobody counted, a thousand million; of a county a tenth."""
    is_counted_country = entry.feature_class is FeatureClass.COUNTRY and entry.population
    return float(entry.population) if is_counted_country else weight(entry)


def is_counted(entry: Entry) -> bool:
    """Whether an entry is an area of its own whose people are known."""
    return is_wide(entry) and (entry.population > 0 or entry.feature_class is FeatureClass.COUNTRY)


def is_wide(entry: Entry) -> bool:
    """Whether an entry is drawn as an area of its own, not as a point."""
    return entry.area_id == entry.id


def is_unplaced(entry: Entry) -> bool:
    """Whether nothing is known of where an entry lies but the area around it."""
    return bool(entry.area_id) and not is_wide(entry)


@dataclass(frozen=True, slots=True)
class Precedence:
    """Compares candidates for one name as the report writes it."""

    name: str
    spelling: Spelling

    def rank(self, entry: Entry) -> tuple[bool, bool, bool, bool, float]:
        """The higher is the better candidate: own name, a country, a settlement, a point, more people.

        A country, and a province or county whose people are counted, stands with the settlements.
        """
        is_point = entry.point is not None and not entry.area_id
        settled = entry.feature_class in SETTLEMENTS or is_counted(entry)
        is_country = entry.feature_class is FeatureClass.COUNTRY
        return self._is_own(entry), is_country, settled, is_point or is_counted(entry), people(entry)

    def why_not(self, best: Entry, other: Entry) -> str:
        """Why `other` gives way to `best`; "" when it does not, and the name stays ambiguous."""
        if around := _why_around(best, other):
            return around
        metres = metres_apart(best, other)
        if metres <= SAME_PLACE_KM * 1000:
            return f"is the same place, {metres / 1000:.1f} km away: the radius holds both"
        if other.feature_class not in SETTLEMENTS and not is_counted(other):
            return ""
        if best.country == other.country and self._is_own(best) and not self._is_own(other):
            return "has this name only as a variant of its own"
        if people(best) >= max(PROMINENT_PEOPLE, PROMINENCE_RATIO * people(other)):
            number = f"{other.population:,}" if other.population else "no number of"
            seat = " in the capital" if best.is_capital else ""
            return f"is far less prominent: {number} people against {best.population:,}{seat}"
        return ""

    def _is_own(self, entry: Entry) -> bool:
        """Whether the words are the name the entry is shown by, but for generic words on either side."""
        return self._bare(self.name) == self._bare(entry.name)

    def _bare(self, name: str) -> str:
        folded = fold(name)
        return key(self.spelling.stem(folded).text or folded)


def _why_around(best: Entry, other: Entry) -> str:
    if other.id in (best.admin_id, best.county_id):
        return f"is the {other.feature_class} around {best.name}"
    holds = best.id == other.country or best.population >= other.population  # Guam's only province is Guam
    if best.id in (other.admin_id, other.county_id, other.country) and holds:
        return f"lies in {best.name}, which is the larger"
    if is_unplaced(other) and other.area_id == best.admin_id and best.feature_class in _SEATS:
        return f"has no point of its own, only the province {best.name} lies in"
    return ""


def metres_apart(one: Entry, other: Entry) -> float:
    """Metres between the points of two entries; infinite when one of them is an area."""
    if one.point is None or other.point is None or one.area_id or other.area_id:
        return math.inf
    return distance_km(one.point, other.point) * 1000
