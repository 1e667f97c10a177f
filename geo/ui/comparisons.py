"""What the pages on disagreements and tolerances work out of the record, kept while it stays the same."""

from functools import lru_cache

import streamlit as st

from geo.model.claim import Attribute
from geo.services.atlas import Atlas
from geo.services.disagreements import Meeting, meetings
from geo.services.method import Moves, what_moves, with_tolerances

Changed = tuple[tuple[Attribute, tuple[float, float]], ...]


@lru_cache(2)
def disagreements(known: Atlas) -> tuple[Meeting, ...]:
    """Every comparison of two speakers; the same object again for the same atlas."""
    return meetings(known.record, known.library.sources)


def moves(known: Atlas, changed: Changed) -> Moves:
    """What other tolerances would change; worked out once for the same atlas and tolerances."""
    with st.spinner("Comparing every launch again …"):
        return _moves(known, changed)


@lru_cache(8)
def _moves(known: Atlas, changed: Changed) -> Moves:
    return what_moves(known.record, known.library, with_tolerances(known.library.comparison, dict(changed)))
