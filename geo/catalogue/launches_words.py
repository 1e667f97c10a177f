"""Words of one fact row: missile, platform, outcome, landing and place as lines of claims.csv."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geo.catalogue.launches_rows import ClaimRow
from geo.catalogue.launches_tables import CellError, FactRow, Vocabulary, Word
from geo.catalogue.launches_values import coded, listed_missiles, of_the_missile
from geo.catalogue.places import Reading, SitePlaces
from geo.model.claim import Attribute
from geo.model.place import Point, Relation

_IN_BRACKETS = re.compile(r"(?P<name>[^()]+) \([^()]*\)")
_PROVINCE = "KP-"
_ADDED_MARK = re.compile(r" \[EEZ [a-z-]+\]$")  # the compiler's mark, not the publisher's words


def missile_types(row: FactRow, vocabulary: Vocabulary) -> Iterator[ClaimRow]:
    """One claim a designation, or a class without one. Of several designations none takes the row's class."""
    names, classes = _split(row.cells["missile_name"]), _split(row.cells["missile_class"])
    words = [vocabulary.of("missile_class", written) for written in classes]
    category = vocabulary.of("category", row.cells["category"])
    if not names:
        for written, word in zip(classes, words, strict=True):
            yield coded(Attribute.MISSILE_TYPE, written, word)
        return
    word = words[0] if words and len(names) == 1 else category
    for name in names:
        yield replace(coded(Attribute.MISSILE_TYPE, name, word), detail=_designation(name, vocabulary))


def outcomes(row: FactRow, vocabulary: Vocabulary) -> Iterator[ClaimRow]:
    """One claim an outcome; "success:1" says of how many missiles, "unknown" says nothing."""
    if row.missiles:
        for written, missile in listed_missiles(row, "outcome"):
            yield of_the_missile(coded(Attribute.OUTCOME, written, vocabulary.of("outcome", written)), missile)
        return
    for part in _split(row.cells["outcome"]):
        written = part.rpartition(":")[0] if part[-1:].isdigit() else part
        word = vocabulary.of("outcome", written) if written else Word("", "", False)
        if word.code:
            yield coded(Attribute.OUTCOME, part, word)


def platforms(row: FactRow, vocabulary: Vocabulary) -> Iterator[ClaimRow]:
    if written := row.cells["platform"]:
        yield coded(Attribute.PLATFORM, written, vocabulary.of("platform", written))


def landings(row: FactRow, vocabulary: Vocabulary) -> Iterator[ClaimRow]:
    """One claim a body of water; nothing for words that name none and say nothing of a zone or a distance."""
    for written in _split(row.cells["landing_area"]):
        word = vocabulary.of("landing_area", written)
        value = _ADDED_MARK.sub("", written)
        areas = word.code.split("+") if word.code or word.detail else []
        values = value.split("・") if len(areas) > 1 else [value]
        if len(values) != len(areas) and areas:
            raise CellError("landing_area", f"{value!r} names {len(values)} waters, vocabulary.csv {len(areas)}")
        for part, area in zip(values, areas, strict=False):
            yield coded(Attribute.LANDING_AREA, part, replace(word, code=area))


def launch_places(row: FactRow, places: SitePlaces) -> Iterator[ClaimRow]:
    """The place named first, and every further site of the row that is no region around another."""
    written, site = row.cells["site_name"], row.cells["site_id"]
    if written:
        _check_coordinate(row)
        reading = places.spellings.get((written, site))
        if reading is None:
            raise CellError("site_name", f"{written!r} of site {site!r} is not in data/places/spellings.csv; add it")
        yield place_claim(Attribute.LAUNCH_PLACE, written, reading)
    for further in site_ids(row, places)[1:]:
        one = places.sites[further]
        yield place_claim(Attribute.LAUNCH_PLACE, one.name, Reading(one.place_id, Relation.NEAR, "no source places it"))


def admin_areas(row: FactRow, places: SitePlaces) -> Iterator[ClaimRow]:
    if written := row.cells["admin_area"].strip():
        reading = places.provinces.get(written)
        if reading is None:
            raise CellError("admin_area", f"{written!r} is not in data/places/provinces.csv; add it")
        yield place_claim(Attribute.ADMIN_AREA, written, reading)


def site_ids(row: FactRow, places: SitePlaces) -> tuple[str, ...]:
    """Sites of the row, the one named first before the others; a label of an area gives way to a site.

    An area is a region whose label is also its id ("wonsan" beside "hodo"), or a whole province.
    """
    listed = [row.cells["site_id"], *row.cells["sites_all"].split(";")]
    sites = [one for one in dict.fromkeys(listed) if one]
    for one in sites:
        if one not in places.sites:
            raise CellError("site_id", f"{one!r} is not in data/places/sites.csv; add it")
    narrow = {places.sites[one].region for one in sites if places.sites[one].region != one}
    wide = {one for one in sites[1:] if places.sites[one].place_id.startswith(_PROVINCE)}
    return tuple(one for one in sites if one not in narrow | wide)


def place_claim(attribute: Attribute, written: str, reading: Reading) -> ClaimRow:
    """The words with the id of their place and the relation, or with the reason why they have none."""
    detail = reading.relation.value if reading.place_id else reading.reason
    return ClaimRow(attribute=attribute.value, value=written, code=reading.place_id, detail=detail)


def _check_coordinate(row: FactRow) -> None:
    latitude, longitude = row.cells["latitude"], row.cells["longitude"]
    if not (latitude or longitude):
        return
    try:
        Point(float(latitude), float(longitude))
    except ValueError as error:
        column = "longitude" if _on_globe(latitude, 90) else "latitude"
        raise CellError(column, f"{error} Latitude is -90 to 90, longitude -180 to 180 degrees.") from error


def _on_globe(written: str, most: float) -> bool:
    try:
        return abs(float(written)) <= most
    except ValueError:
        return False


def _designation(name: str, vocabulary: Vocabulary) -> str:
    """The designation in a name: none in a description, without its nickname in brackets."""
    if word := vocabulary.get("missile_name", name):
        return word.code
    bracketed = _IN_BRACKETS.fullmatch(name)
    return bracketed["name"] if bracketed else name


def _split(written: str) -> Sequence[str]:
    return [part.strip() for part in written.split(";") if part.strip()]
