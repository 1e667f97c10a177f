"""Who speaks without a verb of speaking: "media reports that ...", "by the ministry's account", "reportedly"."""

import re
from collections.abc import Iterator

from geo.extraction.lexicon import CueKind
from geo.extraction.speakers import NounPhrase
from geo.extraction.voices import Voice

_BY = re.compile(r"\b[Bb]y (?:the )?\Z")
_ACCOUNT = re.compile(r"['’]s? (?:own )?(?:account|count|estimate|reckoning|tally|assessment|figures|measurement)s?\b")


def reports(text: str, phrases: tuple[NounPhrase, ...], found: tuple[Voice, ...]) -> Iterator[Voice]:
    """ "media reports that it failed", "by Tokyo's account", and "reportedly" when nobody else speaks."""
    for phrase in phrases:
        role = phrase.roles[-1] if phrase.roles else ""
        if role.endswith("reports") and text[phrase.end : phrase.end + 6] == " that ":
            words = text[phrase.start : phrase.end]
            yield Voice(
                phrase.start,
                phrase.end,
                words,
                phrase.source_ids,
                "reports",
                phrase.end,
                phrase.end,
                CueKind.CITE,
                True,
            )
        elif phrase.source_ids and _BY.search(text, 0, phrase.start) and (counted := _ACCOUNT.match(text, phrase.end)):
            words, end = text[phrase.start : phrase.end], counted.end()
            cue = counted.group().strip()
            yield Voice(phrase.start, phrase.end, words, phrase.source_ids, cue, end, end, CueKind.ACCORD, False)
        elif role == "reportedly" and not found:
            words = text[phrase.start : phrase.end]
            yield Voice(
                phrase.start, phrase.end, words, phrase.source_ids, words, phrase.start, phrase.end, CueKind.SAY, True
            )
