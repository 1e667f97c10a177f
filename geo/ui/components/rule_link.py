"""Links from findings to their rules on the Method page."""

from collections.abc import Sequence

import streamlit as st

from geo.model.finding import Finding


def rule_links(findings: Sequence[Finding]) -> None:
    """One small link for each rule the findings name; rules are names of this project, never words of others."""
    rules = dict.fromkeys(finding.rule for finding in findings)
    st.caption("Rule: " + ", ".join(f"[{rule}](method#{rule})" for rule in rules))
