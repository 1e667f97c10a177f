"""A value found in a sentence, before anybody is known to answer for it."""

from dataclasses import dataclass

from geo.extraction.rules import Rule
from geo.model.claim import Attribute, Scope, Value

NO_SCOPE = Scope()


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters `start` to `end` of the sentence are the value's own words; `rule` found them."""

    attribute: Attribute
    value: Value
    start: int
    end: int
    rule: Rule
    hedged: bool = False
    scope: Scope = NO_SCOPE
