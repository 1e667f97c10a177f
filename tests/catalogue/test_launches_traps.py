"""The traps of the fact tables, each by its number."""

from datetime import UTC, date, datetime

import pytest

from geo.association.evidence import km
from geo.catalogue.launches import load_records
from geo.catalogue.package import open_package
from geo.catalogue.places import load_places
from geo.model.claim import Attribute
from geo.model.place import NamedPlace, Place, UnknownPlace
from geo.model.source_record import SourceRecord
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan


def record(record_id: str) -> SourceRecord:
    return next(one for one in load_records() if one.id == record_id)


@pytest.mark.parametrize(
    ("record_id", "printed", "day"),
    [
        ("cns_nagix:nagix-118", "2017-11-28 UTC", date(2017, 11, 29)),
        ("cns_nagix:nagix-79", "2016-04-15 UTC", date(2016, 4, 15)),  # a local date with a UTC time
        ("cns_xlsx_2019:F108", "2017-05-14 UTC", date(2017, 5, 14)),  # the same in an older edition
        ("cns_xlsx_2017_09:F83", "2016-05-31", date(2016, 5, 31)),  # printed locally before it was re-dated
        ("cns_nagix:nagix-64..65", "2015-03-01", date(2015, 3, 2)),  # a UTC date without a time
        ("cns_nagix:nagix-83", "2016-05-30 UTC", date(2016, 5, 31)),  # the same launch, re-dated to UTC
    ],
)
def test_trap_1_the_printed_date_of_cns_stays_apart_from_the_korean_day(
    record_id: str, printed: str, day: date
) -> None:
    found = record(record_id).day
    assert (found.verbatim, found.first, found.last) == (printed, day, day)
    assert found.reasoning


def test_trap_1_a_time_printed_in_utc_is_the_same_instant_whatever_the_day() -> None:
    times = [claim.value for claim in record("cns_nagix:nagix-118").claims if claim.attribute is Attribute.LAUNCH_TIME]
    assert [time.stated for time in times if isinstance(time, TimeSpan)] == [datetime(2017, 11, 28, 18, 18, tzinfo=UTC)]
    assert [time.verbatim for time in times] == ["18:18 UTC"]


@pytest.mark.parametrize("record_id", ["cns_nagix:nagix-181..183", "cns_nagix:nagix-223..224"])
def test_trap_2_range_and_apogee_that_look_exchanged_are_flagged_and_not_swapped(record_id: str) -> None:
    found = record(record_id)
    assert "range: range and apogee look exchanged" in found.flags
    package = open_package("launches")
    row = next(one for one in package.rows("cns_nagix") if f"cns_nagix:{one['source_event_id']}" == record_id)
    own = [claim for claim in found.claims if not claim.attribution.relays]
    ranges = {claim.value.verbatim for claim in own if claim.attribute is Attribute.RANGE}
    assert ranges == {f"{figure} km" for figure in row["range_all_km"].split(";")}


@pytest.mark.parametrize(
    ("record_id", "first", "last"),
    [
        ("csis_beyond_parallel:2020-03-06#118", date(2020, 3, 9), date(2020, 3, 9)),  # the text names 9 March
        ("csis_beyond_parallel:2023-05-30#180", date(2023, 5, 31), date(2023, 5, 31)),  # the text says Wednesday
        ("csis_beyond_parallel:2019-08-05#109", date(2019, 8, 6), date(2019, 8, 6)),  # the US date
        ("csis_beyond_parallel:2020-07-06#121", date(2020, 7, 6), date(2020, 7, 7)),  # nothing decides
        ("csis_beyond_parallel:2019-07-31#107", date(2019, 7, 31), date(2019, 7, 31)),  # another launch is named
    ],
)
def test_trap_3_a_record_date_of_csis_is_not_taken_for_the_day_of_launch(
    record_id: str, first: date, last: date
) -> None:
    found = record(record_id).day
    assert (found.first, found.last) == (first, last)
    assert found.verbatim == record_id.partition(":")[2][:10]
    assert found.reasoning


def test_trap_3_a_time_on_a_day_left_open_is_a_clock_time() -> None:
    for one in load_records():
        for claim in one.claims:
            if claim.attribute is Attribute.LAUNCH_TIME:
                assert isinstance(claim.value, TimeSpan if one.day.first == one.day.last else ClockTime)


def test_trap_4_a_figure_that_echoes_the_ministry_is_the_ministrys() -> None:
    """CNS cites the ministry and prints its range of 2021-03-25: one speaker, told twice."""
    ranges = [claim for claim in record("cns_nagix:nagix-155").claims if claim.attribute is Attribute.RANGE]
    said = {claim.value.verbatim: claim.attribution.originator.source_ids for claim in ranges}
    assert said == {"450 km": ("JAPAN_MOD",), "600 km": ("DPRK_STATE_MEDIA",)}
    assert "range: the record's own figure is the same" in record("cns_nagix:nagix-155").flags


def test_trap_4_an_echo_is_told_by_the_release_that_the_record_cites() -> None:
    echoed = [one for one in load_records() if any("echo of JAPAN_MOD" in flag for flag in one.flags)]
    assert len(echoed) >= 15
    for one in echoed:
        assert one.publisher == "CNS"
        assert any(claim.attribution.originator.cue.startswith("same figure") for claim in one.claims)


def test_trap_5_an_unknown_site_is_no_place_and_never_pinned() -> None:
    unknown = [one for one in load_records() if any("facility unknown" in flag for flag in one.flags)]
    assert [one.site_ids for one in unknown] == [()]
    assert not [claim for one in unknown for claim in one.claims if claim.attribute is Attribute.LAUNCH_PLACE]


@pytest.mark.parametrize(
    ("written", "site_id", "area_id"),
    [("Pyongyang", "pyongyang", "KP-01"), ("平壌近郊", "pyongyang", "KP-01"), ("East Pyongyang", "pyongyang", "KP-01")],
)
def test_trap_5_the_pyongyang_area_is_an_area(written: str, site_id: str, area_id: str) -> None:
    places = load_places()
    place = places.named(written, places.spellings[written, site_id]).resolution
    assert isinstance(place, Place)
    assert (place.point, place.area_id) == (None, area_id)


def test_trap_5_the_wonsan_area_reaches_to_hodo() -> None:
    places = load_places()
    readings = (places.spellings["Wonsan", "wonsan"], places.spellings["Hodo Peninsula", "hodo"])
    wonsan, hodo = (places.named("", reading).resolution for reading in readings)
    assert isinstance(wonsan, Place) and isinstance(hodo, Place) and wonsan != hodo
    assert km(wonsan, hodo) == 0


@pytest.mark.parametrize("written", ["北朝鮮西岸付近", "北朝鮮内陸部", "北朝鮮東岸付近"])
def test_trap_5_a_coast_is_too_wide_to_be_drawn(written: str) -> None:
    claims = [claim.value for one in load_records() for claim in one.claims if claim.value.verbatim == written]
    assert claims
    for value in claims:
        assert isinstance(value, NamedPlace) and isinstance(value.resolution, UnknownPlace)


def test_trap_5_the_pin_20_km_north_of_the_airport_is_not_used() -> None:
    places = load_places()
    place = places.named("Wast Sunan", places.spellings["Wast Sunan", "sunan"]).resolution
    assert isinstance(place, Place) and place.point is not None
    assert place.point.latitude == pytest.approx(39.200159)
    standing = [one.standing for one in places.sites["sunan"].coordinates if one.point.latitude > 39.3]
    assert standing == ["refused: 20 km north of the airport it is west of"]


def test_trap_5_sunchon_sonchon_and_sukchon_are_three_places() -> None:
    places = load_places()
    ids = {places.sites[one].place_id for one in ("sunchon", "sonchon", "sukchon")}
    assert len(ids) == 3


def test_trap_6_the_ministrys_later_count_stands_beside_the_one_it_withdrew() -> None:
    counts = [
        (str(claim.said.day), claim.value.verbatim)
        for one in load_records()
        for claim in one.claims
        if claim.attribute is Attribute.COUNT
        and claim.attribution.originator.source_ids == ("JAPAN_MOD",)
        and one.day.first == date(2021, 10, 19)
        and claim.said
    ]
    assert ("2021-10-19", "2") in counts
    assert ("2021-11-09", "1") in counts
    assert max(counts)[1] == "1"
    assert "count: withdrawn by the speaker on 2021-11-09" in record("mod_japan:2021-10-19d").flags


def test_trap_7_a_month_is_a_month() -> None:
    months = [one for one in load_records() if one.day.precision is TimePrecision.MONTH and one.edition == "2026-04"]
    assert len(months) == 6
    assert all(one.day.first and one.day.last and one.day.last.day >= 30 for one in months)
    earlier = record("cns_xlsx_2019:F7")  # printed as the first of the month
    assert (earlier.day.verbatim, earlier.day.precision) == ("1986-05-01", TimePrecision.MONTH)
