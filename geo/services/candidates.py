"""To which launch a report belongs: the link with its score and runner-up, or what fits when it has no day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geo.association.account import Account, Known, accounts
from geo.association.fitting import fit
from geo.model.launch import LaunchEvent, MentionRole
from geo.model.reading import Reading
from geo.model.report import Citation, Report, Span
from geo.model.source_record import SourceRecord
from geo.services.dossier import safe_label
from geo.services.library import Library
from geo.services.pipeline import compile_readings

MOST_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A launch a report fits: its id, a label in our own words, the score of the evidence, and that in words."""

    event_id: str
    label: str
    score: int
    reasons: str


@dataclass(frozen=True, slots=True)
class Links:
    """`lines`: a launch the report is linked to, or a new one, with score, reasons and runner-up, one each.

    `missing` says what the report would have to tell where its day is unknown. Where nothing else
    has `linked` it, `candidates` are the launches it fits, the best first.
    """

    lines: tuple[str, ...]
    missing: str = ""
    linked: bool = True
    candidates: tuple[Candidate, ...] = ()


def links(reading: Reading, others: Sequence[Reading], library: Library, records: Sequence[SourceRecord] = ()) -> Links:
    """To which launch of `others` and `records` a report, read and placed, would be linked, and why."""
    report = reading.report
    each = sorted({one.report.id: one for one in (*others, reading)}.items())
    events = compile_readings(tuple(one for _, one in each), library, records).events
    account = next(iter(accounts(reading, MentionRole.SUBJECT)), None)
    lines = tuple(_lines(report, events, account))
    day = account.mention.day if account else None
    if account is None or (day is not None and day.first is not None):
        return Links(lines)
    missing = day.missing if day and day.missing else "The day of the launch is not told."
    linked = [event for event in events if _tells(event, report) and len(_reports(event)) > 1]
    if linked:
        return Links(lines, f"{missing} It is linked by what else it tells; a date of publication would settle it.")
    fits = ranked(account, [event for event in events if not _tells(event, report)])
    return Links(lines, f"{missing} Give the date of publication, or compare the launches below.", False, fits)


def ranked(account: Account, events: Sequence[LaunchEvent]) -> tuple[Candidate, ...]:
    """The launches of the same country that an account fits by more than a weekday, the best first, at most eight."""
    found = []
    for event in events:
        known = Known(event)
        country = account.mention.country
        if known.where is None or (country and country != event.country):
            continue
        evidence = fit(account, known, known.where[1])
        if evidence is not None and (evidence.telling or evidence.narrow):
            found.append(Candidate(event.id, safe_label(event), evidence.score, evidence.words))
    return tuple(sorted(found, key=lambda each: (-each.score, each.event_id))[:MOST_CANDIDATES])


def _lines(report: Report, events: Sequence[LaunchEvent], account: Account | None) -> Iterator[str]:
    others = [event for event in events if not _tells(event, report)]
    runner_up = next(iter(ranked(account, others)), None) if account else None
    beaten = " No other launch of the record fits."
    if runner_up:
        beaten = f" Runner-up: {runner_up.label}, score {runner_up.score} ({runner_up.reasons})."
    for event in events:
        if not _tells(event, report):
            continue
        rest = _without(event, report)
        known = rest is not None
        label = safe_label(event) if known else f"A new launch, {safe_label(event)}"
        reasons = [reason for reason in event.reasons if report.id in reason] or event.reasons
        own = account is not None and any(claim in event.claims for claim in account.claims)
        scored = _scored(account, rest) if own and account and rest else ""
        told = " ".join(reasons).replace(account.title, "This report") if account else " ".join(reasons)
        yield f"{label}. {told}{scored}{beaten if own else ''}"


def _scored(account: Account, rest: LaunchEvent) -> str:
    known = Known(rest)
    evidence = fit(account, known, known.where[1]) if known.where else None
    return f" Score {evidence.score} ({evidence.words})." if evidence else ""


def _without(event: LaunchEvent, report: Report) -> LaunchEvent | None:
    """The launch as all others tell it; None when the report alone does."""
    rest = tuple(claim for claim in event.claims if not _is_of(claim.evidence, report))
    return replace(event, claims=rest, preferred={}) if rest else None


def _tells(event: LaunchEvent, report: Report) -> bool:
    return any(_is_of(claim.evidence, report) for claim in event.claims)


def _is_of(evidence: Span | Citation, report: Report) -> bool:
    return isinstance(evidence, Span) and evidence.report_id == report.id


def _reports(event: LaunchEvent) -> set[str]:
    spans = {claim.evidence.report_id for claim in event.claims if isinstance(claim.evidence, Span)}
    return spans | {c.evidence.source_id for c in event.claims if isinstance(c.evidence, Citation)}
