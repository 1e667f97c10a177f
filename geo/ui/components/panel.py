"""The panel of one launch. Everything a report wrote is drawn by st.text: never as Markdown or HTML."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from geo.model.launch import Notice
from geo.model.report import Report
from geo.services.citations import CitedSource
from geo.services.citing import Cited
from geo.services.dossier import NONE_STATED, Block, Dossier, Reference, report_label
from geo.services.history import Moment, time_line
from geo.services.wording import day_in_words
from geo.ui.components import citation, claims
from geo.ui.components.disclosure import offered
from geo.ui.components.words import link, listed, plain, safe_url

MOST_CLAIMS = 14  # claims shown before blocks without a contradiction are folded


def open_with(dossier: Dossier) -> None:
    """Draws the first words: the launch, its worst finding, and two lines to quote."""
    known = [*dossier.headline, dossier.summary]
    if _is_one_report(dossier):
        known.append(f"All claims are from one report: {report_label(dossier.reports[0])}.")
    st.markdown(f"#### {plain(dossier.label)}\n\n{_badge(dossier)}")
    st.text("\n".join(known))


def show(dossier: Dossier, cited: Cited) -> None:
    """Draws what follows them: attributes, contradictory ones first, then where it comes from."""
    _blocks(dossier, say_report=not _is_one_report(dossier))
    if dossier.not_stated:
        st.text(f"{NONE_STATED.capitalize()}: {', '.join(dossier.not_stated)}")
    if dossier.notices:
        st.text("\n\n".join(f"{notice.kind.value}: {notice.sentence}" for notice in dossier.notices))
    _closing(dossier, cited)


def _is_one_report(dossier: Dossier) -> bool:
    """Whether all of it is from one report, which is then named once."""
    return len(dossier.reports) == 1 and all(row.words for block in dossier.blocks for row in block.rows)


def _badge(dossier: Dossier) -> str:
    """The worst class, and on how many attributes it is found."""
    number = dossier.attributes
    on = f" :gray[on {number} attribute{'' if number == 1 else 's'}]" if number else ""
    return f"{claims.mark(dossier.worst)}{on}"


def _blocks(dossier: Dossier, say_report: bool) -> None:
    """Contradictory attributes in full; of the others as many as a short panel holds, the rest in a line each."""
    shown, rest = 0, []
    for block in dossier.blocks:
        shown += len(block.rows)
        if block.contradictory or shown <= MOST_CLAIMS:
            claims.show(block, say_report, dossier.event_id)
        else:
            rest.append(block)
    if not rest:
        return
    st.text("\n".join(_in_a_line(block) for block in rest))
    titles = {block.attribute.value: block.title for block in rest}
    opened = offered(titles, f"attributes-{dossier.event_id}")
    for block in rest:
        if block.attribute.value in opened:
            claims.show(block, say_report, dossier.event_id)


def _in_a_line(block: Block) -> str:
    first, *others = block.values
    more = f" and {len(others)} other value{'' if len(others) == 1 else 's'}" if others else ""
    found = f" ({block.differences[0].finding_class.value})" if block.differences else ""
    return f"{block.title}: {first.value}{more}{found}"


def show_notice(notice: Notice) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f":gray[**{notice.kind.value}**]")
        st.text(notice.sentence)


def _closing(dossier: Dossier, cited: Cited) -> None:
    revisions = sum(moment.is_revision for moment in dossier.history)
    parts = {
        "sources": f"Sources ({len(dossier.references)})",
        "reports": f"Reports read ({len(dossier.reports)})",
        "history": f"History ({revisions})",
        "day": "Which day",
        "cite": "Cite",
    }
    opened = offered(parts, f"closing-{dossier.event_id}")
    if "sources" in opened:
        _references(dossier.references)
        _sources(dossier.sources)
    if "reports" in opened:
        _reports(dossier.reports)
    if "history" in opened:
        _history(dossier.history)
    if "day" in opened:
        st.text("\n".join((dossier.day_reasoning, *dossier.reasons)))
    if "cite" in opened:
        citation.show(cited, f"cite-style-{dossier.event_id}")


def _references(references: Sequence[Reference]) -> None:
    if linked := [link(each.label, each.url) for each in references if each.is_ours]:
        st.markdown(listed(linked))
    if told := [f"{each.label} {each.url}".strip() for each in references if not each.is_ours]:
        st.text("\n".join(told))


def _sources(sources: Sequence[CitedSource]) -> None:
    told = [
        (s.name, "; ".join(s.forms), s.claims, s.relayed, s.kind, s.country, safe_url(s.url) or None) for s in sources
    ]
    columns = ["Source", "Cited as", "Claims", "Passed on", "Kind", "Country", "Link"]
    links = {"Link": st.column_config.LinkColumn("Link", display_text="open")}
    st.dataframe(pd.DataFrame(told, columns=columns), hide_index=True, width="stretch", column_config=links)


def _reports(reports: Sequence[Report]) -> None:
    if not reports:
        st.text("None: all claims are from records of data sets.")
    for report in reports:
        st.text(f"{report_label(report)}\n{report.published.note if report.published else ''}".strip())
        if safe_url(report.url):
            st.link_button("Open the report", report.url)
        st.text(f"Report {report.id}, SHA-256 {report.sha256}")
        st.text(report.text)


def _history(history: Sequence[Moment]) -> None:
    """A small line of days, and one row a moment: ○ a first value, ↺ what replaced it."""
    if not history:
        st.text("Nobody who spoke of this launch is known to have changed a value.")
    else:
        if line := time_line(history):
            st.code(line, language=None, wrap_lines=True)
        st.text("\n".join(_moment(moment) for moment in history))


def _moment(moment: Moment) -> str:
    day = day_in_words(moment.day) if moment.day else "day unknown"
    said = f"{moment.replaced} → {moment.value}" if moment.is_revision else moment.value
    return f"{'↺' if moment.is_revision else '○'}  {day}  {moment.speaker}, {moment.attribute.lower()}: {said}"
