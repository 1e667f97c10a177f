"""What a report would add, before it is kept."""

from dataclasses import dataclass

from geo.model.claim import Claim
from geo.model.launch import Notice
from geo.model.reading import Reading
from geo.model.report import EARLIER_STATEMENT, Report
from geo.services.library import Library
from geo.services.model_extractor import Extractor
from geo.services.reading import placed, rules_of
from geo.services.wording import ATTRIBUTE_TITLES, attribution_in_words, day_in_words, value_in_words


@dataclass(frozen=True, slots=True)
class PreviewRow:
    attribute: str
    value: str
    speaker: str
    launch: str
    words: str
    rules: str  # ids of the reading rules that made the claim


@dataclass(frozen=True, slots=True)
class Preview:
    """`worth_keeping` is False when the text reports no launch; `notices` then says why."""

    reading: Reading
    rows: tuple[PreviewRow, ...]
    notices: tuple[Notice, ...]
    worth_keeping: bool


def preview(
    report: Report, library: Library, notices: tuple[Notice, ...] = (), extractor: Extractor | None = None
) -> Preview:
    """Reads the report as it would be read once kept; `notices` are those of decoding. The rules read by default."""
    reading = placed((extractor or rules_of(library))(report), library.gazetteer)
    launches = {mention.key: _launch(mention.day) for mention in reading.mentions}
    rows = tuple(
        PreviewRow(
            attribute=ATTRIBUTE_TITLES[claim.attribute],
            value=value_in_words(claim.value) + (", since changed" if _is_changed(claim) else ""),
            speaker=attribution_in_words(claim.attribution),
            launch=launches.get(claim.launch, ""),
            words=claim.words,
            rules=", ".join(claim.rules),
        )
        for claim in reading.claims
    )
    return Preview(reading, rows, notices + reading.notices, reading.is_launch_report and bool(rows))


def _is_changed(claim: Claim) -> bool:
    """Whether the report calls the value an earlier statement of its speaker."""
    return claim.said is not None and claim.said.note == EARLIER_STATEMENT


def _launch(day: object) -> str:
    first, verbatim = getattr(day, "first", None), getattr(day, "verbatim", "")
    return day_in_words(first) if first else f"date unknown ({verbatim or 'no day given'})"
