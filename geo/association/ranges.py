"""Accounts that leave a few days open, or the year: linked to the one known launch that fits, or to none."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from geo.association.account import Account, Telling
from geo.association.fitting import Dated, Fit, clear_best, day_of_year, on_day, weighed
from geo.association.recognition import enough_of_a_day
from geo.association.separation import separation
from geo.association.traits import Traits

Where = tuple[str, date]
# A report that names no day is published on the day of the launch or the next; more days open is no evidence.
WIDEST = timedelta(days=3)


def leaves_days_open(account: Account) -> bool:
    """True for an account of a known country whose day is bounded to at most four days, but not to one."""
    day = account.mention.day
    if account.day or day is None or day.first is None or day.last is None or not account.mention.country:
        return False
    return timedelta(0) < day.last - day.first <= WIDEST


def fitting_days(account: Account, days: Mapping[Where, Sequence[Telling]]) -> tuple[Where, ...]:
    """The known days within the account's bounds on which a launch of its country is told that could be its own.

    In the order of the calendar. An account of another launch of that day separates only
    from itself, so a day with two launches counts when one of them fits.
    """
    day = account.mention.day
    if day is None or day.first is None or day.last is None:
        return ()
    within = [w for w in days if w[0] == account.mention.country and day.first <= w[1] <= day.last]
    return tuple(sorted(w for w in within if any(not separation(account, other) for other in days[w])))


def lacks_year(account: Account) -> bool:
    """True for an account of a known country that names month and day, or was filed on one, without a year."""
    day = account.mention.day
    if day is None or day.first is not None or not account.mention.country:
        return False
    return day.filed is not None or day_of_year(day.verbatim) is not None


def same_day_of_a_year(
    account: Account, days: Mapping[Where, Sequence[Telling]], traits_of: Callable[[Telling], Traits]
) -> tuple[Where, ...]:
    """The one year's day whose launch the account's hour, place or figures name too; every day that fits when two do.

    A day of the year on which nothing else agrees is no candidate: launches fall on the same days in other years.
    """
    return clearly_best(account, [where for where in days if where[0] == account.mention.country], days, traits_of)


def clearly_best(
    account: Account,
    among: Sequence[Where],
    days: Mapping[Where, Sequence[Telling]],
    traits_of: Callable[[Telling], Traits],
) -> tuple[Where, ...]:
    """The day whose launch fits clearly better than those of the others; else all on which more than the day agrees."""
    fits: dict[Where, Fit] = {}
    for where in among:
        dated = on_day(account, where[1])
        if dated is None:
            continue
        found = (_fit(account, other, dated, traits_of) for other in days[where])
        if best_of_day := max((each for each in found if each and each.telling), key=_net, default=None):
            fits[where] = best_of_day
    best = clear_best((where[1].isoformat(), found) for where, found in fits.items())
    return tuple(sorted(where for where in fits if not best or where[1].isoformat() == best))


def _net(fit: Fit) -> int:
    return fit.net


def _fit(account: Account, other: Telling, dated: Dated, traits_of: Callable[[Telling], Traits]) -> Fit | None:
    mine, theirs = traits_of(account), traits_of(other)
    found = weighed(dated, mine, theirs)
    if found is None or not enough_of_a_day(mine, theirs) or separation(account, other):
        return None
    return found
