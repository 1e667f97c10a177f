"""The control that shows a launch as it stood at the end of an earlier day."""

from datetime import date

import streamlit as st

from geo.services.as_of import Standing
from geo.services.wording import day_in_words
from geo.ui.components.disclosure import offered


def control(days: tuple[date, date], key: str) -> None:
    """Offers a day field between two days, both included, which holds None for today.

    It is drawn once it is asked for or holds a day: it costs a browser as much as all other words of a short panel.
    """
    if st.session_state.get(key) or offered({"day": "As it stood on an earlier day"}, f"{key}-field"):
        st.date_input(
            "As it stood on",
            value=None,
            min_value=days[0],
            max_value=days[1],
            format="YYYY-MM-DD",
            key=key,
            help="Leave empty for today. What was said after that day is left out, and the comparison is made anew.",
        )


def show(standing: Standing) -> None:
    """Says that the panel shows the past, and what is not in it."""
    undated = f" {standing.undated} without a date are shown." if standing.undated else ""
    st.info(
        f"As it stood at the end of {day_in_words(standing.day)}: {standing.later} claim"
        f"{'' if standing.later == 1 else 's'} made since {'is' if standing.later == 1 else 'are'} left out."
        f"{undated} Worst finding then: {standing.badge.value}; today: {standing.today.value}."
    )
