"""Launch to findings: one comparator per kind of value, superseding, preference. Pure; rules come in as data."""
