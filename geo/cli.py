"""The services on a command line: python -m geo ..."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from geo.catalogue.package import seal
from geo.model.errors import LaunchMapError
from geo.services.catalogue import build_catalogue, check_catalogue
from geo.services.ingest import decode, make_report, parse_day
from geo.services.launch_list import list_launches
from geo.services.library import Library, open_library
from geo.services.model_extractor import Extractor, settings_from, with_model
from geo.services.preview import Preview, preview, rules_of
from geo.services.serial import reading_as_json


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it did what was asked, 2 when the input was refused (the reason on stderr)."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except LaunchMapError as error:
        print(f"geo: {error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geo", description="Launch reports in, attributed claims out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    extract = commands.add_parser("extract", help="print the claims of a report")
    extract.add_argument("file", type=Path, help="a text file with one report")
    extract.add_argument("--published", metavar="YYYY-MM-DD", help="the day the report was published")
    extract.add_argument("--publisher", "--outlet", dest="outlet", default="", help="who published it")
    extract.add_argument("--json", action="store_true", help="print JSON instead of a table")
    extract.add_argument("--model", action="store_true", help="ask the language model of LAUNCH_MAP_MODEL_URL as well")
    extract.set_defaults(run=_extract)
    data = commands.add_parser("data", help="work on the packages under data/")
    actions = data.add_subparsers(required=True, metavar="ACTION")
    sealing = actions.add_parser("seal", help="write sizes and hashes of a changed package into its manifest")
    sealing.add_argument("package")
    sealing.set_defaults(run=_seal)
    catalogue = commands.add_parser("catalogue", help="work on the published records of launches")
    actions = catalogue.add_subparsers(required=True, metavar="ACTION")
    building = actions.add_parser("build", help="derive the claims from the fact tables")
    building.set_defaults(run=lambda _: _said(build_catalogue()))
    checking = actions.add_parser("check", help="name every fault in the data: file, line, column")
    checking.set_defaults(run=lambda _: _said(check_catalogue()))
    launches = commands.add_parser("launches", help="list the launches of the record, with every publisher's claims")
    launches.add_argument("--json", action="store_true", help="print JSON instead of a table")
    launches.set_defaults(run=_launches)
    return parser


def _launches(options: argparse.Namespace) -> int:
    listed, unmatched = list_launches()
    if options.json:
        print(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        for each in listed:
            print(f"{each['id']}  {each['date_kst']}  {', '.join(each['publishers'])}  {each['badge']}")
    for each in unmatched:
        print(f"geo: {each['record']} is on no launch: {each['reason']}", file=sys.stderr)
    return 0


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


def _seal(options: argparse.Namespace) -> int:
    for path in seal(options.package):
        print(f"sealed {path}")
    return 0


def _said(sentence: str) -> int:
    print(sentence)
    return 0
