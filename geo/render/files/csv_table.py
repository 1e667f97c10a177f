"""CSV (RFC 4180, UTF-8) that a spreadsheet opens without running anything in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from types import NoneType
from typing import Any

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TO_BE_QUOTED = re.compile(r'[",\r\n]')
_AT_ONCE = 200  # rows to a piece


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """A header and the rows, piece by piece; None is an empty cell. There are two columns or more.

    Texts a spreadsheet would take for a formula get a "'" in front. Numbers are written as they
    are: a longitude of -120.5 stays a number.
    """
    yield _written([columns])
    left = iter(rows)
    while batch := list(islice(left, _AT_ONCE)):
        yield _written(batch)


def cell(value: Any) -> Any:
    """The cell as a program reads it again (OWASP, "CSV Injection": = + - @, tab and line ends at the beginning)."""
    if not isinstance(value, str) or (value[:1].isalnum() and "\x00" not in value):
        return value
    text = value.replace("\x00", "")
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else text


def _written(rows: Sequence[Sequence[Any]]) -> bytes:
    lines = map(",".join, zip(*map(_column, zip(*rows, strict=True)), strict=True))
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def _column(values: Sequence[Any]) -> Sequence[str]:
    """The cells of a column as text; of those that are alike in a piece one is written."""
    if len(set(map(type, values)) - {NoneType}) > 1:  # 1 and 1.0 are alike, and not written alike
        return list(map(_text, values))
    texts = {value: _text(value) for value in set(values)}
    return [texts[value] for value in values]


def _text(value: Any) -> str:
    text = "" if value is None else str(cell(value))
    return '"{}"'.format(text.replace('"', '""')) if _TO_BE_QUOTED.search(text) else text
