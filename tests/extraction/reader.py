"""Short forms of a reading, for tables."""

from datetime import date

from geo.catalogue.lexicon import load_lexicon
from geo.extraction.reading import read
from geo.model.claim import Attribute, Claim
from geo.model.reading import Reading
from geo.model.report import DateBasis, Publication, Report

LEXICON = load_lexicon()


def reading_of(text: str, published: str | None = None) -> Reading:
    day = Publication(date.fromisoformat(published), DateBasis.STATED) if published else None
    return read(Report(text=text, published=day), LEXICON)


def claims_of(text: str, attribute: Attribute, published: str | None = None) -> list[Claim]:
    return [claim for claim in reading_of(text, published).claims if claim.attribute is attribute]


def originators(claim: Claim) -> tuple[str, ...]:
    return claim.attribution.originator.source_ids


def relays(claim: Claim) -> tuple[str, ...]:
    return tuple(source for speaker in claim.attribution.relays for source in speaker.source_ids)
