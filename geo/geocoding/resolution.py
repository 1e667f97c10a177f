"""Decides what a toponym means: one place, candidates, or nothing. Never a silent first hit."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from geo.geocoding.context import Context, Refusal, hints, lies_in, sift, wider_entries
from geo.geocoding.gazetteer import SETTLEMENTS, Entry, Gazetteer, Reading, is_too_wide
from geo.geocoding.geodesy import distance_km
from geo.geocoding.romanisation import Role, fold
from geo.geocoding.uncertainty import alternative, place_of
from geo.model.place import (
    Alternative,
    AmbiguousPlace,
    FeatureClass,
    Place,
    Relation,
    Resolution,
    Toponym,
    UnknownPlace,
)

# Reports name a town for a launch site about so far away (the points CNS gives for Uiju, Wonsan, Hungnam).
SAME_PLACE_KM = 25.0
# A city this large is meant rather than a homonym with a tenth of its people, unless the words say otherwise.
PROMINENT_PEOPLE = 50_000
PROMINENCE_RATIO = 10
_MOST_ALTERNATIVES = 8
_NO_CONTEXT = Context()
_MOST_CHARACTERS_QUOTED = 60


def resolve(toponym: Toponym, gazetteer: Gazetteer, context: Context = _NO_CONTEXT) -> Resolution:
    """The place the words mean, or the candidates they leave open, or why there is no place.

    Wider names given with the toponym rule candidates out first, then the country. A closer
    spelling goes before a looser one. Of several candidates left one is taken only when the
    others are the same place (within SAME_PLACE_KM, or the province around its seat) or far
    less prominent; those stay in `alternatives` with the reason. Never raises.
    """
    country = toponym.country or context.country
    given = hints(toponym, gazetteer)
    refused: list[Refusal] = []
    readings = tuple(gazetteer.readings(toponym.name))
    for strict, reading in product((True, False), readings):
        standing, out = sift(reading, country, given, gazetteer, strict)
        refused += [one for one in out if one.entry.id not in {old.entry.id for old in refused}]
        if standing:
            return _decide(toponym, reading, standing, refused, gazetteer, context)
    return UnknownPlace(_why_unknown(toponym, refused, gazetteer))


def _decide(
    toponym: Toponym,
    reading: Reading,
    standing: Sequence[Entry],
    refused: Sequence[Refusal],
    gazetteer: Gazetteer,
    context: Context,
) -> Resolution:
    drawable = [entry for entry in standing if entry.is_drawable]
    if not drawable:
        return UnknownPlace(f"{standing[0].name} is known, but too wide to be drawn as a place.")
    candidates = _preferred(_preferred(drawable, reading.stem.classes), context.asked)
    best = max(candidates, key=_rank)
    others = [entry for entry in candidates if entry is not best]
    reasons = {entry.id: _why_not(best, entry) for entry in others}
    if not all(reasons.values()):
        return _ambiguous(toponym, candidates, gazetteer, context)
    lost = [alternative(entry, reasons[entry.id]) for entry in others]
    lost += [alternative(one.entry, one.reason) for one in refused if one.entry not in drawable]
    lost += [alternative(entry, "is another kind of thing") for entry in drawable if entry not in candidates]
    return _place(best, others, _relation(toponym, reading, best), gazetteer, lost)


def _place(
    best: Entry, others: Sequence[Entry], relation: Relation, gazetteer: Gazetteer, lost: Sequence[Alternative]
) -> Place:
    near = [(metres, one.name) for one in others if (metres := _metres(best, one)) <= SAME_PLACE_KM * 1000]
    reach, of = max(near, default=(0.0, ""))
    return replace(place_of(best, relation, gazetteer, reach, of), alternatives=tuple(lost[:_MOST_ALTERNATIVES]))


def _preferred(entries: Sequence[Entry], classes: frozenset[FeatureClass]) -> Sequence[Entry]:
    """Those of the classes asked for, or all when none is."""
    return [entry for entry in entries if entry.feature_class in classes] or entries


def _rank(entry: Entry) -> tuple[bool, bool, int]:
    return entry.feature_class in SETTLEMENTS, entry.point is not None and not entry.area_id, entry.population


def _why_not(best: Entry, other: Entry) -> str:
    """Why another candidate gives way to the best one; "" when it does not."""
    if _is_seat(best, other):
        return f"is the province around {best.name}"
    metres = _metres(best, other)
    if metres <= SAME_PLACE_KM * 1000:
        return f"is the same place, {metres / 1000:.1f} km away: the radius holds both"
    outranked = best.population >= max(PROMINENT_PEOPLE, PROMINENCE_RATIO * other.population)
    if outranked and other.feature_class in SETTLEMENTS:
        people = f"{other.population:,}" if other.population else "no number of"
        return f"is far less prominent: {people} people against {best.population:,}"
    return ""


def _is_seat(city: Entry, province: Entry) -> bool:
    return province.feature_class is FeatureClass.PROVINCE and province.id == city.admin_id


def _metres(one: Entry, other: Entry) -> float:
    """Between the points of two entries; infinite when one of them is an area."""
    if one.point is None or other.point is None or one.area_id or other.area_id:
        return math.inf
    return distance_km(one.point, other.point) * 1000


def _relation(toponym: Toponym, reading: Reading, best: Entry) -> Relation:
    """NEAR for "Wonsan area", and for the airfield of a town whose airfield the gazetteer lacks."""
    widened = Role.VICINITY in reading.stem.roles
    widened |= Role.FACILITY in reading.stem.roles and best.feature_class in SETTLEMENTS
    return Relation.NEAR if widened and toponym.relation is not Relation.OFF else toponym.relation


def _ambiguous(toponym: Toponym, candidates: Sequence[Entry], gazetteer: Gazetteer, context: Context) -> AmbiguousPlace:
    ordered = sorted(candidates, key=lambda entry: entry.id)
    choice = " or ".join(_described(entry, ordered, gazetteer) for entry in ordered)
    reason = f"{_quoted(toponym)} may mean {choice}: nothing in the words says which."
    notes = [_would_decide(name, ordered, gazetteer) for name in context.beside]
    undecided = f"fits {_quoted(toponym)}, and nothing in the words decides"
    return AmbiguousPlace(
        tuple(alternative(one, undecided) for one in ordered), " ".join([reason, *filter(None, notes)])
    )


def _described(entry: Entry, among: Sequence[Entry], gazetteer: Gazetteer) -> str:
    """The name with its province, or with its country where candidates of several countries are left."""
    if len({one.country for one in among}) > 1:
        return f"{entry.name} ({gazetteer.display(entry.country)})"
    wider = entry.admin_id if entry.admin_id != entry.id else ""
    return f"{entry.name} ({gazetteer.display(wider)})" if wider else entry.name


def _would_decide(name: str, candidates: Sequence[Entry], gazetteer: Gazetteer) -> str:
    """A sentence when a name beside lies in exactly one of the candidates."""
    beside = wider_entries(name, gazetteer)
    holding = [one for one in candidates if any(lies_in(entry, one, gazetteer) for entry in beside if entry != one)]
    if len(holding) != 1:
        return ""
    return f"{name}, named beside it, lies in {holding[0].name}; that would decide it, but the report does not say so."


def _why_unknown(toponym: Toponym, refused: Sequence[Refusal], gazetteer: Gazetteer) -> str:
    folded = fold(toponym.name)
    if not folded:
        return f"{_quoted(toponym)} is not a place name."
    if refused:
        known = "; ".join(f"{one.entry.name} {one.reason}" for one in refused[:3])
        return f"No place called {_quoted(toponym)} fits what the report says: {known}."
    if is_too_wide(gazetteer.spelling.stem(folded)):
        return f"{_quoted(toponym)} is too wide to be drawn as a place."
    return f"The gazetteer has no place called {_quoted(toponym)}."


def _quoted(toponym: Toponym) -> str:
    name = toponym.name.strip()
    return f"'{name[:_MOST_CHARACTERS_QUOTED]}…'" if len(name) > _MOST_CHARACTERS_QUOTED else f"'{name}'"
