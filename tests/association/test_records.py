"""Records of several publishers to launches: figures of the public record, each case with the reason it is odd."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.association.records import Association, associate_records
from geo.model.claim import Attribute, ScopeKind
from geo.model.source_record import SourceRecord
from geo.model.weapon import MissileClass
from tests.association.records import record

SLV, MLRS, CRUISE = MissileClass.SLV, MissileClass.MLRS, MissileClass.CRUISE
BY_RULE = "read by rule: unreviewed"

LAUNCHES: list[tuple[str, list[SourceRecord], list[set[str]]]] = [
    (
        "2021-10-19: three publishers, times 2 minutes apart, Japan says two and the others one",
        [
            record("160", "CNS", "2021-10-19", times="10:17", site="sinpo", count="1"),
            record("129", "CSIS", "2021-10-19", times="10:17", site="sinpo", count="1"),
            record("d", "MOD", "2021-10-19", times="10:15", site="sinpo", count="2"),
        ],
        [{"cns:160", "csis:129", "mod:d"}],
    ),
    (
        "2016-04-15: dated by the UTC day in one table, which gives the next day in Korea",
        [
            record("79", "CNS", "2016-04-16", times="05:33", site="wonsan", count="1", missile="Musudan", failed=True),
            record("77", "CSIS", "2016-04-15", failed=True, extraction=BY_RULE),
            record("10", "YONHAP", "2016-04-15", count="1", missile="Musudan", failed=True, extraction=BY_RULE),
        ],
        [{"cns:79", "csis:77", "yonhap:10"}],
    ),
    (
        "2017-05-14: as above, and told apart from the launch of a week later",
        [
            record("108", "CNS", "2017-05-15", times="05:28", site="kaechon", count="1", missile="Hwasong-12"),
            record("95", "CSIS", "2017-05-14", site="kaechon", count="1", missile="Hwasong-12"),
            record("96", "CSIS", "2017-05-21", site="kaechon", count="1"),
        ],
        [{"cns:108", "csis:95"}, {"csis:96"}],
    ),
    (
        "2020-03-06 and 2020-03-09: the date of the record is three days off; minute, place and weapon are the same",
        [
            record("148", "CNS", "2020-03-09", times="07:36 07:37", site="sondok", count="3", missile="KN-25"),
            record("118", "CSIS", "2020-03-06", times="07:36", site="sondok", count="3", missile="KN-25"),
        ],
        [{"cns:148", "csis:118"}],
    ),
    (
        "2014-07-26: two names for one coast; a dispute about the place parts nothing",
        [
            record("55", "CNS", "2014-07-26..2014-07-27", site="monggumpo", count="1", printed="2014-07-26"),
            record("55", "CSIS", "2014-07-26", site="jangsan", count="1"),
        ],
        [{"cns:55", "csis:55"}],
    ),
    (
        "2015-04-02 and 03: opposite coasts by two publishers, on two days both keep apart",
        [
            record("66", "CNS", "2015-04-02", site="hodo", count="1", missile="KN-02"),
            record("67", "CNS", "2015-04-03", site="hodo", count="4", missile="KN-02"),
            record("63", "CSIS", "2015-04-02", site="sohae", count="1", missile="KN-02"),
            record("64", "CSIS", "2015-04-03", site="sohae", count="4", missile="KN-02"),
        ],
        [{"cns:66", "csis:63"}, {"cns:67", "csis:64"}],
    ),
    (
        "2021-03-25: one table has a row for each of two airfields, the others tell both missiles as one launch",
        [
            record("155", "CNS", "2021-03-25", times="07:04", site="sondok", count="1"),
            record("156", "CNS", "2021-03-25", times="07:23", site="yonpo", count="1"),
            record("123", "CSIS", "2021-03-25", times="07:06 07:25", count="2"),
            record("c", "MOD", "2021-03-25", times="07:04 07:23", site="sondok", count="2"),
        ],
        [{"cns:155", "cns:156", "csis:123", "mod:c"}],
    ),
    (
        "2022-11-02: salvos two hours apart, a record of the whole day, and a release that fits either",
        [
            record("207", "CNS", "2022-11-02", times="06:51", site="uiju", count="4"),
            record("211", "CNS", "2022-11-02", times="08:51", site="wonsan", count="3", range_km=150),
            record("158", "CSIS", "2022-11-02", times="06:51 08:51 13:27", site="wonsan", count="25"),
            record("c", "MOD", "2022-11-02", times="08:50", count="2+", range_km=150),
            record("e", "MOD", "2022-11-02", count="1+"),
        ],
        [{"cns:207"}, {"cns:211", "csis:158", "mod:c"}, {"mod:e"}],
    ),
    (
        "2022-11-03: morning and evening, two releases of one publisher",
        [
            record("214", "CNS", "2022-11-03", times="07:39", site="sunan", count="1"),
            record("215", "CNS", "2022-11-03", times="08:39 08:48", site="kaechon", count="2"),
            record("217", "CNS", "2022-11-03", times="21:34 21:39 21:42", count="3"),
            record("b", "MOD", "2022-11-03", times="07:39 08:39 08:48", count="3+"),
            record("d", "MOD", "2022-11-03", times="21:34 21:39 21:42", count="3"),
        ],
        [{"cns:214", "cns:215", "mod:b"}, {"cns:217", "mod:d"}],
    ),
    (
        "2026-04-08: a record that gives times of two launches five hours apart joins neither to the other",
        [
            record("332", "CNS", "2026-04-08", times="08:50", site="wonsan", count="2", range_km=240),
            record("334", "CNS", "2026-04-08", times="14:23", site="wonsan", count="1", range_km=700),
            record("242", "CSIS", "2026-04-08", times="08:50 14:28", site="wonsan", count="2", range_km=240),
            record("b", "MOD", "2026-04-08", times="14:23", count="1+", range_km=700),
        ],
        [{"cns:332", "csis:242"}, {"cns:334", "mod:b"}],
    ),
    (
        "2017-08-26: three missiles in half an hour are one row everywhere, and called a failure by one",
        [
            record("113", "CNS", "2017-08-26", times="06:49 07:07 07:19", site="kittaeryong", count="3"),
            record("102", "CSIS", "2017-08-26", site="kittaeryong", count="3", failed=True),
            record("32", "YONHAP", "2017-08-26", site="kittaeryong"),
        ],
        [{"cns:113", "csis:102", "yonhap:32"}],
    ),
    (
        "2024-05-30: the launch and the state media's report of it are two records of one publisher",
        [
            record("276", "CNS", "2024-05-30", times="06:13", site="sunan", count="18", missile="KN-25"),
            record("205", "CSIS", "2024-05-30", times="06:14", site="sunan", count="10"),
            record("206", "CSIS", "2024-05-30", count="18", kind=MLRS, printed="2024-05-31"),
        ],
        [{"cns:276", "csis:205", "csis:206"}],
    ),
    (
        "2026-01-28: the report of the day after names the weapon and the distance of the launch",
        [
            record("235", "CSIS", "2026-01-27", times="15:50", count="5", range_km=350),
            record("236", "CSIS", "2026-01-28", count="4", kind=MLRS, range_km=358.5),
        ],
        [{"csis:235", "csis:236"}],
    ),
    (
        "2021-09-11 and 12: two cruise missile tests of equal distance, neither with a time: two launches",
        [
            record("124", "CSIS", "2021-09-11", count="1", kind=CRUISE, range_km=1500),
            record("125", "CSIS", "2021-09-12", count="1", kind=CRUISE, range_km=1500),
        ],
        [{"csis:124"}, {"csis:125"}],
    ),
    (
        "1984-09: a month only, and a first of the month that stands for it",
        [
            record("4", "CNS", "1984-09", site="tonghae", count="3", missile="Scud-B", failed=True),
            record("1", "CSIS", "1984-09-01", site="tonghae", count="2+", failed=True, extraction=BY_RULE),
        ],
        [{"cns:4", "csis:1"}],
    ),
    (
        "2013-05-18 to 20: days without a clock time in a row stay three launches",
        [
            *(
                record(
                    f"c{n}",
                    "CNS",
                    f"2013-05-{n}..2013-05-{n + 1}",
                    site="hodo",
                    missile="KN-02",
                    printed=f"2013-05-{n}",
                )
                for n in (18, 19, 20)
            ),
            *(record(f"s{n}", "CSIS", f"2013-05-{n}") for n in (18, 19, 20)),
        ],
        [{"cns:c18", "csis:s18"}, {"cns:c19", "csis:s19"}, {"cns:c20", "csis:s20"}],
    ),
    (
        "2019-09-10: a failed third missile without a time, under the same printed date and place",
        [
            record(
                "138", "CNS", "2019-09-10", times="06:53 07:12", site="kaechon", count="2", printed="2019-09-09 UTC"
            ),
            record("140", "CNS", "2019-09-09", site="kaechon", count="1", failed=True, printed="2019-09-09"),
            record("113", "CSIS", "2019-09-10", times="06:53 07:12", site="kaechon", count="2"),
        ],
        [{"cns:138", "cns:140", "csis:113"}],
    ),
    (
        "2016-02-07: a time twelve hours off does not part a space launch from itself",
        [
            record("74", "CNS", "2016-02-07", times="21:29", site="sohae", count="1", kind=SLV),
            record("8", "YONHAP", "2016-02-07", times="09:30", site="sohae", count="1"),
        ],
        [{"cns:74", "yonhap:8"}],
    ),
    (
        "2015-02-07 and 08: cruise missiles one day, ballistic ones the next",
        [
            record("59", "CSIS", "2015-02-07", count="1", kind=CRUISE),
            record("60", "CSIS", "2015-02-08", site="wonsan", count="5"),
            record("59", "CNS", "2015-02-08", site="hodo", count="5"),
        ],
        [{"csis:59"}, {"csis:60", "cns:59"}],
    ),
    (
        "1993-05-30: the only records of the date, without a time; the place and the count are in dispute",
        [
            record("15", "CNS", "1993-05-30", site="tonghae", count="1", missile="Scud-C"),
            record("9", "CSIS", "1993-05-30", site="wonsan", count="2+", missile="Nodong"),
        ],
        [{"cns:15", "csis:9"}],
    ),
    (
        "as above, but one publisher has two records of the date: nothing says which of them the other speaks of",
        [
            record("15", "CNS", "1993-05-30", site="tonghae", count="1", missile="Scud-C"),
            record("16", "CNS", "1993-05-30", site="sohae", count="1", missile="Scud-C"),
            record("9", "CSIS", "1993-05-30", site="wonsan", count="2+", missile="Nodong"),
        ],
        [{"cns:15"}, {"cns:16"}, {"csis:9"}],
    ),
    (
        "as above, but a cruise missile against a ballistic one",
        [
            record("15", "CNS", "1993-05-30", site="tonghae", count="1"),
            record("9", "CSIS", "1993-05-30", site="wonsan", count="2+", kind=CRUISE),
        ],
        [{"cns:15"}, {"csis:9"}],
    ),
    (
        "one day, two countries",
        [record("1", "CNS", "2020-01-01", site="sinpo"), record("2", "CSIS", "2020-01-01", site="sinpo", country="IR")],
        [{"cns:1"}, {"csis:2"}],
    ),
]


@pytest.mark.parametrize(("records", "launches"), [each[1:] for each in LAUNCHES], ids=[each[0] for each in LAUNCHES])
def test_which_records_are_of_one_launch(records: list[SourceRecord], launches: list[set[str]]) -> None:
    found = associate_records(records)
    assert sorted(map(sorted, found.records.values())) == sorted(map(sorted, launches))


def only(found: Association, record_id: str) -> str:
    (event_id,) = (name for name, ids in found.records.items() if record_id in ids)
    return event_id


def test_each_link_says_why_in_figures() -> None:
    (event,) = associate_records(LAUNCHES[0][1]).events
    assert any("times 2 min apart" in reason and "both name sinpo" in reason for reason in event.reasons)
    assert all(re.search(r"score \d+", reason) for reason in event.reasons)


def test_a_record_of_the_whole_day_says_so_on_both_launches_and_names_the_other() -> None:
    records = LAUNCHES[7][1]
    found = associate_records(records)
    here, there = only(found, "csis:158"), only(found, "cns:207")
    reasons = {event.id: " ".join(event.reasons) for event in found.events}
    assert "CSIS (csis:158) speaks of the day's other launches too" in reasons[here]
    assert f"CSIS (csis:158) speaks of the whole day; it is kept with {here}" in reasons[there]
    assert f"would also fit {there}" in reasons[here]


def test_a_time_near_that_of_a_record_of_the_whole_day_does_not_make_another_one() -> None:
    found = associate_records(LAUNCHES[9][1])
    reasons = " ".join(reason for event in found.events for reason in event.reasons)
    assert "CSIS (csis:242) speaks of the day's other launches too" in reasons
    assert "MOD (mod:b) speaks of" not in reasons


def test_parts_are_scoped_so_that_they_do_not_contradict_the_whole() -> None:
    (event,) = associate_records(LAUNCHES[6][1]).events
    scopes = {claim.launch: claim.scope for claim in event.of(Attribute.COUNT)}
    assert scopes["cns:155"].kind is ScopeKind.SALVO and scopes["cns:155"] != scopes["cns:156"]
    assert scopes["mod:c"].kind is ScopeKind.UNSTATED


@pytest.mark.parametrize(
    ("records", "day", "precision", "prefix"),
    [
        (LAUNCHES[14][1], "1984-09-01", "month", "KP-1984-09-"),  # the filler of a table is no day
        (LAUNCHES[0][1], "2021-10-19", "day", "KP-2021-10-19-"),
        (LAUNCHES[3][1], "2020-03-09", "day", "KP-2020-03-09-"),
    ],
)
def test_the_day_and_the_id(records: list[SourceRecord], day: str, precision: str, prefix: str) -> None:
    if day == "2020-03-09":
        records = [records[0], record("118", "CSIS", "2020-03-06", times="07:36", site="sondok", extraction=BY_RULE)]
    (event,) = associate_records(records).events
    assert event.day is not None and event.day.first is not None
    assert (event.day.first.isoformat(), event.day.precision.value) == (day, precision)
    assert re.fullmatch(re.escape(prefix) + "[0-9a-f]{8}", event.id)


def test_a_day_that_others_dispute_names_them() -> None:
    (event,) = associate_records([LAUNCHES[3][1][0], LAUNCHES[3][1][1]]).events
    assert event.day is not None and "dated otherwise by" in event.day.reasoning


EDITIONS = [
    record("74", "CNS", "2015-03-01", site="hodo", count="2", edition="2026-04"),
    record("F74", "CNS", "2015-03-02", site="hodo", count="1", edition="2017-03"),
    record("F99", "CNS", "2015-08-01", site="hodo", count="1", edition="2017-03"),
    record("61", "CSIS", "2015-03-02", site="hodo", count="2"),
]


def test_an_older_edition_goes_with_its_publishers_newest_record() -> None:
    found = associate_records(EDITIONS)
    launch = only(found, "cns2026-04:74")
    assert set(found.records[launch]) == {"cns2026-04:74", "cns2017-03:F74", "csis:61"}
    (event,) = (event for event in found.events if event.id == launch)
    said = {claim.launch: claim.said for claim in event.of(Attribute.COUNT)}
    older, newer = said["cns2017-03:F74"], said["cns2026-04:74"]
    assert older is not None and newer is not None and older.day < newer.day
    assert any("edition 2017-03 of CNS" in reason for reason in event.reasons)


def test_a_record_only_an_older_edition_has_stands_for_itself() -> None:
    found = associate_records(EDITIONS)
    assert found.records[only(found, "cns2017-03:F99")] == ("cns2017-03:F99",)


def test_pages_of_one_outlet_are_no_list_of_launches() -> None:
    def page(name: str, outlet: str, **told: str) -> SourceRecord:
        made = record(name, outlet, "2021-10-19", times=told.get("times", ""), count=told.get("count", ""))
        return SourceRecord(f"pages:{outlet}{name}", outlet, "", made.day, "KP", made.claims)

    pages = [page("1", "KBS", count="1"), page("2", "KBS", count="2"), page("1", "NHK", times="10:15", count="2")]
    assert len(associate_records([*LAUNCHES[0][1], *pages]).events) == 1


def test_an_undated_record_is_listed_with_the_reason() -> None:
    dated = record("1", "CNS", "2020-01-01")
    missing = SourceRecord("cns:2", "CNS", "", type(dated.day)("", dated.day.precision, missing="the year"), "KP", ())
    found = associate_records([dated, missing])
    assert [(each.record_id, each.reason) for each in found.unmatched] == [("cns:2", "Not dated: the year.")]


def test_a_release_that_a_later_one_replaced_is_listed_with_its_successor() -> None:
    later = replace(record("d", "MOD", "2023-03-16"), flags=("flight time 70 min", "supersedes 2023-03-16c"))
    (listed,) = associate_records([later]).unmatched
    assert (listed.record_id, listed.reason.startswith("Superseded by mod:d")) == ("mod:2023-03-16c", True)
    kept = associate_records([later, record("2023-03-16c", "MOD", "2023-03-16", times="07:09")])
    assert kept.unmatched == ()


RECORDS = st.builds(
    record,
    st.integers(0, 30).map(str),
    st.sampled_from(["CNS", "CSIS", "MOD"]),
    st.sampled_from(["2022-11-02", "2022-11-03", "2022-11-02..2022-11-03", "2022-11"]),
    times=st.sampled_from(["", "06:51", "08:51", "06:51 08:51", "21:00"]),
    site=st.sampled_from(["", "uiju", "wonsan", "somewhere"]),
    count=st.sampled_from(["", "1", "2+", "25"]),
    kind=st.sampled_from([MissileClass.BALLISTIC, CRUISE]),
    edition=st.sampled_from(["", "2021-03"]),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(RECORDS, max_size=12, unique_by=lambda each: each.id), st.randoms(use_true_random=False))
def test_no_record_is_lost_or_doubled_and_the_order_changes_nothing(
    records: list[SourceRecord], shuffle: random.Random
) -> None:
    found = associate_records(records)
    carried = [name for names in found.records.values() for name in names]
    assert sorted(carried) == sorted(each.id for each in records)
    assert len({event.id for event in found.events}) == len(found.events)
    assert set(found.records) == {event.id for event in found.events}
    shuffled: Sequence[SourceRecord] = shuffle.sample(records, len(records))
    assert associate_records([*shuffled, *shuffled[:2]]) == found
