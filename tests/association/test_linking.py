"""Which accounts become one launch, which do not, and what is said about it."""

import random
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.association.linking import associate
from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Attribute, Claim, Value
from geo.model.launch import LaunchDay, LaunchEvent, LaunchMention, MentionRole, Notice, NoticeKind
from geo.model.place import FeatureClass, NamedPlace, Place, Point, Relation, Toponym
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.reading import Reading
from geo.model.report import DateBasis, Publication, Report, Span
from geo.model.timespan import ClockTime, TimePrecision, TimeSpan, ZoneBasis
from geo.model.weapon import MissileClass, MissileType

DAY = date(2021, 10, 19)
ONE = Quantity(1, 1, Qualifier.EXACT, Unit.MISSILES, "one")


def place(name: str, latitude: float, longitude: float) -> NamedPlace:
    known = Place(name, name, FeatureClass.CITY, "KP", "", "test", Point(latitude, longitude), 10_000)
    return NamedPlace(Toponym(name, name, Relation.NEAR), known)


SINPO, HAMHUNG, SUNAN = place("Sinpo", 40.0, 128.2), place("Hamhung", 39.9, 127.5), place("Sunan", 39.2, 125.7)
BALLISTIC = MissileType(MissileClass.BALLISTIC, "", False, "ballistic missile")
CRUISE = MissileType(MissileClass.CRUISE, "", False, "cruise missile")


def at(hour: int, minute: int) -> TimeSpan:
    opens = datetime(2021, 10, 19, hour, minute, tzinfo=UTC)
    closes = opens + timedelta(minutes=1)
    return TimeSpan(opens, closes, "Asia/Seoul", ZoneBasis.STATED, TimePrecision.MINUTE, False, "then", opens)


ATTRIBUTES: dict[type, Attribute] = {
    Quantity: Attribute.COUNT,
    NamedPlace: Attribute.LAUNCH_PLACE,
    MissileType: Attribute.MISSILE_TYPE,
    TimeSpan: Attribute.LAUNCH_TIME,
    ClockTime: Attribute.LAUNCH_TIME,
}


def mention(
    key: str, day: date | None = DAY, role: MentionRole = MentionRole.SUBJECT, country: str = "KP"
) -> LaunchMention:
    missing = "" if day else "the date of publication"
    told = LaunchDay("Tuesday", TimePrecision.DAY, day, day, weekday=1, missing=missing)
    return LaunchMention(key, role, told, country)


def reading(text: str, *told: tuple[LaunchMention, tuple[Value, ...]], notices: tuple[Notice, ...] = ()) -> Reading:
    report = Report(text, Publication(DAY, DateBasis.STATED), outlet=f"Daily {text}")
    speaker = Attribution((Speaker("Joint Chiefs", ("ROK_JCS",)),))
    pairs = [(each.key, value) for each, values in told for value in values]
    claims = tuple(
        Claim(ATTRIBUTES[type(value)], value, speaker, Span(report.id, 10 * number, 10 * number + 5), key)
        for number, (key, value) in enumerate(pairs)
    )
    return Reading(report, claims, tuple(each for each, _ in told), notices, True)


def told_by(event: LaunchEvent) -> set[str]:
    return {claim.evidence.report_id for claim in event.claims if isinstance(claim.evidence, Span)}


def test_two_reports_of_one_day_and_country_are_one_launch() -> None:
    readings = [reading("A", (mention("m1"), (ONE, SINPO))), reading("B", (mention("m1"), (ONE,)))]
    (event,) = associate(readings)
    assert event.day is not None and event.day.first == DAY and event.country == "KP"
    assert told_by(event) == {each.report.id for each in readings}
    assert len(event.reasons) == 2 and all("2021-10-19" in reason for reason in event.reasons)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((at(1, 4),), (at(1, 17),)),  # 13 minutes are a dispute about one launch
        ((SINPO,), (HAMHUNG,)),  # 60 km too
        ((BALLISTIC,), (MissileType(MissileClass.ICBM, "", True, "ICBM"),)),
        ((ONE,), (Quantity(2, 2, Qualifier.EXACT, Unit.MISSILES, "two"),)),
    ],
)
def test_what_speakers_dispute_does_not_part_a_launch(first: tuple[Value, ...], second: tuple[Value, ...]) -> None:
    assert len(associate([reading("A", (mention("m1"), first)), reading("B", (mention("m1"), second))])) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((at(1, 4),), (at(6, 17),)),  # morning and afternoon
        ((SINPO,), (SUNAN,)),  # two coasts
        ((BALLISTIC,), (CRUISE,)),
    ],
)
def test_hours_coasts_and_kinds_of_missile_part_two_launches(
    first: tuple[Value, ...], second: tuple[Value, ...]
) -> None:
    events = associate([reading("A", (mention("m1"), first)), reading("B", (mention("m1"), second))])
    assert len(events) == 2 and len({event.id for event in events}) == 2


def test_an_account_that_fits_two_launches_is_linked_to_neither_and_names_both() -> None:
    vague = reading("C", (mention("m1"), (ONE,)))
    events = associate([reading("A", (mention("m1"), (SINPO,))), reading("B", (mention("m1"), (SUNAN,))), vague])
    assert len(events) == 3
    (doubtful,) = [event for event in events if told_by(event) == {vague.report.id}]
    (notice,) = doubtful.notices
    assert notice.kind is NoticeKind.AMBIGUOUS_LINK
    assert all(event.id in notice.sentence for event in events if event is not doubtful)


def test_two_launches_of_one_report_stay_two() -> None:
    both = reading("A", (mention("m1"), (ONE,)), (mention("m2"), (ONE,)))
    assert len(associate([both])) == 2


def test_an_undated_account_is_a_launch_of_its_own_without_a_day() -> None:
    dated, undated = reading("A", (mention("m1"), (ONE,))), reading("B", (mention("m1", None), (ONE,)))
    first, last = associate([dated, undated])
    assert first.day is not None and first.day.first == DAY
    assert last.day is not None and last.day.first is None
    assert last.reasons == ("Not linked: the date of publication",)


def open_days(first: date, last: date) -> LaunchMention:
    return LaunchMention("m1", MentionRole.SUBJECT, LaunchDay("", TimePrecision.DAY, first, last), "KP")


def test_a_report_that_names_no_day_joins_the_only_launch_that_fits_and_says_so() -> None:
    dated = reading("A", (mention("m1"), (ONE, SINPO)))
    vague = reading("B", (open_days(date(2021, 10, 18), DAY), (ONE,)))
    (event,) = associate([dated, vague])
    assert event.day is not None and (event.day.first, event.day.last) == (DAY, DAY)
    assert any("names no day" in reason for reason in event.reasons)


@pytest.mark.parametrize(
    ("first", "last", "values"),
    [
        (date(2021, 10, 17), date(2021, 10, 18), (ONE,)),  # the known launch is a day later
        (date(2021, 10, 1), date(2021, 10, 31), (ONE,)),  # a month is no evidence
        (date(2021, 10, 18), DAY, (SUNAN,)),  # the other coast
    ],
)
def test_it_joins_nothing_that_does_not_fit(first: date, last: date, values: tuple[Value, ...]) -> None:
    dated = reading("A", (mention("m1"), (ONE, SINPO)))
    assert len(associate([dated, reading("B", (open_days(first, last), values))])) == 2


def test_it_joins_neither_of_two_days_that_fit_and_names_both() -> None:
    days = [reading("A", (mention("m1"), (ONE,))), reading("C", (mention("m1", date(2021, 10, 18)), (ONE,)))]
    events = associate([*days, reading("B", (open_days(date(2021, 10, 18), DAY), (ONE,)))])
    assert len(events) == 3
    (notice,) = (notice for event in events for notice in event.notices)
    assert notice.kind is NoticeKind.AMBIGUOUS_LINK
    assert "2021-10-18 and 2021-10-19" in notice.sentence


def test_an_account_without_a_country_is_linked_to_nothing() -> None:
    events = associate([reading("A", (mention("m1"), (ONE,))), reading("B", (mention("m1", country=""), (ONE,)))])
    assert [event.country for event in events] == ["KP", ""]


def test_claims_in_passing_join_the_launch_of_their_day() -> None:
    earlier = mention("m2", DAY, MentionRole.BACKGROUND)
    about_it = reading("A", (mention("m1"), (ONE,)))
    in_passing = reading("B", (mention("m1", date(2021, 10, 25)), (ONE,)), (earlier, (SINPO,)))
    event = associate([about_it, in_passing])[0]
    assert told_by(event) == {about_it.report.id, in_passing.report.id}
    assert any("in passing" in reason for reason in event.reasons)


def test_claims_in_passing_make_no_launch_and_choose_none_of_two() -> None:
    earlier = mention("m2", DAY, MentionRole.BACKGROUND)
    in_passing = reading("B", (mention("m1", date(2021, 10, 25)), (ONE,)), (earlier, (BALLISTIC,)))
    assert len(associate([in_passing])) == 1
    two = [reading("A", (mention("m1"), (SINPO,))), reading("C", (mention("m1"), (SUNAN,)))]
    events = associate([*two, in_passing])
    assert [len(event.claims) for event in events] == [1, 1, 1]


def test_a_text_that_reports_no_launch_makes_none() -> None:
    no_report = reading("A", (mention("m1"), (ONE,)))
    assert associate([Reading(no_report.report, (), no_report.mentions, (), False)]) == ()
    assert associate([]) == ()


def test_notices_of_a_report_about_one_launch_go_with_it() -> None:
    notice = Notice(NoticeKind.VAGUE_PLACE, "Too wide for a pin.", "eastern coast")
    (event,) = associate([reading("A", (mention("m1"), (ONE,)), notices=(notice,))])
    assert event.notices == (notice,)


VALUES = st.lists(st.sampled_from([ONE, SINPO, HAMHUNG, SUNAN, BALLISTIC, CRUISE, at(1, 17), at(7, 0)]), max_size=3)
MENTIONS = st.builds(
    mention,
    st.just("m1"),
    st.sampled_from([DAY, DAY, date(2021, 10, 20), None]),
    st.sampled_from([MentionRole.SUBJECT, MentionRole.SUBJECT, MentionRole.BACKGROUND]),
    st.sampled_from(["KP", "KP", "IR", "", "<b>", "../.."]),
)


@settings(deadline=None)
@given(st.lists(st.tuples(MENTIONS, VALUES), max_size=7), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing_and_no_claim_is_lost_or_doubled(
    told: list[tuple[LaunchMention, list[Value]]], shuffle: random.Random
) -> None:
    readings = [reading(f"report {number}", (each, tuple(values))) for number, (each, values) in enumerate(told)]
    events = associate(readings)
    shuffled = readings + readings[:2]
    shuffle.shuffle(shuffled)
    assert associate(shuffled) == events
    assert len({event.id for event in events}) == len(events)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", event.id) for event in events)
    linked = [claim for event in events for claim in event.claims]
    subjects = [claim for each in readings for claim in each.claims if each.mentions[0].role is MentionRole.SUBJECT]
    assert len(linked) == len(set(linked))
    assert set(subjects) <= set(linked)


def test_a_launch_mentioned_in_passing_is_not_the_one_its_own_report_is_about() -> None:
    earlier = mention("m2", DAY, MentionRole.BACKGROUND)
    (event,) = associate([reading("A", (mention("m1"), (ONE,)), (earlier, (BALLISTIC,)))])
    assert {claim.launch for claim in event.claims} == {"m1"}
