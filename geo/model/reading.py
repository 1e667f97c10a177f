"""What was read out of one report."""

from dataclasses import dataclass

from geo.model.attribution import Speaker
from geo.model.claim import Claim
from geo.model.launch import LaunchMention, Notice
from geo.model.report import Report


@dataclass(frozen=True, slots=True)
class Reading:
    """All claims of one report in the order of the text, the launches they speak of, and notices.

    `is_launch_report` is False for a text that reports no launch; `notices` then says why.
    Claims about background launches are kept, under their own mention's key. `cited` are all
    speakers the text attributes anything to, in its order, also those who say nothing of
    the launch itself.
    """

    report: Report
    claims: tuple[Claim, ...]
    mentions: tuple[LaunchMention, ...]
    notices: tuple[Notice, ...]
    is_launch_report: bool
    cited: tuple[Speaker, ...] = ()
