"""A speed held against the range and the flight time the same speaker gives."""

from collections.abc import Iterator, Sequence

from geo.discrepancy.entry import Entry
from geo.discrepancy.figures import Told, told_together
from geo.discrepancy.findings import finding_of
from geo.discrepancy.rules import Comparison, Verdict
from geo.model.claim import Attribute
from geo.model.finding import Finding, FindingClass
from geo.model.quantity import Qualifier, Quantity, Unit

_FIGURES = (Attribute.SPEED, Attribute.RANGE, Attribute.FLIGHT_TIME)
SPEED_OF_SOUND = "the speed of sound taken as 295 to 340 m/s, by altitude"


def impossible_speeds(current: Sequence[Entry], rules: Comparison) -> Iterator[Finding]:
    """Statements by which the missile flew faster on average, over the ground, than the speed they give.

    A speed said is the greatest or a typical one, so an average below it tells nothing.
    Open figures count by their finite end: "at least 500 km", "Mach 5 or more" (never too slow).
    """
    for told in told_together(current, _FIGURES, rules, bounded=False):
        speed, ground, lasted = (told.sets[each] for each in _FIGURES)
        if not 0 < lasted.upper < float("inf"):
            continue
        average = ground.lower / (lasted.upper / 60)
        if average > speed.upper * (1 + rules.flight.speed_slack):
            yield _finding(told, average, speed.upper, rules)


def _finding(told: Told, average: float, most: float, rules: Comparison) -> Finding:
    by = average - most
    gap = Quantity(by, by, Qualifier.EXACT, Unit.KM_PER_HOUR, f"{by:.0f} km/h")
    sentence = (
        f"{told.words()}: so far in that time is {average:.0f} km/h on average, and the speed given is at most "
        f"{most:.0f} km/h; {rules.flight.speed_slack:.0%} more is allowed: physically inconsistent "
        f"({SPEED_OF_SOUND}; distance over the ground), rule physics-speed."
    )
    verdict = Verdict(FindingClass.PHYSICALLY_INCONSISTENT, "physics-speed", "", gap)
    return finding_of(tuple(told.entries.values()), verdict, sentence, Attribute.SPEED)
