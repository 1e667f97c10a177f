"""One launch as one report, or the record, tells it, with what tells it apart from another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from geo.model.claim import Attribute, Claim, Stance
from geo.model.launch import LaunchEvent, LaunchMention, MentionRole, Notice
from geo.model.place import NamedPlace, Place
from geo.model.reading import Reading
from geo.model.report import Report, Span
from geo.model.timespan import TimeSpan
from geo.model.weapon import MissileClass, MissileType


@dataclass(frozen=True, slots=True)
class Known:
    """A launch that data sets tell of, before any report is linked to it."""

    event: LaunchEvent

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.event.claims

    @property
    def where(self) -> tuple[str, date] | None:
        """Its country and one local day; None when its day is not known to the day."""
        day = self.event.day
        known = day is not None and day.first is not None and day.first == day.last
        return (self.event.country, day.first) if known and day and day.first else None


@dataclass(frozen=True, slots=True)
class Account:
    """A mention of one report and the claims that speak of it, in the order of the text."""

    report: Report
    mention: LaunchMention
    claims: tuple[Claim, ...]
    alone: bool  # the only launch the report is about
    notices: tuple[Notice, ...] = ()
    placed: str = ""  # why it is taken for a launch of a day that it does not tell

    @property
    def key(self) -> tuple[str, str]:
        """Unique over all reports, and the order in which accounts are taken."""
        return self.report.id, self.mention.key

    @property
    def day(self) -> date | None:
        """The one local day of the launch; None when the words leave more than one, or none."""
        day = self.mention.day
        return day.first if day and day.first is not None and day.first == day.last else None

    @property
    def title(self) -> str:
        """The report in words for a sentence: outlet, date and id, as far as known."""
        published = f" of {self.report.published.day.isoformat()}" if self.report.published else ""
        return f"{self.report.outlet or 'report'}{published} ({self.report.id})"


Telling = Account | Known


def times(told: Telling) -> tuple[tuple[datetime, datetime], ...]:
    """Asserted launch times in UTC, half-open."""
    values = (claim.value for claim in _asserted(told.claims, Attribute.LAUNCH_TIME))
    return tuple((value.earliest, value.latest) for value in values if isinstance(value, TimeSpan))


def places(told: Telling) -> tuple[Place, ...]:
    """Resolved launch places; ambiguous and unknown names tell nothing apart."""
    values = (claim.value for claim in _asserted(told.claims, Attribute.LAUNCH_PLACE))
    found = (value.resolution for value in values if isinstance(value, NamedPlace))
    return tuple(dict.fromkeys(place for place in found if isinstance(place, Place)))


def missiles(told: Telling) -> frozenset[MissileClass]:
    values = (claim.value for claim in _asserted(told.claims, Attribute.MISSILE_TYPE))
    return frozenset(value.missile_class for value in values if isinstance(value, MissileType))


def _asserted(claims: Sequence[Claim], attribute: Attribute) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.attribute is attribute and claim.stance is not Stance.DENIED)


def accounts(reading: Reading, role: MentionRole) -> tuple[Account, ...]:
    """The reading's launches in one role; none for a text that reports no launch."""
    if not reading.is_launch_report:
        return ()
    mentions = [mention for mention in reading.mentions if mention.role is role]
    alone = sum(mention.role is MentionRole.SUBJECT for mention in reading.mentions) == 1
    return tuple(
        Account(reading.report, mention, _claims_of(reading, mention.key), alone, reading.notices)
        for mention in sorted(mentions, key=lambda mention: mention.key)
    )


def _claims_of(reading: Reading, key: str) -> tuple[Claim, ...]:
    return tuple(sorted((claim for claim in reading.claims if claim.launch == key), key=position))


def position(claim: Claim) -> tuple[str, int, int, str]:
    """Document, place in the text, place of the value, id: a total order of claims."""
    evidence = claim.evidence
    document = evidence.report_id if isinstance(evidence, Span) else f"{evidence.source_id} {evidence.record_id}"
    start = evidence.start if isinstance(evidence, Span) else 0
    return document, start, claim.value_span.start if claim.value_span else 0, claim.id
