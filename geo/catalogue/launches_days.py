"""The Korean day of a record: each publisher's own date basis turned into it, with the reasoning."""

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta

from geo.catalogue.launches_tables import CellError, FactRow
from geo.catalogue.package import DataPackage
from geo.model.errors import DataPackageError
from geo.model.launch import LaunchDay
from geo.model.timespan import TimePrecision

Rulings = Mapping[str, LaunchDay]
EARLIEST_YEAR = 1950
_OTHER_DATE = re.compile(r"text of record names another date: ([0-9]{4}-[0-9]{2}-[0-9]{2})")
_WEEKDAY = re.compile(r"record date is a \w+, text says (\w+)")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_UNTIMED = "printed without a time: it may be the UTC or the local date"
_BASES = {
    "record": "the date of the record: it may be the US date or that of the report",
    "local": "the local date as printed",
}


def load_rulings(package: DataPackage) -> Rulings:
    """days.csv: records whose printed date was looked into, by record, each with its reason."""
    rulings: dict[str, LaunchDay] = {}
    for line, row in enumerate(package.rows("days"), start=2):
        try:
            first, last = calendar_day("first", row["first"]), calendar_day("last", row["last"])
            if first > last or not row["reason"]:
                raise CellError("last", "a ruling needs a last day not before the first, and a reason")
            precision = TimePrecision(row["precision"])
        except (CellError, ValueError) as fault:
            raise DataPackageError(f"{package.folder}/days.csv:{line}: {fault}; correct the row.") from fault
        rulings[row["record"]] = LaunchDay("", precision, first, last, reasoning=row["reason"])
    return rulings


def launch_day(row: FactRow, rulings: Rulings) -> LaunchDay:
    """The day with the date as printed in `verbatim`; CellError for a date that is none."""
    printed = row.cells["date_as_written"]
    if row.cells["date_basis"] == "UTC date as written, converted":
        printed = f"{printed} UTC"
    first, last = _window(row)
    if ruling := rulings.get(row.record):
        return LaunchDay(printed, ruling.precision, ruling.first, ruling.last, reasoning=ruling.reasoning)
    if _MONTH.fullmatch(row.cells["date_local"]):
        return LaunchDay(printed, TimePrecision.MONTH, first, last, reasoning="printed to the month only")
    return LaunchDay(printed, TimePrecision.DAY, first, last, reasoning=_reasoning(row, printed))


def _reasoning(row: FactRow, printed: str) -> str:
    if row.table.date_basis != "UTC":
        return _BASES[row.table.date_basis]
    return f"{printed}, turned into Korean time" if printed.endswith("UTC") else _UNTIMED


def _window(row: FactRow) -> tuple[date, date]:
    """First and last day the row leaves open: the date, the month, or the span to the date its own text names."""
    written = row.cells["date_local"]
    if _MONTH.fullmatch(written):
        first = calendar_day("date_local", f"{written}-01")
        return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
    day = calendar_day("date_local", written)
    days = [day]
    for flag in row.flags:
        if other := _OTHER_DATE.fullmatch(flag):
            days.append(calendar_day("flags", other[1]))
        if weekday := _WEEKDAY.fullmatch(flag):
            days = [_nearest(day, weekday[1])]
    return min(days), max(days)


def _nearest(day: date, weekday: str) -> date:
    """The day of that name at most three days away: a record dated abroad is a day off, not a week."""
    names = list(calendar.day_name)
    if weekday not in names:
        raise CellError("flags", f"{weekday!r} is no day of the week")
    away = (names.index(weekday) - day.weekday() + 3) % 7 - 3
    return day + timedelta(days=away)


def calendar_day(column: str, written: str) -> date:
    """A day of the calendar from YYYY-MM-DD; CellError with the column for anything else."""
    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise CellError(column, f"{written!r} is no date ({error}); write YYYY-MM-DD or YYYY-MM") from error
    if str(day) != written:
        raise CellError(column, f"{written!r} is no date as we write it; write YYYY-MM-DD")
    if day.year < EARLIEST_YEAR:
        raise CellError(column, f"{written!r} lies before {EARLIEST_YEAR}")
    return day
