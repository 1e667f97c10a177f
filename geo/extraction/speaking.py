"""When each speaker spoke: the day a sentence names, carried on to what the same speaker says after it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from geo.extraction.chains import OUTLET
from geo.extraction.lexicon import Effect, Lexicon
from geo.extraction.mentions import Frame
from geo.extraction.speakers import NounPhrase
from geo.extraction.voices import Voice
from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Claim
from geo.model.report import EARLIER_STATEMENT, DateBasis, Publication, Span
from geo.model.source import SourceKind

_CORRECTION_REACH = 110
_CORRECTED = re.compile(
    r"\b(?:later (?:said|says|announced|gave|put)"
    r"|(?:revis|correct|updat|rais|lower|adjust|amend|chang)(?:es|ed|e|s|ing)?\b[^.;]{0,70}\bto"
    r"|(?:revis|correct|updat|chang)(?:es|ed|e|s|ing)? (?:its|their|his|that|the|an?) (?:\w+ ){0,2}"
    r"(?:assessment|estimate|figure|count|statement|announcement|analysis|tally)s?\b[^.;]{0,50}"
    r"\b(?:said|saying|putting|gave|giving|says|put)\b[^.;]{0,60})\b[^.;\d]{0,40}\Z",
    re.IGNORECASE,
)
_OFFICIAL = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY})
__all__ = ["EARLIER_STATEMENT", "in_own_voice", "settled", "when_said", "with_corrections"]


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


def in_own_voice(
    claims: Iterable[Claim], outlet: str, named: Iterable[NounPhrase], owner: str, lexicon: Lexicon
) -> Iterator[Claim]:
    """What a ministry's release or the launching country's state media say themselves is said by that office.

    The publisher of any other report is no party to the launch: its own words stay those of the outlet. `named` is
    whom the name of the outlet names.
    """
    offices = [each for each in named if each.roles and (each.start, each.end) == (0, len(outlet))]
    ids = offices[0].source_ids if offices else ()
    known = lexicon.sources[ids[0]] if len(ids) == 1 else None
    state_media = known is not None and known.kind is SourceKind.STATE_MEDIA and known.country == owner
    office = known is not None and (known.kind in _OFFICIAL or state_media)
    itself = Attribution((Speaker(outlet, ids),))
    for claim in claims:
        yield replace(claim, attribution=itself) if office and claim.attribution == OUTLET else claim


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


def with_corrections(claims: Iterable[Claim], published: Publication | None) -> Iterator[Claim]:
    """What a speaker is told to have corrected is an earlier statement of it: "said 650 km, later revised to 700 km".

    Only values of the attribute that the correction gives anew, told before it of the same launch.
    """
    kept = list(claims)
    for at, new in enumerate(kept):
        if published is None or not _corrects(new):
            continue
        for index, old in enumerate(kept[:at]):
            same = (old.attribute, old.launch, _speaker(old)) == (new.attribute, new.launch, _speaker(new))
            if same and old.value != new.value and old.scope == new.scope and not _corrects(old):
                kept[index] = replace(old, said=replace(published, basis=DateBasis.INFERRED, note=EARLIER_STATEMENT))
    yield from kept


def _corrects(claim: Claim) -> bool:
    """Does the value stand after a word of correcting in its sentence, and is it no earlier one itself?"""
    if claim.value_span is None or not isinstance(claim.evidence, Span) or not _names(claim):
        return False
    opens = claim.value_span.start - claim.evidence.start
    return _CORRECTED.search(claim.words[max(0, opens - _CORRECTION_REACH) : opens]) is not None


def _speaker(claim: Claim) -> tuple[str, ...]:
    speaker = claim.attribution.originator
    return speaker.source_ids or (speaker.as_written,)


def _names(claim: Claim) -> bool:
    return claim.said is not None and claim.said.note != EARLIER_STATEMENT
