"""All findings of one launch: pairs, lists, place against area, ambiguous names, physics, single sources."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from geo.discrepancy.badge import HISTORY, rank
from geo.discrepancy.boundary import admitted
from geo.discrepancy.entry import Entry
from geo.discrepancy.exchange import exchanged_figures
from geo.discrepancy.findings import finding_of
from geo.discrepancy.ground import misplaced_platforms
from geo.discrepancy.landing import unreachable_landings
from geo.discrepancy.ledger import Ledger, ledger_of
from geo.discrepancy.naming import ambiguous_names, place_against_area
from geo.discrepancy.others import other_findings, pair_finding
from geo.discrepancy.own import own_findings
from geo.discrepancy.physics import impossible_durations
from geo.discrepancy.rules import Comparison, Verdict
from geo.discrepancy.speed import impossible_speeds
from geo.discrepancy.words import ATTRIBUTE_WORDS, plain
from geo.geocoding.land import Land
from geo.model.claim import Attribute
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.source import Source

_ORDER = {attribute: number for number, attribute in enumerate(Attribute)}
_SINGLE = Verdict(FindingClass.SINGLE_SOURCE, "single-source", "")


def detect(
    event: LaunchEvent,
    rules: Comparison,
    sources: Mapping[str, Source],
    land: Callable[[], Land] | None = None,
) -> tuple[Finding, ...]:
    """Every finding of the event, by attribute, then worst class, then place in the texts.

    The order of the claims and repeated claims change nothing. Findings about superseded
    claims carry the flag "history".
    `land` gives the outlines platforms are held against; it is asked only when one is named.
    Claims that make no sense are left out: `geo.discrepancy.boundary.refusals` names them.
    """
    ledger = ledger_of(admitted(event.claims, sources), rules, sources)
    found = list(_history(ledger)) if ledger.replaced else []
    for group in ledger.groups.values():
        if len(group) > 1:
            found.extend(own_findings(group, ledger))
    for group in ledger.now.values():
        if len(group) > 1:
            found.extend(other_findings(group, ledger))
        if len(_kin(group)) <= 1:
            found.append(_single(group))
    found.extend(_across(ledger.now, ledger, land))
    places = {entry.id: entry.order for entry in ledger.listed}
    found.sort(key=lambda finding: _key(finding, places))
    return tuple(found)


def _across(
    now: Mapping[Attribute, Sequence[Entry]], ledger: Ledger, land: Callable[[], Land] | None
) -> Iterator[Finding]:
    """What several attributes together show; each looks only where the attributes it needs are told."""
    if Attribute.ADMIN_AREA in now or Attribute.LAUNCH_PLACE in now:
        yield from place_against_area(now, ledger)
        yield from ambiguous_names(now)
        yield from misplaced_platforms(now, ledger.rules, land)
        yield from unreachable_landings(now, ledger.rules)
    if Attribute.APOGEE in now and Attribute.RANGE in now:
        yield from exchanged_figures(now, ledger)
    if Attribute.FLIGHT_TIME in now and Attribute.RANGE in now:
        yield from impossible_durations(ledger.current, ledger.rules)
        if Attribute.SPEED in now:
            yield from impossible_speeds(ledger.current, ledger.rules)


def _key(finding: Finding, places: Mapping[str, int]) -> tuple[int, int, tuple[int, ...], str]:
    order = tuple([places[each] for each in finding.claim_ids])
    return _ORDER[finding.attribute], rank(finding.finding_class), order, finding.rule


def _history(ledger: Ledger) -> Iterator[Finding]:
    for group in ledger.groups.values():
        for first, second in combinations(group, 2):
            gone = first.id in ledger.replaced or second.id in ledger.replaced
            if gone and first.claimant != second.claimant and second.id not in ledger.replaced.get(first.id, ()):
                yield pair_finding(first, second, ledger.verdict(first, second), (HISTORY,))


def _kin(group: Sequence[Entry]) -> frozenset[str]:
    return frozenset().union(*[entry.kin for entry in group])


def _single(group: Sequence[Entry]) -> Finding:
    """An attribute on which at most one family speaks; anonymous speakers and the report's own voice add none."""
    names = list(dict.fromkeys(entry.speaker for entry in group))
    kin = "".join(_kin(group))
    family = f" (family {kin})" if kin else " (no known family)"
    subject = plain(" and ".join(names))
    words = ATTRIBUTE_WORDS[group[0].attribute]
    return finding_of(
        group, _SINGLE, f"Only {subject}{family} spoke to the {words}: a single source, rule single-source."
    )
