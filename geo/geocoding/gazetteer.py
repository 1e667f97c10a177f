"""The gazetteer: entries, their names, and the readings a name may have. Pure: loaded by geo.catalogue."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from geo.geocoding.romanisation import Role, Spelling, Stem, fold, is_long_enough, key
from geo.model.place import FeatureClass, Point, Relation

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
    entries: Mapping[str, Entry]
    spelling: Spelling
    radii: Mapping[tuple[FeatureClass, Relation | None], Radius]
    index: Mapping[tuple[Tier, str], tuple[Name, ...]]

    def readings(self, name: str) -> Iterator[Reading]:
        """Readings of a name, the closest tier first; none for a name nobody wrote down."""
        folded = fold(name)
        stem = self.spelling.stem(folded)
        for tier, text in _keys(folded, stem, self.spelling):
            wanted = Stem("") if tier in (Tier.EXACT, Tier.PHONETIC) else stem
            if names := self.index.get((tier, text)):
                yield Reading(tier, wanted, {one.entry_id: one.text for one in reversed(names)})

    def radius(self, feature_class: FeatureClass, relation: Relation) -> Radius:
        """The rule for the relation, else the one for the class alone; KeyError is a fault of the data."""
        return self.radii.get((feature_class, relation)) or self.radii[(feature_class, None)]

    def knows(self, name: str) -> bool:
        """Whether any entry goes by the name, in any spelling."""
        return next(self.readings(name), None) is not None

    def matched(self, name: str, entry_id: str) -> str:
        """The spelling of the entry that the name met, at the closest tier; "" when it meets none."""
        found = (reading.matches[entry_id] for reading in self.readings(name) if entry_id in reading.matches)
        return next(found, "")

    def display(self, entry_id: str) -> str:
        """The name of an entry for a sentence; the id itself when it is not here (a province nobody listed)."""
        return self.entries[entry_id].name if entry_id in self.entries else entry_id


def build_gazetteer(
    entries: Iterable[Entry],
    names: Iterable[Name],
    spelling: Spelling,
    radii: Mapping[tuple[FeatureClass, Relation | None], Radius],
) -> Gazetteer:
    """Indexes names by their search keys. A name whose entry is not given raises KeyError."""
    by_id = {entry.id: entry for entry in entries}
    index: dict[tuple[Tier, str], list[Name]] = {}
    for name in names:
        for found in _index_keys(name, by_id[name.entry_id], spelling):
            index.setdefault(found, []).append(name)
    return Gazetteer(by_id, spelling, radii, {found: tuple(group) for found, group in index.items()})


def _index_keys(name: Name, entry: Entry, spelling: Spelling) -> Iterator[tuple[Tier, str]]:
    folded = fold(name.text)
    if entry.country in PHONETIC_COUNTRIES:
        yield from _keys(folded, spelling.stem(folded), spelling)
    else:
        yield (Tier.EXACT, key(folded))
        yield (Tier.STEM, key(folded))


def _keys(folded: str, stem: Stem, spelling: Spelling) -> Iterator[tuple[Tier, str]]:
    if not folded:
        return
    yield (Tier.EXACT, key(folded))
    if is_long_enough(stem.text):
        yield (Tier.STEM, key(stem.text))
    if skeleton := spelling.skeleton(folded):
        yield (Tier.PHONETIC, key(skeleton))
    if is_long_enough(stem.skeleton):
        yield (Tier.PHONETIC_STEM, key(stem.skeleton))


def is_too_wide(stem: Stem) -> bool:
    """Whether the words name no thing at all, or a coast: too wide for a pin or an area."""
    return not stem.text or Role.WIDE in stem.roles
