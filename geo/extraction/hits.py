"""A value found in a sentence, before anybody is known to answer for it."""

from dataclasses import dataclass

from geo.model.claim import Attribute, Scope, Value


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start` to `end` of the sentence are the value's own words."""

    attribute: Attribute
    value: Value
    start: int
    end: int
    hedged: bool = False
    scope: Scope = Scope()
    weak: bool = False  # a mere renaming ("the ballistic missile"), dropped beside a fuller word


def inside(spans: list[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)
