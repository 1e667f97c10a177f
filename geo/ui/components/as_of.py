"""The control that shows a launch as it stood at the end of an earlier day."""

from datetime import date

import streamlit as st

from geo.services.as_of import Standing
from geo.services.wording import day_in_words


def control(days: tuple[date, date], key: str) -> date | None:
    """A day field between two days, both included; None for today."""
    return st.date_input(
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
