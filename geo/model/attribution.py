"""Who said it, and through whom."""

from dataclasses import dataclass

from geo.model.errors import ModelError
from geo.model.report import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a chain of attribution.

    `as_written` are the report's words ("" for the outlet speaking in its own voice);
    `source_ids` has one id, several when sources are named jointly ("South Korean and
    Japanese officials"), none when data/sources does not know the name. `cue` is the word
    that attributes ("said", "citing"). `span` points at the words, None for the outlet.
    """

    as_written: str
    source_ids: tuple[str, ...]
    cue: str = ""
    anonymous: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speakers from the publisher inwards; the last one is the originator of the claim."""

    chain: tuple[Speaker, ...]

    def __post_init__(self) -> None:
        if not self.chain:
            raise ModelError("An attribution needs at least one speaker; the outlet speaks if nobody else.")

    @property
    def originator(self) -> Speaker:
        return self.chain[-1]

    @property
    def relays(self) -> tuple[Speaker, ...]:
        """Those who passed the words on, outermost first; the originator is not among them."""
        return self.chain[:-1]
