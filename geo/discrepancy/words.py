"""Words for speakers, values, attributes and figures; those of others on one line and shortened."""

from geo.model.attribution import Speaker
from geo.model.claim import Attribute
from geo.model.quantity import Unit

LONGEST_QUOTE = 160
ATTRIBUTE_WORDS: dict[Attribute, str] = {
    Attribute.LAUNCH_TIME: "time",
    Attribute.LAUNCH_PLACE: "place",
    Attribute.ADMIN_AREA: "province",
    Attribute.COUNT: "count",
    Attribute.MISSILE_TYPE: "missile",
    Attribute.PLATFORM: "platform",
    Attribute.RANGE: "range",
    Attribute.APOGEE: "altitude",
    Attribute.FLIGHT_TIME: "flight time",
    Attribute.SPEED: "speed",
    Attribute.LANDING_AREA: "landing area",
    Attribute.OUTCOME: "outcome",
}


def plain(words: str) -> str:
    """One line of foreign words, shortened; shown by plain-text elements only."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1] + "…"


def speaker_words(speaker: Speaker) -> str:
    if speaker.as_written:
        return plain(speaker.as_written)
    ids = [name for name in speaker.source_ids if name != "OUTLET"]
    return " and ".join(ids) if ids else "the report itself"


def figure(number: float, unit: Unit) -> str:
    """A gap in figures: at most one decimal, the unit in words for missiles."""
    rounded = f"{round(number, 1):g}" if abs(number) < 100_000 else f"{number:.0f}"
    if unit is Unit.MISSILES:
        return f"{rounded} missile{'' if rounded == '1' else 's'}"
    return f"{rounded} {unit}"
