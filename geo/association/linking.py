"""Readings to events: accounts of one day and country that nothing tells apart become one launch."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from geo.association.account import Account, Known, Telling, accounts, position
from geo.association.joining import join
from geo.association.naming import event_id, event_order
from geo.association.placing import Placement, placements
from geo.association.separation import separation
from geo.model.launch import LaunchEvent, MentionRole, Notice, NoticeKind
from geo.model.reading import Reading
from geo.model.report import Citation, Span

Where = tuple[str, date]


def associate(readings: Sequence[Reading], known: Sequence[LaunchEvent] = ()) -> tuple[LaunchEvent, ...]:
    """Launch events of all readings and of the record, by day then id; undated ones last.

    Subject accounts of one local day and one country are one event unless something
    separates them. An account that fits two launches that are told apart is linked to
    neither: it becomes its own event, with a notice that names both. Undated accounts, and
    those without a country, are events of their own. Claims about a background launch join
    the event of that very day and country, when there is exactly one. An account that leaves
    a few days open, names a day without its year, or no more than a weekday, joins the one
    known launch that fits (geo.association.placing); when two days fit, none. What fits
    exactly one launch of `known` joins it; those keep their ids and all they hold. The order
    of the readings and repeated readings change nothing.
    """
    unique = {reading.report.id: reading for reading in readings}
    ordered = [unique[name] for name in sorted(unique)]
    record = _by_day(known)
    subjects = [account for reading in ordered for account in accounts(reading, MentionRole.SUBJECT)]
    days: dict[Where, list[Account]] = {where: [] for where in record}
    lone: list[Account] = []
    for account in subjects:
        where = _where(account)
        if where is None:
            lone.append(account)
        else:
            days.setdefault(where, []).append(account)
    told: dict[Where, list[Telling]] = {where: [*group, *record.get(where, ())] for where, group in days.items()}
    placed = placements(lone, told)
    for account, where in _on_one_day(lone, placed):
        days[where].append(account)
    background = _background(ordered)
    events = [each for each in known if Known(each).where is None]
    for where, group in days.items():
        events += _of_day(where, group, background.get(where, []), record.get(where, []))
    unplaced = (account for account in lone if not placed[account.key].only)
    events += [_undated(account, placed[account.key].days) for account in unplaced]
    return tuple(sorted(events, key=event_order))


def _on_one_day(
    lone: Iterable[Account], placed: Mapping[tuple[str, str], Placement]
) -> Iterable[tuple[Account, Where]]:
    for account in lone:
        found = placed[account.key]
        if found.only:
            yield replace(account, placed=found.reason), found.only


def _by_day(known: Sequence[LaunchEvent]) -> Mapping[Where, list[Known]]:
    found: dict[Where, list[Known]] = {}
    for each in sorted((Known(event) for event in known), key=lambda each: each.event.id):
        if each.where is not None:
            found.setdefault(each.where, []).append(each)
    return found


def _where(account: Account) -> Where | None:
    day = account.day
    return (account.mention.country, day) if day and account.mention.country else None


def _background(readings: Sequence[Reading]) -> Mapping[Where, list[Account]]:
    found: dict[Where, list[Account]] = {}
    for reading in readings:
        for account in accounts(reading, MentionRole.BACKGROUND):
            if (where := _where(account)) is not None:
                found.setdefault(where, []).append(account)
    return found


def _of_day(
    where: Where, group: Sequence[Account], background: Sequence[Account], known: Sequence[Known]
) -> list[LaunchEvent]:
    """Events of one day and country; background claims join only a day with a single event."""
    doubtful = _fit_two(group)
    launches = _launches([account for account in group if account.key not in doubtful])
    single = len(launches) == 1 and not doubtful and not known
    told = [_event(where, launch, single) for launch in launches]
    told += [_doubtful(where, account, launches) for account in group if account.key in doubtful]
    events = join(told, known, where)
    if len(events) != 1:
        return events
    joining = [each for each in background if each.claims and not separation(each, Known(events[0]))]
    joining = [each for each in joining if not _own(each, launches)]
    return [_with_background(events[0], joining, where)] if joining else events


def _own(background: Account, launches: Sequence[Sequence[Account]]) -> bool:
    """A report that tells of a launch in passing is not about it as well."""
    return any(separation(background, account) for launch in launches for account in launch)


def _fit_two(group: Sequence[Account]) -> set[tuple[str, str]]:
    """Keys of the accounts that could be one launch with two others that are told apart from each other.

    What is left without them falls into groups in which nothing separates any two.
    """
    apart: dict[tuple[str, str], set[tuple[str, str]]] = {account.key: set() for account in group}
    for one, other in combinations(group, 2):
        if separation(one, other):
            apart[one.key].add(other.key)
            apart[other.key].add(one.key)
    doubtful = set()
    for account in group:
        fitting = apart.keys() - apart[account.key] - {account.key}
        if any(apart[key] & fitting for key in fitting if apart[key]):
            doubtful.add(account.key)
    return doubtful


def _launches(group: Sequence[Account]) -> list[list[Account]]:
    """Groups of accounts that nothing separates, in the order of their keys."""
    launches: list[list[Account]] = []
    for account in sorted(group, key=lambda each: each.key):
        home = next((launch for launch in launches if not separation(account, launch[0])), None)
        if home is None:
            launches.append([account])
        else:
            home.append(account)
    return launches


def _event(where: Where, launch: Sequence[Account], single: bool) -> LaunchEvent:
    country, day = where
    told = [account for account in launch if account.day] or [account for account in launch if account.mention.day]
    return LaunchEvent(
        id=event_id(country, day.isoformat(), "" if single else ":".join(launch[0].key)),
        claims=tuple(sorted((claim for account in launch for claim in account.claims), key=position)),
        day=told[0].mention.day if told else None,
        country=country,
        reasons=_reasons(launch, where, single),
        notices=_notices(launch),
    )


def _with_background(event: LaunchEvent, background: Sequence[Account], where: Where) -> LaunchEvent:
    claims = (claim for account in background for claim in account.claims)
    own = [claim for claim in event.claims if isinstance(claim.evidence, Citation)]
    reported = sorted((*(claim for claim in event.claims if isinstance(claim.evidence, Span)), *claims), key=position)
    reasons = (_background_reason(account, where) for account in background)
    return replace(event, claims=(*own, *reported), reasons=(*event.reasons, *reasons))


def _doubtful(where: Where, account: Account, launches: Sequence[Sequence[Account]]) -> LaunchEvent:
    country, day = where
    candidates = [launch for launch in launches if not separation(account, launch[0])]
    names = " and ".join(event_id(country, day.isoformat(), ":".join(launch[0].key)) for launch in candidates)
    which = f": {names}" if names else ", which are themselves in doubt"
    sentence = f"{account.title} fits two launches of {day.isoformat()} ({country}){which}. It is linked to neither."
    return LaunchEvent(
        id=event_id(country, day.isoformat(), ":".join(account.key)),
        claims=account.claims,
        day=account.mention.day,
        country=country,
        reasons=("Not linked: more than one launch fits.",),
        notices=(*_notices([account]), Notice(NoticeKind.AMBIGUOUS_LINK, sentence)),
    )


def _undated(account: Account, fitting: Sequence[Where] = ()) -> LaunchEvent:
    """An account whose day, or whose country, is not told: never linked, never dated by guess.

    `fitting` are the days it could mean when there is more than one; a notice names them.
    """
    day = account.mention.day
    notices = _notices([account])
    if fitting:
        days = " and ".join(where[1].isoformat() for where in fitting)
        sentence = f"{account.title} names no day and fits launches of {days}. It is linked to none of them."
        notices = (*notices, Notice(NoticeKind.AMBIGUOUS_LINK, sentence))
    missing = day.missing if day and day.missing else "The day of the launch is not told."
    reason = "Not linked: the country is not told." if account.day else f"Not linked: {missing}"
    dated = account.day.isoformat() if account.day else "undated"
    return LaunchEvent(
        id=event_id(account.mention.country, dated, ":".join(account.key)),
        claims=account.claims,
        day=day,
        country=account.mention.country,
        reasons=(reason,),
        notices=notices,
    )


def _reasons(launch: Sequence[Account], where: Where, single: bool) -> tuple[str, ...]:
    country, day = where
    if len(launch) == 1 and not single and launch[0].day:
        return (f"{launch[0].title} tells of a launch of {day.isoformat()} ({country}).",)
    if len(launch) == 1 and single:
        return (f"{launch[0].title} alone tells of this launch of {day.isoformat()} ({country}).",)
    return tuple(
        f"{account.title} tells of a launch of {day.isoformat()} ({country}); nothing tells it apart from the others."
        if account.day
        else f"{account.title} {account.placed}."
        for account in launch
    )


def _background_reason(account: Account, where: Where) -> str:
    country, day = where
    return f"{account.title} mentions it in passing, by its day {day.isoformat()} ({country}), the only launch then."


def _notices(launch: Sequence[Account]) -> tuple[Notice, ...]:
    """What a reader noticed in reports that are about this launch alone."""
    return tuple(dict.fromkeys(notice for account in launch if account.alone for notice in account.notices))
