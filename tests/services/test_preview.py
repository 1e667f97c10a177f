"""What is shown of a report before it is kept."""

from datetime import date

from geo.services.ingest import make_report
from geo.services.library import open_library
from geo.services.preview import preview

TOLD = (
    "North Korea fired a missile on Tuesday. The JCS initially said it flew 650 km but later corrected that to 700 km."
)
MENTIONED = "The leaders met for a summit on Tuesday. The North had fired two ballistic missiles in March."


def test_a_value_since_changed_says_so() -> None:
    shown = preview(make_report(TOLD, date(2021, 6, 1), "Daily A"), open_library())
    assert {row.value for row in shown.rows if row.attribute == "How far"} == {"650 km, since changed", "700 km"}


def test_launches_only_mentioned_are_shown_and_not_kept() -> None:
    shown = preview(make_report(MENTIONED, date(2021, 6, 1), "Daily A"), open_library())
    assert not shown.worth_keeping
    assert {row.launch for row in shown.rows} == {"1 Mar 2021"}
