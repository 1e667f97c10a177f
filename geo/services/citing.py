"""Citations of a launch and of a view, to copy: Chicago, APA, MLA and BibTeX.

The forms are those for a dataset on a web page without a personal author: The Chicago Manual
of Style, 18th ed., 14.104; Publication Manual of the APA, 7th ed., 10.9; MLA Handbook, 9th
ed., 5.99. What is read is always dated and its data version named, for the record grows.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

PROJECT = "Launch Map"
_BIBTEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited. `title` is in our own words, `key` for BibTeX; `version` and `created` are of the data read."""

    title: str
    key: str
    url: str
    version: str
    created: date | None
    read_on: date


def citations(cited: Cited) -> Mapping[str, str]:
    """Style ─► citation as plain text, in the order in which they are offered."""
    return {"Chicago": _chicago(cited), "APA": _apa(cited), "MLA": _mla(cited), "BibTeX": _bibtex(cited)}


def _chicago(cited: Cited) -> str:
    return f"{PROJECT}. “{cited.title}.” {_version(cited)}. Accessed {_english(cited.read_on)}. {cited.url}."


def _apa(cited: Cited) -> str:
    year = f"({cited.created.year})" if cited.created else "(n.d.)"
    of = f" ({_version(cited)})" if cited.version else ""
    return f"{PROJECT}. {year}. {cited.title}{of} [Data set]. Retrieved {_english(cited.read_on)}, from {cited.url}"


def _mla(cited: Cited) -> str:
    day = cited.read_on
    read_on = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"“{cited.title}.” {PROJECT}, {_version(cited).replace('Data', 'data', 1)}, {cited.url}. Accessed {read_on}."


def _bibtex(cited: Cited) -> str:
    fields = {
        "title": f"{{{_bibtex_text(cited.title)}}}",
        "author": f"{{{PROJECT}}}",
        "year": str(cited.created.year) if cited.created else "",
        "version": _bibtex_text(cited.version),
        "url": cited.url,
        "urldate": cited.read_on.isoformat(),
    }
    key = re.sub(r"[^A-Za-z0-9-]", "", cited.key) or "launch-map"
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{key},\n{body}\n}}"


def _version(cited: Cited) -> str:
    if not cited.version:
        return "Data version unknown"
    return f"Data version {cited.version}" + (f" of {_english(cited.created)}" if cited.created else "")


def _english(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _bibtex_text(text: str) -> str:
    return "".join(_BIBTEX.get(each) or (f"\\{each}" if each in "&%$#_{}" else each) for each in text)
