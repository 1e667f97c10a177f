"""A claim: one attribute of one launch, as one speaker gave it, in these words."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from geo.model.attribution import Attribution, Speaker
from geo.model.place import NamedPlace
from geo.model.quantity import Quantity
from geo.model.report import Citation, Publication, Span
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import LandingArea, MissileType, Outcome, Platform


class Attribute(StrEnum):
    LAUNCH_TIME = "launch_time"
    LAUNCH_PLACE = "launch_place"
    ADMIN_AREA = "admin_area"
    COUNT = "count"
    MISSILE_TYPE = "missile_type"
    PLATFORM = "platform"
    RANGE = "range"
    APOGEE = "apogee"
    FLIGHT_TIME = "flight_time"
    SPEED = "speed"
    LANDING_AREA = "landing_area"
    OUTCOME = "outcome"


class Stance(StrEnum):
    ASSERTED = "asserted"
    HEDGED = "hedged"
    DENIED = "denied"


class ScopeKind(StrEnum):
    """Of what the value is said: everything that day, a salvo, one missile, a kind, a count so far."""

    WHOLE = "whole"
    SALVO = "salvo"
    MISSILE = "missile"
    KIND = "kind"
    SO_FAR = "so far"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Scope:
    """`index` numbers the salvo or missile from 1; `kind` names the kind ("ballistic")."""

    kind: ScopeKind = ScopeKind.UNSTATED
    index: int | None = None
    of: str = ""


Value = Quantity | TimeSpan | ClockTime | NamedPlace | MissileType | Platform | Outcome | LandingArea


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement, kept for ever.

    `evidence` is the sentence of the report (Span) or the record of a data set (Citation);
    `words` is the sentence itself, "" for a record; `value_span` points at the words of the
    value inside the sentence. `said` is when the speaker spoke, or the report's publication
    when nothing better is known. `launch` is the key of the LaunchMention it speaks of.
    `rules` are the ids of the reading rules that made it (geo.extraction.rules), those of the
    value, the speaker and the launch first; empty for a record of a data set.
    """

    attribute: Attribute
    value: Value
    attribution: Attribution
    evidence: Span | Citation
    launch: str
    words: str = ""
    value_span: Span | None = None
    said: Publication | None = None
    stance: Stance = Stance.ASSERTED
    scope: Scope = Scope()
    extractor: str = ""
    rules: tuple[str, ...] = ()

    id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        shared = (self.attribute, self.evidence, self.value_span, self.attribution.originator, self.scope)
        attribute, evidence, span, speaker, scope = map(_words, shared)
        parts = (attribute, evidence, span, repr(self.value.verbatim), speaker, repr(self.launch), scope)
        told = f"({', '.join(parts)})".encode()
        object.__setattr__(self, "id", f"c-{hashlib.sha256(told).hexdigest()[:16]}")


@lru_cache(maxsize=4096)
def _words(part: Attribute | Span | Citation | Speaker | Scope | None) -> str:
    """Many claims of a record have the same parts."""
    return repr(part)
