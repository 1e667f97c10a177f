"""Records to groups of one launch: the strongest evidence first, and nothing joined that a publisher keeps apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from geo.association.evidence import MOST_DAYS_APART, Link, days_between, weigh
from geo.association.operations import one_operation
from geo.association.profile import Profile


@dataclass(frozen=True, slots=True)
class Bond:
    """Two records linked, or found to fit and kept apart; `note` is the rule that joined records of one publisher."""

    one: Profile
    other: Profile
    link: Link
    note: str = ""

    @property
    def order(self) -> tuple[int, str, str]:
        return -self.link.score, self.one.id, self.other.id


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one launch by id, the bonds that made it, and those that would have joined it to another."""

    members: tuple[Profile, ...]
    bonds: tuple[Bond, ...] = ()
    refused: tuple[Bond, ...] = ()

    @property
    def publishers(self) -> tuple[str, ...]:
        return tuple(sorted({each.publisher for each in self.members}))


def group(records: Sequence[Profile]) -> tuple[Group, ...]:
    """Groups, in the order of their first record's id; the order of the records changes nothing."""
    groups = {each.id: Group((each,)) for each in sorted(records, key=lambda each: each.id)}
    for bond in sorted(_bonds(records), key=lambda bond: bond.order):
        left, right = groups[bond.one.id], groups[bond.other.id]
        if left is right:
            continue
        allowed, note = _may_join(left, right)
        for member in _settle(left, right, bond, note) if allowed else ():
            groups[member[0]] = member[1]
        if not allowed:
            for side in (left, right):
                kept = Group(side.members, side.bonds, (*side.refused, bond))
                groups |= {each.id: kept for each in side.members}
    unique = {found.members[0].id: found for found in groups.values()}
    return tuple(unique[name] for name in sorted(unique))


def _settle(left: Group, right: Group, bond: Bond, note: str) -> Iterator[tuple[str, Group]]:
    made = Bond(bond.one, bond.other, bond.link, note)
    members = tuple(sorted((*left.members, *right.members), key=lambda each: each.id))
    joined = Group(members, (*left.bonds, *right.bonds, made), (*left.refused, *right.refused))
    for each in members:
        yield each.id, joined


def _bonds(records: Sequence[Profile]) -> Iterator[Bond]:
    """Every pair near enough in days with enough evidence, two records of one publisher only by its own rule."""
    ordered = sorted(records, key=lambda each: (each.first, each.id))
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.first - one.last > timedelta(days=MOST_DAYS_APART):
                break
            if one.record.country != other.record.country or days_between(one, other) > MOST_DAYS_APART:
                continue
            link = weigh(one, other)
            if one.publisher == other.publisher and not one_operation(one, other, ()):
                continue
            if link.holds or one.publisher == other.publisher:
                first, second = sorted((one, other), key=lambda each: each.id)
                yield Bond(first, second, link)


def _may_join(left: Group, right: Group) -> tuple[bool, str]:
    """Whether no record of one group tells a launch apart from the other, and why one publisher's records may meet."""
    members = (*left.members, *right.members)
    notes = []
    for one in left.members:
        for other in right.members:
            if one.publisher != other.publisher:
                if weigh(one, other).excludes:
                    return False, ""
            elif why := one_operation(one, other, members):
                notes.append(why)
            else:
                return False, ""
    return True, "; ".join(dict.fromkeys(notes))
