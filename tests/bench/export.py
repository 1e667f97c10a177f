"""How long each file takes, by process time and by the wall, and the memory: python -m tests.bench.export.

GeoJSON and CSV of 100,000 launches are made of the record's own launches, each many times over, and written to the
disk with their SHA-256, as the command line does it. What the page looks up of every launch (days, publishers, the
claims shown first, the number of contradictions) is there, as it is when the page is open; of words nothing is
remembered of a launch or a claim: equal days, figures and names of a column are put into words once, of which
launches all different would have somewhat more.
"""

import resource
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from geo.render.files.csv_table import csv_of_columns
from geo.render.files.geojson import geojson
from geo.services.atlas import Atlas
from geo.services.export.describing import description
from geo.services.export.features import OF_PLACE, features
from geo.services.export.flat import FLAT, LAUNCH, flat_columns
from geo.services.export.making import make
from geo.services.export.request import Format, Request
from geo.services.export.shown import Shown, show
from geo.services.export.writing import write_whole
from geo.services.facets import IndexRow
from geo.services.opening import opened
from geo.services.pipeline import compile_record
from geo.services.shelf import open_shelf

MANY = 100_000
TIMES = 3


def main() -> None:
    known = opened()
    atlas = Atlas(
        compile_record(open_shelf("sqlite://").reports(), known.library, known.catalogue.records), known.library
    )
    print(f"{'file':<22}{'bytes':>12}{'CPU s':>8}{'wall s':>8}   best of {TIMES}, warm")
    for kind in (
        Format.PNG,
        Format.SVG,
        Format.PDF,
        Format.GEOJSON,
        Format.KML,
        Format.CSV,
        Format.CSV_LONG,
        Format.JSON,
    ):
        request = Request(kind)
        make(request, atlas, known.catalogue)
        _report(kind.value, lambda request=request: len(make(request, atlas, known.catalogue).content))  # type: ignore[misc]
    many = multiplied(show(Request(Format.GEOJSON), atlas, known.catalogue), MANY)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "many"
        _report(
            f"geojson, {MANY:,}",
            lambda: write_whole(path, geojson(LAUNCH, OF_PLACE, features(many), description(many))).size,
        )
        _report(f"csv, {MANY:,}", lambda: write_whole(path, csv_of_columns(FLAT, flat_columns(many))).size)
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


def multiplied(shown: Shown, count: int) -> Shown:
    """The same launches over and over, under ids of their own, until there are `count`."""
    rows, findings, badges = list[IndexRow](), {}, {}
    symbols = {symbol.event_id: symbol for symbol in shown.view.symbols}
    drawn = []
    for number, row in enumerate(islice(cycle(shown.rows), count)):
        event = replace(row.event, id=f"{row.event.id}-{number}")
        rows.append(replace(row, event=event))
        findings[event.id], badges[event.id] = shown.record.findings[row.event.id], shown.record.badges[row.event.id]
        if row.event.id in symbols:
            drawn.append(replace(symbols[row.event.id], event_id=event.id))
    atlas = object.__new__(Atlas)
    atlas.__dict__.update(shown.atlas.__dict__)
    atlas.record = replace(shown.record, findings=findings, badges=badges)
    return replace(shown, atlas=atlas, rows=tuple(rows), view=replace(shown.view, symbols=tuple(drawn)))


def _report(name: str, job: Callable[[], int]) -> None:
    best = (float("inf"), float("inf"), 0)
    for _ in range(TIMES):
        wall, cpu = time.perf_counter(), time.process_time()
        size = job()
        best = min(best, (time.process_time() - cpu, time.perf_counter() - wall, size))
    print(f"{name:<22}{best[2]:>12,}{best[0]:>8.2f}{best[1]:>8.2f}")


if __name__ == "__main__":
    main()
