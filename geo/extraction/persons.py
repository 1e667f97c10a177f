"""Speakers told by name or by what they are: people with and without an office, bodies the data do not know."""

import re
from collections.abc import Iterator

from geo.extraction.lexicon import CueKind, Lexicon
from geo.extraction.phrases import Found, words_between, words_of
from geo.extraction.speakers import NounPhrase
from geo.extraction.voices import Memory, Person, Voice, spoken_by
from geo.model.source import SourceKind

_NAME = r"(?:[A-Z][\w'’.-]{0,20} ){1,3}(?:(?:bin|ibn|de|van|von) |al-|el-)?[A-Z][\w'’-]{1,20}"
_NAMED = re.compile(_NAME)
_REST = re.compile(r"(?:,? [^,;:“”\"]{0,80},?| )?\s?\Z")
_AFTER = re.compile(rf"\s(?P<name>{_NAME})(?P<rest>(?:,|\sof)\s[^,;“”\"]{{2,90}})?")
_NAME_AFTER_OFFICE = re.compile(
    r"(?:\s(?:chief|head|spokesman|spokesperson|spokeswoman|commander|(?:press )?secretary|director|leader))?"
    r",?\s((?:[A-Z][\w'’.-]{0,20}\s){0,3}[A-Z][a-z][\w'’-]{1,20})"
)
_NAME_BEFORE_OFFICE = re.compile(
    rf"(?P<name>{_NAME}),\s(?:the|a|an|its|his|her|their|\w+['’]s)?\s?"
    r"(?:(?:chief |deputy |senior )?(?:spokes\w{3,6}|head|chief|director|commander) (?:of|for|at) (?:the )?)?\Z"
)
_PLAIN = {"said", "says", "told", "added", "estimated", "claimed", "confirmed", "announced", "noted"}
_SURNAME = re.compile(
    r"(?:,[”\"]? |\A)(?P<name>(?!Others|Some|Many|Few|None|Both|Neither|All|Most)[A-Z][a-z]{2,14}(?:-[a-z]{2,8})?) \Z"
)
_RANK = re.compile(r"\A(?:(?:Rear|Vice|Adm|Gen|Col|Lt|Maj|Brig|Capt|Cmdr|Dr|Mr|Mrs|Ms|Prof)\.? ){1,3}")
_DATED = re.compile(
    r"\b(?:[A-Z][a-z]{2,5}day|January|February|March|April|May|June|July|August|\w{4,5}ember|October)\b"
)
_TITLE_GOES_ON = re.compile(r"(?: (?:for|of|on|and|in|the|at|[A-Z][\w-]{1,20})){1,8} ")
_WITHIN = re.compile(r"\b(?:of|for|at|from|with|in|by|to)\s(?:the\s)?\Z")
_WITH = re.compile(r"\b(?:with|alongside)\s(?:the\s)?\Z")
_ARTICLES = {"a", "an", "the", "its"}
_TITLED = re.compile(r"(?:prime minister|president|secretary of state) \w")
_BODY_BEFORE = re.compile(
    r"(?:(?<=^)|(?<=[\s“\"(]))(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Tt]heir|[Ss]ome|[Oo]ne|[Tt]wo|[Ss]everal) )?"
    r"(?:[A-Z][\w.'’-]{1,20} |[a-z][a-z-]{2,24} ){0,4}\Z"
)


def person_before(
    text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon, memory: Memory
) -> Voice | None:
    """ "Ann Lee, a professor in Seoul, said": known from before, an expert by the words beside the name, or unknown."""
    if cue.value in (CueKind.SAY, CueKind.QUOTE):
        for match in list(_NAMED.finditer(text, max(0, cue.start - 140), cue.start))[:-4:-1]:
            rest = text[match.end() : cue.start]
            inner = _WITHIN.search(text[: match.start()])  # "Ann Lee of the Navy Institute": not the institute
            if not inner and _REST.match(rest) and _is_name(match.group(), lexicon) and _rest_allows(rest, lexicon):
                start = match.start()
                words = text[start : cue.start].strip().rstrip(",")
                beside = _beside(text, match.end(), cue.start, phrases, lexicon)
                person = _person(match.group(), words, beside, text[start : cue.start], lexicon, memory)
                return spoken_by(person, start, start + len(words), words, cue, True)
    return _surname_before(text, cue, memory) or _unknown_before(text, cue, lexicon)


def person_after(
    text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon, memory: Memory
) -> Voice | None:
    """ "said Col. Ann Lee, a Pentagon spokeswoman": the office after the name tells for whom she speaks."""
    match = _AFTER.match(text, cue.end)
    if match is None or not _is_name(match["name"], lexicon):
        return None
    end = match.end()
    beside = _beside(text, match.end("name"), end, phrases, lexicon)
    known = beside or lexicon.expertise.find(match["rest"] or "")
    words = text[match.start("name") : end if known else match.end("name")]
    person = _person(match["name"], words, beside, match.group(), lexicon, memory)
    return spoken_by(person, match.start("name"), match.start("name") + len(words), words, cue, False)


def body_before(text: str, cue: Found[CueKind], lexicon: Lexicon) -> Voice | None:
    """ "The Ruritanian navy said", "residents said": a body or group the data do not know, as written."""
    if cue.value is not CueKind.SAY:
        return None
    window = max(0, cue.start - 60)
    for noun in reversed(lexicon.bodies.within(text, window, cue.start)):
        opens = _BODY_BEFORE.search(text[: noun.start])
        rest = text[noun.end : cue.start]
        titled = _TITLE_GOES_ON.fullmatch(rest)
        if (
            opens is None
            or _WITH.search(text[: opens.start()])
            or not (titled or (_rest_allows(rest, lexicon) and not rest.startswith(" of ")))
        ):
            continue
        start = _after_verbs(text, opens.start(), noun.start, lexicon)
        words = text[start : noun.end] + (rest.rstrip() if titled else "")
        return spoken_by(Person(words, ()), start, start + len(words), words, cue, True)
    return None


def body_after(text: str, cue: Found[CueKind], lexicon: Lexicon) -> Voice | None:
    """ "according to the Ruritanian navy"."""
    for noun in lexicon.bodies.within(text, cue.end, cue.end + 60):
        opens = _BODY_BEFORE.fullmatch(text[cue.end : noun.start].lstrip())
        if opens is not None:
            end = noun.end
            words = text[cue.end : end].lstrip()
            if not (words[0].isupper() or words.lower().startswith(("the ", "a ", "an ", "its ", "his ", "their "))):
                return None  # "citing office rules"
            return spoken_by(Person(words, ()), end - len(words), end, words, cue, False)
        break
    return None


def people_in(
    text: str, offset: int, phrases: tuple[NounPhrase, ...], voices: tuple[Voice, ...], lexicon: Lexicon
) -> Iterator[tuple[str, Person]]:
    """Surnames beside an office ("Prime Minister Fumio Kishida"), and of everybody who spoke by name."""
    for phrase in phrases:
        if phrase.roles and phrase.source_ids:
            person = Person(text[phrase.start : phrase.end], phrase.source_ids)
            for surname in _surnames(_holder(text, phrase, lexicon)):
                yield surname, person
    for voice in voices:
        name = re.match(_NAME, voice.words)
        if name and not voice.relative and voice.source_ids in {(), ("ANALYST",)}:
            at = voice.at if voice.at >= 0 else offset + voice.start
            for surname in _surnames(name.group()):
                yield surname, Person(voice.words, voice.source_ids, at)


def _holder(text: str, phrase: NounPhrase, lexicon: Lexicon) -> str:
    """The name of who holds the office, "" when none stands beside it."""
    words = text[phrase.start : phrase.end]
    known = lexicon.people.find(words)
    if known:
        return known[-1].words
    after = _NAME_AFTER_OFFICE.match(text[phrase.end : phrase.end + 80])
    before = _NAME_BEFORE_OFFICE.search(text[max(0, phrase.start - 70) : phrase.start])
    if after or before:
        return after[1] if after else before["name"] if before else ""
    return words_of(words)[-1].text if _TITLED.match(phrase.roles[-1]) else ""


def _surnames(name: str) -> tuple[str, ...]:
    """The last word of a name, and the first, which is the surname in Korean and often in Japanese order."""
    words = [word.text for word in words_of(_RANK.sub("", name))]
    return tuple(dict.fromkeys((words[-1], words[0]))) if words else ()


def _person(name: str, words: str, beside: tuple[str, ...], around: str, lexicon: Lexicon, memory: Memory) -> Person:
    if beside:
        return Person(words, beside)
    known = memory.person(re.sub(r"['’]s?\Z", "", name.split()[-1]))
    if known is not None:
        return known
    return Person(words, ("ANALYST",) if lexicon.expertise.find(around) else ())


def _surname_before(text: str, cue: Found[CueKind], memory: Memory) -> Voice | None:
    before = words_between(text, max(0, cue.start - 40), cue.start)
    if cue.value not in (CueKind.SAY, CueKind.ASSESS, CueKind.QUOTE) or not before:
        return None
    for word in before[-3:][::-1]:
        person = memory.person(word.text)
        start = word.start
        if person is not None and "," not in text[start : cue.start] and text[start - 1 : start] != "-":
            return spoken_by(person, start, start + len(word.text), word.text, cue, True)
        if word.text[0].isupper():
            break
    return None


def _unknown_before(text: str, cue: Found[CueKind], lexicon: Lexicon) -> Voice | None:
    """ "..., Hamada said": a surname nobody introduced is kept as written; the report itself does not say it."""
    match = _SURNAME.search(text, 0, cue.start) if cue.words in _PLAIN else None
    if match is None or not _is_name(match["name"], lexicon) or lexicon.bodies.find(match["name"]):
        return None
    person = Person(match["name"], ())
    return spoken_by(person, match.start("name"), match.end("name"), match["name"], cue, True)


def _beside(text: str, start: int, end: int, phrases: tuple[NounPhrase, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Whom the words after a name say the person speaks for; a researcher speaks for no institute."""
    for phrase in phrases:
        if start <= phrase.start and phrase.end <= end and phrase.roles and phrase.source_ids:
            kinds = {lexicon.sources[source_id].kind for source_id in phrase.source_ids}
            return ("ANALYST",) if kinds == {SourceKind.RESEARCH_GROUP} else phrase.source_ids
    return ()


def _is_name(name: str, lexicon: Lexicon) -> bool:
    """Not the name of a country, a sea, a month or a missile, nor the opening of a sentence."""
    name = _RANK.sub("", name)
    lists = (lexicon.countries, lexicon.waters, lexicon.designations, lexicon.stops, lexicon.cues, lexicon.aliases)
    return not any(words.find(name) for words in lists) and not lexicon.weapons.find(name) and not _DATED.search(name)


def _rest_allows(rest: str, lexicon: Lexicon) -> bool:
    """What stands between a name and its cue: a description between commas, or adverbs; no other statement."""
    stripped = rest.strip()
    if (stripped.startswith(",") and stripped.endswith(",")) or stripped.startswith(("of ", "at ", "from ", "with ")):
        return True
    loose = {at for found in lexicon.between.find(rest) for at in range(found.start, found.end)}
    return all(word.start in loose for word in words_of(rest))


def _after_verbs(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """A description of a body holds no verb: it begins after the last word that attributes or launches."""
    taken = [found.end for found in lexicon.cues.within(text, start, end)]
    taken += [found.end for found in lexicon.stops.within(text, start, end) if found.words.lower() not in _ARTICLES]
    opens = max(taken, default=start)
    while opens < end and text[opens].isspace():
        opens += 1
    return opens
