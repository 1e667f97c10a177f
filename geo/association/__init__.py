"""Claims to launches: which launch does a report, or a part of it, speak of. Pure; never a silent merge."""
