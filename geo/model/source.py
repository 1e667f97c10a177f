"""Who speaks: a government office, a news agency, an anonymous official."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    GOVERNMENT = "government"
    MILITARY = "military"
    STATE_MEDIA = "state media"
    WIRE = "wire"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    RESEARCH_GROUP = "research group"
    ANONYMOUS = "anonymous"
    EXPERT = "expert"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker or publisher known to data/sources.

    `family` is the state or company whose offices are not independent of each other:
    corroboration counts families, never sources. `reliability` is A to F as in the
    Admiralty code, F being "cannot be judged". `country` is ISO 3166-1 alpha-2 or "".
    """

    id: str
    name: str
    kind: SourceKind
    family: str
    country: str = ""
    language: str = ""
    reliability: str = "F"
    home_page: str = ""
    republishes: tuple[str, ...] = ()
