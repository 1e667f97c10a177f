"""What the claims of an event come to, two by two, and which of them their own speaker superseded."""

from collections.abc import Iterable, Mapping, Sequence

from geo.discrepancy.claimant import earlier, is_withdrawn, when_said
from geo.discrepancy.comparison import compare, compare_alike
from geo.discrepancy.entry import Entry, by_attribute, entries, speak_once
from geo.discrepancy.flights import one_flight
from geo.discrepancy.parts import Parts, counts_many, read_by_parts
from geo.discrepancy.rules import Comparison, Side, Verdict
from geo.model.claim import Attribute, Claim
from geo.model.finding import FindingClass
from geo.model.source import Source

_OF_PARTS = frozenset({"scope-unstated", "scope-parts"})


class Ledger:
    """Every claim of an event once, in order; what replaced what; and the verdict on any two of them.

    `groups` are the entries by attribute, `now` those of `current`, which nobody has replaced;
    `replaced` maps ids of claims to the ids of the later ones of their own speaker that replaced
    them. `once` are the attributes on which no claimant speaks twice. `many` says whether anybody
    counts as many missiles as make a day of many.
    """

    def __init__(self, listed: Sequence[Entry], rules: Comparison) -> None:
        self.listed = tuple(listed)
        self.rules = rules
        self.groups = by_attribute(self.listed)
        self.once = frozenset([attribute for attribute, group in self.groups.items() if speak_once(group)])
        counts = self.groups.get(Attribute.COUNT, ())
        self.many = any(counts_many(entry.claim, rules.parts.least_missiles) for entry in counts)
        told_in_parts = self.many or len(self.groups.get(Attribute.MISSILE_TYPE, ())) > 1
        self.parts = Parts.of([entry.claim for entry in listed], rules, self.many) if told_in_parts else None
        self._known: dict[tuple[int, int], Verdict] = {}
        self.replaced = self._replaced()
        self.current = tuple([entry for entry in self.listed if entry.id not in self.replaced])
        self.now = by_attribute(self.current) if self.replaced else self.groups

    def verdict(self, first: Entry, second: Entry) -> Verdict:
        """Each pair is compared once."""
        key = (first.order, second.order)
        verdict = self._known.get(key)
        if verdict is None:
            verdict = self._compared(first.claim, second.claim)
            if verdict.rule in _OF_PARTS:
                verdict = self.of_one_flight(first, second) or verdict
            self._known[key] = verdict
        return verdict

    def of_one_flight(self, first: Entry, second: Entry) -> Verdict | None:
        """The verdict on two values as said of one missile, where another measure shows that they are; else None."""
        flags = one_flight(first, second, self.groups, self.rules)
        if not flags:
            return None
        verdict = compare_alike(first.claim, second.claim, self.rules)
        return verdict._replace(flags=(*verdict.flags, *flags))

    def _compared(self, first: Claim, second: Claim) -> Verdict:
        if self.parts is None:
            return compare(first, second, self.rules)
        first, second = self.parts.aligned(first, second)
        return read_by_parts(compare(first, second, self.rules), first, second, self.parts)

    def by_parts(self, verdict: Verdict, first: Entry, second: Entry) -> Verdict:
        """A verdict reached elsewhere, as a day of many missiles makes it read."""
        return verdict if self.parts is None else read_by_parts(verdict, first.claim, second.claim, self.parts)

    def _replaced(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for group in self.groups.values():
            if len(group) > 1:
                found.update({name: frozenset(by) for name, by in _replacements(group, self).items()})
        return found

    def agree(self, first: Entry, second: Entry) -> bool:
        return self.verdict(first, second).finding_class is FindingClass.AGREES


def ledger_of(claims: Iterable[Claim], rules: Comparison, sources: Mapping[str, Source]) -> Ledger:
    return Ledger(entries(claims, sources), rules)


def _replacements(group: Sequence[Entry], ledger: Ledger) -> Mapping[str, set[str]]:
    """The entries replaced, by what; a claim that repeats a withdrawn value elsewhere is stale, and replaced too."""
    found: dict[str, set[str]] = {}
    withdrawn = [entry for entry in group if is_withdrawn(entry.claim)]
    if not withdrawn and group[0].attribute in ledger.once:
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
    retold = is_withdrawn(first.claim) and first.document == second.document and not is_withdrawn(second.claim)
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


def has_partner(one: Entry, other: Entry, group: Sequence[Entry], ledger: Ledger) -> bool:
    """Whether either value is repeated in the other's statement: then the two are values of different missiles."""
    for entry, opposite in ((one, other), (other, one)):
        for each in group:
            same = each.claimant == opposite.claimant and each.statement == opposite.statement
            if same and each is not opposite and ledger.agree(entry, each):
                return True
    return False
