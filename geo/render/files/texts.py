"""Columns of values as UTF-8, each distinct value of a column written once: places, days and figures come again.

Bytes and not text: one Hangul letter makes Python keep twice the bytes of all it is joined to.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import NoneType
from typing import Any

_MOST = 5_000  # texts of a column that are kept
_NOTHING: Mapping[type, Callable[[Any], str]] = {}


class Texts:
    """Writes the columns of one table, in UTF-8; `leads` stand before their values, one a column.

    `write` puts a value of any type into text, `writers` those of some types; `none` is None.
    """

    def __init__(
        self,
        leads: Sequence[str],
        write: Callable[[Any], str],
        none: str,
        writers: Mapping[type, Callable[[Any], str]] = _NOTHING,
    ) -> None:
        self._leads, self._write, self._none, self._writers = leads, write, none, writers
        self._kept: list[dict[type, _Kept]] = [{} for _ in leads]

    def columns(self, columns: Sequence[Sequence[Any]]) -> list[Iterable[bytes]]:
        """A text for each value of each column."""
        return [self._column(*each) for each in zip(columns, self._leads, self._kept, strict=True)]

    def _column(self, values: Sequence[Any], lead: str, kept: "dict[type, _Kept]") -> Iterable[bytes]:
        kinds = set(map(type, values)) - {NoneType}
        if len(kinds) > 1:  # 1, 1.0 and True are equal, and not written alike
            return [(lead + (self._none if value is None else self._write(value))).encode() for value in values]
        kind = kinds.pop() if kinds else NoneType
        texts = kept.get(kind)
        if texts is None or len(texts) > _MOST:
            texts = kept[kind] = _Kept(lead, self._writers.get(kind, self._write), self._none)
        return map(texts.__getitem__, values)


class _Kept(dict[Any, bytes]):
    """Texts of values of one type."""

    def __init__(self, lead: str, write: Callable[[Any], str], none: str) -> None:
        super().__init__({None: (lead + none).encode()})
        self._lead, self._write = lead, write

    def __missing__(self, value: Any) -> bytes:
        text = self[value] = (self._lead + self._write(value)).encode()
        return text
