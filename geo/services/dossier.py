"""One launch for the panel: what was claimed, where it differs, who is cited. Words only, no layout."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geo.discrepancy.backing import backing
from geo.discrepancy.badge import attributes_of_worst, badge, summary
from geo.discrepancy.own import SAID_LATER
from geo.model.claim import Attribute, Claim, Value
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent, Notice
from geo.model.place import NamedPlace, Place, UnknownPlace
from geo.model.quantity import Quantity
from geo.model.report import Citation, DateBasis, Report
from geo.model.source import Source
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import MissileType, Outcome
from geo.services.citations import CitedSource, cited_sources
from geo.services.differences import Difference, gather
from geo.services.history import Moment, history_of
from geo.services.library import Library
from geo.services.pipeline import Record
from geo.services.speakers import observers, speaker_in_words
from geo.services.wording import (
    ATTRIBUTE_TITLES,
    day_in_words,
    place_in_words,
    time_in_zones,
    value_in_words,
)
from geo.symbology import drawn_places

ORDER = tuple(ATTRIBUTE_TITLES)
NONE_STATED = "none stated"


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

    `value_is_ours` says that `value` holds nothing but figures and terms of this project,
    `speaker_is_ours` that `speaker` is a name of data/sources.
    `families` are the families of speakers behind the value: its speaker's own, and those of
    claims that agree with it; `independent` are those that speak for a state.
    `place` is the place of a place claim, None for others.
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
    speaker_is_ours: bool
    families: tuple[str, ...] = ()
    independent: tuple[str, ...] = ()
    place: NamedPlace | None = None


@dataclass(frozen=True, slots=True)
class StatedValue:
    """One value with all who gave it: the sides that stand beside each other in a block."""

    value: str
    detail: str
    value_is_ours: bool
    rows: tuple[ClaimRow, ...]

    @property
    def preferred(self) -> bool:
        return any(row.preferred for row in self.rows)

    @property
    def superseded(self) -> bool:
        return all(row.superseded for row in self.rows)

    @property
    def families(self) -> tuple[str, ...]:
        """Families of speakers that stand behind the value, sorted."""
        return tuple(sorted({family for row in self.rows for family in row.families}))

    @property
    def independent(self) -> tuple[str, ...]:
        """Those of them that speak for a state: the corroboration is their number."""
        return tuple(sorted({family for row in self.rows for family in row.independent}))


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

    @property
    def values(self) -> tuple[StatedValue, ...]:
        """The claims by value: the preferred value, then those that contradict another, superseded ones last."""
        opposed = {
            side.value for each in self.differences if each.finding_class.is_contradiction for side in each.sides
        }
        sides: dict[tuple[str, str, bool], list[ClaimRow]] = {}
        for row in self.rows:
            sides.setdefault((row.value, row.detail, row.value_is_ours), []).append(row)
        stated = [StatedValue(*side, tuple(rows)) for side, rows in sides.items()]
        return tuple(sorted(stated, key=lambda it: (not it.preferred, it.value not in opposed, it.superseded)))


@dataclass(frozen=True, slots=True)
class Dossier:
    """`label` is day and place in our own words, `headline` two lines anyone can quote; contradictory blocks first.

    `worst` is the badge, `attributes` how many attributes have it.
    """

    event_id: str
    label: str
    headline: tuple[str, ...]
    summary: str
    worst: FindingClass
    attributes: int
    blocks: tuple[Block, ...]
    not_stated: tuple[str, ...]
    sources: tuple[CitedSource, ...]
    reports: tuple[Report, ...]
    day_reasoning: str
    reasons: tuple[str, ...]
    notices: tuple[Notice, ...]
    history: tuple[Moment, ...]

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every report and record the claims stand in, each once."""
        return tuple(dict.fromkeys(each for block in self.blocks for row in block.rows for each in row.references))


def open_dossier(record: Record, event: LaunchEvent, library: Library, viewer: str = "") -> Dossier:
    """`viewer` is the IANA name of the reader's time zone, "" when unknown: times are told in it too."""
    findings = record.findings[event.id]
    told = (_block(record, event, attribute, findings, library, viewer) for attribute in ORDER)
    blocks = [block for block in told if block]
    present = {block.attribute for block in blocks}
    reports = _reports(record, event)
    return Dossier(
        event_id=event.id,
        label=safe_label(event),
        headline=_headline(event, library.sources),
        summary=summary(findings),
        worst=badge(findings),
        attributes=attributes_of_worst(findings),
        blocks=tuple(sorted(blocks, key=lambda block: (not block.contradictory, ORDER.index(block.attribute)))),
        not_stated=tuple(ATTRIBUTE_TITLES[attribute].lower() for attribute in ORDER if attribute not in present),
        sources=cited_sources(record, event, library.sources),
        reports=reports,
        day_reasoning=_day_reasoning(event),
        reasons=event.reasons,
        notices=tuple(dict.fromkeys(event.notices + _reading_notices(record, reports))),
        history=history_of(event, findings, library.sources),
    )


def event_day(event: LaunchEvent) -> str:
    """The local day in words, "Oct 2021" style bounds when it is not one day, or that it is unknown."""
    return days_in_words(event.day.first, event.day.last) if event.day else days_in_words(None, None)


def days_in_words(first: date | None, last: date | None) -> str:
    """Bounds of a local day, both included, as event_day words them."""
    if first is None or last is None:
        return "Date unknown"
    return day_in_words(first) if first == last else f"{day_in_words(first)} – {day_in_words(last)}"


def event_place(event: LaunchEvent) -> str:
    """The preferred launch place with its province, as the gazetteer names them; else the words with our English."""
    match _place_value(event):
        case None:
            return "place not stated"
        case NamedPlace(resolution=Place() as place):
            return _place_in_words(place)
        case NamedPlace(resolution=UnknownPlace(translation=str(english))) as value if english:
            return f"{english} ({value.verbatim})"
        case value:
            return value.verbatim


def safe_label(event: LaunchEvent) -> str:
    """Day and the place the map draws first, in our own words only, fit for a widget's label.

    A name no gazetteer has is left out: where the preferred claim gives one, another's place
    stands for it, else our English for it, where there is one.
    """
    match drawn_places(event), _place_value(event):
        case [first, *_], _:
            place = _place_in_words(first)
        case _, NamedPlace(resolution=UnknownPlace(translation=str(english))) if english:
            place = english
        case _:
            place = "place not resolved"
    return f"{event_day(event)} · {place}"


def _place_in_words(place: Place) -> str:
    return ", ".join(part for part in (place.name, place.admin_area) if part)


def _place_value(event: LaunchEvent) -> NamedPlace | None:
    claim = preferred_claim(event, Attribute.LAUNCH_PLACE) or preferred_claim(event, Attribute.ADMIN_AREA)
    return claim.value if claim and isinstance(claim.value, NamedPlace) else None


def preferred_claim(event: LaunchEvent, attribute: Attribute) -> Claim | None:
    claim_id = event.preferred.get(attribute)
    return event.claim(claim_id) if claim_id else None


def _headline(event: LaunchEvent, sources: Mapping[str, Source]) -> tuple[str, ...]:
    lines = []
    for attribute in (Attribute.COUNT, Attribute.MISSILE_TYPE):
        claim = preferred_claim(event, attribute)
        said = f"{value_in_words(claim.value)} ({speaker_in_words(claim, sources)})" if claim else NONE_STATED
        lines.append(f"{ATTRIBUTE_TITLES[attribute]}: {said}")
    return tuple(lines)


def _block(
    record: Record,
    event: LaunchEvent,
    attribute: Attribute,
    findings: Sequence[Finding],
    library: Library,
    viewer: str,
) -> Block | None:
    claims = event.of(attribute)
    if not claims:
        return None
    mine = tuple(finding for finding in findings if finding.attribute is attribute)
    preferred = event.preferred.get(attribute)
    outdated = {f.claim_ids[0] for f in mine if f.rule == SAID_LATER}
    told = [
        replace(_row(record, claim, library, viewer), preferred=claim.id == preferred, superseded=claim.id in outdated)
        for claim in claims
    ]
    rows = _told_once(_backed(row, event, mine, library.sources) for row in told)
    rows.sort(key=lambda row: (not row.preferred, not row.words, row.superseded))
    return Block(attribute, ATTRIBUTE_TITLES[attribute], tuple(rows), gather(event, mine, library.sources))


def _backed(row: ClaimRow, event: LaunchEvent, findings: Sequence[Finding], sources: Mapping[str, Source]) -> ClaimRow:
    families = backing(row.claim_id, event, findings, sources)
    return replace(row, families=families, independent=observers(families, sources))


def _row(record: Record, claim: Claim, library: Library, viewer: str) -> ClaimRow:
    sources = library.sources
    value, originator = claim.value, claim.attribution.originator
    return ClaimRow(
        claim_id=claim.id,
        value=value_in_words(value),
        detail=_detail(value, viewer),
        speaker=speaker_in_words(claim, sources),
        words=claim.words,
        references=(_reference(record, claim, sources),),
        preferred=False,
        superseded=False,
        value_is_ours=isinstance(value, Quantity | Outcome) or (isinstance(value, MissileType) and not value.name),
        speaker_is_ours=isinstance(claim.evidence, Citation) and any(each in sources for each in originator.source_ids),
        place=value if isinstance(value, NamedPlace) else None,
    )


def _detail(value: Value, viewer: str) -> str:
    if isinstance(value, TimeSpan | ClockTime):
        return time_in_zones(value, viewer)
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
            once[key] = replace(
                known,
                references=references,
                preferred=known.preferred or row.preferred,
                families=tuple(sorted({*known.families, *row.families})),
                independent=tuple(sorted({*known.independent, *row.independent})),
            )
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
