"""Takes a report in: bytes or pasted text, its date and its link; refuses what is no report."""

import unicodedata
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import charset_normalizer
import sqlalchemy as sa

from geo.model.errors import (
    EmptyReportError,
    LaunchMapError,
    OversizedReportError,
    UndecodableReportError,
    UnreadableDateError,
)
from geo.model.launch import Notice, NoticeKind
from geo.model.report import DateBasis, Publication, Report
from geo.store.reports import add_report

MAX_BYTES = 1_000_000
MAX_CHARACTERS = 200_000
FIRST_MISSILE_TEST = date(1984, 1, 1)  # the record of North Korean tests begins in 1984 (CNS/NTI)
GUESSABLE_LENGTH = 200  # bytes; below this the statistics of an encoding say nothing


def decode(content: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text in `content`, and a notice when its encoding had to be guessed.

    UTF-8, and UTF-16 with a byte order mark, are taken as they are. Raises
    OversizedReportError over 1,000,000 bytes and UndecodableReportError for anything
    that no encoding explains, such as a picture or a zip file.
    """
    if len(content) > MAX_BYTES:
        raise OversizedReportError(
            f"This file has {len(content):,} bytes; a report may have {MAX_BYTES:,}. Paste only the article's text."
        )
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UndecodableReportError("This file is not text (it holds zero bytes). Save the report as plain text.")
    for codec in ("utf-8-sig", "utf-16") if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",):
        try:
            return content.decode(codec), ()
        except UnicodeDecodeError:
            continue
    return _guess(content)


def make_report(text: str, published: date | None = None, outlet: str = "", url: str = "") -> Report:
    """A report from pasted or decoded text, kept verbatim.

    Raises EmptyReportError, OversizedReportError (over 200,000 characters),
    UndecodableReportError (characters that are no text), UnreadableDateError (before
    1984) and LaunchMapError (a link that is not http or https).
    """
    if not any(_is_visible(character) for character in text):
        raise EmptyReportError("There is no text in this report. Paste the article, or choose a file with text in it.")
    if len(text) > MAX_CHARACTERS:
        raise OversizedReportError(
            f"This text has {len(text):,} characters; a report may have {MAX_CHARACTERS:,}. Paste one article alone."
        )
    if any("\ud800" <= character <= "\udfff" or character == "\x00" for character in text):
        raise UndecodableReportError("This text holds bytes that are no characters. Save the report as UTF-8 text.")
    publication = Publication(published, DateBasis.ENTERED) if published else None
    if published and published < FIRST_MISSILE_TEST:
        raise UnreadableDateError(f"{published} is before 1984, when this record begins. Correct the date.")
    return Report(text=text, published=publication, outlet=outlet.strip(), url=checked_link(url))


def checked_link(url: str) -> str:
    """The link, stripped; LaunchMapError unless it is empty or http(s) with a host."""
    url = url.strip()
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        acceptable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        acceptable = False
    if not acceptable or any(character.isspace() or not character.isprintable() for character in url):
        raise LaunchMapError("The link must begin with http:// or https:// and name a site. Correct it or drop it.")
    return url


def parse_day(text: str) -> date:
    """A calendar date in the form 2021-10-19; UnreadableDateError for anything else."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UnreadableDateError(f"{text!r} is not a date. Write it as year-month-day: 2021-10-19.") from error


def keep(engine: sa.Engine, report: Report) -> bool:
    """Saves the report; False when its text is kept already. StoreError leaves the store as it was."""
    return add_report(engine, report, datetime.now(UTC))


def _guess(content: bytes) -> tuple[str, tuple[Notice, ...]]:
    best = charset_normalizer.from_bytes(content).best() if len(content) >= GUESSABLE_LENGTH else None
    if best is None or best.chaos > 0.1 or best.coherence <= 0:
        raise UndecodableReportError(
            "The bytes of this file fit no text encoding for certain. Save the report as UTF-8 text and try again."
        )
    sentence = f"This file is not UTF-8; it was read as {best.encoding}. Check names and figures against the original."
    return str(best), (Notice(NoticeKind.DOUBTFUL_ENCODING, sentence),)


def _is_visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn")
