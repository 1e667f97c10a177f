"""The gazetteer as a geopy geocoder that never leaves the machine."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Lock
from typing import Any, NoReturn

from geopy.adapters import BaseAsyncAdapter, BaseSyncAdapter
from geopy.exc import ConfigurationError, GeocoderServiceError
from geopy.geocoders import SERVICE_TO_GEOCODER
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from geo.geocoding.answers import Answers
from geo.geocoding.context import Context
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.nearby import Nearby
from geo.geocoding.query import Query, check_limit, countries_of, language_of, point_of, toponym_of
from geo.geocoding.resolution import resolve
from geo.model.place import AmbiguousPlace, Place, Point, Resolution, Toponym

SERVICE = "launch_map"
REVERSE_REACH_KM = 50.0
_REMEMBERED = 20_000
# The ids of the areas (ISO 3166-2, seas) a WGS 84 point lies in, the smallest first.
AreaFinder = Callable[[Point], Sequence[str]]


class NoNetworkAdapter(BaseSyncAdapter):  # type: ignore[misc]
    """A geopy adapter that refuses every request: proof that nothing leaves the machine."""

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> NoReturn:
        raise GeocoderServiceError(f"The offline geocoder makes no requests; {url} was not asked.")

    get_text = get_json


class NoNetworkAsyncAdapter(BaseAsyncAdapter):  # type: ignore[misc]
    """The same for asyncio: with it geocode and reverse return awaitables, as geopy's own geocoders do."""

    async def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> NoReturn:
        raise GeocoderServiceError(f"The offline geocoder makes no requests; {url} was not asked.")

    get_text = get_json


class OfflineGeocoder(Geocoder):  # type: ignore[misc]
    """Looks names up in the gazetteer it is given; a geopy geocoder (2.5) in every other respect.

    One instance serves any number of threads. Location.raw holds status, gazetteer_id, name,
    feature_class, country, province, province_id, area_id, radius_m (metres), radius_reason,
    matched (the spelling met) and score (1 as written, a tenth less for each looser way of
    meeting it), source, source_url, licence, and candidates_lost with their reasons.
    `adapter_factory` only decides between plain
    answers and awaitables (any geopy BaseAsyncAdapter): the adapter is never asked for
    anything. `areas` tells in which areas a point lies, for reverse. geo.services.geocoder
    has the subclass that loads the gazetteer of this project by itself.
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        *,
        areas: AreaFinder | None = None,
        timeout: Any = DEFAULT_SENTINEL,
        user_agent: str | None = None,
        adapter_factory: Callable[..., Any] | None = None,
    ) -> None:
        super().__init__(
            timeout=timeout, user_agent=user_agent, adapter_factory=adapter_factory or NoNetworkAdapter, proxies={}
        )
        if gazetteer is None:
            raise ConfigurationError("Give a gazetteer, or use geo.services.geocoder.LaunchMapGeocoder, which has one.")
        self._gazetteer = gazetteer
        self._areas = areas
        self._nearby: Nearby | None = None
        self._building = Lock()
        self._known: dict[tuple[Toponym, str], Resolution] = {}

    def geocode(
        self,
        query: Query,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        country_codes: str | Sequence[str] | None = None,
        language: str | bool | None = None,
        limit: int | None = None,
    ) -> Any:
        """The place a query means: Location, list of them with exactly_one=False, or None; never an empty list.

        `query` is "Sinpo, South Hamgyong" (the name first, wider names after it) or a mapping
        with the keys place or city, county, state or province, country. `country_codes` are
        ISO 3166-1 alpha-2; `language` (en, ko, ja, zh, ru) names the answer in that language
        where the gazetteer can. An ambiguous query has no one answer: None with `exactly_one`,
        else the list of candidates, each with raw["status"] "ambiguous" and the reason. An area
        answers with a point that stands for it, raw["status"] "area" and the radius enclosing
        it. `timeout` is accepted and unused. GeocoderQueryError for a query that is no name.
        """
        return self._deliver(partial(self._geocode, query, exactly_one, country_codes, language, limit))

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
        language: str | bool | None = None,
        limit: int | None = None,
    ) -> Any:
        """The nearest entry to a WGS 84 point within REVERSE_REACH_KM, else the smallest area around it, else None.

        `query` is a geopy Point, (latitude, longitude), or "latitude, longitude" in degrees.
        With exactly_one=False all entries in reach, the nearest first, then the areas around.
        raw["distance_km"] says how far away, raw["inside"] the ids of the areas the point
        lies in. Coordinates off the globe raise GeocoderQueryError; they are not wrapped around.
        """
        return self._deliver(partial(self._reverse, query, exactly_one, language, limit))

    def _deliver(self, work: Callable[[], Any]) -> Any:
        if not isinstance(self.adapter, BaseAsyncAdapter):
            return work()

        async def later() -> Any:
            return work()

        return later()

    def _geocode(
        self,
        query: Query,
        exactly_one: bool,
        country_codes: str | Sequence[str] | None,
        language: str | bool | None,
        limit: int | None,
    ) -> Location | list[Location] | None:
        toponym, countries = toponym_of(query), countries_of(country_codes)
        answers = Answers(self._gazetteer, language_of(language))
        check_limit(limit)
        groups = [self._found(toponym, country, answers) for country in countries or ("",)]
        found = list({one.raw["gazetteer_id"]: one for group in groups for one in group}.values())
        if exactly_one:
            return found[0] if len(found) == 1 and found[0].raw["status"] != "ambiguous" else None
        return found[:limit] or None

    def _found(self, toponym: Toponym, country: str, answers: Answers) -> list[Location]:
        resolution = self._resolved(toponym, country)
        if isinstance(resolution, Place):
            found = [answers.place(resolution, toponym.name)]
        elif isinstance(resolution, AmbiguousPlace):
            reason = resolution.reason
            found = [answers.candidate(one, toponym.name, reason) for one in resolution.candidates]
        else:
            found = []
        return [location for location in found if location]

    def _resolved(self, toponym: Toponym, country: str) -> Resolution:
        """As resolve gives it, remembered: a resolution is immutable, and depends on nothing else."""
        asked = (toponym, country)
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known = {}
            found = self._known[asked] = resolve(toponym, self._gazetteer, Context(country))
        return found

    def _reverse(
        self, query: Any, exactly_one: bool, language: str | bool | None, limit: int | None
    ) -> Location | list[Location] | None:
        point = point_of(query)
        answers = Answers(self._gazetteer, language_of(language))
        check_limit(limit)
        inside = [one for one in (self._areas(point) if self._areas else ()) if one in self._gazetteer.entries]
        near = self._near().within(point, REVERSE_REACH_KM)[: 1 if exactly_one else limit]
        found = [answers.nearest(entry_id, at, away, inside) for away, entry_id, at in near]
        found += [area for area_id in inside if (area := answers.around(area_id, inside))]
        if exactly_one:
            return found[0] if found else None
        return found[:limit] or None

    def _near(self) -> Nearby:
        """The grid for reverse, built when it is first asked for."""
        with self._building:
            if self._nearby is None:
                self._nearby = Nearby(self._gazetteer)
        return self._nearby


SERVICE_TO_GEOCODER[SERVICE] = OfflineGeocoder
