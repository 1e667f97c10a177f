"""Launches: as one report mentions them, and as events that gather all claims."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from geo.model.claim import Attribute, Claim
from geo.model.report import Span
from geo.model.timespan import TimePrecision


class MentionRole(StrEnum):
    SUBJECT = "subject"  # the launch the report is about
    BACKGROUND = "background"  # an earlier launch mentioned in passing


@dataclass(frozen=True, slots=True)
class LaunchDay:
    """The local calendar day of a launch (at the launch place), as far as the words tell.

    `first` and `last` bound it, both included, equal for a day; both None when the words
    cannot be dated, and then `missing` says what is lacking. `weekday` is 0 for Monday; `filed`
    is the month and day of the report's date line where only the year is lacking.
    """

    verbatim: str
    precision: TimePrecision
    first: date | None = None
    last: date | None = None
    weekday: int | None = None
    span: Span | None = None
    reasoning: str = ""
    missing: str = ""
    filed: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class LaunchMention:
    """One launch as a report speaks of it; claims carry its `key` in Claim.launch."""

    key: str
    role: MentionRole
    day: LaunchDay | None = None
    country: str = ""


class NoticeKind(StrEnum):
    """What a careful reader noticed without it being a claim."""

    VAGUE_PLACE = "vague place"  # "its eastern coast": said, but too wide for a pin
    MISSING_DATE = "missing date"
    NOT_A_LAUNCH = "not a launch"
    OTHER_LANGUAGE = "other language"
    DOUBTFUL_ENCODING = "doubtful encoding"
    HIDDEN_CHARACTERS = "hidden characters"
    NO_CLAIMS = "no claims"
    REFUSED_CLAIMS = "refused claims"  # proposed by another extractor, and not in the text
    AMBIGUOUS_LINK = "ambiguous link"  # it fits two launches, and was linked to neither
    REFUSED_CLAIM = "claim not compared"  # it makes no sense; the others were compared


@dataclass(frozen=True, slots=True)
class Notice:
    """A plain sentence for the user, with the words it is about where there are any."""

    kind: NoticeKind
    sentence: str
    verbatim: str = ""
    span: Span | None = None


class EventStatus(StrEnum):
    PRELIMINARY = "preliminary"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class LaunchEvent:
    """One launch with every claim made about it.

    `preferred` points from an attribute to the id of the claim shown first; it never
    changes or hides another claim. `reasons` says why each report was linked to it.
    """

    id: str
    claims: tuple[Claim, ...]
    day: LaunchDay | None = None
    country: str = ""
    preferred: Mapping[Attribute, str] = field(default_factory=dict)
    status: EventStatus = EventStatus.PRELIMINARY
    reasons: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def of(self, attribute: Attribute) -> tuple[Claim, ...]:
        return tuple(claim for claim in self.claims if claim.attribute is attribute)

    def claim(self, claim_id: str) -> Claim:
        """The claim with that id; KeyError if the event has none."""
        for claim in self.claims:
            if claim.id == claim_id:
                return claim
        raise KeyError(claim_id)
