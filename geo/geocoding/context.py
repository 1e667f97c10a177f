"""What the words around a name rule out: country, wider names given with it, the kind of thing asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from geo.geocoding.document import DocumentContext
from geo.geocoding.gazetteer import SETTLEMENTS, Entry, Gazetteer, Reading
from geo.geocoding.geodesy import distance_km
from geo.geocoding.romanisation import Role
from geo.model.place import FeatureClass, Relation, Toponym


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a name.

    `country` is the launching country (ISO 3166-1 alpha-2, "" if open) and counts where the
    toponym states none; `beside` are other place names of the same sentence: they never
    decide, but are named where they would; `asked` are the classes the attribute is about.
    `document` is what the whole text says (geo.geocoding.document): with it, what the text is
    about may decide between homonyms. `regional` is for reports of launches in North-East Asia:
    the rest of the world is asked only for names the region does not have.
    """

    country: str = ""
    beside: tuple[str, ...] = ()
    asked: frozenset[FeatureClass] = frozenset()
    document: DocumentContext | None = None
    regional: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """A wider name, and every entry it may mean: Hamgyong province is South or North Hamgyong."""

    words: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry of that name which the words rule out, and how."""

    entry: Entry
    reason: str


def hints(toponym: Toponym, gazetteer: Gazetteer) -> tuple[Hint, ...]:
    """The wider names the gazetteer knows; names it does not know rule out nothing."""
    found = (Hint(words, wider_entries(words, gazetteer)) for words in toponym.within)
    return tuple(hint for hint in found if hint.entries)


def wider_entries(words: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Every drawable entry the words may mean at their closest tier, of the kind they ask for."""
    for reading in gazetteer.readings(words):
        entries = [gazetteer.entries[entry_id] for entry_id in reading.matches]
        kept = tuple(one for one in entries if one.is_drawable and not _wrong_kind(one, reading, strict=True))
        if kept:
            return kept
    return ()


def sift(
    reading: Reading, country: str, given: Sequence[Hint], gazetteer: Gazetteer, strict: bool
) -> tuple[list[Entry], list[Refusal]]:
    """The entries of a reading that the words leave standing, and those they rule out."""
    standing: list[Entry] = []
    refused: list[Refusal] = []
    for entry_id in reading.matches:
        entry = gazetteer.entries[entry_id]
        reason = _elsewhere(entry, country, gazetteer) or _outside(entry, given, gazetteer)
        if reason := reason or _wrong_kind(entry, reading, strict):
            refused.append(Refusal(entry, reason))
        else:
            standing.append(entry)
    return standing, refused


def lies_in(entry: Entry, wider: Entry, gazetteer: Gazetteer) -> bool:
    """Whether an entry lies in a country or province, or about a town, county or other point."""
    if wider.feature_class is FeatureClass.COUNTRY:
        return entry.country == wider.country
    if wider.feature_class is FeatureClass.PROVINCE:
        return wider.id in (entry.admin_id, *entry.also_admin_ids)
    if wider.area_id and wider.id == entry.county_id:
        return True
    if entry.point is None or wider.point is None:
        return False
    reach = max(wider.radius_m or 0.0, gazetteer.radius(wider.feature_class, Relation.NEAR).metres)
    return distance_km(entry.point, wider.point) * 1000 <= reach


def _elsewhere(entry: Entry, country: str, gazetteer: Gazetteer) -> str:
    if not country or not entry.country or entry.country == country:
        return ""
    return f"lies in {gazetteer.display(entry.country)}, not in {gazetteer.display(country)}"


def _outside(entry: Entry, given: Sequence[Hint], gazetteer: Gazetteer) -> str:
    for hint in given:
        if not any(lies_in(entry, wider, gazetteer) for wider in hint.entries):
            return f"lies in {gazetteer.display(entry.admin_id or entry.country)}, not in {hint.words}"
    return ""


def _wrong_kind(entry: Entry, reading: Reading, strict: bool) -> str:
    """Unless strict, a town stands in for an airfield or base of its name that the gazetteer lacks."""
    classes = reading.stem.classes
    if not classes or entry.feature_class in classes:
        return ""
    if not strict and Role.FACILITY in reading.stem.roles and entry.feature_class in SETTLEMENTS:
        return ""
    return f"is a {entry.feature_class}, not what the words ask for"
