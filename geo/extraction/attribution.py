"""Who speaks in a sentence: speakers joined to their cues, and the chain that answers for a given word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.extraction.lexicon import CueKind, Lexicon
from geo.extraction.phrases import Found, words_of
from geo.extraction.segmentation import Sentence, bodies
from geo.extraction.speakers import NounPhrase, noun_phrases
from geo.model.source import SourceKind

_PERSON = re.compile(r"((?:[A-Z][\w'’-]{1,20} ){1,3}[A-Z][\w'’-]{1,20})(?:,? [^,;]{0,60},?| )?\s?\Z")
_NAME_AFTER = re.compile(r"(?:\s[A-Z][\w'’-]*){1,4}|,(?:\s[A-Z][\w.'’-]*){2,5}(?=[,\s])")
_TITLED = re.compile(r"(?:prime minister|president|secretary of state) \w")
_HYPHENED = re.compile(r"\b[A-Z]\w{1,14}(?:-\w{1,14})+")
_INSERT = re.compile(r",[^,]{1,60},")
_LOCATIVE = re.compile(
    r"\b(?:in|at|of|to|from|near|off|toward|towards|with|between|against)\s(?:the\s)?\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker at `start` to `end` of a sentence with its cue; `relative` for "it", "the ministry"."""

    start: int
    end: int
    words: str
    source_ids: tuple[str, ...]
    cue: str
    cue_start: int
    cue_end: int
    kind: CueKind
    before: bool  # the speaker stands before the cue


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier sentences leave behind: the voices so far, latest last, and people by surname."""

    voices: tuple[Voice, ...] = ()
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()
    country: str = ""

    def remember(self, voices: tuple[Voice, ...], people: tuple[tuple[str, tuple[str, ...]], ...]) -> "Memory":
        return replace(self, voices=(self.voices + voices)[-12:], people=(people + self.people)[:40])


def voices_of(sentences: tuple[Sentence, ...], lexicon: Lexicon, owner: str) -> dict[int, tuple[Voice, ...]]:
    """The voices of every body sentence by where it begins; `owner` is the launching country."""
    memory = Memory(country=owner)
    found: dict[int, tuple[Voice, ...]] = {}
    for sentence in bodies(sentences):
        found[sentence.start], memory = voices_in(sentence, lexicon, memory)
    return found


def voices_in(sentence: Sentence, lexicon: Lexicon, memory: Memory) -> tuple[tuple[Voice, ...], Memory]:
    """The voices of one sentence in the order of their cues, and the memory after it."""
    text = sentence.text
    phrases = noun_phrases(
        text, lexicon, (_place_of_speech(text, lexicon) or _context(memory, lexicon), memory.country)
    )
    cues = lexicon.cues.find(text)
    found = tuple(v for cue in cues if (v := _voice(text, cue, phrases, lexicon, memory)) is not None)
    found += tuple(v for cue in cues if (v := _quoted(text, cue, phrases)) is not None)
    found += tuple(_reports(text, phrases, found))
    found = tuple(sorted(_without_echo(found), key=lambda voice: voice.cue_start))
    return found, memory.remember(found, tuple(_people(text, phrases)))


def _place_of_speech(text: str, lexicon: Lexicon) -> str:
    """ "In Tokyo, Defense Minister ...": the country a bare office belongs to."""
    match = re.match(r"in ([A-Z]\w+), ", text, re.IGNORECASE)
    lands = lexicon.countries.find(match[1]) if match else ()
    return lands[0].value if lands else ""


def _context(memory: Memory, lexicon: Lexicon) -> str:
    """The country a bare "the military" belongs to: the last speaker's, else the usual observer's."""
    state = lexicon.states.get(memory.country)
    observer = state.observer if state else ""
    for voice in reversed(memory.voices):
        for source_id in voice.source_ids:
            source = lexicon.sources[source_id]
            if source.country and source.kind in (SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.ANONYMOUS):
                return observer if source.country == memory.country else source.country
    return observer


def _voice(
    text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], lexicon: Lexicon, memory: Memory
) -> Voice | None:
    if cue.value in (CueKind.ACCORD, CueKind.CITE):
        return _following(text, cue, phrases, 30)
    before = [p for p in phrases if p.end <= cue.start and _may_speak(text, p) and not _is_cited(text, p, lexicon)]
    if before and _gap_allows(text[before[-1].end : cue.start], lexicon):
        if cue.value is not CueKind.ASSESS and text[: before[-1].start].rstrip().endswith("what"):
            return None
        return _made(text, before[-1], cue, True)
    stand_in = _stand_in(text, cue, lexicon, memory)
    if stand_in is not None:
        return stand_in
    closed = text[: cue.start].rstrip()[-1:] in {",", '"', "”", "’"}
    inverted = _following(text, cue, phrases, 6) if closed and cue.value is CueKind.SAY else None
    if inverted is not None:
        return inverted
    if cue.value is CueKind.ASSESS:
        return _by(text, cue, phrases)
    return _person(text, cue, lexicon, memory)


def _may_speak(text: str, phrase: NounPhrase) -> bool:
    """A known source, and not a mere place ("in Seoul")."""
    return bool(phrase.source_ids) and not (
        phrase.bare and _LOCATIVE.search(text[max(0, phrase.start - 12) : phrase.start])
    )


def _is_cited(text: str, phrase: NounPhrase, lexicon: Lexicon) -> bool:
    """Named only as somebody's source: "Kyodo, citing a government source, said"."""
    window = max(0, phrase.start - 24)
    cues = [
        cue for cue in lexicon.cues.find(text[window : phrase.start]) if cue.value in (CueKind.CITE, CueKind.ACCORD)
    ]
    return bool(cues) and not text[window + cues[-1].end : phrase.start].strip()


def _gap_allows(gap: str, lexicon: Lexicon) -> bool:
    """Between speaker and cue: names, ranks, adverbs, one inserted phrase between commas; no other verb."""
    if len(gap) > 90:
        return False
    plain = _INSERT.sub(" ", gap)
    loose = {at for found in lexicon.between.find(plain) for at in range(found.start, found.end)}
    names = {at for match in _HYPHENED.finditer(plain) for at in range(match.start(), match.end())}
    words = [word for word in words_of(plain) if word.start not in loose | names]
    return len(words) <= 7 and all(word.text[0].isupper() or word.text == "s" for word in words)


def _following(text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...], reach: int) -> Voice | None:
    for phrase in phrases:
        if phrase.end > cue.end and phrase.start <= cue.end + reach and phrase.source_ids:
            between = text[cue.end : max(cue.end, phrase.start)]
            return _made(text, phrase, cue, False) if "," not in between else None
    return None


def _quoted(text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...]) -> Voice | None:
    """The inner speaker of "Yonhap quoted the JCS as saying"."""
    if cue.value is not CueKind.QUOTE:
        return None
    return _following(text, replace(cue, value=CueKind.CITE), phrases, 12)


def _by(text: str, cue: Found[CueKind], phrases: tuple[NounPhrase, ...]) -> Voice | None:
    """A passive: "designated KN-23 by the US military"."""
    for phrase in phrases:
        if cue.end < phrase.start <= cue.end + 40 and phrase.source_ids:
            return _made(text, phrase, cue, False) if text[: phrase.start].rstrip().endswith(" by") else None
    return None


def _stand_in(text: str, cue: Found[CueKind], lexicon: Lexicon, memory: Memory) -> Voice | None:
    """ "it said", "the ministry said": the latest voice that fits."""
    if cue.value is not CueKind.SAY or not memory.voices:
        return None
    window = max(0, cue.start - 45)
    for found in reversed(lexicon.pronouns.find(text[window : cue.start])):
        if _gap_allows(text[window + found.end : cue.start], lexicon) and not text[: window + found.start].endswith(
            "what "
        ):
            return _again(memory.voices[-1], window + found.start, window + found.end, text, cue)
    for found in reversed(lexicon.anaphors.find(text[window : cue.start])):
        if _gap_allows(text[window + found.end : cue.start], lexicon):
            word = found.words.lower()
            fitting = [v for v in memory.voices if word in v.words.lower()] or [memory.voices[-1]]
            return _again(fitting[-1], window + found.start, window + found.end, text, cue)
    return None


def _again(voice: Voice, start: int, end: int, text: str, cue: Found[CueKind]) -> Voice:
    return Voice(start, end, text[start:end], voice.source_ids, cue.words, cue.start, cue.end, cue.value, True)


def _person(text: str, cue: Found[CueKind], lexicon: Lexicon, memory: Memory) -> Voice | None:
    """A person by name: one met before with an office, an expert by the words beside the name, or unknown."""
    window = max(0, cue.start - 110)
    match = _PERSON.search(text[window : cue.start])
    if cue.value is not CueKind.SAY or match is None:
        return _surname(text, cue, memory)
    start = window + match.start()
    known = dict(memory.people).get(match[1].split()[-1].strip(",'’"))
    ids = known or (("ANALYST",) if lexicon.expertise.find(text[start : cue.start]) else ())
    words = text[start : cue.start].strip().rstrip(",")
    return Voice(start, start + len(words), words, ids, cue.words, cue.start, cue.end, cue.value, True) if ids else None


def _surname(text: str, cue: Found[CueKind], memory: Memory) -> Voice | None:
    before = words_of(text[max(0, cue.start - 30) : cue.start])
    known = dict(memory.people)
    if cue.value is CueKind.SAY and before and before[-1].text in known:
        start = max(0, cue.start - 30) + before[-1].start
        name = before[-1].text
        return Voice(start, start + len(name), name, known[name], cue.words, cue.start, cue.end, cue.value, True)
    return None


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


def _reports(text: str, phrases: tuple[NounPhrase, ...], found: tuple[Voice, ...]) -> Iterator[Voice]:
    """ "media reports that it failed", and "reportedly" when nobody else speaks."""
    for phrase in phrases:
        role = phrase.roles[-1] if phrase.roles else ""
        if role.endswith("reports") and text[phrase.end : phrase.end + 6] == " that ":
            words = text[phrase.start : phrase.end]
            yield Voice(
                phrase.start,
                phrase.end,
                words,
                phrase.source_ids,
                "reports",
                phrase.end,
                phrase.end,
                CueKind.CITE,
                True,
            )
        elif role == "reportedly" and not found:
            words = text[phrase.start : phrase.end]
            yield Voice(
                phrase.start, phrase.end, words, phrase.source_ids, words, phrase.start, phrase.end, CueKind.SAY, True
            )


def _without_echo(found: tuple[Voice, ...]) -> Iterator[Voice]:
    """One voice per speaker phrase: "told ... saying" names the same speaker twice."""
    seen: set[int] = set()
    for voice in found:
        if voice.start not in seen:
            seen.add(voice.start)
            yield voice


def _people(text: str, phrases: tuple[NounPhrase, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Surnames written after an office: "Prime Minister Fumio Kishida" makes Kishida known."""
    for phrase in phrases:
        name = re.match(
            r",?\s(?:[A-Z][\w'’.-]{1,20}\s){0,3}([A-Z][a-z][\w'’-]{1,20})", text[phrase.end : phrase.end + 60]
        )
        if phrase.roles and name and phrase.source_ids:
            yield name[1], phrase.source_ids
        elif phrase.roles and phrase.source_ids and _TITLED.match(phrase.roles[-1]):
            yield words_of(text[phrase.start : phrase.end])[-1].text, phrase.source_ids
