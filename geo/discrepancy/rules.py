"""The rules of comparison as data/comparison gives them, and the verdict of one comparison."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from geo.geocoding.waters import Water
from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.model.quantity import Qualifier, Quantity


class Side(StrEnum):
    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Two values agree when their gap is at most max(`absolute`, `relative` x the larger figure).

    `words` say so: "the greater of 10 km and 5 % of the larger figure".
    """

    absolute: float
    unit: str
    relative: float
    reason: str = ""
    words: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self._in_words())

    def at(self, larger: float) -> float:
        """Width for a larger figure given in the tolerance's own unit."""
        return max(self.absolute, self.relative * larger)

    def _in_words(self) -> str:
        fixed = f"{self.absolute:g} {self.unit}".strip() if self.absolute else "0"
        if not self.relative:
            return fixed
        share = f"{self.relative * 100:g} % of the larger figure"
        return f"the greater of {fixed} and {share}" if self.absolute else share


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedged number is widened both ways by max(`absolute`, `relative` x the figure); `flag` is shown."""

    absolute: float
    relative: float
    flag: str


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Codes, what each is a kind of, and the axis (question) each answers.

    `parents` may name several wider codes; `axis` "" answers no question that excludes another.
    """

    parents: Mapping[str, tuple[str, ...]]
    axis: Mapping[str, str]
    label: Mapping[str, str]

    def ancestors(self, code: str) -> frozenset[str]:
        """The code itself and everything it is a kind of."""
        found = {code}
        queue = list(self.parents.get(code, ()))
        while queue:
            wider = queue.pop()
            if wider not in found:
                found.add(wider)
                queue.extend(self.parents.get(wider, ()))
        return frozenset(found)

    def exclude(self, one: str, other: str) -> bool:
        """Whether both answer one question differently, by themselves or by what they are a kind of."""
        answers: dict[str, set[str]] = {}
        for code in self.ancestors(one):
            answers.setdefault(self.axis.get(code, ""), set()).add(code)
        return any(
            axis and self._differ(code, answers.get(axis, set()))
            for code in self.ancestors(other)
            if (axis := self.axis.get(code, ""))
        )

    def _differ(self, code: str, answers: set[str]) -> bool:
        """An answer differs unless one of the two is a kind of the other."""
        return any(code not in self.ancestors(answer) and answer not in self.ancestors(code) for answer in answers)

    def words(self, code: str) -> str:
        return self.label.get(code, code)


@dataclass(frozen=True, slots=True)
class Preference:
    """Orders, first is shown first: stances, kinds of speaker, families.

    `precise` are the families whose claim goes before a consistent, less precise one.
    """

    stances: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    precise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flight:
    """Limits of the checks against physics.

    Excess over the computed duration in s, least apogee in km, apogee to range; the share by
    which a mean speed may exceed the speed said; km allowed beside outlines of waters and of land.
    """

    least_excess_s: float
    most_excess_s: float
    least_apogee_km: float
    least_ratio: float
    speed_slack: float = 0.2
    landing_slack_km: float = 50
    coast_slack_km: float = 5


@dataclass(frozen=True, slots=True)
class PartLimits:
    """A day of many missiles has at least so many; two salvos of it lie more than so many minutes apart."""

    least_missiles: float = 3
    apart_minutes: float = 15


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of data/comparison. `minor_share` has no unit, `minor_minutes` minutes, `minor_km` kilometres."""

    tolerances: Mapping[Attribute, Tolerance]
    hedges: Mapping[tuple[Attribute, Qualifier], Hedge]
    minor_share: float
    minor_minutes: float
    minor_km: float
    missiles: Taxonomy
    platforms: Taxonomy
    outcomes: Taxonomy
    waters: Taxonomy
    flight: Flight
    names: Mapping[str, str] = field(default_factory=dict)
    preference: Preference = Preference()
    parts: PartLimits = PartLimits()
    shapes: Mapping[str, Water] = field(default_factory=dict)


class Verdict(NamedTuple):
    """What one comparator says of two values, before speakers and words are put to it.

    `detail` is the middle of the sentence ("contradictory by 140 km (24 %)"); `precise` is
    the side that says more, for LESS_PRECISE; `tolerance` is printed as used.
    """

    finding_class: FindingClass
    rule: str
    detail: str
    gap: Quantity | None = None
    tolerance: str = ""
    flags: tuple[str, ...] = ()
    precise: Side | None = None
