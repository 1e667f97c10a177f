"""When two records of one publisher are of one launch: parts it lists apart, and a second report of it."""

from collections.abc import Sequence
from datetime import timedelta

from geo.association.evidence import HOUR, km, minutes_between, same_distance
from geo.association.profile import Profile

# Times of one launch by two publishers are at most 15 minutes apart in the record (13 the widest).
COVERED = 15
_NEXT_DAY = timedelta(days=1)


def one_operation(one: Profile, other: Profile, others: Sequence[Profile]) -> str:
    """Why one publisher's two records are of one launch; "" when the publisher keeps two launches apart.

    Parts: the same day, at most an hour apart, and either the same place or a record of
    another publisher among `others` that tells both together. Second report: a record
    without a clock time that says nowhere else, of the same day, or of the day after a
    launch with a clock time and then with the same weapon or distance.
    """
    if not one.shares_list(other):
        return ""
    if second_report(one, other) or second_report(other, one):
        return "the same publisher's second report of it"
    if not _same_printed_day(one, other) or _hours_apart(one, other) or not _same_kind(one, other):
        return ""
    if _same_place(one, other):
        return "the same publisher lists parts of one launch: same place, at most an hour apart"
    both = next((each for each in others if not each.shares_list(one) and tells_both(each, one, other)), None)
    return f"{both.title} tells these parts as one launch" if both else ""


def second_report(first: Profile, later: Profile) -> bool:
    """Whether `later` reports again what `first` told: no clock time of its own, and no other place."""
    if (
        later.times
        or not first.times
        or not _no_other_place(first, later)
        or not (first.kinds & later.kinds or not later.kinds)
    ):
        return False
    if later.first <= first.last and first.first <= later.last:
        return not later.tells_place or later.printed != first.printed
    return later.first - first.last == _NEXT_DAY and bool(first.names & later.names or same_distance(first, later))


def _no_other_place(first: Profile, later: Profile) -> bool:
    return not later.tells_place or _same_place(first, later)


def _same_place(one: Profile, other: Profile) -> bool:
    if set(one.record.site_ids) & set(other.record.site_ids):
        return True
    gaps = [gap for here in one.places for there in other.places if (gap := km(here, there)) is not None]
    return bool(gaps) and min(gaps) <= 0


def _same_printed_day(one: Profile, other: Profile) -> bool:
    """The publisher's own dates decide: two dates without an hour are two launches, though both may be one KST day."""
    if one.dated and other.dated and one.first == other.first:
        return True
    return one.printed == other.printed


def _same_kind(one: Profile, other: Profile) -> bool:
    return not (one.kinds and other.kinds) or bool(one.kinds & other.kinds)


def _hours_apart(one: Profile, other: Profile) -> bool:
    gap = minutes_between(one, other)
    return gap is not None and gap > HOUR


def tells_both(whole: Profile, one: Profile, other: Profile) -> bool:
    """Whether a record gives times of both, names the sites of both, or counts as many as both together."""
    return _covers_times(whole, one, other) or _covers_sites(whole, one, other) or _counts_both(whole, one, other)


def _covers_times(whole: Profile, one: Profile, other: Profile) -> bool:
    """A time of its own for each; one time near both is no telling of two."""
    mine, yours = (
        {at for at in whole.times for span in part.times if max(at[0], span[0]) - min(at[1], span[1]) < COVERED}
        for part in (one, other)
    )
    return bool(mine and yours and len(mine | yours) > 1)


def _covers_sites(whole: Profile, one: Profile, other: Profile) -> bool:
    sites, mine, yours = (set(each.record.site_ids) for each in (whole, one, other))
    return bool(sites & mine and sites & yours and (sites & mine) != (sites & yours))


def _counts_both(whole: Profile, one: Profile, other: Profile) -> bool:
    if not (whole.counts and one.counts and other.counts) or whole.times:
        return False
    return max(count[0] for count in whole.counts) >= one.counts[0][0] + other.counts[0][0]
