"""Report text to attributed claims: pure, general rules over the words of data/lexicon and data/sources."""
