"""Launch places and provinces; a coast is no place, a landing no launch."""

import pytest

from geo.extraction.toponyms import place_hits
from geo.model.claim import Attribute
from geo.model.place import NamedPlace, Relation
from tests.extraction.reader import LEXICON


def placed(text: str) -> tuple[str, Relation, tuple[str, ...]] | None:
    for hit in place_hits(text, LEXICON, "KP"):
        if hit.attribute is Attribute.LAUNCH_PLACE and isinstance(hit.value, NamedPlace):
            toponym = hit.value.toponym
            assert text[hit.start : hit.end] == toponym.verbatim
            return toponym.name, toponym.relation, toponym.within
    return None


@pytest.mark.parametrize(
    ("text", "name", "relation", "within"),
    [
        (
            "It was fired near the port city of Sinpo, Hamgyong province.",
            "Sinpo",
            Relation.NEAR,
            ("Hamgyong province",),
        ),
        ("It was fired from the port city of Sinpo.", "Sinpo", Relation.FROM, ()),
        ("The missile was fired from waters east of Sinpo.", "Sinpo", Relation.OFF, ()),
        ("The missile left at 10:17 AM from the sea close to Sinpo.", "Sinpo", Relation.OFF, ()),
        ("It was launched from the Hodo Peninsula, north of Wonsan.", "Hodo Peninsula", Relation.FROM, ()),
        ("It was fired from an area near the North’s port city of Wonsan.", "Wonsan", Relation.NEAR, ()),
        ("It was launched from its northwest Dongchang-ri site.", "Dongchang-ri", Relation.FROM, ()),
        ("The missile left the outskirts of Pyongyang.", "Pyongyang", Relation.NEAR, ()),
        (
            "A missile launched from the edge of the capital flew on.",
            "Pyongyang",
            Relation.NEAR,
            (),
        ),  # whose: the owner's
        ("The missile left the Sunan region.", "Sunan", Relation.FROM, ()),
        (
            "It fired two missiles into the Yellow Sea from Onchon.",
            "Onchon",
            Relation.FROM,
            (),
        ),  # comes back to the launch
        ("It lifted off from the Tongchang-ri launch site.", "Tongchang-ri", Relation.FROM, ()),  # "off" of the verb
    ],
)
def test_launch_place(text: str, name: str, relation: Relation, within: tuple[str, ...]) -> None:
    assert placed(text) == (name, relation, within)


@pytest.mark.parametrize(
    "text",
    [
        "It was launched from its eastern coast.",  # too wide
        "It was launched off the East Coast.",
        "It was launched on Tuesday, South Korea said.",
        "It was launched and fell 200 km west of Aomori.",  # where it fell
        "Envoys met in Washington.",
        "It was launched hours after the president left Asia.",
        "Missiles were fired at targets in Eilat.",
        "It fired a missile at the city of Dnipro.",
    ],
)
def test_no_launch_place(text: str) -> None:
    assert placed(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was fired near Sinpo, Hamgyong province.", "Hamgyong"),  # which Hamgyong is not ours to decide
        ("It was fired from Sinpo in the North’s South Hamgyong province.", "South Hamgyong"),
        ("It was fired from Sohae in Cholsan County, North Phyongan Province.", "North Phyongan"),
        ("The launch from the northern province of Jagang was seen.", "Jagang"),
    ],
)
def test_admin_area(text: str, name: str) -> None:
    (hit,) = [hit for hit in place_hits(text, LEXICON, "KP") if hit.attribute is Attribute.ADMIN_AREA]
    assert isinstance(hit.value, NamedPlace) and hit.value.toponym.name == name
