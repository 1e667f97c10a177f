"""Values in words a reader can quote: km first, days as 19 Oct 2021, rounded values left rounded."""

import math
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from geo.model.attribution import Attribution
from geo.model.claim import Attribute, Value
from geo.model.place import AmbiguousPlace, NamedPlace, Place, Point, Relation, UnknownPlace
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan, ZoneBasis
from geo.model.weapon import LandingArea, MissileClass, MissileType, Outcome, Platform

KOREA = ZoneInfo("Asia/Seoul")
_SIXTEENTHS = (
    "north",
    "north-northeast",
    "northeast",
    "east-northeast",
    "east",
    "east-southeast",
    "southeast",
    "south-southeast",
    "south",
    "south-southwest",
    "southwest",
    "west-southwest",
    "west",
    "west-northwest",
    "northwest",
    "north-northwest",
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")  # whatever the locale
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

ATTRIBUTE_TITLES = {
    Attribute.COUNT: "How many",
    Attribute.MISSILE_TYPE: "What",
    Attribute.LAUNCH_TIME: "When",
    Attribute.LAUNCH_PLACE: "Where",
    Attribute.ADMIN_AREA: "In which province",
    Attribute.PLATFORM: "From what",
    Attribute.RANGE: "How far",
    Attribute.APOGEE: "How high",
    Attribute.FLIGHT_TIME: "How long in flight",
    Attribute.SPEED: "How fast",
    Attribute.LANDING_AREA: "Where it came down",
    Attribute.OUTCOME: "With what result",
}

CLASS_WORDS = {
    MissileClass.PROJECTILE: "projectile",
    MissileClass.MISSILE: "missile",
    MissileClass.BALLISTIC: "ballistic missile",
    MissileClass.CRBM: "close-range ballistic missile",
    MissileClass.SRBM: "short-range ballistic missile",
    MissileClass.MRBM: "medium-range ballistic missile",
    MissileClass.IRBM: "intermediate-range ballistic missile",
    MissileClass.ICBM: "intercontinental ballistic missile",
    MissileClass.SLBM: "submarine-launched ballistic missile",
    MissileClass.HYPERSONIC: "hypersonic missile",
    MissileClass.CRUISE: "cruise missile",
    MissileClass.SLCM: "submarine-launched cruise missile",
    MissileClass.SLV: "space launcher",
    MissileClass.SAM: "surface-to-air missile",
    MissileClass.ABM: "anti-ballistic missile",
    MissileClass.ASM: "air-to-surface missile",
    MissileClass.MLRS: "multiple-launch rocket",
    MissileClass.ARTILLERY: "artillery",
    MissileClass.ROCKET: "rocket",
    MissileClass.DRONE: "drone",
}

AREA_WORDS = {
    "SEA_OF_JAPAN": "East Sea / Sea of Japan",
    "YELLOW_SEA": "Yellow Sea / West Sea",
    "PACIFIC": "Pacific Ocean",
}

QUALIFIER_WORDS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.AT_MOST: "up to ",
    Qualifier.LESS_THAN: "less than ",
    Qualifier.BETWEEN: "",
    Qualifier.SEVERAL: "several ",
}
_UP_TO = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})

RELATION_WORDS = {
    Relation.AT: "at ",
    Relation.FROM: "from ",
    Relation.IN: "in ",
    Relation.NEAR: "near ",
    Relation.OFF: "off ",
}


def value_in_words(value: Value) -> str:
    """One short phrase for a value; it may hold words of the report: show it as plain text only."""
    match value:
        case Quantity():
            return quantity_in_words(value)
        case TimeSpan() | ClockTime():
            return value.verbatim
        case NamedPlace():
            return f"{RELATION_WORDS[value.toponym.relation]}{value.verbatim}"
        case MissileType():
            return _hedged(value.hedged, _missile(value))
        case Platform():
            return _hedged(value.hedged, f"{value.kind.value.replace('_', ' ')} {value.name}".strip())
        case Outcome():
            return _hedged(value.hedged, value.kind.value)
        case LandingArea():
            return _landing(value)


def quantity_in_words(quantity: Quantity) -> str:
    if quantity.qualifier is Qualifier.SEVERAL:
        return f"several {quantity.unit.value} (two or more, vague)"
    figures = _figures(quantity)
    if quantity.unit is Unit.MACH:
        return f"{QUALIFIER_WORDS[quantity.qualifier]}Mach {figures}"
    unit = "missile" if quantity.unit is Unit.MISSILES and figures == "1" else quantity.unit.value
    return f"{QUALIFIER_WORDS[quantity.qualifier]}{figures} {unit}"


def _figures(quantity: Quantity) -> str:
    """The bounds that are said, the lower first; one figure where they are alike."""
    if quantity.qualifier in _UP_TO:
        return _figure(quantity.upper)
    lower = _figure(quantity.lower)
    if quantity.upper == quantity.lower or math.isinf(quantity.upper):
        return lower
    upper = _figure(quantity.upper)
    return f"{lower}–{upper}" if upper != lower else lower


def time_in_zones(value: TimeSpan | ClockTime, viewer: str = "") -> str:
    """The window the words allow, in the zone they were said in, in KST, in UTC and in the viewer's own zone.

    `viewer` is an IANA name, "" when unknown. A zone is left out when its clock agrees with
    one before it; a day is added to a clock time that falls on another day than in Korea.
    Never a bare instant: the precision stands beside it. ZoneInfoNotFoundError for an unknown zone.
    """
    if isinstance(value, ClockTime):
        opens, closes = (f"{minute // 60 % 24:02d}:{minute % 60:02d}" for minute in (value.opens, value.closes))
        weekday = WEEKDAYS[value.weekday] if value.weekday is not None else "a day the report does not give"
        return f"{opens}–{closes} {_zone_name(value.zone)}, {weekday}, date unknown; {_precision(value)}"
    day = value.earliest.astimezone(KOREA).date()
    local = ", ".join(_window_in(value, zone, _zone_name(zone, value.earliest), day) for zone in _spoken_zones(value))
    utc = _window_in(value, "UTC", "UTC", day)
    if viewer and _offset(value, viewer) not in {_offset(value, zone) for zone in ("UTC", KOREA.key)}:
        utc += f"; {_window_in(value, viewer, 'your time', day)}, {viewer}"
    return f"{local} ({utc}), {day_in_words(day)}; {_precision(value)}"


def place_in_words(value: NamedPlace) -> str:
    """What the gazetteer makes of a toponym, with its uncertainty and the source of its coordinate."""
    match value.resolution:
        case Place(point=None) as area:
            return f"{area.name}: an area, drawn without a pin"
        case Place() as place:
            return _point(place)
        case AmbiguousPlace() as ambiguous:
            names = " or ".join(candidate.name for candidate in ambiguous.candidates)
            return f"ambiguous: {names}. {ambiguous.reason}"
        case UnknownPlace() as unknown:
            meaning = f"{unknown.translation} (our English), " if unknown.translation else ""
            return f"{meaning}not placed: {unknown.reason}"
        case None:
            return "not looked up"


def degrees_in_words(point: Point) -> str:
    """Degrees north and east to a hundredth: about a kilometre, finer than any radius stated."""
    north = f"{abs(point.latitude):.2f}° {'N' if point.latitude >= 0 else 'S'}"
    east = f"{abs(point.longitude):.2f}° {'E' if point.longitude >= 0 else 'W'}"
    return f"{north}, {east}"


def kilometres_in_words(kilometres: float) -> str:
    """A radius rounded up, to a tenth below ten kilometres and to a whole one above: never smaller than it is."""
    rounded = math.ceil(kilometres) if kilometres > 10 else math.ceil(kilometres * 10) / 10
    return f"{rounded:,g} km" if rounded < 1e6 else f"{rounded:,.0f} km"


def attribution_in_words(attribution: Attribution) -> str:
    """The originator, then through whom: "an unnamed military source, through JoongAng Ilbo"."""
    originator = attribution.originator.as_written or "the report itself"
    relays = [speaker.as_written or "the report itself" for speaker in reversed(attribution.relays)]
    return originator + "".join(f", through {relay}" for relay in relays)


def day_in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _point(place: Place) -> str:
    if place.point is None or place.radius_m is None:
        return place.name
    within = f", {place.admin_area}" if place.admin_area else ""
    return (
        f"{place.name}{within}: {degrees_in_words(place.point)}, within {place.radius_m / 1000:g} km"
        f"{f' ({place.radius_reason})' if place.radius_reason else ''}. Coordinate: {place.coordinate_source}."
    )


def _spoken_zones(value: TimeSpan) -> tuple[str, ...]:
    """The zone of the words where it is not UTC, and Korea's where its clock or its name differs."""
    same = value.zone == "UTC" or _zone_name(value.zone, value.earliest) == "KST"
    return (KOREA.key,) if same else (value.zone, KOREA.key)


def _offset(value: TimeSpan, zone: str) -> timedelta | None:
    return value.earliest.astimezone(ZoneInfo(zone)).utcoffset()


def _window_in(value: TimeSpan, zone: str, name: str, day: date) -> str:
    """The window on the clocks of a zone, with the day where it is not `day`."""
    earliest, latest = (instant.astimezone(ZoneInfo(zone)) for instant in (value.earliest, value.latest))
    other_day = "" if earliest.date() == day else f" on {day_in_words(earliest.date())}"
    return f"{_window(earliest, latest)} {name}{other_day}"


def _window(earliest: datetime, latest: datetime) -> str:
    if latest - earliest <= timedelta(minutes=1):
        return f"{earliest:%H:%M}"
    return f"{earliest:%H:%M}–{latest:%H:%M}"


def _zone_name(zone: str, at: datetime | None = None) -> str:
    if zone == "Asia/Pyongyang" and at is not None:
        return "KST" if at.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(hours=9) else "Pyongyang time (UTC+8:30)"
    names = {"Asia/Seoul": "KST", "Asia/Pyongyang": "Pyongyang time", "Asia/Tokyo": "JST", "UTC": "UTC"}
    return names.get(zone) or (at or datetime(2000, 1, 1, tzinfo=UTC)).astimezone(ZoneInfo(zone)).tzname() or zone


def _precision(value: TimeSpan | ClockTime) -> str:
    words = "said to the minute" if value.precision is TimePrecision.MINUTE else f"known to the {value.precision.value}"
    if value.precision is TimePrecision.FIVE_MINUTES:
        words = "known to five minutes"
    basis = "" if value.zone_basis is ZoneBasis.STATED else f", zone by {value.zone_basis.value}"
    return ("approximate, " if value.approximate else "") + words + basis


def _missile(missile: MissileType) -> str:
    words = CLASS_WORDS[missile.missile_class]
    return f"{missile.name} ({words})" if missile.name else words


def _landing(landing: LandingArea) -> str:
    parts = [AREA_WORDS.get(landing.area, landing.area.replace("_", " ").title())] if landing.area else []
    if landing.eez:
        parts.append(f"{landing.eez.value} the exclusive economic zone")
    if landing.distance:
        parts.append(f"{quantity_in_words(landing.distance)} {_toward(landing.bearing)} {landing.reference}")
    return ", ".join(parts) or landing.verbatim


def _toward(bearing: float | None) -> str:
    """The nearest of the sixteen points of the compass."""
    return "from" if bearing is None else f"{_SIXTEENTHS[round(bearing / 22.5) % 16]} of"


def _hedged(hedged: bool, words: str) -> str:
    return f"possibly {words}" if hedged else words


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,g}"


def launches_in_words(count: int) -> str:
    """ "1 launch", "1,234 launches"."""
    return f"{count:,} launch{'' if count == 1 else 'es'}"
