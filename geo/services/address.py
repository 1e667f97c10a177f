"""The URL's fields: what a view is when it is shared. Read as text, checked field by field, written again alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

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

FIELDS = ("event", "from", "to", "asof", "q", "least", "map", "layers")
"""The other names in the URL; what each may be: geo.services.address_fields."""

_UNITS = (10_000, 10_000, 100)  # of the map's latitude, longitude and zoom in the session
_MOST_VALUES = 50  # of one facet
MapPlace = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class View:
    """What is shown. Days are local days at the launch place, both included, None for "as at first sight".

    `as_of` is the day whose end the selected launch is told at, None for today.
    `facets` are chosen values by facet, `place` the middle of the map, latitude and longitude in
    0.0001 degree (WGS 84), and the zoom in hundredths; `layers` are those switched on
    (geo.model.mapview.LAYERS). None for "as they come".
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
    asked = {name: query[name][-1] for name in FIELDS if query.get(name)}
    facets, unknown = _facets(query, options)
    if not asked:
        return View(facets=facets), tuple(unknown)
    from geo.services.address_fields import checked

    fields, bad = checked(asked)
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
    return name in FACETS or name in FIELDS


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
