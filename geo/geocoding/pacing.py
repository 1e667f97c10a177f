"""geopy's rate limiters, except that a refused query is refused at once.

GeocoderQueryError is a GeocoderServiceError, and geopy's limiters try those again: with their
default settings a query that can never succeed costs two waits of five seconds and then
answers None. The limiters here hand such an error on at the first try, whatever
swallow_exceptions says; every other error is treated as geopy treats it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from geopy.exc import GeocoderQueryError
from geopy.extra import rate_limiter


@dataclass(frozen=True, slots=True)
class _Refused:
    """Carries the error past the retries as a plain value."""

    error: GeocoderQueryError


class RateLimiter(rate_limiter.RateLimiter):  # type: ignore[misc]
    """geopy.extra.rate_limiter.RateLimiter with the same arguments; a GeocoderQueryError is raised at once."""

    def __init__(self, func: Callable[..., Any], **settings: Any) -> None:
        def carried(*args: Any, **kwargs: Any) -> Any:
            try:
                return func(*args, **kwargs)
            except GeocoderQueryError as error:
                return _Refused(error)

        super().__init__(carried, **settings)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _raised(super().__call__(*args, **kwargs))


class AsyncRateLimiter(rate_limiter.AsyncRateLimiter):  # type: ignore[misc]
    """geopy.extra.rate_limiter.AsyncRateLimiter likewise."""

    def __init__(self, func: Callable[..., Awaitable[Any]], **settings: Any) -> None:
        async def carried(*args: Any, **kwargs: Any) -> Any:
            try:
                return await func(*args, **kwargs)
            except GeocoderQueryError as error:
                return _Refused(error)

        super().__init__(carried, **settings)

    async def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return _raised(await super().__call__(*args, **kwargs))


def _raised(answer: Any) -> Any:
    if isinstance(answer, _Refused):
        raise answer.error
    return answer
