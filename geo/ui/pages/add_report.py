"""Adding a report: paste or upload, see what would be read, then keep it."""

from datetime import date

import pandas as pd
import streamlit as st

from geo.model.errors import LaunchMapError
from geo.model.launch import Notice
from geo.model.report import Report
from geo.services.candidates import Links, links
from geo.services.ingest import FIRST_MISSILE_TEST, decode, make_report
from geo.services.preview import Preview, preview
from geo.ui.components.panel import show_notice
from geo.ui.record import catalogue, library, readings, shelf
from geo.ui.state import forget_range, keep_across_pages


def page() -> None:
    keep_across_pages()
    st.subheader("Add a report", anchor=False)
    st.text("The text is kept word for word. Nothing is sent anywhere: it is read on this machine.")
    st.text("Reports in English only; a text in another language is told apart and not read.")
    with st.form("report", border=False):
        uploaded = st.file_uploader("A text file", type=None)
        pasted = st.text_area("or its text", height=260, placeholder="Paste the article here")
        when, who, where = st.columns(3)
        published = when.date_input(
            "Published on (leave empty if unknown)", value=None, min_value=FIRST_MISSILE_TEST, format="YYYY-MM-DD"
        )
        outlet = who.text_input("Publisher", max_chars=200)
        url = where.text_input("Link", max_chars=2000)
        asked = st.form_submit_button("Read it", type="primary")
    if asked:
        st.session_state.draft = _draft(uploaded.getvalue() if uploaded else None, pasted, published, outlet, url)
    draft = st.session_state.get("draft")
    if draft is not None:
        _show_draft(*draft)


def _draft(
    content: bytes | None, pasted: str, published: date | None, outlet: str, url: str
) -> tuple[Report, tuple[Notice, ...]] | None:
    try:
        if content is not None and pasted.strip():
            raise LaunchMapError("There is a file and a pasted text. Keep one of them: a report is one text.")
        text, notices = (pasted, ()) if content is None else decode(content)
        return make_report(text, published, outlet, url), notices
    except LaunchMapError as error:
        _say("This cannot be read.", error)
        return None


def _show_draft(report: Report, notices: tuple[Notice, ...]) -> None:
    shown = preview(report, library(), notices)
    for notice in shown.notices:
        show_notice(notice)
    if not shown.worth_keeping:
        st.warning("No claim about a launch of its own was found in this text. Nothing was saved.")
        if shown.rows:
            _table(shown, f"**{len(shown.rows)} claims about other launches**, which this text only mentions.")
        return
    _table(shown, f"**{len(shown.rows)} claims read.** Nothing is saved yet.")
    others = readings().of(shelf().reports())
    _show_links(links(shown.reading, others, library(), catalogue().records))
    if st.button("Keep this report", type="primary"):
        _keep(report)


def _show_links(found: Links) -> None:
    st.markdown("**Which launch it tells of**")
    for line in found.lines:
        st.text(line)
    if found.missing:
        st.warning("The report does not tell the day of the launch.")
        st.text(found.missing)
    if found.candidates:
        frame = pd.DataFrame([(each.label, each.score, each.reasons) for each in found.candidates])
        frame.columns = pd.Index(["Launches that fit", "Score", "What fits"])
        st.dataframe(frame, hide_index=True, width="stretch")
    elif not found.linked:
        st.text("No launch of the record fits what the report tells.")


def _table(shown: Preview, heading: str) -> None:
    st.markdown(heading)
    frame = pd.DataFrame(
        [(row.attribute, row.value, row.speaker, row.launch, row.words, row.rules) for row in shown.rows]
    )
    frame.columns = pd.Index(["Attribute", "Value", "Who said it", "Which launch", "The sentence", "Rules"])
    st.dataframe(frame, hide_index=True, width="stretch")


def _keep(report: Report) -> None:
    try:
        added = shelf().add(report)
    except LaunchMapError as error:
        _say("Nothing was saved.", error)
        return
    st.session_state.draft = None
    if added:
        st.success("Kept. Its claims are on the launch map now.")
    else:
        st.info("This very text is here already; nothing was changed.")
    forget_range()


def _say(what: str, error: LaunchMapError) -> None:
    st.error(what)
    st.text(str(error))
