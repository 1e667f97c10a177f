"""Launches that would hide each other: one symbol for each class at a place, with a figure. No place is averaged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from geo.model.mapview import Symbol, SymbolClass
from geo.render.print.frame import Frame
from geo.render.print.paper import Box

Spot = tuple[float, float]
MOST_SYMBOLS = 500  # more of them cover each other: places farther apart are then drawn as one
_WIDER = 1.6
_RING = 0.95  # how much farther than one symbol a ring of them reaches, in reaches


@dataclass(frozen=True, slots=True)
class Group:
    """Launches of one class at one place: how many, the largest size among them, whether one is contradictory."""

    symbol_class: SymbolClass
    count: int
    size: int
    contradictory: bool


@dataclass(frozen=True, slots=True)
class Cluster:
    """Launches within a symbol's reach of each other. `x`, `y` in millimetres are where most of them are, exactly."""

    x: float
    y: float
    groups: tuple[Group, ...]
    name: str

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)


def clusters(symbols: Iterable[Symbol], frame: Frame, reach: float) -> list[Cluster]:
    """Clusters of the launches with a point in the frame, those with most launches first; `reach` in millimetres."""
    placed = [symbol for symbol in symbols if symbol.marks and symbol.marks[0].point]
    spots = spots_of(placed, frame)
    inside = [(spot, symbol) for spot, symbol in zip(spots, placed, strict=True) if _holds(frame.box, spot)]
    at: dict[Spot, list[Symbol]] = defaultdict(list)
    for spot, symbol in inside:
        at[spot].append(symbol)
    order = sorted(at, key=lambda spot: (-len(at[spot]), spot))
    gathered = _gathered(at, order, reach)
    while sum(len({symbol.symbol_class for symbol in members}) for members in gathered.values()) > MOST_SYMBOLS:
        reach *= _WIDER
        gathered = _gathered(at, order, reach)
    return [_cluster(head, members) for head, members in _uncrowded(gathered, reach).items()]


def _gathered(at: Mapping[Spot, Sequence[Symbol]], order: Sequence[Spot], reach: float) -> dict[Spot, list[Symbol]]:
    gathered: dict[Spot, list[Symbol]] = defaultdict(list)
    for spot, head in _heads(order, reach).items():
        gathered[head] += at[spot]
    return gathered


def _uncrowded(gathered: Mapping[Spot, list[Symbol]], reach: float) -> dict[Spot, list[Symbol]]:
    """Places whose rings of symbols would lie on one another are one place, until none does."""
    while True:
        kept: dict[Spot, list[Symbol]] = {}
        for spot in sorted(gathered, key=lambda each: (-len(gathered[each]), each)):
            members = gathered[spot]
            near = min(kept, key=lambda head: _apart(head, spot), default=None)
            if near and _apart(near, spot) < reach * (1 + _RING * (_is_ring(kept[near]) + _is_ring(members))):
                kept[near] = kept[near] + members
            else:
                kept[spot] = members
        if len(kept) == len(gathered):
            return kept
        gathered = kept


def _is_ring(members: Sequence[Symbol]) -> bool:
    """Whether a place has symbols around the one at the place itself."""
    return any(symbol.symbol_class is not members[0].symbol_class for symbol in members)


def spots_of(symbols: Iterable[Symbol], frame: Frame) -> list[Spot]:
    """Where on paper the launches with a point are, in millimetres."""
    points = [symbol.marks[0].point for symbol in symbols if symbol.marks]
    longitude = np.array([point.longitude for point in points if point])
    latitude = np.array([point.latitude for point in points if point])
    return [(round(float(x), 2), round(float(y), 2)) for x, y in frame.place(longitude, latitude)]


def _holds(box: Box, spot: Spot) -> bool:
    return box.left < spot[0] < box.right and box.bottom < spot[1] < box.top


def _heads(spots: Iterable[Spot], reach: float) -> dict[Spot, Spot]:
    """Each spot ─► the first of the spots before it that is within reach, or itself."""
    cells: dict[tuple[int, int], list[Spot]] = defaultdict(list)
    heads = {}
    for spot in spots:
        column, row = int(spot[0] // reach), int(spot[1] // reach)
        near = (head for i in (-1, 0, 1) for k in (-1, 0, 1) for head in cells.get((column + i, row + k), ()))
        head = min((each for each in near if _apart(each, spot) < reach), key=lambda it: _apart(it, spot), default=None)
        if head is None:
            cells[column, row].append(spot)
        heads[spot] = head or spot
    return heads


def _apart(one: Spot, other: Spot) -> float:
    return float(np.hypot(one[0] - other[0], one[1] - other[1]))


def _cluster(spot: Spot, members: Sequence[Symbol]) -> Cluster:
    by_class: dict[SymbolClass, list[Symbol]] = defaultdict(list)
    for symbol in members:
        by_class[symbol.symbol_class].append(symbol)
    groups = [
        Group(one, len(each), max(it.size for it in each), any(it.contradictory for it in each))
        for one, each in by_class.items()
    ]
    names = Counter(symbol.place for symbol in members if symbol.place)
    name = min(names, key=lambda each: (-names[each], each), default="")
    return Cluster(*spot, tuple(sorted(groups, key=lambda group: (-group.count, group.symbol_class.value))), name)
