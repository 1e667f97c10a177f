"""Settings of this installation: the environment, else [geocoder] of var/settings.toml. Online is off unless set.

| variable | in settings.toml | what |
|---|---|---|
| LAUNCH_MAP_GEOCODER | provider | nominatim, photon or geonames; empty: nothing is ever asked online |
| LAUNCH_MAP_GEOCODER_ADDRESS | address | http(s)://host[:port][/path] of an own server; empty: the public one |
| LAUNCH_MAP_GEOCODER_CONTACT | contact | an e-mail address or page, named in the user agent |
| LAUNCH_MAP_GEOCODER_USER_AGENT | user_agent | the whole user agent instead |
| LAUNCH_MAP_GEOCODER_USERNAME | username | the GeoNames account |
| LAUNCH_MAP_GEOCODER_TIMEOUT | timeout | seconds a lookup may take, 5 |
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from geo.catalogue.geocoders import load_geocoders
from geo.geocoding.online_hits import Provider
from geo.geocoding.online_service import Service
from geo.model.errors import SettingsError

PREFIX = "LAUNCH_MAP_GEOCODER"
SETTINGS_VARIABLE = "LAUNCH_MAP_SETTINGS"
DEFAULT_SETTINGS = Path(__file__).resolve().parents[2] / "var" / "settings.toml"
NAMES = ("provider", "address", "contact", "user_agent", "username", "timeout")
LONGEST_TIMEOUT = 60.0


def online_service(environment: Mapping[str, str] = os.environ) -> Service | None:
    """The online service that was switched on, None when none was; SettingsError names the setting that is wrong."""
    given = _file(environment) | _variables(environment)
    name = given.get("provider", "").strip().lower()
    if not name:
        return None
    providers = load_geocoders().providers
    if name not in providers:
        raise SettingsError(f"{PREFIX} is {name[:40]!r}; use one of {', '.join(providers)}, or leave it empty.")
    provider = providers[name]
    if provider.needs_username and not given.get("username"):
        raise SettingsError(f"{provider.title} needs an account: set {PREFIX}_USERNAME.")
    return Service(
        provider,
        _address(given.get("address", "").strip() or provider.address),
        _user_agent(given, provider),
        given.get("username", ""),
        _timeout(given.get("timeout", "")),
    )


def _variables(environment: Mapping[str, str]) -> dict[str, str]:
    names = {name: PREFIX if name == "provider" else f"{PREFIX}_{name.upper()}" for name in NAMES}
    return {name: environment[variable] for name, variable in names.items() if variable in environment}


def _file(environment: Mapping[str, str]) -> dict[str, str]:
    path = Path(environment.get(SETTINGS_VARIABLE) or DEFAULT_SETTINGS)
    if not path.exists() and SETTINGS_VARIABLE not in environment:
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get("geocoder", {})
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} cannot be read as settings: {error}") from error
    if not isinstance(table, dict) or (unknown := set(table) - set(NAMES)):
        odd = sorted(unknown) if isinstance(table, dict) else "no table"
        raise SettingsError(f"{path}: [geocoder] has {odd}; it may have {', '.join(NAMES)}.")
    return {name: str(value) for name, value in table.items()}


def _address(address: str) -> str:
    try:
        parts = urlsplit(address)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        fine = fine and parts.port != 0 and not (parts.query or parts.fragment)
    except ValueError:
        fine = False
    if not fine or not address.isprintable() or " " in address:
        raise SettingsError(f"{PREFIX}_ADDRESS must be http(s)://host[:port][/path] without a name or password in it.")
    return address.rstrip("/")


def _user_agent(given: Mapping[str, str], provider: Provider) -> str:
    """The services' terms ask who is asking: nothing is sent without a user agent that says so."""
    agent, contact = given.get("user_agent", "").strip(), given.get("contact", "").strip()
    if not agent and len(contact) < 5:
        raise SettingsError(
            f"{provider.title} asks to be told who is asking: set {PREFIX}_CONTACT to an e-mail address or a page, "
            f"or {PREFIX}_USER_AGENT. Its terms: {provider.terms_url}"
        )
    agent = agent or f"launch-map/0.1 ({contact})"
    if not (agent.isascii() and agent.isprintable()) or agent.lower().startswith(("geopy", "python", "mozilla")):
        raise SettingsError(f"{PREFIX}_USER_AGENT must name this application, in plain ASCII; {agent[:60]!r} does not.")
    return agent


def _timeout(text: str) -> float:
    try:
        seconds = float(text or 5.0)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LONGEST_TIMEOUT:
        raise SettingsError(f"{PREFIX}_TIMEOUT is a number of seconds up to {LONGEST_TIMEOUT:g}, not {text[:20]!r}.")
    return seconds
