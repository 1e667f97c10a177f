"""Why each record is on a launch, in sentences a reader can check; and which other launch it would have fitted."""

from collections.abc import Iterator, Mapping, Sequence

from geo.association.editions import Earlier
from geo.association.evidence import NEEDED
from geo.association.grouping import Bond, Group
from geo.association.parts import tells_whole_day


def reasons(
    group: Group, earlier: Mapping[str, tuple[Earlier, ...]], neighbours: Sequence[Group], names: Mapping[str, str]
) -> tuple[str, ...]:
    """Sentences in the order: links, runners-up, records of the whole day, earlier editions. `names` are event ids."""
    if len(group.members) == 1:
        alone = f"{group.members[0].title} alone tells of this launch."
        return (alone, *_refused(group, names), *_whole_day(group, neighbours, names), *_editions(earlier))
    links = (_link(bond) for bond in group.bonds)
    return (*links, *_refused(group, names), *_whole_day(group, neighbours, names), *_editions(earlier))


def _link(bond: Bond) -> str:
    told = f"{bond.one.title} and {bond.other.title}: {bond.link.words} (score {bond.link.score}, {NEEDED} needed)"
    return f"{told}; {bond.note}." if bond.note else f"{told}."


def _refused(group: Group, names: Mapping[str, str]) -> Iterator[str]:
    """For each record the strongest bond to another launch that a publisher's own telling forbade."""
    own = {each.id for each in group.members}
    seen: set[str] = set()
    for bond in sorted(group.refused, key=lambda bond: bond.order):
        here, there = (bond.one, bond.other) if bond.one.id in own else (bond.other, bond.one)
        if here.id in own and there.id not in own and here.id not in seen:
            seen.add(here.id)
            score = f"score {bond.link.score}"
            yield f"{here.title} would also fit {names[there.id]} ({score}); the publishers tell two launches."


def _whole_day(group: Group, neighbours: Sequence[Group], names: Mapping[str, str]) -> Iterator[str]:
    beside = [each for other in neighbours for each in other.members]
    for each in group.members:
        if tells_whole_day(each, group.members, beside):
            yield f"{each.title} speaks of the day's other launches too; it is kept here, where it fits best."
    for other in neighbours:
        rest = [each for each in (*group.members, *beside) if each not in other.members]
        for each in other.members:
            if tells_whole_day(each, other.members, rest):
                yield f"{each.title} speaks of the whole day; it is kept with {names[each.id]}."


def _editions(earlier: Mapping[str, tuple[Earlier, ...]]) -> Iterator[str]:
    for head, records in earlier.items():
        for each in records:
            edition = f"edition {each.record.record.edition} of {each.record.publisher}"
            yield f"{each.record.id} is the word of {edition} on {head}: {each.link.words} (score {each.link.score})."
