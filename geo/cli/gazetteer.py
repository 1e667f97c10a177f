"""python -m geo gazetteer: build the shipped one again, or load a GeoNames dump beside it."""

import argparse
import sys
from pathlib import Path

from geo.cli.parsing import Commands, said
from geo.model.errors import LaunchMapError
from geo.services.gazetteer import build_gazetteer_files, load_geonames, loaded_gazetteer

WIDTH = 30


def add_to(commands: Commands) -> None:
    gazetteer = commands.add_parser("gazetteer", help="build the gazetteer, or load a GeoNames dump")
    actions = gazetteer.add_subparsers(required=True, metavar="ACTION")
    building = actions.add_parser("build", help="make data/gazetteer's places of the world again from their sources")
    building.add_argument(
        "--source", type=Path, metavar="FOLDER", help="a folder that holds the sources; else as installed"
    )
    building.set_defaults(run=_build)
    loading = actions.add_parser("load", help="add a GeoNames dump: KP.txt, allCountries.txt, or their .zip")
    loading.add_argument("dump", type=Path)
    loading.add_argument("--names", type=Path, metavar="ALTERNATENAMES", help="alternateNames or alternateNamesV2")
    loading.set_defaults(run=_load)
    forgetting = actions.add_parser("unload", help="forget the dump that was loaded")
    forgetting.set_defaults(run=_unload)


def _build(options: argparse.Namespace) -> int:
    return said(build_gazetteer_files(options.source, lambda step: print(f"geo: {step}", file=sys.stderr)))


def _load(options: argparse.Namespace) -> int:
    loaded, target = load_geonames(options.dump, options.names, _bar)
    print(file=sys.stderr)
    for line in loaded.broken:
        print(f"geo: {line}", file=sys.stderr)
    if loaded.broken_count > len(loaded.broken):
        print(f"geo: {loaded.broken_count - len(loaded.broken):,} more broken lines left out", file=sys.stderr)
    others = f"; {loaded.other_kinds.total():,} things of other kinds left out" if loaded.other_kinds else ""
    return said(f"{loaded.places:,} places and {loaded.names:,} further names are in {target}{others}")


def _unload(options: argparse.Namespace) -> int:
    path = loaded_gazetteer()
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise LaunchMapError(f"{path} cannot be removed: {error.strerror}.") from error
    return said(f"{path} is gone; the shipped gazetteer is used alone")


def _bar(read: int, total: int) -> None:
    share = read / total if total else 1.0
    filled = "#" * round(share * WIDTH)
    print(f"\rgeo: [{filled:<{WIDTH}}] {share:4.0%}", end="", file=sys.stderr, flush=True)
