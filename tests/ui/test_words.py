"""Names and links in Markdown: nothing in them is read as Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ui.components.words import link, plain, safe_url


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Joint Chiefs of Staff of South Korea", "Joint Chiefs of Staff of South Korea"),
        ("Yonhap [TV]", r"Yonhap \[TV\]"),
        ("a\nb", "a b"),
        ("![x](http://198.51.100.1/x.png)", r"\!\[x\]\(http\://198\.51\.100\.1/x\.png\)"),
        ("$x$ :red[y]", r"\$x\$ \:red\[y\]"),
    ],
)
def test_a_name_stays_a_name(text: str, markdown: str) -> None:
    assert plain(text) == markdown


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a?b=c&d=%20", "https://example.org/a?b=c&d=%20"),
        (
            "https://example.org/a) ![x](http://198.51.100.1/",
            "https://example.org/a%29%20%21%5Bx%5D%28http://198.51.100.1/",
        ),
        ("javascript:alert(1)", ""),
        ("JAVASCRIPT:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org", ""),
        ("https://", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_linked(url: str, safe: str) -> None:
    assert safe_url(url) == safe


def test_without_an_address_the_name_stands_alone() -> None:
    assert link("KBS, 19 Oct 2021", "javascript:alert(1)") == "KBS, 19 Oct 2021"


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_address_ends_its_link_early(label: str, rest: str) -> None:
    told = link(label, f"https://example.org/{rest}")
    assert re.fullmatch(r"\[(?:\\.|[^\[\]\\])*\]\(https://example\.org/[^\s()<>\[\]\\\"']*\)", told)
