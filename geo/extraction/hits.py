"""A value found in a sentence, before anybody is known to answer for it."""

from dataclasses import dataclass

from geo.model.claim import Attribute, Scope, Value

NO_SCOPE = Scope()


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start` to `end` of the sentence are the value's own words."""

    attribute: Attribute
    value: Value
    start: int
    end: int
    hedged: bool = False
    scope: Scope = NO_SCOPE
