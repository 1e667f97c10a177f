"""Noun phrases that can speak: "South Korea's Joint Chiefs of Staff", "South Korean and Japanese officials"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from geo.extraction.lexicon import Lexicon

# What may stand between the parts of one noun phrase: possessives, adjectives, joint sources.
_LINK = re.compile(
    r"\.?\)?(?:['’]s?)?[,\s]*(?:(?:and|the|its|neighbo(?:u)?rs?|public|state-run|state|official|presidential|publication"
    r"|newspaper|broadcaster|news|agency|daily|deputy|senior|top|unnamed|anonymous|former|new|vice|local|an?|\()[\s,]*){0,5}\Z",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:\b(?:an?|the|its|their|our|unnamed|anonymous|informed|senior|local|earlier|public|state-run|official|top|one"
    r"|broadcaster|newspaper|publication|presidential)\s+){1,4}\Z",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"\b(?:its|their)\s(?:[a-z]+\s){0,2}\Z", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?<![\w.])([A-Z][a-z][\w-]*)\s\Z")
_DEMONYM = re.compile(r"(?:an|ese|ish|ic)\Z")
_BESIDE = 32
_NUMBER = re.compile(r"\b(?:two|three|four|five|several|\d) (?:senior |unnamed |anonymous |top )?\Z", re.IGNORECASE)
_TAIL = re.compile(r"(?:\s?\([A-Z]{2,8}\)|['’]s\s(?=\w)|\s(?:newspaper|news agency|daily|broadcaster|spokes\w{3,6}))?")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Characters `start` to `end` of a sentence that name one speaker, or several jointly.

    `bare` when only countries are named ("the North").
    """

    start: int
    end: int
    source_ids: tuple[str, ...]
    countries: tuple[str, ...]
    roles: tuple[str, ...]
    bare: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    country: str
    role: str


def noun_phrases(text: str, lexicon: Lexicon, context: tuple[str, ...]) -> tuple[NounPhrase, ...]:
    """Every phrase of the sentence that could speak, in order.

    `context` are the countries whose offices "the military" may mean when none is written with
    it, the likeliest first.
    """
    groups: list[list[_Atom]] = []
    for atom in _atoms(text, lexicon):
        if groups and len(groups[-1]) < 6 and _linked(text[max(each.end for each in groups[-1]) : atom.start]):
            groups[-1].append(atom)
        elif groups and _is_owner(text, groups[-1], atom):
            groups[-1].insert(-1, atom)  # "the ministry of South Korea" is South Korea's ministry
        else:
            groups.append([atom])
    return tuple(_in_order(text, groups, lexicon, context))


def _in_order(text: str, groups: list[list[_Atom]], lexicon: Lexicon, context: tuple[str, ...]) -> Iterator[NounPhrase]:
    """Phrases left to right: after "Japan's coast guard" the defence ministry is Japan's, but never the launcher's."""
    launcher = context[-1] if len(context) > 1 else ""
    for group in groups:
        phrase = _phrase(text, group, lexicon, context)
        yield phrase
        owns = text.startswith(("'s ", "’s "), phrase.end)  # "the U.S. Army's ATACMS": it is named, and does not speak
        if phrase.roles and not owns and len(phrase.countries) == 1 and phrase.countries[0] != launcher:
            context = (phrase.countries[0], *context)


def _linked(gap: str) -> bool:
    """Parts of one phrase: nothing but possessives, adjectives and "and" between; a comma only before "and"."""
    if len(gap) > 50 or not _LINK.match(gap):
        return False
    return "," not in gap or bool(re.search(r" and(?! the\b)", gap))


def _is_owner(text: str, group: list[_Atom], land: _Atom) -> bool:
    """The country after "of", or after "in" where none is told yet: "officials in Seoul", no "US army in Seoul"."""
    role = group[-1]
    gap = text[role.end : land.start] if role.role and land.country else ""
    return gap in {" of ", " of the "} or (gap == " in " and not any(atom.country for atom in group))


def _atoms(text: str, lexicon: Lexicon) -> list[_Atom]:
    roles = [_Atom(f.start, f.end, "", f.value) for f in lexicon.aliases.find(text)]
    taken = {at for atom in roles for at in range(atom.start, atom.end)}
    lands = [_Atom(f.start, f.end, f.value, "") for f in lexicon.countries.find(text) if f.start not in taken]
    return sorted(roles + lands, key=lambda atom: atom.start)


def _phrase(text: str, group: list[_Atom], lexicon: Lexicon, context: tuple[str, ...]) -> NounPhrase:
    opened = min(atom.start for atom in group)
    lead = _LEAD.search(text[max(0, opened - 40) : opened])
    start = opened - (lead.end() - lead.start() if lead else 0)
    return NounPhrase(
        start,
        _end_of(text, start, max(atom.end for atom in group)),
        tuple(dict.fromkeys(_ids(text, group, lexicon, context))),
        tuple(dict.fromkeys(atom.country for atom in group if atom.country)),
        tuple(atom.role for atom in group if atom.role),
        not any(atom.role for atom in group),
    )


def _end_of(text: str, start: int, end: int) -> int:
    """The end of a phrase with its abbreviation in brackets, or the word that says what it is ("newspaper")."""
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        return end + 1
    tail = _TAIL.match(text, end)
    words = tail.group().rstrip() if tail else ""
    return end if words.startswith(("'", "’")) else end + len(words)


def _ids(text: str, group: list[_Atom], lexicon: Lexicon, context: tuple[str, ...]) -> list[str]:
    """Source ids of a phrase from left to right: a role belongs to the countries written before it."""
    group = _numbered(text, group)
    own = _own_country(text, group, lexicon)
    if not own and _of_another(text, group, lexicon):
        if text[group[0].start].islower():
            return []
        context = ()
    context = (own, *context) if own else context
    ids: list[str] = []
    waiting: list[str] = []
    before: _Atom | None = None
    for atom, following in zip(group, [*group[1:], None], strict=True):
        if atom.country:
            waiting.append(atom.country)
        elif atom.role == "official" and following is not None and not text[atom.end : following.start].strip():
            continue  # an adjective: "the official Korean Central News Agency"
        elif (
            before is None
            or waiting
            or text[before.end : atom.start].strip(" )")
            or (atom.role, "") in lexicon.resolved
        ):
            ids.extend(_resolve(atom.role, waiting, lexicon, context, bool(own)))
            before, waiting = atom, []
        else:
            before = atom  # "White House officials" are the White House
    if ids and waiting and before is not None and text[before.end : before.end + 4] in {" of ", " in "}:
        ids.extend(_resolve(before.role, waiting, lexicon, context))  # "the militaries of South Korea and Japan"
    return ids or [lexicon.offices[country] for country in waiting if country in lexicon.offices]


def _numbered(text: str, group: list[_Atom]) -> list[_Atom]:
    """ "Three US officials" are unnamed people, not their government."""
    if len(group) > 2 or group[-1].role != "officials" or not _NUMBER.search(text, 0, group[0].start):
        return group
    return [*group[:-1], replace(group[-1], role="official")]


def _own_country(text: str, group: list[_Atom], lexicon: Lexicon) -> str:
    """The country of a bare office: of the person named beside it, else of "its" (the country named last before)."""
    if any(atom.country for atom in group):
        return ""
    start, end = group[0].start, group[-1].end
    window = max(0, start - _BESIDE)
    for person in lexicon.people.within(text, window, end + _BESIDE):
        gap = text[end : person.start] if person.start >= end else text[person.end : start]
        if not re.search(r"[.;:]|\b(?:and|said|but|while)\b", gap):
            return person.value
    lead = _POSSESSED.search(text[:start])
    lands = lexicon.countries.within(text, 0, lead.start()) if lead else ()
    return lands[-1].value if lands else ""


def _of_another(text: str, group: list[_Atom], lexicon: Lexicon) -> bool:
    """ "The Ruritanian navy": the office of a country the data do not know is nobody else's."""
    if any(atom.country for atom in group):
        return False
    word = _ADJECTIVE.search(text[: group[0].start])
    if word is None or lexicon.between.find(word[1]) or lexicon.not_places.find(word[1]) or _LEAD.match(word[1] + " "):
        return False
    return word.start() > 0 or bool(_DEMONYM.search(word[1]))


def _resolve(
    role: str, countries: list[str], lexicon: Lexicon, context: tuple[str, ...], sure: bool = False
) -> list[str]:
    """Ids of a role for each country named with it; a name that needs no country ignores them.

    `sure` when the first country of `context` is that of the office itself.
    """
    own = [lexicon.resolved[(role, c)] for c in countries if (role, c) in lexicon.resolved]
    if own:
        return own
    if countries and (role, "") not in lexicon.resolved:
        return [lexicon.offices[country] for country in countries if country in lexicon.offices]
    order = (context[0], "", *context[1:]) if sure else ("", *context)
    for place, country in enumerate(order):
        stated = not country or role not in lexicon.dependent or (sure and place == 0)
        if (role, country) in lexicon.resolved and stated:
            return [lexicon.resolved[(role, country)]]
    return []
