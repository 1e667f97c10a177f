"""Records to groups of one launch: the strongest evidence first, and nothing joined that a publisher keeps apart."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from geo.association.evidence import MOST_DAYS_APART, Link, days_between, weigh, with_only_records
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
    def order(self) -> tuple[bool, int, str, str]:
        """Telling evidence first, then the score."""
        return self.link.weak, -self.link.score, self.one.id, self.other.id


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one launch by id, the bonds that made it, and those that would have joined it to another."""

    members: tuple[Profile, ...]
    bonds: tuple[Bond, ...] = ()
    refused: tuple[Bond, ...] = ()

    @property
    def country(self) -> str:
        return self.members[0].record.country


def group(records: Sequence[Profile]) -> tuple[Group, ...]:
    """Groups, in the order of their first record's id; the order of the records changes nothing."""
    groups = {each.id: Group((each,)) for each in sorted(records, key=lambda each: each.id)}
    bonds = sorted(_bonds(records), key=lambda bond: bond.order)
    ends: dict[str, list[Bond]] = {}
    for bond in bonds:
        ends.setdefault(bond.one.id, []).append(bond)
        ends.setdefault(bond.other.id, []).append(bond)
    for bond in bonds:
        left, right = groups[bond.one.id], groups[bond.other.id]
        if left is right:
            continue
        allowed, note = _may_join(left, right)
        if allowed and not (bond.link.weak and _has_rival(bond, left, right, groups, ends)):
            joined = _joined(left, right, replace(bond, note=note))
            groups |= {each.id: joined for each in joined.members}
        else:
            for side in (left, right):
                kept = replace(side, refused=(*side.refused, bond))
                groups |= {each.id: kept for each in side.members}
    unique = {found.members[0].id: found for found in groups.values()}
    return tuple(unique[name] for name in sorted(unique))


def _has_rival(
    bond: Bond, left: Group, right: Group, groups: Mapping[str, Group], ends: Mapping[str, Sequence[Bond]]
) -> bool:
    """Whether a record that fits by its day alone fits another launch as well, told apart from this one."""
    own = {each.id for each in (*left.members, *right.members)}
    near = (each for name in own for each in ends[name] if each.link.score >= bond.link.score)
    beyond = {name for each in near for name in (each.one.id, each.other.id)} - own
    together = Group((*left.members, *right.members))
    return any(not _may_join(together, groups[name])[0] for name in sorted(beyond))


def _joined(left: Group, right: Group, bond: Bond) -> Group:
    members = tuple(sorted((*left.members, *right.members), key=lambda each: each.id))
    return Group(members, (*left.bonds, *right.bonds, bond), (*left.refused, *right.refused))


def _bonds(records: Sequence[Profile]) -> Iterator[Bond]:
    """Every pair near enough in days with enough evidence, two records of one publisher only by its own rule."""
    ordered = sorted(records, key=lambda each: (each.first, each.id))
    told = Counter((each.listing, each.printed) for each in records)
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.first - one.last > timedelta(days=MOST_DAYS_APART):
                break
            if one.record.country != other.record.country or days_between(one, other) > MOST_DAYS_APART:
                continue
            if one.shares_list(other) and not one_operation(one, other, ()):
                continue
            link = weigh(one, other)
            if not link.holds and _only_records(one, other, link, told):
                link = with_only_records(link)
            if link.holds or one.shares_list(other):
                first, second = sorted((one, other), key=lambda each: each.id)
                yield Bond(first, second, link)


def _may_join(left: Group, right: Group) -> tuple[bool, str]:
    """Whether no record of one group tells a launch apart from the other, and why one publisher's records may meet."""
    members = (*left.members, *right.members)
    notes = []
    for one in left.members:
        for other in right.members:
            if not one.shares_list(other):
                if weigh(one, other).excludes:
                    return False, ""
            elif why := one_operation(one, other, members):
                notes.append(why)
            else:
                return False, ""
    return True, "; ".join(dict.fromkeys(notes))


def _only_records(one: Profile, other: Profile, link: Link, told: Mapping[tuple[str, str], int]) -> bool:
    """Whether two lists print the same date, each once and without a time, and no kind of weapon parts them."""
    if "same day" not in link.names or link.excludes or one.times or other.times or one.printed != other.printed:
        return False
    return all(each.listing and each.dated and told[each.listing, each.printed] == 1 for each in (one, other))
