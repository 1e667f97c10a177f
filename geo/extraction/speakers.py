"""Noun phrases that can speak: "South Korea's Joint Chiefs of Staff", "South Korean and Japanese officials"."""

import re
from dataclasses import dataclass

from geo.extraction.lexicon import Lexicon

# What may stand between the parts of one noun phrase: possessives, adjectives, joint sources.
_LINK = re.compile(
    r"\.?(?:['’]s?)?[,\s]*(?:(?:and|the|its|neighbo(?:u)?rs?|public|state-run|state|official|presidential|publication"
    r"|newspaper|broadcaster|news|agency|daily|deputy|senior|top|unnamed|anonymous|former|new|vice|local|an?|\()[\s,]*){0,5}\Z"
)
_LEAD = re.compile(
    r"(?:\b(?:an?|the|its|their|our|unnamed|anonymous|informed|senior|local|earlier|public|state-run|official|top|one"
    r"|broadcaster|newspaper|publication|presidential)\s+){1,4}\Z",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:\s?\([A-Z]{2,8}\)|['’]s\s(?=\w)|\s(?:newspaper|news agency|daily|broadcaster|spokes\w{3,6}))?")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Characters `start` to `end` of a sentence that name one speaker, or several jointly.

    `bare` when only countries are named ("the North"); `anonymous` when the originator is.
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


def noun_phrases(text: str, lexicon: Lexicon, context: str) -> tuple[NounPhrase, ...]:
    """Every phrase of the sentence that could speak, in order.

    `context` is the country whose offices "the military" means when none is written with it.
    """
    groups: list[list[_Atom]] = []
    for atom in _atoms(text, lexicon):
        if groups and len(groups[-1]) < 6 and _linked(text[groups[-1][-1].end : atom.start]):
            groups[-1].append(atom)
        else:
            groups.append([atom])
    return tuple(_phrase(text, group, lexicon, context) for group in groups)


def _linked(gap: str) -> bool:
    """Parts of one phrase: nothing but possessives, adjectives and "and" between; a comma only before "and"."""
    if len(gap) > 50 or not _LINK.match(gap):
        return False
    return "," not in gap or " and" in gap


def _atoms(text: str, lexicon: Lexicon) -> list[_Atom]:
    roles = [_Atom(f.start, f.end, "", f.value) for f in lexicon.aliases.find(text)]
    taken = {at for atom in roles for at in range(atom.start, atom.end)}
    lands = [_Atom(f.start, f.end, f.value, "") for f in lexicon.countries.find(text) if f.start not in taken]
    return sorted(roles + lands, key=lambda atom: atom.start)


def _phrase(text: str, group: list[_Atom], lexicon: Lexicon, context: str) -> NounPhrase:
    ids: list[str] = []
    waiting: list[str] = []
    for atom, following in zip(group, [*group[1:], None], strict=True):
        if atom.country:
            waiting.append(atom.country)
            continue
        if atom.role == "official" and following is not None and not text[atom.end : following.start].strip():
            continue  # an adjective: "the official Korean Central News Agency"
        ids.extend(_resolve(atom.role, waiting, lexicon, context))
        waiting = []
    if not ids:
        ids = [lexicon.offices[country] for country in waiting if country in lexicon.offices]
    lead = _LEAD.search(text[max(0, group[0].start - 40) : group[0].start])
    start = group[0].start - (lead.end() - lead.start() if lead else 0)
    tail = _TAIL.match(text, group[-1].end)
    return NounPhrase(
        start,
        group[-1].end + (len(tail.group().rstrip()) if tail and not tail.group().startswith(("'", "’")) else 0),
        tuple(dict.fromkeys(ids)),
        tuple(dict.fromkeys(atom.country for atom in group if atom.country)),
        tuple(atom.role for atom in group if atom.role),
        not any(atom.role for atom in group),
    )


def _resolve(role: str, countries: list[str], lexicon: Lexicon, context: str) -> list[str]:
    """Ids of a role for each country named with it; a name that needs no country ignores them."""
    own = [lexicon.resolved[(role, c)] for c in countries if (role, c) in lexicon.resolved]
    if own:
        return own
    for country in ("", context):
        if (role, country) in lexicon.resolved and not (country and role in lexicon.dependent):
            return [lexicon.resolved[(role, country)]]
    return []
