"""What a report would add, before it is kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geo.model.launch import Notice
from geo.model.reading import Reading
from geo.model.report import Citation, Report, Span
from geo.model.source_record import SourceRecord
from geo.services.dossier import safe_label
from geo.services.library import Library
from geo.services.pipeline import compile_record
from geo.services.reading import read_report
from geo.services.wording import ATTRIBUTE_TITLES, attribution_in_words, day_in_words, value_in_words


@dataclass(frozen=True, slots=True)
class PreviewRow:
    attribute: str
    value: str
    speaker: str
    launch: str
    words: str


@dataclass(frozen=True, slots=True)
class Preview:
    """`worth_keeping` is False when the text reports no launch; `notices` then says why."""

    reading: Reading
    rows: tuple[PreviewRow, ...]
    notices: tuple[Notice, ...]
    worth_keeping: bool


def preview(report: Report, library: Library, notices: tuple[Notice, ...] = ()) -> Preview:
    """Reads the report as it would be read once kept; `notices` are those of decoding."""
    reading = read_report(report, library)
    launches = {mention.key: _launch(mention.day) for mention in reading.mentions}
    rows = tuple(
        PreviewRow(
            attribute=ATTRIBUTE_TITLES[claim.attribute],
            value=value_in_words(claim.value),
            speaker=attribution_in_words(claim.attribution),
            launch=launches.get(claim.launch, ""),
            words=claim.words,
        )
        for claim in reading.claims
    )
    return Preview(reading, rows, notices + reading.notices, reading.is_launch_report and bool(rows))


def links(
    report: Report, others: Sequence[Report], library: Library, records: Sequence[SourceRecord] = ()
) -> tuple[str, ...]:
    """To which launch of `others` and `records` the report would be linked, and why: a line for each it tells of."""
    return tuple(_links(report, others, library, records))


def _links(
    report: Report, others: Sequence[Report], library: Library, records: Sequence[SourceRecord]
) -> Iterator[str]:
    for event in compile_record([*others, report], library, records).events:
        told_by = {claim.evidence.report_id for claim in event.claims if isinstance(claim.evidence, Span)}
        if report.id in told_by:
            known = len(told_by) > 1 or any(isinstance(claim.evidence, Citation) for claim in event.claims)
            label = safe_label(event) if known else f"A new launch, {safe_label(event)}"
            reasons = [reason for reason in event.reasons if report.id in reason] or event.reasons
            yield f"{label}. {' '.join(reasons)}"


def _launch(day: object) -> str:
    first, verbatim = getattr(day, "first", None), getattr(day, "verbatim", "")
    return day_in_words(first) if first else f"date unknown ({verbatim or 'no day given'})"
