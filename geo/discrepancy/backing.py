"""Which independent families stand behind one claim."""

from collections.abc import Mapping, Sequence

from geo.discrepancy.claimant import families
from geo.model.finding import Finding, FindingClass
from geo.model.launch import LaunchEvent
from geo.model.source import Source

_AGREEING = (FindingClass.ECHO, FindingClass.AGREES)


def backing(
    claim_id: str, event: LaunchEvent, findings: Sequence[Finding], sources: Mapping[str, Source]
) -> tuple[str, ...]:
    """Families of the claim and of every claim that agrees with it, sorted: the corroboration is their number.

    Echoes add a citation, not a family: they come from the same originator.
    """
    agreeing = {claim_id}
    for finding in findings:
        if finding.finding_class in _AGREEING and claim_id in finding.claim_ids:
            agreeing.update(finding.claim_ids)
    return tuple(sorted({each for other in agreeing for each in families(event.claim(other), sources)}))
