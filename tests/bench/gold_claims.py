"""The documents' own claims, in the scorer's schema, as claims of the model; a row that makes no sense is refused."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from geo.extraction.numerals import parse_number
from geo.extraction.temporal import Clock, on_day
from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Attribute, Claim, Scope, Stance, Value
from geo.model.errors import ModelError
from geo.model.place import NamedPlace, Relation, Toponym
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.report import DateBasis, Publication, Report, Span
from geo.model.timespan import ZoneBasis
from geo.model.weapon import (
    EezSide,
    LandingArea,
    MissileClass,
    MissileType,
    Outcome,
    OutcomeKind,
    Platform,
    PlatformKind,
)

Json = Mapping[str, Any]
NAMES = {
    "range_km": Attribute.RANGE,
    "apogee_km": Attribute.APOGEE,
    "flight_time_min": Attribute.FLIGHT_TIME,
    "speed_mach": Attribute.SPEED,
}
_QUALIFIERS = {
    "exact": Qualifier.EXACT,
    "about": Qualifier.ABOUT,
    "max": Qualifier.EXACT,  # "a maximum altitude of 60 km" is the altitude
    "at_least": Qualifier.AT_LEAST,
    "over": Qualifier.MORE_THAN,
    "more_than": Qualifier.MORE_THAN,
    "up_to": Qualifier.AT_MOST,
    "at_most": Qualifier.AT_MOST,
    "under": Qualifier.LESS_THAN,
    "less_than": Qualifier.LESS_THAN,
    "several": Qualifier.SEVERAL,
}
_UNITS = {"mi": Unit.MILES, "miles": Unit.MILES, "m": Unit.METRES, "ft": Unit.FEET, "nm": Unit.NAUTICAL_MILES}
_DURATIONS = {"min": Unit.MINUTES, "minutes": Unit.MINUTES, "s": Unit.SECONDS, "sec": Unit.SECONDS, "h": Unit.HOURS}
_ZONES = {"KST": "Asia/Seoul", "JST": "Asia/Tokyo", "PYT": "Asia/Pyongyang", "GMT": "UTC", "UTC": "UTC"}
_ZONES |= {"EDT": "America/New_York", "EST": "America/New_York", "HST": "Pacific/Honolulu", "IST": "Asia/Kolkata"}
_ZONES |= {"IDT": "Asia/Jerusalem", "MSK": "Europe/Moscow", "PDT": "America/Los_Angeles", "PST": "America/Los_Angeles"}
_ZONES |= {"CDT": "America/Chicago", "CST": "America/Chicago"}
_RELATIONS = {"near": Relation.NEAR, "from": Relation.FROM, "at": Relation.AT, "in": Relation.IN}


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its claims about its own launch, and what was refused with the reason."""

    id: str
    launch: str
    report: Report
    claims: tuple[Claim, ...]
    refused: tuple[str, ...]


def documents(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(content, dict) and content.get("launch_id"):
            yield _document(content)


def _document(content: Json) -> Document:
    day = Publication(date.fromisoformat(content["published"][:10]), DateBasis.STATED) if content["published"] else None
    report = Report(text=content["text"], published=day, outlet=content.get("outlet") or "")
    claims, refused = [], []
    for row in content["claims"]:
        if not row["about_this_event"] or row.get("optional"):
            continue
        try:
            claims.append(_claim(row, content, report))
        except (KeyError, TypeError, ValueError, ModelError) as error:
            refused.append(f"{row.get('id')}: {error}")
    return Document(content["id"], content["launch_id"], report, tuple(claims), tuple(refused))


def _claim(row: Json, content: Json, report: Report) -> Claim:
    attribute = NAMES.get(row["attribute"]) or Attribute(row["attribute"])
    said_by = row["attributed_to"]
    ids = tuple(said_by if isinstance(said_by, list) else said_by["ids"])
    named = said_by.get("text") if isinstance(said_by, dict) else ""
    evidence = row["evidence"]
    span = Span(report.id, evidence["start"], evidence["end"])
    return Claim(
        attribute=attribute,
        value=_value(attribute, row["value"], _launch_day(content["launch_id"]), content.get("country") or ""),
        attribution=Attribution((Speaker(named or "", ids, anonymous=any(each.startswith("ANON") for each in ids)),)),
        evidence=span,
        launch=f"{content['launch_id']} {row['id']}",  # each row is a claim of its own
        words=evidence["text"],
        said=report.published,
        stance=Stance.HEDGED if row["value"].get("hedged") else Stance.ASSERTED,
        scope=Scope(),
    )


def _launch_day(launch: str) -> date | None:
    try:
        return date.fromisoformat(launch[3:13])
    except ValueError:
        return None


def _value(attribute: Attribute, value: Json, day: date | None, country: str) -> Value:
    match attribute:
        case Attribute.COUNT:
            low = value["min"]
            high = math.inf if value.get("max") is None else value["max"]
            return Quantity(low, high, _QUALIFIERS[value.get("qualifier") or "exact"], Unit.MISSILES, f"{low}")
        case Attribute.LAUNCH_TIME:
            return _time(value, day)
        case Attribute.LAUNCH_PLACE | Attribute.ADMIN_AREA:
            relation = _RELATIONS.get(value.get("relation") or "at", Relation.OFF)
            return NamedPlace(Toponym(value["name"], value["name"], relation, (), country))
        case Attribute.MISSILE_TYPE:
            name = value.get("name") or ""
            kind = MissileClass(value["class"])
            return MissileType(kind, name, bool(value.get("hedged")), name or kind.value)
        case Attribute.PLATFORM | Attribute.OUTCOME | Attribute.LANDING_AREA:
            return _end_or_beginning(attribute, value)
        case _:
            return _measure(attribute, value)


def _end_or_beginning(attribute: Attribute, value: Json) -> Value:
    if attribute is Attribute.PLATFORM:
        return Platform(PlatformKind(value["platform"]), bool(value.get("hedged")), value["platform"])
    if attribute is Attribute.OUTCOME:
        return Outcome(OutcomeKind(value["outcome"]), False, value["outcome"])
    return _landing(value)


def _qualifier(value: Json) -> Qualifier:
    return _QUALIFIERS[value.get("qualifier") or "exact"]


def _measure(attribute: Attribute, value: Json) -> Quantity:
    if attribute is Attribute.SPEED:
        mach = float(value["value"])
        return Quantity(mach, mach, _qualifier(value), Unit.MACH, f"Mach {mach:g}")
    timed = attribute is Attribute.FLIGHT_TIME
    unit = _DURATIONS[value.get("unit") or "min"] if timed else _UNITS.get(value.get("unit") or "km", Unit.KILOMETRES)
    low, high = float(value["from"]), float(value["from"] if value.get("to") is None else value["to"])
    qualifier = _qualifier(value)
    if high > low:
        qualifier = Qualifier.BETWEEN
    elif qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
        high = math.inf
    elif qualifier in (Qualifier.AT_MOST, Qualifier.LESS_THAN):
        low = 0.0
    return Quantity(low, high, qualifier, unit, f"{value['from']:g} {unit}")


def _time(value: Json, day: date | None) -> Value:
    zone = _ZONES[value.get("tz") or "KST"]
    minute = _minute(value["time"])
    until = _minute(value["to"]) if value.get("to") else None
    qualifier = Qualifier.ABOUT if value.get("approx") else Qualifier.EXACT
    clock = Clock(0, 1, minute, qualifier, False, "", until=until)
    told = on_day(clock, day, zone, ZoneBasis.STATED, value["time"], None)
    if day is None or not zone.startswith(("America", "Pacific")):
        return told
    # an evening clock west of the date line is the day before the launch day in Korea
    return on_day(clock, day - timedelta(days=1), zone, ZoneBasis.STATED, value["time"], None)


def _minute(words: str) -> int:
    hour, minute = words.split(":")[:2]
    return int(hour) * 60 + int(minute)


def _landing(value: Json) -> LandingArea:
    eez = EezSide(value["eez"]) if value.get("eez") else None
    reference = value.get("ref") or {}
    far = reference.get("distance_km")
    number = None if far is None else float(far) if not isinstance(far, str) else parse_number(far)
    distance = None if number is None else Quantity(number, number, Qualifier.ABOUT, Unit.KILOMETRES, f"{number:g} km")
    return LandingArea(value.get("area") or "", "", eez, distance, reference.get("of") or "")
