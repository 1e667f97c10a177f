"""A launch as it stood at the end of an earlier day: by the control in the panel, and by the address."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2021, 10, 20)  # Tokyo took its count back on 9 November


@pytest.fixture
def sinpo(app: AppTest) -> str:
    """The launch of 19 October 2021, opened in `app`."""
    app.run()
    app.button(key="open-Most disputed").click().run()
    return str(app.session_state.event)


def ask_for(app: AppTest, event: str, day: date) -> None:
    app.button(key=f"as-of-{event}-field-day").click().run()
    app.date_input(key=f"as-of-{event}").set_value(day).run()


def opened(event: str, asof: str) -> AppTest:
    """A new session at an address."""
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.query_params.update({"event": event, "asof": asof})
    return page.run()


def test_the_panel_shows_a_launch_as_it_stood(app: AppTest, sinpo: str) -> None:
    assert not app.info
    ask_for(app, sinpo, DAY)
    assert not app.exception
    (told,) = [each.value for each in app.info]
    assert told.startswith("As it stood at the end of 20 Oct 2021: ")
    assert told.endswith("Worst finding then: contradictory, major; today: contradictory, major.")
    assert app.query_params["asof"] == "2021-10-20"


def test_an_empty_day_is_today_again(app: AppTest, sinpo: str) -> None:
    ask_for(app, sinpo, DAY)
    app.date_input(key=f"as-of-{sinpo}").set_value(None).run()
    assert not app.info
    assert "asof" not in app.query_params


def test_a_link_opens_a_launch_as_it_stood(sinpo: str) -> None:
    page = opened(sinpo, "2021-10-20")
    assert [each.value.partition(":")[0] for each in page.info] == ["As it stood at the end of 20 Oct 2021"]
    assert page.date_input(key=f"as-of-{sinpo}").value == DAY
    assert not page.toast


@pytest.mark.parametrize(
    "asked",
    [
        "yesterday",
        "2021-02-30",
        "1984-01-01",  # before anybody had spoken of the launch
        "2099-12-31",  # nobody knows yet
        "{{7*7}}",
    ],
)
def test_a_day_that_means_nothing_is_ignored_with_a_note(sinpo: str, asked: str) -> None:
    page = opened(sinpo, asked)
    assert not page.exception
    assert not page.info
    assert [each.value for each in page.toast] == ["Ignored in the address, because it is not a valid value: asof."]
    assert "asof" not in page.query_params


def test_a_day_without_a_launch_is_ignored_with_a_note() -> None:
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    page.query_params["asof"] = "2021-10-20"
    page.run()
    assert [each.value for each in page.toast] == ["Ignored in the address, because it is not a valid value: asof."]


def test_a_citation_names_the_day(app: AppTest, sinpo: str) -> None:
    ask_for(app, sinpo, DAY)
    app.session_state[f"closing-{sinpo}"] = ["cite"]
    app.run()
    assert f"({sinpo}), as it stood on 2021-10-20." in app.code[0].value
    assert "asof=2021-10-20" in app.code[0].value
