"""A launch recognised without its day: by figures so many and so exact that no other launch shares them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geo.association.account import Account, Telling
from geo.association.fitting import (
    MARGIN,
    MEASURES,
    TOLERANCE,
    clock_minute,
    minutes_between,
    on_day,
    other_measures,
    overlapping_place,
    same_figures,
)
from geo.association.separation import separation
from geo.association.traits import Traits
from geo.model.claim import Attribute
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan

Where = tuple[str, date]
# Chosen so that with the true launch taken out of the record nothing is linked: of the 1,060 records of the
# catalogue, each told without its day, none reaches 7 against another launch of its weekday, none 10 of any day.
EXACT = {
    "to the minute": 3,
    "to a round minute": 2,  # "6:45": launches are told in fives of minutes
    "about the time": 2,  # Seoul and Tokyo differ by a minute or two
    "same place": 2,
    "same weapon": 2,
    "same count": 1,  # of several missiles; one is what most launches have
    "both failed": 1,  # few launches do
    "same figure": 2,  # each distance, height and duration that is the same, of a weekday within 1 %
}
NEEDED_WITH_WEEKDAY = 7
NEEDED_WITHOUT = 10
NEEDED_OF_A_DAY = 4  # with the day of the year
_SHARE = 0.01
_ABOUT = 5  # minutes
_APART = 5  # two times said to the minute
_WIDEST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Recognition:
    """The days that fit, in the order of the calendar, one when the launch is recognised; and why in words."""

    days: tuple[Where, ...]
    reason: str = ""


NONE = Recognition(())


def lacks_day(account: Account) -> bool:
    """True for an account of a known country of which not even the day of the year is told."""
    day = account.mention.day
    return bool(account.mention.country) and (day is None or day.first is None)


def recognised(
    account: Account, days: Mapping[Where, Sequence[Telling]], traits_of: Callable[[Telling], Traits]
) -> Recognition:
    """The one launch of its country whose figures the account repeats, well ahead of all others; both when two do.

    Nothing that both tell may differ, and what tells two launches apart on one day tells them apart here.
    """
    weekday = account.mention.day.weekday if account.mention.day else None
    needed = NEEDED_WITHOUT if weekday is None else NEEDED_WITH_WEEKDAY
    mine = traits_of(account)
    best: list[tuple[int, Where, str]] = []
    for where in days:
        if where[0] != account.mention.country or on_day(account, where[1]) is None:
            continue
        found = (_scored(mine, traits_of(other)) for other in days[where])
        if scored := max((each for each in found if each), default=None):
            best.append((scored[0], where, scored[1]))
    best.sort(key=lambda each: (-each[0], each[1]))
    ahead = [each for each in best if each[0] >= needed and best[0][0] - each[0] <= MARGIN]
    if not ahead:
        return NONE
    if len(ahead) > 1 or (len(best) > 1 and best[0][0] - best[1][0] <= MARGIN):
        return Recognition(tuple(sorted(where for score, where, _ in best if best[0][0] - score <= MARGIN)))
    return Recognition((best[0][1],), _reason(best, needed))


def _reason(best: Sequence[tuple[int, Where, str]], needed: int) -> str:
    score, (_, day), words = best[0]
    rest = f"; the next best is of {best[1][1][1].isoformat()}, {best[1][0]}" if len(best) > 1 else ""
    return f"only the launch of {day.isoformat()} has its figures ({words}: score {score}, {needed} needed{rest})"


def _scored(mine: Traits, theirs: Traits) -> tuple[int, str] | None:
    """Score and words; None where times to the minute, figures or what parts two launches forbid it."""
    found = _evidence(mine, theirs)
    if found is None or any(other_measures(mine, theirs)):
        return None
    score = sum(EXACT[name] for name, _ in found)
    if score and isinstance(mine.telling, Account) and separation(mine.telling, theirs.telling):
        return None
    return score, ", ".join(words for _, words in found)


def _evidence(mine: Traits, theirs: Traits) -> list[tuple[str, str]] | None:
    at = _time(mine, theirs)
    return None if at is None else [*at, *_repeated(mine, theirs, _SHARE)]


def enough_of_a_day(mine: Traits, theirs: Traits) -> bool:
    """Whether two tellings of one day of some year share more than their place: figures count as in a dispute."""
    found = [*(_time(mine, theirs) or ()), *_repeated(mine, theirs, TOLERANCE)]
    return sum(EXACT[name] for name, _ in found) >= NEEDED_OF_A_DAY


def _repeated(mine: Traits, theirs: Traits, share: float) -> Iterator[tuple[str, str]]:
    if overlapping_place(mine, theirs):
        yield "same place", "the place"
    if names := sorted(mine.names & theirs.names):
        yield "same weapon", names[0]
    counts = set(mine.figures[Attribute.COUNT]) & set(theirs.figures[Attribute.COUNT])
    if several := [low for low, high in counts if low == high > 1]:
        yield "same count", f"{max(several):g} missiles"
    if mine.failed and theirs.failed:
        yield "both failed", "the failure"
    yield from _figures(mine, theirs, share)


def _figures(mine: Traits, theirs: Traits, share: float) -> Iterator[tuple[str, str]]:
    for attribute, (name, unit) in MEASURES.items():
        for low, high in same_figures(attribute, mine, theirs, share):
            yield "same figure", f"{name} {low:.4g} {unit}" if low == high else f"{name} {low:.4g} to {high:.4g} {unit}"


def _time(mine: Traits, theirs: Traits) -> list[tuple[str, str]] | None:
    """The evidence of the clock; None where two times said to the minute are further apart than a dispute goes."""
    gaps = [
        (minutes_between(here, there), not (_to_the_minute(here) and _to_the_minute(there)), clock_minute(here))
        for there in theirs.clocks
        if isinstance(there, TimeSpan) and there.latest - there.earliest <= _WIDEST
        for here in mine.clocks
    ]
    if not gaps:
        return []
    gap, loose, minute = min(gaps)
    if gap > (_WIDEST.total_seconds() / 60 if loose else _APART):
        return None
    told = f"{minute // 60}:{minute % 60:02}"
    if not loose and gap <= 1:
        return [("to a round minute" if minute % 5 == 0 else "to the minute", told)]
    return [("about the time", told)] if gap <= _ABOUT else []


def _to_the_minute(value: TimeSpan | ClockTime) -> bool:
    return value.precision is TimePrecision.MINUTE and not value.approximate and value.stated is not None
