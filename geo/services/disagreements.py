"""Who disagrees with whom, how often and about what: each comparison of two speakers on one attribute of a launch."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from geo.discrepancy.badge import HISTORY, rank
from geo.model.attribution import Speaker
from geo.model.claim import Attribute, Claim
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.quantity import Quantity
from geo.model.source import Source
from geo.services.dossier import safe_label
from geo.services.pipeline import Record
from geo.services.speakers import OFFICIAL, speaker_name

COMPARED = (
    FindingClass.AGREES,
    FindingClass.LESS_PRECISE,
    FindingClass.OVERLAPPING,
    FindingClass.CONTRADICTORY_MINOR,
    FindingClass.CONTRADICTORY_MAJOR,
)
_LEFT_OUT = {HISTORY, "shares a speaker"}  # a joint statement beside one of its own speakers is no other view
Bound = tuple[float, str]  # the greatest gap of a step, and its words
STEPS: Mapping[Attribute, tuple[Bound, ...]] = {
    Attribute.LAUNCH_TIME: (
        (0, "none"),
        (1, "1 min"),
        (2, "2 min"),
        (5, "3 to 5 min"),
        (10, "6 to 10 min"),
        (60, "11 to 60 min"),
        (float("inf"), "over an hour"),
    ),
    Attribute.RANGE: (
        (0, "none"),
        (10, "up to 10 km"),
        (50, "over 10 to 50 km"),
        (100, "over 50 to 100 km"),
        (200, "over 100 to 200 km"),
        (float("inf"), "over 200 km"),
    ),
    Attribute.COUNT: (
        (0, "none"),
        (1, "1 missile"),
        (2, "2 missiles"),
        (5, "3 to 5 missiles"),
        (float("inf"), "over 5 missiles"),
    ),
}
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two speakers on one attribute of one launch: the worst class of today between them, and its findings.

    `one` and `other` are names in alphabetical order, `official` whether both speak for a
    state. `gap` is the largest of the worst class, None where it has none.
    """

    event_id: str
    label: str
    day: date | None
    attribute: Attribute
    one: str
    other: str
    official: bool
    worst: FindingClass
    gap: Quantity | None
    sentences: tuple[str, ...]

    @property
    def pair(self) -> tuple[str, str]:
        return self.one, self.other


@dataclass(frozen=True, slots=True)
class Tally:
    """How many meetings there were, how many were contradictory, and on which launches those were."""

    compared: int
    contradictory: int
    launches: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.contradictory / self.compared if self.compared else 0.0


def meetings(record: Record, sources: Mapping[str, Source]) -> tuple[Meeting, ...]:
    """Every meeting of two claimants, by launch; one speaker's own changes are no disagreement."""
    return tuple(meeting for event in record.events for meeting in _meetings(event, record.findings[event.id], sources))


def tally(met: Iterable[Meeting], key: Callable[[Meeting], Key]) -> dict[Key, Tally]:
    """Meetings counted by a key, in the order in which the keys first come."""
    groups: dict[Key, list[Meeting]] = {}
    for meeting in met:
        groups.setdefault(key(meeting), []).append(meeting)
    return {name: _tally(group) for name, group in groups.items()}


def gap_step(meeting: Meeting) -> str | None:
    """The step of the distribution of gaps a meeting falls in; None where its attribute has none.

    A contained or overlapping figure has no gap: the two do not exclude each other.
    """
    steps = STEPS.get(meeting.attribute)
    if steps is None:
        return None
    gap = meeting.gap.lower if meeting.gap else 0.0
    return next(words for most, words in steps if gap <= most)


def busiest(met: Sequence[Meeting], most: int) -> tuple[str, ...]:
    """The speakers with the most meetings, the busiest first."""
    counts: dict[str, int] = {}
    for meeting in met:
        for name in meeting.pair:
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:most])


def _tally(group: Sequence[Meeting]) -> Tally:
    bad = [meeting for meeting in group if meeting.worst.is_contradiction]
    return Tally(len(group), len(bad), tuple(dict.fromkeys(meeting.event_id for meeting in bad)))


def _meetings(event: LaunchEvent, findings: Sequence[Finding], sources: Mapping[str, Source]) -> Iterable[Meeting]:
    claims = {claim.id: claim for claim in event.claims}
    found: dict[tuple[Attribute, str, str], list[Finding]] = {}
    speakers: dict[str, Speaker] = {}
    for finding in findings:
        if finding.finding_class in COMPARED and not _LEFT_OUT & set(finding.flags):
            names = _names([claims[each] for each in finding.claim_ids], sources, speakers)
            if len(names) == 2:
                found.setdefault((finding.attribute, names[0], names[1]), []).append(finding)
    day = event.day.first if event.day else None
    for (attribute, one, other), group in found.items():
        worst = min((each.finding_class for each in group), key=rank)
        these = [each for each in group if each.finding_class is worst]
        gaps = [each.gap for each in these if each.gap is not None]
        official = all(_is_official(speakers[name], sources) for name in (one, other))
        yield Meeting(
            event.id,
            safe_label(event),
            day,
            attribute,
            one,
            other,
            official,
            worst,
            max(gaps, key=lambda gap: gap.lower, default=None),
            tuple(dict.fromkeys(each.sentence for each in these)),
        )


def _names(claims: Sequence[Claim], sources: Mapping[str, Source], speakers: dict[str, Speaker]) -> list[str]:
    """The names of the two sides, sorted; fewer or more when it is no comparison of two speakers."""
    names = set()
    for claim in claims:
        speaker = claim.attribution.originator
        name = speaker_name(speaker, sources)
        speakers.setdefault(name, speaker)
        names.add(name)
    return sorted(names)


def _is_official(speaker: Speaker, sources: Mapping[str, Source]) -> bool:
    known = [sources[each] for each in speaker.source_ids if each in sources]
    return bool(known) and all(source.kind in OFFICIAL for source in known)
