"""Claims proposed by another extractor: taken only word for word, and only when our own grammar reads the value."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from geo.extraction.counts import count_hits
from geo.extraction.hits import Hit
from geo.extraction.lexicon import Lexicon
from geo.extraction.measures import measures
from geo.extraction.mentions import SUBJECT
from geo.extraction.quantities import quantity_hits
from geo.extraction.rules import Rule
from geo.extraction.speakers import noun_phrases
from geo.extraction.temporal import clocks
from geo.extraction.times import Setting, time_hit
from geo.extraction.weapons import outcome_hits, platform_hits, weapon_hits
from geo.model.attribution import Attribution, Speaker
from geo.model.claim import Attribute, Claim
from geo.model.launch import LaunchMention
from geo.model.place import NamedPlace, Relation, Toponym
from geo.model.quantity import Quantity, Unit
from geo.model.reading import Reading
from geo.model.report import Report, Span
from geo.model.weapon import LandingArea

LONGEST_EVIDENCE = 1_000
_NAME = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+){0,5}")
_UNITS: Mapping[Attribute, frozenset[Unit]] = {
    Attribute.RANGE: frozenset({Unit.KILOMETRES, Unit.MILES, Unit.NAUTICAL_MILES, Unit.METRES, Unit.FEET}),
    Attribute.APOGEE: frozenset({Unit.KILOMETRES, Unit.MILES, Unit.NAUTICAL_MILES, Unit.METRES, Unit.FEET}),
    Attribute.FLIGHT_TIME: frozenset({Unit.SECONDS, Unit.MINUTES, Unit.HOURS}),
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What another extractor claims to have read; `value` and `speaker` are words of the report, "" for the outlet."""

    attribute: str
    value: str
    evidence: str
    speaker: str = ""


class RefusedProposalError(Exception):
    """A proposal that is not taken, and why."""


def accepted(proposal: Proposal, reading: Reading, lexicon: Lexicon, extractor: str) -> Claim:
    """The claim of a proposal about the report's own launch.

    RefusedProposalError unless the attribute is one of ours, evidence and speaker stand in the text and the
    value in the evidence, all letter for letter, and the value's words parse to the attribute.
    """
    report = reading.report
    if not reading.is_launch_report:
        raise RefusedProposalError("the report tells of no launch of its own")
    try:
        attribute = Attribute(proposal.attribute)
    except ValueError:
        raise RefusedProposalError(f"{proposal.attribute[:40]!r} is no attribute") from None
    start = report.text.find(proposal.evidence) if proposal.evidence.strip() else -1
    if start < 0 or len(proposal.evidence) > LONGEST_EVIDENCE:
        raise RefusedProposalError("its evidence does not stand in the text")
    at = proposal.evidence.find(proposal.value) if proposal.value.strip() else -1
    if at < 0:
        raise RefusedProposalError("its value does not stand in its evidence")
    mention = next((each for each in reading.mentions if each.key == SUBJECT), None)
    hit = next(_parsed(attribute, proposal.value, lexicon, mention), None)
    if hit is None:
        raise RefusedProposalError(f"its value does not read as {attribute.value.replace('_', ' ')}")
    return Claim(
        attribute=attribute,
        value=hit.value,
        attribution=_attribution(proposal.speaker, report, lexicon),
        evidence=Span(report.id, start, start + len(proposal.evidence)),
        launch=SUBJECT,
        words=proposal.evidence,
        value_span=Span(report.id, start + at, start + at + len(proposal.value)),
        said=report.published,
        extractor=extractor,
        rules=(Rule.PROPOSED, hit.rule),
    )


def _attribution(words: str, report: Report, lexicon: Lexicon) -> Attribution:
    if not words.strip():
        return Attribution((Speaker("", ("OUTLET",)),))
    at = report.text.find(words)
    if at < 0 or len(words) > LONGEST_EVIDENCE:
        raise RefusedProposalError("its speaker does not stand in the text")
    phrases = noun_phrases(words, lexicon, ("", ""))
    ids = next((phrase.source_ids for phrase in phrases if phrase.source_ids), ())
    return Attribution((Speaker(words, ids, span=Span(report.id, at, at + len(words))),))


def _parsed(attribute: Attribute, words: str, lexicon: Lexicon, mention: LaunchMention | None) -> Iterator[Hit]:
    readers: Mapping[Attribute, Callable[[], Iterator[Hit]]] = {
        Attribute.COUNT: lambda: _counts(words, lexicon),
        Attribute.MISSILE_TYPE: lambda: weapon_hits(words, lexicon, ""),
        Attribute.PLATFORM: lambda: platform_hits(f"from a {words}", lexicon),
        Attribute.OUTCOME: lambda: outcome_hits(f"The launch {words}", lexicon),
        Attribute.SPEED: lambda: (hit for hit in quantity_hits(words, lexicon) if hit.attribute is Attribute.SPEED),
        Attribute.LAUNCH_PLACE: lambda: _places(attribute, words, Relation.FROM, mention),
        Attribute.ADMIN_AREA: lambda: _places(attribute, words, Relation.IN, mention),
        Attribute.LANDING_AREA: lambda: _waters(words, lexicon),
        Attribute.LAUNCH_TIME: lambda: _times(words, lexicon, mention),
    }
    return readers.get(attribute, lambda: _measured(attribute, words, lexicon))()


def _measured(attribute: Attribute, words: str, lexicon: Lexicon) -> Iterator[Hit]:
    for measure in measures(words, lexicon):
        if len(measure.values) == 1 and measure.values[0].unit in _UNITS[attribute]:
            yield Hit(attribute, measure.values[0], measure.start, measure.end, Rule.QUANTITY_WORD)


def _counts(words: str, lexicon: Lexicon) -> Iterator[Hit]:
    for told in (words, f"{words} missiles"):
        for hit in count_hits(told, lexicon, ""):
            if isinstance(hit.value, Quantity):
                yield replace(hit, value=replace(hit.value, verbatim=words))
                return


def _places(attribute: Attribute, words: str, relation: Relation, mention: LaunchMention | None) -> Iterator[Hit]:
    if _NAME.fullmatch(words):
        name = re.sub(r" [Pp]rovince\Z", "", words) if attribute is Attribute.ADMIN_AREA else words
        toponym = Toponym(words, name, relation, (), mention.country if mention else "")
        rule = Rule.PLACE_PROVINCE if attribute is Attribute.ADMIN_AREA else Rule.PLACE_NAME
        yield Hit(attribute, NamedPlace(toponym), 0, len(words), rule)


def _waters(words: str, lexicon: Lexicon) -> Iterator[Hit]:
    for found in lexicon.waters.find(words):
        yield Hit(Attribute.LANDING_AREA, LandingArea(found.value, words), found.start, found.end, Rule.LANDING_WATER)


def _times(words: str, lexicon: Lexicon, mention: LaunchMention | None) -> Iterator[Hit]:
    day = mention.day if mention else None
    exact = day.first if day and day.first == day.last else None
    setting = Setting(mention.country if mention else "", exact, day.weekday if day else None)
    for clock in clocks(words, lexicon):
        hit = time_hit(clock, (), words, setting, "", lexicon)
        if hit is not None:
            yield hit
