"""python -m geo geocode: what a place name means, one or a table of them."""

import argparse
import json
import sys
from pathlib import Path

from geopy.exc import ConfigurationError, GeocoderQueryError

from geo.cli.parsing import Commands, said
from geo.geocoding.online import OnlineGeocoder
from geo.model.errors import LaunchMapError, SettingsError
from geo.services.geocoder import shipped_gazetteer
from geo.services.lookup import Found, Lookup, Question, look_up
from geo.services.lookup_files import BatchCount, geocode_file, lookup_as_json
from geo.services.lookup_sources import online_geocoder
from geo.services.wording import kilometres_in_words

MOST_REFUSALS_NAMED = 20


def add_to(commands: Commands) -> None:
    geocode = commands.add_parser("geocode", help="say what a place name means, or a table of names")
    geocode.add_argument("query", nargs="?", help='a name: "Sinpo" or "Sinpo, South Hamgyong"')
    geocode.add_argument("--country", default="", metavar="KP", help="ISO 3166-1 alpha-2 code of the country meant")
    geocode.add_argument("--admin", default="", metavar="PROVINCE", help="the province meant")
    geocode.add_argument("--language", default="", metavar="CODE", help="name the answer in en, ko, ja, zh or ru")
    geocode.add_argument("--online", action="store_true", help="ask the online service that is set, if need be")
    geocode.add_argument("--json", action="store_true", help="print JSON instead of lines")
    geocode.add_argument("--batch", type=Path, metavar="IN.csv", help="a table with id, query, context_country ...")
    geocode.add_argument("--out", type=Path, metavar="OUT.csv", help="where the answers to --batch go")
    geocode.set_defaults(run=_geocode)


def _geocode(options: argparse.Namespace) -> int:
    if (options.batch is None) == (options.query is None) or (options.batch is None) != (options.out is None):
        raise LaunchMapError("Give a name, or --batch IN.csv together with --out OUT.csv.")
    try:
        online = _online() if options.online else None
        return _batch(options, online) if options.batch else _one(options, online)
    except (GeocoderQueryError, ConfigurationError) as error:
        raise LaunchMapError(str(error)) from error


def _online() -> OnlineGeocoder:
    online = online_geocoder()
    if online is None:
        raise SettingsError("No online service is set. Set LAUNCH_MAP_GEOCODER to nominatim, photon or geonames.")
    return online


def _one(options: argparse.Namespace, online: OnlineGeocoder | None) -> int:
    asked = Question(options.query, options.country, options.admin, options.language)
    lookup = look_up(asked, shipped_gazetteer(), online)
    if options.json:
        return said(json.dumps(lookup_as_json(lookup), ensure_ascii=False, indent=2))
    for line in _lines(lookup):
        print(line)
    return 0


def _lines(lookup: Lookup) -> list[str]:
    lines = [f"{lookup.status}: {_described(lookup.found) if lookup.found else ''}".rstrip(": "), lookup.reason]
    lines += [f"radius: {lookup.found.radius_reason}"] if lookup.found and lookup.found.radius_reason else []
    beaten = "or" if lookup.found is None else "not"
    lines += [f"  {beaten} {one.name} ({one.within}; {one.gazetteer_id}): {one.reason}" for one in lookup.candidates]
    lines += [f"  online: {one.name} ({one.within}; {one.gazetteer_id})" for one in lookup.suggested]
    return [*lines, lookup.note] if lookup.note else lines


def _described(found: Found) -> str:
    at = f"{found.point.latitude:.5f}, {found.point.longitude:.5f}, within {kilometres_in_words(found.radius_km)}"
    within = ", ".join(filter(None, (found.province, found.country)))
    return f"{found.name} ({found.feature_class}{f'; {within}' if within else ''}) {at}; {found.gazetteer_id}"


def _batch(options: argparse.Namespace, online: OnlineGeocoder | None) -> int:
    if online is not None and online.service.is_public:
        raise SettingsError(
            f"{online.service.label} is a public server, and its terms forbid tables of lookups: "
            "leave out --online, or set LAUNCH_MAP_GEOCODER_ADDRESS to a server of your own."
        )
    count = geocode_file(options.batch, options.out, shipped_gazetteer(), online)
    _name_refusals(options.batch, count)
    statuses = ", ".join(f"{number} {status}" for status, number in count.statuses.items())
    print(f"geo: {count.rows} names, {statuses or 'none'} -> {options.out}", file=sys.stderr)
    return 0


def _name_refusals(path: Path, count: BatchCount) -> None:
    for line, reason in count.refusals[:MOST_REFUSALS_NAMED]:
        print(f"geo: {path}:{line}: status none, {reason}", file=sys.stderr)
    if (rest := len(count.refusals) - MOST_REFUSALS_NAMED) > 0:
        print(f"geo: {rest} further queries were refused likewise", file=sys.stderr)
