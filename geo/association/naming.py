"""Ids of launches, and their order."""

import hashlib
from datetime import date

from geo.model.launch import LaunchEvent


def event_id(country: str, day: str, telling: str) -> str:
    """Same country, day and telling words give the same id; a day's only launch needs no telling words.

    Letters, digits, hyphens and underscores only, whatever the report calls its country.
    """
    digest = hashlib.sha256(f"{country}|{day}|{telling}".encode()).hexdigest()[:8]
    prefix = country if len(country) == 2 and country.isascii() and country.isalpha() else "XX"
    return f"{prefix.upper()}-{day}-{digest}"


def event_order(event: LaunchEvent) -> tuple[date, str]:
    """By first day, undated ones last, then id."""
    return (event.day.first if event.day and event.day.first else date.max, event.id)
