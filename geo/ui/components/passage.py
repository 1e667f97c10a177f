"""A stretch of the panel in as few elements as its words allow: each element costs the browser some milliseconds."""

import streamlit as st


class Passage:
    """Gathers our own Markdown and the plain words of others, in order; neighbours of one kind become one element."""

    def __init__(self) -> None:
        self._parts: list[tuple[bool, list[str]]] = []

    def ours(self, markdown: str) -> None:
        """Our own words and figures, in Markdown."""
        self._add(True, markdown)

    def theirs(self, text: str) -> None:
        """Words of reports and of anyone outside: drawn as they stand."""
        self._add(False, text)

    def draw(self) -> None:
        for is_ours, texts in self._parts:
            (st.markdown if is_ours else st.text)("\n\n".join(texts))
        self._parts.clear()

    def _add(self, is_ours: bool, text: str) -> None:
        if not text:
            return
        if self._parts and self._parts[-1][0] is is_ours:
            self._parts[-1][1].append(text)
        else:
            self._parts.append((is_ours, [text]))
