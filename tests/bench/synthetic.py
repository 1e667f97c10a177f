"""Many launches for load: real ones again and again, on other days and at other places, the same for the same seed."""

import random
from dataclasses import replace
from datetime import date, timedelta

from geo.model.launch import LaunchEvent
from geo.services.pipeline import Record

_FIRST, _DAYS = date(1984, 1, 1), 15_600  # the years of the real record


def many(record: Record, number: int, seed: int = 1) -> Record:
    """A record of `number` launches: the claims and findings are those of real launches, ids and days are new."""
    chance = random.Random(seed)
    dated = [event for event in record.events if event.day is not None and event.day.first is not None]
    drawn = [(_another(chance.choice(dated), index, chance)) for index in range(number)]
    return Record(
        record.readings,
        tuple(copy for copy, _ in drawn),
        {copy.id: record.findings[original] for copy, original in drawn},
        {copy.id: record.badges[original] for copy, original in drawn},
    )


def _another(event: LaunchEvent, index: int, chance: random.Random) -> tuple[LaunchEvent, str]:
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    moved = replace(event.day, first=day, last=day) if event.day else None
    return replace(event, id=f"S-{day.isoformat()}-{index:06d}", day=moved), event.id
