"""The claims of an event in a fixed order, by claimant and statement, and which their own speaker superseded."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property

from geo.discrepancy.claimant import claimant, document, earlier, families, is_withdrawn, statement, when_said
from geo.discrepancy.comparison import compare
from geo.discrepancy.parts import Parts, counts_many, read_by_parts
from geo.discrepancy.rules import Comparison, Side, Verdict
from geo.model.claim import Attribute, Claim
from geo.model.finding import FindingClass
from geo.model.report import Span
from geo.model.source import Source

_LAST_DAY, _LAST_INSTANT = date.max, datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A claim with its keys worked out once. `order` counts from the earliest said; `kin` are its families."""

    id: str
    claim: Claim
    claimant: Hashable
    statement: Hashable
    order: int
    kin: frozenset[str]

    @property
    def attribute(self) -> Attribute:
        return self.claim.attribute


@dataclass(slots=True, eq=False)
class _Verdicts:
    """What two entries of one event come to, each pair compared once."""

    rules: Comparison
    parts: Parts | None
    known: dict[tuple[int, int], Verdict] = field(default_factory=dict)

    def of(self, first: Entry, second: Entry) -> Verdict:
        key = (first.order, second.order)
        verdict = self.known.get(key)
        if verdict is None:
            verdict = self._compared(first.claim, second.claim)
            self.known[key] = verdict
        return verdict

    def _compared(self, first: Claim, second: Claim) -> Verdict:
        if self.parts is None:
            return compare(first, second, self.rules)
        first, second = self.parts.aligned(first, second)
        return read_by_parts(compare(first, second, self.rules), first, second, self.parts)


class Ledger:
    """Every claim of an event once, in order; what replaced what; and the verdict on any two of them."""

    def __init__(self, listed: Sequence[Entry], rules: Comparison) -> None:
        self.listed = tuple(listed)
        self.rules = rules
        self.parts = Parts.of([entry.claim for entry in listed], rules)
        self._verdicts = _Verdicts(rules, self.parts)

    def verdict(self, first: Entry, second: Entry) -> Verdict:
        return self._verdicts.of(first, second)

    def by_parts(self, verdict: Verdict, first: Entry, second: Entry) -> Verdict:
        """A verdict reached elsewhere, as a day of many missiles makes it read."""
        return verdict if self.parts is None else read_by_parts(verdict, first.claim, second.claim, self.parts)

    @cached_property
    def many(self) -> bool:
        """Whether anybody counts as many missiles as make a day of many."""
        return any(counts_many(entry.claim, self.rules.parts.least_missiles) for entry in self.listed)

    @cached_property
    def groups(self) -> Mapping[Attribute, tuple[Entry, ...]]:
        return by_attribute(self.listed)

    @cached_property
    def replaced(self) -> Mapping[str, frozenset[str]]:
        """Ids of claims to the ids of the later ones of their own speaker that replaced them."""
        return {
            entry_id: frozenset(by)
            for group in self.groups.values()
            if len(group) > 1
            for entry_id, by in _replacements(group, self).items()
        }

    @cached_property
    def current(self) -> tuple[Entry, ...]:
        """The entries nobody has replaced."""
        return tuple(entry for entry in self.listed if entry.id not in self.replaced)

    def agree(self, first: Entry, second: Entry) -> bool:
        return self.verdict(first, second).finding_class is FindingClass.AGREES


def entries(claims: Iterable[Claim], sources: Mapping[str, Source]) -> tuple[Entry, ...]:
    """Each claim once, the earliest-said first, then by document and place in the text."""
    by_id = {claim.id: claim for claim in claims}
    ordered = sorted(by_id.values(), key=_position)
    return tuple(
        Entry(claim.id, claim, claimant(claim, sources), statement(claim), order, families(claim, sources))
        for order, claim in enumerate(ordered)
    )


def ledger_of(claims: Iterable[Claim], rules: Comparison, sources: Mapping[str, Source]) -> Ledger:
    return Ledger(entries(claims, sources), rules)


def _position(claim: Claim) -> tuple[date, datetime, str, int, int, str]:
    said = claim.said
    start = claim.evidence.start if isinstance(claim.evidence, Span) else 0
    return (
        said.day if said else _LAST_DAY,
        said.instant if said and said.instant else _LAST_INSTANT,
        document(claim),
        start,
        claim.value_span.start if claim.value_span else 0,
        claim.id,
    )


def by_attribute(listed: Sequence[Entry]) -> Mapping[Attribute, tuple[Entry, ...]]:
    found: dict[Attribute, list[Entry]] = {}
    for entry in listed:
        found.setdefault(entry.claim.attribute, []).append(entry)
    return {attribute: tuple(group) for attribute, group in found.items()}


def _replacements(group: Sequence[Entry], ledger: Ledger) -> Mapping[str, set[str]]:
    """The entries replaced, by what; a claim that repeats a withdrawn value elsewhere is stale, and replaced too."""
    found: dict[str, set[str]] = {}
    withdrawn = [entry for entry in group if is_withdrawn(entry.claim)]
    if not withdrawn and len({entry.claimant for entry in group}) == len(group):
        return found
    for first in group:
        for second in group:
            if first is not second and _replaces(first, second, group, ledger):
                found.setdefault(first.id, set()).add(second.id)
    withdrawn = [entry for entry in withdrawn if entry.id in found]
    for entry in group if withdrawn else ():
        for old in withdrawn:
            if entry.claimant == old.claimant and entry.id not in found and _repeats(entry, old, ledger):
                found[entry.id] = {each for each in found[old.id] if each != entry.id}
    return {name: by for name, by in found.items() if by}


def _replaces(first: Entry, second: Entry, group: Sequence[Entry], ledger: Ledger) -> bool:
    """Whether the second replaces the first: the same claimant said it later and otherwise, or more exactly.

    A later, looser wording of the same value replaces nothing, unless the report itself calls
    the first an earlier statement: then what an office of the same family says in that report
    replaces it, whatever it is.
    """
    same = first.claimant == second.claimant
    retold = is_withdrawn(first.claim) and _one_document(first, second) and not is_withdrawn(second.claim)
    if not (same or (retold and first.kin & second.kin)):
        return False
    if retold:
        return ledger.verdict(first, second).finding_class not in (FindingClass.AGREES, FindingClass.SILENT)
    if second.order < first.order or not earlier(first.claim, second.claim):
        return False
    return _says_otherwise(ledger.verdict(first, second)) and not has_partner(first, second, group, ledger)


def _says_otherwise(verdict: Verdict) -> bool:
    if verdict.finding_class.is_contradiction or verdict.finding_class is FindingClass.OVERLAPPING:
        return True
    return verdict.finding_class is FindingClass.LESS_PRECISE and verdict.precise is Side.SECOND


def _repeats(entry: Entry, old: Entry, ledger: Ledger) -> bool:
    """The withdrawn value again, in a statement that cannot be later than its withdrawal."""
    if is_withdrawn(entry.claim) or not ledger.agree(entry, old):
        return False
    return when_said(entry.claim) is None or when_said(old.claim) is None or not earlier(old.claim, entry.claim)


def _one_document(first: Entry, second: Entry) -> bool:
    return document(first.claim) == document(second.claim)


def has_partner(one: Entry, other: Entry, group: Sequence[Entry], ledger: Ledger) -> bool:
    """Whether either value is repeated in the other's statement: then the two are values of different missiles."""
    for entry, opposite in ((one, other), (other, one)):
        for each in group:
            same = each.claimant == opposite.claimant and each.statement == opposite.statement
            if same and each is not opposite and ledger.agree(entry, each):
                return True
    return False
