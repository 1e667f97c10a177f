"""Whether a text reports a launch of its own, or what else it is about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice

from geo.extraction.dating import HAS_LAUNCHED
from geo.extraction.launchers import HARDWARE, tells_of_launch
from geo.extraction.lexicon import Effect, Lexicon
from geo.extraction.mentions import SUBJECT, Frame
from geo.extraction.rules import Rule
from geo.extraction.segmentation import Sentence, bodies
from geo.model.claim import Attribute, Claim
from geo.model.launch import LaunchDay, MentionRole
from geo.model.report import Span
from geo.model.weapon import OutcomeKind

# Sentences of the opening that say what a report is about.
OPENING = 2
# Days before publication beyond which a launch told of is history.
_HISTORY = 60
_NEWS = 4  # days for which a launch that the opening does not tell is still what a report is about
_LEAD = 70  # characters in which an opening names its subject
_AWARE = re.compile(
    r"\b(?:aware of|detected|tracked|confirms?|confirmed) (?:the |a |North Korea['’]s |the DPRK['’]s ){0,2}"
    r"(?:[\w-]+ ){0,4}(?:launch|launches|firing|firings)\b"
)
_FLIES = re.compile(
    r"\s(?:(?:has|have|had|was|were|that|which|apparently|briefly)\s){0,2}"
    r"(?:flew|flown|passed over|crossed|overflew|fell|fallen|landed|splashed down|crashed|plunged|soared"
    r"|blew up|exploded|broke up|disintegrated|came down|dropped into|dropped in)\b",
    re.IGNORECASE,
)
_MATTERS = {
    Effect.DISPLAY: "weapons on display, not a launch",
    Effect.GROUND: "a test on the ground (an engine or motor), not a launch",
    Effect.DEFENCE: "a test of missile defence against a target, not a launch",
    Effect.COUNCIL: "sanctions, a vote or a resolution, not a launch",
    Effect.ANNIVERSARY: "an anniversary, not a launch",
}
_YEARS_AGO = re.compile(r"[\"“]?(?:It (?:was|is|has been) )?(?:[\w-]+ ){1,4}(?:years?|decades?) ago\b", re.IGNORECASE)
_OCCASIONS = {
    Effect.TALKS: "talks, a visit or a statement, not a launch",
    Effect.DRILL: "a military exercise, not a launch",
}
_SHELLING = "artillery fire, not a missile launch"
_OF_A_FLIGHT = {
    Attribute.RANGE,
    Attribute.APOGEE,
    Attribute.FLIGHT_TIME,
    Attribute.LAUNCH_TIME,
    Attribute.LANDING_AREA,
    Attribute.OUTCOME,
}
_SHOT_DOWN = re.compile(r"\b(?:shot|shoots|shooting) down\b", re.IGNORECASE)
_TESTED = re.compile(r"^(?:has )?(?:tests?|tested|testing|conducted|carried out)$", re.IGNORECASE)
_FLOWN = re.compile(r"\b(?:flew|flown|overflew|soared|landed|splashed down)\b", re.IGNORECASE)
_COUPLED = re.compile(r",?\s(?:and|then|and then)\s(?:\w{2,14}ly\s)?")
_UNREAL = {Effect.DISPLAY, Effect.POTENTIAL}
# "After a parade last week, North Korea fired ...", "Defying sanctions, ...": what comes before the comma is not it.
_OPENED_BY = re.compile(
    r"(?:[^,]{0,20}\b(?:after|following|despite|amid|ahead of|before|as|in|on|at)\b|[A-Z]\w{2,14}ing\b)[^,]{0,120},\s",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\b(?:after|following|over|despite|amid|in response to|because of|since|for)\b", re.IGNORECASE
)


def tells_own(sentence: Sentence, frame: Frame, lexicon: Lexicon, owner: str) -> bool:
    """Does this sentence tell of a launch that is the report's own?"""
    first = frame.stretches[0]
    if first.role is not MentionRole.SUBJECT:
        return False
    unreal = [
        found.start
        for found in lexicon.contexts.find(sentence.text)
        if found.value in _UNREAL and not _and_fired(sentence.text, found.end, lexicon)
    ]
    opened = _OPENED_BY.match(sentence.text)
    opens = opened.end() if opened and any(start < opened.end() for start in unreal) else 0
    closes = min(first.end, *(start for start in unreal if start >= opens), len(sentence.text))
    return tells_of_launch(sentence.text[opens:closes], lexicon, owner)


def _and_fired(text: str, end: int, lexicon: Lexicon) -> bool:
    """ "Unveiled and test-fired a missile": what was shown was launched as well."""
    coupled = _COUPLED.match(text, end)
    return coupled is not None and any(
        found.start == coupled.end() and found.value == "verb" for found in lexicon.launches.find(text)
    )


def other_matter(sentences: Iterable[Sentence], frames: Mapping[int, Frame], lexicon: Lexicon, owner: str) -> str:
    """What the opening is about when that is no launch: "sanctions, a vote or a resolution, ...", "" otherwise."""
    effects: list[Effect] = []
    for order, sentence in enumerate(islice(bodies(sentences), OPENING)):
        if order and (not effects or effects[0] is Effect.DEFENCE):
            break
        if not order and _YEARS_AGO.match(sentence.text):
            return _MATTERS[Effect.ANNIVERSARY]
        if not order and (aside := _occasion(sentence.text, lexicon) or _shelling(sentence.text, lexicon)):
            return aside
        opened = _OPENED_BY.match(sentence.text)
        text = sentence.text[opened.end() :] if opened else sentence.text
        found = [
            hit
            for hit in lexicon.contexts.find(text)
            if hit.value in _MATTERS and not _and_fired(text, hit.end, lexicon)
        ]
        end = min((hit.start for hit in found), default=len(text))
        afterwards = _AFTERWARDS.search(text) if found else None
        end = min(end, afterwards.start() if afterwards else end)
        stated = replace(sentence, text=text[: _before_test(text[:end], lexicon)])
        looking_back = order > 0 and HAS_LAUNCHED.search(stated.text)  # "has fired missiles for years" is no news
        fired = Effect.GROUND not in effects or _names_weapon(stated.text, lexicon)  # "the test took place Tuesday"
        if fired and not looking_back and tells_own(stated, frames[sentence.start], lexicon, owner):
            return ""
        failed = found and any(hit.value is OutcomeKind.FAILURE for hit in lexicon.outcomes.find(stated.text))
        if failed and (found[0].value is Effect.GROUND or _names_weapon(stated.text, lexicon)):
            return ""  # "the rocket exploded, blaming its engine"
        effects += [hit.value for hit in found]
    return _MATTERS[effects[0]] if effects else ""


def _names_weapon(text: str, lexicon: Lexicon) -> bool:
    return bool(lexicon.weapons.find(text) or lexicon.designations.find(text))


def _occasion(lead: str, lexicon: Lexicon) -> str:
    """Talks or an exercise that a first sentence without any launch is about, "" otherwise."""
    launches = [found for found in lexicon.launches.find(lead) if not HARDWARE.match(lead, found.end)]
    if launches or lexicon.outcomes.find(lead):
        return ""
    return next((_OCCASIONS[hit.value] for hit in lexicon.contexts.find(lead) if hit.value in _OCCASIONS), "")


def _shelling(lead: str, lexicon: Lexicon) -> str:
    """A first sentence about shells or rounds fired, and no missile or rocket."""
    told = any(hit.value is Effect.SHELLING for hit in lexicon.contexts.find(lead))
    return _SHELLING if told and not _names_weapon(lead, lexicon) else ""


def _before_test(text: str, lexicon: Lexicon) -> int:
    """Where "has tested a solid-fuel", "conducted a test of a" begin: what was tested is told after it, no missile."""
    downed = _SHOT_DOWN.search(text)
    if downed:
        return downed.start()
    words = [found for found in lexicon.launches.find(text) if _TESTED.search(found.words)]
    for found in words:
        rest = text[found.start :]
        flown = any(not _TESTED.search(hit.words) for hit in lexicon.launches.find(rest))
        if not (flown or lexicon.weapons.find(rest) or lexicon.designations.find(rest)):
            return found.start
    return len(text)


def is_history(day: LaunchDay | None, published: date | None, opens: bool = True) -> bool:
    """A launch told of so long after it is not what a report is news of, nor one told late and days after it."""
    if not (day and day.last and published):
        return False
    return (published - day.last).days > (_HISTORY if opens else _NEWS)


def opens_with_flight(sentences: Iterable[Sentence], lexicon: Lexicon) -> bool:
    """Does a report begin with a missile that flies, falls or fails ("A missile flew over Japan on Tuesday")?"""
    for sentence in islice(bodies(sentences), 1):
        text = sentence.text
        if _AWARE.search(text):
            return True
        weapons = (*lexicon.weapons.find(text), *lexicon.designations.find(text))
        return any(_FLIES.match(text, weapon.end) for weapon in weapons if weapon.start < _LEAD)
    return False


def as_background(claims: Iterable[Claim], sentences: Iterable[Sentence], lexicon: Lexicon) -> Iterator[Claim]:
    """In a text that reports no launch every launch is background; what was shown or voted on is none at all."""
    by_start = {sentence.start: sentence for sentence in sentences}
    for claim in claims:
        if claim.launch != SUBJECT:
            yield claim
        elif isinstance(claim.evidence, Span) and _is_flown(by_start[claim.evidence.start].text, claim, lexicon):
            rules = (*claim.rules, Rule.LAUNCH_NONE_OWN)
            yield replace(claim, launch=f"background-at-{claim.evidence.start}", rules=rules)


def _is_flown(text: str, claim: Claim, lexicon: Lexicon) -> bool:
    """Said of a flight: a word of launching stands with it, or the value is one that only a flight has."""
    if any(hit.value in _MATTERS for hit in lexicon.contexts.find(text)):
        return False
    words = (found for found in lexicon.launches.find(text) if not HARDWARE.match(text, found.end))
    return claim.attribute in _OF_A_FLIGHT or any(words) or _FLOWN.search(text) is not None
