"""Reads what a caller asks a geocoder, and refuses at once what can be no place name."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.point import Point as GeopyPoint

from geo.geocoding.romanisation import MAX_NAME_LENGTH
from geo.model.place import Point, Relation, Toponym

Query = str | Mapping[str, str]
MAX_QUERY_LENGTH = 500
LANGUAGES = ("en", "ko", "ja", "zh", "ru")
_STRUCTURED = ("place", "city", "county", "state", "province", "country")
_COMMAS = re.compile("[,，、،]")
# None of these stands in a name of GeoNames' places of 15,000 and more people, but for one stray dollar sign.
_NEVER_IN_A_NAME = frozenset(';<>{}|\\^~@#%$?"')
_JOINERS = "\u200c\u200d"  # part of ordinary spelling in Persian and Indic scripts
_DECIMAL = re.compile(r"[+-]?\d{1,20}(?:\.\d{0,20})?")
_WEB_ADDRESS = re.compile(
    r"\b[a-z]{2,10}://|^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|info|mil|io|kp|kr|jp|cn|ru)(?:[/:]|$)",
    re.IGNORECASE,
)


def toponym_of(query: Query, within: Sequence[str] = ()) -> Toponym:
    """The name asked for, with the wider names after it and those of `within`.

    `query` is "Sinpo, South Hamgyong" (the name first) or a mapping with the keys place or
    city, county, state or province, country. GeocoderQueryError says why a query is no name:
    empty, no letters, over 500 characters (a single name: 120), control characters or
    text-direction marks, a web address, signs no place name has, unknown keys.
    """
    names = [_checked(name) for name in _parts(query) if name.strip()]
    if not names:
        raise GeocoderQueryError("A query needs a place name; this one has no letters.")
    wider = [_checked(name) for name in within if name.strip()]
    return Toponym(names[0], names[0], Relation.AT, tuple(dict.fromkeys([*names[1:], *wider])))


def countries_of(codes: str | Sequence[str] | None) -> tuple[str, ...]:
    """ISO 3166-1 alpha-2 codes in capitals, each once; GeocoderQueryError for anything else."""
    listed = [codes] if isinstance(codes, str) else list(codes or ())
    wanted = tuple(dict.fromkeys(code.strip().upper() for one in listed for code in str(one).split(",")))
    for code in wanted:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise GeocoderQueryError(f"{code[:20]!r} is no ISO 3166-1 alpha-2 country code.")
    return wanted


def language_of(language: str | bool | None) -> str:
    """The first language of an accept-language text the gazetteer may have names in; "" for none.

    As geopy's own geocoders do, None and False mean no preference, and a language nobody has
    names in is no error: the name stays as the gazetteer shows it.
    """
    if not language:
        return ""
    if not isinstance(language, str):
        raise GeocoderQueryError(f"language is a code such as 'ko', not {type(language).__name__}.")
    asked = (part.split(";")[0].strip().lower().replace("_", "-").split("-")[0] for part in language[:200].split(","))
    return next((code for code in asked if code in LANGUAGES), "")


def check_limit(limit: int | None) -> None:
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 1):
        raise GeocoderQueryError(f"limit is a whole number of at least 1, not {limit!r:.40}.")


def point_of(query: Any) -> Point:
    """A WGS 84 point from a geopy Point, (latitude, longitude) or "latitude, longitude" in degrees.

    Coordinates off the globe are refused with GeocoderQueryError, not wrapped around.
    """
    try:
        if isinstance(query, str):
            query = _numbers_of(_short(query))
        if isinstance(query, GeopyPoint):
            return Point(float(query.latitude), float(query.longitude))
        latitude, longitude = (float(number) for number in query)
        return Point(latitude, longitude)
    except (TypeError, ValueError) as error:
        raise GeocoderQueryError(f"{query!r:.60} is no point on the globe in degrees: {error}") from error


def _numbers_of(text: str) -> GeopyPoint | Sequence[str]:
    """The two numbers of "40.04, 128.19", else what geopy reads in forms such as 40°2'N 128°11'E.

    geopy wraps 181° around to -179°, so a number past 180 is refused before it sees it.
    """
    pair = text.replace(",", " ").split()
    if len(pair) == 2 and all(_DECIMAL.fullmatch(one) for one in pair):
        return pair
    if any(float(number) > 180 for number in re.findall(r"\d{1,20}(?:\.\d{1,20})?", text)):
        raise ValueError("it holds a number past 180")
    return GeopyPoint.from_string(text)


def _parts(query: Query) -> list[str]:
    if isinstance(query, str):
        return _COMMAS.split(_short(query))
    if not isinstance(query, Mapping):
        raise GeocoderQueryError(f"A query is a text or a mapping, not {type(query).__name__}.")
    if unknown := set(query) - set(_STRUCTURED):
        named = ", ".join(sorted(repr(key)[:40] for key in unknown)[:5])
        raise GeocoderQueryError(f"Unknown keys {named}; use {', '.join(_STRUCTURED)}.")
    given = [query[name] for name in _STRUCTURED if query.get(name)]
    if odd := [value for value in given if not isinstance(value, str)]:
        raise GeocoderQueryError(f"The parts of a structured query are texts, not {type(odd[0]).__name__}.")
    return given


def _short(text: str) -> str:
    if len(text) > MAX_QUERY_LENGTH:
        raise GeocoderQueryError(f"A query has at most {MAX_QUERY_LENGTH} characters, this one {len(text)}.")
    return text


def _checked(name: str) -> str:
    name = name.strip(" \t\r\n\u3000")
    if len(name) > MAX_NAME_LENGTH:
        raise GeocoderQueryError(f"A place name has at most {MAX_NAME_LENGTH} characters, this one {len(name)}.")
    if not name.isprintable() and any(_is_hidden(one) for one in name):
        raise GeocoderQueryError("The query holds control characters or text-direction marks; remove them.")
    if ("." in name or ":" in name) and _WEB_ADDRESS.search(name):
        raise GeocoderQueryError("The query is a web address, not a place name.")
    if not any(character.isalpha() for character in name):
        raise GeocoderQueryError("A query needs a place name; this one has no letters.")
    if not _NEVER_IN_A_NAME.isdisjoint(name):
        odd = " or ".join(map(repr, sorted(_NEVER_IN_A_NAME.intersection(name))))
        raise GeocoderQueryError(f"No place name holds {odd}; give the name alone.")
    return name


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") and character not in _JOINERS
