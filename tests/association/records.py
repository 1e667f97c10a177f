"""Short ways to write a record, a reading of one line of a publisher's table."""

from datetime import UTC, date, datetime, timedelta

from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Attribute, Claim, Value
from geo.model.launch import LaunchDay
from geo.model.place import FeatureClass, NamedPlace, Place, Point, Relation, Toponym
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.report import Citation, DateBasis, Publication
from geo.model.source_record import SourceRecord
from geo.model.timespan import TimePrecision, TimeSpan, ZoneBasis
from geo.model.weapon import MissileClass, MissileType, Outcome, OutcomeKind

SITES = {
    "sinpo": (40.03, 128.18, 5_000),
    "sondok": (39.74, 127.47, 10_000),
    "yonpo": (39.79, 127.54, 3_000),
    "sunan": (39.22, 125.67, 10_000),
    "kaechon": (39.75, 125.90, 10_000),
    "uiju": (40.03, 124.50, 5_000),
    "wonsan": (39.17, 127.48, 25_000),
    "sohae": (39.66, 124.71, 5_000),
    "hodo": (39.41, 127.53, 5_000),
    "tonghae": (40.85, 129.67, 5_000),
    "kittaeryong": (38.99, 127.62, 5_000),
    "monggumpo": (38.17, 124.78, 10_000),
    "jangsan": (38.14, 124.85, 10_000),
}
WHOLE_DAY = timedelta(days=1)


def day_of(text: str, printed: str = "") -> LaunchDay:
    """ "2021-10-19", "1984-09" or "2015-03-01..2015-03-02"."""
    first_text, _, last_text = text.partition("..")
    if len(first_text) == 7:
        first = date.fromisoformat(f"{first_text}-01")
        last = (first + timedelta(days=31)).replace(day=1) - WHOLE_DAY
        return LaunchDay(printed or text, TimePrecision.MONTH, first, last)
    first = date.fromisoformat(first_text)
    last = date.fromisoformat(last_text) if last_text else first
    return LaunchDay(printed or text, TimePrecision.DAY, first, last)


def record(
    name: str,
    publisher: str,
    day: str,
    *,
    times: str = "",
    site: str = "",
    count: str = "",
    missile: str = "",
    kind: MissileClass = MissileClass.BALLISTIC,
    range_km: float | None = None,
    failed: bool = False,
    edition: str = "",
    printed: str = "",
    extraction: str = "structured",
    country: str = "KP",
) -> SourceRecord:
    """A record whose id is "<publisher in small letters><edition>:name"; `count` "2" or "2+", `times` "06:51 08:51"."""
    told = day_of(day, printed)
    values: list[tuple[Attribute, Value]] = [(Attribute.MISSILE_TYPE, MissileType(kind, missile, False, missile))]
    if told.first:
        values += [(Attribute.LAUNCH_TIME, _at(told.first, time)) for time in times.split()]
    if site:
        values.append((Attribute.LAUNCH_PLACE, _place(site)))
    if count:
        values.append((Attribute.COUNT, _count(count)))
    if range_km is not None:
        distance = Quantity(range_km, range_km, Qualifier.EXACT, Unit.KILOMETRES, f"{range_km:g} km")
        values.append((Attribute.RANGE, distance))
    if failed:
        values.append((Attribute.OUTCOME, Outcome(OutcomeKind.FAILURE, False, "failure")))
    name = f"{publisher.lower()}{edition}:{name}"
    said = Publication(date.fromisoformat(f"{edition}-28"), DateBasis.STATED) if edition else None
    speaker = Attribution((Speaker(publisher, (publisher,)),))
    citation = Citation(publisher, "https://example.org/", name)
    claims = tuple(Claim(what, value, speaker, citation, name, said=said) for what, value in values)
    sites = (site,) if site else ()
    return SourceRecord(name, publisher, edition, told, country, claims, sites, (), extraction)


def _at(day: date, time: str) -> TimeSpan:
    """A minute of Korean time."""
    hour, minute = (int(part) for part in time.split(":"))
    opens = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - timedelta(hours=9)
    closes = opens + timedelta(minutes=1)
    return TimeSpan(opens, closes, "Asia/Seoul", ZoneBasis.STATED, TimePrecision.MINUTE, False, time, opens)


def _place(site: str) -> NamedPlace:
    toponym = Toponym(site, site, Relation.AT)
    if site not in SITES:
        return NamedPlace(toponym)
    latitude, longitude, radius = SITES[site]
    known = Place(site, site, FeatureClass.LAUNCH_SITE, "KP", "", "test", Point(latitude, longitude), radius)
    return NamedPlace(toponym, known)


def _count(text: str) -> Quantity:
    number = float(text.rstrip("+"))
    if text.endswith("+"):
        return Quantity(number, float("inf"), Qualifier.AT_LEAST, Unit.MISSILES, text)
    return Quantity(number, number, Qualifier.EXACT, Unit.MISSILES, text)
