"""One published text, kept verbatim, and the spans that point into it."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from geo.model.errors import ModelError

# In Publication.note of a value the report itself calls earlier ("had earlier said", "first identified").
EARLIER_STATEMENT = "an earlier statement, changed since"


class DateBasis(StrEnum):
    """How a publication date is known."""

    STATED = "stated"  # printed on the report or in its metadata
    ENTERED = "entered"  # given by the person who added the report
    INFERRED = "inferred"  # worked out from the event it describes; `note` says how


@dataclass(frozen=True, slots=True)
class Publication:
    """When a report was published: a calendar day, or an instant when the hour is known (aware)."""

    day: date
    basis: DateBasis
    instant: datetime | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.instant is not None and self.instant.tzinfo is None:
            raise ModelError(f"Publication instant {self.instant} has no time zone; give it one.")


@lru_cache(maxsize=256)
def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Report:
    """A published text, never edited. `id` is derived from the SHA-256 of the UTF-8 text.

    `published` is None when unknown: then nothing relative ("Tuesday") can be dated.
    `source_id` and `outlet` name the publisher; both empty when unknown.
    """

    text: str
    published: Publication | None = None
    source_id: str = ""
    outlet: str = ""
    url: str = ""
    archive_url: str = ""
    retrieved: date | None = None
    language: str = "en"
    dateline: str = ""
    licence: str = ""

    @property
    def sha256(self) -> str:
        return _sha256(self.text)

    @property
    def id(self) -> str:
        return f"r-{self.sha256[:16]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (half-open) of the text of report `report_id`."""

    report_id: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ModelError(f"Span {self.start}-{self.end} is empty or runs backwards.")

    def of(self, text: str) -> str:
        """The words the span points at; `text` must be that report's."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        same = self.report_id == other.report_id
        return same and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands when it comes from a data set and not from a text."""

    source_id: str
    url: str
    record_id: str
