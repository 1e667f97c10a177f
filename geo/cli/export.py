"""python -m geo export: pictures and data of what passes a filter."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from geo.cli.parsing import Commands, said
from geo.model.errors import ExportError
from geo.services import address
from geo.services.address import View
from geo.services.atlas import Atlas
from geo.services.browse import LaunchFilter
from geo.services.export.making import draft
from geo.services.export.request import Format, Request
from geo.services.export.writing import write_all
from geo.services.opening import opened
from geo.services.pipeline import compile_record
from geo.services.shelf import open_shelf

SIZES = ("column", "page", "slide", "square")


def add_to(commands: Commands) -> None:
    export = commands.add_parser("export", help="write a map as a picture, or the launches shown as data")
    export.add_argument("--format", required=True, choices=[each.value for each in Format])
    export.add_argument("--out", type=Path, help="the file to write, or a folder; else the working folder")
    export.add_argument("--from", dest="first", type=_day, metavar="YYYY-MM-DD", help="first day, included")
    export.add_argument("--to", dest="last", type=_day, metavar="YYYY-MM-DD", help="last day, included")
    export.add_argument("--view", default="", metavar="URL", help="the address of a view of the dashboard")
    export.add_argument("--select", metavar="ID", help="the launch to show with all its places and ranges")
    export.add_argument("--bounds", type=_bounds, metavar="W,S,E,N", help="what the map shows, in degrees")
    export.add_argument("--size", default="page", choices=SIZES)
    export.add_argument("--dpi", type=int, default=150, help="144 to 600 for print")
    export.add_argument("--title", default="")
    export.add_argument("--subtitle", default="")
    export.add_argument("--transparent", action="store_true", help="no ground around the map (png, svg)")
    export.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    known = opened()
    atlas = Atlas(compile_record(open_shelf().reports(), known.library, known.catalogue.records), known.library)
    drafted = draft(_request(options, atlas), atlas, known.catalogue)
    path = _target(options.out, drafted.name)
    files = {path: drafted.pieces(_bar) if sys.stderr.isatty() else drafted.pieces()}
    if drafted.sidecar:
        files[path.with_name(f"{path.stem}.metadata.json")] = iter([drafted.sidecar[1]])
    written = write_all(files)[0]
    print(f"geo: {drafted.sentence(written.size)}", file=sys.stderr)
    return said(f"{written.sha256}  {path}")


def _request(options: argparse.Namespace, atlas: Atlas) -> Request:
    view = _view(options.view, atlas)
    view = replace(
        view,
        first=options.first or view.first,
        last=options.last or view.last,
        event=options.select or view.event,
    )
    chosen = LaunchFilter(
        first=view.first,
        last=view.last,
        facets=tuple((name, tuple(values)) for name, values in view.facets.items()),
        least_publishers=view.least,
        search=view.search,
    )
    return Request(
        format=Format(options.format),
        chosen=chosen,
        selected=view.event,
        place=view.place,
        bounds=options.bounds,
        size=options.size,
        dpi=options.dpi,
        transparent=options.transparent,
        title=options.title,
        subtitle=options.subtitle,
        address=urlencode(address.write(view), doseq=True),
    )


def _view(url: str, atlas: Atlas) -> View:
    """What the dashboard shows at the address, everything without one.

    ExportError for what is no address, and for fields that mean nothing: a file must not be of other launches.
    """
    if not url:
        return View()
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    if not (parts.netloc or query):
        raise ExportError(f"{url[:40]!r} is no address of the dashboard; copy it from the browser.")
    view, bad = address.read(query, atlas.options)
    bad += tuple(name for name in query if not address.is_ours(name))
    if bad:
        raise ExportError(
            f"The address has no valid value for {', '.join(bad)}; open it in the dashboard and copy it anew."
        )
    if view == View():
        return replace(view, first=atlas.last_year[0], last=atlas.last_year[1])
    return view


def _target(out: Path | None, name: str) -> Path:
    if out is None:
        return Path(name)
    return out / name if out.is_dir() else out


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} is no day: write it as 2021-12-31") from error


def _bounds(text: str) -> tuple[float, float, float, float]:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text[:40]!r} are no bounds: west,south,east,north in degrees") from error
    return west, south, east, north


def _bar(share: float, words: str) -> None:
    print(f"\rgeo: {share:4.0%} {words:<50}", end="" if share < 1 else "\n", file=sys.stderr, flush=True)
