"""The range cut into the pictures of a film: days, months, quarters or years, as few as tell the story."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geo.model.mapview import Symbol
from geo.services.export import describing
from geo.services.export.shown import Shown
from geo.services.wording import day_in_words

MOST_STEPS = 60
_MONTHS = (1, 3, 12, 60)


@dataclass(frozen=True, slots=True)
class Step:
    """The launches that begin in this step and those before it; `share` of the range that is over at its end."""

    words: str
    now: Sequence[Symbol]
    before: Sequence[Symbol]
    share: float


def steps_of(shown: Shown) -> list[Step]:
    """At most MOST_STEPS steps from the first day to the last, at least one."""
    first, last = describing.range_of(shown)
    edges = edges_of(first, last)
    symbols = shown.view.symbols
    steps = []
    for start, end in itertools.pairwise(edges):
        now = [symbol for symbol in symbols if start <= max(symbol.first, first) < end]
        before = [symbol for symbol in symbols if max(symbol.first, first) < start]
        share = (end - first).days / ((last - first).days + 1)
        steps.append(Step(_words(start, end), now, before, share))
    return steps


def edges_of(first: date, last: date) -> list[date]:
    """The first day of each step, and the day after the last."""
    end = last + timedelta(1)
    if (end - first).days <= MOST_STEPS:
        return [first + timedelta(i) for i in range((end - first).days + 1)]
    for months in _MONTHS:
        starts = list(_starts(first, end, months))
        if len(starts) <= MOST_STEPS:
            break
    return [first, *(start for start in starts if start > first), end]


def _starts(first: date, end: date, months: int) -> Iterator[date]:
    index = (first.year * 12 + first.month - 1) // months * months
    while (start := date(index // 12, index % 12 + 1, 1)) < end:
        yield start
        index += months
        if index // 12 > date.max.year:
            return


def _words(start: date, end: date) -> str:
    last = end - timedelta(1)
    if start == last:
        return day_in_words(start)
    if (start.year, start.month) == (last.year, last.month):
        return f"{start:%b %Y}"
    if start.year == last.year:
        return f"{start.year}" if (start.month, last.month) == (1, 12) else f"{start:%b}–{last:%b %Y}"
    return f"{start.year}–{last.year}"
