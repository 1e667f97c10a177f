"""What an online service answered, made no more precise than it is: a point with a radius, or an area."""

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from geo.geocoding.geodesy import distance_km
from geo.geocoding.romanisation import fold, key
from geo.model.errors import ModelError
from geo.model.place import FeatureClass, Point

MAX_HITS = 10
MAX_NAME = 200  # characters of a name that are kept
AREA_FROM_M = 50_000.0  # an answer wider than this is an area, whatever it is called
_HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")


@dataclass(frozen=True, slots=True)
class Provider:
    """A service as data/geocoders names it."""

    id: str
    title: str
    address: str
    scheme: str
    needs_username: bool
    seconds_between: float
    attribution: str
    licence: str
    terms_url: str


@dataclass(frozen=True, slots=True)
class ClassRule:
    """What the service's word for a thing means; `least_radius_m` in metres."""

    feature_class: FeatureClass
    is_area: bool
    least_radius_m: float


# (scheme, key, value); value and then key may be "" for any.
ClassRules = Mapping[tuple[str, str, str], ClassRule]


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing a service found. Names are the service's, cut and with hidden characters as marks: foreign text.

    `id` is the service's own ("osm:relation/123", "geonames:2040959"), `country` ISO 3166-1
    alpha-2 or "". For an area the point stands for it, and `radius_m` encloses it.
    """

    id: str
    name: str
    address: str
    country: str
    feature_class: FeatureClass
    is_area: bool
    latitude: float
    longitude: float
    radius_m: float
    radius_reason: str

    @property
    def point(self) -> Point:
        return Point(self.latitude, self.longitude)


def hits_of(raw: Sequence[Mapping[str, Any]], provider: Provider, rules: ClassRules) -> tuple[Hit, ...]:
    """The readable ones of the service's objects, in its order; one without a point on the globe is left out."""
    return tuple(_readable(raw[:MAX_HITS], provider, rules))


def rivals(name: str, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Hits after the first that are elsewhere and bear the name as well as the first does."""
    if not hits:
        return ()
    first, wanted = hits[0], key(fold(name))
    same = [one for one in hits[1:] if key(fold(one.name)) == wanted or key(fold(first.name)) != wanted]
    return tuple(one for one in same if _metres(first, one) > max(first.radius_m, one.radius_m))


def packed(hits: Sequence[Hit]) -> list[dict[str, Any]]:
    """For the cache: plain JSON objects, which `unpacked` reads back to equal hits."""
    return [asdict(hit) for hit in hits]


def unpacked(objects: Sequence[Mapping[str, Any]]) -> tuple[Hit, ...]:
    """KeyError, TypeError or ValueError for anything `packed` did not write."""
    return tuple(Hit(**{**one, "feature_class": FeatureClass(one["feature_class"])}) for one in objects)


def _readable(raw: Sequence[Mapping[str, Any]], provider: Provider, rules: ClassRules) -> Iterator[Hit]:
    for one in raw:
        try:
            yield _READERS[provider.id](one, rules, provider.scheme)
        except (ModelError, KeyError, TypeError, ValueError, IndexError, AttributeError):
            continue


def _nominatim(raw: Mapping[str, Any], rules: ClassRules, scheme: str) -> Hit:
    south, north, west, east = (float(one) for one in raw["boundingbox"])
    named = str(raw.get("name") or raw["display_name"].split(",")[0])
    country = (raw.get("address") or {}).get("country_code", "")
    words = named, raw["display_name"], country
    rule = _rule(rules, scheme, raw.get("class") or raw.get("category"), raw.get("type"))
    return _hit(_osm_id(raw), words, rule, (raw["lat"], raw["lon"]), (west, south, east, north))


def _photon(raw: Mapping[str, Any], rules: ClassRules, scheme: str) -> Hit:
    facts, (longitude, latitude) = raw["properties"], raw["geometry"]["coordinates"][:2]
    shown = [facts[part] for part in ("name", "city", "county", "state", "country") if facts.get(part)]
    words = str(facts["name"]), ", ".join(dict.fromkeys(map(str, shown))), facts.get("countrycode", "")
    extent = facts.get("extent")  # west, north, east, south
    box = (extent[0], extent[3], extent[2], extent[1]) if extent else None
    rule = _rule(rules, scheme, facts.get("osm_key"), facts.get("osm_value"))
    return _hit(_osm_id(facts), words, rule, (latitude, longitude), box)


def _geonames(raw: Mapping[str, Any], rules: ClassRules, scheme: str) -> Hit:
    shown = [raw[part] for part in ("name", "adminName1", "countryName") if raw.get(part)]
    words = str(raw["name"]), ", ".join(map(str, shown)), raw.get("countryCode", "")
    box = raw.get("bbox")
    corners = (box["west"], box["south"], box["east"], box["north"]) if box else None
    rule = _rule(rules, scheme, raw.get("fcl"), raw.get("fcode"))
    return _hit(f"geonames:{int(raw['geonameId'])}", words, rule, (raw["lat"], raw["lng"]), corners)


_READERS = {"nominatim": _nominatim, "photon": _photon, "geonames": _geonames}


def _hit(
    hit_id: str,
    words: tuple[str, str, Any],
    rule: ClassRule,
    at: tuple[Any, Any],
    box: tuple[Any, Any, Any, Any] | None,
) -> Hit:
    point = Point(float(at[0]), float(at[1]))
    extent = _farthest_corner(point, box) if box else 0.0
    radius = max(extent, rule.least_radius_m)
    reason = "the service's bounding box" if extent == radius else f"the least a {rule.feature_class.value} has"
    country = str(words[2]).upper() if len(str(words[2])) == 2 else ""
    is_area = rule.is_area or radius > AREA_FROM_M
    name, address = shown(words[0]), shown(words[1])
    return Hit(
        hit_id, name, address, country, rule.feature_class, is_area, point.latitude, point.longitude, radius, reason
    )


def _rule(rules: ClassRules, scheme: str, first: Any, second: Any) -> ClassRule:
    wanted = ((scheme, str(first), str(second)), (scheme, str(first), ""), (scheme, "", ""))
    return next(rules[one] for one in wanted if one in rules)


def _osm_id(raw: Mapping[str, Any]) -> str:
    kinds = {"n": "node", "w": "way", "r": "relation"}
    kind = kinds.get(str(raw.get("osm_type", ""))[:1].lower(), "object")
    return f"osm:{kind}/{int(raw['osm_id'])}"


def _farthest_corner(point: Point, box: tuple[Any, Any, Any, Any]) -> float:
    """Metres from the point to the farthest corner of west, south, east, north."""
    west, south, east, north = (float(one) for one in box)
    corners = (Point(latitude, longitude) for latitude in (south, north) for longitude in (west, east))
    farthest = max(distance_km(point, corner) for corner in corners) * 1000
    if not math.isfinite(farthest):
        raise ModelError("a bounding box off the globe")
    return farthest


def _metres(one: Hit, other: Hit) -> float:
    return distance_km(one.point, other.point) * 1000


def shown(text: Any) -> str:
    """Foreign text fit to be shown as plain text: cut, and every hidden or direction character as a mark."""
    cut = str(text)[:MAX_NAME]
    return "".join("\ufffd" if unicodedata.category(one) in _HIDDEN else one for one in cut)
