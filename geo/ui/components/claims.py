"""One attribute of a launch: its values side by side with who gave them, and what comparing them found."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from geo.model.finding import FindingClass
from geo.services.dossier import Block, ClaimRow, Reference, StatedValue
from geo.services.lookup import trace
from geo.ui.components import lookup_answer
from geo.ui.components.disclosure import offered
from geo.ui.components.passage import Passage
from geo.ui.components.rule_link import rule_links
from geo.ui.components.words import link, listed, plain, safe_url
from geo.ui.record import library

MOST_VALUES = 3  # values of one attribute shown in full; the table of all claims has the rest
MOST_ROWS = 3  # speakers shown with one value
MOST_LINKS = 3  # references shown with one speaker
MOST_OPEN = 2  # differences shown before the rest is folded away
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


def mark(found: FindingClass) -> str:
    """Sign and name of a class, in Markdown."""
    return MARKS.get(found, plain(found.value))


def show(block: Block, say_report: bool, event_id: str) -> None:
    """Draws the block; `say_report` is False where all claims are from one report, named above."""
    passage = Passage()
    passage.ours(f"##### {block.title}")
    values = block.values
    for value in values[:MOST_VALUES]:
        _value(passage, value, say_report)
    for difference in block.differences[:MOST_OPEN]:
        by = f" :gray[by {plain(difference.gap)}]" if difference.gap else ""
        passage.ours(f"{mark(difference.finding_class)}{by} {rule_links(difference.findings)}")
        passage.theirs(difference.sentence)
    passage.draw()
    _rest(block, values, event_id)


def _value(passage: Passage, value: StatedValue, say_report: bool) -> None:
    shown = value.rows[:MOST_ROWS]
    records = [row for row in shown if _is_record(row)]
    listing = listed(f"{plain(row.speaker)}{_state(row)}: {_links(row.references)}" for row in records)
    told = _in_report_words(value, [row for row in shown if not _is_record(row)], say_report)
    badges = (":blue-badge[✓ preferred] " if value.preferred else "") + (
        ":gray-badge[superseded]" if value.superseded else ""
    )
    if value.value_is_ours:
        passage.ours(f"**{plain(value.value)}** {badges}".strip())
    else:
        passage.theirs(value.value)
        passage.ours(badges.strip())
    passage.ours(_backing(value))
    if records and records[0].preferred:
        passage.ours(listing)
        listing = ""
    passage.theirs(told)
    passage.ours(listing)


def _backing(value: StatedValue) -> str:
    """How many independent families stand behind a value, and which; who compiles or reports is named apart."""
    number = len(value.independent)
    others = [family for family in value.families if family not in value.independent]
    told = [f"{number} independent famil{'y' if number == 1 else 'ies'}: {_named(value.independent)}"] if number else []
    told += [f"also {_named(others)}"] if others else []
    return f":small[:gray[{'; '.join(told)}]]" if told else ""


def _named(families: Sequence[str]) -> str:
    return ", ".join(plain(family.replace("_", " ")) for family in families)


def _in_report_words(value: StatedValue, rows: Sequence[ClaimRow], say_report: bool) -> str:
    told = [value.detail] if value.detail else []
    for row in rows:
        where = [_label(reference) for reference in row.references] if say_report else []
        superseded = " (superseded)" if row.superseded and not value.superseded else ""
        words = [f"“{row.words}”"] if row.words else []
        told.append("\n".join([f"{row.speaker}{superseded}", *words, *where]))
    return "\n\n".join(told)


def _is_record(row: ClaimRow) -> bool:
    """Whether all of the row is in names of data/, which may be drawn as links."""
    return row.speaker_is_ours and not row.words and all(reference.is_ours for reference in row.references)


def _state(row: ClaimRow) -> str:
    return " :gray[superseded]" if row.superseded else ""


def _links(references: Sequence[Reference]) -> str:
    shown = " · ".join(link(reference.label, reference.url) for reference in references[:MOST_LINKS])
    more = len(references) - MOST_LINKS
    return f"{shown} :gray[and {more} more]" if more > 0 else shown


def _label(reference: Reference) -> str:
    return f"{reference.label} {reference.url}".strip()


def _rest(block: Block, values: Sequence[StatedValue], event_id: str) -> None:
    """What is not shown in full, drawn when it is asked for: a launch with a hundred claims must open at once."""
    comparisons = sum(len(difference.findings) for difference in block.differences)
    parts: dict[str, str] = {}
    if len(values) > MOST_VALUES or any(_is_cut(value) for value in values):
        parts["claims"] = f"All {sum(len(row.references) for row in block.rows)} claims, {len(values)} values"
    if comparisons > len(block.differences) or len(block.differences) > MOST_OPEN:
        parts["comparisons"] = f"All {comparisons} comparisons"
    places = {row.place.toponym.verbatim: row for row in block.rows if row.place}
    if places:
        parts["places"] = "How the place was found"
    opened = offered(parts, f"more-{block.attribute.value}-{event_id}")
    if "claims" in opened:
        _all_claims(block.rows)
    if "comparisons" in opened:
        findings = [finding for difference in block.differences for finding in difference.findings]
        st.text("\n\n".join(finding.sentence for finding in findings))
        st.markdown(rule_links(findings))
    if "places" in opened:
        for row in places.values():
            _place(row)


def _place(row: ClaimRow) -> None:
    """What the words were taken to mean, why, and what lost; looked up again only when it is asked for."""
    if row.place and (found := trace(row.place, library().gazetteer)):
        st.text(f"As reported: “{found.question.query}”")
        lookup_answer.show(found, key=f"place-{row.claim_id}")


def _is_cut(value: StatedValue) -> bool:
    return len(value.rows) > MOST_ROWS or any(len(row.references) > MOST_LINKS for row in value.rows[:MOST_ROWS])


def _all_claims(rows: Sequence[ClaimRow]) -> None:
    told = [
        (row.value, row.speaker, _word(row), reference.label, safe_url(reference.url) or None, row.detail, row.words)
        for row in rows
        for reference in row.references
    ]
    frame = pd.DataFrame(told, columns=["Value", "Who said it", "State", "Where", "Link", "Means", "The sentence"])
    links = {"Link": st.column_config.LinkColumn("Link", display_text="open")}
    st.dataframe(frame, hide_index=True, width="stretch", column_config=links)


def _word(row: ClaimRow) -> str:
    return "preferred" if row.preferred else "superseded" if row.superseded else ""
