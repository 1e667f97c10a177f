"""Which speakers answer for a word of a sentence: clauses divide them, relays stand outside, originators inside."""

import re
from functools import lru_cache

from geo.extraction.lexicon import CueKind, Lexicon
from geo.extraction.voices import Voice
from geo.model.attribution import Attribution, Speaker
from geo.model.report import Span
from geo.model.source import SourceKind

_BREAK = re.compile(r";\s|,? (?:but|while|whereas|although|though) (?:the )?|, and (?:the )?")
_RELATIVE = re.compile(
    r"\b(?!sa|clai|confirm|announc|add|report|told|warn|believ|conclud|stat|not|estimat)[\w-]+"
    r" (?:that|which) (?:the )?\Z|\b(?:including|and) (?:at least )?one \Z|\b(?:missile|projectile|rocket) \Z"
)
_ONE_THEY = re.compile(r"one \w+s\Z")  # "including one experts believe": of that one they speak
_WHICH = re.compile(r", which (?:the )?\Z")
_PREPOSITION = re.compile(r"\b(?:from|at|into|off|toward|towards)\s")
_FIGURE_OF = re.compile(
    r"\b(?:the|a)\s[\w,.]{1,9}\s?(?:km|kilomet(?:er|re)s|miles|minutes|seconds|missiles|projectiles)\s(?:that\s|which\s)?\Z"
)
_RELAYS = {SourceKind.WIRE, SourceKind.NEWSPAPER, SourceKind.BROADCASTER, SourceKind.UNKNOWN}
OUTLET = Attribution((Speaker("", ("OUTLET",)),))


def chain_at(text: str, voices: tuple[Voice, ...], at: int, lexicon: Lexicon) -> tuple[Voice, ...]:
    """The voices behind the word at character `at`, outermost first; empty when the outlet itself speaks."""
    start, end = _segment(text, voices, at)
    covering = [voice for voice in voices if start <= voice.cue_start < end or start <= voice.start < end]
    covering = [voice for voice in covering if _covers(text, voice, at, start)]
    if not covering:
        return ()
    narrow = [voice for voice in covering if _is_inside(text, voice) and _narrowed(text, voice, at)]
    if narrow:
        return (narrow[-1],)
    inner = [voice for voice in covering if voice.kind is CueKind.CITE and not voice.before]
    nouns = [voice for voice in covering if voice.kind is CueKind.CITE and voice.before]
    if nouns:
        return (nouns[-1],)
    relays = [voice for voice in covering if _is_relay(voice, lexicon) and voice not in inner]
    others = [voice for voice in covering if voice not in relays and voice not in inner]
    origin = inner[-1:] or _nearest(others, at) or _nearest(relays, at)
    outer = [voice for voice in relays if voice not in origin]
    if inner and others and not relays:
        outer = _nearest(others, at)
    return tuple(_distinct([*outer, *origin]))


def attribution_of(chain: tuple[Voice, ...], report_id: str, lexicon: Lexicon) -> Attribution:
    """The chain as the model keeps it."""
    if not chain:
        return OUTLET
    return Attribution(tuple(speaker_of(voice, report_id, lexicon) for voice in chain))


def speaker_of(voice: Voice, report_id: str, lexicon: Lexicon) -> Speaker:
    """A voice as the model keeps it."""
    kinds = {lexicon.sources[source_id].kind for source_id in voice.source_ids}
    return Speaker(
        as_written=voice.words,
        source_ids=voice.source_ids,
        cue=voice.cue,
        anonymous=SourceKind.ANONYMOUS in kinds,
        span=Span(report_id, voice.at, voice.at + len(voice.words)),
    )


def _segment(text: str, voices: tuple[Voice, ...], at: int) -> tuple[int, int]:
    """The stretch of the sentence around `at` between breaks at which a new voice begins to speak."""
    starts = {voice.start for voice in voices if voice.before}
    breaks = [end for at, end in _breaks(text) if any(at <= start <= end + 12 for start in starts)]
    edges = [0, *breaks, len(text)]
    below = max(edge for edge in edges if edge <= at)
    above = min((edge for edge in edges if edge > at), default=len(text))
    return below, above


@lru_cache(maxsize=256)
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _BREAK.finditer(text))


def _covers(text: str, voice: Voice, at: int, start: int) -> bool:
    """A cited report speaks only after it; a name-giver only from its own words on; others for the whole clause."""
    if voice.kind is CueKind.CITE and voice.before:
        return at >= voice.end
    if _is_inside(text, voice):
        covered = _narrowed(text, voice, at)
        if covered is not None:
            return covered
    if voice.kind is CueKind.ASSESS and voice.before:
        return at >= voice.start or voice.start - start < 40
    if voice.kind is CueKind.DETECT:
        return at >= voice.start or voice.start - start < 60
    return True


def _is_inside(text: str, voice: Voice) -> bool:
    """Does a speaker follow other words without a mark between them, as in a relative clause?"""
    return voice.before and voice.start > 1 and text[voice.start - 2].isalnum()


def _narrowed(text: str, voice: Voice, at: int) -> bool | None:
    """Whether a speaker inside a noun phrase speaks of the word at `at`; None for one that is in none."""
    before = text[max(0, voice.start - 40) : voice.start]
    if voice.kind is CueKind.ASSESS:
        named = _WHICH.search(before)  # "..., which Tokyo called an ICBM, flew 600 km"
        return voice.start <= at < _clause_end(text, voice.cue_end) if named else None
    if _RELATIVE.search(before) or _ONE_THEY.match(voice.words):
        return at >= voice.start  # "a missile that officials said failed": they speak of the failure alone
    if before.endswith("what ") and voice.kind is CueKind.SAY:
        return voice.cue_end <= at and not _PREPOSITION.search(text, voice.cue_end, at)  # "what Tokyo said were six"
    told = _FIGURE_OF.search(text, max(0, voice.start - 34), voice.start)
    # "Less than the 700 km Tokyo announced": that figure alone.
    return told.start() <= at < voice.start if told is not None else None


def _clause_end(text: str, at: int) -> int:
    close = text.find(", ", at)
    return close if close >= 0 else len(text)


def _is_relay(voice: Voice, lexicon: Lexicon) -> bool:
    kinds = [lexicon.sources[source_id].kind for source_id in voice.source_ids]
    return bool(kinds) and all(kind in _RELAYS for kind in kinds)


def _nearest(voices: list[Voice], at: int) -> list[Voice]:
    """The voice whose statement this is: the latest to open before the word, else the first to close after it."""
    stated = [voice for voice in voices if voice.kind is not CueKind.DETECT] or voices
    opened = [voice for voice in stated if voice.cue_end <= at]
    assessing = [voice for voice in opened if voice.kind is CueKind.ASSESS]
    if assessing:
        return assessing[-1:]
    closing = [voice for voice in stated if voice.cue_end > at]
    return closing[:1] if closing and not opened else opened[-1:]


def _distinct(chain: list[Voice]) -> list[Voice]:
    """No speaker twice in a row of relays: "KCNA said, it added"."""
    kept: list[Voice] = []
    for voice in chain:
        if all(voice.identity != other.identity for other in kept):
            kept.append(voice)
    return kept
