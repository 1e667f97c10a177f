"""How the telling of a launch changed: who gave another value later, on a line of days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.discrepancy.own import SAID_LATER
from geo.model.claim import Claim
from geo.model.finding import Finding
from geo.model.launch import LaunchEvent
from geo.model.source import Source
from geo.services.speakers import speaker_in_words
from geo.services.wording import ATTRIBUTE_TITLES, day_in_words, value_in_words

_LINE_LENGTH = 30  # characters, which fit the panel of a screen 390 px wide


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on the line: a value and, where its speaker had said otherwise before, what it replaced.

    `day` is when it was said, as far as its report or record tells; None when unknown.
    `replaced` is "" for the first value of a speaker who gave another one later.
    """

    day: date | None
    speaker: str
    attribute: str
    value: str
    replaced: str = ""

    @property
    def is_revision(self) -> bool:
        return bool(self.replaced)


def history_of(event: LaunchEvent, findings: Sequence[Finding], sources: Mapping[str, Source]) -> tuple[Moment, ...]:
    """First values and what replaced them, the earliest day first, unknown days last; () when nobody changed a value.

    What several records repeat of one speaker is one moment, on the earliest day it is told.
    """
    claims = {claim.id: claim for claim in event.claims}
    moments: dict[tuple[str, ...], Moment] = {}
    for finding in findings:
        if finding.rule == SAID_LATER:
            older, newer = (claims[claim_id] for claim_id in finding.claim_ids[:2])
            for moment in (_moment(older, "", sources), _moment(newer, value_in_words(older.value), sources)):
                _keep_earliest(moments, moment)
    revised = {(m.speaker, m.attribute, m.value) for m in moments.values() if m.is_revision}
    told = [m for m in moments.values() if m.is_revision or (m.speaker, m.attribute, m.value) not in revised]
    return tuple(sorted(told, key=lambda m: (m.day or date.max, m.is_revision, m.attribute, m.speaker)))


def time_line(history: Sequence[Moment]) -> str:
    """The days of the history on a line true to scale, for a font of one width: ○ first said, ↺ said anew.

    Below it the first day and the last; "" when all was said on one day, or no day is known.
    """
    days = {moment.day: moment.is_revision for moment in history if moment.day}
    if len(days) < 2:
        return ""
    first, last = min(days), max(days)
    line = ["─"] * _LINE_LENGTH
    for day, is_revision in days.items():
        line[round((day - first) / (last - first) * (_LINE_LENGTH - 1))] = "↺" if is_revision else "○"
    begin, end = day_in_words(first), day_in_words(last)
    return f"{''.join(line)}\n{begin}{end:>{_LINE_LENGTH - len(begin)}}"


def _moment(claim: Claim, replaced: str, sources: Mapping[str, Source]) -> Moment:
    day = claim.said.day if claim.said else None
    title = ATTRIBUTE_TITLES[claim.attribute]
    return Moment(day, speaker_in_words(claim, sources), title, value_in_words(claim.value), replaced)


def _keep_earliest(moments: dict[tuple[str, ...], Moment], moment: Moment) -> None:
    key = (moment.speaker, moment.attribute, moment.value, moment.replaced)
    known = moments.get(key)
    if known is None or (moment.day or date.max) < (known.day or date.max):
        moments[key] = moment
