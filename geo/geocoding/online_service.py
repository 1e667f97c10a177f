"""An online service as this installation uses it, what it answers, and what all processes share about it."""

from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from geo.geocoding.online_hits import Hit, Provider


class Ledger(Protocol):
    """What all processes of the application share: answers kept, turns taken, rests asked for. Times are epoch seconds.

    Any of its methods may raise LaunchMapError: then no service is asked.
    """

    def recall(self, key: str, since: float) -> str | None:
        """The answer kept under `key` at `since` or later."""

    def keep(self, key: str, answer: str, now: float) -> None: ...

    def take_turn(self, now: float, seconds_between: float) -> float:
        """0 when the caller may ask now (and the turn is taken), else the seconds until it is worth trying again."""

    def rest(self, until: float, reason: str) -> None:
        """No turns before `until`."""

    def resting(self, now: float) -> str | None:
        """Why no turn is given now; None when turns are given."""


@dataclass(frozen=True, slots=True)
class Service:
    """A provider as this installation uses it. `address` is http(s)://host[:port][/path]; seconds for `timeout`."""

    provider: Provider
    address: str
    user_agent: str
    username: str = ""
    timeout: float = 5.0

    @property
    def is_public(self) -> bool:
        """Whether it is the provider's own public server, whose terms forbid lookups in bulk."""
        return urlsplit(self.address).hostname == urlsplit(self.provider.address).hostname

    @property
    def label(self) -> str:
        return f"{self.provider.title} ({urlsplit(self.address).netloc})"


@dataclass(frozen=True, slots=True)
class OnlineReply:
    """Hits in the service's order, none when it found nothing or did not answer; `note` says which, for a person.

    `answered` is False when the service did not answer; `kept` says that the answer is an
    earlier one of the cache.
    """

    hits: tuple[Hit, ...]
    note: str
    answered: bool = True
    kept: bool = False
