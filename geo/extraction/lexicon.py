"""The words extraction knows: rows of data/lexicon and data/sources, compiled. No word lives in the code."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from geo.extraction.phrases import Phrases
from geo.model.claim import Attribute, Scope
from geo.model.quantity import Qualifier, Unit
from geo.model.source import Source, SourceKind
from geo.model.weapon import MissileClass, OutcomeKind, PlatformKind


class CueKind(StrEnum):
    """How a word attributes: before or after its speaker, to a statement or to a name for a thing."""

    SAY = "say"
    DETECT = "detect"
    ASSESS = "assess"
    ACCORD = "accord"
    CITE = "cite"
    QUOTE = "quote"


class Effect(StrEnum):
    """What words around a value make of it."""

    POTENTIAL = "potential"
    DISPLAY = "display"
    CAPTION = "caption"
    OVERFLIGHT = "overflight"
    PLAN = "plan"
    BACKGROUND = "background"
    SINCE = "since"
    SUBJECT = "subject"
    PERIOD = "period"
    GROUND = "ground"
    PART = "part"
    DRILL = "drill"
    COUNCIL = "council"
    DEFENCE = "defence"  # a test of missile defence: its target was launched, but that is not what is told
    EARLIER = "earlier"
    TALKS = "talks"
    ANNIVERSARY = "anniversary"
    RESPONSE = "response"  # another country's answer to the launch: "fired three of its own in response"
    SHELLING = "shelling"  # artillery
    SUPPOSED = "supposed"  # "were to fire": nobody has


class PlaceWord(StrEnum):
    """What a common noun beside a name says of it ("Airfield", "province", "coast")."""

    FACILITY = "facility"
    PENINSULA = "peninsula"
    ISLAND = "island"
    WATER = "water"
    LOCAL = "local"
    ADMIN = "admin"
    PROVINCE = "province"  # the name of one, which needs no noun: "Sinpo, South Hamgyong"
    VAGUE = "vague"


class Reach(StrEnum):
    """Where words that scope a value stand to it."""

    BEFORE = "before"  # right before a count: "another three"
    AFTER = "after"  # soon after a count: "eight in all"
    SUBJECT = "subject"  # before what is said of all missiles, up to the next ordinal: "both flew 430 km"


@dataclass(frozen=True, slots=True)
class ScopeWord:
    scope: Scope
    reach: Reach


@dataclass(frozen=True, slots=True)
class State:
    """A country: its IANA zone ("" for several), capital, who is heard on it, and the waters off its coasts.

    `coasts` leads from "east" and "west" to an area of LandingArea, "" where no one sea lies there.
    """

    country: str
    name: str
    capital: str
    zone: str
    observer: str
    utc_offset: float
    coasts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Number:
    value: float
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Weapon:
    """A class, and a designation ("Hwasong-12", `country` who owns it) or a quoted name."""

    missile_class: MissileClass
    name: str = ""
    country: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class PlatformWord:
    """`needs_from` when the word counts only after "from" or the like: "from a train"."""

    kind: PlatformKind
    needs_from: bool


@dataclass(frozen=True)
class Lexicon:
    """Everything read from data/lexicon and data/sources, ready for search.

    `aliases` finds names and roles; `resolved` maps (alias in lower case, country or "") to
    the source id; `dependent` aliases mean nobody
    without a country. `offices` is the government that speaks when a report writes only the
    country. `people` gives the country an office-holder speaks for; `anaphors` the kinds of
    source a word such as "the ministry" stands for (empty: any). `kinds_of` gives every wider
    class a class is a kind of. Codes of countries are ISO 3166-1 alpha-2.
    """

    countries: Phrases[str]
    states: Mapping[str, State]
    aliases: Phrases[str]
    resolved: Mapping[tuple[str, str], str]
    dependent: frozenset[str]
    offices: Mapping[str, str]
    sources: Mapping[str, Source]
    cues: Phrases[CueKind]
    pronouns: Phrases[str]
    anaphors: Phrases[frozenset[SourceKind]]
    bodies: Phrases[str]
    people: Phrases[str]
    between: Phrases[str]
    expertise: Phrases[str]
    numbers: Phrases[Number]
    ordinals: Phrases[int]
    qualifiers: Phrases[Qualifier]
    units: Phrases[Unit]
    weapons: Phrases[Weapon]
    kinds_of: Mapping[MissileClass, frozenset[MissileClass]]
    designations: Phrases[Weapon]
    hedges: Phrases[str]
    platforms: Phrases[PlatformWord]
    waters: Phrases[str]
    landing: Phrases[str]
    outcomes: Phrases[OutcomeKind]
    launches: Phrases[str]
    achieved: Phrases[Attribute]
    contexts: Phrases[Effect]
    scopes: Phrases[ScopeWord]
    zones: Phrases[str]
    place_words: Phrases[PlaceWord]
    not_places: Phrases[str]
    stops: Phrases[str]
    common: frozenset[str]
    foreign: frozenset[str]
