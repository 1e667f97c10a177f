"""Everything read from data/ once: the words, the places, the rules of comparison and the sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from geo.catalogue.comparison import load_comparison
from geo.catalogue.lexicon import load_lexicon
from geo.catalogue.package import DATA_FOLDER
from geo.catalogue.sources import load_sources
from geo.discrepancy.rules import Comparison
from geo.extraction.lexicon import Lexicon
from geo.geocoding.gazetteer import Gazetteer
from geo.model.source import Source
from geo.services.gazetteer import open_gazetteer
from geo.services.kept import kept


@dataclass(frozen=True, slots=True)
class Library:
    lexicon: Lexicon
    gazetteer: Gazetteer
    comparison: Comparison
    sources: Mapping[str, Source]


@cache
def open_library() -> Library:
    """The library of this installation, opened on first use; DataPackageError if a package is damaged."""
    packages = [DATA_FOLDER / name for name in ("lexicon", "comparison", "sources")]
    lexicon, comparison, sources = kept("rules", packages, _read)
    return Library(lexicon, open_gazetteer(), comparison, sources)


def _read() -> tuple[Lexicon, Comparison, Mapping[str, Source]]:
    return load_lexicon(), load_comparison(), load_sources()
