"""The sources a launch's reports cite: each once, with every form in which it is cited."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geo.model.attribution import Speaker
from geo.model.claim import Claim
from geo.model.launch import LaunchEvent
from geo.model.report import Citation
from geo.model.source import Source
from geo.services.pipeline import Record


@dataclass(frozen=True, slots=True)
class CitedSource:
    """`name` as data/sources has it, else as written; `forms` are the reports' own words with their cue.

    `claims` counts the claims on this launch of which it is the originator, `relayed` those
    it passed on. `url` is its home page as data/sources has it.
    """

    source_id: str
    name: str
    kind: str
    country: str
    forms: tuple[str, ...]
    claims: int
    relayed: int
    url: str = ""


def cited_sources(record: Record, event: LaunchEvent, sources: Mapping[str, Source]) -> tuple[CitedSource, ...]:
    """Every source cited in the reports of `event`, in the order of first mention."""
    gathered: dict[str, list[Speaker]] = {}
    for speaker in _speakers(record, event):
        for source_id in speaker.source_ids or (speaker.as_written,):
            gathered.setdefault(source_id, []).append(speaker)
    return tuple(_cited(source_id, speakers, event, sources) for source_id, speakers in gathered.items())


def _speakers(record: Record, event: LaunchEvent) -> Iterator[Speaker]:
    report_ids = {c.evidence.report_id for c in event.claims if not isinstance(c.evidence, Citation)}
    in_reports = [
        speaker for reading in record.readings if reading.report.id in report_ids for speaker in reading.cited
    ]
    in_claims = [speaker for claim in event.claims for speaker in claim.attribution.chain]
    spoken = [speaker for speaker in (*in_reports, *in_claims) if speaker.as_written or speaker.source_ids]
    spoken = [speaker for speaker in spoken if speaker.source_ids != ("OUTLET",)]
    yield from sorted(dict.fromkeys(spoken), key=lambda s: (s.span.report_id, s.span.start) if s.span else ("", 0))


def _cited(source_id: str, speakers: list[Speaker], event: LaunchEvent, sources: Mapping[str, Source]) -> CitedSource:
    source = sources.get(source_id)
    return CitedSource(
        source_id=source_id,
        name=source.name if source else speakers[0].as_written,
        kind=source.kind.value if source else "not in the list of sources",
        country=source.country if source else "",
        forms=tuple(dict.fromkeys(_form(speaker) for speaker in speakers if speaker.span)),
        claims=sum(_is(claim.attribution.originator, source_id) for claim in event.claims),
        relayed=sum(_relays(claim, source_id) for claim in event.claims),
        url=source.home_page if source else "",
    )


def _form(speaker: Speaker) -> str:
    jointly = " (jointly)" if len(speaker.source_ids) > 1 else ""
    cue = f" · {speaker.cue}" if speaker.cue else ""
    return f"“{speaker.as_written}”{cue}{jointly}"


def _is(speaker: Speaker, source_id: str) -> bool:
    return source_id in speaker.source_ids or (not speaker.source_ids and speaker.as_written == source_id)


def _relays(claim: Claim, source_id: str) -> bool:
    return any(_is(speaker, source_id) for speaker in claim.attribution.relays)
