"""The page on who disagrees with whom: a matrix, the years, the gaps, and the launches behind each number."""

from collections.abc import Sequence

import streamlit as st

from geo.model.claim import Attribute
from geo.model.errors import LaunchMapError
from geo.services.disagreements import STEPS, Meeting, Tally, busiest, gap_step, tally
from geo.services.wording import ATTRIBUTE_TITLES
from geo.ui.comparisons import disagreements
from geo.ui.components import meetings as tables
from geo.ui.record import atlas
from geo.ui.state import keep_across_pages

MOST_SPEAKERS = 7  # of the matrix; the rest is reached through the choice of speakers
ANYBODY, ANYTHING, ANY_YEAR = "anybody", "anything", "any year"
OFFICES, EVERYBODY = "Governments and their media", "Everybody"


def page() -> None:
    keep_across_pages()
    st.subheader("Who disagrees with whom", anchor=False)
    try:
        met = disagreements(atlas())
    except LaunchMapError as error:
        st.error("The launches cannot be shown.")
        st.text(str(error))
        return
    if not met:
        st.info("No two speakers spoke to the same attribute of a launch yet.")
        return
    st.markdown(
        ":small[Counted are comparisons: two speakers, one attribute, one launch, as of today. Contradictory means "
        "that no value fits both, beyond the tolerance; what is only less precise is no disagreement. Nobody is "
        "called right.]"
    )
    met = _asked(met)
    left, right = st.columns([7, 5], gap="large")
    with left:
        _matrix(met)
    with right:
        _attributes(met)
    by_year, by_gap = st.columns([5, 7], gap="large")
    with by_year:
        _years(met)
    with by_gap:
        _gaps(met)
    _launches(met)


def _asked(met: Sequence[Meeting]) -> tuple[Meeting, ...]:
    who = st.segmented_control("Speakers", [OFFICES, EVERYBODY], default=OFFICES, key="dis-who", required=True)
    return tuple(meeting for meeting in met if who != OFFICES or meeting.official)


def _matrix(met: Sequence[Meeting]) -> None:
    st.markdown("##### Speaker by speaker")
    names = busiest(met, MOST_SPEAKERS)
    chosen = tables.matrix(names, tally(met, lambda meeting: meeting.pair), key="dis-matrix")
    st.markdown(
        ":small[Contradictory of all comparisons; columns are the speakers by number. Choose a cell to read its "
        "launches.]"
    )
    if chosen and chosen != st.session_state.get("dis-cell"):
        st.session_state["dis-cell"] = chosen
        st.session_state["dis-one"], st.session_state["dis-other"] = chosen


def _attributes(met: Sequence[Meeting]) -> None:
    st.markdown("##### About what")
    found = tally(met, lambda meeting: meeting.attribute)
    rows = [(ATTRIBUTE_TITLES[each], found[each]) for each in Attribute if each in found]
    _follow(tables.counts("Attribute", rows, key="dis-attributes"), "dis-about")


def _years(met: Sequence[Meeting]) -> None:
    st.markdown("##### By year of the launch")
    found = tally(met, _year)
    _follow(tables.counts("Year", sorted(found.items()), key="dis-years"), "dis-year")


def _gaps(met: Sequence[Meeting]) -> None:
    year = st.session_state.get("dis-year", ANY_YEAR)  # chosen in the table of years, or below
    st.markdown("##### How far apart" if year == ANY_YEAR else f"##### How far apart in {year}")
    titles = {attribute: ATTRIBUTE_TITLES[attribute] for attribute in STEPS}
    about = st.segmented_control(
        "Gap of", list(titles), format_func=lambda each: titles[each], default=Attribute.LAUNCH_TIME, key="dis-gap"
    )
    if about is None:
        return
    those = [each for each in met if each.attribute is about and year in (ANY_YEAR, _year(each))]
    found = tally(those, gap_step)
    rows = [(words, found.get(words, Tally(0, 0, ()))) for _, words in STEPS[about]]
    step = tables.gaps(rows, key=f"dis-steps-{about}")
    if step and (about, step) != st.session_state.get("dis-step"):
        st.session_state["dis-step"] = about, step
        st.session_state["dis-about"] = titles[about]
        st.session_state["dis-apart"] = step


def _follow(chosen: str | None, key: str) -> None:
    """A row chosen in a table becomes the choice below, once; after that the choice is the reader's."""
    last = f"{key}-row"
    if chosen != st.session_state.get(last):
        st.session_state[last] = chosen
        if chosen:
            st.session_state[key] = chosen


def _launches(met: Sequence[Meeting]) -> None:
    st.markdown("##### The launches behind the numbers")
    names = sorted({name for meeting in met for name in meeting.pair})
    one, other, about, year, apart = st.columns(5)
    wanted = (
        _choice(one, "One speaker", [ANYBODY, *names], "dis-one"),
        _choice(other, "The other", [ANYBODY, *names], "dis-other"),
    )
    titles = [ATTRIBUTE_TITLES[each] for each in Attribute]
    attribute = _choice(about, "About", [ANYTHING, *titles], "dis-about")
    when = _choice(year, "Year", [ANY_YEAR, *sorted({_year(meeting) for meeting in met})], "dis-year")
    steps = [words for each, steps in STEPS.items() for _, words in steps if ATTRIBUTE_TITLES[each] == attribute]
    gap = _choice(apart, "Gap", ["any gap", *steps], "dis-apart")
    only = st.toggle("Contradictory only", value=True, key="dis-only")
    shown = [
        meeting
        for meeting in met
        if all(name == ANYBODY or name in meeting.pair for name in wanted)
        and attribute in (ANYTHING, ATTRIBUTE_TITLES[meeting.attribute])
        and when in (ANY_YEAR, _year(meeting))
        and gap in ("any gap", gap_step(meeting))
        and (meeting.worst.is_contradiction or not only)
    ]
    tables.launches(shown, key="dis-launches")


def _choice(column: st.delta_generator.DeltaGenerator, label: str, options: Sequence[str], key: str) -> str:
    if st.session_state.get(key) not in options:
        st.session_state[key] = options[0]
    return str(column.selectbox(label, options, key=key))


def _year(meeting: Meeting) -> str:
    return str(meeting.day.year) if meeting.day else "no date"
