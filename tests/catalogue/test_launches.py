"""Records of publishers as nouns: how many, how full, and what each speaker says."""

from collections import Counter

import pytest

from geo.catalogue.launches import load_records
from geo.catalogue.package import DATA_FOLDER, open_package
from geo.model.claim import Attribute, Claim, ScopeKind
from geo.model.place import NamedPlace, Place
from geo.model.quantity import Qualifier, Quantity
from geo.model.report import Citation
from geo.model.source_record import SourceRecord
from geo.model.timespan import TimeSpan


def record(record_id: str) -> SourceRecord:
    return next(one for one in load_records() if one.id == record_id)


def values(record_id: str, attribute: Attribute) -> list[str]:
    return [claim.value.verbatim for claim in record(record_id).claims if claim.attribute is attribute]


@pytest.mark.parametrize(
    ("publisher", "edition", "count"),
    [
        ("CNS", "2026-04", 182),
        ("CNS", "2021-03", 92),
        ("CNS", "2019", 73),
        ("CNS", "2017-09", 70),
        ("CNS", "2017-03", 62),
        ("CSIS", "2026-08", 245),
        ("CSIS", "2026-03", 233),
        ("JAPAN_MOD", "", 68),
    ],
)
def test_no_record_of_a_table_is_lost(publisher: str, edition: str, count: int) -> None:
    found = Counter((one.publisher, one.edition) for one in load_records())
    assert found[publisher, edition] == count


def test_every_row_of_every_table_is_a_record() -> None:
    package = open_package("launches")
    rows = {
        f"{table['table']}:{row['source_event_id']}"
        for table in package.rows("tables")
        for row in package.rows(table["table"])
    }
    assert rows <= {one.id for one in load_records()}


def test_every_claim_cites_its_record_and_has_an_id_of_its_own() -> None:
    claims = [(one, claim) for one in load_records() for claim in one.claims]
    for one, claim in claims:
        assert claim.launch == one.id
        assert isinstance(claim.evidence, Citation) and claim.evidence.record_id == one.id
        assert claim.evidence.url.startswith("http")
    assert max(Counter(claim.id for _, claim in claims).values()) == 1


def test_a_publisher_relays_the_speakers_it_names() -> None:
    claims = [claim for claim in record("csis_beyond_parallel:2023-06-15#181").claims if claim.attribution.relays]
    told = {(claim.attribution.originator.source_ids, claim.value.verbatim) for claim in claims}
    assert (("ROK_JCS",), "780 km") in told
    assert (("JAPAN_MOD",), "850 km") in told
    assert all(claim.attribution.relays[0].source_ids == ("CSIS",) for claim in claims)


def test_speakers_named_together_stay_together() -> None:
    counts = [claim for claim in record("cns_nagix:nagix-138..139").claims if claim.attribute is Attribute.COUNT]
    joint = [claim for claim in counts if len(claim.attribution.originator.source_ids) == 2]
    assert [claim.attribution.originator.source_ids for claim in joint] == [("ROK_JCS", "DPRK_STATE_MEDIA")]


def test_values_of_single_missiles_keep_their_number() -> None:
    """Two missiles of 2023-09-13, 350 and 650 km: a list, neither a contradiction nor an interval."""
    ranges = [claim for claim in record("mod_japan:2023-09-13b").claims if claim.attribute is Attribute.RANGE]
    assert [(claim.value.verbatim, claim.scope.kind, claim.scope.index) for claim in ranges] == [
        ("350 km", ScopeKind.MISSILE, 1),
        ("650 km", ScopeKind.MISSILE, 2),
    ]


@pytest.mark.parametrize(
    ("record_id", "attribute", "misread"),
    [
        ("cns_nagix:nagix-245", Attribute.COUNT, "22"),  # the minute of 07:22
        ("cns_nagix:nagix-200", Attribute.APOGEE, "350 km"),  # its range
        ("cns_nagix:nagix-264..269", Attribute.RANGE, "50 km"),  # its apogee
        ("cns_nagix:nagix-193..194", Attribute.LAUNCH_TIME, "06:10"),  # 18:10 on a 12-hour clock
        ("cns_nagix:nagix-222", Attribute.LAUNCH_TIME, "11:23"),  # launched 10:14, 69 minutes of flight
    ],
)
def test_a_value_misread_from_prose_is_no_claim(record_id: str, attribute: Attribute, misread: str) -> None:
    found = values(record_id, attribute)
    assert found and misread not in found


def test_eighteen_equal_values_are_said_once() -> None:
    assert values("cns_nagix:nagix-276..293", Attribute.OUTCOME) == ["success"]


@pytest.mark.parametrize(
    ("record_id", "attribute", "lower", "upper", "qualifier"),
    [
        ("mod_japan:2024-10-31f", Attribute.APOGEE, 7000, float("inf"), Qualifier.MORE_THAN),
        ("mod_japan:2020-03-29b", Attribute.RANGE, 0, 250, Qualifier.AT_MOST),
        ("mod_japan:2020-03-21b", Attribute.RANGE, 300, 400, Qualifier.BETWEEN),
        ("mod_japan:2024-05-30b", Attribute.COUNT, 2, float("inf"), Qualifier.SEVERAL),
        ("csis_beyond_parallel:2022-11-02#158", Attribute.COUNT, 25, 25, Qualifier.ABOUT),
        ("csis_beyond_parallel:2017-07-04#100", Attribute.RANGE, 933, 933, Qualifier.ABOUT),  # from miles
        ("mod_japan:2023-12-18d", Attribute.FLIGHT_TIME, 73, 73, Qualifier.EXACT),
    ],
)
def test_bounds_and_hedges_are_kept(
    record_id: str, attribute: Attribute, lower: float, upper: float, qualifier: Qualifier
) -> None:
    value = _claim(record_id, attribute).value
    assert isinstance(value, Quantity)
    assert (value.lower, value.upper, value.qualifier) == (lower, upper, qualifier)


def test_a_hedged_time_of_a_report_is_a_window() -> None:
    told = [claim.value for one in load_records() for claim in one.claims if claim.value.verbatim == "around 10:20"]
    assert [isinstance(time, TimeSpan) and time.approximate for time in told] == [True]


def test_figures_of_a_lofted_flight_are_its_claimants() -> None:
    """Range, apogee and duration of one flight, for the check against physics."""
    flight = next(one for one in load_records() if one.publisher == "TASS")
    told = {claim.attribute.value: claim.value.verbatim for claim in flight.claims}
    assert told == {
        "missile_type": "Hwasong-17",
        "range": "999.2 km",
        "apogee": "6040.9 km",
        "flight_time": "4135 s",
    }
    assert {claim.attribution.originator.source_ids for claim in flight.claims} == {("KCNA",)}


def test_the_state_of_review_goes_with_every_claim() -> None:
    assert {claim.extractor for one in load_records() for claim in one.claims} == {
        "structured",
        "keyed in",
        "read by rule: unreviewed",
    }


def test_a_site_is_a_point_with_the_radius_of_its_kind() -> None:
    assert _radius("cns_nagix:nagix-160") == 3000  # a shipyard
    assert _radius("cns_nagix:nagix-7") == 5000  # a launch site


def _claim(record_id: str, attribute: Attribute) -> Claim:
    return next(claim for claim in record(record_id).claims if claim.attribute is attribute)


def _radius(record_id: str) -> float | None:
    value = _claim(record_id, Attribute.LAUNCH_PLACE).value
    assert isinstance(value, NamedPlace) and isinstance(value.resolution, Place)
    return value.resolution.radius_m


def test_the_tables_hold_no_sentence_of_a_publisher() -> None:
    """Facts, figures, names and links: no cell outside links and our own reasons is as long as a sentence."""
    package = open_package("launches", DATA_FOLDER)
    ours = {"cited_urls", "source_url", "retrieved_from", "flags", "url", "reason", "note", "reasoning", "time_basis"}
    for entry in package.manifest["resources"]:
        for row in package.rows(entry["name"]):
            long = [text for column, text in row.items() if column not in ours and len(text.split()) > 14]
            assert not long, f"{entry['name']}: {long}"
