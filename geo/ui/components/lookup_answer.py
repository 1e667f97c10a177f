"""What a place name was taken to mean. Names from outside are drawn by st.text and in tables: never as Markdown."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from geo.services.lookup import Candidate, Found, Lookup, Status
from geo.services.wording import degrees_in_words, kilometres_in_words

TITLES = {
    Status.POINT: ":green[● **a place**]",
    Status.AREA: ":blue[▨ **an area**, drawn without a pin]",
    Status.AMBIGUOUS: ":orange[? **ambiguous**: the words leave it open]",
    Status.NONE: ":gray[○ **no place found**]",
}
COLUMNS = ("Name", "Within", "Kind", "Gazetteer id", "Reason")


def show(lookup: Lookup, key: str) -> None:
    """Status and reason, the place with its radius and where its coordinate is from, then what lost and why."""
    with st.container(gap="xxsmall"):
        online = " · found **online**" if lookup.is_online else ""
        st.markdown(f"{TITLES[lookup.status]}{online}")
        if lookup.found:
            _found(lookup.found, lookup.status)
        st.text(lookup.reason)
        if lookup.found:
            _provenance(lookup.found)
    _candidates("Could be" if lookup.status is Status.AMBIGUOUS else "Gave way", lookup.candidates, f"{key}-lost")
    _candidates("Known to the service online; this settles nothing", lookup.suggested, f"{key}-online")
    if lookup.note:
        st.text(lookup.note)


def _found(found: Found, status: Status) -> None:
    within = ", ".join(filter(None, (found.province, found.country)))
    st.text(f"{found.name} ({found.feature_class}{f', {within}' if within else ''})")
    if status is Status.AREA:
        st.text(
            f"A circle of {kilometres_in_words(found.radius_km)} around {degrees_in_words(found.point)} encloses it."
        )
    else:
        st.text(f"{degrees_in_words(found.point)}, within {kilometres_in_words(found.radius_km)}")
    if found.radius_reason:
        st.text(f"Radius: {found.radius_reason}.")


def _provenance(found: Found) -> None:
    st.text(f"Gazetteer id {found.gazetteer_id} · coordinate: {found.source}")
    st.text(f"Attribution: {found.attribution} · licence: {found.licence}")


def _candidates(title: str, candidates: Sequence[Candidate], key: str) -> None:
    if not candidates:
        return
    rows = [(one.name, one.within, one.feature_class, one.gazetteer_id, one.reason) for one in candidates]
    st.caption(f"{title} ({len(rows)})")
    st.dataframe(pd.DataFrame(rows, columns=list(COLUMNS)), hide_index=True, width="stretch", key=key)
