"""One line of data/launches/claims.csv and of index.csv, as text: what the build writes and the loader reads."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One value one speaker gives for one attribute in one record.

    `value` is the value as written. A quantity fills `lower`, `upper`, `qualifier` and `unit`. A
    time has its local instant or clock in `code`, its IANA zone in `detail` and its precision in
    `qualifier`. A place has its id in `code` ("" for no place) and the relation, or the reason
    why there is no place, in `detail`. Other values have their code in `code` and the
    designation, or what else is said, in `detail`. `speakers` are ids of data/sources, several
    when named jointly; the publisher relays them unless it is the speaker. `said` is the last
    day on which the speaker may have said it, "" when unknown. `scope` and `index` are those of Scope.
    """

    record: str = ""
    attribute: str = ""
    value: str = ""
    lower: str = ""
    upper: str = ""
    qualifier: str = ""
    unit: str = ""
    code: str = ""
    detail: str = ""
    hedged: str = ""
    scope: str = "unstated"
    index: str = ""
    speakers: str = ""
    cue: str = ""
    said: str = ""
    url: str = ""
    edition: str = ""
    first: str = ""
    last: str = ""
    precision: str = ""
    extraction: str = ""
    flags: str = ""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One record: its publisher, edition, day with the reasoning, sites, links and flags."""

    record: str
    publisher: str
    edition: str
    country: str
    verbatim: str
    first: str
    last: str
    precision: str
    reasoning: str
    sites: str
    cited_urls: str
    extraction: str
    flags: str


CLAIM_COLUMNS = tuple(ClaimRow.__dataclass_fields__)
INDEX_COLUMNS = tuple(IndexRow.__dataclass_fields__)
SEPARATOR = "; "
