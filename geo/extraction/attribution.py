"""Who speaks in a sentence: speakers joined to their cues, and the chain that answers for a given word."""

import re
from collections.abc import Iterator
from dataclasses import replace

from geo.extraction.asides import reports
from geo.extraction.gaps import LONGEST, OPENED, UNNAMED, gap_allows
from geo.extraction.lexicon import CueKind, Lexicon
from geo.extraction.offices import likely_countries
from geo.extraction.persons import body_after, body_before, people_in, person_after, person_before
from geo.extraction.phrases import Found
from geo.extraction.segmentation import Sentence, bodies
from geo.extraction.speakers import NounPhrase, noun_phrases
from geo.extraction.voices import Memory, Voice, again
from geo.model.source import SourceKind

_NAME_AFTER = re.compile(r"(?:\s[A-Z][\w'’-]*){1,4}|,(?:\s[A-Z][\w.'’-]*){2,5}(?=[,\s])")
_PARTICIPLE = re.compile(r"(?:,|\b(?:and|but))\s(?:\w{2,14}ly\s|then\s|also\s|later\s)?\Z")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w{2,12}ly\s|also\s|first\s)?\Z", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:\A|\b(?:the|this|that|its|their|his|her|an?|same))\s*\Z", re.IGNORECASE)
_NAMED_BESIDE = re.compile(
    r"\b(?!(?:The|A|An|Its|That|This|Their|His|Officials?|Sources?|People)\b)[A-Z][\w.'’-]+\s(?:[a-z-]+\s){0,2}\Z"
)
_WEAPON_AFTER = re.compile(
    r"(?:['’]s)?\s(?:[\w-]+\s){0,2}(?:missiles?|rockets?|projectiles?|weapons?|launch(?:es)?|tests?)\b"
)
_OPENS = re.compile(r"(?:\A|[,”\"] ?)\Z")
_SPOKESMAN = re.compile(r"\b(?:a |its |the )?spokes(?:man|woman|person) (?:[A-Z][\w.'’-]+ ){0,4}\Z")
_OPENING = re.compile(r"(?:\W?\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?\W{1,3})?(?:The |the )?")
_AS_SUBJECT = 60
_LOCATIVE = re.compile(
    r"\b(?:in|at|of|to|from|near|off|toward|towards|between|against|(?<=fired )by|(?<=launched )by)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bwith\s(?:both\s)?(?:the\s)?\Z", re.IGNORECASE)
_CITED_BY = re.compile(r"\s(?:\w{1,12}\s)?by\b")
_TOLD_WHAT = re.compile(r"\s(?:was|were|to be|appeared to be|may have been)\b")


def voices_of(
    sentences: tuple[Sentence, ...], lexicon: Lexicon, owner: str, home: str = ""
) -> dict[int, tuple[Voice, ...]]:
    """The voices of every body sentence by where it begins; `owner` launches, `home` publishes."""
    memory = Memory(country=owner, home=home)
    found: dict[int, tuple[Voice, ...]] = {}
    for sentence in bodies(sentences):
        found[sentence.start], memory = voices_in(sentence, lexicon, memory)
    return found


def voices_in(sentence: Sentence, lexicon: Lexicon, memory: Memory) -> tuple[tuple[Voice, ...], Memory]:
    """The voices of one sentence in the order of their cues, and the memory after it."""
    text = sentence.text
    phrases = noun_phrases(text, lexicon, likely_countries(text, memory, lexicon))
    found: tuple[Voice, ...] = ()
    for cue in lexicon.cues.find(text):
        found += tuple(_voices(text, cue, phrases, lexicon, memory, found))
    found += tuple(reports(text, phrases, found))
    found = tuple(sorted(_without_echo(found), key=lambda voice: voice.cue_start))
    found = tuple(v if v.at >= 0 else replace(v, at=sentence.start + v.start) for v in found)
    return found, memory.remember(found, tuple(people_in(text, sentence.start, phrases, found, lexicon)))


def _voices(
    text: str,
    cue: Found[CueKind],
    phrases: tuple[NounPhrase, ...],
    lexicon: Lexicon,
    memory: Memory,
    found: tuple[Voice, ...],
) -> Iterator[Voice]:
    """The voices of one cue; a participle without a speaker of its own goes on in the voice before it."""
    if cue.value is CueKind.QUOTE:
        yield from _quotation(text, cue, phrases, lexicon, memory)
        return
    if cue.value is CueKind.CITE and cue.words == "cited" and _CITED_BY.match(text, cue.end):
        relay = _following(text, cue, phrases, 12)  # "the chiefs, cited by Yonhap, detected": the chiefs speak
        if relay is not None:
            yield replace(relay, kind=CueKind.SAY)
        return
    appended = cue.value is CueKind.SAY and cue.words.endswith("ing") and text[: cue.start].rstrip().endswith(",")
    if appended and found:
        return
    heard = memory.remember(found, ()) if found else memory  # "the ministry told them it believes": the ministry
    voice = None if appended else _voice(text, cue, phrases, lexicon, heard)
    if voice is None and not found:
        voice = _subject(text, cue, phrases, lexicon, memory)
    if voice is not None:
        yield voice


def _quotation(
    text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon, memory: Memory
) -> Iterator[Voice]:
    """ "Yonhap quoted the JCS as saying" and "the JCS was quoted by Yonhap as saying": relay and originator."""
    outer = _voice(text, cue, phrases, lexicon, memory)
    inner = _following(text, cue._replace(value=CueKind.CITE), phrases, 12)
    passive = inner is not None and _CITED_BY.match(text, cue.end)
    if passive and outer is not None and inner is not None:
        outer, inner = replace(inner, kind=CueKind.SAY), replace(outer, kind=CueKind.CITE, before=False)
    yield from (voice for voice in (outer, inner) if voice is not None)


def _subject(
    text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon, memory: Memory
) -> Voice | None:
    """The subject of the whole sentence, for "He corrected that, saying ..." and "KCNA denied it and said ..."."""
    if cue.value is not CueKind.SAY or not _PARTICIPLE.search(text[max(0, cue.start - 20) : cue.start]):
        return None
    for phrase in phrases:
        if phrase.start < _AS_SUBJECT and _may_speak(text, phrase, cue) and phrase.end < cue.start:
            return _made(text, phrase, cue, True)
    for found in lexicon.pronouns.within(text, 0, min(_AS_SUBJECT, cue.start)):
        if memory.voices:
            return again(memory.voices[-1], found.start, found.end, text, cue)
    return None


def _voice(
    text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon, memory: Memory
) -> Voice | None:
    if cue.value in (CueKind.ACCORD, CueKind.CITE):
        return (
            _following(text, cue, phrases, 30)
            or person_after(text, cue, phrases, lexicon, memory)
            or _stand_in_after(text, cue, lexicon, memory)
            or body_after(text, cue, lexicon)
        )
    if (
        cue.value is CueKind.SAY
        and _PASSIVE.search(text[max(0, cue.start - 30) : cue.start])
        and not cue.words.endswith("ing")
    ):
        return _by(text, cue, phrases)  # "were said to be meeting": not by them
    before = _before(text, cue, phrases, lexicon)
    if before is not None:
        return _speaking(text, before, cue, lexicon, memory)
    stand_in = _stand_in(text, cue, phrases, lexicon, memory) or _own_spokesman(text, cue, phrases, lexicon, memory)
    if stand_in is not None:
        return stand_in
    closed = text[: cue.start].rstrip()[-1:] in {",", '"', "”", "’"}
    if closed and cue.value is CueKind.SAY:
        inverted = _following(text, cue, phrases, 6) or person_after(text, cue, phrases, lexicon, memory)
        if inverted is not None:
            return inverted
    if cue.value is CueKind.ASSESS:
        return _by(text, cue, phrases) or person_before(text, cue, phrases, lexicon, memory)
    return person_before(text, cue, phrases, lexicon, memory) or body_before(text, cue, lexicon)


def _speaking(text: str, phrase: NounPhrase, cue: Found[CueKind], lexicon: Lexicon, memory: Memory) -> Voice | None:
    """The voice of a phrase that stands before its cue; "what the JCS said" attributes nothing."""
    asked = cue.value is not CueKind.ASSESS and text[: phrase.start].rstrip().endswith("what")
    asked = asked and not _TOLD_WHAT.match(text, cue.end)  # "fired what Tokyo said were six missiles"
    voice = _of_office(text, phrase, cue, lexicon, memory) or _made(text, phrase, cue, True)
    return None if asked else replace(voice, source_ids=_unnamed(text, phrase, lexicon) or voice.source_ids)


def _unnamed(text: str, phrase: NounPhrase, lexicon: Lexicon) -> tuple[str, ...]:
    """ "A Pentagon official, speaking on condition of anonymity": an unnamed official of that state, not the office."""
    if not (phrase.roles and phrase.roles[-1].endswith(("official", "officials")) and UNNAMED.match(text, phrase.end)):
        return ()
    lands = dict.fromkeys(lexicon.sources[source_id].country for source_id in phrase.source_ids)
    ids = [lexicon.resolved.get(("official", land), "") for land in lands]
    known = [each for each in ids if each and lexicon.sources[each].kind is SourceKind.ANONYMOUS]
    return tuple(known) if len(known) == len(ids) else ()


def _before(text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon) -> NounPhrase | None:
    """The phrase that speaks: the last one before the cue, but not one inside an insertion ("speaking to NHK")."""
    fit = [
        phrase
        for phrase in phrases
        if 0 <= cue.start - phrase.end <= LONGEST
        and _may_speak(text, phrase, cue)
        and not _is_cited(text, phrase, lexicon)
        and not _is_affiliation(text, phrase, lexicon)
        and gap_allows(text, phrase.end, cue.start, lexicon)
    ]
    if not fit:
        return None
    outer = [p for p in fit[:-1] if (m := OPENED.match(text, p.end)) and p.end < fit[-1].start < m.end() <= cue.start]
    nearest = [next(p for p in reversed(phrases) if p.end <= cue.start and _may_speak(text, p, cue))]
    return outer[0] if outer else fit[-1] if fit[-1:] == nearest or _is_inserted(text, fit[-1], cue) else None


def _is_inserted(text: str, phrase: NounPhrase, cue: Found[CueKind]) -> bool:
    """Does an insertion follow the phrase, which may name others?"""
    return bool(OPENED.match(text[: cue.start], phrase.end))


def _may_speak(text: str, phrase: NounPhrase, cue: Found[CueKind]) -> bool:
    """A known source, and no mere place ("in Seoul"); "with Tokyo confirming" speaks, "talks with Tokyo" does not."""
    before = text[max(0, phrase.start - 12) : phrase.start]
    beside = _WITH.search(before) and not cue.words.partition(" ")[0].endswith("ing")
    return bool(phrase.source_ids) and not (phrase.bare and (_LOCATIVE.search(before) or beside))


def _is_affiliation(text: str, phrase: NounPhrase, lexicon: Lexicon) -> bool:
    """ "A researcher at the institute said": the person speaks, not the institute."""
    kinds = {lexicon.sources[source_id].kind for source_id in phrase.source_ids}
    return kinds == {SourceKind.RESEARCH_GROUP} and bool(_LOCATIVE.search(text[: phrase.start] + _lead(text, phrase)))


def _lead(text: str, phrase: NounPhrase) -> str:
    return "the " if text[phrase.start :].lower().startswith("the ") else ""


def _is_cited(text: str, phrase: NounPhrase, lexicon: Lexicon) -> bool:
    """Named only as somebody's source: "Kyodo, citing a government source, said"."""
    window = max(0, phrase.start - 24)
    cues = [
        cue for cue in lexicon.cues.within(text, window, phrase.start) if cue.value in (CueKind.CITE, CueKind.ACCORD)
    ]
    return bool(cues) and not text[cues[-1].end : phrase.start].strip()


def _following(text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], reach: int) -> Voice | None:
    for phrase in phrases:
        if (
            phrase.end > cue.end
            and phrase.start <= cue.end + reach
            and phrase.source_ids
            and not _is_maker(text, phrase)
        ):
            between = text[cue.end : max(cue.end, phrase.start)]
            return _made(text, phrase, cue, False) if "," not in between else None
    return None


def _by(text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...]) -> Voice | None:
    """A passive: "designated KN-23 by the US military"."""
    for phrase in phrases:
        if cue.end < phrase.start <= cue.end + 40 and phrase.source_ids and not _is_maker(text, phrase):
            return _made(text, phrase, cue, False) if text[: phrase.start].rstrip().endswith(" by") else None
    return None


def _own_spokesman(
    text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon, memory: Memory
) -> Voice | None:
    """ "The ministry has carried out a launch, spokesman Ann Lee said": she speaks for the office named before."""
    named = _SPOKESMAN.search(text[max(0, cue.start - 70) : cue.start]) if cue.value is CueKind.SAY else None
    if named is None:
        return None
    start = cue.start - len(named.group())
    offices = [phrase for phrase in phrases if phrase.end <= start and phrase.roles and phrase.source_ids]
    words = named.group().rstrip(" ,")
    ids = offices[-1].source_ids if offices else ()
    found = Voice(start, start + len(words), words, ids, cue.words, cue.start, cue.end, cue.value, True)
    if offices or not _OPENS.search(text, 0, start):
        return found if offices else None
    kinds = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY})
    latest = next((voice for voice in reversed(memory.voices) if voice.source_ids), None)
    office = latest is not None and all(lexicon.sources[each].kind in kinds for each in latest.source_ids)
    return again(latest, start, start + len(words), text, cue) if latest is not None and office else None


def _is_maker(text: str, phrase: NounPhrase) -> bool:
    """ "The longest ever recorded by a North Korean missile": the missile's country says nothing."""
    return phrase.bare and _WEAPON_AFTER.match(text, phrase.end) is not None


def _stand_in(
    text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon, memory: Memory
) -> Voice | None:
    """ "it said", "the ministry said": the latest voice that fits, or the office that opens the sentence."""
    if cue.value not in (CueKind.SAY, CueKind.ASSESS):
        return None
    window = max(0, cue.start - 45)
    spoken = bool(memory.voices) and memory.voices[-1].at < 0  # in this very sentence
    for found in reversed(lexicon.pronouns.within(text, window, cue.start)):
        if gap_allows(text, found.end, cue.start, lexicon) and not text[: found.start].endswith("what "):
            if named := _named_as_it(text, found.start, phrases, lexicon, spoken):
                return replace(_made(text, named, cue, True), start=found.start, end=found.end, relative=True)
            if not memory.voices:
                return None
            return again(memory.voices[-1], found.start, found.end, text, cue)
    for noun in reversed(lexicon.anaphors.within(text, window, cue.start)):
        if gap_allows(text, noun.end, cue.start, lexicon):
            office = _office_before(text, noun, lexicon) or noun  # "ministry spokesman Kim said": the ministry
            voice = _meant(office.words.lower(), office.value, text[: office.start], lexicon, memory)
            return again(voice, office.start, noun.end, text, cue) if voice else None
    return None


def _named_as_it(
    text: str, at: int, phrases: tuple[NounPhrase, ...], lexicon: Lexicon, spoken: bool
) -> NounPhrase | None:
    """Whom "it" means in its own sentence: the office that opens it, or who launches before ", which it"."""
    opening = [each for each in phrases[:1] if each.roles and each.source_ids and each.end < at]
    if opening and not spoken and _OPENING.fullmatch(text, 0, opening[0].start):
        return opening[0]
    return _launcher(text, at, phrases, lexicon) if text[:at].endswith(", which ") else None


def _launcher(text: str, end: int, phrases: tuple[NounPhrase, ...], lexicon: Lexicon) -> NounPhrase | None:
    """ "The North tested a missile, which it said flew 700 km": the country that does the launching."""
    for phrase in phrases:
        if phrase.bare and phrase.source_ids and phrase.end < end:
            verbs = lexicon.launches.within(text, phrase.end, min(end, phrase.end + 24))
            return phrase if any(found.value == "verb" for found in verbs) else None
    return None


def _of_office(text: str, phrase: NounPhrase, cue: Found[CueKind], lexicon: Lexicon, memory: Memory) -> Voice | None:
    """ "Ministry officials said": those of the ministry that spoke before, not of the whole government."""
    named = phrase.countries or text[phrase.start : phrase.end].lower() not in {"officials", "official"}
    offices = [] if named else [f for f in lexicon.anaphors.within(text, 0, phrase.start) if f.end == phrase.start - 1]
    for office in offices[-1:]:
        voice = _meant(office.words.lower(), office.value, text[: office.start], lexicon, memory)
        return again(voice, office.start, phrase.end, text, cue) if voice else None
    return None


def _office_before(
    text: str, noun: Found[frozenset[SourceKind]], lexicon: Lexicon
) -> Found[frozenset[SourceKind]] | None:
    """The word right before "spokesman" or "officials" that says whose they are."""
    before = [found for found in lexicon.anaphors.within(text, 0, noun.start) if found.end == noun.start - 1]
    return before[-1] if before else None


def _stand_in_after(text: str, cue: Found[CueKind], lexicon: Lexicon, memory: Memory) -> Voice | None:
    """ "according to the ministry"."""
    match = re.match(r"\s(?:the|that|its|this)\s", text[cue.end : cue.end + 8])
    if match is None:
        return None
    opens = cue.end + match.end()
    for noun in lexicon.anaphors.within(text, opens, opens + 24):
        voice = _meant(noun.words.lower(), noun.value, "", lexicon, memory) if noun.start == opens else None
        return replace(again(voice, noun.start, noun.end, text, cue), before=False) if voice else None
    return None


def _meant(word: str, kinds: frozenset[SourceKind], before: str, lexicon: Lexicon, memory: Memory) -> Voice | None:
    """Whom "the ministry" means: the latest voice of that word or kind; nobody where another name stands with it."""
    if _NAMED_BESIDE.search(before):
        return None
    fitting = [v for v in memory.voices if word in v.words.lower()]
    if not _DETERMINED.search(before):
        return fitting[-1] if fitting else None  # "its telecommunications minister" is somebody else
    fitting = fitting or [
        v
        for v in memory.voices
        if not kinds or not v.source_ids or any(lexicon.sources[each].kind in kinds for each in v.source_ids)
    ]
    return fitting[-1] if fitting else None


def _made(text: str, phrase: NounPhrase, cue: Found[CueKind], before: bool) -> Voice:
    """The voice of a phrase, with the name written after the office."""
    name = _NAME_AFTER.match(text, phrase.end)
    end = min(name.end(), cue.start) if name and before else name.end() if name else phrase.end
    words = text[phrase.start : end].rstrip(" ,")
    return Voice(
        phrase.start,
        phrase.start + len(words),
        words,
        phrase.source_ids,
        cue.words,
        cue.start,
        cue.end,
        cue.value,
        before,
    )


def _without_echo(found: tuple[Voice, ...]) -> Iterator[Voice]:
    """One voice per speaker phrase: "told ... saying" names the same speaker twice."""
    seen: set[int] = set()
    for voice in found:
        if voice.start not in seen:
            seen.add(voice.start)
            yield voice
