"""Only numbers and ids enter folium: branca reads what it has rendered once more as a Jinja template."""

import re
from collections.abc import Iterable

from geo.model.errors import ModelError

_ID = re.compile(r"[A-Za-z0-9_-]{1,200}")
_NAME = re.compile(r"[\w .,'’ʻ‘()/-]{1,80}")
_FILE_NAME = re.compile(r"[0-9a-f]{32}\.json")


def checked_id(text: str) -> str:
    """The id itself; ModelError unless it is 1 to 200 ASCII letters, digits, "_" and "-"."""
    if not _ID.fullmatch(text):
        raise ModelError(
            f"{text[:80]!r} is not an id of ASCII letters, digits, '_' and '-': it must not reach the map."
        )
    return text


def checked_name(text: str) -> str:
    """A name of ours; ModelError for what has markup, braces or line breaks in it, or is longer than 80 characters."""
    if not _NAME.fullmatch(text):
        raise ModelError(f"{text[:80]!r} is no plain name: it must not reach the map.")
    return text


def checked_ids(texts: Iterable[str]) -> list[str]:
    return [checked_id(text) for text in texts]


def checked_file_name(text: str) -> str:
    """The name of a content-addressed file; ModelError for anything else, a path above all."""
    if not _FILE_NAME.fullmatch(text):
        raise ModelError(f"{text[:80]!r} is not the name of a file of launches.")
    return text


def checked_number(value: int) -> int:
    """The whole number itself; ModelError for anything else, also for True, which is one only to Python."""
    if type(value) is not int:
        raise ModelError(f"{value!r} is not a whole number: it must not reach the map.")
    return value
