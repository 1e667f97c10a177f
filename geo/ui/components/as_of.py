"""The control that shows a launch as it stood at the end of an earlier day."""

from datetime import date

import streamlit as st

from geo.model.launch import LaunchEvent
from geo.services.as_of import Standing, days_spoken
from geo.services.wording import day_in_words


def as_of_control(event: LaunchEvent) -> date | None:
    """A day field for the launch; None for today. Drawn only when people spoke on two days or more."""
    days = days_spoken(event)
    if len(days) < 2:
        return None
    return st.date_input(
        "As it stood on",
        value=None,
        min_value=days[0],
        max_value=days[-1],
        format="YYYY-MM-DD",
        key=f"as-of-{event.id}",
        help="Leave empty for today. What was said after that day is left out, and the comparison is made anew.",
    )


def show_standing(standing: Standing) -> None:
    """Says that the panel shows the past, and what is not in it."""
    undated = f" {standing.undated} without a date are shown." if standing.undated else ""
    st.info(
        f"As it stood at the end of {day_in_words(standing.day)}: {standing.later} claim"
        f"{'' if standing.later == 1 else 's'} made since {'is' if standing.later == 1 else 'are'} left out."
        f"{undated} Badge then: {standing.badge.value}."
    )
