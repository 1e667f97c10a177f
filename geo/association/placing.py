"""On which known day an account lies that does not tell its own: on one, on none, or on one of several."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.association.account import Account, Telling
from geo.association.ranges import clearly_best, fitting_days, lacks_year, leaves_days_open, same_day_of_a_year
from geo.association.recognition import lacks_day, recognised
from geo.association.traits import Traits, traits

Where = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Placement:
    """The known days an account fits, in the order of the calendar; `reason` goes on after the report's title."""

    days: tuple[Where, ...] = ()
    reason: str = ""

    @property
    def only(self) -> Where | None:
        return self.days[0] if len(self.days) == 1 else None


def placements(
    accounts: Sequence[Account], days: Mapping[Where, Sequence[Telling]]
) -> Mapping[tuple[str, str], Placement]:
    """The placement of each account by its key; the order of the accounts changes nothing.

    `days` are the launches that others tell, by country and day.
    """
    known: dict[int, Traits] = {}

    def traits_of(told: Telling) -> Traits:
        if id(told) not in known:
            known[id(told)] = traits(told)
        return known[id(told)]

    return {account.key: _placed(account, days, traits_of) for account in accounts}


def _placed(
    account: Account, days: Mapping[Where, Sequence[Telling]], traits_of: Callable[[Telling], Traits]
) -> Placement:
    if leaves_days_open(account):
        found = fitting_days(account, days)
        best = clearly_best(account, found, days, traits_of) if len(found) > 1 else ()
        found = best if len(best) == 1 else found
        return Placement(found, f"names no day; of the days it leaves open only {_day(found)} has a launch that fits")
    if lacks_year(account):
        found = same_day_of_a_year(account, days, traits_of)
        return Placement(found, f"names no year; of the years told only {_day(found)} has a launch that fits")
    if lacks_day(account):
        figures = recognised(account, days, traits_of)
        said = account.mention.day.verbatim if account.mention.day else ""
        names = f"names no more of its day than “{said}”" if said else "names no day"
        return Placement(figures.days, f"{names}; {figures.reason}")
    return Placement()


def _day(found: Sequence[Where]) -> str:
    return found[0][1].isoformat() if found else "none"
