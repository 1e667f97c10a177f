"""Accounts that leave a few days open, or the year: linked to the one known launch that fits, or to none."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from geo.association.account import Account, Telling
from geo.association.fitting import Fit, clear_best, day_of_year, fit
from geo.association.separation import separation

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
    """True for an account of a known country that names month and day, but nothing tells the year."""
    day = account.mention.day
    unbounded = day is not None and day.first is None and bool(account.mention.country)
    return unbounded and day is not None and day_of_year(day.verbatim) is not None


def same_day_of_a_year(account: Account, days: Mapping[Where, Sequence[Telling]]) -> tuple[Where, ...]:
    """The one year's day whose launch the account's hour, place or weapon names too; every day that fits when two do.

    A day of the year on which nothing else agrees is no candidate: launches fall on the same days in other years.
    """
    fits: dict[Where, Fit] = {}
    for where in (each for each in days if each[0] == account.mention.country):
        found = [each for other in days[where] if (each := fit(account, other, where[1])) and each.telling]
        if found:
            fits[where] = max(found, key=lambda each: each.score)
    best = clear_best((where[1].isoformat(), found) for where, found in fits.items())
    return tuple(sorted(where for where in fits if not best or where[1].isoformat() == best))
