"""What a file says of itself: which launches, of which data, whose, on what terms, and how to cite them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from geo.catalogue.package import open_package
from geo.services.citing import PROJECT
from geo.services.export.shown import Shown
from geo.services.facets import TITLES
from geo.services.wording import day_in_words, launches_in_words

_OWN_TERMS = "Facts, figures, names and links of the publishers named; the compilation is under the MIT License."
MOST_SOURCES = 8


def range_of(shown: Shown) -> tuple[date, date]:
    """First and last day asked for; the whole axis where none is."""
    chosen, axis = shown.request.chosen, shown.atlas.axis
    return chosen.first or axis[0], chosen.last or axis[1]


def range_in_words(shown: Shown) -> str:
    first, last = range_of(shown)
    return f"{day_in_words(first)} – {day_in_words(last)}"


def filters_in_words(shown: Shown) -> tuple[str, ...]:
    """A line for each filter but the dates; one that says so when there is none."""
    chosen = shown.request.chosen
    lines = [f"{TITLES[name]}: {' or '.join(values)}" for name, values in chosen.facets if values]
    if chosen.least_publishers > 1:
        lines.append(f"At least {chosen.least_publishers} publishers")
    if chosen.search:
        lines.append(f"Search: {chosen.search}")
    return tuple(lines) or ("Every launch on record in this range",)


def count_in_words(shown: Shown) -> str:
    """ "12 launches: 10 on the map, 1 without a place, 1 without a date"; says so when there is none."""
    if not shown.rows:
        return "No launch passes these filters"
    undated = len(shown.rows) - len(shown.view.symbols)
    unplaced = len(shown.view.symbols) - shown.placed
    parts = [f"{shown.placed:,} with a place"]
    parts += [f"{unplaced:,} without a place"] if unplaced else []
    parts += [f"{undated:,} without a date"] if undated else []
    return f"{launches_in_words(len(shown.rows))}: {', '.join(parts)}"


def disagreements_in_words(shown: Shown) -> str:
    """ "3 of 12 launches have contradictory claims"."""
    if not shown.rows:
        return ""
    verb = "has" if shown.disputed == 1 else "have"
    return f"{shown.disputed:,} of {launches_in_words(len(shown.rows))} {verb} contradictory claims"


def facts_in_words(shown: Shown) -> tuple[str, ...]:
    """Range, count and disagreements, for under a title."""
    return tuple(filter(None, (range_in_words(shown), count_in_words(shown), disagreements_in_words(shown))))


def version_in_words(shown: Shown) -> str:
    known = shown.catalogue
    if not known.version:
        return "Data version unknown"
    return f"Data version {known.version} of {day_in_words(date.fromisoformat(known.created[:10]))}"


def publishers(shown: Shown) -> list[str]:
    """Who published the records and reports of these launches, those with most launches first."""
    seen = Counter[str]()
    for names, launches in Counter(row.facets["publishers"] for row in shown.rows).items():
        seen.update(dict.fromkeys(names, launches))
    return sorted(seen, key=lambda name: (-seen[name], name))


def sources_in_words(shown: Shown) -> str:
    names = publishers(shown)
    if not names:
        return ""
    more = f"; and {len(names) - MOST_SOURCES} more" if len(names) > MOST_SOURCES else ""
    return f"Sources: {'; '.join(names[:MOST_SOURCES])}{more}."


def attribution(shown: Shown) -> str:
    return f"{shown.view.attribution}. Place names: GeoNames, CC BY 4.0."


def citation(shown: Shown) -> str:
    """Without the day of reading, so that the same data give the same words; the reader adds it."""
    first, last = range_of(shown)
    address = f" View: ?{shown.request.address}." if shown.request.address else ""
    return f"{PROJECT}. “Missile launches from {first} to {last}.” {version_in_words(shown)}.{address}"


def terms(shown: Shown) -> list[dict[str, str]]:
    """Whose facts these are and on what terms, as the packages' manifests state them."""
    if shown.catalogue.refusal:
        return []
    sources: Sequence[dict[str, str]] = open_package("launches").manifest["sources"]
    return [{"title": each["title"], "link": each["path"], "terms": each.get("terms", "")} for each in sources]


def description(shown: Shown) -> dict[str, Any]:
    """The block that every data file carries, or its sidecar."""
    first, last = range_of(shown)
    return {
        "title": f"Missile launches from {first} to {last}",
        "data_version": shown.catalogue.version or None,
        "data_created": shown.catalogue.created or None,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "filters": list(filters_in_words(shown)),
        "view": f"?{shown.request.address}" if shown.request.address else None,
        "launches": len(shown.rows),
        "with_contradictory_claims": shown.disputed,
        "licence": _OWN_TERMS,
        "basemap": attribution(shown),
        "sources": terms(shown),
        "publishers": publishers(shown),
        "citation": citation(shown),
    }


def file_stem(shown: Shown) -> str:
    """ "launches_2021-01-01_2021-12-31_v1.0.0", with the id of the launch that is marked or told alone."""
    first, last = range_of(shown)
    version = f"_v{shown.catalogue.version}" if shown.catalogue.version else ""
    chosen = f"_{shown.request.selected}" if shown.request.selected else ""
    return f"launches_{first}_{last}{version}{chosen}"
