"""The panel of one launch. Everything a report wrote is drawn by st.text: never as Markdown or HTML."""

from collections.abc import Sequence

import streamlit as st

from geo.model.finding import Finding, FindingClass
from geo.model.launch import Notice
from geo.services.citations import CitedSource
from geo.services.dossier import Block, ClaimRow, Dossier, report_label

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
}


def show(dossier: Dossier) -> None:
    """Draws the dossier: two lines to quote, then blocks, contradictory ones first, then sources."""
    st.subheader("Selected launch", anchor=False)
    st.text(dossier.title)
    for line in dossier.headline:
        st.text(line)
    st.text(dossier.summary)
    for block in dossier.blocks:
        _block(block)
    if dossier.not_stated:
        st.caption("Not stated: " + ", ".join(dossier.not_stated))
    _notices(dossier)
    _sources(dossier.sources)
    _reports(dossier)


def _block(block: Block) -> None:
    st.markdown(f"##### {block.title}")
    for row in block.rows:
        _claim(row)
    for finding in block.differences:
        _difference(finding)


def _claim(row: ClaimRow) -> None:
    with st.container(border=True, gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(row.value)
            if row.preferred:
                st.badge("preferred", color="blue")
            if row.superseded:
                st.badge("superseded", color="gray")
        st.text(row.speaker)
        if row.detail:
            st.text(row.detail)
        if row.words:
            st.text(f"“{row.words}”")
        st.text(f"Report: {row.report}" if row.report else f"Record: {row.url}")


def _difference(finding: Finding) -> None:
    with st.container(gap="xxsmall"):
        st.markdown(MARKS.get(finding.finding_class, finding.finding_class.value))
        st.text(finding.sentence)


def _notices(dossier: Dossier) -> None:
    if dossier.day_reasoning:
        st.markdown("##### The day")
        st.text(dossier.day_reasoning)
    for notice in dossier.notices:
        show_notice(notice)


def show_notice(notice: Notice) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f":gray[**{notice.kind.value}**]")
        st.text(notice.sentence)


def _sources(sources: Sequence[CitedSource]) -> None:
    st.markdown(f"##### Sources cited ({len(sources)})")
    for source in sources:
        with st.container(border=True, gap="xxsmall"):
            st.text(f"{source.name} ({', '.join(part for part in (source.kind, source.country) if part)})")
            for form in source.forms:
                st.text(form)
            if source.claims or source.relayed:
                relayed = f", {source.relayed} passed on" if source.relayed else ""
                st.caption(f"{source.claims} claims on this launch{relayed}")


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
