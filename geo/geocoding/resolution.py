"""Decides what a toponym means: one place, candidates, or nothing. Never a silent first hit."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from geo.geocoding.context import Context, Hint, Refusal, hints, lies_in, sift, wider_entries
from geo.geocoding.document import DocumentContext, choose, document_readings
from geo.geocoding.fuzzy import misspelt
from geo.geocoding.gazetteer import FACILITIES, SETTLEMENTS, Entry, Gazetteer, Reading, Tier, is_too_wide
from geo.geocoding.precedence import SAME_PLACE_KM, Precedence, metres_apart, weight
from geo.geocoding.relations import beside, displaced, lies_between
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
    toponym = replace(toponym, name=gazetteer.without_article(toponym.name))
    given = hints(toponym, gazetteer)
    refused: list[Refusal] = []
    for strict, reading in _passes(_with_namesakes(_readings(toponym, gazetteer, context), gazetteer)):
        standing, out = sift(reading, country, given, gazetteer, strict)
        known = {one.entry.id for one in refused}
        refused += [one for one in out if one.entry.id not in known]
        if standing:
            asked = reading.stem.classes, context.asked
            return _decide(toponym, standing, refused, asked, gazetteer, context)
    found = _related(toponym, gazetteer, context) or _misspelt(toponym, country, given, gazetteer)
    return found or UnknownPlace(_why_unknown(toponym, refused, gazetteer))


def _related(toponym: Toponym, gazetteer: Gazetteer, context: Context) -> Resolution | None:
    """What words beside a name mean ("40 km north of Wonsan"), None when they state no relation."""
    if lies_between(toponym.name):
        return UnknownPlace(f"{_quoted(toponym)} lies somewhere between two places: no point or area to draw.")
    found = beside(toponym.name, gazetteer.beside)
    if found is None:
        return None
    place = resolve(replace(toponym, name=found.name, relation=found.relation), gazetteer, context)
    if found.distance_km is None or not isinstance(place, Place):
        return place
    moved = displaced(place, found)
    return moved or UnknownPlace(f"{place.name} is an area: {_quoted(toponym)} cannot be measured from one point.")


def _misspelt(toponym: Toponym, country: str, given: Sequence[Hint], gazetteer: Gazetteer) -> Place | None:
    """The one place whose name is a slip of the pen away, None when there is none or more than one."""
    reading = misspelt(toponym.name, country, gazetteer)
    standing = sift(reading, country, given, gazetteer, strict=True)[0] if reading else []
    drawable = [entry for entry in standing if entry.is_drawable]
    if reading is None or not drawable:
        return None
    best = max(drawable, key=Precedence(toponym.name, gazetteer.spelling).rank)
    others = [entry for entry in drawable if entry is not best]
    if any(metres_apart(best, other) > SAME_PLACE_KM * 1000 for other in others):
        return None
    found = _place(toponym, best, others, (), gazetteer)
    return replace(found, radius_reason=f'{found.radius_reason}; spelled "{reading.matches[best.id]}" in the gazetteer')


def _decide(
    toponym: Toponym,
    standing: Sequence[Entry],
    refused: Sequence[Refusal],
    asked: Sequence[frozenset[FeatureClass]],
    gazetteer: Gazetteer,
    context: Context,
) -> Resolution:
    drawable = [entry for entry in standing if entry.is_drawable]
    if not drawable:
        return UnknownPlace(_why_undrawable(standing[0]))
    candidates: Sequence[Entry] = drawable
    for classes in asked:
        candidates = [entry for entry in candidates if entry.feature_class in classes] or candidates
    if context.document is not None:
        return _by_document(toponym, candidates, refused, gazetteer, context.document)
    precedence = Precedence(toponym.name, gazetteer.spelling)
    best = max(candidates, key=precedence.rank)
    others = [entry for entry in candidates if entry is not best]
    gave_way = [Refusal(entry, precedence.why_not(best, entry)) for entry in others]
    if not all(one.reason for one in gave_way):
        return _ambiguous(toponym, candidates, gazetteer, context.beside)
    gave_way += [one for one in refused if one.entry not in drawable]
    gave_way += [Refusal(one, "is another kind of thing than asked for") for one in drawable if one not in candidates]
    return _place(toponym, best, others, gave_way, gazetteer)


def _passes(readings: Iterator[Reading]) -> Iterator[tuple[bool, Reading]]:
    """Every reading strictly, as it comes; and when none will do, all of them once more, less strictly."""
    met: list[Reading] = []
    for reading in readings:
        met.append(reading)
        yield True, reading
    yield from ((False, reading) for reading in met)


def _with_namesakes(readings: Iterator[Reading], gazetteer: Gazetteer) -> Iterator[Reading]:
    """A name that meets only a facility called after a place ("Синпхо" in "Верфь Синпхо") is also read as the place.

    The place is taken from the next looser reading, when it lies where the facility does.
    """
    for reading in readings:
        looser = next(readings, None) if _is_facility_alone(reading, gazetteer) else None
        if looser and _is_settled_beside(looser, reading, gazetteer):
            yield replace(looser, matches={**looser.matches, **reading.matches})
        else:
            yield from (one for one in (reading, looser) if one)


def _is_facility_alone(reading: Reading, gazetteer: Gazetteer) -> bool:
    if reading.tier is not Tier.STEM or Role.FACILITY in reading.stem.roles:
        return False
    return all(gazetteer.entries[each].feature_class in FACILITIES for each in reading.matches)


def _is_settled_beside(looser: Reading, reading: Reading, gazetteer: Gazetteer) -> bool:
    settled = [one for each in looser.matches if (one := gazetteer.entries[each]).feature_class in SETTLEMENTS]
    facilities = [gazetteer.entries[each] for each in reading.matches]
    return any(metres_apart(one, other) <= SAME_PLACE_KM * 1000 for one in settled for other in facilities)


def _readings(toponym: Toponym, gazetteer: Gazetteer, context: Context) -> Iterator[Reading]:
    if context.document is not None:
        yield from document_readings(toponym.name, gazetteer)
    elif context.regional:
        known = tuple(gazetteer.readings(toponym.name, world=False))
        # A looser spelling would find some village of the world for many a Korean name.
        yield from known or islice(gazetteer.readings(toponym.name), 1)
    else:
        yield from gazetteer.readings(toponym.name)


def _by_document(
    toponym: Toponym,
    candidates: Sequence[Entry],
    refused: Sequence[Refusal],
    gazetteer: Gazetteer,
    document: DocumentContext,
) -> Resolution:
    choice = choose(candidates, toponym.name, document, gazetteer)
    if choice is None:
        return _ambiguous(toponym, candidates, gazetteer, ())
    lost = [Refusal(entry, reason) for entry, reason in choice.lost]
    return _place(toponym, choice.best, [], [*lost, *refused], gazetteer)


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
    prominent = sorted(candidates, key=lambda entry: (-weight(entry), entry.id))[:_MOST_ALTERNATIVES]
    ordered = sorted(prominent, key=lambda entry: entry.id)
    more = f", or {len(candidates) - len(ordered):,} more" if len(candidates) > len(ordered) else ""
    choice = " or ".join(_described(entry, ordered, gazetteer) for entry in ordered)
    reason = f"{_quoted(toponym)} may mean {choice}{more}: nothing in the words says which."
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
