"""What is taken in as a report, and what is refused with which words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model.errors import (
    EmptyReportError,
    LaunchMapError,
    OversizedReportError,
    UndecodableReportError,
    UnreadableDateError,
)
from geo.model.launch import NoticeKind
from geo.services.ingest import checked_link, decode, make_report, parse_day

LATIN_1 = "Le missile a été tiré près de la frontière, a déclaré l'état-major à Séoul. " * 5


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"North Korea fired one missile.", "North Korea fired one missile."),
        ("신포".encode(), "신포"),
        (b"\xef\xbb\xbfOne missile.", "One missile."),  # a byte order mark is no character of the text
        ("One missile.".encode("utf-16"), "One missile."),  # UTF-16 with its mark, as Windows saves it
        (b"two\r\nlines", "two\r\nlines"),  # line ends stay as they came: the text is verbatim
    ],
)
def test_decodes_text_as_it_is(content: bytes, text: str) -> None:
    assert decode(content) == (text, ())


def test_guessed_encoding_is_said() -> None:
    text, notices = decode(LATIN_1.encode("latin-1"))
    assert "état-major" in text
    assert [notice.kind for notice in notices] == [NoticeKind.DOUBTFUL_ENCODING]


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", UndecodableReportError, "zero bytes"),  # a picture
        (b"\xff\xfe\x00", UndecodableReportError, "UTF-8"),  # half a UTF-16 character
        (b"\x81\x8d\x8f\x90\x9d", UndecodableReportError, "UTF-8"),  # too short to guess from
        (bytes(range(128, 256)) * 8, UndecodableReportError, "UTF-8"),
        (b"a" * 10_000_000, OversizedReportError, "10,000,000"),  # ten megabytes of one line
    ],
)
def test_refuses_what_is_no_text(content: bytes, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        decode(content)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyReportError),
        (" \n\t\u3000", EmptyReportError),
        ("\u200b\u202e\ufeff", EmptyReportError),  # characters nobody sees are no text
        ("a" * 200_001, OversizedReportError),
        ("one\ud800", UndecodableReportError),  # half a surrogate pair cannot be saved
        ("one\x00two", UndecodableReportError),
    ],
)
def test_refuses_what_is_no_report(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        make_report(text)


def test_keeps_the_text_word_for_word() -> None:
    text = "  {{7*7}} <img src=x onerror=alert(1)> '; drop table reports;--\r\n"
    report = make_report(text, date(2021, 10, 19))
    assert report.text == text
    assert report.published is not None
    assert report.published.day == date(2021, 10, 19)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://",
        "//example.org",
        "https://a b",
        "http://[",
        "ftp://a.b/",
    ],
)
def test_refuses_links_that_are_no_web_address(url: str) -> None:
    with pytest.raises(LaunchMapError, match="http"):
        checked_link(url)


@pytest.mark.parametrize("url", ["", " https://example.org/a?b=c ", "http://localhost:8501"])
def test_takes_web_addresses(url: str) -> None:
    assert checked_link(url) == url.strip()


@pytest.mark.parametrize("text", ["19 Oct 2021", "2021-13-01", "2021-02-30", "", "yesterday"])
def test_dates_are_iso_or_refused(text: str) -> None:
    with pytest.raises(UnreadableDateError, match="2021-10-19"):
        parse_day(text)


def test_no_report_before_the_record_begins() -> None:
    with pytest.raises(UnreadableDateError, match="1984"):
        make_report("text", date(1983, 12, 31))


@given(st.binary(max_size=3000))
def test_any_bytes_are_text_or_refused_by_name(content: bytes) -> None:
    try:
        text, _ = decode(content)
        make_report(text)
    except (EmptyReportError, OversizedReportError, UndecodableReportError):
        return
    assert text
