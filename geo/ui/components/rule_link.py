"""Links from findings to their rules on the Method page."""

from collections.abc import Sequence

from geo.model.finding import Finding
from geo.ui.components.words import plain


def rule_links(findings: Sequence[Finding]) -> str:
    """Markdown of one small link for each rule the findings name; rules are this project's own names."""
    rules = dict.fromkeys(finding.rule for finding in findings)
    links = ", ".join(f"[{plain(rule)}](method#{rule})" for rule in rules)
    return f":small[rule{'' if len(rules) == 1 else 's'} {links}]" if rules else ""
