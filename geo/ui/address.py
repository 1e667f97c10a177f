"""The URL's fields: what a view is when it is shared. Read as text, checked field by field, written again alike."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from geo.render.interactive_map import LAYERS

FACETS = {
    "class": "classes",
    "missile": "missiles",
    "place": "places",
    "publisher": "publishers",
    "speaker": "speakers",
    "outcome": "outcomes",
    "finding": "findings",
    "disputed": "disputed",
}
"""Name in the URL ─► name of the facet (geo.services.facets)."""

_EARLIEST, _LATEST = date(1984, 1, 1), date(2100, 12, 31)
_MAP = re.compile(r"(-?\d{1,2}(?:\.\d{1,4})?),(-?\d{1,3}(?:\.\d{1,4})?),(\d{1,2}(?:\.\d{1,2})?)")
_UNITS = (10_000, 10_000, 100)  # of the map's latitude, longitude and zoom in the session
_MOST_VALUES = 50  # of one facet
MapPlace = tuple[int, int, int]


class _Fields(BaseModel):
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
            round(float(part) * unit) for part, unit in zip(found.groups(), _UNITS, strict=True)
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


@dataclass(frozen=True, slots=True)
class View:
    """What is shown. Days are local days at the launch place, both included, None for "as at first sight".

    `as_of` is the day whose end the selected launch is told at, None for today.

    `facets` are chosen values by facet, `place` the middle of the map, latitude and longitude in
    0.0001 degree (WGS 84), and the zoom in hundredths; `layers` are those switched on
    (geo.render.interactive_map). None for "as they come".
    """

    event: str | None = None
    first: date | None = None
    last: date | None = None
    search: str = ""
    least: int = 1
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place: MapPlace | None = None
    layers: tuple[str, ...] | None = None
    as_of: date | None = None


def read(query: Mapping[str, Sequence[str]], options: Mapping[str, Sequence[str]]) -> tuple[View, tuple[str, ...]]:
    """The view a URL asks for, and the names of the fields left out because they mean nothing.

    `query` has every value of each field; `options` are the values each facet knows. One bad
    value costs its own field only. Never raises.
    """
    asked = {name: query[name][-1] for name in _names() if query.get(name)}
    try:
        fields, bad = _Fields.model_validate(asked), []
    except ValidationError as error:
        bad = list(dict.fromkeys(str(fault["loc"][0]) for fault in error.errors()))
        fields = _Fields.model_validate({name: text for name, text in asked.items() if name not in bad})
    facets, unknown = _facets(query, options)
    view = View(
        event=fields.event,
        first=fields.first,
        last=fields.last,
        search=fields.search,
        least=fields.least,
        facets=facets,
        place=fields.map,
        layers=fields.layers,
        as_of=fields.as_of if fields.event else None,
    )
    idle = ("asof",) if fields.as_of and not view.as_of else ()  # of no launch
    return view, (*bad, *idle, *unknown)


def write(view: View) -> dict[str, str | list[str]]:
    """The URL's fields of a view, always in the same order; what is as at first sight is left out."""
    fields: dict[str, str | list[str]] = {}
    if view.event:
        fields["event"] = view.event
    if view.event and view.as_of:
        fields["asof"] = view.as_of.isoformat()
    if view.first and view.last:
        fields |= {"from": view.first.isoformat(), "to": view.last.isoformat()}
    if view.search:
        fields["q"] = view.search
    if view.least > 1:
        fields["least"] = str(view.least)
    fields |= {name: list(view.facets[facet]) for name, facet in FACETS.items() if view.facets.get(facet)}
    if view.place:
        fields["map"] = ",".join(
            f"{part / unit:.4f}".rstrip("0").rstrip(".") for part, unit in zip(view.place, _UNITS, strict=True)
        )
    if view.layers is not None:
        fields["layers"] = ".".join(view.layers)
    return fields


def is_ours(name: str) -> bool:
    """Whether a field of the URL is one of this page's; others are left alone."""
    return name in FACETS or name in _names()


def _names() -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in _Fields.model_fields.items())


def _facets(
    query: Mapping[str, Sequence[str]], options: Mapping[str, Sequence[str]]
) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    known, unknown = {}, []
    for name, facet in FACETS.items():
        asked = tuple(dict.fromkeys(query.get(name, ())[:_MOST_VALUES]))
        if chosen := tuple(value for value in asked if value in options.get(facet, ())):
            known[facet] = chosen
        if len(chosen) < len(asked):
            unknown.append(name)
    return known, unknown
