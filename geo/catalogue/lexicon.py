"""data/lexicon and the names of data/sources, compiled for geo.extraction."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from geo.catalogue.package import DATA_FOLDER, Row, open_package
from geo.catalogue.sources import load_sources
from geo.extraction.lexicon import (
    CueKind,
    Effect,
    Lexicon,
    Number,
    PlaceWord,
    PlatformWord,
    Reach,
    ScopeWord,
    State,
    Weapon,
)
from geo.extraction.phrases import Phrases, Vocabulary, expanded
from geo.model.claim import Attribute, Scope, ScopeKind
from geo.model.errors import DataPackageError
from geo.model.quantity import Qualifier, Unit
from geo.model.source import Source, SourceKind
from geo.model.weapon import MissileClass, OutcomeKind, PlatformKind

T = TypeVar("T")


def load_lexicon(folder: Path = DATA_FOLDER) -> Lexicon:
    """The compiled word lists; DataPackageError with file, line and reason for a row that cannot be read."""
    vocabulary = Vocabulary()
    words = _Reader("lexicon", folder, vocabulary)
    names = _Reader("sources", folder, vocabulary)
    sources = load_sources(folder)
    return Lexicon(
        countries=words.phrases("countries", lambda row: row["country"], proper=True),
        states=words.table("states", lambda row: row["country"], _state),
        aliases=_aliases(names, vocabulary),
        resolved=_resolved(names, sources),
        dependent=frozenset(row["words"].lower() for row, _ in names.each("aliases", _words) if row["alone"] == "no"),
        offices=names.table("offices", lambda row: row["country"], lambda row: _known(row, sources)),
        sources=sources,
        cues=words.phrases("cues", lambda row: CueKind(row["kind"])),
        pronouns=words.phrases("pronouns", _words),
        anaphors=words.phrases("anaphors", _kinds),
        bodies=words.phrases("bodies", _words),
        people=names.phrases("people", lambda row: row["country"], proper=True),
        between=words.phrases("between", _words),
        expertise=words.phrases("expertise", _words),
        numbers=words.phrases("numbers", lambda row: Number(float(row["value"]), Qualifier(row["qualifier"]))),
        ordinals=words.phrases("ordinals", lambda row: int(row["index"])),
        qualifiers=words.phrases("qualifiers", lambda row: Qualifier(row["qualifier"])),
        units=words.phrases("units", lambda row: Unit(row["unit"])),
        weapons=words.phrases("weapons", lambda row: Weapon(MissileClass(row["class"]), row["name"])),
        kinds_of=_kinds_of(_Reader("comparison", folder, vocabulary)),
        designations=words.designations(),
        hedges=words.phrases("hedges", _words),
        platforms=words.phrases("platforms", _platform),
        waters=words.phrases("waters", lambda row: row["area"], proper=True),
        landing=words.phrases("landing_words", _words),
        outcomes=words.phrases("outcomes", lambda row: OutcomeKind(row["outcome"])),
        launches=words.phrases("launch_words", lambda row: row["kind"]),
        achieved=words.phrases("achieved", lambda row: Attribute(row["attribute"])),
        contexts=words.phrases("contexts", lambda row: Effect(row["effect"])),
        scopes=words.phrases("scopes", _scope_word),
        zones=words.phrases("zones", lambda row: row["zone"], proper=True),
        place_words=words.phrases("place_words", lambda row: PlaceWord(row["kind"])),
        not_places=words.phrases("not_places", _words),
        stops=words.phrases("stops", _words),
        common=frozenset(row["words"] for row, _ in words.each("common", _words)),
        foreign=frozenset(row["words"] for row, _ in words.each("foreign", _words)),
    )


class _Reader:
    """Reads the tables of one package and says which line of which file it stumbled over."""

    def __init__(self, package: str, folder: Path, vocabulary: Vocabulary) -> None:
        self._name = package
        self._vocabulary = vocabulary
        self._package = open_package(package, folder)

    def each(self, resource: str, read: Callable[[Row], T]) -> list[tuple[Row, T]]:
        pairs = []
        for line, row in enumerate(self._package.rows(resource), start=2):
            try:
                pairs.append((row, read(row)))
            except ValueError as error:
                path = f"data/{self._name}/{resource}.csv:{line}"
                raise DataPackageError(f"{path}: {error}; correct the row.") from error
        return pairs

    def phrases(self, resource: str, read: Callable[[Row], T], proper: bool = False) -> Phrases[T]:
        entries = ((row["words"], value) for row, value in self.each(resource, read))
        return Phrases(entries, proper, self._vocabulary)

    def designations(self) -> Phrases[Weapon]:
        entries = ((_plural(row["words"]), value) for row, value in self.each("designations", _designation))
        return Phrases(entries, True, self._vocabulary)

    def table(self, resource: str, key: Callable[[Row], str], read: Callable[[Row], T]) -> Mapping[str, T]:
        return {key(row): value for row, value in self.each(resource, read)}


def _words(row: Row) -> str:
    return row["words"]


def _kinds(row: Row) -> frozenset[SourceKind]:
    return frozenset(SourceKind(kind) for kind in row["kinds"].split("|") if kind)


def _state(row: Row) -> State:
    offset = float(row["utc_offset"])
    coasts = {"east": row["east_coast"], "west": row["west_coast"]}
    return State(row["country"], row["name"], row["capital"], row["zone"], row["observer"], offset, coasts)


def _designation(row: Row) -> Weapon:
    return Weapon(MissileClass(row["class"]), row["words"], row["country"], row["numbered"] == "any")


def _plural(name: str) -> str:
    """A name in letters takes an s ("Musudans"); one that ends in a number does so after a word of its own."""
    return f"{name}(s)" if name[-1].isalpha() and name[-1] != "s" and not name[-2:].isupper() else name


def _platform(row: Row) -> PlatformWord:
    return PlatformWord(PlatformKind(row["platform"]), row["needs_from"] == "yes")


def _scope_word(row: Row) -> ScopeWord:
    return ScopeWord(Scope(ScopeKind(row["scope"])), Reach(row["reach"]))


def _kinds_of(names: _Reader) -> Mapping[MissileClass, frozenset[MissileClass]]:
    """Each class with every class it is a kind of, however far up; a circle of parents ends where it began."""
    rows = names.each("missile_taxonomy", lambda row: (MissileClass(row["class"]), _parents(row)))
    parents = dict(pair for _, pair in rows)
    wider: dict[MissileClass, frozenset[MissileClass]] = {}
    for kind in parents:
        above: list[MissileClass] = list(parents[kind])
        for parent in above:
            above.extend(further for further in parents.get(parent, ()) if further not in above)
        wider[kind] = frozenset(above)
    return wider


def _parents(row: Row) -> tuple[MissileClass, ...]:
    return tuple(MissileClass(word) for word in row["parents"].split())


def _aliases(names: _Reader, vocabulary: Vocabulary) -> Phrases[str]:
    rows = names.each("aliases", _words)
    return Phrases(((form, form.lower()) for _, words in rows for form in expanded(words)), vocabulary=vocabulary)


def _known(row: Row, sources: Mapping[str, Source]) -> str:
    if row["source_id"] not in sources:
        raise ValueError(f"source id {row['source_id']!r} is not in sources.csv")
    return row["source_id"]


def _resolved(names: _Reader, sources: Mapping[str, Source]) -> Mapping[tuple[str, str], str]:
    pairs = names.each("aliases", lambda row: _known(row, sources))
    return {(form.lower(), row["country"]): source for row, source in pairs for form in expanded(row["words"])}
