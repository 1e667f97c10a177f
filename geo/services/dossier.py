"""One launch for the panel: what was claimed, where it differs, who is cited. Words only, no layout."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.discrepancy.badge import badge, badge_words, summary
from geo.model.claim import Attribute, Claim, Value
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent, Notice
from geo.model.place import NamedPlace, Place
from geo.model.quantity import Quantity
from geo.model.report import Citation, DateBasis, Report
from geo.model.source import Source
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import MissileType, Outcome
from geo.services.citations import CitedSource, cited_sources
from geo.services.differences import Difference, gather
from geo.services.library import Library
from geo.services.pipeline import Record
from geo.services.speakers import speaker_in_words
from geo.services.wording import (
    ATTRIBUTE_TITLES,
    day_in_words,
    place_in_words,
    time_in_zones,
    value_in_words,
)

ORDER = tuple(ATTRIBUTE_TITLES)


@dataclass(frozen=True, slots=True)
class Reference:
    """Where a claim stands: the report or record in words, and its link ("" when there is none).

    `is_ours` says that the label holds nothing but names of data/sources and figures.
    """

    label: str
    url: str
    is_ours: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim, or one that several records repeat, as a row.

    `value` is in words, `detail` what it resolves to, `words` the exact sentence.

    `value_is_ours` says that `value` holds nothing but figures and terms of this project.
    """

    claim_id: str
    value: str
    detail: str
    speaker: str
    words: str
    references: tuple[Reference, ...]
    preferred: bool
    superseded: bool
    value_is_ours: bool


@dataclass(frozen=True, slots=True)
class Block:
    """All claims on one attribute, the preferred first, and what comparing them found, worst first."""

    attribute: Attribute
    title: str
    rows: tuple[ClaimRow, ...]
    differences: tuple[Difference, ...]

    @property
    def contradictory(self) -> bool:
        return any(difference.finding_class.is_contradiction for difference in self.differences)


@dataclass(frozen=True, slots=True)
class Dossier:
    """`label` is day and place in our own words, `headline` two lines anyone can quote; contradictory blocks first.

    `badge` is the worst class in words, with how many attributes have it.
    """

    event_id: str
    label: str
    headline: tuple[str, ...]
    summary: str
    worst: FindingClass
    badge: str
    blocks: tuple[Block, ...]
    not_stated: tuple[str, ...]
    sources: tuple[CitedSource, ...]
    reports: tuple[Report, ...]
    day_reasoning: str
    reasons: tuple[str, ...]
    notices: tuple[Notice, ...]


def open_dossier(record: Record, event: LaunchEvent, library: Library) -> Dossier:
    findings = record.findings[event.id]
    blocks = [block for attribute in ORDER if (block := _block(record, event, attribute, findings, library.sources))]
    present = {block.attribute for block in blocks}
    reports = _reports(record, event)
    return Dossier(
        event_id=event.id,
        label=safe_label(event),
        headline=_headline(event, library.sources),
        summary=summary(findings),
        worst=badge(findings),
        badge=badge_words(findings),
        blocks=tuple(sorted(blocks, key=lambda block: (not block.contradictory, ORDER.index(block.attribute)))),
        not_stated=tuple(ATTRIBUTE_TITLES[attribute].lower() for attribute in ORDER if attribute not in present),
        sources=cited_sources(record, event, library.sources),
        reports=reports,
        day_reasoning=_day_reasoning(event),
        reasons=event.reasons,
        notices=event.notices + _reading_notices(record, reports),
    )


def event_day(event: LaunchEvent) -> str:
    """The local day in words, "Oct 2021" style bounds when it is not one day, or that it is unknown."""
    day = event.day
    if day is None or day.first is None or day.last is None:
        return "Date unknown"
    if day.first == day.last:
        return day_in_words(day.first)
    return f"{day_in_words(day.first)} – {day_in_words(day.last)}"


def event_place(event: LaunchEvent) -> str:
    """The preferred launch place with its province, as the gazetteer names them; the words if unresolved."""
    claim = preferred_claim(event, Attribute.LAUNCH_PLACE) or preferred_claim(event, Attribute.ADMIN_AREA)
    if claim is None or not isinstance(claim.value, NamedPlace):
        return "place not stated"
    resolution = claim.value.resolution
    if not isinstance(resolution, Place):
        return claim.value.verbatim
    return ", ".join(part for part in (resolution.name, resolution.admin_area) if part)


def safe_label(event: LaunchEvent) -> str:
    """Day and place in our own words only, fit for a widget's label: a name no gazetteer has is left out."""
    claim = preferred_claim(event, Attribute.LAUNCH_PLACE) or preferred_claim(event, Attribute.ADMIN_AREA)
    named = claim is not None and isinstance(claim.value, NamedPlace) and isinstance(claim.value.resolution, Place)
    return f"{event_day(event)} · {event_place(event) if named else 'place not resolved'}"


def preferred_claim(event: LaunchEvent, attribute: Attribute) -> Claim | None:
    claim_id = event.preferred.get(attribute)
    return event.claim(claim_id) if claim_id else None


def _headline(event: LaunchEvent, sources: Mapping[str, Source]) -> tuple[str, ...]:
    lines = []
    for attribute in (Attribute.MISSILE_TYPE, Attribute.COUNT):
        claim = preferred_claim(event, attribute)
        if claim is not None:
            lines.append(f"{value_in_words(claim.value)}: {speaker_in_words(claim, sources)}")
    return tuple(lines)


def _block(
    record: Record,
    event: LaunchEvent,
    attribute: Attribute,
    findings: Sequence[Finding],
    sources: Mapping[str, Source],
) -> Block | None:
    claims = event.of(attribute)
    if not claims:
        return None
    mine = tuple(finding for finding in findings if finding.attribute is attribute)
    preferred = event.preferred.get(attribute)
    outdated = {f.claim_ids[0] for f in mine if f.rule == "claimant-said-later"}
    rows = _told_once(_row(record, claim, claim.id == preferred, claim.id in outdated, sources) for claim in claims)
    rows.sort(key=lambda row: (not row.preferred, not row.words, row.superseded))
    return Block(attribute, ATTRIBUTE_TITLES[attribute], tuple(rows), gather(event, mine, sources))


def _row(record: Record, claim: Claim, preferred: bool, superseded: bool, sources: Mapping[str, Source]) -> ClaimRow:
    value = claim.value
    return ClaimRow(
        claim_id=claim.id,
        value=value_in_words(value),
        detail=_detail(value),
        speaker=speaker_in_words(claim, sources),
        words=claim.words,
        references=(_reference(record, claim, sources),),
        preferred=preferred,
        superseded=superseded,
        value_is_ours=isinstance(value, Quantity | Outcome) or (isinstance(value, MissileType) and not value.name),
    )


def _detail(value: Value) -> str:
    if isinstance(value, TimeSpan | ClockTime):
        return time_in_zones(value)
    return place_in_words(value) if isinstance(value, NamedPlace) else ""


def _told_once(rows: Iterable[ClaimRow]) -> list[ClaimRow]:
    """Rows that differ in nothing but where they stand become one, with all references."""
    once: dict[tuple[object, ...], ClaimRow] = {}
    for row in rows:
        key = (row.value, row.detail, row.speaker, row.words, row.superseded)
        known = once.get(key)
        if known is None:
            once[key] = row
        else:
            references = tuple(dict.fromkeys(known.references + row.references))
            once[key] = replace(known, references=references, preferred=known.preferred or row.preferred)
    return list(once.values())


def _reference(record: Record, claim: Claim, sources: Mapping[str, Source]) -> Reference:
    if isinstance(claim.evidence, Citation):
        source = sources.get(claim.evidence.source_id)
        publisher = source.name if source else claim.evidence.source_id
        said = f", {day_in_words(claim.said.day)}" if claim.said else ""
        unreviewed = ", unreviewed" if "unreviewed" in claim.extractor else ""
        return Reference(f"{publisher}{said}{unreviewed}", claim.evidence.url, source is not None)
    report = record.report(claim.evidence.report_id)
    return Reference(report_label(report), report.url) if report else Reference("", "")


def report_label(report: Report) -> str:
    """Publisher and date of a report, with how the date is known: "publisher unknown, 19 Oct 2021 (inferred)"."""
    publisher = report.outlet or "publisher unknown"
    if report.published is None:
        return f"{publisher}, publication date unknown"
    basis = "" if report.published.basis is DateBasis.STATED else f" ({report.published.basis.value})"
    return f"{publisher}, {day_in_words(report.published.day)}{basis}"


def _reports(record: Record, event: LaunchEvent) -> tuple[Report, ...]:
    ids = dict.fromkeys(c.evidence.report_id for c in event.claims if not isinstance(c.evidence, Citation))
    return tuple(report for report_id in ids if (report := record.report(report_id)))


def _day_reasoning(event: LaunchEvent) -> str:
    if event.day is None:
        return "No report says on which day the launch was."
    said = f"“{event.day.verbatim}”: " if event.day.verbatim else ""
    return f"{said}{event.day.reasoning or event.day.missing or event_day(event)}."


def _reading_notices(record: Record, reports: Sequence[Report]) -> tuple[Notice, ...]:
    ids = {report.id for report in reports}
    found = [notice for reading in record.readings if reading.report.id in ids for notice in reading.notices]
    return tuple(dict.fromkeys(found))
