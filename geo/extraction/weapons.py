"""What was fired, how many, from what, and how it went."""

import re
from collections.abc import Iterator
from dataclasses import replace

from geo.extraction.hits import Hit
from geo.extraction.lexicon import Lexicon, Weapon
from geo.extraction.phrases import Found, words_between
from geo.extraction.quantities import bounds, parse_number, qualifier_before
from geo.extraction.rules import Rule
from geo.model.claim import Attribute, Scope, ScopeKind
from geo.model.quantity import Qualifier, Quantity, Unit
from geo.model.weapon import MissileClass, MissileType, Outcome, OutcomeKind, Platform, PlatformKind

# A class this wide says nothing of its own when "the" goes before it.
_VESSELS = {PlatformKind.SUBMARINE, PlatformKind.SHIP}
_WIDE = {MissileClass.PROJECTILE, MissileClass.MISSILE, MissileClass.ROCKET}
VILLAGE = re.compile(r"-(?:ri|dong|gun|up)\b")  # Musudan-ri is where, not what
_MODEL = re.compile(r"[- ]?(?:\d{1,3}[A-Za-z]{0,2}(?:-\d{1,3})?|[IVX]{1,4})\b")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|said)\s(?:(?:unidentified|same|latest)\s)?\Z", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|no|neither|nor|never|without|rather than|instead of)\s(?:\w{1,12}\s){0,3}\Z", re.IGNORECASE
)
_WHETHER = re.compile(r"\bwhether (?:it|they) (?:was|were|is|are)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:whether|unclear|not clear|if)\b", re.IGNORECASE)
_LEFT = re.compile(
    r"\b(?:from|left|aboard|using|by|on|off|via)\s(?:an?\s|the\s)?(?:[\w-]{1,14}\s){0,2}\Z", re.IGNORECASE
)
_SERVED = re.compile(r"[^.;]{0,40}\b(?:served as|launch platform|(?:was|were) used)", re.IGNORECASE)
_DIGITS = re.compile(r"(?<![\w.,:/$-])(\d{1,3}(?:,\d{3})?)(?![\w:/%]|\.\d)")
_DIGIT = re.compile(r"\d")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\Z")
AFTER_NOUN = re.compile(
    r"\s(?:tests?|launch|launches|launching|firings?|programs?|programmes?|warheads?|drills?|defen[cs]es?|units?|engines?"
    r"|exercises?|attacks?|threats?|capabilit\w+|technolog\w+|development)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:number|figure|total|tally|count)\b(?: of [\w -]{1,30})? (?:at|to) (?:[a-z]+ ){0,3}\Z", re.IGNORECASE
)
_LENGTH_AFTER = re.compile(r"[ -]?(?:km|kilo|mi|second|minute|hour|metre|meter|percent|%)", re.IGNORECASE)
_ELLIPSIS = re.compile(
    r" (?:of them )?(?:(?:had|have|were) (?:been |all )?"
    r"(?:come|fallen|flown|fired|launched|test-fired|counted|detected|confirmed|tracked|identified|observed)"
    r"|(?:left|flew from|were from) (?:the |an? )?(?=[A-Z])|flew\b|came down\b|splashed down\b)"
)
_ATTEMPTED = re.compile(
    r"\b(?:attempts?|attempted|try|tries|trying|tried|bid|efforts?|aim(?:s|ed|ing)?|plans?|planned|intend(?:s|ed)?|hop(?:es?|ed|ing)"
    r"|wants?|meant|ability|designed|pledg\w+|vow(?:s|ed)?)\s(?:to|at|of)\s[^.;,]{0,40}\Z",
    re.IGNORECASE,
)
_SAILED = re.compile(r"[^.;]{0,50}\b(?:fired|launched|test-fired|test-launched)\b")
_MISSION = re.compile(r"\bmission\b", re.IGNORECASE)
_FAILED_TO = re.compile(r"\bun\Z|\b(?:fail\w*|unable) to [^.;,]{0,70}\Z", re.IGNORECASE)
_BREAKING = re.compile(r"br(?:o|ea)k\w* (?:up|apart)|disintegrat", re.IGNORECASE)
_DESCENDING = re.compile(
    r"[^.;,]{0,25}\b(?:before (?:it )?(?:dropp|fall|fell|land|splash|hitting|hit|com|plung)"
    r"|on re-?entry|as (?:it|they) (?:re-?entered|came down|descended|fell))",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"[\"“]?(?:it|they|the (?:launch|test|flight|firing|mission))\b", re.IGNORECASE)
_SINGLE = re.compile(r"\bsingle\s(?:missile\s)?launch\b", re.IGNORECASE)
_HEDGE_REACH = 60
_APART = re.compile(r"[,.;]|\b(?:fired|launched|tested)\b")
_MARK = re.compile(r"[,.;:()]")
_COUNT_REACH = 60


def weapon_hits(text: str, lexicon: Lexicon, owner: str) -> Iterator[Hit]:
    """Missile types in order. `owner` is the launching country: another country's weapon is not its launch."""
    groups: list[list[Found[Weapon]]] = []
    for weapon in _weapons(text, lexicon):
        if groups and _is_partner(text, groups[-1], weapon):
            groups[-1].append(weapon)
        elif not _foreign(text, weapon, lexicon, owner):
            groups.append([weapon])
    hits = [hit for group in groups if (hit := _type_hit(text, group, lexicon)) is not None]
    named = {hit.value.missile_class for hit in hits if isinstance(hit.value, MissileType) and hit.value.name}
    for hit in hits:
        if isinstance(hit.value, MissileType) and (hit.value.name or hit.value.missile_class not in named):
            yield hit


def count_hits(text: str, lexicon: Lexicon, owner: str) -> Iterator[Hit]:
    """Numbers of missiles in so many words; "a missile" is no count, "the eighth test" neither.

    Each carries the kind counted as its scope; geo.extraction.parts decides whether it counts as a part.
    """
    told: set[int] = set()
    for weapon in _counted_words(text, lexicon):
        hit = None if AFTER_NOUN.match(text, weapon.end) else _count(text, weapon.start, weapon.end, lexicon)
        if hit is not None and hit.start not in told and not _foreign(text, weapon, lexicon, owner):
            told.add(hit.start)
            yield replace(hit, scope=Scope(ScopeKind.KIND, of=str(weapon.value.missile_class)))
    yield from _totals(text, lexicon)
    for match in _SINGLE.finditer(text):
        quantity = Quantity(1, 1, Qualifier.EXACT, Unit.MISSILES, match.group())
        yield Hit(Attribute.COUNT, quantity, match.start(), match.end(), Rule.COUNT_SINGLE)


def platform_hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    for found in lexicon.platforms.find(text):
        before = text[max(0, found.start - 60) : found.start]
        if _NEGATED.search(before) or _OPEN.search(before) or text[found.end : found.end + 1] == "-":
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
        before = text[max(0, found.start - 40) : found.start]
        flight = _MISSION.search(text) or "orbit" in found.words.lower() or _about_flight(text, lexicon)
        unreal = _NEGATED.search(before) or _OPEN.search(before) or _ATTEMPTED.search(before)
        if unreal or not flight or _on_reentry(text, found):
            continue
        hedged = is_hedged(text, found.start, found.end, lexicon)
        kind, rule = found.value, Rule.OUTCOME_WORDS
        if kind is OutcomeKind.SUCCESS and _FAILED_TO.search(text[max(0, found.start - 90) : found.start]):
            kind, rule = OutcomeKind.FAILURE, Rule.OUTCOME_NEGATED
        yield Hit(Attribute.OUTCOME, Outcome(kind, hedged, found.words), found.start, found.end, rule, hedged)


def _on_reentry(text: str, found: Found[OutcomeKind]) -> bool:
    """A warhead or a stage that broke up on its way down is not said to have failed."""
    return bool(_BREAKING.match(found.words) and _DESCENDING.match(text, found.end))


def is_hedged(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """A hedge before the words in the same clause, or right after them ("is believed to be")."""
    opens = max(0, start - _HEDGE_REACH)
    clause = max(opens, text.rfind(";", opens, start) + 1)
    found = lexicon.hedges.within(text, clause, start)
    # "May" is a month unless it opens the sentence as a verb never does.
    return any(hedge.words[0].islower() or hedge.start == 0 for hedge in found if hedge.words != "May")


def _weapons(text: str, lexicon: Lexicon) -> list[Found[Weapon]]:
    titles = [alias for alias in lexicon.aliases.find(text) if " " in alias.words]  # a newspaper is no missile
    named = [
        _numbered(text, found)
        for found in lexicon.designations.find(text)
        if not any(title.start <= found.start < title.end for title in titles) and not VILLAGE.match(text, found.end)
    ]
    taken = [(found.start, found.end) for found in named]
    plain = [w for w in lexicon.weapons.find(text) if not any(a <= w.start < b for a, b in taken)]
    return sorted([*named, *plain], key=lambda found: found.start)


def _counted_words(text: str, lexicon: Lexicon) -> list[Found[Weapon]]:
    """What a number may count: words for missiles, then designations ("four Bulavas")."""
    return [*lexicon.weapons.find(text), *(found for found in _weapons(text, lexicon) if found.value.name)]


def _numbered(text: str, found: Found[Weapon]) -> Found[Weapon]:
    """Takes the number of a series along: "Unha" in "Unha-3"."""
    match = _MODEL.match(text, found.end) if found.value.numbered else None
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
    return len(gap) <= 30 and not re.search(r"\b(?:and|or|than|from|not|before|after|since|with)\b", gap)


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
        or (wide and _DEFINITE.search(before))
    ):
        return None
    hedged = is_hedged(text, start, end, lexicon)
    rule = Rule.TYPE_NAME if name else Rule.TYPE_WORDS
    value = MissileType(missile_class, name, hedged, text[start:end])
    return Hit(Attribute.MISSILE_TYPE, value, start, end, rule, hedged)


def _class_of(said: MissileClass | None, usual: MissileClass | None) -> MissileClass:
    """The class in words; the designation's usual class only where the words give none of their own."""
    if said is None or (said in _WIDE and usual is not None):
        return usual or MissileClass.MISSILE
    return said


def _foreign(text: str, weapon: Found[Weapon], lexicon: Lexicon, owner: str) -> bool:
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


def _count(text: str, start: int, end: int, lexicon: Lexicon) -> Hit | None:
    opens = max(0, start - _COUNT_REACH)
    options = [(f.start, f.end, f.value.value, f.value.qualifier) for f in lexicon.numbers.within(text, opens, start)]
    options += [
        (m.start(1), m.end(1), parse_number(m[1]), Qualifier.EXACT)
        for m in _DIGITS.finditer(text, opens, start)
        if _is_count(text, m) and not _LENGTH_AFTER.match(text, m.end(1), start)
    ]
    names = lexicon.designations.within(text, opens, start) if options else ()
    for number_start, number_end, value, qualifier in sorted(options, reverse=True):
        if any(name.start <= number_start < name.end for name in names):
            continue
        if _belongs(text, number_end, start, lexicon):
            return _counted(text, number_start, end, value, qualifier, Rule.COUNT_NOUN, lexicon)
    return None


def _totals(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Numbers whose noun is not said again: "put the number at 18", "no fewer than 17 had been fired"."""
    options = [(f.start, f.end, f.value.value, f.value.qualifier) for f in lexicon.numbers.find(text)]
    if _DIGIT.search(text):
        options += [(m.start(1), m.end(1), parse_number(m[1]), Qualifier.EXACT) for m in _DIGITS.finditer(text)]
    for start, end, value, qualifier in sorted(options):
        told = _TOTAL.search(text[max(0, start - 80) : start]) and not _LENGTH_AFTER.match(text, end)
        if told or (value > 1 and _ELLIPSIS.match(text, end)):
            rule = Rule.COUNT_TOTAL if told else Rule.COUNT_VERB
            yield _counted(text, start, end, value, qualifier, rule, lexicon)


def _is_count(text: str, match: re.Match[str]) -> bool:
    return not _MONTH.search(text[max(0, match.start() - _COUNT_REACH) : match.start()]) and parse_number(match[1]) > 0


def _belongs(text: str, end: int, noun: int, lexicon: Lexicon) -> bool:
    """Only adjectives and quotation marks stand between a number and its noun."""
    return (
        text[end] != "-"
        and len(words_between(text, end, noun)) <= 5
        and not _MARK.search(text, end, noun)
        and not lexicon.stops.within(text, end, noun)
    )


def _counted(text: str, start: int, end: int, value: float, qualifier: Qualifier, rule: Rule, lexicon: Lexicon) -> Hit:
    opens = start
    if qualifier is Qualifier.EXACT:
        qualifier, opens = qualifier_before(text, start, lexicon)
    lower, upper = bounds(qualifier, value, value)
    if qualifier is Qualifier.SEVERAL:
        lower, upper = value, float("inf")
    return Hit(Attribute.COUNT, Quantity(lower, upper, qualifier, Unit.MISSILES, text[opens:end]), opens, end, rule)


def _about_flight(text: str, lexicon: Lexicon) -> bool:
    if _PRONOUN.match(text) or lexicon.weapons.find(text) or lexicon.designations.find(text):
        return True
    return any(
        found.value == "noun" or found.words.lower() not in {"left", "sent", "identified"}
        for found in lexicon.launches.find(text)
    )
