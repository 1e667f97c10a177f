"""What was fired, how many, from what, and how it went."""

import re
from collections.abc import Iterator

from geo.extraction.hits import Hit
from geo.extraction.lexicon import Effect, Lexicon, Weapon
from geo.extraction.phrases import Found, words_between
from geo.extraction.rules import Rule
from geo.model.claim import Attribute
from geo.model.weapon import MissileClass, MissileType, Outcome, OutcomeKind, Platform, PlatformKind

# A class this wide says nothing of its own when "the" goes before it.
_VESSELS = {PlatformKind.SUBMARINE, PlatformKind.SHIP}
_WIDE = {MissileClass.PROJECTILE, MissileClass.MISSILE, MissileClass.ROCKET}
VILLAGE = re.compile(r"-(?:ri|dong|gun|up)\b")  # Musudan-ri is where, not what
_MODEL = re.compile(r"[- ]?(?:\d{1,3}[A-Za-z]{0,2}(?:-\d{1,3})?|[IVX]{1,4})\b")
_THE_ROCKET = re.compile(r"\b[Tt]h(?:e|is|at)\s(?:[\w.-]+,?\s){0,3}\Z")
_LETTER = re.compile(r"(?<=\d)[A-Z][a-z]?\b")  # "Hwasong-16B"
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|said|\w{2,6}day['’]s)\s(?:(?:unidentified|same|latest)\s)?\Z", re.IGNORECASE
)
_NEGATED = re.compile(
    r"\b(?:not|no|neither|nor|never|without|rather than|instead of)\s(?:[\w-]{1,14}\s){0,3}\Z", re.IGNORECASE
)
# "The 11th ballistic missile this year", "its eighth known projectile launch": a rank, no value.
_RANKED = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th)|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)"
    r"\s(?:(?!an?\s|the\s)[a-z-]+\s){0,2}\Z"
)
_WHETHER = re.compile(r"\bwhether (?:it|they) (?:was|were|is|are)\b", re.IGNORECASE)
_LIKE = re.compile(r"\b(?:like|unlike|similar to|than)\s")  # what another missile is likened to is not its own name
_OPEN = re.compile(
    r"\b(?:whether|unclear|not clear|if|no (?:indication|evidence|sign|proof)|ruled out|unlikely)\b", re.IGNORECASE
)
# "Failed to issue a statement", "failed to stop": not how a flight went.
_FAILED_ELSE = re.compile(
    r" to (?:issue|agree|adopt|pass|reach (?:an |any )?(?:agreement|consensus|deal)|condemn|respond|stop|prevent|deter"
    r"|curb|detect|act|take|unite|approve|convince|notify|warn)\b"
)
_UNLIKE = re.compile(r"Unlike (?:the|its|an?) (?:[\w-]{3,20} ){0,2}")
_IS_ABLE = re.compile(
    r",? (?:(?:believed|thought|estimated|said) (?:to be )?)?(?:able|capable|which (?:can|could|has))\b"
)
_PORTRAYS = re.compile(r"\)?(?: (?:missile|rocket|ICBM)s?)? (?:is|are|has|have|can|could)\b")
_OPENS = re.compile(r"(?:(?:The|A|An|Its|Both) )?(?:[\w-]{3,20} ){0,2}")
_WHETHER_DEEMED = re.compile(r"\bwhether\b[^.;,]{0,70}\Z", re.IGNORECASE)
# "A medium-range missile base": what is kept or run there, not what was fired.
_KEPT = re.compile(r"\s(?:bases?|brigades?|regiments?|arsenals?|stockpiles?|factor(?:y|ies)|plants?)\b", re.IGNORECASE)
_ITSELF = re.compile(
    r"\b(?:it|they|which|both|(?:the )?(?:first|second|third|fourth|last|other)(?: one)?)(?: \w{2,12}){0,4} \Z",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:from|left|aboard|using|by|on|off|via)\s(?:an?\s|the\s)?(?:[\w-]{1,14}\s){0,2}\Z", re.IGNORECASE
)
_NO_PLATFORM = re.compile(r"-| (?:stations?|radars?|crews?|tracking|traffic|movements?)\b")
_SERVED = re.compile(r"[^.;]{0,40}\b(?:served as|launch platform|(?:was|were|have been) used)", re.IGNORECASE)
AFTER_NOUN = re.compile(
    r"\s(?:tests?|launch|launches|launching|firings?|programs?|programmes?|warheads?|drills?|defen[cs]es?|units?|engines?"
    r"|exercises?|attacks?|threats?|capabilit\w+|technolog\w+|development)\b",
    re.IGNORECASE,
)
_ATTEMPTED = re.compile(
    r"\b(?:attempts?|attempted|try|tries|trying|tried|bid|efforts?|aim(?:s|ed|ing)?|plans?|planned|intend(?:s|ed)?|hop(?:es?|ed|ing)"
    r"|wants?|meant|ability|designed|pledg\w+|vow(?:s|ed)?)\s"
    r"(?:(?:on|early|late|this|last) \w{3,9} )?(?:to|at|of)\s[^.;,]{0,70}\Z",
    re.IGNORECASE,
)
_SAILED = re.compile(r"[^.;]{0,50}\b(?:fired|launched|test-fired|test-launched)\b")
_NOTHING = re.compile(
    r"\b(?:no (?:new |such )?(?:object|satellite|payload)s?|nothing|did not|never)\s(?:\w{1,12}\s){0,4}\Z",
    re.IGNORECASE,
)
# "A successful underwater ejection": a step of a flight, not how the flight went.
_STEP = re.compile(
    r"\s(?:(?!after|before|during|at|upon|in\b)\w{1,14}\s){0,2}(?:ejection|separation|ignition|interception|intercept|deployment)\b",
    re.IGNORECASE,
)
_MISSION = re.compile(r"\b(?:mission|orbit)\b", re.IGNORECASE)
_FAILED_TO = re.compile(r"\bun\Z|\b(?:fail\w*|unable) to [^.;,]{0,70}\Z", re.IGNORECASE)
_BREAKING = re.compile(r"br(?:o|ea)k\w* (?:up|apart)|disintegrat", re.IGNORECASE)
_DESCENDING = re.compile(
    r"[^.;,]{0,25}\b(?:before (?:it )?(?:dropp|fall|fell|land|splash|hitting|hit|com|plung)"
    r"|on re-?entry|as (?:it|they) (?:re-?entered|came down|descended|fell))",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"[\"“]?(?:it|they|the (?:launch|test|flight|firing|mission))\b", re.IGNORECASE)
# "One suspected ICBM and two short-range missiles": the adjective goes with its own noun.
_ADJECTIVES = {"suspected", "possible", "apparent", "presumed", "purported", "supposed", "alleged", "probable"}
_AND_MORE = re.compile(r"\band (?:an? |one |two |three |four |five |six |\d|several |at least )")
_HEDGE_REACH = 60
_APART = re.compile(r"[,.;]|\b(?:fired|launched|tested)\b")


def weapon_hits(text: str, lexicon: Lexicon, owner: str) -> Iterator[Hit]:
    """Missile types in order. `owner` is the launching country: another country's weapon is not its launch."""
    groups: list[list[Found[Weapon]]] = []
    others = -2  # where another country's weapon ended: "Kinzhal hypersonic missiles" are no two weapons
    for weapon in weapons_in(text, lexicon):
        if weapon.start == others + 1:
            continue
        if is_foreign(text, weapon, lexicon, owner):
            others = weapon.end
        if groups and _is_partner(text, groups[-1], weapon):
            groups[-1].append(weapon)
        elif weapon.end != others:
            groups.append([weapon])
    hits = [hit for group in groups if (hit := _type_hit(text, group, lexicon)) is not None]
    named = [
        (hit.start, hit.value.missile_class) for hit in hits if isinstance(hit.value, MissileType) and hit.value.name
    ]
    for hit in hits:
        kind = hit.value.missile_class if isinstance(hit.value, MissileType) else None
        again = any(kind is other and not _LIKE.search(text, hit.end, max(hit.end, at)) for at, other in named)
        if hit.start in {at for at, _ in named} or not again:
            yield hit


def platform_hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    for found in lexicon.platforms.find(text):
        before = text[max(0, found.start - 60) : found.start]
        if _NEGATED.search(before) or _OPEN.search(before) or _NO_PLATFORM.match(text, found.end):
            continue
        sailed = found.value.kind in _VESSELS and _SAILED.match(text, found.end)
        used = sailed or not found.value.needs_from or _LEFT.search(before) or _SERVED.match(text, found.end)
        named = found.value.needs_from and text[found.end :].lower().startswith(" missile")
        if used and not named and not AFTER_NOUN.match(text, found.end):
            hedged = is_hedged(text, found.start, found.end, lexicon)
            value = Platform(found.value.kind, hedged, found.words)
            yield Hit(Attribute.PLATFORM, value, found.start, found.end, Rule.PLATFORM_WORDS, hedged)


def outcome_hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """How the flight went; a word in the negative or about what is planned is no outcome."""
    for found in lexicon.outcomes.find(text):
        before = text[max(0, found.start - 90) : found.start]
        flight = _MISSION.search(text) or "orbit" in found.words.lower() or _about_flight(text, found.start, lexicon)
        hoped = found.value is not OutcomeKind.FAILURE  # an attempt that failed did fail
        unreal = _is_unreal(before) or (hoped and _ATTEMPTED.search(before))
        nothing = "orbit" in found.words.lower() and _NOTHING.search(before)
        if nothing:
            value = Outcome(OutcomeKind.FAILURE, False, found.words)
            yield Hit(Attribute.OUTCOME, value, found.start, found.end, Rule.OUTCOME_NEGATED)
        if nothing or unreal or not flight or _of_other_things(text, found):
            continue
        hedged = is_hedged(text, found.start, found.end, lexicon)
        kind, rule = found.value, Rule.OUTCOME_WORDS
        if kind is OutcomeKind.SUCCESS and _FAILED_TO.search(text[max(0, found.start - 90) : found.start]):
            kind, rule = OutcomeKind.FAILURE, Rule.OUTCOME_NEGATED
        yield Hit(Attribute.OUTCOME, Outcome(kind, hedged, found.words), found.start, found.end, rule, hedged)


def _is_unreal(before: str) -> bool:
    """Words that deny what follows them, or leave it open."""
    return any((_NEGATED.search(before), _OPEN.search(before[-40:]), _WHETHER_DEEMED.search(before)))


def _of_other_things(text: str, found: Found[OutcomeKind]) -> bool:
    """A step of a flight, people who failed, or a warhead or stage that broke up on its way down."""
    reentry = _BREAKING.match(found.words) and _DESCENDING.match(text, found.end)
    return bool(reentry or _STEP.match(text, found.end) or _FAILED_ELSE.match(text, found.end))


def is_hedged(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """A hedge before the words in the same clause, or right after them ("is believed to be")."""
    opens = max(0, start - _HEDGE_REACH)
    clause = max(opens, text.rfind(";", opens, start) + 1)
    found = lexicon.hedges.within(text, clause, start)
    found = tuple(
        hedge for hedge in found if not (hedge.words in _ADJECTIVES and _AND_MORE.search(text, hedge.end, start))
    )
    found = tuple(h for h in found if not (text[: h.start].rstrip().endswith(",") and ", " in text[h.end : start]))
    # "May" is a month unless it opens the sentence as a verb never does.
    return any(hedge.words[0].islower() or hedge.start == 0 for hedge in found if hedge.words != "May")


def weapons_in(text: str, lexicon: Lexicon) -> list[Found[Weapon]]:
    titles = [alias for alias in lexicon.aliases.find(text) if " " in alias.words]  # a newspaper is no missile
    named = [
        _numbered(text, found)
        for found in lexicon.designations.find(text)
        if not any(title.start <= found.start < title.end for title in titles) and not VILLAGE.match(text, found.end)
    ]
    taken = [(found.start, found.end) for found in named]
    plain = [w for w in lexicon.weapons.find(text) if not any(a <= w.start < b for a, b in taken)]
    return sorted([*named, *plain], key=lambda found: found.start)


def _numbered(text: str, found: Found[Weapon]) -> Found[Weapon]:
    """Takes the number of a series along: "Unha" in "Unha-3"."""
    match = (_MODEL if found.value.numbered else _LETTER).match(text, found.end)
    end = match.end() if match else found.end
    plural = not match and text[:end].endswith("s") and not found.value.name.endswith("s")
    value = Weapon(found.value.missile_class, text[found.start : end - plural], found.value.country)
    return Found(found.start, end, text[found.start : end], value)


def _is_partner(text: str, group: list[Found[Weapon]], other: Found[Weapon]) -> bool:
    """Does the word go with those before it: "the Hwasong-14 intercontinental ballistic missile (ICBM)"?"""
    gap = text[group[-1].end : other.start]
    if any(weapon.value.missile_class is other.value.missile_class for weapon in group) and gap.strip() == "(":
        return True
    named = any(weapon.value.name for weapon in group)
    return named != bool(other.value.name) and len(group) < 3 and _joins(gap)


def _joins(gap: str) -> bool:
    """Short stretches that keep a name and its class together: apposition, "named the", "is an"."""
    return len(gap) <= 30 and not re.search(
        r"\b(?:and|or|than|from|not|before|after|since|with|like|unlike|similar)\b", gap
    )


def _type_hit(text: str, group: list[Found[Weapon]], lexicon: Lexicon) -> Hit | None:
    start, end = group[0].start, group[-1].end
    end += text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")"
    named = next((weapon.value for weapon in group if weapon.value.name), None)
    plain = next((weapon.value for weapon in group if not weapon.value.name), None)
    missile_class = _class_of(plain.missile_class if plain else None, named.missile_class if named else None)
    name = named.name if named else ""
    before = text[max(0, start - 30) : start]
    wide = missile_class in _WIDE and not name
    if (
        missile_class is MissileClass.MISSILE
        or _WHETHER.search(before)
        or _NEGATED.search(before)
        or before.lower().endswith("non-")
        or (not name and _KEPT.match(text, end))
        or _is_portrait(text, start, end, lexicon)
        or (not name and _RANKED.search(before))
        or (wide and _DEFINITE.search(before))
        or (missile_class is MissileClass.ROCKET and not name and _THE_ROCKET.search(before))
    ):
        return None
    last = max(weapon.start for weapon in group)  # "the ICBM, believed to be the Hwasong-17"
    hedged = is_hedged(text, last, end, lexicon)
    rule = Rule.TYPE_NAME if name else Rule.TYPE_WORDS
    value = MissileType(missile_class, name, hedged, text[start:end])
    return Hit(Attribute.MISSILE_TYPE, value, start, end, rule, hedged)


def _is_portrait(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """ "A Rodong has a range of 1,300 km", "Unlike the Musudan, able to fly 3,000 km": what such a missile can do."""
    if _UNLIKE.fullmatch(text, 0, start) and _IS_ABLE.match(text, end):
        return True
    if not _PORTRAYS.match(text, end) or _OPENS.fullmatch(text, 0, start) is None:
        return False
    able = any(found.value is Effect.POTENTIAL for found in lexicon.contexts.find(text))
    return able and not lexicon.launches.find(text) and not lexicon.landing.find(text)


def _class_of(said: MissileClass | None, usual: MissileClass | None) -> MissileClass:
    """The class in words; the designation's usual class only where the words give none of their own."""
    if said is None or (said in _WIDE and usual is not None):
        return usual or MissileClass.MISSILE
    return said


def is_foreign(text: str, weapon: Found[Weapon], lexicon: Lexicon, owner: str) -> bool:
    """Another country's weapon: "the Russian 9M723", "a South Korean SLBM test"."""
    if owner and weapon.value.country not in {"", owner}:
        return True
    opens = max(0, weapon.start - 30)
    lands = lexicon.countries.within(text, opens, weapon.start)
    near = [
        land
        for land in lands
        if len(words_between(text, land.end, weapon.start)) <= 2
        and not lexicon.cues.within(text, land.end, weapon.start)
    ]
    adjective = [land for land in near if not _APART.search(text[land.end : weapon.start])]
    return bool(adjective and owner and adjective[-1].value != owner)


def _about_flight(text: str, at: int, lexicon: Lexicon) -> bool:
    if (
        _PRONOUN.match(text)
        or _ITSELF.search(text, 0, at)
        or lexicon.weapons.find(text)
        or lexicon.designations.find(text)
    ):
        return True
    return any(
        found.value == "noun" or found.words.lower() not in {"left", "sent", "identified"}
        for found in lexicon.launches.find(text)
    )
