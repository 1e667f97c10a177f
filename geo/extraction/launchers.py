"""Who launches: the country a report tells of, and the agent of a word of launching."""

import re
from collections import Counter
from collections.abc import Sequence

from geo.extraction.lexicon import Lexicon, Weapon
from geo.extraction.phrases import Found
from geo.extraction.segmentation import LONGEST_SENTENCE, Sentence

_CARRIED_OUT = {"conducted", "carried out"}  # with a noun of launching after it
_PLURALS = {"launches", "tests"}  # after a word for a missile: "data on missile launches"
_NEXT = 20  # a noun of launching stands right after its country
_OBJECT = 60  # characters after a word such as "sent" in which what is sent stands
# After a word of launching: what launches, not a launch.
HARDWARE = re.compile(
    r"(?:er|ing)?s? (?:vehicle|pad|site|station|ground|tube|platform|center|centre|complex)s?\b|ers?\b", re.IGNORECASE
)
_WITNESSED = {"detected", "identified", "tracked", "picked up"}  # done by those who watch, not by those who launch
_SUBJECT = 45  # characters in which a sentence names what it is about
_IT = re.compile(r"\bsa(?:id|ys) (?:it|they) (?:had |has |have )?(?:\w{2,12}ly )?\Z")
_BY = re.compile(r"(?:(?:was|were) )?[\w-]{4,14}(?: off| on \w{6,9}| early \w{6,9})? by (?:the )?")
_AGENT = 36  # characters from a word of launching to the country after "by"
_NEVER = re.compile(r"\b(?:not|never|n['’]t|without|nor|no longer)(?: \w+ly| yet| been)?\s\Z")


def launching_country(sentences: tuple[Sentence, ...], lexicon: Lexicon) -> str:
    """The country most often written right before a word of launching, the opening counting most.

    Without such words the country whose weapon is named or that is named most; "" for a text naming none.
    """
    votes: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for order, sentence in enumerate(sentences):
        weight = 3 if order < 4 else 1
        text = sentence.text[:LONGEST_SENTENCE]
        lands = lexicon.countries.find(text)
        weapons = lexicon.weapons.find(text) if lands else ()
        lands = tuple(land for land in lands if land.start >= sentence.body)
        launches = [each for each in lexicon.launches.find(text) if not _within(each, weapons)] if lands else []
        spoken_at = [cue.end for cue in lexicon.cues.find(text)] if launches else []
        for found in launches:
            reach = 12 if found.value == "noun" else 45
            spoken = [0, *(end for end in spoken_at if end <= found.start)]
            before = [land for land in lands if _reaches(text, land, found.start, reach) and land.start >= spoken[-1]]
            of_missile = found.value != "mover" or _names_weapon(text, found.end, lexicon)
            agent = _by(text, found.start, lexicon) or (before[-1].value if before else _itself(text, found, lands))
            if of_missile and found.words.lower() not in _WITNESSED and agent:
                votes[agent] += weight
        for weapon in lexicon.designations.find(text):
            named[weapon.value.country] += bool(weapon.value.country)
        for land in lands:
            named[land.value] += land.value in lexicon.states
    best = votes or _launchers(+named, lexicon)
    return best.most_common(1)[0][0] if best else ""


def _itself(text: str, found: Found[str], lands: Sequence[Found[str]]) -> str:
    """ "The US said it test-fired a missile": who speaks launches; "said it was fired" tells nobody."""
    told = _IT.search(text, 0, found.start)
    opening = [land for land in lands if told and land.end < told.start() and land.start < _SUBJECT]
    return opening[0].value if opening and not found.words.lower().startswith(("was", "were")) else ""


def _within(found: Found[str], weapons: Sequence[Found[Weapon]]) -> bool:
    """Part of a word for a missile: "submarine-launched" launches nothing."""
    return any(weapon.start <= found.start < weapon.end for weapon in weapons)


def _reaches(text: str, land: Found[str], at: int, reach: int) -> bool:
    """Close before a word of launching, in its clause: not "according to the South, the missile was fired"."""
    return 0 <= at - land.end <= reach and (", " not in text[land.end : at] or reach < _NEXT)


def _names_weapon(text: str, end: int, lexicon: Lexicon) -> bool:
    """ "Sent a missile", not "sent out an alert"."""
    near = (text, end, end + _OBJECT)
    return bool(lexicon.weapons.within(*near) or lexicon.designations.within(*near) or lexicon.launches.within(*near))


def _launchers(named: Counter[str], lexicon: Lexicon) -> Counter[str]:
    """Without a launching verb a country that watches others ("observer" of another) is no candidate."""
    watchers = {state.observer for state in lexicon.states.values() if state.observer != state.country}
    return Counter({country: count for country, count in named.items() if country not in watchers | {"US", "JP"}})


def tells_of_launch(text: str, lexicon: Lexicon, owner: str) -> bool:
    """A sentence in which the launching country, or nobody named, launches something."""
    found = lexicon.launches.find(text)
    nouns = [noun.start for noun in found if noun.value == "noun"]
    weapons = {weapon.end + 1 for weapon in lexicon.weapons.find(text)}
    verbs = [
        word
        for word in found
        if (word.value == "verb" and not (word.words.lower() in _PLURALS and word.start in weapons))
        or (word.words.lower() in _CARRIED_OUT and any(0 <= noun - word.end <= 80 for noun in nouns))
    ]
    return any(
        agent_of(text, verb.start, lexicon) in {"", owner}
        and not _NEVER.search(text[max(0, verb.start - 24) : verb.start])
        for verb in verbs
    )


def foreign_subject(text: str, lexicon: Lexicon, owner: str) -> str:
    """The country of the weapon that opens a sentence ("One of the South's Hyunmoo-2 missiles failed"), "" if ours."""
    for weapon in lexicon.designations.within(text, 0, _SUBJECT) if owner else ():
        lands = [land for land in lexicon.countries.within(text, 0, weapon.start) if weapon.start - land.end <= 3]
        if lands and lands[-1].value not in {"", owner} and weapon.value.country == lands[-1].value:
            return lands[-1].value
        break
    return ""


def agent_of(text: str, at: int, lexicon: Lexicon) -> str:
    """The country written close before a word of launching, or after "by"; "" when none is."""
    if told := _by(text, at, lexicon):
        return told
    window = max([0, at - 45, *(cue.end for cue in lexicon.cues.find(text) if cue.end <= at)])
    lands = [land for land in lexicon.countries.within(text, window, at) if "," not in text[land.end : at]]
    return lands[-1].value if lands else ""


def _by(text: str, at: int, lexicon: Lexicon) -> str:
    """The country in "fired by North Korea", the word of launching at character `at`."""
    lands = lexicon.countries.within(text, at, at + _AGENT) if " by " in text[at : at + _AGENT] else ()
    return lands[0].value if lands and _BY.fullmatch(text, at, lands[0].start) else ""
