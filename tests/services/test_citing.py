"""Citations to copy, in four styles."""

from datetime import date

import pytest

from geo.services.citing import Cited, citations

CITED = Cited(
    "Missile launch of 19 Oct 2021, Sinpo, South Hamgyong (KP-2021-10-19-0a1b2c3d)",
    "KP-2021-10-19-0a1b2c3d",
    "https://launches.example/?event=KP-2021-10-19-0a1b2c3d&from=2021-10-01&to=2021-10-31",
    "1.0.0",
    date(2026, 11, 12),
    date(2026, 11, 22),
)
TITLE, URL = CITED.title, CITED.url


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (
            "Chicago",
            f"Launch Map. “{TITLE}.” Data version 1.0.0 of November 12, 2026. Accessed November 22, 2026. {URL}.",
        ),
        (
            "APA",
            f"Launch Map. (2026). {TITLE} (Data version 1.0.0 of November 12, 2026) [Data set]. "
            f"Retrieved November 22, 2026, from {URL}",
        ),
        ("MLA", f"“{TITLE}.” Launch Map, data version 1.0.0 of November 12, 2026, {URL}. Accessed 22 Nov. 2026."),
    ],
)
def test_styles(style: str, words: str) -> None:
    assert citations(CITED)[style] == words


def test_bibtex_names_version_address_and_day() -> None:
    told = citations(CITED)["BibTeX"]
    assert told.startswith("@misc{KP-2021-10-19-0a1b2c3d,\n  title = {{Missile launch of 19 Oct 2021, Sinpo")
    assert "  version = {1.0.0},\n" in told
    assert f"  url = {{{URL}}},\n  urldate = {{2026-11-22}}\n}}" in told


def test_signs_of_bibtex_are_escaped() -> None:
    told = citations(Cited("50 % {of} A_B & \\C", "a b,{", URL, "", None, date(2026, 1, 2)))["BibTeX"]
    assert told.startswith("@misc{ab,\n")
    assert r"50 \% \{of\} A\_B \& \textbackslash{}C" in told


def test_an_unknown_data_version_is_said() -> None:
    unknown = Cited("Launches", "x", URL, "", None, date(2026, 1, 2))
    assert "Data version unknown" in citations(unknown)["Chicago"]
    assert "(n.d.)" in citations(unknown)["APA"]
