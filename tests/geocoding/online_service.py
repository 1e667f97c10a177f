"""A local HTTP server that plays an online geocoder, and a ledger held in memory."""

import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from geo.catalogue.geocoders import load_geocoders
from geo.geocoding.online import OnlineGeocoder
from geo.geocoding.online_service import Service

USER_AGENT = "launch-map-tests/1 (tests@example.org)"


@dataclass
class Reply:
    """What the server says next: `body` is JSON unless it is bytes, sent after `delay` seconds."""

    body: Any = field(default_factory=list)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: bool = False


@dataclass
class Request:
    at: float
    path: str
    query: dict[str, list[str]]
    user_agent: str


class Played(ThreadingHTTPServer):
    """`reply` answers every request; `requests` are those that came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.reply = Reply()
        self.requests: list[Request] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Played

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        agent = self.headers.get("User-Agent", "")
        self.server.requests.append(Request(time.monotonic(), parts.path, parse_qs(parts.query), agent))
        reply = self.server.reply
        body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
        time.sleep(reply.delay)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            for byte in [bytes([one]) for one in body] if reply.drip else [body]:
                self.wfile.write(byte)
                time.sleep(0.2 if reply.drip else 0)
        except OSError:
            pass  # the client gave up, as it should

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def played() -> Iterator[Played]:
    server = Played()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class MemoryLedger:
    """A Ledger for one test; turns are given at once unless a rest was asked for."""

    answers: dict[str, tuple[str, float]] = field(default_factory=dict)
    rests: list[tuple[float, str]] = field(default_factory=list)
    turns: int = 0
    wait: float = 0.0

    def recall(self, key: str, since: float) -> str | None:
        answer, at = self.answers.get(key, ("", -1.0))
        return answer if at >= since else None

    def keep(self, key: str, answer: str, now: float) -> None:
        self.answers[key] = answer, now

    def take_turn(self, now: float, seconds_between: float) -> float:
        self.turns += not self.wait
        return self.wait

    def rest(self, until: float, reason: str) -> None:
        self.rests.append((until, reason))

    def resting(self, now: float) -> str | None:
        return next((reason for until, reason in self.rests if until > now), None)


def geocoder(
    address: str, provider: str = "nominatim", ledger: MemoryLedger | None = None, timeout: float = 2.0
) -> OnlineGeocoder:
    known = load_geocoders()
    service = Service(known.providers[provider], address, USER_AGENT, "tester", timeout)
    return OnlineGeocoder(service, known.rules, ledger or MemoryLedger())


def place(name: str, latitude: float, longitude: float, /, **facts: Any) -> dict[str, Any]:
    """An object as Nominatim sends it, 0.1 degrees wide."""
    return {
        "place_id": 1,
        "osm_type": "node",
        "osm_id": 7,
        "lat": str(latitude),
        "lon": str(longitude),
        "class": "place",
        "type": "town",
        "display_name": f"{name}, Nowhere",
        "boundingbox": [str(latitude - 0.05), str(latitude + 0.05), str(longitude - 0.05), str(longitude + 0.05)],
        "address": {"country_code": "kp"},
    } | facts
