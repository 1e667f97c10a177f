"""What each field of the URL may be. The page asks only when a URL has fields: pydantic is slow to import."""

import re
from collections.abc import Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from geo.model.mapview import LAYERS

MAP_UNITS = (10_000, 10_000, 100)  # of the map's latitude, longitude and zoom in the session
MapPlace = tuple[int, int, int]
_EARLIEST, _LATEST = date(1984, 1, 1), date(2100, 12, 31)
_MAP = re.compile(r"(-?\d{1,2}(?:\.\d{1,4})?),(-?\d{1,3}(?:\.\d{1,4})?),(\d{1,2}(?:\.\d{1,2})?)")


class Fields(BaseModel):
    model_config = ConfigDict(extra="ignore")

    event: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{1,80}$")
    first: date | None = Field(default=None, alias="from", ge=_EARLIEST, le=_LATEST)
    last: date | None = Field(default=None, alias="to", ge=_EARLIEST, le=_LATEST)
    as_of: date | None = Field(default=None, alias="asof", ge=_EARLIEST, le=_LATEST)
    search: str = Field(default="", alias="q", max_length=80)
    least: int = Field(default=1, ge=1, le=999)
    map: MapPlace | None = None
    layers: tuple[str, ...] | None = None

    @field_validator("map", mode="before")
    @classmethod
    def _place(cls, text: str) -> MapPlace:
        found = _MAP.fullmatch(text)
        if not found:
            raise ValueError("latitude, longitude and zoom")
        latitude, longitude, zoom = (
            round(float(part) * unit) for part, unit in zip(found.groups(), MAP_UNITS, strict=True)
        )
        if abs(latitude) > 850_000 or abs(longitude) > 1_800_000 or zoom > 2_000:
            raise ValueError("a place on the map")
        return latitude, longitude, zoom

    @field_validator("layers", mode="before")
    @classmethod
    def _names(cls, text: str) -> tuple[str, ...]:
        asked = text.split(".") if text else []
        if not set(asked) <= set(LAYERS):
            raise ValueError("names of layers")
        return tuple(layer for layer in LAYERS if layer in asked)


def checked(asked: Mapping[str, str]) -> tuple[Fields, tuple[str, ...]]:
    """The fields that mean something, and the names of those that do not; a range backwards means nothing."""
    fields, bad = _each(asked)
    if fields.first and fields.last and fields.first > fields.last:
        return fields.model_copy(update={"first": None, "last": None}), (*bad, "from", "to")
    return fields, bad


def _each(asked: Mapping[str, str]) -> tuple[Fields, tuple[str, ...]]:
    try:
        return Fields.model_validate(asked), ()
    except ValidationError as error:
        bad = tuple(dict.fromkeys(str(fault["loc"][0]) for fault in error.errors()))
        return Fields.model_validate({name: text for name, text in asked.items() if name not in bad}), bad
