"""Claims the records attribute to a speaker, and figures of a record that only echo such a speaker."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from geo.catalogue.launches_rows import SEPARATOR, ClaimRow
from geo.catalogue.launches_tables import CellError, FactRow, Vocabulary
from geo.catalogue.launches_values import clock, number, quantity
from geo.catalogue.package import Row
from geo.model.claim import Attribute
from geo.model.launch import LaunchDay
from geo.model.quantity import Qualifier, Unit
from geo.model.timespan import TimePrecision

EXTRACTION = "read by rule: unreviewed"
OWN_FIGURE = "the record's own figure is the same"
ECHO_CUE = "same figure as in its own release, which the record cites"
_MOST_MINUTES = 30  # a time in prose this near to the record's own is of the same launch
_QUANTITIES = {
    "range_km": (Attribute.RANGE, Unit.KILOMETRES),
    "apogee_km": (Attribute.APOGEE, Unit.KILOMETRES),
    "count": (Attribute.COUNT, Unit.MISSILES),
}
_PREFIXES = {
    "at least": Qualifier.AT_LEAST,
    "about": Qualifier.ABOUT,
    "exact (stated)": Qualifier.EXACT,
    "": Qualifier.EXACT,
}
_ECHOED = (Attribute.COUNT, Attribute.RANGE, Attribute.APOGEE, Attribute.LAUNCH_TIME)
_TELLING = _ECHOED[1:]  # "one missile" is everybody's count: equal counts show no echo


@dataclass(frozen=True, slots=True)
class Draft:
    """A record while it is built: its row, its day and its claims."""

    row: FactRow
    day: LaunchDay
    claims: tuple[ClaimRow, ...]


def owners(rows: Iterable[FactRow]) -> Mapping[tuple[str, str], str]:
    """(table, event id as attributed_claims.csv writes it) to the record: a missile's id leads to its event."""
    found = {(row.table.name, row.cells["source_event_id"]): row.record for row in rows}
    for row in rows:
        stem = row.cells["source_event_id"].rpartition("-")[0]
        for missile in row.missiles:
            found.setdefault((row.table.name, f"{stem}-{missile['row']}"), row.record)
    return found


def attributed(row: Row, draft: Draft, vocabulary: Vocabulary) -> ClaimRow:
    """A row of attributed_claims.csv as a claim of its record; CellError for what we do not understand."""
    speakers = vocabulary.of("attributed_to", row["attributed_to"]).code
    flags = SEPARATOR.join(filter(None, [row["note"]]))
    if row["attribute"] == "time_kst":
        claim, misread = _time(row["value"], draft)
        flags = SEPARATOR.join(filter(None, [flags, misread]))
    elif row["attribute"] in _QUANTITIES:
        claim = _quantity(row)
    else:
        raise CellError("attribute", f"{row['attribute']!r} is not time_kst, {', '.join(_QUANTITIES)}")
    return replace(claim, speakers=speakers, cue="said", flags=flags, extraction=EXTRACTION)


def without_echoes(draft: Draft, said: Sequence[ClaimRow]) -> tuple[ClaimRow, ...]:
    """The record's claims and those it attributes; its own figure gives way to the same figure of a speaker.

    What is left of the publisher's own figure is a flag on the speaker's claim, and its scope.
    """
    own, kept = list(draft.claims), []
    for claim in dict.fromkeys(said):
        same = next((one for one in draft.claims if _same(one, claim)), None)
        if same is None:
            kept.append(claim)
            continue
        if same in own:
            own.remove(same)
        flags = SEPARATOR.join(filter(None, [claim.flags, OWN_FIGURE]))
        kept.append(replace(claim, scope=same.scope, index=same.index, flags=flags))
    return (*own, *kept)


def as_echoes(claims: Sequence[ClaimRow], releases: Iterable[ClaimRow], speaker: str) -> tuple[ClaimRow, ...]:
    """Own figures that stand in a release of a speaker whom the record cites become that speaker's."""
    if not any(speaker in claim.speakers.split("+") for claim in claims):
        return tuple(claims)
    stated = [one for one in releases if one.attribute in _TELLING]
    return tuple(_echo(claim, stated, speaker) for claim in claims)


def _echo(claim: ClaimRow, stated: Sequence[ClaimRow], speaker: str) -> ClaimRow:
    if claim.speakers or not any(_same(claim, one) for one in stated):
        return claim
    flags = SEPARATOR.join(filter(None, [claim.flags, f"echo of {speaker}"]))
    return replace(claim, speakers=speaker, cue=ECHO_CUE, flags=flags)


def _same(one: ClaimRow, other: ClaimRow) -> bool:
    if one.attribute != other.attribute or one.attribute not in _ECHOED:
        return False
    if one.attribute == Attribute.LAUNCH_TIME:
        return _instant(one) == _instant(other)
    return (float(one.lower), float(one.upper)) == (float(other.lower), float(other.upper))


def _instant(claim: ClaimRow) -> str:
    """The time in Korea, so that a UTC clock and a Korean one can be told to be the same."""
    if "T" not in claim.code or claim.detail != "UTC":
        return claim.code
    return (datetime.fromisoformat(claim.code) + timedelta(hours=9)).isoformat(timespec="minutes")


def _quantity(row: Row) -> ClaimRow:
    attribute, unit = _QUANTITIES[row["attribute"]]
    if row["value"] == "multiple":
        return replace(quantity(attribute, "2", Qualifier.SEVERAL, unit), value="multiple")
    prefix, _, figure = row["value"].rpartition(" ")
    if prefix not in _PREFIXES:
        raise CellError("value", f"{row['value']!r} begins with none of {', '.join(filter(None, _PREFIXES))}")
    number("value", figure)
    return quantity(attribute, figure, _PREFIXES[prefix], unit)


def _time(written: str, draft: Draft) -> tuple[ClaimRow, str]:
    """A time in prose, in Korean time unless the record's own time shows that it was a UTC clock."""
    korean, flag = written, ""
    if draft.row.table.zone == "UTC" and _is_utc(written, draft):
        korean = f"{_shifted(written):%H:%M}"
        flag = f"written {written}: a UTC clock, by the record's own time"
    claim = clock(korean, draft.day, "Asia/Seoul", TimePrecision.MINUTE)
    return replace(claim, value=written if not flag else f"{written} UTC"), flag


def _is_utc(written: str, draft: Draft) -> bool:
    own = [claim for claim in draft.claims if claim.attribute == Attribute.LAUNCH_TIME]
    return any(_minutes_apart(f"{_shifted(written):%H:%M}", _instant(one)[-5:]) <= _MOST_MINUTES for one in own)


def _shifted(written: str) -> datetime:
    try:
        return datetime.strptime(written, "%H:%M") + timedelta(hours=9)
    except ValueError as error:
        raise CellError("value", f"{written!r} is no time; write HH:MM") from error


def _minutes_apart(one: str, other: str) -> int:
    first, second = (int(text[:2]) * 60 + int(text[3:]) for text in (one, other))
    apart = abs(first - second)
    return min(apart, 1440 - apart)


def by_record(pairs: Iterable[tuple[str, ClaimRow]]) -> Mapping[str, list[ClaimRow]]:
    """Claims gathered under their record, in their order."""
    gathered: dict[str, list[ClaimRow]] = {}
    for record, claim in pairs:
        gathered.setdefault(record, []).append(claim)
    return gathered


def released_by_day(drafts: Iterable[Draft]) -> Mapping[LaunchDay, tuple[ClaimRow, ...]]:
    """Figures of a publisher's own records by day."""
    days: dict[LaunchDay, tuple[ClaimRow, ...]] = {}
    for draft in drafts:
        key = _bare(draft.day)
        days[key] = (*days.get(key, ()), *draft.claims)
    return days


def _bare(day: LaunchDay) -> LaunchDay:
    return LaunchDay("", day.precision, day.first, day.last)


def releases_of(day: LaunchDay, released: Mapping[LaunchDay, tuple[ClaimRow, ...]]) -> Iterator[ClaimRow]:
    yield from released.get(_bare(day), ())
