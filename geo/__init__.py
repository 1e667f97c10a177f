"""Launch map: who said what about a missile launch, where they disagree, and by how much."""

__version__ = "0.1.0"
