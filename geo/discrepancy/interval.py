"""Sets of numbers: how two intervals lie to each other, and how far apart they are."""

from enum import StrEnum
from typing import NamedTuple


class Interval(NamedTuple):
    """`lower` to `upper` (may be infinite) in one unit; an open end is not itself a member."""

    lower: float
    upper: float
    lower_open: bool = False
    upper_open: bool = False

    def contains(self, other: "Interval") -> bool:
        below = self.lower < other.lower or (self.lower == other.lower and (not self.lower_open or other.lower_open))
        above = self.upper > other.upper or (self.upper == other.upper and (not self.upper_open or other.upper_open))
        return below and above

    def touches(self, other: "Interval") -> bool:
        """Whether this one ends where the other begins, and one of them without that point."""
        return self.upper == other.lower and (self.upper_open or other.lower_open)

    def shifted(self, by: float) -> "Interval":
        return Interval(self.lower + by, self.upper + by, self.lower_open, self.upper_open)


class Relation(StrEnum):
    EQUAL = "equal"
    FIRST_CONTAINS = "first contains"
    SECOND_CONTAINS = "second contains"
    OVERLAP = "overlap"
    DISJOINT = "disjoint"


def relate(first: Interval, second: Interval) -> Relation:
    if first == second:
        return Relation.EQUAL
    if first.upper < second.lower or second.upper < first.lower:
        return Relation.DISJOINT
    if first.contains(second):
        return Relation.FIRST_CONTAINS
    if second.contains(first):
        return Relation.SECOND_CONTAINS
    return Relation.DISJOINT if first.touches(second) or second.touches(first) else Relation.OVERLAP


def gap(first: Interval, second: Interval) -> float:
    """Distance between the nearest members, 0 when the intervals meet."""
    return max(0.0, first.lower - second.upper, second.lower - first.upper)


def larger_figure(first: Interval, second: Interval) -> float:
    """The near end of the higher of two disjoint intervals: the figure shares are taken of."""
    return max(first.lower, second.lower)
