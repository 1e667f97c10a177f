"""The nouns: frozen dataclasses and enumerations, standard library only, and the errors."""
