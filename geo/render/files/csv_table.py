"""CSV (RFC 4180, UTF-8) that a spreadsheet opens without running anything in it."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A header and the rows; None is an empty cell. Texts a spreadsheet would take for a formula get a "'" in front.

    Numbers are written as they are: a longitude of -120.5 stays a number.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8")


def cell(value: Any) -> Any:
    """The cell as it is written (OWASP, "CSV Injection": = + - @, tab and line ends at the beginning)."""
    if isinstance(value, str):
        text = value.replace("\x00", "")
        return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else text
    return value
