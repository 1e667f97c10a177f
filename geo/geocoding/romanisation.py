"""Folds the spellings of a name to search keys: first exactly, then by how Korean names sound or are written in Han."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from anyascii import anyascii

from geo.model.place import FeatureClass

MAX_NAME_LENGTH = 120
_DROPPED = frozenset("'’‘ʼʻ`´′ʹ\u00ad\u200b\u200c\u200d\ufeff")
_STEM_LEAST = 3
_REMEMBERED = 8192
NASAL = "ñ"  # n or ng: Cyrillic н
E_OR_YO = "ê"  # e or yo: Cyrillic е, э, and ё without its dots


class Role(StrEnum):
    """What a generic word does to the name beside it."""

    KIND = "kind"  # says what the thing is: county, -ri
    FACILITY = "facility"  # says what stands there: airfield; the settlement is near it
    VICINITY = "vicinity"  # widens: "Wonsan area"
    WIDE = "wide"  # makes it too wide to draw: coast
    COMPASS = "compass"
    FILLER = "filler"


@dataclass(frozen=True, slots=True)
class SpellingRule:
    """`written` becomes `folded`, everywhere, in the order of the steps (data/gazetteer/spelling.csv)."""

    written: str
    folded: str
    reason: str


@dataclass(frozen=True, slots=True)
class Designator:
    """A generic word of a name, or an unspaced ending of a Korean or Japanese one."""

    word: str
    is_ending: bool
    classes: frozenset[FeatureClass]
    role: Role


@dataclass(frozen=True, slots=True)
class Stem:
    """A name without its generic words: "Sunchon airfield" is "sunchon", asked for as an airfield."""

    text: str
    skeleton: str = ""
    classes: frozenset[FeatureClass] = frozenset()
    roles: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Spelling:
    """The rules of spelling as loaded from data; pure, and the same for names and queries."""

    cyrillic: tuple[SpellingRule, ...]
    latin: tuple[SpellingRule, ...]
    words: Mapping[str, Designator]
    endings: tuple[Designator, ...]
    han: Mapping[int, str] = field(default_factory=dict)
    stems: dict[str, Stem] = field(default_factory=dict, compare=False, repr=False)

    def skeleton(self, folded: str) -> str:
        """How a folded name sounds in Korean, words kept apart; Han characters in one form of each.

        "" for a name in any other script, or with kana, which have no single sound in Korean.
        Cyrillic letters tell less apart (NASAL, E_OR_YO) and meet names by `blurred`.
        """
        if folded.isascii():
            return _apply(self.latin, folded)
        if is_han(folded):
            return folded.translate(self.han)
        text = _apply(self.cyrillic, _sounded(folded))
        return _apply(self.latin, text) if text.replace(NASAL, "").replace(E_OR_YO, "").isascii() else ""

    def blurred(self, folded: str) -> str:
        """The skeleton as Cyrillic letters would give it; "" for a name in neither Latin letters nor Hangul."""
        text = _sounded(folded)
        if not text.isascii():
            return ""
        sound = _apply(self.latin, text.replace("ng", NASAL).replace("n", NASAL))
        return sound.replace("ye", "e").replace("yo", "e").replace("e", E_OR_YO)

    def stem(self, folded: str) -> Stem:
        """As `_worked_out`, remembered: a lookup asks for the same stem several times."""
        found = self.stems.get(folded)
        if found is None:
            if len(self.stems) >= _REMEMBERED:
                self.stems.clear()
            found = self.stems[folded] = self._worked_out(folded)
        return found

    def _worked_out(self, folded: str) -> Stem:
        """The folded name without generic words, with the classes and roles those words ask for.

        The text is "" when nothing but generic words and compass points is there ("eastern
        coast"); elsewhere a compass point belongs to the name ("South Hamgyong").
        """
        words = folded.split()
        found = [self.words.get(word) for word in words]
        kept = tuple(i for i, one in enumerate(found) if one is None or one.role is Role.COMPASS)
        dropped = [one for one in found if one is not None and one.role is not Role.COMPASS]
        if all(found[i] for i in kept):
            return _stem("", "", [one for one in found if one])
        text = " ".join(words[i] for i in kept)
        if ending := self._ending(text):
            text = text.removesuffix(ending.word).strip()
            return _stem(text, self.skeleton(text), [*dropped, ending])
        # The ending -ri changes the sound before it (Musudal-li), so the skeleton is taken before it goes.
        sounds = self.skeleton(folded).split()
        skeleton = " ".join(sounds[i] for i in kept) if len(sounds) == len(words) else ""
        return _stem(text, skeleton, dropped)

    def _ending(self, text: str) -> Designator | None:
        if text.isascii():
            return None
        fitting = (one for one in self.endings if text.endswith(one.word) and len(text) >= len(one.word) + 2)
        return max(fitting, key=lambda one: len(one.word), default=None)


class _Plain(dict[int, str]):
    """What each character becomes, worked out once: itself, a space, or nothing."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = character.isalnum() or unicodedata.category(character).startswith("M")
        dropped = character in _DROPPED or "\u0300" <= character <= "\u036f"
        self[code] = "" if dropped else character if kept else " "
        return self[code]


_PLAIN = _Plain()


@lru_cache(_REMEMBERED)
def fold(name: str) -> str:
    """Case, diacritics, apostrophes, hyphens and punctuation removed; words apart by one space.

    Letters keep their script. Never raises; folding twice changes nothing. A text longer than
    a name can be (MAX_NAME_LENGTH characters) folds to "".
    """
    if len(name) > MAX_NAME_LENGTH:
        return ""
    if name.isascii():
        return " ".join(name.lower().translate(_PLAIN).split())
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return " ".join(unicodedata.normalize("NFC", text.translate(_PLAIN)).split())


def is_han(folded: str) -> bool:
    """Whether a folded name is in Han characters alone (spaces aside)."""
    return bool(folded) and all(one == " " or "\u3400" <= one <= "\u9fff" or one == "々" for one in folded)


def key(folded: str) -> str:
    """The folded name without spaces: Tongchang-ri, Tongchang ri and Tongchangri are one."""
    return folded.replace(" ", "")


def is_long_enough(stem: str) -> bool:
    """Whether a stem can stand for a name: three letters, or two Hangul syllables or Han characters."""
    return len(stem) >= (_STEM_LEAST if stem.isascii() else 2)


def _stem(text: str, skeleton: str, dropped: Sequence[Designator]) -> Stem:
    classes = frozenset(kind for one in dropped for kind in one.classes)
    return Stem(text, skeleton, classes, frozenset(one.role for one in dropped))


def _apply(rules: Sequence[SpellingRule], text: str) -> str:
    for rule in rules:
        if rule.written in text:
            text = text.replace(rule.written, rule.folded)
    return text


def _sounded(folded: str) -> str:
    """Hangul in Latin letters; Cyrillic stays for the rules; any other script stays and so yields no skeleton."""
    return "".join(anyascii(one).lower() if "가" <= one <= "힣" else one for one in folded)
