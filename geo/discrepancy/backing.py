"""Which independent families stand behind one claim."""

from collections.abc import Mapping, Sequence

from geo.discrepancy.badge import HISTORY
from geo.discrepancy.claimant import families
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.source import Source


def backing(
    claim_id: str, event: LaunchEvent, findings: Sequence[Finding], sources: Mapping[str, Source]
) -> tuple[str, ...]:
    """Families of the claim and of every claim that agrees with it, sorted: the corroboration is their number.

    Echoes add a citation, not a family: they come from the same originator.
    """
    own = {claim_id} | _linked({claim_id}, findings, (FindingClass.ECHO,))
    agreeing = own | _linked(own, findings, (FindingClass.AGREES,))
    return tuple(sorted({each for other in agreeing for each in families(event.claim(other), sources)}))


def _linked(ids: set[str], findings: Sequence[Finding], classes: tuple[FindingClass, ...]) -> set[str]:
    """Claims named in findings of today of these classes beside any of the given ones.

    A finding on lists says nothing of any one value in them.
    """
    pairs = (
        finding.claim_ids
        for finding in findings
        if finding.finding_class in classes and len(finding.claim_ids) == 2 and HISTORY not in finding.flags
    )
    return {each for names in pairs if ids & set(names) for each in names}
