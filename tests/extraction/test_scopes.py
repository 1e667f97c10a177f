"""Of which part a value is said, by the words beside it."""

import pytest

from geo.model.claim import Attribute, ScopeKind
from geo.model.quantity import Quantity
from tests.extraction.reader import claims_of

A = Attribute


@pytest.mark.parametrize(
    ("sentence", "attribute", "scopes"),
    [
        ("North Korea fired a total of eight missiles, the military said.", A.COUNT, {8: (ScopeKind.WHOLE, None)}),
        ("North Korea fired eight missiles in all, the military said.", A.COUNT, {8: (ScopeKind.WHOLE, None)}),
        ("North Korea fired six missiles so far, the military said.", A.COUNT, {6: (ScopeKind.SO_FAR, None)}),
        ("North Korea fired six missiles as of 10 a.m., the military said.", A.COUNT, {6: (ScopeKind.SO_FAR, None)}),
        ("North Korea fired another three missiles, the military said.", A.COUNT, {3: (ScopeKind.SALVO, None)}),
        ("North Korea fired three missiles, the military said.", A.COUNT, {3: (ScopeKind.UNSTATED, None)}),
        ("The first missile flew 430 kilometers, the military said.", A.RANGE, {430: (ScopeKind.MISSILE, 1)}),
        (
            "The first missile flew 430 kilometers and the second missile flew 690 kilometers, the military said.",
            A.RANGE,
            {430: (ScopeKind.MISSILE, 1), 690: (ScopeKind.MISSILE, 2)},
        ),
        ("Both missiles flew 600 kilometers, the military said.", A.RANGE, {600: (ScopeKind.UNSTATED, None)}),
        (
            "The first flew 350 kilometers and the second 800 kilometers, and both flew for 600 kilometers at least.",
            A.RANGE,
            {350: (ScopeKind.MISSILE, 1), 800: (ScopeKind.MISSILE, 2), 600: (ScopeKind.UNSTATED, None)},
        ),
        # the first of its kind is no number of a missile
        ("The third projectile since Sunday flew 350 kilometers, the military said.", A.RANGE, {}),
        ("The first missile of its kind flew 350 kilometers, the military said.", A.RANGE, {}),
        ("It was the first missile launch this year and it flew 600 kilometers.", A.RANGE, {}),
    ],
)
def test_the_words_beside_a_value_say_of_what_it_is_said(
    sentence: str, attribute: Attribute, scopes: dict[float, tuple[ScopeKind, int | None]]
) -> None:
    text = f"North Korea launched ballistic missiles on Tuesday. {sentence}"
    found = {
        claim.value.lower: (claim.scope.kind, claim.scope.index)
        for claim in claims_of(text, attribute)
        if isinstance(claim.value, Quantity)
    }
    for figure, scope in scopes.items():
        assert found.get(figure) == scope
    if not scopes:
        assert all(kind is ScopeKind.UNSTATED for kind, _ in found.values())
