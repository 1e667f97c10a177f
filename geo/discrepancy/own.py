"""What one claimant says more than once: echoes, values of several missiles, and what it later replaced."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from geo.discrepancy.claimant import earlier
from geo.discrepancy.comparison import compare_alike
from geo.discrepancy.entry import Entry
from geo.discrepancy.findings import finding_of, finding_on
from geo.discrepancy.ledger import Ledger, has_partner
from geo.discrepancy.lists import counted_by, is_list
from geo.discrepancy.rules import Side, Verdict
from geo.discrepancy.sentences import pair, revision, several
from geo.model.claim import Attribute
from geo.model.finding import Finding, FindingClass

SAID_LATER = "claimant-said-later"  # rule of a claim its own speaker replaced: the older claim is named first
_ECHO = Verdict(FindingClass.ECHO, "claimant-echo", "one claimant, one value: a citation more, no corroboration")
_LIST = Verdict(
    FindingClass.NOT_COMPARABLE,
    "scope-list",
    "not comparable: several values of one speaker are values of different missiles or parts",
)


def own_findings(group: Sequence[Entry], ledger: Ledger) -> Iterator[Finding]:
    """Findings between claims of one attribute that have one claimant, or of which one replaced the other."""
    if not ledger.replaced and group[0].attribute in ledger.once:
        return
    listed = _lists(group, ledger)
    for statement in listed.values():
        yield finding_of(statement, _LIST, several(statement, _LIST))
    for first, second in combinations(group, 2):
        old, new = _in_order(first, second, ledger)
        if new.id in ledger.replaced.get(old.id, ()):
            verdict = _superseding(ledger.verdict(old, new))
            yield finding_on((old, new), verdict, revision(old, new, verdict))
        elif first.claimant == second.claimant and not _in_one(first, second, listed):
            verdict = _standing(first, second, group, ledger)
            yield finding_of((first, second), verdict, pair(first, second, verdict))


def _lists(group: Sequence[Entry], ledger: Ledger) -> dict[object, list[Entry]]:
    statements: dict[object, list[Entry]] = {}
    for entry in group:
        if entry.id not in ledger.replaced:
            statements.setdefault((entry.claimant, entry.statement), []).append(entry)
    return {key: each for key, each in statements.items() if is_list(each, ledger)}


def _in_one(first: Entry, second: Entry, listed: dict[object, list[Entry]]) -> bool:
    return first.statement == second.statement and (first.claimant, first.statement) in listed


def _in_order(first: Entry, second: Entry, ledger: Ledger) -> tuple[Entry, Entry]:
    return (second, first) if first.id in ledger.replaced.get(second.id, ()) else (first, second)


def _standing(first: Entry, second: Entry, group: Sequence[Entry], ledger: Ledger) -> Verdict:
    """Two claims of one claimant that both stand."""
    verdict = ledger.verdict(first, second)
    if verdict.finding_class is FindingClass.AGREES and verdict.gap is None:
        return _ECHO
    if not verdict.finding_class.is_contradiction:
        return verdict
    if first.statement == second.statement or has_partner(first, second, group, ledger):
        return _LIST
    if earlier(first.claim, second.claim) is None and _room_for_all(first, group, ledger):
        return _LIST
    return _unordered(verdict)


def _room_for_all(entry: Entry, group: Sequence[Entry], ledger: Ledger) -> bool:
    """Whether the claimant counts as many missiles as it gives values: then each may be another missile's."""
    if entry.attribute in (Attribute.COUNT, Attribute.OUTCOME):
        return False
    most = counted_by(entry, ledger)
    distinct: list[Entry] = []
    for each in group:
        if each.claimant == entry.claimant and len(distinct) <= most:
            verdicts = (compare_alike(each.claim, known.claim, ledger.rules) for known in distinct)
            if all(verdict.finding_class.is_contradiction for verdict in verdicts):
                distinct.append(each)
    return 1 < len(distinct) <= most


def _unordered(verdict: Verdict) -> Verdict:
    """A claimant does not contradict itself: one value replaced the other, and nothing says which."""
    by = f" by {verdict.gap.verbatim}" if verdict.gap else ""
    detail = f"revised{by}, and which was said later is not known: both stand"
    flags = (*verdict.flags, "order not known")
    return Verdict(FindingClass.SUPERSEDED, "claimant-order-unknown", detail, verdict.gap, verdict.tolerance, flags)


def _superseding(verdict: Verdict) -> Verdict:
    by = f" by {verdict.gap.verbatim}" if verdict.gap else ""
    kind = "revised"
    if verdict.finding_class is FindingClass.LESS_PRECISE:
        kind = "refined" if verdict.precise is Side.SECOND else "withdrawn for a wider wording"
    detail, flags = f"{kind}{by}", (*verdict.flags, kind.partition(" ")[0])
    return Verdict(FindingClass.SUPERSEDED, SAID_LATER, detail, verdict.gap, verdict.tolerance, flags)
