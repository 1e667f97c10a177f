"""Our own words in Streamlit's Markdown. What a report wrote is never one of them: it is drawn by st.text."""

import re
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

_MARKED = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~:$&])")
_KEPT = "/?&=%#+,;@~-._:"  # of a URL: no bracket, quote, space or backslash can end the link early


def plain(text: str) -> str:
    """A name of data/ as it stands, with no sign read as Markdown."""
    return _MARKED.sub(r"\\\1", " ".join(text.split()))


def safe_url(url: str) -> str:
    """The URL fit for a Markdown link; "" when it is no http or https address."""
    if not url.startswith(("https://", "http://")):
        return ""
    try:
        host = urlsplit(url).netloc
    except ValueError:
        return ""
    return quote(url, safe=_KEPT) if host else ""


def link(label: str, url: str) -> str:
    """Markdown of a link that shows a name of data/; the name alone when the URL is none to follow."""
    address = safe_url(url)
    return f"[{plain(label)}]({address})" if address else plain(label)


def listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
