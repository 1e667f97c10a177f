"""A voice: a speaker joined to the word that attributes something to it; and what earlier voices leave behind."""

from dataclasses import dataclass, replace

from geo.extraction.lexicon import CueKind
from geo.extraction.phrases import Found


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker at `start` to `end` of a sentence with its cue.

    `words` name the speaker and stand at character `at` of the report. `source_ids` is empty
    for a speaker the data do not know; of such a one "he said" keeps the first words and their
    place, for "he" alone names nobody. `relative` marks "it", "the ministry".
    """

    start: int
    end: int
    words: str
    source_ids: tuple[str, ...]
    cue: str
    cue_start: int
    cue_end: int
    kind: CueKind
    before: bool  # the speaker stands before the cue
    at: int = -1
    relative: bool = False

    @property
    def identity(self) -> tuple[str, ...]:
        """Equal for two voices of one speaker."""
        return self.source_ids or (self.words,)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody told by name: the words and where they stand, and whom the person speaks for (may be unknown)."""

    words: str
    source_ids: tuple[str, ...]
    at: int = -1


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier sentences leave behind: the voices so far, latest last, and people by surname.

    `country` is the launching one, `home` that of the outlet, "" when it tells nothing.
    """

    voices: tuple[Voice, ...] = ()
    people: tuple[tuple[str, Person], ...] = ()
    country: str = ""
    home: str = ""

    def remember(self, voices: tuple[Voice, ...], people: tuple[tuple[str, Person], ...]) -> "Memory":
        return replace(self, voices=(self.voices + voices)[-12:], people=(people + self.people)[:40])

    def person(self, surname: str) -> Person | None:
        """The person last told of by that surname."""
        return next((person for name, person in self.people if name == surname), None)


def spoken_by(person: Person, start: int, end: int, words: str, cue: Found[CueKind], before: bool) -> Voice:
    """The voice of a person named at `start` to `end`; an unknown one keeps the words it was introduced by."""
    own = bool(person.source_ids) or person.at < 0
    return Voice(
        start,
        end,
        words if own else person.words,
        person.source_ids,
        cue.words,
        cue.start,
        cue.end,
        cue.value,
        before,
        -1 if own else person.at,
    )


def again(voice: Voice, start: int, end: int, text: str, cue: Found[CueKind]) -> Voice:
    """ "It said": the speaker of an earlier voice."""
    known = bool(voice.source_ids)
    return Voice(
        start,
        end,
        text[start:end] if known else voice.words,
        voice.source_ids,
        cue.words,
        cue.start,
        cue.end,
        cue.value,
        True,
        -1 if known else voice.at,
        True,
    )
