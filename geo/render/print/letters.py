"""Letters by which a list tells the places on a map apart."""

import string


def letters(count: int) -> list[str]:
    """A to Z, then AA, AB …: one for each place."""
    alphabet = string.ascii_uppercase
    return [alphabet[i] if i < 26 else alphabet[i // 26 - 1] + alphabet[i % 26] for i in range(count)]
