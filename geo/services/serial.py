"""Claims as JSON: dataclasses as objects with their type named, dates and times in ISO 8601, infinity as null."""

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from geo.model.claim import Claim
from geo.model.reading import Reading


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """The reading as JSON-ready objects: report, launches mentioned, claims, notices."""
    report = reading.report
    return {
        "report": {
            "id": report.id,
            "sha256": report.sha256,
            "outlet": report.outlet or None,
            "url": report.url or None,
            "published": as_json(report.published),
        },
        "is_launch_report": reading.is_launch_report,
        "launches": as_json(reading.mentions),
        "claims": [claim_as_json(claim) for claim in reading.claims],
        "notices": as_json(reading.notices),
    }


def claim_as_json(claim: Claim) -> dict[str, Any]:
    return {"id": claim.id, **{field.name: as_json(getattr(claim, field.name)) for field in fields(claim)}}


def as_json(value: Any) -> Any:
    """Any noun of geo.model as JSON-ready data; TypeError for a type no rule covers."""
    if is_dataclass(value) and not isinstance(value, type):
        return {"type": type(value).__name__} | {f.name: as_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, float) and math.isinf(value):
        return None
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} has no JSON form; add a rule to geo.services.serial.")
