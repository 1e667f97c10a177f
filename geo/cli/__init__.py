"""The services on a command line: python -m geo ... One module here for each command."""

import argparse
import sys
from collections.abc import Sequence

from geo.cli import catalogue, data, extract, gazetteer, geocode, launches
from geo.model.errors import LaunchMapError

COMMANDS = (extract, geocode, launches, catalogue, gazetteer, data)


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
    for command in COMMANDS:
        command.add_to(commands)
    return parser
