"""The compiled words, read once."""

import pytest

from geo.catalogue.lexicon import load_lexicon
from geo.extraction.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()
