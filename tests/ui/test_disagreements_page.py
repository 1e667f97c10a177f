"""The pages on disagreements and on the method under AppTest: numbers, what they lead to, and tolerances to try."""

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.services.disagreements import Meeting

TABLES = ("dis-matrix", "dis-attributes", "dis-years", "dis-steps-launch_time", "dis-launches")
HOSTILE = "{{7*7}} ![x](http://198.51.100.1/x.png) Colonel"


def disagreements_page() -> None:
    from geo.ui.pages import disagreements

    disagreements.page()


def method_page() -> None:
    from geo.ui.pages import method

    method.page()


@pytest.fixture
def page(app: AppTest) -> AppTest:
    """The page, over the store of `app`."""
    return AppTest.from_function(disagreements_page, default_timeout=60).run()


@pytest.fixture
def method(app: AppTest) -> AppTest:
    return AppTest.from_function(method_page, default_timeout=60).run()


def test_speakers_stand_against_speakers_and_each_number_has_its_launches(page: AppTest) -> None:
    assert not page.exception
    matrix, attributes, years, steps, launches = (each.value for each in page.dataframe)
    assert matrix["Speaker"].iloc[0].startswith("1  ")
    assert re.fullmatch(r"\d+ of \d+", matrix["2"].iloc[0])
    assert matrix["2"].iloc[0] == matrix["1"].iloc[1]  # the same two, the same number
    assert attributes["Contradictory"].sum() == years["Contradictory"].sum() == len(launches)
    assert steps["Comparisons"].sum() == attributes.set_index("Attribute").loc["When", "Compared"]
    assert launches["Open"].str.fullmatch(r"\./\?event=[A-Za-z0-9_-]{1,80}").all()
    assert launches["Who said what, by which rule"].str.contains(", rule ").all()


def test_a_choice_narrows_the_launches(page: AppTest) -> None:
    whole = len(page.dataframe[4].value)
    page.selectbox(key="dis-about").set_value("How many").run()
    counted = page.dataframe[4].value
    assert 0 < len(counted) < whole
    assert set(counted["About"]) == {"How many"}
    page.selectbox(key="dis-apart").set_value("1 missile").run()
    assert set(page.dataframe[4].value["Gap"]) == {"1 missile"}
    page.toggle(key="dis-only").set_value(False).run()
    assert not page.exception


@pytest.mark.parametrize(
    ("table", "chosen", "found"),
    [
        ("dis-matrix", {"cells": [[0, "2"]]}, {"dis-one": 0, "dis-other": 1}),
        ("dis-attributes", {"rows": [3]}, {"dis-about": "How many"}),
        ("dis-years", {"rows": [0]}, {"dis-year": "2021"}),
        ("dis-steps-launch_time", {"rows": [2]}, {"dis-about": "When", "dis-apart": "2 min"}),
    ],
)
def test_a_number_leads_to_its_launches(
    page: AppTest, table: str, chosen: dict[str, list[object]], found: dict[str, object]
) -> None:
    """A click on a cell or a row, as Streamlit tells of it, is the choice below; the rows are as many as the number."""
    frames = {name: page.dataframe[number].value for number, name in enumerate(TABLES)}
    speakers = [name.partition("  ")[2] for name in frames["dis-matrix"]["Speaker"]]
    number = {
        "dis-matrix": int(str(frames["dis-matrix"]["2"].iloc[0]).split(" of ")[0]),
        "dis-attributes": frames["dis-attributes"]["Contradictory"].iloc[3],
        "dis-years": frames["dis-years"]["Contradictory"].iloc[0],
        "dis-steps-launch_time": frames["dis-steps-launch_time"]["Contradictory"].iloc[2],
    }[table]
    page.session_state[table] = {"selection": {"rows": [], "columns": [], "cells": []} | chosen}
    page.run()
    assert not page.exception
    for key, value in found.items():
        assert page.selectbox(key=key).value == (speakers[value] if isinstance(value, int) else value)
    assert len(page.dataframe[-1].value) == number > 0
    words = "comparison" if number == 1 else "comparisons"
    assert any(each.value.startswith(f":small[{number} {words} on ") for each in page.markdown)


def test_a_year_narrows_the_distribution_of_gaps(page: AppTest) -> None:
    whole = page.dataframe[3].value["Comparisons"].sum()
    page.selectbox(key="dis-year").set_value("2022").run()
    assert 0 < page.dataframe[3].value["Comparisons"].sum() < whole
    assert any(each.value == "##### How far apart in 2022" for each in page.markdown)


def test_everybody_is_more_than_governments(page: AppTest) -> None:
    before = page.dataframe[1].value["Compared"].sum()
    page.segmented_control[0].set_value("Everybody").run()
    assert not page.exception
    assert page.dataframe[1].value["Compared"].sum() > before


def test_nothing_to_show_says_so(page: AppTest) -> None:
    page.selectbox(key="dis-about").set_value("From what").run()
    assert [each.value for each in page.info] == ["No launch fits these choices."]


def test_hostile_names_stand_in_table_cells_only(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    met = Meeting(
        event_id="KP-2021-10-19-x",
        label="19 Oct 2021",
        day=date(2021, 10, 19),
        attribute=Attribute.COUNT,
        one="Japan's Defense Ministry",
        other=HOSTILE,
        official=True,
        worst=FindingClass.CONTRADICTORY_MAJOR,
        gap=None,
        sentences=(f"{HOSTILE} said “2”.",),
    )
    monkeypatch.setattr("geo.ui.pages.disagreements.disagreements", lambda _record: (met,))
    page = AppTest.from_function(disagreements_page, default_timeout=60).run()
    assert not page.exception
    assert page.dataframe[0].value["Speaker"].str.contains(HOSTILE, regex=False).any()
    assert page.dataframe[4].value.iloc[0, -1] == met.sentences[0]
    assert not any("{{7*7}}" in each.value for each in page.markdown)


def test_a_broken_store_is_said_and_no_traceback(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAUNCH_MAP_STORE", "nosuchdialect://x")
    page = AppTest.from_function(disagreements_page, default_timeout=60).run()
    assert not page.exception
    assert page.error[0].value == "The launches cannot be shown."


def test_the_method_shows_every_rule_under_its_own_heading(method: AppTest) -> None:
    assert not method.exception
    written = "\n".join(each.value for each in method.markdown)
    rules = (Path(__file__).resolve().parents[2] / "data" / "comparison" / "rules.csv").read_text(encoding="utf-8")
    for line in rules.splitlines()[1:]:
        assert f"###### {line.split(',')[0]}\n" in written  # the heading is the anchor that findings link to
    assert "All tolerances are the defaults." in [each.value for each in method.markdown]


def test_a_changed_tolerance_shows_what_moves_and_the_default_stays_marked(method: AppTest) -> None:
    method.number_input(key="tolerance-launch_time").set_value(10.0).run()
    assert not method.exception
    written = [each.value for each in method.markdown]
    assert any(each.startswith("**") and "launches change" in each for each in written)
    assert any("changed" in each and "default: 1 min" in each for each in written)
    frames = [each.value for each in method.dataframe if "As changed" in each.value.columns]
    assert {"Class", "By default", "As changed", "Difference"} <= set(frames[0].columns)
    assert set(frames[-1]["About"]) == {"When"}
    method.button[0].click().run()
    assert "All tolerances are the defaults." in [each.value for each in method.markdown]


def test_findings_link_to_their_rules(app: AppTest) -> None:
    app.run()
    app.button(key="open-Most disputed").click().run()
    marks = [line for each in app.markdown for line in each.value.splitlines() if "](method#" in line]
    rule = r"\[[a-z\\-]+\]\(method#[a-z-]+\)"
    assert marks and all(re.search(rf":small\[rules? {rule}(, {rule})*\]$", each) for each in marks)
    assert any("(method#count-disjoint)" in each for each in marks)


def test_a_value_shows_the_independent_families_behind_it(app: AppTest) -> None:
    app.run()
    app.button(key="open-Most disputed").click().run()
    told = "\n".join(each.value for each in app.markdown)
    assert (
        "**1 missile** :blue-badge[✓ preferred]\n\n:small[:gray[3 independent families: JAPAN, ROK, US; also C" in told
    )
    assert "**2 missiles**\n\n:small[:gray[1 independent family: JAPAN]]" in told


def test_all_comparisons_of_an_attribute_name_their_rules(app: AppTest) -> None:
    app.run()
    app.button(key="open-Most disputed").click().run()
    app.session_state[f"more-count-{app.session_state.event}"] = ["comparisons"]
    app.run()
    (told,) = [each.value for each in app.markdown if each.value.startswith(":small[rules ")]
    assert "(method#claimant-said-later)" in told
