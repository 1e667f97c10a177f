"""When each speaker spoke: the day a sentence names, carried on to what the same speaker says after it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from geo.extraction.lexicon import Effect, Lexicon
from geo.extraction.mentions import Frame
from geo.extraction.voices import Voice
from geo.model.claim import Claim
from geo.model.report import EARLIER_STATEMENT, DateBasis, Publication

__all__ = ["EARLIER_STATEMENT", "settled", "when_said"]


def when_said(
    text: str, frame: Frame, chain: tuple[Voice, ...], published: Publication | None, lexicon: Lexicon, at: int = 0
) -> Publication | None:
    """The day of speaking a sentence names, else the publication; a statement changed since is marked.

    `at` is where the value stands: only what follows "first said", up to the next word that
    attributes, is the earlier statement ("first said missiles, then corrected that and said projectiles").
    """
    if chain and frame.said is not None and frame.said.first is not None:
        return Publication(frame.said.first, DateBasis.STATED, note=f"“{frame.said.words}”: {frame.said.reasoning}")
    if chain and published is not None and _is_changed_since(text, at, lexicon):
        return replace(published, basis=DateBasis.INFERRED, note=EARLIER_STATEMENT)
    return published


def _is_changed_since(text: str, at: int, lexicon: Lexicon) -> bool:
    before = [found for found in lexicon.contexts.find(text) if found.value is Effect.EARLIER and found.start <= at]
    if not before:
        return False
    return not any(before[-1].end <= cue.start < at for cue in lexicon.cues.find(text[:at]))


def settled(claims: Iterable[Claim], published: Publication | None) -> Iterator[Claim]:
    """Undated claims of a speaker whose day the report names: that day after it, no day at all before it.

    The day of publication would put words spoken in one breath on two days, and the later
    would seem to correct the earlier.
    """
    kept = list(claims)
    dated = {
        _speaker(claim) for claim in kept if claim.said is not None and claim.said is not published and _names(claim)
    }
    latest: dict[tuple[str, ...], Publication] = {}
    for claim in kept:
        speaker = _speaker(claim)
        if claim.said is not None and _names(claim) and claim.said is not published:
            latest[speaker] = claim.said
        elif speaker in dated and claim.said is published:
            claim = replace(claim, said=latest.get(speaker))
        yield claim


def _speaker(claim: Claim) -> tuple[str, ...]:
    speaker = claim.attribution.originator
    return speaker.source_ids or (speaker.as_written,)


def _names(claim: Claim) -> bool:
    return claim.said is not None and claim.said.note != EARLIER_STATEMENT
