"""Gazetteer entries as geopy Locations, with the facts in raw."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from geopy.location import Location

from geo.geocoding.gazetteer import Gazetteer, Name, Tier
from geo.geocoding.relations import beside
from geo.geocoding.uncertainty import place_of
from geo.model.place import Alternative, Place, Point, Relation

GEONAMES_LICENCE = "CC BY 4.0, GeoNames (geonames.org)"
OWN_LICENCE = "facts with attribution; see data/gazetteer/README.md"
# Which kind of name a reader of a language is shown, the best first; a kind not listed is a mere variant.
_KINDS = {
    "en": ("official",),
    "ko": ("Hangul", "official"),
    "ja": ("official", "Kanji", "kana"),
    "zh": ("official", "Hanzi", "Hanja"),
    "ru": ("official", "Kontsevich", "Cyrillic"),
}
# A name whose language nobody noted is of the one language that is written so.
_SCRIPTS = {"ko": re.compile("[가-힣]"), "ja": re.compile("[ぁ-ゖァ-ヺ]")}


@dataclass(frozen=True, slots=True)
class Answers:
    """Makes Locations out of places of one gazetteer, named in `language` where it has such a name ("" as shown)."""

    gazetteer: Gazetteer
    language: str = ""

    def place(self, place: Place, query: str) -> Location | None:
        """A place with a point: status "point", the radius in metres. An area: status "area", the point
        that stands for it and the radius that encloses it; None for an area nobody measured.
        """
        spelling, _, score = self.met(query, place.gazetteer_id)
        met = {"matched": spelling, "score": score}
        if place.point:
            return self._location(place, place.point, status="point", **met)
        area = self.gazetteer.entries.get(place.area_id)
        if area is None or area.point is None:
            return None
        return self._location(place, area.point, status="area", **met, radius_m=area.radius_m)

    def candidate(self, candidate: Alternative, query: str, reason: str) -> Location | None:
        """One reading of an ambiguous name: status "ambiguous" and why nothing decides."""
        place = place_of(self.gazetteer.entries[candidate.gazetteer_id], Relation.AT, self.gazetteer)
        answer = self.place(place, query)
        if answer:
            answer.raw.update(status="ambiguous", reason=reason)
        return answer

    def nearest(self, entry_id: str, point: Point, away_km: float, inside: Sequence[str]) -> Location:
        """An entry at its `point`, found by reverse: status "point", distance_km from the query."""
        place = place_of(self.gazetteer.entries[entry_id], Relation.AT, self.gazetteer)
        facts = {"matched": "", "distance_km": away_km, "inside": list(inside)}
        return self._location(place, point, status="point", **facts)

    def around(self, area_id: str, inside: Sequence[str]) -> Location | None:
        """The area a reversed point lies in: status "area"; None for an area the gazetteer does not list."""
        entry = self.gazetteer.entries.get(area_id)
        place = place_of(entry, Relation.IN, self.gazetteer) if entry and entry.point else None
        if entry is None or entry.point is None or place is None:
            return None
        facts = {"matched": "", "distance_km": 0.0, "inside": list(inside), "radius_m": entry.radius_m}
        return self._location(place, entry.point, status="area", **facts)

    def name(self, entry_id: str) -> str:
        """The name in the language asked for, else the one the gazetteer shows; the id of an entry not here."""
        fitting = self.gazetteer.names_of(entry_id) if self.language in _KINDS else ()
        ranked = [(rank, name.text) for name in fitting if (rank := _rank(name, self.language)) is not None]
        return min(ranked, key=lambda one: one[0])[1] if ranked else self.gazetteer.display(entry_id)

    def met(self, query: str, entry_id: str) -> tuple[str, str, float]:
        """The spelling that the words met, how, and how closely: 1 as written, a tenth less for each looser tier."""
        said = beside(query, self.gazetteer.beside)
        for name in (query, said.name) if said else (query,):
            for reading in self.gazetteer.readings(self.gazetteer.without_article(name)):
                if entry_id in reading.matches:
                    return reading.matches[entry_id], looseness(reading.tier), round(1 - int(reading.tier) / 10, 2)
        return "", "", 0.0

    def _location(self, place: Place, point: Point, **facts: Any) -> Location:
        pair = (point.latitude, point.longitude)
        return Location(self._address(place), pair, self._raw(place) | facts)

    def _address(self, place: Place) -> str:
        wider = self.gazetteer.entries[place.gazetteer_id].admin_id
        ids = dict.fromkeys([place.gazetteer_id, wider if place.admin_area else "", place.country])
        return ", ".join(dict.fromkeys(self.name(entry_id) for entry_id in ids if entry_id))

    def _raw(self, place: Place) -> dict[str, Any]:
        entry = self.gazetteer.entries[place.gazetteer_id]
        return {
            "gazetteer_id": place.gazetteer_id,
            "name": self.name(place.gazetteer_id),
            "feature_class": place.feature_class.value,
            "country": place.country,
            "province": self.name(entry.admin_id) if place.admin_area else "",
            "province_id": entry.admin_id,
            "area_id": place.area_id,
            "radius_m": place.radius_m,
            "radius_reason": place.radius_reason,
            "source": place.coordinate_source,
            "source_url": entry.source_url,
            "licence": licence_of(place.coordinate_source),
            "candidates_lost": [
                {"gazetteer_id": one.gazetteer_id, "name": one.name, "reason": one.reason} for one in place.alternatives
            ],
        }


def _rank(name: Name, language: str) -> int | None:
    """How fit a name is to be shown to readers of a language, 0 the best; None for a mere variant or another's name."""
    kinds = _KINDS[language]
    if name.language == language:
        return kinds.index(name.kind) if name.kind in kinds else None
    scripts = _SCRIPTS.get(language)
    return len(kinds) if not name.language and scripts and scripts.search(name.text) else None


def licence_of(coordinate_source: str) -> str:
    """Under which terms a coordinate comes, by its source; GeoNames asks for attribution wherever it is shown."""
    return GEONAMES_LICENCE if is_geonames(coordinate_source) else OWN_LICENCE


def is_geonames(coordinate_source: str) -> bool:
    """Whether the coordinate is GeoNames' own, or computed from points of GeoNames."""
    return "GeoNames" in coordinate_source


def looseness(tier: Tier) -> str:
    """How a spelling met, in words."""
    return {
        Tier.EXACT: "as written",
        Tier.STEM: "without its generic words",
        Tier.PHONETIC: "by how it sounds",
        Tier.PHONETIC_STEM: "by how it sounds, without its generic words",
    }.get(tier, "by a similar spelling")
