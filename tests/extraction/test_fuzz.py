"""Hostile text of a few thousand characters: read in time, never an error, every claim word for word in the text."""

import time
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.extraction.reading import read
from geo.model.claim import Claim
from geo.model.report import DateBasis, Publication, Report, Span
from tests.extraction.reader import LEXICON
from tests.extraction.test_reading import PIECES

BUDGET = 2.0  # seconds of processor time for one report of at most some thousand characters
NASTY = "{}$%<>&\"'’“”"
NASTY += "\x00\x07\x1b\u200b\u200e\u202e\u2066\u2069\ufeff\u00ad\ud7a3미사일발사日本海،٣٤½²Ⅳ﷽𝟜İßǅ\u0301\r\t\v\x85\u2028"
UNITS = ["km", "kilometers", "miles", "feet", "m", "minutes", "s", "h", "a.m.", "KST", "GMT", "Mach", "th", "%", "°"]
FIGURES = st.one_of(
    st.integers(-9, 10**12).map(str),
    st.sampled_from(
        ["0", "00:00", "24:60", "1,2,3", "1.2.3", "1,000,000", "9" * 60, "-1", "0330", "½", "10:17:59", "1e9"]
    ),
)
MEASURES = st.builds("".join, st.tuples(FIGURES, st.sampled_from(UNITS), FIGURES, st.sampled_from(UNITS)))
TEMPLATES = st.sampled_from(
    ["{{7*7}}", "${7*7}", "{% raw %}", "</script>", "[x](javascript:1)", "%s%n", "../../x", "${jndi:x}"]
)
NOISE = st.text(alphabet=NASTY, min_size=1, max_size=12)
PARTS = st.lists(st.one_of(PIECES, MEASURES, TEMPLATES, NOISE), min_size=1, max_size=90)
GLUE = st.sampled_from(["", " ", "-", ", ", ". ", "\n", "\u202e", "\x00"])
DAYS = st.one_of(st.none(), st.dates(date(1945, 1, 1), date(2100, 12, 31)))


def check(claim: Claim, text: str) -> None:
    assert isinstance(claim.evidence, Span) and claim.value_span is not None
    assert text[claim.evidence.start : claim.evidence.end] == claim.words
    assert claim.evidence.contains(claim.value_span)
    for speaker in claim.attribution.chain:
        assert speaker.span is None or speaker.span.of(text) == speaker.as_written


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(PARTS, GLUE, DAYS)
def test_hostile_text_is_read_within_its_budget(parts: list[str], glue: str, day: date | None) -> None:
    text = glue.join(parts)
    published = Publication(day, DateBasis.STATED) if day else None
    started = time.process_time()
    reading = read(Report(text=text, published=published), LEXICON)
    assert time.process_time() - started < BUDGET
    for claim in reading.claims:
        check(claim, text)
    for notice in reading.notices:
        assert notice.span is None or 0 <= notice.span.start <= notice.span.end <= len(text)
    keys = {mention.key for mention in reading.mentions}
    assert {claim.launch for claim in reading.claims} <= keys
