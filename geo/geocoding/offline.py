"""The gazetteer as a geopy geocoder that never leaves the machine."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from geo.geocoding.answers import candidate_answer, nearest_answer, place_answer
from geo.geocoding.context import Context
from geo.geocoding.gazetteer import Entry, Gazetteer
from geo.geocoding.geodesy import distance_km
from geo.geocoding.resolution import resolve
from geo.geocoding.romanisation import MAX_NAME_LENGTH
from geo.model.place import AmbiguousPlace, Place, Point, Relation, Toponym

Query = str | Mapping[str, str]
REVERSE_REACH_KM = 50.0
_STRUCTURED = ("place", "city", "county", "state", "province", "country")


class NoNetworkAdapter(BaseSyncAdapter):  # type: ignore[misc]
    """A geopy adapter that refuses every request: proof that nothing leaves the machine."""

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> NoReturn:
        raise GeocoderServiceError(f"The offline geocoder makes no requests; {url} was not asked.")

    get_text = get_json


class OfflineGeocoder(Geocoder):  # type: ignore[misc]
    """Looks names up in the gazetteer it is given; a geopy geocoder (2.5) in every other respect.

    Immutable after construction, so one instance serves any number of threads.
    """

    def __init__(self, gazetteer: Gazetteer, *, timeout: Any = DEFAULT_SENTINEL, user_agent: str | None = None) -> None:
        super().__init__(timeout=timeout, user_agent=user_agent, adapter_factory=NoNetworkAdapter, proxies={})
        self._gazetteer = gazetteer

    def geocode(
        self,
        query: Query,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country_codes: str | Sequence[str] | None = None,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """The place a query means, or None; never an empty list.

        `query` is "Sinpo, South Hamgyong" (the name first, wider names after it) or a mapping
        with the keys place or city, county, state or province, country. `country_codes` are
        ISO 3166-1 alpha-2. An ambiguous query has no one answer: None with `exactly_one`, else
        the list of candidates, each with raw["status"] "ambiguous" and the reason. An area
        answers with a point that stands for it, raw["status"] "area" and the radius enclosing
        it. `timeout` is accepted and unused. GeocoderQueryError for a query that is no name.
        """
        toponym = _toponym(query)
        countries = _countries(country_codes)
        _check_limit(limit)
        answers = [self._answers(toponym, country) for country in countries or ("",)]
        found = [location for group in answers for location in group]
        if exactly_one:
            return found[0] if len(found) == 1 else None
        return found[:limit] or None

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """The nearest entry to a WGS 84 point, or all within REVERSE_REACH_KM, the nearest first; None if none is.

        `query` is a geopy Point, (latitude, longitude), or "latitude, longitude" in degrees.
        Coordinates off the globe raise GeocoderQueryError; they are not wrapped around.
        """
        point = _point(query)
        _check_limit(limit)
        near = sorted(self._near(point), key=lambda found: (found[0], found[1].id))[: 1 if exactly_one else limit]
        found = [nearest_answer(entry, at, away, self._gazetteer) for away, entry, at in near]
        if exactly_one:
            return found[0] if found else None
        return found or None

    def _answers(self, toponym: Toponym, country: str) -> list[Location]:
        found = resolve(toponym, self._gazetteer, Context(country))
        answers: Sequence[Location | None] = ()
        if isinstance(found, Place):
            answers = [place_answer(found, toponym.name, self._gazetteer)]
        elif isinstance(found, AmbiguousPlace):
            reason = found.reason
            answers = [candidate_answer(one, toponym.name, reason, self._gazetteer) for one in found.candidates]
        return [answer for answer in answers if answer]

    def _near(self, point: Point) -> Iterable[tuple[float, Entry, Point]]:
        for entry in self._gazetteer.entries.values():
            # A degree of latitude is 111 km: the cheap test first.
            if entry.point is None or entry.area_id or abs(entry.point.latitude - point.latitude) > 1:
                continue
            if (away := distance_km(entry.point, point)) <= REVERSE_REACH_KM:
                yield away, entry, entry.point


def _toponym(query: Query) -> Toponym:
    if isinstance(query, str):
        parts = query.split(",")
    elif isinstance(query, Mapping):
        unknown = set(query) - set(_STRUCTURED)
        if unknown:
            raise GeocoderQueryError(f"Unknown keys {sorted(unknown)}; use {', '.join(_STRUCTURED)}.")
        parts = [str(query[name]) for name in _STRUCTURED if query.get(name)]
    else:
        raise GeocoderQueryError(f"A query is a text or a mapping, not {type(query).__name__}.")
    names = [part.strip() for part in parts if part.strip()]
    for name in names or [""]:
        _check_name(name)
    return Toponym(names[0], names[0], Relation.AT, tuple(names[1:]))


def _check_name(name: str) -> None:
    if not any(character.isalpha() for character in name):
        raise GeocoderQueryError("A query needs a place name; this one has no letters.")
    if len(name) > MAX_NAME_LENGTH:
        raise GeocoderQueryError(f"A place name has at most {MAX_NAME_LENGTH} characters, this one {len(name)}.")
    if any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in name):
        raise GeocoderQueryError("The query holds control characters or text-direction marks; remove them.")
    if "://" in name:
        raise GeocoderQueryError("The query is a web address, not a place name.")


def _countries(codes: str | Sequence[str] | None) -> tuple[str, ...]:
    listed = [codes] if isinstance(codes, str) else list(codes or ())
    wanted = tuple(dict.fromkeys(str(code).strip().upper() for one in listed for code in str(one).split(",")))
    for code in wanted:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise GeocoderQueryError(f"{code!r} is no ISO 3166-1 alpha-2 country code.")
    return wanted


def _check_limit(limit: int | None) -> None:
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 1):
        raise GeocoderQueryError(f"limit is a whole number of at least 1, not {limit!r}.")


def _point(query: Any) -> Point:
    try:
        if isinstance(query, str | GeopyPoint):
            point = GeopyPoint(query)
            latitude, longitude = float(point.latitude), float(point.longitude)
        else:
            latitude, longitude = (float(number) for number in query)
        return Point(latitude, longitude)
    except (TypeError, ValueError) as error:
        raise GeocoderQueryError(f"{query!r} is no point on the globe in degrees: {error}") from error
