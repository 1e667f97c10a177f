"""The gazetteer: entries, their names, and the readings a name may have. Pure: loaded by geo.catalogue."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Protocol

from geo.geocoding.relations import RelationWords
from geo.geocoding.romanisation import Role, Spelling, Stem, fold, is_han, is_long_enough, key
from geo.model.place import FeatureClass, Point, Relation

_NOTHING_ASKED = Stem("")
_ARTICLE = "the "
PHONETIC_COUNTRIES = frozenset({"KP", "KR"})
SETTLEMENTS = frozenset({FeatureClass.CITY, FeatureClass.TOWN, FeatureClass.COUNTY})
FACILITIES = frozenset({FeatureClass.AIRFIELD, FeatureClass.SHIPYARD, FeatureClass.PORT})


class Tier(IntEnum):
    """How a name met an entry, the closest first; a looser tier is asked only when a closer one is empty."""

    EXACT = 0
    STEM = 1
    PHONETIC = 2
    PHONETIC_STEM = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the gazetteer.

    `point` is WGS 84, None when no source gives one; for an area it merely stands for the
    polygon `area_id`. `radius_m` is the thing's own extent in metres, None when unknown.
    `admin_id` is ISO 3166-2; `also_admin_ids` are provinces other sources put it in.
    `population` is 0 when unknown.
    """

    id: str
    name: str
    feature_class: FeatureClass
    country: str
    admin_id: str
    coordinate_source: str
    also_admin_ids: tuple[str, ...] = ()
    point: Point | None = None
    radius_m: float | None = None
    area_id: str = ""
    population: int = 0
    source_url: str = ""
    notes: str = ""
    county_id: str = ""
    is_capital: bool = False

    @property
    def is_drawable(self) -> bool:
        return self.point is not None or bool(self.area_id)


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of an entry; `kind` is official, variant, Hangul, McCune-Reischauer and so on."""

    entry_id: str
    text: str
    language: str
    kind: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """An entry of a store that goes by a name, with the spelling that met it."""

    entry: Entry
    spelling: str


class Store(Protocol):
    """Places too many to hold as objects: the world, or a dump the user loaded. Any number of threads may ask."""

    def named(self, keys: Sequence[str]) -> Sequence[Meeting]:
        """Every entry that goes by one of the search keys, the most people first."""

    def has(self, key: str) -> bool:
        """Whether any entry goes by a search key."""

    def entry(self, entry_id: str) -> Entry | None:
        """The entry of an id."""

    def spellings(self, entry_id: str) -> Sequence[str]:
        """Every name of an entry as written."""

    def near(self, point: Point, degrees: float) -> Iterable[Entry]:
        """Entries that are no area within so many degrees of latitude."""

    def largest(self, how_many: int) -> Sequence[str]:
        """The names of the places of the most people, the largest first."""


class Entries(Mapping[str, Entry]):
    """Entries by id: those of the tables, and behind them those of the stores, which are not iterated or counted."""

    def __init__(self, tables: Mapping[str, Entry], stores: Sequence[Store] = ()) -> None:
        self._tables, self._stores = tables, stores

    def find(self, entry_id: str) -> Entry | None:
        """The entry of an id, None when neither the tables nor a store has it."""
        found = self._tables.get(entry_id)
        if found is not None or not entry_id:
            return found
        stored = (store.entry(entry_id) for store in self._stores)
        return next((entry for entry in stored if entry is not None), None)

    def with_stores(self, stores: Sequence[Store]) -> "Entries":
        """The same tables before other stores."""
        return Entries(self._tables, stores)

    def __getitem__(self, entry_id: str) -> Entry:
        found = self.find(entry_id)
        if found is None:
            raise KeyError(entry_id)
        return found

    def __contains__(self, entry_id: object) -> bool:
        return isinstance(entry_id, str) and self.find(entry_id) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


@dataclass(frozen=True, slots=True)
class Radius:
    """The least radius the words allow, in metres, and why (data/gazetteer/radii.csv)."""

    metres: float
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Entries a name meets at one tier, each with the spelling that met it; `stem` is what was asked for."""

    tier: Tier
    stem: Stem
    matches: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    entries: Entries
    spelling: Spelling
    radii: Mapping[tuple[FeatureClass, Relation | None], Radius]
    index: Mapping[tuple[Tier, str], tuple[Name, ...]]
    names: Mapping[str, tuple[Name, ...]]
    stores: tuple[Store, ...] = ()
    demonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: tuple[RelationWords, ...] = ()

    def with_stores(self, stores: tuple[Store, ...]) -> "Gazetteer":
        """The same tables before other stores, the first of which goes first."""
        return replace(self, entries=self.entries.with_stores(stores), stores=stores)

    def readings(self, name: str, world: bool = True) -> Iterator[Reading]:
        """Readings of a name, the closest tier first; none for a name nobody wrote down.

        With `world` false only the tables are asked, which hold Korea, its neighbours and the countries.
        """
        folded = fold(name)
        for tier, text in _keys(folded, self.spelling):
            wanted = _NOTHING_ASKED if tier in (Tier.EXACT, Tier.PHONETIC) else self.spelling.stem(folded)
            matches = {one.entry_id: one.text for one in reversed(self.index.get((tier, text), ()))}
            for store in self.stores if world else ():
                for met in store.named(store_keys(tier, text)):
                    matches.setdefault(met.entry.id, met.spelling)
            if matches:
                yield Reading(tier, wanted, matches)

    def bearers(self, exact: str) -> list[Entry]:
        """Every entry that goes by an exact search key, tables first."""
        ids = dict.fromkeys(one.entry_id for one in self.index.get((Tier.EXACT, exact), ()))
        entries = {entry_id: self.entries[entry_id] for entry_id in ids}
        for store in self.stores:
            for met in store.named((exact,)):
                entries.setdefault(met.entry.id, met.entry)
        return list(entries.values())

    def has_key(self, exact: str) -> bool:
        """Whether any entry goes by an exact search key."""
        return (Tier.EXACT, exact) in self.index or any(store.has(exact) for store in self.stores)

    def without_article(self, name: str) -> str:
        """ "the East Sea" is the East Sea; The Hague, whose name has the article, keeps it."""
        folded = fold(name)
        return name if not folded.startswith(_ARTICLE) or self.has_key(key(folded)) else folded.removeprefix(_ARTICLE)

    def radius(self, feature_class: FeatureClass, relation: Relation) -> Radius:
        """The rule for the relation, else the one for the class alone; KeyError is a fault of the data."""
        return self.radii.get((feature_class, relation)) or self.radii[(feature_class, None)]

    def names_of(self, entry_id: str) -> tuple[Name, ...]:
        """Every spelling of an entry, in the order of the data; none for an id that is not here."""
        if entry_id in self.names:
            return self.names[entry_id]
        written = (text for store in self.stores for text in store.spellings(entry_id))
        return tuple(Name(entry_id, text, "", "variant") for text in dict.fromkeys(written))

    def display(self, entry_id: str) -> str:
        """The name of an entry for a sentence; the id itself when it is not here (a province nobody listed)."""
        found = self.entries.find(entry_id)
        return found.name if found else entry_id


def build_gazetteer(
    entries: Iterable[Entry],
    names: Iterable[Name],
    spelling: Spelling,
    radii: Mapping[tuple[FeatureClass, Relation | None], Radius],
    stores: Sequence[Store] = (),
    demonyms: Mapping[str, tuple[str, ...]] | None = None,
    beside: tuple[RelationWords, ...] = (),
) -> Gazetteer:
    """Indexes names by their search keys. A name whose entry is not given raises KeyError.

    `stores` are asked after the tables, the first that knows an id has it; `demonyms` are
    adjectives by search key, with the ids they stand for.
    """
    all_entries = Entries({entry.id: entry for entry in entries}, stores)
    index: dict[tuple[Tier, str], list[Name]] = {}
    own: dict[str, list[Name]] = {}
    for name in names:
        own.setdefault(name.entry_id, []).append(name)
        for found in index_keys(name.text, all_entries[name.entry_id].country, spelling):
            index.setdefault(found, []).append(name)
    groups = {found: tuple(group) for found, group in index.items()}
    written = {entry_id: tuple(group) for entry_id, group in own.items()}
    return Gazetteer(all_entries, spelling, radii, groups, written, tuple(stores), demonyms or {}, beside)


def index_keys(name: str, country: str, spelling: Spelling) -> Iterator[tuple[Tier, str]]:
    """The search keys under which a name is found: by sound too in Korea."""
    folded = fold(name)
    if country in PHONETIC_COUNTRIES:
        stem = spelling.stem(folded)
        yield from _keys(folded, spelling)
        for tier, text in ((Tier.PHONETIC, folded), (Tier.PHONETIC_STEM, stem.text)):
            if is_long_enough(text) and (blurred := spelling.blurred(text)):
                yield (tier, key(blurred))
    else:
        yield (Tier.EXACT, key(folded))
        yield (Tier.STEM, key(folded))
        if is_han(folded):
            yield (Tier.PHONETIC, key(spelling.skeleton(folded)))


def _keys(folded: str, spelling: Spelling) -> Iterator[tuple[Tier, str]]:
    """Worked out one by one: most names are met exactly, and the rest is never asked for."""
    if not folded:
        return
    yield (Tier.EXACT, key(folded))
    stem = spelling.stem(folded)
    if is_long_enough(stem.text):
        yield (Tier.STEM, key(stem.text))
    if skeleton := spelling.skeleton(folded):
        yield (Tier.PHONETIC, key(skeleton))
    if is_long_enough(stem.skeleton):
        yield (Tier.PHONETIC_STEM, key(stem.skeleton))


def store_keys(tier: Tier, text: str) -> tuple[str, ...]:
    """The keys a store is asked for at a tier. Names outside Korea are kept as they fold, so they meet a stem too."""
    if tier is Tier.EXACT:
        return (text,)
    looser = stored_key(tier, text)
    return (text, looser) if tier is Tier.STEM else (looser,)


def stored_key(tier: Tier, text: str) -> str:
    """How a store keeps the key of a tier: as it is for an exact spelling, else marked."""
    return text if tier is Tier.EXACT else f"~{int(tier)}{text}"


def is_too_wide(stem: Stem) -> bool:
    """Whether the words name no thing at all, or a coast: too wide for a pin or an area."""
    return not stem.text or Role.WIDE in stem.roles
