"""Values, speakers and launches of a sentence put together into claims."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from geo.extraction.chains import attribution_of, chain_at
from geo.extraction.counts import count_hits
from geo.extraction.hits import Hit
from geo.extraction.landing import landing_hits
from geo.extraction.lexicon import Lexicon
from geo.extraction.mentions import SUBJECT, Frame, Stretch
from geo.extraction.parts import enumerated
from geo.extraction.quantities import quantity_hits
from geo.extraction.rules import Rule
from geo.extraction.scopes import names_missiles, of_count, of_missiles
from geo.extraction.segmentation import Sentence
from geo.extraction.speaking import when_said
from geo.extraction.times import Setting, launch_clocks, numbered, time_hit
from geo.extraction.toponyms import place_hits
from geo.extraction.voices import Voice
from geo.extraction.weapons import outcome_hits, platform_hits, weapon_hits
from geo.model.claim import Attribute, Claim, Stance
from geo.model.launch import MentionRole
from geo.model.place import NamedPlace
from geo.model.quantity import Quantity
from geo.model.report import Publication, Span
from geo.model.timespan import ClockTime, TimeSpan
from geo.model.weapon import LandingArea, MissileType, Outcome, Platform

EXTRACTOR = "rules 1"
# What a value says without the words it was said in.
_TOLD = {
    kind: tuple(each.name for each in fields(kind) if each.compare and each.name != "verbatim")
    for kind in (Quantity, TimeSpan, ClockTime, MissileType, Platform, Outcome, LandingArea)
}


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole report tells about the launch: its country, its day, and a weekday when undated."""

    report_id: str
    published: Publication | None
    lexicon: Lexicon
    owner: str
    day: date | None
    weekday: int | None
    is_place: Callable[[str], bool] | None


def claims_of(
    sentence: Sentence, frame: Frame, voices: tuple[Voice, ...], carried: tuple[Voice, ...], context: Context
) -> Iterator[Claim]:
    """The claims of one sentence in the order of their values; `carried` speaks where nobody else does."""
    seen: set[object] = set()
    told = of_missiles(sentence.text, _hits(sentence, frame, voices, context), context.lexicon)
    hits = sorted(told, key=lambda hit: hit.start)
    scoping = tuple(context.lexicon.scopes.find(sentence.text)) if hits else ()
    spoken = ((hit, chain_at(sentence.text, voices, hit.start, context.lexicon) or carried) for hit in hits)
    for hit, chain in enumerated(sentence.text, spoken, context.lexicon):
        scope = of_count(hit, sentence.text, scoping)
        hit = hit if scope is hit.scope else replace(hit, scope=scope)
        stretch = frame.at(hit.start)
        said = when_said(sentence.text, frame, chain, context.published, context.lexicon, hit.start)
        for key in _keys(stretch, frame, hit):
            rules = (hit.rule, _speaker_rule(chain, chain is carried), stretch.rule)
            claim = _claim(sentence, hit, key, chain, said, rules, context)
            speaker = chain[-1].identity if chain else ()
            same = (claim.attribute, _value_key(claim), speaker, key, claim.scope)
            if same not in seen:
                seen.add(same)
                yield claim


def _keys(stretch: Stretch, frame: Frame, hit: Hit) -> Iterator[str]:
    if stretch.role is not None:
        yield stretch.key
    if frame.twice and stretch.role is MentionRole.SUBJECT and hit.attribute is Attribute.MISSILE_TYPE:
        yield frame.twice


def _hits(sentence: Sentence, frame: Frame, voices: tuple[Voice, ...], context: Context) -> Iterator[Hit]:
    text, lexicon = sentence.text, context.lexicon
    owner = next((stretch.country for stretch in frame.stretches if stretch.country), context.owner)
    everything = [
        *weapon_hits(text, lexicon, owner),
        *count_hits(text, lexicon, owner),
        *platform_hits(text, lexicon),
        *outcome_hits(text, lexicon),
        *quantity_hits(text, lexicon),
        *place_hits(text, lexicon, owner, context.is_place),
        *landing_hits(text, lexicon),
        *_times(text, frame, voices, context),
    ]
    return (hit for hit in everything if hit.start >= sentence.body)


def _times(text: str, frame: Frame, voices: tuple[Voice, ...], context: Context) -> list[Hit]:
    hits = []
    for clock, equivalents in launch_clocks(text, context.lexicon, voices):
        stretch = frame.at(clock.start)
        day = context.day if stretch.key == SUBJECT else (stretch.date.first if stretch.date else None)
        chain = chain_at(text, voices, clock.start, context.lexicon)
        setting = Setting(context.owner, day, context.weekday if stretch.key == SUBJECT else None)
        speaker = _country(chain, context.lexicon)
        hits.append(time_hit(clock, equivalents, text, setting, speaker, context.lexicon))
    told = [hit for hit in hits if hit is not None]
    return told if len(told) < 2 or names_missiles(text, context.lexicon) else numbered(told)


def _country(chain: tuple[Voice, ...], lexicon: Lexicon) -> str:
    for voice in reversed(chain):
        for source_id in voice.source_ids:
            if lexicon.sources[source_id].country:
                return lexicon.sources[source_id].country
    return ""


def _claim(
    sentence: Sentence,
    hit: Hit,
    key: str,
    chain: tuple[Voice, ...],
    said: Publication | None,
    rules: tuple[Rule, ...],
    context: Context,
) -> Claim:
    report_id = context.report_id
    return Claim(
        attribute=hit.attribute,
        value=hit.value,
        attribution=attribution_of(chain, report_id, context.lexicon),
        evidence=Span(report_id, sentence.start, sentence.end),
        launch=key,
        words=sentence.text,
        value_span=Span(report_id, sentence.start + hit.start, sentence.start + hit.end),
        said=said,
        stance=Stance.HEDGED if hit.hedged else Stance.ASSERTED,
        scope=hit.scope,
        extractor=EXTRACTOR,
        rules=rules,
    )


def _speaker_rule(chain: tuple[Voice, ...], carried: bool) -> Rule:
    if not chain:
        return Rule.SPEAKER_OUTLET
    if carried:
        return Rule.SPEAKER_CARRIED
    if chain[-1].relative:
        return Rule.SPEAKER_STAND_IN
    return Rule.SPEAKER_BEFORE if chain[-1].before else Rule.SPEAKER_AFTER


def _value_key(claim: Claim) -> object:
    """The value without its words: the same class named twice in one sentence is one claim."""
    value = claim.value
    if isinstance(value, NamedPlace):
        return value.toponym.name
    return (type(value), *(getattr(value, name) for name in _TOLD[type(value)]))
