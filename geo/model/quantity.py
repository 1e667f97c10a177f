"""How many, how far, how high, how long, how fast: an interval with a unit and the words for it."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.errors import ModelError

_INFINITE = float("inf")


class Qualifier(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    BETWEEN = "between"
    SEVERAL = "several"  # a vague plural: two or more


class Unit(StrEnum):
    """Units as said. `to_si_km` and friends live with the comparison, never here."""

    MISSILES = "missiles"
    KILOMETRES = "km"
    METRES = "m"
    MILES = "mi"
    NAUTICAL_MILES = "nmi"
    FEET = "ft"
    SECONDS = "s"
    MINUTES = "min"
    HOURS = "h"
    MACH = "Mach"
    KM_PER_HOUR = "km/h"


@dataclass(frozen=True, slots=True)
class Quantity:
    """The interval the words name: `lower` to `upper`, both included unless an open qualifier says not.

    "430 to 450 km" is 430..450 BETWEEN; "about 590" is 590..590 ABOUT (the comparison, not
    the reading, decides how wide "about" is); "at least one" is 1..inf; "more than 18"
    missiles is 18..inf MORE_THAN; "up to 250 km" is 0..250 AT_MOST; "several" is 2..inf
    SEVERAL. The unit is the speaker's own: no conversion is made here.
    """

    lower: float
    upper: float
    qualifier: Qualifier
    unit: Unit
    verbatim: str

    def __post_init__(self) -> None:
        if not self.lower <= self.upper:  # no comparison with NaN holds
            raise ModelError(f"Quantity {self.verbatim!r} has no valid interval.")
        if not 0 <= self.lower < _INFINITE:
            raise ModelError(f"Quantity {self.verbatim!r} begins below zero or nowhere.")
