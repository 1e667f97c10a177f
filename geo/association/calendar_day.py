"""The Korean day of a launch from the days its records give."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from geo.association.profile import Profile
from geo.model.launch import LaunchDay
from geo.model.timespan import TimePrecision


def agreed_day(members: Sequence[Profile]) -> LaunchDay:
    """The day, or the days left open, that most records support; one of the records' own, never a mean.

    Reviewed records go before those read by rule, then the number of publishers, then a
    record with a clock time, then the narrower. A first of the month that stands against a
    reviewed month alone is a table's filler: the month stays. Records that exclude the day
    are named in its reasoning.
    """
    chosen = min(members, key=lambda each: _rank(each, members))
    dissent = sorted({f"{each.publisher} {_words(each)}" for each in members if not _overlap(each, chosen)})
    if not dissent:
        return chosen.record.day
    says = f"{chosen.publisher} gives {_words(chosen)}; dated otherwise by {', '.join(dissent)}"
    reasoning = "; ".join(part for part in (chosen.record.day.reasoning, says) if part)
    return replace(chosen.record.day, reasoning=reasoning)


def _rank(one: Profile, members: Sequence[Profile]) -> tuple[bool, int, int, bool, int, date, str]:
    support = [each for each in members if _overlap(each, one)]
    reviewed = {each.publisher for each in support if each.reviewed}
    publishers = {each.publisher for each in support}
    filler = any(_is_filler(one, each) for each in members)
    return filler, -len(reviewed), -len(publishers), not one.times, (one.last - one.first).days, one.first, one.id


def _is_filler(one: Profile, month: Profile) -> bool:
    first_of_month = one.dated and one.first.day == 1 and not one.times
    return first_of_month and month.record.day.precision is TimePrecision.MONTH and _overlap(one, month)


def _overlap(one: Profile, other: Profile) -> bool:
    return one.first <= other.last and other.first <= one.last


def _words(one: Profile) -> str:
    if one.record.day.precision is TimePrecision.MONTH:
        return one.first.strftime("%Y-%m")
    return one.first.isoformat() if one.dated else f"{one.first.isoformat()} to {one.last.isoformat()}"
