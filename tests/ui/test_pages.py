"""The pages under AppTest: what a user reads, chooses and enters."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from geo.services.library import open_library
from geo.services.opening import Catalogue, Opened
from geo.services.pipeline import compile_record
from geo.services.shelf import open_shelf

ISOZAKI = (
    "Two ballistic missiles were fired during Tuesday's launch, Japan's Deputy Secretary General Yoshihiko Isozaki "
    "said, but South Korea's military only acknowledged one projectile."
)
HOSTILE = (
    "North Korea fired two ballistic missiles on Tuesday, Japan's Defense Ministry said.\n\n"
    "{{7*7}} <img src=x onerror=alert(1)> '; drop table reports; -- **bold** ![x](http://198.51.100.1/x.png)"
)


@pytest.fixture
def sinpo() -> str:
    (event,) = compile_record(open_shelf("sqlite://").reports(), open_library()).events
    return event.id


def texts(app: AppTest) -> list[str]:
    return [element.value for element in app.text]


def said(app: AppTest, words: str) -> bool:
    """Whether plain text on the page, where nothing is read as Markdown or HTML, holds these words."""
    return any(words in text for text in texts(app))


def headline(app: AppTest) -> str:
    return next(str(element.value) for element in app.markdown if element.value.startswith("#### Launch map"))


def select(app: AppTest, event_id: str) -> AppTest:
    app.query_params["event"] = event_id
    return app.run()


def test_opens_on_the_last_twelve_months_and_three_sentences(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert headline(app).startswith("#### Launch map\u2003:small[:gray[2025-10-04 – 2026-10-03 · ")
    assert app.query_params == {}  # first sight is the bare address
    assert any("Click a symbol" in element.value for element in app.markdown)
    assert any(text.startswith("Catalogue version 1.0.0 of 2026-") for text in texts(app))
    recent, disputed = [button.label for button in app.button if (button.key or "").startswith("open-")]
    assert recent.startswith("Most recent: 3 Oct 2026")
    assert disputed == "Most disputed: 19 Oct 2021 · Sinpo, South Hamgyong"


def test_an_address_that_asks_for_something_shows_it_in_the_whole_record(app: AppTest) -> None:
    app.query_params["q"] = "Sinpo"
    app.run()
    assert headline(app).startswith("#### Launch map\u2003:small[:gray[1984-01-01 – 2026-12-31 · ")
    assert app.text_input(key="search").value == "Sinpo"
    assert app.query_params["from"] == "1984-01-01"  # a link keeps its range while the record grows


def test_the_panel_shows_both_sides_with_their_sentence(app: AppTest, sinpo: str) -> None:
    select(app, sinpo)
    assert not app.exception
    assert said(app, f"Japan's Deputy Secretary General Yoshihiko Isozaki\n“{ISOZAKI}”")
    assert said(app, f"South Korea's military\n“{ISOZAKI}”")
    assert said(app, "Japanese Prime Minister Fumio Kishida\n")
    ours = "\n".join(element.value for element in app.markdown)
    assert "**2 missiles**" in ours
    assert "**1 missile** :blue-badge[✓ preferred]" in ours
    assert ":red[▲ **contradictory, major**] :gray[by 1 missile]" in ours
    assert said(app, "1 missile (")  # one sentence says who stands against whom, and by which rule
    assert said(app, "contradictory by 1 missile (50 %); rule count-disjoint, tolerance 0.")


def test_the_first_two_lines_say_what_is_known(app: AppTest, sinpo: str) -> None:
    known = next(text for text in texts(select(app, sinpo)) if text.startswith("How many: "))
    assert known.splitlines()[:2] == [
        "How many: 1 missile (Joint Chiefs of Staff of South Korea)",
        "What: short-range ballistic missile (Joint Chiefs of Staff of South Korea)",
    ]


def test_what_nobody_stated_is_one_line(app: AppTest, sinpo: str) -> None:
    select(app, sinpo)
    assert "None stated: how long in flight, how fast" in texts(app)


def test_a_record_leads_to_its_source_by_a_link(app: AppTest, sinpo: str) -> None:
    select(app, sinpo)
    linked = [element.value for element in app.markdown if "](https://" in element.value]
    assert any(
        "Joint Chiefs of Staff of South Korea: [SBS, 19 Oct 2021](https://news.sbs.co.kr/" in each for each in linked
    )


def test_parts_are_drawn_when_they_are_opened(app: AppTest, sinpo: str) -> None:
    select(app, sinpo)
    assert not said(app, "↺")
    assert not app.code
    app.session_state[f"closing-{sinpo}"] = ["history", "cite"]
    app.run()
    history = next(text for text in texts(app) if "↺" in text)
    assert "↺  9 Nov 2021  Ministry of Defense of Japan, how many: 2 missiles → 1 missile" in history
    line, citation = app.code[0].value, app.code[1].value
    assert line.splitlines()[0].startswith("○")
    assert line.endswith(" 9 Nov 2021")
    assert citation.startswith("Launch Map. “Missile launch of 19 Oct 2021, Sinpo, South Hamgyong (KP-2021-10-19-")
    assert "Data version 1.0.0 of " in citation
    assert f"event={sinpo}&from=1984-01-01&to=2026-12-31" in citation


def test_the_chain_of_an_unnamed_source_stays(app: AppTest, sinpo: str) -> None:
    select(app, sinpo)
    for attribute in ("missile_type",):
        app.session_state[f"attributes-{sinpo}"] = [attribute]
        app.session_state[f"more-{attribute}-{sinpo}"] = ["claims"]
    app.run()
    speakers = [
        str(speaker)
        for frame in app.dataframe
        if "Who said it" in frame.value
        for speaker in frame.value["Who said it"]
    ]
    assert any(each.startswith("an unnamed military source, through") and "Joongang Ilbo" in each for each in speakers)


def test_time_and_place_are_no_more_precise_than_the_words(app: AppTest, sinpo: str) -> None:
    app.session_state[f"attributes-{sinpo}"] = ["admin_area", "launch_place"]
    app.session_state[f"more-launch_time-{sinpo}"] = app.session_state[f"more-launch_place-{sinpo}"] = ["claims"]
    shown = texts(select(app, sinpo))
    tables = [frame.value for frame in app.dataframe if "Means" in frame.value]
    claims = {
        f"{value}: {means}" for table in tables for value, means in zip(table["Value"], table["Means"], strict=True)
    }
    assert any("local time: 09:30–10:30 KST (00:30–01:30 UTC), 19 Oct 2021; approximate" in claim for claim in claims)
    assert not any("10:00" in text for text in (*shown, *claims))
    assert any("South Hamgyong or North Hamgyong" in text for text in shown)
    assert "vague place: “eastern coast” is too wide to be drawn as a place; it is kept as said." in texts(app)


def test_a_click_on_the_launch_in_the_list_opens_it(app: AppTest, sinpo: str) -> None:
    app.run()
    app.button(key="open-Most disputed").click().run()
    assert said(app, f"“{ISOZAKI}”")
    assert app.query_params["event"] == sinpo
    assert "1984-01-01 – 2026-12-31" in headline(app)  # it was outside the range


def test_a_filter_that_empties_the_map_is_named_and_can_be_dropped(app: AppTest) -> None:
    app.query_params.update({"from": "2021-10-01", "to": "2021-10-31"})
    app.run()
    assert "· 1 launch ·" in headline(app)
    app.text_input(key="search").set_value("Atlantis").run()
    assert "No launch passes these filters." in [element.value for element in app.info]
    assert "0 launches" in headline(app)
    app.button(key="drop-search").click().run()
    assert "· 1 launch ·" in headline(app)


def test_a_place_is_found_in_any_spelling(app: AppTest) -> None:
    app.query_params.update({"from": "2021-01-01", "to": "2021-12-31"})
    app.run()
    app.text_input(key="search").set_value("Sinpho").run()
    assert app.dataframe[0].value["Place"].str.contains("Sinpo").all()


def test_a_bad_address_is_ignored_with_a_note(app: AppTest) -> None:
    app.query_params["event"] = "{{7*7}}"
    app.query_params["from"] = "yesterday"
    app.run()
    assert not app.exception
    assert "event, from" in app.toast[0].value


def add_page() -> None:
    from geo.ui.pages import add_report

    add_report.page()


@pytest.fixture
def form(app: AppTest) -> AppTest:
    """The page on which a report is added, sharing the store of `app`."""
    return AppTest.from_function(add_page, default_timeout=30).run()


def read_text(form: AppTest, text: str, published: date | None = date(2021, 10, 20)) -> AppTest:
    form.text_area[0].set_value(text)
    form.date_input[0].set_value(published)
    form.text_input[0].set_value("A test paper")
    return form.button[0].click().run()


def test_a_report_is_shown_before_it_is_kept(form: AppTest) -> None:
    read_text(form, HOSTILE)
    assert not form.exception
    table = form.dataframe[0].value
    assert "2 missiles" in set(table["Value"])
    assert set(table["Who said it"]) == {"Japan's Defense Ministry"}
    assert any(text.startswith("19 Oct 2021 · Sinpo, South Hamgyong. ") for text in texts(form))  # it joins the seed's
    assert open_shelf().reports() == open_shelf("sqlite://").reports()  # nothing saved yet
    form.button[1].click().run()
    assert [element.value for element in form.success] == ["Kept. Its claims are on the launch map now."]
    assert HOSTILE in [report.text for report in open_shelf().reports()]


def test_a_kept_report_is_on_the_map_page(form: AppTest, app: AppTest) -> None:
    app.query_params.update({"from": "2021-10-01", "to": "2021-10-31"})
    before = app.run().dataframe[0].value["Publishers"].tolist()
    read_text(form, HOSTILE).button[1].click().run()
    app.run()
    assert not app.exception
    assert "· 1 launch ·" in headline(app)  # the same launch: its day and country are the seed's
    assert app.dataframe[0].value["Publishers"].tolist() == [before[0] + 1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no text in this report"),
        ("\u200b", "no text in this report"),
        ("a" * 200_001, "may have 200,000"),
    ],
)
def test_what_is_no_report_is_refused_in_words(form: AppTest, text: str, words: str) -> None:
    read_text(form, text)
    assert not form.exception
    assert any(words in shown for shown in texts(form))
    assert len(form.button) == 1  # nothing to keep


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders met in Singapore on Tuesday and signed a statement, officials said.",  # no launch
        "El Norte lanzó dos misiles balísticos el martes, dijo el ejército de Corea del Sur, según informaron.",
        "북한이 화요일 오전 탄도미사일 두 발을 발사했다고 합동참모본부가 밝혔다.",
    ],
)
def test_texts_without_a_readable_launch_say_why(form: AppTest, text: str) -> None:
    read_text(form, text)
    assert not form.exception
    assert form.warning[0].value == "No claim about a launch of its own was found in this text. Nothing was saved."
    assert texts(form)  # the reason
    assert len(form.button) == 1


def test_a_missing_date_is_said_and_not_guessed(form: AppTest) -> None:
    read_text(form, HOSTILE, published=None)
    assert any("Tuesday" in shown for shown in texts(form))
    assert set(form.dataframe[0].value["Which launch"]) == {"date unknown (Tuesday)"}


def test_a_refused_catalogue_is_a_banner_and_the_reports_are_shown(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = Catalogue((), "", "", "The catalogue of launches (data/launches) is refused: claims.csv is not the file")
    monkeypatch.setattr("geo.ui.record.opened", lambda: Opened(open_library(), refused))
    app.run()
    assert not app.exception
    assert "refused" in app.warning[0].value
    assert any("claims.csv" in text for text in texts(app))
    assert "· 1 launch ·" in headline(app)


def test_no_traceback_reaches_the_page_when_the_store_is_broken(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAUNCH_MAP_STORE", "nosuchdialect://x")
    app.run()
    assert not app.exception
    assert app.error[0].value == "The launches cannot be shown."
    assert any("LAUNCH_MAP_STORE" in text for text in texts(app))
