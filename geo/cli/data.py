"""python -m geo data: work on the packages under data/."""

import argparse

from geo.catalogue.package import seal
from geo.cli.parsing import Commands


def add_to(commands: Commands) -> None:
    data = commands.add_parser("data", help="work on the packages under data/")
    actions = data.add_subparsers(required=True, metavar="ACTION")
    sealing = actions.add_parser("seal", help="write sizes and hashes of a changed package into its manifest")
    sealing.add_argument("package")
    sealing.set_defaults(run=_seal)


def _seal(options: argparse.Namespace) -> int:
    for path in seal(options.package):
        print(f"sealed {path}")
    return 0
