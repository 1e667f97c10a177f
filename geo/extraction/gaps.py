"""What may stand between a speaker and the word that attributes: names, ranks, adverbs, an insertion."""

import re

from geo.extraction.lexicon import Lexicon
from geo.extraction.phrases import words_between

_HYPHENED = re.compile(r"\b[A-Z]\w{1,14}(?:-\w{1,14})+")
_INSERT = re.compile(r",(?:[^,]|(?<=\d),(?=\d)){1,90},")  # a comma inside a number ends nothing
UNNAMED = re.compile(
    r",? (?:who (?:has |had )?(?:spoke|asked|requested|declined|insisted|was|were|is|are)|speaking|requesting|on)\b"
    r"[^,.;]{0,60}\b(?:anonymity|anonymous|anonymously|named|identified|background|record)\b,?"
)
_COMPANION = re.compile(r" (?:travell?ing|accompanying|flying) (?:with )?[^,.;]{3,60}\Z")
_WHICH = re.compile(r",? which (?:\w{2,12}ly |had |has |also |later |earlier |first ){0,2}")
_SHORT = 16  # what is shorter holds no insertion of that kind
LONGEST = 110
OPENED = re.compile(r"[\s,]*,(?:[^,]|(?<=\d),(?=\d)){1,90},\s?")


def gap_allows(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Between speaker and cue: names, ranks, adverbs, one inserted phrase between commas; no other verb.

    "A U.S. official who spoke on condition of anonymity said" is such an insertion without commas.
    """
    gap = text[start:end]
    if _WHICH.fullmatch(gap):
        return True
    if len(gap) > LONGEST:
        return False
    plain = _COMPANION.sub(" ", UNNAMED.sub(" ", gap)) if len(gap) > _SHORT else gap
    inserted = _INSERT.search(plain) if "," in plain else None
    if inserted and _acts(plain, inserted, lexicon):
        return False  # "fired by the North, took off at 7 and came down later, somebody said"
    plain = plain[: inserted.start()] + " " + plain[inserted.end() :] if inserted else plain
    if plain != gap:
        text, start, end = plain, 0, len(plain)
    loose = {at for found in lexicon.between.within(text, start, end) for at in range(found.start, found.end)}
    names = {start + at for match in _HYPHENED.finditer(plain) for at in range(match.start(), match.end())}
    words = [word for word in words_between(text, start, end) if word.start not in loose | names]
    return len(words) <= 7 and all(word.text[0].isupper() or word.text == "s" for word in words)


def _acts(gap: str, inserted: re.Match[str], lexicon: Lexicon) -> bool:
    """Does what stands between commas begin with a verb of launching or flying: no insertion, but what was done?"""
    opens = inserted.start() + 2
    lists = (lexicon.launches, lexicon.landing)
    return any(found.start == opens for words in lists for found in words.within(gap, opens, inserted.end()))
