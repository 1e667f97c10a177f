"""python -m geo catalogue: work on the published records of launches."""

from geo.cli.parsing import Commands, said
from geo.services.catalogue import build_catalogue, check_catalogue


def add_to(commands: Commands) -> None:
    catalogue = commands.add_parser("catalogue", help="work on the published records of launches")
    actions = catalogue.add_subparsers(required=True, metavar="ACTION")
    building = actions.add_parser("build", help="derive the claims from the fact tables")
    building.set_defaults(run=lambda _: said(build_catalogue()))
    checking = actions.add_parser("check", help="name every fault in the data: file, line, column")
    checking.set_defaults(run=lambda _: said(check_catalogue()))
