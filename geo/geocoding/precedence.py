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


@dataclass(frozen=True, slots=True)
class Precedence:
    """Compares candidates for one name as the report writes it."""

    name: str
    spelling: Spelling

    def rank(self, entry: Entry) -> tuple[bool, bool, bool, int]:
        """The higher is the better candidate: own name, a settlement, a point, more people."""
        is_point = entry.point is not None and not entry.area_id
        return self._is_own(entry), entry.feature_class in SETTLEMENTS, is_point, entry.population

    def why_not(self, best: Entry, other: Entry) -> str:
        """Why `other` gives way to `best`; "" when it does not, and the name stays ambiguous."""
        if other.feature_class is FeatureClass.PROVINCE and other.id == best.admin_id:
            return f"is the province around {best.name}"
        metres = metres_apart(best, other)
        if metres <= SAME_PLACE_KM * 1000:
            return f"is the same place, {metres / 1000:.1f} km away: the radius holds both"
        if other.feature_class not in SETTLEMENTS:
            return ""
        if best.country == other.country and self._is_own(best) and not self._is_own(other):
            return "has this name only as a variant of its own"
        if best.population >= max(PROMINENT_PEOPLE, PROMINENCE_RATIO * other.population):
            people = f"{other.population:,}" if other.population else "no number of"
            return f"is far less prominent: {people} people against {best.population:,}"
        return ""

    def _is_own(self, entry: Entry) -> bool:
        """Whether the words are the name the entry is shown by, but for generic words on either side."""
        return self._bare(self.name) == self._bare(entry.name)

    def _bare(self, name: str) -> str:
        folded = fold(name)
        return key(self.spelling.stem(folded).text or folded)


def metres_apart(one: Entry, other: Entry) -> float:
    """Metres between the points of two entries; infinite when one of them is an area."""
    if one.point is None or other.point is None or one.area_id or other.area_id:
        return math.inf
    return distance_km(one.point, other.point) * 1000
