"""Reads data/ and seeds/: manifest, hash and assertions first, then sources, places, lexicon and reports."""
