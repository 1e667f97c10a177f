"""python -m geo extract: the claims of one report."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from geo.cli.parsing import Commands
from geo.model.errors import LaunchMapError
from geo.services.ingest import decode, make_report, parse_day
from geo.services.library import Library, open_library
from geo.services.model_extractor import Extractor, settings_from, with_model
from geo.services.preview import Preview, preview
from geo.services.reading import rules_of
from geo.services.serial import reading_as_json


def add_to(commands: Commands) -> None:
    extract = commands.add_parser("extract", help="print the claims of a report")
    extract.add_argument("file", type=Path, help="a text file with one report")
    extract.add_argument("--published", metavar="YYYY-MM-DD", help="the day the report was published")
    extract.add_argument("--publisher", "--outlet", dest="outlet", default="", help="who published it")
    extract.add_argument("--json", action="store_true", help="print JSON instead of a table")
    extract.add_argument("--model", action="store_true", help="ask the language model of LAUNCH_MAP_MODEL_URL as well")
    extract.set_defaults(run=_extract)


def _extract(options: argparse.Namespace) -> int:
    published: date | None = parse_day(options.published) if options.published else None
    try:
        content = options.file.read_bytes()
    except OSError as error:
        raise LaunchMapError(
            f"{options.file} cannot be read: {error.strerror}. Give the path of a text file."
        ) from error
    text, notices = decode(content)
    library = open_library()
    extractor = _extractor(library) if options.model else None
    shown = preview(make_report(text, published, options.outlet), library, notices, extractor)
    for notice in shown.notices:
        print(f"geo: {notice.kind.value}: {notice.sentence}", file=sys.stderr)
    if options.json:
        print(json.dumps(reading_as_json(shown.reading), ensure_ascii=False, indent=2))
    else:
        _print_table(shown)
    return 0


def _extractor(library: Library) -> Extractor:
    settings = settings_from()
    if settings is None:
        raise LaunchMapError("No model is set. Set LAUNCH_MAP_MODEL_URL and LAUNCH_MAP_MODEL, or leave --model out.")
    return with_model(rules_of(library), settings, library.lexicon)


def _print_table(shown: Preview) -> None:
    for row in shown.rows:
        print(f"{row.attribute}: {row.value}\n  {row.speaker} · {row.launch}\n  “{row.words}”\n")
