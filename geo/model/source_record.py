"""One record of a published data set: what one publisher says of one launch, or one salvo of it."""

from dataclasses import dataclass

from geo.model.claim import Claim
from geo.model.launch import LaunchDay


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A row of a publisher's table, turned into claims.

    `id` is "source_id:source_event_id" as in the table; every claim's Claim.launch is this id
    and its evidence a Citation with it. `publisher` is an id of data/sources; `edition` is the
    publisher's edition as an ISO date or year and month ("2021-03"), "" when it has but one:
    records of an older edition are the publisher's own earlier word, not a further source.
    `day` is the local (Korean) day after the publisher's own date basis was turned into it,
    with the reasoning. `site_ids` are ids of data/places. `extraction` says how the row was
    read ("structured", "keyed in", "read by rule: unreviewed"); `flags` are the table's own.
    """

    id: str
    publisher: str
    edition: str
    day: LaunchDay
    country: str
    claims: tuple[Claim, ...]
    site_ids: tuple[str, ...] = ()
    cited_urls: tuple[str, ...] = ()
    extraction: str = ""
    flags: tuple[str, ...] = ()
