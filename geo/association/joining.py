"""Launches that reports tell of to the launches of the record: joined when exactly one fits, else said why not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from geo.association.account import Known
from geo.association.separation import agreement, separation
from geo.model.launch import LaunchEvent, Notice, NoticeKind

Where = tuple[str, date]


def join(told: Sequence[LaunchEvent], known: Sequence[Known], where: Where) -> list[LaunchEvent]:
    """The known launches of one day and country with the reports' launches that fit them, and the others as they are.

    A launch told in reports joins the known one that nothing tells apart from it. When
    several fit, it joins the only one whose time or place it names; when none or two are
    so named, or when another launch of the reports fits that same one, it joins none, and a
    notice names the candidates.
    """
    if not known:
        return list(told)
    linked = [each for each in told if not _in_doubt(each)]
    homes = {each.id: _homes(each, known) for each in linked}
    joined: dict[str, list[LaunchEvent]] = {each.event.id: [] for each in known}
    apart: list[LaunchEvent] = []
    for each in linked:
        fitting = homes[each.id]
        if len(fitting) == 1 and not _contested(each, homes):
            joined[fitting[0].event.id].append(each)
        else:
            apart.append(_named(each, fitting, where) if fitting else each)
    renamed = {each.id: name for name, group in joined.items() for each in group}
    doubtful = [_renamed(each, renamed) for each in told if _in_doubt(each)]
    return [*(extended(each.event, joined[each.event.id]) for each in known), *apart, *doubtful]


def extended(known: LaunchEvent, told: Sequence[LaunchEvent]) -> LaunchEvent:
    """The known launch with all claims, reasons and notices of the others added; its id and day stay."""
    if not told:
        return known
    fits = "Nothing tells the launch of the reports apart from this one, and no other of the day fits as well."
    return replace(
        known,
        claims=(*known.claims, *(claim for each in told for claim in each.claims)),
        reasons=(*known.reasons, *(reason for each in told for reason in each.reasons), fits),
        notices=(*known.notices, *(notice for each in told for notice in each.notices)),
    )


def _homes(told: LaunchEvent, known: Sequence[Known]) -> list[Known]:
    fitting = [each for each in known if not separation(Known(told), each)]
    named = [each for each in fitting if agreement(Known(told), each)]
    return named if len(named) == 1 else fitting


def _contested(told: LaunchEvent, homes: Mapping[str, list[Known]]) -> bool:
    return any(name != told.id and fitting == homes[told.id] for name, fitting in homes.items())


def _named(told: LaunchEvent, fitting: Sequence[Known], where: Where) -> LaunchEvent:
    country, day = where
    names = " and ".join(each.event.id for each in fitting)
    other = "" if len(fitting) > 1 else ", which another launch of the reports fits as well"
    sentence = f"This launch of {day.isoformat()} ({country}) fits {names}{other}. It is linked to none."
    return replace(told, notices=(*told.notices, Notice(NoticeKind.AMBIGUOUS_LINK, sentence)))


def _in_doubt(told: LaunchEvent) -> bool:
    return any(notice.kind is NoticeKind.AMBIGUOUS_LINK for notice in told.notices)


def _renamed(told: LaunchEvent, names: Mapping[str, str]) -> LaunchEvent:
    return replace(told, notices=tuple(_with_names(told.notices, names)))


def _with_names(notices: Sequence[Notice], names: Mapping[str, str]) -> Iterator[Notice]:
    for notice in notices:
        sentence = notice.sentence
        for old, new in names.items():
            sentence = sentence.replace(old, new)
        yield replace(notice, sentence=sentence)
