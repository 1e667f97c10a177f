"""Parts that are drawn once they are asked for: a row of buttons, each of which opens and closes one.

Plain buttons, because a browser takes four times as long to draw as many pills, and a panel has twenty.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from geo.ui.components.words import plain


def offered(parts: Mapping[str, str], key: str) -> Sequence[str]:
    """Offers parts by their titles, which are words of our own, and says which are open; the rest costs nothing.

    The open ones are held in the session under `key`.
    """
    if not parts:
        return ()
    opened: Sequence[str] = st.session_state.get(key, ())
    with st.container(horizontal=True, gap="xsmall", key=f"{key}-offered"):
        for name, title in parts.items():
            is_open = name in opened
            label = f"{'▾' if is_open else '▸'} {plain(title)}"
            st.button(label, key=f"{key}-{name}", type="tertiary", on_click=_set, args=(key, name, not is_open))
    return opened


def _set(key: str, name: str, is_open: bool) -> None:
    """What the button said when it was pressed, so that a click told twice means the same."""
    kept = [each for each in st.session_state.get(key, ()) if each != name]
    st.session_state[key] = [*kept, name] if is_open else kept
