"""A place only Han characters name is shown with our English for it, beside the very words."""

import pytest

from geo.catalogue.places import load_places
from geo.model.claim import Attribute
from geo.model.place import NamedPlace, UnknownPlace
from geo.services.dossier import event_place, safe_label
from geo.services.opening import opened
from geo.services.pipeline import compile_record
from geo.services.wording import place_in_words


def test_the_label_has_our_english_and_the_place_both() -> None:
    known = opened()
    events = compile_record([], known.library, known.catalogue.records).events
    event = next(one for one in events if one.id.startswith("KP-2026-10-03"))
    assert safe_label(event) == "3 Oct 2026 · near the east coast of North Korea"
    assert event_place(event) == "near the east coast of North Korea (北朝鮮東岸付近)"
    place = next(claim.value for claim in event.claims if claim.attribute is Attribute.LAUNCH_PLACE)
    assert isinstance(place, NamedPlace)
    assert place.verbatim == "北朝鮮東岸付近"  # the claim itself keeps the words as they were written
    assert place_in_words(place).startswith("near the east coast of North Korea (our English), not placed: half")


@pytest.mark.parametrize("written", [one[0] for one in load_places().spellings if not any(map(str.isascii, one[0]))])
def test_no_spelling_without_a_latin_letter_is_left_unread(written: str) -> None:
    """Each has a name of the gazetteer to be shown by, or a translation."""
    places = load_places()
    for (spelling, _), reading in places.spellings.items():
        if spelling == written:
            resolution = places.named(written, reading).resolution
            assert not isinstance(resolution, UnknownPlace) or resolution.translation
