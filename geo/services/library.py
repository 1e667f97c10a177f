"""Everything read from data/ once: the words, the places, the rules of comparison and the sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from geo.catalogue.package import DATA_FOLDER
from geo.discrepancy.rules import Comparison
from geo.model.source import Source
from geo.services.kept import kept

if TYPE_CHECKING:
    from geo.extraction.lexicon import Lexicon
    from geo.geocoding.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Library:
    """Words and places are opened when they are first asked for: a start that reads no report needs neither."""

    comparison: Comparison
    sources: Mapping[str, Source]

    @property
    def lexicon(self) -> "Lexicon":
        """DataPackageError if the package is damaged."""
        return _lexicon()

    @property
    def gazetteer(self) -> "Gazetteer":
        """DataPackageError if the package is damaged."""
        from geo.services.gazetteer import open_gazetteer

        return open_gazetteer()


@cache
def open_library() -> Library:
    """The library of this installation, opened on first use; DataPackageError if a package is damaged."""
    return Library(*kept("rules", [DATA_FOLDER / name for name in ("comparison", "sources")], _read))


@cache
def _lexicon() -> "Lexicon":
    from geo.catalogue.lexicon import load_lexicon

    return kept("lexicon", (DATA_FOLDER / "lexicon",), load_lexicon)


def _read() -> tuple[Comparison, Mapping[str, Source]]:
    from geo.catalogue.comparison import load_comparison
    from geo.catalogue.sources import load_sources

    return load_comparison(), load_sources()
