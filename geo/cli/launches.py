"""python -m geo launches: the record, with every publisher's claims."""

import argparse
import json
import sys

from geo.cli.parsing import Commands
from geo.services.launch_list import list_launches


def add_to(commands: Commands) -> None:
    launches = commands.add_parser("launches", help="list the launches of the record, with every publisher's claims")
    launches.add_argument("--json", action="store_true", help="print JSON instead of a table")
    launches.set_defaults(run=_launches)


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
