"""Older editions of a publisher's table: its own earlier word on a launch, never a further source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.association.evidence import MOST_DAYS_APART, Link, days_between, weigh
from geo.association.profile import Profile


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
    for publisher in sorted({each.publisher for each in profiles}):
        own = [each for each in profiles if each.publisher == publisher]
        heads: list[Profile] = []
        for edition in sorted({each.record.edition for each in own}, key=_recency, reverse=True):
            fresh = sorted((each for each in own if each.record.edition == edition), key=lambda each: each.id)
            homes = [(each, _home(each, heads)) for each in fresh]
            for each, home in homes:
                if home is None:
                    heads.append(each)
                else:
                    earlier.setdefault(home[0].id, []).append(Earlier(each, home[1]))
        newest |= {each.id: each for each in heads}
    return {name: (head, tuple(earlier.get(name, ()))) for name, head in newest.items()}


def _recency(edition: str) -> tuple[bool, str]:
    return edition == "", edition


def _home(record: Profile, heads: Sequence[Profile]) -> tuple[Profile, Link] | None:
    near = [head for head in heads if days_between(record, head) <= MOST_DAYS_APART]
    fitting = [(head, link) for head in near if (link := weigh(record, head)).holds]
    return min(fitting, key=lambda pair: (-pair[1].score, pair[0].id), default=None)
