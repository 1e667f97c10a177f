"""Older editions of a publisher's table: its own earlier word on a launch, never a further source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.association.evidence import MOST_DAYS_APART, Link, days_between, weigh
from geo.association.profile import Profile

REVISION_NEEDED = 2  # the day, less a revised count and outcome


@dataclass(frozen=True, slots=True)
class Earlier:
    """A record of an older edition, and why it is held to be of the same launch as the newer one."""

    record: Profile
    link: Link


def by_newest(profiles: Sequence[Profile]) -> Mapping[str, tuple[Profile, tuple[Earlier, ...]]]:
    """Newest records by id, each with the publisher's earlier records of the same launch.

    From the newest edition ("" is the only one, or the present one) to the oldest: a record
    goes to the newer record of its publisher with the strongest evidence, several to one if
    the editions part a launch differently. One that fits none was withdrawn or re-dated
    beyond recognition; it stands for itself.
    """
    newest: dict[str, Profile] = {}
    earlier: dict[str, list[Earlier]] = {}
    newest |= {each.id: each for each in profiles if not each.listing}
    for listing in sorted({each.listing for each in profiles} - {""}):
        own = [each for each in profiles if each.listing == listing]
        heads: dict[int, list[Profile]] = {}
        for edition in sorted({each.record.edition for each in own}, key=_recency, reverse=True):
            fresh = sorted((each for each in own if each.record.edition == edition), key=lambda each: each.id)
            homes = [(each, _home(each, heads)) for each in fresh]
            for each, home in homes:
                if home is None:
                    heads.setdefault(each.first.year, []).append(each)
                else:
                    earlier.setdefault(home[0].id, []).append(Earlier(each, home[1]))
        newest |= {each.id: each for group in heads.values() for each in group}
    return {name: (head, tuple(earlier.get(name, ()))) for name, head in newest.items()}


def _recency(edition: str) -> tuple[bool, str]:
    return edition == "", edition


def _home(record: Profile, heads: Mapping[int, Sequence[Profile]]) -> tuple[Profile, Link] | None:
    years = (heads.get(record.first.year + step, ()) for step in (-1, 0, 1))
    near = [head for year in years for head in year if days_between(record, head) <= MOST_DAYS_APART]
    fitting = [(head, link) for head in near if _revises(link := weigh(record, head))]
    return min(fitting, key=lambda pair: (-pair[1].score, pair[0].id), default=None)


def _revises(link: Link) -> bool:
    """A publisher's record of the same day is its earlier word even when figures were revised."""
    return link.holds or ("same day" in link.names and link.score >= REVISION_NEEDED)
