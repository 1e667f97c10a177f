"""The whole public record: how many launches, nothing lost, and the days the traps of its sources touch."""

from collections import Counter

import pytest

from geo.catalogue.launches import load_records
from geo.catalogue.package import open_package
from geo.catalogue.seeds import load_seeds
from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.model.launch import LaunchEvent
from geo.model.report import Span
from geo.services.browse import LaunchFilter, select
from geo.services.facets import index_of
from geo.services.library import open_library
from geo.services.pipeline import compile_record
from geo.services.record_of_launches import RecordOfLaunches, record_of_launches

CNS, CSIS, MOD = "cns_nagix:nagix-", "csis_beyond_parallel:", "mod_japan:"


@pytest.fixture(scope="module")
def launches() -> RecordOfLaunches:
    return record_of_launches(load_records(), open_library())


def event_of(launches: RecordOfLaunches, record_id: str) -> LaunchEvent:
    (name,) = (name for name, ids in launches.records.items() if record_id in ids)
    return launches.by_id[name]


def test_every_record_is_on_one_launch_or_listed_with_the_reason(launches: RecordOfLaunches) -> None:
    carried = Counter(name for ids in launches.records.values() for name in ids)
    carried.update(each.record_id for each in launches.unmatched)
    releases = {f"mod_japan:{row['source_event_id']}" for row in open_package("launches").rows("mod_japan_releases")}
    assert carried == Counter({each.id for each in load_records()} | releases)
    assert all(each.reason for each in launches.unmatched)


def test_no_claim_of_a_record_is_lost(launches: RecordOfLaunches) -> None:
    told = Counter(claim.launch for event in launches.events for claim in event.claims)
    assert told == Counter(claim.launch for each in load_records() for claim in each.claims)


def test_the_figures_the_record_is_to_reach(launches: RecordOfLaunches) -> None:
    tables = Counter(name.partition(":")[0] for ids in launches.records.values() for name in ids)
    assert (tables["csis_beyond_parallel"], tables["cns_nagix"], tables["mod_japan"]) == (245, 182, 68)
    publishers = {each.id: each.publisher for each in load_records()}
    several = [ids for ids in launches.records.values() if len({publishers[name] for name in ids}) > 1]
    assert len(launches.events) >= 255 and len(several) >= 160


@pytest.mark.parametrize(
    ("day", "together"),
    [
        ("2016-04-15", (f"{CNS}79", f"{CSIS}2016-04-15#77")),  # CNS: local date, UTC time
        ("2017-05-14", (f"{CNS}108", f"{CSIS}2017-05-14#95")),  # the same
        ("2020-03-09", (f"{CNS}148..150", f"{CSIS}2020-03-06#118", f"{MOD}2020-03-09c")),  # the report's date
        ("2014-07-26", (f"{CNS}55", f"{CSIS}2014-07-26#55")),  # Monggumpo or Jangsan
        ("2021-03-25", (f"{CNS}155", f"{CNS}156", f"{CSIS}2021-03-25#123", f"{MOD}2021-03-25c")),  # two airfields
        ("2021-10-19", (f"{CNS}160", f"{CSIS}2021-10-19#129", f"{MOD}2021-10-19d")),
        ("2017-08-26", (f"{CNS}113..115", f"{CSIS}2017-08-26#102", "yonhap_chronology_2017:2017-08-26#32")),
        (
            "2024-05-30",
            (f"{CNS}276..293", f"{CSIS}2024-05-30#205", f"{CSIS}2024-05-31#206"),
        ),  # launch and KCNA's report
        ("1993-05-30", (f"{CNS}15", f"{CSIS}1993-05-30#9")),  # the only records of the date, on two coasts of the north
        ("2015-03-02", (f"{CNS}64..65", f"{CSIS}2015-03-02#61")),  # a UTC date without a time
        ("1984-09-01", (f"{CNS}4..6", f"{CSIS}1984-09-01#1")),  # a month only
        ("2019-08-06", (f"{CNS}130..131", f"{CSIS}2019-08-05#109")),  # the US date
    ],
)
def test_records_of_one_launch(launches: RecordOfLaunches, day: str, together: tuple[str, ...]) -> None:
    event = event_of(launches, together[0])
    assert set(together) <= set(launches.records[event.id])
    assert event.day is not None and event.day.first is not None and event.day.first.isoformat() == day
    assert len(event.reasons) >= len(together) - 1


@pytest.mark.parametrize(
    ("launch", "report"),
    [
        ("2022-12-18#164", "2022-12-18#165"),
        ("2024-05-30#205", "2024-05-31#206"),
        ("2026-01-27#235", "2026-01-28#236"),
        ("2026-05-26#246", "2026-05-26#245"),
    ],
)
def test_trap_3_a_launch_and_the_state_medias_report_of_it_are_one(
    launches: RecordOfLaunches, launch: str, report: str
) -> None:
    event = event_of(launches, f"{CSIS}{launch}")
    assert f"{CSIS}{report}" in launches.records[event.id]
    assert any("the same publisher's second report of it" in reason for reason in event.reasons)


@pytest.mark.parametrize(
    "apart",
    [
        (f"{CNS}207..210", f"{CNS}211..213", f"{MOD}2022-11-02e"),  # 06:51, 08:51, and a release of 16 o'clock
        (f"{CNS}214", f"{CNS}217..219"),  # 2022-11-03, morning and evening
        (f"{CNS}332..333", f"{CNS}334"),  # 2026-04-08, five hours apart
        (f"{CNS}261", f"{CNS}262"),  # 2023-12-17 and 18, ten hours apart
        (f"{CSIS}2021-09-11#124", f"{CSIS}2021-09-12#125"),
    ],
)
def test_salvos_that_sources_keep_apart_stay_apart(launches: RecordOfLaunches, apart: tuple[str, ...]) -> None:
    assert len({event_of(launches, name).id for name in apart}) == len(apart)


def test_month_only_launches_have_no_day_in_their_id(launches: RecordOfLaunches) -> None:
    assert event_of(launches, f"{CNS}4..6").id.startswith("KP-1984-09-")
    assert event_of(launches, f"{CNS}7").id.startswith("KP-1986-05-")


def test_what_cns_revised_is_superseded_and_no_further_source(launches: RecordOfLaunches) -> None:
    event = event_of(launches, f"{CNS}155")  # the edition of 2021 knew no name for the missile yet
    found = [each for each in launches.findings[event.id] if each.attribute is Attribute.MISSILE_TYPE]
    assert FindingClass.SUPERSEDED in {each.finding_class for each in found}


def test_the_seed_lands_on_the_sinpo_launch_of_the_record(launches: RecordOfLaunches) -> None:
    record = compile_record(load_seeds(), open_library(), load_records())
    sinpo = event_of(launches, f"{CNS}160")
    reported = [event for event in record.events if any(isinstance(claim.evidence, Span) for claim in event.claims)]
    assert sinpo.id in {event.id for event in reported}
    assert len(record.events) == len(launches.events)
    assert record.findings[sinpo.id] != launches.findings[sinpo.id]


def test_it_is_worked_out_once(launches: RecordOfLaunches) -> None:
    assert record_of_launches(load_records(), open_library()) is launches


@pytest.mark.parametrize(
    ("spellings", "reason"),
    [
        (("Hwasong-15", "hwasong 15", "Hwasong15", "KN-22", "kn22", "Hwasongpho-15"), "two names, any spelling"),
        (("화성-15", "화성15", "Хвасон-15", "Hwasong-15"), "Hangul and Cyrillic, told by their sound"),
        (("북극성", "Pukguksong"), "the final consonant is written in Hangul and changed in the Latin spelling"),
        (("Nodong", "No Dong", "노동", "Rodong", "Hwasong-7"), "CNS, CSIS and Missile Threat"),
    ],
)
def test_a_missile_is_found_under_every_name_it_goes_by(spellings: tuple[str, ...], reason: str) -> None:
    library = open_library()
    index = index_of(compile_record((), library, load_records()), library)
    found = {tuple(one.id for one in select(index, LaunchFilter(search=text), library)) for text in spellings}
    assert len(found) == 1, reason
    assert all(found), reason
