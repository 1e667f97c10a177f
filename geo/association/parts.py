"""Of what a record speaks when a launch has parts: its claims get the scope of the part, so that parts are not
compared with the whole as if they were the same."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from geo.association.evidence import SAME_MINUTE
from geo.association.operations import second_report
from geo.association.profile import Minutes, Profile
from geo.model.claim import Attribute, Claim, Scope, ScopeKind


def scopes(members: Sequence[Profile], neighbours: Sequence[Profile]) -> Mapping[str, Scope]:
    """Scope of the records, by id, that speak of a part; `neighbours` are records of the day's other launches.

    A publisher that lists a launch in several records speaks of one part in each, numbered
    by time. Where another record counts the whole day, all others speak of a part of it.
    """
    found: dict[str, Scope] = {}
    whole = {each.id for each in members if tells_whole_day(each, members, neighbours)}
    for listing in sorted({each.listing or each.id for each in members}):
        own = _parts([each for each in members if (each.listing or each.id) == listing])
        if len(own) > 1:
            found |= {each.id: Scope(ScopeKind.SALVO, number) for number, each in enumerate(own, start=1)}
        elif whole and own[0].id not in whole:
            found[own[0].id] = Scope(ScopeKind.SALVO)
    return found


def scoped(claims: Iterable[Claim], scope: Scope | None, publisher: str) -> tuple[Claim, ...]:
    """The claims with that scope, where they state none; except a count that the publisher quotes.

    A missile is numbered within its part: the first of one part is not the first of the
    launch. A time or distance it quotes stands beside its own for the part; a count that
    another speaker gave is of what that speaker told of, and the publisher's parts are its own.
    """
    if scope is None:
        return tuple(claims)
    return tuple(_scoped(each, scope, publisher) for each in claims)


def _scoped(claim: Claim, part: Scope, publisher: str) -> Claim:
    if claim.scope.kind is ScopeKind.MISSILE:
        within = f"part {part.index}" if part.index else "part"
        return replace(claim, scope=replace(claim.scope, of=claim.scope.of or within))
    return replace(claim, scope=part) if _of_part(claim, publisher) else claim


def _of_part(claim: Claim, publisher: str) -> bool:
    if claim.scope.kind is not ScopeKind.UNSTATED:
        return False
    return claim.attribute is not Attribute.COUNT or claim.attribution.originator.source_ids == (publisher,)


def _parts(own: Sequence[Profile]) -> list[Profile]:
    """Without second reports, which speak of all of it again."""
    ordered = sorted(own, key=lambda each: (each.times[:1] or ((0, 0),), each.id))
    kept = [each for each in ordered if not any(second_report(first, each) for first in ordered if first is not each)]
    return kept or ordered


def tells_whole_day(record: Profile, members: Sequence[Profile], neighbours: Sequence[Profile]) -> bool:
    """Whether a record tells of another launch of the day too: a time that only that one has, or more missiles.

    Only a record whose publisher tells nothing else of that day can be meant for all of it.
    """
    if any(each.publisher == record.publisher for each in neighbours):
        return False
    others = [each for each in members if each is not record]
    if any(_near(at, neighbours) and not _near(at, others) for at in record.times):
        return True
    here = [max(each.counts)[1] for each in members if each.publisher != record.publisher and each.counts]
    return bool(neighbours and here and record.counts and min(record.counts)[0] > max(here))


def _near(at: Minutes, told: Sequence[Profile]) -> bool:
    return any(abs(at[0] - there[0]) <= SAME_MINUTE for each in told for there in each.times)
