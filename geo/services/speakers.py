"""Who speaks, in words: a report's own words for its speakers, the names of data/sources for a data set's."""

from collections.abc import Iterable, Mapping

from geo.model.attribution import Speaker
from geo.model.claim import Claim
from geo.model.report import Citation
from geo.model.source import Source, SourceKind
from geo.services.wording import attribution_in_words

OFFICIAL = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY, SourceKind.STATE_MEDIA})


def observers(families: Iterable[str], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The families that speak for a state, in their order: who compiles or reports adds no observation."""
    official = {source.family for source in sources.values() if source.kind in OFFICIAL}
    return tuple(family for family in families if family in official)


def speaker_name(speaker: Speaker, sources: Mapping[str, Source]) -> str:
    """The name data/sources gives, jointly named speakers together, else the words of the report."""
    known = [sources[source_id].name for source_id in speaker.source_ids if source_id in sources]
    return " and ".join(known) or speaker.as_written or "the report itself"


def speaker_in_words(claim: Claim, sources: Mapping[str, Source]) -> str:
    """Originator and relays as a report writes them; of a record the originator alone."""
    if isinstance(claim.evidence, Citation):
        return speaker_name(claim.attribution.originator, sources)
    return attribution_in_words(claim.attribution)
