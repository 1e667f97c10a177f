"""Sets of numbers: how two intervals lie to each other, and how far apart they are."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Interval:
    """`lower` to `upper` (may be infinite) in one unit; an open end is not itself a member."""

    lower: float
    upper: float
    lower_open: bool = False
    upper_open: bool = False

    def contains(self, other: "Interval") -> bool:
        below = self.lower < other.lower or (self.lower == other.lower and (not self.lower_open or other.lower_open))
        above = self.upper > other.upper or (self.upper == other.upper and (not self.upper_open or other.upper_open))
        return below and above

    def ends_before(self, other: "Interval") -> bool:
        touches = self.upper == other.lower and (self.upper_open or other.lower_open)
        return self.upper < other.lower or touches

    def shifted(self, by: float) -> "Interval":
        return Interval(self.lower + by, self.upper + by, self.lower_open, self.upper_open)


class Relation(StrEnum):
    EQUAL = "equal"
    FIRST_CONTAINS = "first contains"
    SECOND_CONTAINS = "second contains"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"


def relate(first: Interval, second: Interval) -> Relation:
    wide, narrow = first.contains(second), second.contains(first)
    if wide and narrow:
        return Relation.EQUAL
    if wide:
        return Relation.FIRST_CONTAINS
    if narrow:
        return Relation.SECOND_CONTAINS
    apart = first.ends_before(second) or second.ends_before(first)
    return Relation.DISJOINT if apart else Relation.OVERLAP


def gap(first: Interval, second: Interval) -> float:
    """Distance between the nearest members, 0 when the intervals meet."""
    return max(0.0, first.lower - second.upper, second.lower - first.upper)


def larger_figure(first: Interval, second: Interval) -> float:
    """The near end of the higher of two disjoint intervals: the figure shares are taken of."""
    return max(first.lower, second.lower)
