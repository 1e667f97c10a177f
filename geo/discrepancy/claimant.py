"""Who claims: the same claimant or another, when it spoke, which independent families stand behind a value."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date, datetime

from geo.model.attribution import Speaker
from geo.model.claim import Attribute, Claim
from geo.model.launch import LaunchEvent
from geo.model.report import EARLIER_STATEMENT, Span
from geo.model.source import Source, SourceKind

OUTLET = "OUTLET"
_NO_KIN, _NAMELESS = frozenset[str](), frozenset({""})


def claimant_and_kin(claim: Claim, sources: Mapping[str, Source]) -> tuple[Hashable, frozenset[str]]:
    """A key equal for two claims of one originator, and its families.

    Joint speakers are one claimant when their sets of ids are equal. An anonymous originator
    and a report in its own voice are the same only within one report: two unnamed officials
    are never taken for one.
    """
    speaker = claim.attribution.originator
    ids = speaker.source_ids
    if is_anonymous(speaker, sources):
        return ("anonymous", document(claim), speaker.as_written.casefold()), _NO_KIN
    if ids.count(OUTLET) < len(ids):
        return frozenset(ids), _kin(ids, sources)
    if speaker.as_written and not ids:
        return ("name", " ".join(speaker.as_written.casefold().split())), _NO_KIN
    return ("outlet", document(claim)), _kin(ids, sources)


def is_anonymous(speaker: Speaker, sources: Mapping[str, Source]) -> bool:
    if speaker.anonymous:
        return True
    for each in speaker.source_ids:
        known = sources.get(each)
        if known is not None and known.kind is SourceKind.ANONYMOUS:
            return True
    return False


def is_outlet(speaker: Speaker) -> bool:
    return set(speaker.source_ids) == {OUTLET} or not (speaker.as_written or speaker.source_ids)


def document(claim: Claim) -> str:
    """The report or the record in which the claim stands."""
    if isinstance(claim.evidence, Span):
        return claim.evidence.report_id
    return f"{claim.evidence.source_id} {claim.evidence.url} {claim.evidence.record_id}"


def statement(claim: Claim) -> Hashable:
    """Equal for claims of one document that were said at one time: one statement of each speaker."""
    return (document(claim), when_said(claim))


def when_said(claim: Claim) -> tuple[date, datetime | None] | None:
    return None if claim.said is None else (claim.said.day, claim.said.instant)


def is_withdrawn(claim: Claim) -> bool:
    """Whether the report itself calls the value an earlier statement, changed since."""
    return claim.said is not None and claim.said.note == EARLIER_STATEMENT


def earlier(first: Claim, second: Claim) -> bool | None:
    """Whether the first was said before the second; None when the order is unknown.

    In one document a value the document calls an earlier statement comes before any other.
    Else instants decide where both have one, calendar days otherwise; two statements of one
    day without hours have no order. Of a value some report calls earlier it is known only
    that it was said before that report.
    """
    if first.said is None or second.said is None:
        return None
    withdrawn = is_withdrawn(first), is_withdrawn(second)
    if withdrawn[0] is not withdrawn[1] and document(first) == document(second):
        return withdrawn[0]
    if first.said.instant and second.said.instant and first.said.instant != second.said.instant:
        before = first.said.instant < second.said.instant
    elif first.said.day == second.said.day:
        return None
    else:
        before = first.said.day < second.said.day
    return None if withdrawn[1 if before else 0] else before


def families(claim: Claim, sources: Mapping[str, Source]) -> frozenset[str]:
    """Families of the claim's originators; none for anonymous, unknown and outlet speakers."""
    speaker = claim.attribution.originator
    return _NO_KIN if is_anonymous(speaker, sources) else _kin(speaker.source_ids, sources)


def _kin(ids: Iterable[str], sources: Mapping[str, Source]) -> frozenset[str]:
    return frozenset([sources[each].family for each in ids if each in sources]) - _NAMELESS


def corroboration(event: LaunchEvent, attribute: Attribute, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Independent families that say anything on the attribute, sorted. Their number is the corroboration at most;
    `geo.discrepancy.backing.backing` says which of them agree with one claim."""
    return tuple(sorted({family for claim in event.of(attribute) for family in families(claim, sources)}))


def said_by(claims: Iterable[Claim], day: date) -> tuple[Claim, ...]:
    """The claims made by the end of a day, in their order; those of unknown date stay."""
    return tuple(claim for claim in claims if claim.said is None or claim.said.day <= day)
