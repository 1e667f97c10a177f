"""Where: a toponym as written, and the place, the area or the candidates it may mean."""

from dataclasses import dataclass
from enum import StrEnum

from geo.model.errors import ModelError


class Relation(StrEnum):
    """How the words put the launch to the place they name."""

    AT = "at"
    FROM = "from"
    IN = "in"
    NEAR = "near"
    OFF = "off"  # waters off, sea near


class FeatureClass(StrEnum):
    COUNTRY = "country"
    PROVINCE = "province"
    COUNTY = "county"
    CITY = "city"
    TOWN = "town"
    LAUNCH_SITE = "launch site"
    AIRFIELD = "airfield"
    SHIPYARD = "shipyard"
    PORT = "port"
    PENINSULA = "peninsula"
    ISLAND = "island"
    LAKE = "lake"
    MOUNTAIN = "mountain"
    SEA = "sea"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Point:
    """WGS 84 degrees, north and east positive."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ModelError(f"({self.latitude}, {self.longitude}) is not on the globe.")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as a report writes it, with what the report says about it.

    `within` are the wider names given with it, nearest first ("Hamgyong province").
    `country` is ISO 3166-1 alpha-2 or "" when the report leaves it open.
    """

    verbatim: str
    name: str
    relation: Relation
    within: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A gazetteer entry a name could also mean, and why it lost (or why it stands undecided)."""

    gazetteer_id: str
    name: str
    feature_class: FeatureClass
    point: Point | None
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """One resolved place: a point with a radius, or an area, never a bare point.

    `radius_m` is the distance from `point` within which the speaker's words put the launch,
    in metres; `area_id` names a polygon of data/basemap when the place is an area
    (ISO 3166-2 for provinces). `coordinate_source` says who published the coordinate.
    `also_admin_areas` are provinces that other or older sources put the place in.
    """

    gazetteer_id: str
    name: str
    feature_class: FeatureClass
    country: str
    admin_area: str
    coordinate_source: str
    point: Point | None = None
    radius_m: float | None = None
    area_id: str = ""
    radius_reason: str = ""
    alternatives: tuple[Alternative, ...] = ()
    also_admin_areas: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.point is None) == (not self.area_id):
            raise ModelError(f"Place {self.name!r} must be a point with a radius or else an area.")
        if self.point is not None and not (self.radius_m and self.radius_m > 0):
            raise ModelError(f"Place {self.name!r} is a bare point; give the radius it may be wrong by.")


@dataclass(frozen=True, slots=True)
class AmbiguousPlace:
    """A name with two or more readings that the words do not decide between."""

    candidates: tuple[Alternative, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class UnknownPlace:
    """A name the gazetteer does not have, or that is too wide to be drawn.

    `translation` is our English for words in another script, where a table has it; "" otherwise.
    """

    reason: str
    translation: str = ""


Resolution = Place | AmbiguousPlace | UnknownPlace


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """The value of a place claim: the toponym, and its resolution once it was looked up (else None)."""

    toponym: Toponym
    resolution: Resolution | None = None

    @property
    def verbatim(self) -> str:
        return self.toponym.verbatim
