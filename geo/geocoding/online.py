"""Asks an online service where a name is, by geopy. The only network code of this project; off by default.

The public services' terms are kept here for the whole application: one request a second over all
threads, sessions and processes (the ledger is shared), an identifying user agent, answers kept and not
asked for twice, and attribution with every answer. A service that fails costs a note, never an error.
"""

import json
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from queue import Empty, Queue
from typing import Any, NoReturn
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, ProxyHandler, build_opener, getproxies

from geopy.adapters import AdapterHTTPError, URLLibAdapter, get_retry_after
from geopy.exc import GeocoderQueryError, GeocoderRateLimited, GeocoderServiceError, GeocoderTimedOut
from geopy.geocoders import GeoNames, Nominatim, Photon
from geopy.location import Location

from geo.geocoding.online_hits import MAX_HITS, ClassRules, Hit, hits_of, packed, unpacked
from geo.geocoding.online_service import Ledger, OnlineReply, Service
from geo.model.errors import LaunchMapError

MAX_ANSWER_BYTES = 2_000_000
KEEP_SECONDS = 90 * 86_400.0
PATIENCE_SECONDS = 10.0  # how long a person is kept waiting for a turn
REST_SECONDS = 60.0  # a service that failed is left alone so long
LONGEST_REST_SECONDS = 86_400.0


class OnlineGeocoder:
    """One service behind the ledger. Shared by any number of threads."""

    def __init__(
        self,
        service: Service,
        rules: ClassRules,
        ledger: Ledger,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.service = service
        self._rules, self._ledger = rules, ledger
        self._clock, self._sleep = clock, sleep
        self._call = _CALLS[service.provider.id](service)

    def ask(self, name: str, country: str = "") -> OnlineReply:
        """What the service knows of a name ("Sinpo, South Hamgyong") in a country (alpha-2, "" for any). Never raises.

        `name` has passed geo.geocoding.query already.
        """
        try:
            return self._kept(name, country) or self._asked(name, country)
        except LaunchMapError as error:
            return self._unanswered(f"was not asked: {error}")

    def _kept(self, name: str, country: str) -> OnlineReply | None:
        answer = self._ledger.recall(self._key(name, country), self._clock() - KEEP_SECONDS)
        if answer is None:
            return None
        try:
            hits = unpacked(json.loads(answer))
        except (ValueError, TypeError, KeyError):
            return None
        return OnlineReply(hits, self._found(hits, "answered earlier"), kept=True)

    def _asked(self, name: str, country: str) -> OnlineReply:
        if refusal := self._turn():
            return self._unanswered(refusal)
        try:
            found = _within(self.service.timeout, lambda: self._call(name, country))
        except GeocoderQueryError:
            return self._unanswered("refused the query")
        except Exception as error:  # whatever a service sends must not cost the offline answer
            return self._unanswered(self._rested(error))
        raw = [one.raw for one in found or () if isinstance(one, Location)][:MAX_HITS]
        hits = hits_of(raw, self.service.provider, self._rules)
        hits = tuple(hit for hit in hits if not country or hit.country in ("", country))
        with suppress(LaunchMapError):  # an answer that cannot be kept is still an answer
            self._ledger.keep(self._key(name, country), json.dumps(packed(hits)), self._clock())
        return OnlineReply(hits, self._found(hits, "answered"))

    def _turn(self) -> str:
        """Waits for a turn; "" when it is there, else why there is none."""
        deadline = self._clock() + PATIENCE_SECONDS
        while not (why := self._ledger.resting(self._clock())):
            wait = self._ledger.take_turn(self._clock(), self.service.provider.seconds_between)
            if not wait:
                return ""
            if self._clock() + wait > deadline:
                return "was not asked: too many lookups are waiting for their turn"
            self._sleep(wait)
        return f"is left alone for now: {why}"

    def _rested(self, error: Exception) -> str:
        """Leaves the service alone for as long as it asks for, or a minute; what to tell the user."""
        why, asked_for = _why(error, self.service.timeout), _asked_rest(error)
        seconds = REST_SECONDS
        if asked_for is not None:
            seconds = min(max(asked_for, self.service.provider.seconds_between), LONGEST_REST_SECONDS)
        self._ledger.rest(self._clock() + seconds, why)
        return f"{why}; it is asked again after {seconds:.0f} s"

    def _found(self, hits: Sequence[Hit], how: str) -> str:
        count = f"{len(hits)} place{'' if len(hits) == 1 else 's'}" if hits else "nothing"
        provider = self.service.provider
        return f"{self.service.label} {how}: {count}. {provider.attribution}, {provider.licence}."

    def _unanswered(self, what: str) -> OnlineReply:
        return OnlineReply((), f"{self.service.label} {what.rstrip('.')}. The offline answer stands.", answered=False)

    def _key(self, name: str, country: str) -> str:
        return sha256("\n".join((self.service.provider.id, self.service.address, name, country)).encode()).hexdigest()


class _NoRedirect(HTTPRedirectHandler):
    """Another host would be asked without its turn, and perhaps without being meant."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class _BoundedAdapter(URLLibAdapter):  # type: ignore[misc]
    """geopy's plain adapter: no retries of its own, no redirects, and no answer larger than MAX_ANSWER_BYTES."""

    def __init__(self, *, proxies: Any, ssl_context: Any) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        known = getproxies() if proxies is None else proxies
        self.urlopen = build_opener(HTTPSHandler(context=ssl_context), ProxyHandler(known), _NoRedirect).open

    def _decode_page(self, page: Any) -> str:
        body = page.read(MAX_ANSWER_BYTES + 1)
        if len(body) > MAX_ANSWER_BYTES:
            raise GeocoderServiceError(f"its answer is larger than {MAX_ANSWER_BYTES:,} bytes")
        return str(body, "utf-8", "replace")


def _nominatim(service: Service) -> Callable[[str, str], Any]:
    parts = urlsplit(service.address)
    asked = Nominatim(domain=parts.netloc + parts.path, scheme=parts.scheme, **_common(service))

    def call(name: str, country: str) -> Any:
        return asked.geocode(
            name, exactly_one=False, limit=MAX_HITS, addressdetails=True, language="en", country_codes=country or None
        )

    return call


def _photon(service: Service) -> Callable[[str, str], Any]:
    parts = urlsplit(service.address)
    asked = Photon(domain=parts.netloc + parts.path, scheme=parts.scheme, **_common(service))
    return lambda name, _: asked.geocode(name, exactly_one=False, limit=MAX_HITS, language="en")


def _geonames(service: Service) -> Callable[[str, str], Any]:
    parts = urlsplit(service.address)
    domain = parts.netloc + parts.path.rstrip("/")
    asked = GeoNames(service.username, domain=domain, scheme=parts.scheme, **_common(service))
    return lambda name, country: asked.geocode(name, exactly_one=False, country=country or None)


def _common(service: Service) -> dict[str, Any]:
    return {"user_agent": service.user_agent, "timeout": service.timeout, "adapter_factory": _BoundedAdapter}


_CALLS = {"nominatim": _nominatim, "photon": _photon, "geonames": _geonames}


def _within(seconds: float, work: Callable[[], Any]) -> Any:
    """The result of `work`, or GeocoderTimedOut: a socket's timeout bounds neither a slow drip nor the name server."""
    outcome: Queue[tuple[Any, Exception | None]] = Queue(1)

    def run() -> None:
        try:
            outcome.put((work(), None))
        except Exception as error:
            outcome.put((None, error))

    threading.Thread(target=run, daemon=True, name="online geocoder").start()
    try:
        found, error = outcome.get(timeout=seconds)
    except Empty:
        _timed_out(seconds)
    if error is not None:
        raise error
    return found


def _timed_out(seconds: float) -> NoReturn:
    raise GeocoderTimedOut(f"no answer within {seconds:g} s")


def _why(error: Exception, timeout: float) -> str:
    """The failure in words of ours: what a service sends is not repeated."""
    if isinstance(error, GeocoderRateLimited):
        return "asked for fewer requests (429)"
    if isinstance(error.__cause__, AdapterHTTPError):
        return f"answered with an error ({error.__cause__.status_code})"
    if isinstance(error, GeocoderTimedOut):
        return f"did not answer within {timeout:g} s"
    return f"did not give a usable answer ({type(error).__name__})"


def _asked_rest(error: Exception) -> float | None:
    """Seconds the service asked to be left alone for (Retry-After, which comes with 429 and with 503)."""
    if isinstance(error, GeocoderRateLimited):
        return None if error.retry_after is None else float(error.retry_after)
    if not isinstance(error.__cause__, AdapterHTTPError):
        return None
    seconds = get_retry_after(error.__cause__.headers)
    return None if seconds is None else float(seconds)
