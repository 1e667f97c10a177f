"""CSV (RFC 4180, UTF-8) that a spreadsheet opens without running anything in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from geo.render.files.texts import Texts

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TO_BE_QUOTED = re.compile(r'[",\r\n]')
_AT_ONCE = 200  # rows to a piece


def csv_table(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """A header and the rows, piece by piece; None is an empty cell. There are two columns or more.

    Texts a spreadsheet would take for a formula get a "'" in front. Numbers are written as they
    are: a longitude of -120.5 stays a number.
    """
    return csv_of_columns(names, _pieces(rows))


def csv_of_columns(names: Sequence[str], pieces: Iterable[Sequence[Sequence[Any]]]) -> Iterator[bytes]:
    """The same of columns: each piece has some rows of all of them."""
    texts = Texts([""] * len(names), _text, none="")
    yield f"{','.join(map(_text, names))}\r\n".encode()
    for columns in pieces:
        lines = map(b",".join, zip(*texts.columns(columns), strict=True))
        yield b"".join(line + b"\r\n" for line in lines)


def cell(value: Any) -> Any:
    """The cell as a program reads it again (OWASP, "CSV Injection": = + - @, tab and line ends at the beginning)."""
    if not isinstance(value, str) or (value[:1].isalnum() and "\x00" not in value):
        return value
    text = value.replace("\x00", "")
    return f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_FORMULA) else text


def _pieces(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Sequence[Any]]]:
    left = iter(rows)
    while batch := list(islice(left, _AT_ONCE)):
        yield list(zip(*batch, strict=True))


def _text(value: Any) -> str:
    text = str(cell(value))
    return '"{}"'.format(text.replace('"', '""')) if _TO_BE_QUOTED.search(text) else text
