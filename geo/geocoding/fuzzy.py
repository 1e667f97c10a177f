"""One slip of the pen: which name of a country a name that nobody wrote down is meant for."""

from collections.abc import Iterator

from geo.geocoding.gazetteer import PHONETIC_COUNTRIES, Gazetteer, Reading, Tier
from geo.geocoding.romanisation import fold, key

SHORTEST = 6  # letters of the skeleton; shorter Korean names differ by one letter too often
_VOWELS = frozenset("aeiouyw")
_SLIPS = frozenset("hknl")  # letters that press spellings lose or add: Donchang-ri, Tongchang-ri


def misspelt(name: str, country: str, gazetteer: Gazetteer) -> Reading | None:
    """The entries of a country whose name sounds one slip away from `name`; None when there are none.

    A slip is a vowel for a vowel, or one letter lost or added: a vowel, h, k, n, l or a doubled
    letter. A consonant for another is another name: Kangdong is not Kangsong. Latin letters only,
    SHORTEST and more of them on either side, and only in countries whose names are kept by their sound; the
    caller decides whether what is found is one place.
    """
    folded = fold(name)
    asked = key(gazetteer.spelling.skeleton(folded)) if folded.isascii() else ""
    if country not in PHONETIC_COUNTRIES or len(asked) < SHORTEST or not asked.isalpha():
        return None
    matches = dict(_near(asked, country, gazetteer))
    return Reading(Tier.PHONETIC, gazetteer.spelling.stem(folded), matches) if matches else None


def is_one_slip(one: str, other: str) -> bool:
    """Whether two skeletons differ by one slip; equal ones do not differ."""
    short, long = sorted((one, other), key=len)
    if one == other or len(long) - len(short) > 1 or one[:1] != other[:1]:
        return False
    start = _shared(short, long)
    if len(short) == len(long):
        return short[start + 1 :] == long[start + 1 :] and {short[start], long[start]} <= _VOWELS
    extra = long[start]
    is_slip = extra in _VOWELS or extra in _SLIPS or extra == long[start - 1]
    return is_slip and short[start:] == long[start + 1 :]


def _near(asked: str, country: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    known = (text for text in _slips_of(asked) if (Tier.PHONETIC, text) in gazetteer.index)
    for text in sorted(text for text in known if len(text) >= SHORTEST and is_one_slip(asked, text)):
        names = gazetteer.index[Tier.PHONETIC, text]
        yield from ((one.entry_id, one.text) for one in names if gazetteer.entries[one.entry_id].country == country)


def _slips_of(asked: str) -> set[str]:
    """Every skeleton that may be one slip away: a few hundred, where the index has thousands."""
    places = range(1, len(asked))
    changed = (asked[:at] + vowel + asked[at + 1 :] for at in places if asked[at] in _VOWELS for vowel in _VOWELS)
    lost = (asked[:at] + asked[at + 1 :] for at in places)
    added = (
        asked[:at] + letter + asked[at:]
        for at in range(1, len(asked) + 1)
        for letter in _VOWELS | _SLIPS | {asked[at - 1]}
    )
    return {*changed, *lost, *added}


def _shared(short: str, long: str) -> int:
    """How many letters both begin with."""
    return next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
