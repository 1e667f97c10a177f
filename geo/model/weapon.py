"""What was fired, from what, and how it went."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.place import Resolution
from geo.model.quantity import Quantity


class MissileClass(StrEnum):
    """Classes reports use, coarse and fine; which is a kind of which is data (missile_taxonomy.csv)."""

    PROJECTILE = "PROJECTILE"
    MISSILE = "MISSILE"
    BALLISTIC = "BALLISTIC"
    CRBM = "CRBM"
    SRBM = "SRBM"
    MRBM = "MRBM"
    IRBM = "IRBM"
    ICBM = "ICBM"
    SLBM = "SLBM"
    HYPERSONIC = "HYPERSONIC"
    CRUISE = "CRUISE"
    SLCM = "SLCM"
    SLV = "SLV"
    SAM = "SAM"
    ABM = "ABM"
    ASM = "ASM"
    MLRS = "MLRS"
    ARTILLERY = "ARTILLERY"
    ROCKET = "ROCKET"
    DRONE = "DRONE"


class PlatformKind(StrEnum):
    SUBMARINE = "submarine"
    UNDERWATER_PLATFORM = "underwater_platform"
    BARGE = "barge"
    SHIP = "ship"
    TRAIN = "train"
    TEL = "TEL"
    SILO = "silo"
    LAND = "land"
    AIRCRAFT = "aircraft"


class OutcomeKind(StrEnum):
    SUCCESS = "success"
    FAILURE = "failure"
    PARTIAL = "partial"


class EezSide(StrEnum):
    """A position to an exclusive economic zone, always as somebody's claim."""

    INSIDE = "inside"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class MissileType:
    """A class, and a designation when one is given ("Hwasong-12"); `hedged` for "believed to be"."""

    missile_class: MissileClass
    name: str
    hedged: bool
    verbatim: str


@dataclass(frozen=True, slots=True)
class Platform:
    kind: PlatformKind
    hedged: bool
    verbatim: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    kind: OutcomeKind
    hedged: bool
    verbatim: str


@dataclass(frozen=True, slots=True)
class LandingArea:
    """A body of water or a country as a code (SEA_OF_JAPAN), the EEZ claimed, a distance to a named place.

    `area` is "" when only the zone or the distance is said. `bearing` is the direction from the
    named place in degrees clockwise from north, None when none is said; `resolution` is what
    that name was taken to mean, None until it was looked up.
    """

    area: str
    verbatim: str
    eez: EezSide | None = None
    distance: Quantity | None = None
    reference: str = ""
    bearing: float | None = None
    resolution: Resolution | None = None
