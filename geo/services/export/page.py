"""The interactive map as one file."""

from collections.abc import Callable
from typing import Any

from geo.catalogue.basemap import load_basemap
from geo.catalogue.fonts import fonts_folder
from geo.model.errors import ExportError
from geo.render.files.html_page import Page, html_page
from geo.render.launch_columns import day_number, to_columns
from geo.services.browse import tabulate
from geo.services.export import describing
from geo.services.export.panels import panel_as_json
from geo.services.export.request import LONGEST_TEXT
from geo.services.export.shown import Shown

Progress = Callable[[float, str], None]
MOST_LAUNCHES = 5_000  # with their panels: some 100 MB, which a browser still opens
HEADER = ("Date (local)", "Place", "Missile", "Count", "Publishers", "Disagreement")


def page(shown: Shown, progress: Progress) -> bytes:
    """ExportError for more launches than a browser opens with all their words."""
    if len(shown.rows) > MOST_LAUNCHES:
        raise ExportError(
            f"{len(shown.rows):,} launches with all their words are too many for one page; "
            f"choose a range of at most {MOST_LAUNCHES:,}, or another format."
        )
    dossiers = {}
    for i, row in enumerate(shown.rows):
        dossiers[row.event.id] = panel_as_json(shown.atlas.dossier(row.event.id))
        progress(0.9 * (i + 1) / len(shown.rows), "writing the panels")
    request = shown.request
    filters = describing.filters_in_words(shown)
    facts = " · ".join(describing.facts_in_words(shown))
    content = Page(
        title=request.title[:LONGEST_TEXT] or describing.description(shown)["title"],
        lines=[line for line in (request.subtitle[:LONGEST_TEXT], facts, *filters) if line],
        footer=_footer(shown),
        header=HEADER,
        columns=to_columns(shown.view),
        dossiers=dossiers,
        opening=_opening(shown),
    )
    return html_page(content, load_basemap().folder, fonts_folder())


def _opening(shown: Shown) -> dict[str, Any]:
    first, last = map(day_number, describing.range_of(shown))
    axis = tuple(map(day_number, shown.atlas.axis))
    rows = tabulate(shown.record, shown.rows, shown.atlas.library.sources)
    return {
        "axis": [min(axis[0], first), max(axis[1], last)],
        "days": [first, last],
        "selected": shown.selected.event_id if shown.selected else None,
        "theme": "light",
        "version": " of ".join(filter(None, (shown.catalogue.version, shown.catalogue.created[:10]))),
        "shows_undated": shown.request.chosen.first is None and shown.request.chosen.last is None,
        "rows": [
            {
                "id": row.event_id,
                "first": day_number(of.first) if of.first else None,
                "last": day_number(of.last) if of.last else None,
                "cells": [row.day, row.place, row.missile, row.count, str(row.publishers), row.disagreement],
            }
            for row, of in zip(rows, shown.rows, strict=True)
        ],
    }


def _footer(shown: Shown) -> list[str]:
    described = describing.description(shown)
    terms = [f"{each['title']}: {each['terms']} ({each['link']})" for each in described["sources"]]
    lines = [
        describing.sources_in_words(shown),
        *terms,
        described["licence"],
        described["basemap"],
        described["citation"],
    ]
    return [line for line in lines if line]
