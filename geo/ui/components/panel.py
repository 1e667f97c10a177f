"""The panel of one launch. Everything a report wrote is drawn by st.text: never as Markdown or HTML."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from geo.model.finding import FindingClass
from geo.model.launch import Notice
from geo.services.citations import CitedSource
from geo.services.differences import Difference
from geo.services.dossier import Block, ClaimRow, Dossier, Reference, report_label
from geo.ui.components.rule_link import rule_links

MOST_ROWS = 6  # claims of one attribute shown in full; quotations come before bare records
MOST_SOURCES = 15  # cited sources shown in full before they become one table
MOST_OPEN = 6  # differences of one attribute shown before the rest is folded away
MARKS = {
    FindingClass.CONTRADICTORY_MAJOR: ":red[▲ **contradictory, major**]",
    FindingClass.CONTRADICTORY_MINOR: ":orange[▲ **contradictory, minor**]",
    FindingClass.OVERLAPPING: ":gray[◐ **consistent in part**]",
    FindingClass.LESS_PRECISE: ":gray[○ **less precise, not contradictory**]",
    FindingClass.AMBIGUOUS_NAME: ":orange[? **ambiguous name**]",
    FindingClass.SUPERSEDED: ":gray[↺ **superseded**]",
    FindingClass.AGREES: ":green[● **agrees**]",
    FindingClass.ECHO: ":gray[≈ **same speaker again**]",
    FindingClass.NOT_COMPARABLE: ":gray[≠ **not comparable**]",
    FindingClass.SINGLE_SOURCE: ":gray[1 **single source**]",
    FindingClass.PHYSICALLY_INCONSISTENT: ":orange[! **physically inconsistent**]",
    FindingClass.LOOKS_EXCHANGED: ":orange[⇄ **looks exchanged**]",
}


def show(dossier: Dossier) -> None:
    """Draws the dossier: two lines to quote, then blocks, contradictory ones first, then sources."""
    st.markdown(f"#### {dossier.label}")
    number = dossier.badge.removeprefix(dossier.worst.value).lstrip(": ")
    st.markdown(f"{MARKS.get(dossier.worst, dossier.worst.value)} :gray[on {number}]" if number else "")
    with st.container(gap="xxsmall"):
        for line in dossier.headline:
            st.text(line)
        st.text(dossier.summary)
    one_report = len(dossier.reports) == 1 and all(row.words for block in dossier.blocks for row in block.rows)
    if one_report:
        st.text(f"All claims are from one report: {report_label(dossier.reports[0])}.")
    for block in dossier.blocks:
        _block(block, say_report=not one_report)
    if dossier.not_stated:
        st.caption("Not stated: " + ", ".join(dossier.not_stated))
    _notices(dossier)
    _sources(dossier.sources)
    _reports(dossier)


def _block(block: Block, say_report: bool) -> None:
    st.markdown(f"##### {block.title}")
    with st.container(border=True, gap="small"):
        for row in block.rows[:MOST_ROWS]:
            _claim(row, say_report)
        if further := block.rows[MOST_ROWS:]:
            _further_claims(further)
    for difference in block.differences[:MOST_OPEN]:
        _difference(difference)
    if rest := block.differences[MOST_OPEN:]:
        with st.expander(f"{len(rest)} further differences between values"):
            st.text("\n\n".join(finding.sentence for difference in rest for finding in difference.findings))


def _claim(row: ClaimRow, say_report: bool) -> None:
    value, words = st.columns([2, 5], gap="small")
    with value.container(gap="xxsmall"):
        if row.value_is_ours:
            st.markdown(f"**{row.value}**")
        else:
            st.text(row.value)
        if row.preferred:
            st.badge("preferred", color="blue")
        if row.superseded:
            st.badge("superseded", color="gray")
    with words.container(gap="xxsmall"):
        st.text(row.speaker)
        if row.words:
            st.text(f"“{row.words}”")
        if row.detail:
            st.text(row.detail)
        if say_report or not row.words:
            _references(row.references)


def _further_claims(rows: Sequence[ClaimRow]) -> None:
    """The claims beyond the first as one table: a launch with a hundred claims must not take seconds to open."""
    told = [
        (row.value, row.speaker, "superseded" if row.superseded else "", reference.label, _safe_url(reference.url))
        for row in rows
        for reference in row.references
    ]
    frame = pd.DataFrame(told, columns=["Value", "Who said it", "State", "Where", "Link"])
    link = st.column_config.LinkColumn("Link", display_text="open")
    st.caption(f"{len(rows)} further claims")
    st.dataframe(frame, hide_index=True, width="stretch", column_config={"Link": link})


def _safe_url(url: str) -> str | None:
    return url if url.startswith(("https://", "http://")) else None


def _references(references: Sequence[Reference]) -> None:
    """Where the claim stands: links by the names of data/sources, reports of people as plain text."""
    with st.container(horizontal=True, gap="xsmall"):
        for reference in references:
            if reference.is_ours and _safe_url(reference.url):
                st.link_button(reference.label, reference.url, type="tertiary")
            else:
                st.text(f"{reference.label} {reference.url}".strip())


def _difference(difference: Difference) -> None:
    by = f" :gray[by {difference.gap}]" if difference.gap else ""
    with st.container(gap="xxsmall"):
        st.markdown(f"{MARKS.get(difference.finding_class, difference.finding_class.value)}{by}")
        if len(difference.findings) == 1:
            st.text(difference.findings[0].sentence)
            rule_links(difference.findings)
            return
        for side in difference.sides:
            st.text(f"{side.value}: {'; '.join(side.speakers)}")
        st.text(difference.detail)
        rule_links(difference.findings)
        with st.expander(f"Each of the {len(difference.findings)} comparisons, with its rule"):
            st.text("\n\n".join(finding.sentence for finding in difference.findings))


def _notices(dossier: Dossier) -> None:
    st.markdown("##### Which launch, which day")
    with st.container(gap="xxsmall"):
        for line in (dossier.day_reasoning, *dossier.reasons):
            st.text(line)
    for notice in dossier.notices:
        show_notice(notice)


def show_notice(notice: Notice) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f":gray[**{notice.kind.value}**]")
        st.text(notice.sentence)


def _sources(sources: Sequence[CitedSource]) -> None:
    st.markdown(f"##### Sources cited ({len(sources)})")
    if len(sources) > MOST_SOURCES:
        _source_table(sources)
        return
    with st.container(border=True, gap="small"):
        for source in sources:
            _source(source)


def _source_table(sources: Sequence[CitedSource]) -> None:
    told = [(s.name, "; ".join(s.forms), s.claims, s.relayed, s.kind, s.country) for s in sources]
    columns = ["Source", "Cited as", "Claims", "Passed on", "Kind", "Country"]
    st.dataframe(pd.DataFrame(told, columns=columns), hide_index=True, width="stretch")


def _source(source: CitedSource) -> None:
    with st.container(gap="xxsmall"):
        st.text(f"{source.name} ({', '.join(part for part in (source.kind, source.country) if part)})")
        for form in source.forms:
            st.text(form)
        if source.claims or source.relayed:
            claims = f"{source.claims} claim{'' if source.claims == 1 else 's'} on this launch"
            st.caption(f"{claims}, {source.relayed} passed on" if source.relayed else claims)


def _reports(dossier: Dossier) -> None:
    st.markdown(f"##### Reports read ({len(dossier.reports)})")
    for report in dossier.reports:
        with st.expander(f"Report {report.id}"):
            st.text(report_label(report))
            if report.published and report.published.note:
                st.text(report.published.note)
            if report.url:
                st.link_button("Open the report", report.url)
            st.text(f"SHA-256 {report.sha256}")
            st.text(report.text)
