"""The pages on disagreements and on the method under AppTest: numbers, what they lead to, and tolerances to try."""

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo.model.claim import Attribute
from geo.model.finding import FindingClass
from geo.services.disagreements import Meeting

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
    assert not any("{{7*7}}" in each.value for each in (*page.markdown, *page.caption))


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
    assert "All tolerances are the defaults." in [each.value for each in method.caption]


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
    assert "All tolerances are the defaults." in [each.value for each in method.caption]


def test_the_panel_shows_a_launch_as_it_stood(app: AppTest) -> None:
    app.query_params.update({"from": "2021-10-01", "to": "2021-10-31"})
    app.run()
    app.button(key="open-Most disputed").click().run()
    (control,) = [each for each in app.date_input if each.label == "As it stood on"]
    control.set_value(date(2021, 10, 20)).run()
    assert not app.exception
    assert any(each.value.startswith("As it stood at the end of 20 Oct 2021: ") for each in app.info)


def test_findings_link_to_their_rules(app: AppTest) -> None:
    app.run()
    app.button(key="open-Most disputed").click().run()
    links = [each.value for each in app.caption if each.value.startswith("Rule: ")]
    assert links and all(re.fullmatch(r"Rule: (\[[a-z-]+\]\(method#[a-z-]+\)(, )?)+", each) for each in links)
