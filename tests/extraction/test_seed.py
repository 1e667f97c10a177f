"""The user's own document, against what a careful reader finds in it."""

from datetime import date
from typing import Any

import pytest
import yaml

from geo.catalogue.lexicon import load_lexicon
from geo.catalogue.package import SEEDS_FOLDER
from geo.catalogue.seeds import load_seed
from geo.extraction.reading import read
from geo.model.claim import Attribute, Claim, Scope
from geo.model.launch import MentionRole, NoticeKind
from geo.model.place import NamedPlace
from geo.model.report import Report, Span
from geo.model.timespan import ClockTime, ZoneBasis

FOLDER = SEEDS_FOLDER / "2021-10-19_sinpo"
REPORT = load_seed(FOLDER)
READING = read(REPORT, load_lexicon())
EXPECTED = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))["claims"]


def in_short(claim: Claim, wanted: dict[str, Any]) -> dict[str, Any]:
    """A claim in the form of expected.yaml, with the fields of the value named there."""
    value: Any = claim.value.toponym if isinstance(claim.value, NamedPlace) else claim.value
    assert isinstance(claim.evidence, Span)
    return {
        "attribute": str(claim.attribute),
        "value": {field: getattr(value, field) for field in wanted["value"]},
        "speaker": claim.attribution.originator.as_written,
        "sources": list(claim.attribution.originator.source_ids),
        "through": [source for relay in claim.attribution.relays for source in relay.source_ids],
        "span": [claim.evidence.start, claim.evidence.end],
    }


def order(entry: dict[str, Any]) -> tuple[list[int], str, str]:
    return entry["span"], entry["attribute"], str(sorted(entry["value"].items()))


def test_every_claim_is_found_and_nothing_else() -> None:
    expected = sorted(EXPECTED, key=order)
    by_key = {(e["attribute"], tuple(e["span"]), tuple(e["sources"])): e for e in expected}
    found = []
    for claim in READING.claims:
        assert isinstance(claim.evidence, Span)
        key = (
            str(claim.attribute),
            (claim.evidence.start, claim.evidence.end),
            claim.attribution.originator.source_ids,
        )
        assert key in by_key, f"nobody says so: {claim}"
        found.append(in_short(claim, by_key[key]))
    assert sorted(found, key=order) == expected


def test_spans_point_at_the_words() -> None:
    for claim in READING.claims:
        assert isinstance(claim.evidence, Span) and claim.value_span is not None
        assert claim.evidence.of(REPORT.text) == claim.words
        assert claim.evidence.contains(claim.value_span)
        for speaker in claim.attribution.chain:
            assert speaker.span is not None and speaker.span.of(REPORT.text) == speaker.as_written


def test_the_day_and_its_reason() -> None:
    (mention,) = READING.mentions
    assert (mention.role, mention.country) == (MentionRole.SUBJECT, "KP")
    assert mention.day is not None and mention.day.first == mention.day.last == date(2021, 10, 19)
    assert "Tuesday" in mention.day.reasoning


def test_the_eastern_coast_is_said_and_not_placed() -> None:
    vague = [notice for notice in READING.notices if notice.kind is NoticeKind.VAGUE_PLACE]
    assert [notice.verbatim for notice in vague] == ["eastern coast"]
    assert vague[0].span is not None and vague[0].span.of(REPORT.text) == "eastern coast"


@pytest.fixture
def undated() -> Report:
    return Report(text=REPORT.text)


def test_without_a_date_of_publication_tuesday_stays_a_weekday(undated: Report) -> None:
    reading = read(undated, load_lexicon())
    (mention,) = reading.mentions
    assert mention.day is not None
    assert (mention.day.first, mention.day.weekday) == (None, 1)
    assert "Tuesday" in mention.day.missing
    time = next(claim.value for claim in reading.claims if isinstance(claim.value, ClockTime))
    assert (time.opens, time.closes, time.stated, time.weekday) == (570, 630, 600, 1)
    assert (time.zone, time.zone_basis) == ("Asia/Seoul", ZoneBasis.LAUNCH_PLACE)
    assert NoticeKind.MISSING_DATE in {notice.kind for notice in reading.notices}


def test_everybody_cited_in_the_order_of_the_text() -> None:
    """Also those who say nothing of the launch itself, and once for every attribution."""
    assert [(speaker.as_written, speaker.source_ids) for speaker in READING.cited] == [
        ("South Korean and Japanese sources", ("ROK_GOV", "JAPAN_GOV")),
        ("South Korea's Joint Chiefs of Staff", ("ROK_JCS",)),
        ("Japan's Deputy Secretary General Yoshihiko Isozaki", ("JAPAN_CCS",)),
        ("South Korea's military", ("ROK_MILITARY",)),
        ("South Korean publication Joongang Ilbo", ("JOONGANG_ILBO",)),
        ("an unnamed military source", ("ANON_MILITARY_SOURCE",)),
        ("South Korea's Joint Chiefs of Staff", ("ROK_JCS",)),
        ("Japanese Prime Minister Fumio Kishida", ("JAPAN_PM",)),
        ("the deputy chief cabinet secretary", ("JAPAN_CCS",)),
        ("The unification ministry of South Korea", ("ROK_UNIFICATION",)),
        ("Leif-Eric Easley, a professor at Ewha University in Seoul", ("ANALYST",)),
        ("Analysts", ("EXPERTS",)),
    ]
    for speaker in READING.cited:
        assert speaker.cue and speaker.span is not None and speaker.span.of(REPORT.text) == speaker.as_written
    assert [speaker.as_written for speaker in READING.cited if speaker.anonymous] == ["an unnamed military source"]


def test_two_speakers_counts_are_compared_whatever_they_call_the_thing_counted() -> None:
    """Two ballistic missiles here and one projectile there are no two parts: one is a kind of the other."""
    counts = [claim for claim in READING.claims if claim.attribute is Attribute.COUNT]
    assert {claim.scope for claim in counts} == {Scope()}
