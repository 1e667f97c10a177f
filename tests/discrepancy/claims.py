"""Claims for tests: short builders, so that a table row reads like a sentence of the specification."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Attribute, Claim, Scope, Stance, Value
from geo.model.launch import LaunchEvent
from geo.model.place import (
    Alternative,
    AmbiguousPlace,
    FeatureClass,
    NamedPlace,
    Place,
    Point,
    Relation,
    Resolution,
    Toponym,
)
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.report import DateBasis, Publication, Span
from geo.model.source import Source, SourceKind
from geo.model.timespan import TimePrecision, TimeSpan, ZoneBasis
from geo.model.weapon import MissileClass, MissileType

INF = float("inf")
KST = "Asia/Seoul"


def source(name: str, family: str, kind: SourceKind = SourceKind.GOVERNMENT) -> Source:
    return Source(name, name.replace("_", " ").title(), kind, family)


SOURCES = {
    each.id: each
    for each in (
        source("ROK_JCS", "ROK", SourceKind.MILITARY),
        source("ROK_MILITARY", "ROK", SourceKind.MILITARY),
        source("ROK_GOV", "ROK"),
        source("JAPAN_GOV", "JAPAN"),
        source("JAPAN_CCS", "JAPAN"),
        source("JAPAN_PM", "JAPAN"),
        source("JAPAN_MOD", "JAPAN"),
        source("KCNA", "DPRK", SourceKind.STATE_MEDIA),
        source("ANON_MILITARY_SOURCE", "", SourceKind.ANONYMOUS),
        source("OUTLET", "", SourceKind.UNKNOWN),
    )
}

MISSILES, KM, MI, MIN = Unit.MISSILES, Unit.KILOMETRES, Unit.MILES, Unit.MINUTES


def quantity(
    lower: float, upper: float | None = None, qualifier: Qualifier = Qualifier.EXACT, unit: Unit = MISSILES
) -> Quantity:
    high = lower if upper is None else upper
    return Quantity(lower, high, qualifier, unit, f"{qualifier} {lower:g} to {high:g} {unit}")


def about(figure: float, unit: Unit = MISSILES) -> Quantity:
    return quantity(figure, None, Qualifier.ABOUT, unit)


def at_least(figure: float, unit: Unit = MISSILES) -> Quantity:
    return quantity(figure, INF, Qualifier.AT_LEAST, unit)


def clock(hour: int, minute: int, width: int = 1, before: int = 0, day: int = 19) -> TimeSpan:
    """Korean time on a day of October 2021, `before` minutes earlier and `width` minutes long."""
    stated = datetime(2021, 10, day, hour, minute, tzinfo=UTC) - timedelta(hours=9)
    opens = stated - timedelta(minutes=before)
    precision = TimePrecision.MINUTE if width == 1 else TimePrecision.HOUR
    closes = opens + timedelta(minutes=width)
    words = f"{hour:02}:{minute:02}"
    return TimeSpan(opens, closes, KST, ZoneBasis.STATED, precision, width > 1, words, stated)


def around(hour: int, minute: int, either_way: int) -> TimeSpan:
    return clock(hour, minute, width=2 * either_way, before=either_way)


def whole_day(day: datetime, zone: str) -> TimeSpan:
    """24 hours from `day` (UTC instant of local midnight) in `zone`."""
    return TimeSpan(day, day + timedelta(days=1), zone, ZoneBasis.STATED, TimePrecision.DAY, False, f"{day:%d %B}")


def named(name: str, resolution: Resolution | None, relation: Relation = Relation.NEAR) -> NamedPlace:
    return NamedPlace(Toponym(name, name, relation, (), "KP"), resolution)


def town(name: str, code: str, province: str, at: tuple[float, float], radius_m: float = 10_000) -> Place:
    return Place(code, name, FeatureClass.CITY, "KP", province, "test", Point(*at), radius_m)


def province(name: str, code: str) -> Place:
    return Place(code, name, FeatureClass.PROVINCE, "KP", code, "test", area_id=code)


SOUTH = province("South Hamgyong", "KP-08")
NORTH = province("North Hamgyong", "KP-09")
SINPO_TOWN = town("Sinpo", "gn-sinpo", "KP-08", (40.03, 128.18))
HAMGYONG = AmbiguousPlace(
    tuple(Alternative(each.gazetteer_id, each.name, FeatureClass.PROVINCE, None, "") for each in (NORTH, SOUTH)),
    "two provinces",
)


def missile(kind: MissileClass, name: str = "") -> MissileType:
    return MissileType(kind, name, False, name or kind.lower())


def published(day: int, hour: int | None = None, month: int = 10) -> Publication:
    instant = None if hour is None else datetime(2021, month, day, hour, tzinfo=UTC)
    return Publication(date(2021, month, day), DateBasis.STATED, instant)


_counter = count(0, 10)


def claim(
    attribute: Attribute,
    value: Value,
    speaker: str | tuple[str, ...] = "ROK_JCS",
    report: str = "r-1",
    said: Publication | None = None,
    stance: Stance = Stance.ASSERTED,
    scope: Scope | None = None,
    anonymous: bool = False,
    words: str | None = None,
) -> Claim:
    ids = (speaker,) if isinstance(speaker, str) else speaker
    written = words if words is not None else " and ".join(ids)
    start = next(_counter)
    return Claim(
        attribute,
        value,
        Attribution((Speaker(written, ids, "said", anonymous),)),
        Span(report, start, start + 5),
        "m1",
        "A sentence.",
        None,
        said,
        stance,
        scope or Scope(),
    )


def event(*claims: Claim) -> LaunchEvent:
    return LaunchEvent("KP-2021-10-19-00000000", tuple(claims), country="KP")
