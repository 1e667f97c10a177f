"""Values of one fact row: counts, figures and times as lines of claims.csv."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from geo.catalogue.launches_rows import ClaimRow
from geo.catalogue.launches_tables import CellError, FactRow, Vocabulary, Word
from geo.model.claim import Attribute, ScopeKind
from geo.model.launch import LaunchDay
from geo.model.quantity import Qualifier, Unit
from geo.model.timespan import TimePrecision

Listed = Sequence[tuple[str, str]]  # value and number of the missile, "" when it is not said of one

_NUMBER = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_HOUR = re.compile(r"hour only: ([01][0-9]|2[0-3])")
_FLIGHT = re.compile(r"flight time ([0-9]{1,4}) min")
_BOUND = re.compile(r"(range|apogee) bound: (.+)")
_CONVERTED = "km converted from miles"
_SILENT = ("", "unknown", "na")  # "na": there was nothing to measure
_KOREA_AHEAD = timedelta(hours=9)
_COLUMNS = {
    Attribute.RANGE: ("range", "range_all_km", "range_km", "distance_km"),
    Attribute.APOGEE: ("apogee", "apogee_all_km", "apogee_km", "apogee_km"),
}


def count(row: FactRow, vocabulary: Vocabulary) -> Iterator[ClaimRow]:
    """The number of missiles; nothing when the source gives none, a vague plural for "multiple"."""
    written, qualifier = row.cells["count"], vocabulary.of("count_qualifier", row.cells["count_qualifier"]).code
    if written:
        number("count", written)
        yield quantity(Attribute.COUNT, written, qualifier or "exact", Unit.MISSILES)
    elif qualifier == Qualifier.SEVERAL:
        words = row.cells["count_qualifier"]
        yield replace(quantity(Attribute.COUNT, "2", qualifier, Unit.MISSILES), value=words)


def figures(row: FactRow, attribute: Attribute, vocabulary: Vocabulary) -> Iterator[ClaimRow]:
    """Ranges or apogees in kilometres, one claim a value, or one interval when the source gives bounds."""
    name, many, one, of_missile = _COLUMNS[attribute]
    listed = _per_missile(row, of_missile) if row.missiles else _listed(row, many, one)
    bound = next((found[2] for flag in row.flags if (found := _BOUND.fullmatch(flag)) and found[1] == name), "exact")
    qualifier = vocabulary.of("bound", bound).code if bound != "exact" else bound
    for written, _ in listed:
        number(many, written)
    if qualifier == Qualifier.BETWEEN and listed:
        yield _between(attribute, [written for written, _ in listed])
        return
    if _CONVERTED in row.flags:
        qualifier = Qualifier.ABOUT.value
    for written, missile in listed:
        yield of_the_missile(quantity(attribute, written, qualifier, Unit.KILOMETRES), missile)


def flight_time(row: FactRow) -> Iterator[ClaimRow]:
    for flag in row.flags:
        if found := _FLIGHT.fullmatch(flag):
            yield quantity(Attribute.FLIGHT_TIME, found[1], "exact", Unit.MINUTES, f"{found[1]} min")


def times(row: FactRow, day: LaunchDay) -> Iterator[ClaimRow]:
    """Times of launch on the record's day, or clock times alone while the day is open."""
    hour = _HOUR.fullmatch(row.cells["time_basis"])
    if hour:
        yield clock(f"{hour[1]}:00", day, row.table.zone, TimePrecision.HOUR, hour[0])
    listed = _per_missile(row, "time_kst") if row.missiles else _listed(row, "all_times_kst", "time")
    for written, missile in listed:
        if not _CLOCK.fullmatch(written):
            raise CellError("all_times_kst", f"{written!r} is no time; write HH:MM, 00:00 to 23:59")
        yield of_the_missile(clock(written, day, row.table.zone, TimePrecision.MINUTE), missile)


def clock(korean: str, day: LaunchDay, zone: str, precision: TimePrecision, words: str = "") -> ClaimRow:
    """A Korean clock time on the day, in the zone in which the publisher prints it."""
    midnight = datetime.fromisoformat(f"{day.first}T{korean}")
    spoken = midnight - _KOREA_AHEAD if zone == "UTC" else midnight
    dated = day.first == day.last
    code = spoken.isoformat(timespec="minutes") if dated else f"{spoken:%H:%M}"
    value = words or (f"{spoken:%H:%M} UTC" if zone == "UTC" else korean)
    attribute = Attribute.LAUNCH_TIME.value
    return ClaimRow(attribute=attribute, value=value, code=code, detail=zone, qualifier=precision.value)


def number(column: str, written: str) -> float:
    """A figure as a number; CellError for anything but digits with at most three decimals."""
    if not _NUMBER.fullmatch(written):
        raise CellError(column, f"{written!r} is no number")
    return float(written)


def quantity(attribute: Attribute, written: str, qualifier: str, unit: Unit, words: str = "") -> ClaimRow:
    """The interval a figure names under its qualifier, as geo.model.quantity defines it."""
    lower = "0" if qualifier in (Qualifier.AT_MOST, Qualifier.LESS_THAN) else written
    upper = "inf" if qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.SEVERAL) else written
    value = words or (written if unit is Unit.MISSILES else f"{written} {unit.value}")
    if qualifier != Qualifier.EXACT:
        value = f"{qualifier} {value}"
    return ClaimRow(
        attribute=attribute.value, value=value, lower=lower, upper=upper, qualifier=qualifier, unit=unit.value
    )


def of_the_missile(claim: ClaimRow, missile: str) -> ClaimRow:
    return replace(claim, scope=ScopeKind.MISSILE.value, index=missile) if missile else claim


def coded(attribute: Attribute, value: str, word: Word) -> ClaimRow:
    """A value that is a code of ours."""
    hedged = "yes" if word.hedged else ""
    return ClaimRow(attribute=attribute.value, value=value, code=word.code, detail=word.detail, hedged=hedged)


def listed_missiles(row: FactRow, column: str) -> Listed:
    """Values of the table of missiles for this row, numbered; one value alone when all give the same."""
    return _per_missile(row, column)


def _between(attribute: Attribute, written: Sequence[str]) -> ClaimRow:
    low, high = min(written, key=float), max(written, key=float)
    claim = quantity(attribute, low, Qualifier.BETWEEN, Unit.KILOMETRES)
    return replace(claim, upper=high, value=f"{low}-{high} {Unit.KILOMETRES.value}")


def _per_missile(row: FactRow, column: str) -> Listed:
    values = [(missile[column], str(place)) for place, missile in enumerate(row.missiles, start=1)]
    return _same_or_each([one for one in values if one[0] not in _SILENT])


def _listed(row: FactRow, many: str, one: str) -> Listed:
    written = [part.strip() for part in (row.cells[many] or row.cells[one]).split(";") if part.strip()]
    if row.table.lists == "per missile" and str(len(written)) == row.cells["count"]:
        return _same_or_each([(value, str(place)) for place, value in enumerate(written, start=1)])
    return [(value, "") for value in dict.fromkeys(written)]


def _same_or_each(values: Listed) -> Listed:
    distinct = list(dict.fromkeys(value for value, _ in values))
    return [(distinct[0], "")] if len(distinct) == 1 else values
