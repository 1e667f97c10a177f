"""Decides what a toponym means: one place, candidates, or nothing. Never a silent first hit."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from geo.geocoding.context import Context, Refusal, hints, lies_in, sift, wider_entries
from geo.geocoding.gazetteer import FACILITIES, SETTLEMENTS, Entry, Gazetteer, is_too_wide
from geo.geocoding.precedence import SAME_PLACE_KM, Precedence, metres_apart
from geo.geocoding.romanisation import Role, fold
from geo.geocoding.uncertainty import alternative, place_of
from geo.model.place import (
    AmbiguousPlace,
    FeatureClass,
    Place,
    Relation,
    Resolution,
    Toponym,
    UnknownPlace,
)

_NO_CONTEXT = Context()
_MOST_ALTERNATIVES = 8
_MOST_CHARACTERS_QUOTED = 60
_WIDE_CLASSES = frozenset({FeatureClass.SEA, FeatureClass.REGION})


def resolve(toponym: Toponym, gazetteer: Gazetteer, context: Context = _NO_CONTEXT) -> Resolution:
    """The place the words mean, or the candidates they leave open, or why there is no place.

    Wider names given with the toponym rule candidates out, and so does the country. A closer
    spelling goes before a looser one. Of several candidates left one is taken only when each
    other gives way to it by a rule of geo.geocoding.precedence; those stay in `alternatives`
    with the reason. Never raises.
    """
    country = toponym.country or context.country
    given = hints(toponym, gazetteer)
    refused: list[Refusal] = []
    readings = tuple(gazetteer.readings(toponym.name))
    for strict, reading in product((True, False), readings):
        standing, out = sift(reading, country, given, gazetteer, strict)
        refused += [one for one in out if one.entry not in [old.entry for old in refused]]
        if standing:
            asked = reading.stem.classes, context.asked
            return _decide(toponym, standing, refused, asked, gazetteer, context.beside)
    return UnknownPlace(_why_unknown(toponym, refused, gazetteer))


def _decide(
    toponym: Toponym,
    standing: Sequence[Entry],
    refused: Sequence[Refusal],
    asked: Sequence[frozenset[FeatureClass]],
    gazetteer: Gazetteer,
    beside: Sequence[str],
) -> Resolution:
    drawable = [entry for entry in standing if entry.is_drawable]
    if not drawable:
        return UnknownPlace(_why_undrawable(standing[0]))
    candidates: Sequence[Entry] = drawable
    for classes in asked:
        candidates = [entry for entry in candidates if entry.feature_class in classes] or candidates
    precedence = Precedence(toponym.name, gazetteer.spelling)
    best = max(candidates, key=precedence.rank)
    others = [entry for entry in candidates if entry is not best]
    gave_way = [Refusal(entry, precedence.why_not(best, entry)) for entry in others]
    if not all(one.reason for one in gave_way):
        return _ambiguous(toponym, candidates, gazetteer, beside)
    gave_way += [one for one in refused if one.entry not in drawable]
    gave_way += [Refusal(one, "is another kind of thing than asked for") for one in drawable if one not in candidates]
    return _place(toponym, best, others, gave_way, gazetteer)


def _place(
    toponym: Toponym, best: Entry, others: Sequence[Entry], lost: Sequence[Refusal], gazetteer: Gazetteer
) -> Place:
    near = [(metres, one.name) for one in others if (metres := metres_apart(best, one)) <= SAME_PLACE_KM * 1000]
    reach, of = max(near, default=(0.0, ""))
    found = place_of(best, _relation(toponym, best, gazetteer), gazetteer, reach, of)
    kept = tuple(alternative(one.entry, one.reason) for one in lost[:_MOST_ALTERNATIVES])
    return replace(found, alternatives=kept)


def _relation(toponym: Toponym, best: Entry, gazetteer: Gazetteer) -> Relation:
    """NEAR where words and entry are not of one kind: "Wonsan area", a town for its airfield or the other way."""
    roles = gazetteer.spelling.stem(fold(toponym.name)).roles
    asks_facility = Role.FACILITY in roles
    town_for_facility = asks_facility and best.feature_class in SETTLEMENTS
    facility_for_town = not asks_facility and best.feature_class in FACILITIES
    widened = Role.VICINITY in roles or town_for_facility or facility_for_town
    return Relation.NEAR if widened and toponym.relation is not Relation.OFF else toponym.relation


def _ambiguous(
    toponym: Toponym, candidates: Sequence[Entry], gazetteer: Gazetteer, beside: Sequence[str]
) -> AmbiguousPlace:
    ordered = sorted(candidates, key=lambda entry: entry.id)
    choice = " or ".join(_described(entry, ordered, gazetteer) for entry in ordered)
    reason = f"{_quoted(toponym)} may mean {choice}: nothing in the words says which."
    notes = [_would_decide(name, ordered, gazetteer) for name in beside]
    undecided = f"fits {_quoted(toponym)}, and nothing in the words decides"
    kept = tuple(alternative(one, undecided) for one in ordered)
    return AmbiguousPlace(kept, " ".join([reason, *filter(None, notes)]))


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


def _why_undrawable(entry: Entry) -> str:
    if entry.feature_class in _WIDE_CLASSES:
        return f"{entry.name} is known, but too wide to be drawn as a place."
    return f"{entry.name} is known, but no source gives its coordinate or its area."


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
    words = (toponym.verbatim or toponym.name).strip()
    return f"'{words[:_MOST_CHARACTERS_QUOTED]}…'" if len(words) > _MOST_CHARACTERS_QUOTED else f"'{words}'"
