"""A person's decision about a claim, a link or a finding. Append-only; the machine's answer stays visible."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Review:
    subject_id: str
    decision: str
    reason: str
    reviewer: str
    decided: datetime
