"""Which launch a report is linked to before it is kept, with the score, and what fits when it has no day."""

from collections.abc import Sequence
from datetime import date

from geo.model.report import Report
from geo.services.candidates import Links
from geo.services.candidates import links as links_of
from geo.services.ingest import make_report
from geo.services.library import Library, open_library
from geo.services.reading import read_report

TOLD = (
    "North Korea fired a ballistic missile from Mupyong-ri in Jagang Province at 7:23 a.m. {day}, "
    "the Joint Chiefs of Staff said. It flew 4,500 km."
)
ELSEWHERE = "North Korea fired a missile from Wonsan at 8:51 a.m. Tuesday, the Joint Chiefs of Staff said."
LIBRARY = open_library()


def links(report: Report, others: Sequence[Report], library: Library) -> Links:
    return links_of(read_report(report, library), [read_report(one, library) for one in others], library)


KEPT = [make_report(TOLD.format(day="on Tuesday"), date(2022, 10, 4), "Daily A")]


def test_a_dated_report_is_linked_with_its_score_and_reasons() -> None:
    found = links(make_report(TOLD.format(day="Tuesday, it said"), date(2022, 10, 4), "Daily B"), KEPT, LIBRARY)
    (line,) = found.lines
    assert line.startswith("4 Oct 2022") and "Score " in line and "times 0 min apart" in line
    assert found.missing == "" and found.candidates == ()


SHORT = "Report. North Korea fired a ballistic missile from Mupyong-ri around 7:20 a.m. Tuesday, the JCS said."


def test_the_runner_up_is_named() -> None:
    other = make_report(TOLD.format(day="on Wednesday"), date(2022, 10, 5), "Daily C")
    undated = make_report(SHORT, None, "Daily D")
    found = links(undated, [*KEPT, other], LIBRARY)
    assert [each.label.partition(" ·")[0] for each in found.candidates] == ["4 Oct 2022"]  # 5 October is no Tuesday
    assert "Runner-up: 4 Oct 2022" in found.lines[0]


def test_without_a_day_it_says_what_is_missing_and_offers_what_fits() -> None:
    found = links(make_report(SHORT, None, "Daily B"), KEPT, LIBRARY)
    assert found.lines[0].startswith("A new launch")
    assert "date of publication" in found.missing
    (best,) = found.candidates
    assert "was a Tuesday" in best.reasons and "places overlap" in best.reasons


def test_a_weekday_with_minute_place_and_distance_is_linked_and_says_what_it_rests_on() -> None:
    found = links(make_report("Report. " + TOLD.format(day="Tuesday"), None, "Daily B"), KEPT, LIBRARY)
    (line,) = found.lines
    assert line.startswith("4 Oct 2022") and "no more of its day than “Tuesday”" in line
    assert "7:23, the place, distance 4500 km: score 7, 7 needed" in line and "Score " in line
    assert "would settle it" in found.missing and found.candidates == ()


def test_what_does_not_fit_is_not_offered() -> None:
    found = links(make_report(ELSEWHERE, None, "Daily B"), KEPT, LIBRARY)
    assert found.missing and found.candidates == ()


def test_a_weekday_alone_offers_nothing() -> None:
    found = links(make_report("North Korea fired a missile on Tuesday, the JCS said.", None, "Daily B"), KEPT, LIBRARY)
    assert found.missing and found.candidates == ()


def test_the_day_of_a_date_line_narrows_a_weekday() -> None:
    text = "SEOUL, {filed} (Test Wire) -- North Korea fired a missile on Tuesday, the JCS said."
    found = links(make_report(text.format(filed="Oct. 4"), None, "Daily B"), KEPT, LIBRARY)
    (best,) = found.candidates
    assert best.label.startswith("4 Oct 2022") and "“Oct. 4”" in found.missing and "year" in found.missing
    assert links(make_report(text.format(filed="March 4"), None, "Daily B"), KEPT, LIBRARY).candidates == ()
