"""Where it was launched: the place as written, how the launch relates to it, and the province around it."""

import re
from collections.abc import Callable, Iterator

from geo.extraction.hits import Hit
from geo.extraction.lexicon import Lexicon, PlaceWord
from geo.extraction.phrases import Found
from geo.extraction.rules import Rule
from geo.extraction.weapons import VILLAGE
from geo.model.claim import Attribute
from geo.model.place import NamedPlace, Relation, Toponym

_NAME = re.compile(r"[A-Z][\w’'-]*(?:(?: |-)(?:[A-Z][\w’'-]*|ri\b|dong\b|al-[A-Z]\w+|e-[A-Z]\w+)){0,5}")
_POSSESSIVE = re.compile(r"['’]s\b")
_NEAR = re.compile(
    r"\b(?:near|close to|around|outskirts|edge|vicinity|outside|next to|not far from"
    r"|(?:north|south|(?:north|south)?(?:east|west)) of)\b",
    re.IGNORECASE,
)
_SEA = re.compile(r"\b(?:waters|sea|off)\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:near|close to|around|outskirts of|edge of|vicinity of|outside|next to|off|from|at|in|of|left the|left)\s",
    re.IGNORECASE,
)
_BARRIER = re.compile(
    r"\b(?:fell|fall|fallen|expected|came down|dropped|landed|landing|falling|splash\w*|crashed"
    r"|said|told|hitting|hit|struck|met"
    r"|where|targets?|against|to an? (?:area|point|spot|target|region|location))\b|;",
    re.IGNORECASE,
)
_SOFT = re.compile(r"\b(?:into|toward|towards|before|over)\b", re.IGNORECASE)
_FLYING = re.compile(r"\b(?:it|they|which|that|one|other|missiles?|projectiles?|rockets?|weapons?)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"\b(?:the|its) capital\b")
_OF_NAME = re.compile(r" of ((?:North |South )?[A-Z][\w-]+)")
_DONE = {"took place", "carried out", "conducted", "detected", "identified", "sent"}
_VESSEL = re.compile(r",? an? [^.;]{0,40}\b(?:submarine|warship|frigate|destroyer|vessel|ship)\b")
_NAMED_VESSEL = re.compile(
    r"\b(?:submarine|warship|frigate|destroyer|corvette|cruiser|vessel|ship|boat)s?,? [“\"‘']?\Z"
)
_NOUN_OF_PROVINCE = re.compile(r"(?: province|-ri|-dong)\b", re.IGNORECASE)
_SHIP = re.compile(r"(?:ROKS|USS|JS|INS|HMS|PNS)\b")
# Between two places of a list: "Sunan, Kaechon in South Pyongan Province and Hamhung".
_PLACE_TAIL = (
    r"(?: (?:area|region|city|county|airport|airfield))?"
    r"(?: (?:of|in) (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}(?: province)?)?"
)
_LISTED = re.compile(_PLACE_TAIL + r"(?:,? and (?:the |near |from |in ){0,3}|, (?:the |near |from ){0,3})")
_BESIDE = re.compile(
    _PLACE_TAIL
    + r", (?:near|close to|outside|(?:just )?(?:north|south)?(?:east|west)? of|on the outskirts of) (?:the )?"
)
_LISTED_PROVINCE = re.compile(r"(?:,? and |, )(?:the )?(?:[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}(?: area)? in )?(?:the )?")
# Missiles that left from another place: "and the others, of two kinds, from Wonsan".
_OTHERS_FROM = re.compile(
    r"\b(?:others?|rest|remaining|second|third|fourth|latter|more)\b[^.;]{0,60}\bfrom (?:the |near |around )?\Z"
)
# The launch told once more, by somebody else or of another missile: "while Tokyo said it was launched from Sinpo".
_TOLD_ANEW = re.compile(
    r"\b(?:it|they|others?|one|two|three|four|missiles?|projectiles?)"
    r" (?:(?:was|were|had been) \w+|(?:came|originated) from|left)\Z",
    re.IGNORECASE,
)
_FLEW_FROM = re.compile(
    r"\b(?:flew|travell?ed)\b[^.;,]{0,40}\b(?:(?:north|south|east|west)(?:east|west)?(?:ward)?(?= from\b)"
    r"|(?:km|kilomet(?:er|re)s|miles)(?: \([^()]{0,30}\))?(?= from [A-Z]))"
    r"|\b(?:missiles?|projectiles?|rockets?)(?= from (?:the )?[A-Z])"
)
_SENTENCE_GOES_ON = re.compile(r"\b(?:to|did|not|was|were|is|has|had|that|and)\s")
_BODY = re.compile(r"(?:Fleet|Command|Forces?|Navy|Army|Agency|Ministry|Corps|Guards?|Staff|Council|Committee)\Z")
_REACH = 140
_HALF = re.compile(r"(?P<name>[A-Z][a-z]{3,12}?)-?(?P<half>nam|buk)-?do")

IsPlace = Callable[[str], bool]


def place_hits(text: str, lexicon: Lexicon, owner: str, is_place: IsPlace | None = None) -> Iterator[Hit]:
    """The launch places of a sentence that tells of a launch, more than one only where it lists them; so provinces."""
    triggers = _triggers(text, lexicon)
    if not triggers:
        return
    provinces = list(_provinces(text, lexicon))
    names = sorted([*_names(text, lexicon, provinces), *_capital(text, lexicon, owner)])
    last: tuple[int, Relation] | None = None
    for start, end, name in names:
        if last is not None and _BESIDE.fullmatch(text, last[0], start):
            last = end, last[1]  # "the Sunan area, near Pyongyang": where the first lies
            continue
        within = tuple(words for at, _, words, _ in provinces if 0 <= at - end <= 45)
        relation: Relation | None
        if last is not None and (_LISTED.fullmatch(text, last[0], start) or _OTHERS_FROM.search(text[last[0] : start])):
            relation = last[1]
        else:
            opened = [t for t in triggers if t <= start and start - t <= _REACH]
            again = last is None or bool(opened and _TOLD_ANEW.search(text[last[0] : opened[-1]]))
            if not opened or not again or _is_barred(text[opened[-1] : start]):
                continue
            relation = _relation(text, opened[-1], start, end, lexicon, is_place, name)
        if relation is None or _is_no_place(text, start, end, lexicon):
            continue
        last = end, relation
        place = NamedPlace(Toponym(text[start:end], name, relation, within, owner))
        yield Hit(Attribute.LAUNCH_PLACE, place, start, end, Rule.PLACE_NAME)
    yield from _admin(text, provinces, triggers, owner)


def vague_places(text: str, lexicon: Lexicon) -> tuple[Found[PlaceWord], ...]:
    """Words such as "eastern coast" after "from" or "off": said, but no place to draw."""
    return tuple(
        found
        for found in lexicon.place_words.find(text)
        if found.value is PlaceWord.VAGUE
        and re.search(r"\b(?:from|off|on|near|along)\b", text[max(0, found.start - 25) : found.start], re.IGNORECASE)
    )


def _triggers(text: str, lexicon: Lexicon) -> list[int]:
    """Where words of launching end; "left" and its like only of a missile, not of a president."""
    flown = [match.end() for match in _FLEW_FROM.finditer(text)]
    return flown + [
        found.end
        for found in lexicon.launches.find(text)
        if found.value != "mover"
        or _FLYING.search(text[max(0, found.start - 60) : found.start])
        or found.words.lower() in _DONE
    ]


def _is_barred(stretch: str) -> bool:
    """Has the sentence turned from the launch to something else? "into the Yellow Sea from Onchon" comes back."""
    if _BARRIER.search(stretch):
        return True
    soft = list(_SOFT.finditer(stretch))
    return bool(soft) and not re.search(r"\bfrom\b", stretch[soft[-1].end() :])


def _admin(text: str, provinces: list[tuple[int, int, str, str]], triggers: list[int], owner: str) -> Iterator[Hit]:
    last = None
    for start, end, words, name in provinces:
        if words.lower().endswith("prefecture") and owner != "JP":
            continue
        opened = [t for t in triggers if t <= start and start - t <= _REACH + 60]
        listed = last is not None and (
            _LISTED_PROVINCE.fullmatch(text, last, start) or _OTHERS_FROM.search(_up_to_from(text[last:start]))
        )
        if listed or (last is None and opened and not _is_barred(text[opened[-1] : start])):
            last = end
            toponym = Toponym(words, name, Relation.IN, (), owner)
            yield Hit(Attribute.ADMIN_AREA, NamedPlace(toponym), start, end, Rule.PLACE_PROVINCE)


def _up_to_from(stretch: str) -> str:
    """A stretch up to its last "from": "and the others from Wonsan in " without the place."""
    at = stretch.rfind(" from ")
    return stretch[: at + len(" from ")] if at >= 0 else ""


def _provinces(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, words ("Hamgyong province") and name ("Hamgyong") of each province written out."""
    for found in lexicon.place_words.find(text):
        if found.value is PlaceWord.PROVINCE and not _NOUN_OF_PROVINCE.match(text, found.end):
            yield found.start, found.end, found.words, found.words
        if found.value is not PlaceWord.ADMIN:
            continue
        behind = _OF_NAME.match(text, found.end)
        if behind:
            yield found.start, behind.end(), text[found.start : behind.end()], behind[1]
            continue
        names = [
            m
            for m in _NAME.finditer(text, max(0, found.start - 45), found.end)
            if m.end() >= found.start - 1 and m.start() < found.start
        ]
        if names:
            start = _after_possessive(text, names[-1].start(), found.start)
            name = text[start : found.start].strip()
            if name:
                yield start, found.end, text[start : found.end], _in_english(name)


def _in_english(name: str) -> str:
    """ "Pyongannam-do" is South Pyongan."""
    half = _HALF.fullmatch(name)
    return f"{'South' if half['half'] == 'nam' else 'North'} {half['name']}" if half else name


def _after_possessive(text: str, start: int, end: int) -> int:
    """ "the North’s South Hamgyong" begins at "South"."""
    last = start
    for match in _POSSESSIVE.finditer(text, start, end):
        last = match.end()
    while last < end and text[last] == " ":
        last += 1
    return last


def _names(text: str, lexicon: Lexicon, provinces: list[tuple[int, int, str, str]]) -> Iterator[tuple[int, int, str]]:
    barred = [
        (f.start, f.end)
        for f in (*lexicon.countries.find(text), *lexicon.not_places.find(text), *lexicon.waters.find(text))
    ]
    barred = [span for span in barred if text[span[0] : span[1]] != _capital_word(text, span, lexicon)]
    barred += [(f.start, f.end) for f in lexicon.aliases.find(text) if f.value != f.words]
    barred += [(start, end) for start, end, _, _ in provinces]
    barred += [(f.start, f.end) for f in lexicon.place_words.find(text) if f.value is PlaceWord.VAGUE]
    barred += [(f.start, f.end) for f in lexicon.weapons.find(text)]
    barred += [(f.start, f.end) for f in lexicon.designations.find(text) if not VILLAGE.match(text, f.end)]
    for match in _NAME.finditer(text):
        start = _after_possessive(text, match.start(), match.end())
        end = match.end()
        vessel = _VESSEL.match(text, end) or _SHIP.match(text, start) or _BODY.search(text[start:end])
        if start >= end or vessel or any(a < end and start < b for a, b in barred):
            continue
        words = _POSSESSIVE.sub("", text[start:end])
        yield start, start + len(words), words


def _is_no_place(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """A boat ("the destroyer Choe Hyon"), or whoever speaks ("..., Seoul said")."""
    vessel = _NAMED_VESSEL.search(text[max(0, start - 24) : start])
    return vessel is not None or any(cue.start == end + 1 for cue in lexicon.cues.within(text, end, end + 24))


def _capital_word(text: str, span: tuple[int, int], lexicon: Lexicon) -> str:
    """A capital may be a launch place ("near Pyongyang") as well as a government."""
    word = text[span[0] : span[1]]
    return (
        word
        if any(state.capital == word for state in lexicon.states.values())
        and text[span[1] : span[1] + 2] not in {"'s", "’s"}
        else ""
    )


def _capital(text: str, lexicon: Lexicon, owner: str) -> Iterator[tuple[int, int, str]]:
    match = _CAPITAL.search(text)
    if match and owner in lexicon.states:
        yield match.start(), match.end(), lexicon.states[owner].capital


def _relation(
    text: str, opened: int, start: int, end: int, lexicon: Lexicon, is_place: IsPlace | None, name: str
) -> Relation | None:
    left = 5 if text[:opened].lower().endswith(("left", " from")) else 0  # "came from": words that hold both
    before = text[max(opened - left, start - 55, 0) : start]
    prepositions = list(_PREPOSITION.finditer(before))
    after = before[prepositions[-1].end() :] if prepositions else ""
    if not prepositions or re.search(r"[.;:()]", after) or _SENTENCE_GOES_ON.search(after):
        return None  # "from its base did not reach Guam"
    stretch = before[prepositions[0].start() :]
    stretch = stretch[max(0, stretch.lower().rfind("from ")) :]  # "at around 9:30 a.m. from Sohae" is not near it
    if _SEA.search(stretch):
        return Relation.OFF
    if _NEAR.search(stretch):
        return Relation.NEAR
    if "from" in stretch.lower() or "left" in stretch.lower():
        return Relation.FROM
    beside = {found.value for found in lexicon.place_words.find(stretch + text[start : end + 16])} - {PlaceWord.VAGUE}
    if " at " in f" {stretch.lower()}":  # "at Israel" is a target
        known = is_place is not None and is_place(name)
        return Relation.AT if PlaceWord.FACILITY in beside or known or VILLAGE.search(name) else None
    described = bool(beside)
    return Relation.IN if described or (is_place is not None and is_place(name)) else None
