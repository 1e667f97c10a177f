"""A toponym becomes a place, an area, candidates, or an honest "unknown"; nothing here leaves the machine."""
