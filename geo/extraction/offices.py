"""Whose office "the ministry" or "the military" is where no country stands with it."""

import re
from collections.abc import Iterable

from geo.extraction.lexicon import Lexicon
from geo.extraction.speakers import NounPhrase, noun_phrases
from geo.extraction.voices import Memory
from geo.model.source import SourceKind


def publishers(outlet: str, lexicon: Lexicon) -> tuple[NounPhrase, ...]:
    """Whom the name of an outlet names: none for one the data do not know."""
    return noun_phrases(outlet, lexicon, ()) if outlet else ()


def home_of(named: Iterable[NounPhrase], lexicon: Lexicon) -> str:
    """The country whose ministry "the ministry" is in a paper of that country; Washington's speak of everybody's."""
    ids = {each for phrase in named for each in phrase.source_ids}
    lands = {lexicon.sources[each].country for each in ids}
    state = lexicon.states.get(lands.pop()) if len(lands) == 1 else None
    return state.country if state and state.zone else ""


def likely_countries(text: str, memory: Memory, lexicon: Lexicon) -> tuple[str, ...]:
    """The countries a bare office of this sentence may belong to, the likeliest first, the launching one last."""
    likeliest = _place_of_speech(text, lexicon) or _last_heard(memory, lexicon)
    return tuple(dict.fromkeys((likeliest, _observer(memory, lexicon), memory.country)))


def _place_of_speech(text: str, lexicon: Lexicon) -> str:
    """ "In Tokyo, Defense Minister ...": the country a bare office belongs to."""
    match = re.match(r"in ([A-Z]\w+), ", text, re.IGNORECASE)
    lands = lexicon.countries.find(match[1]) if match else ()
    return lands[0].value if lands else ""


def _observer(memory: Memory, lexicon: Lexicon) -> str:
    state = lexicon.states.get(memory.country)
    return state.observer if state else ""


def _last_heard(memory: Memory, lexicon: Lexicon) -> str:
    """The country a bare "the military" belongs to: the last speaker's, else the usual observer's."""
    observer = _observer(memory, lexicon)
    for voice in reversed(memory.voices):
        for source_id in voice.source_ids:
            source = lexicon.sources[source_id]
            if source.country and source.kind in (SourceKind.MILITARY, SourceKind.GOVERNMENT, SourceKind.ANONYMOUS):
                # Washington comments on all launches; where nobody else watches "the military" is the launcher's own.
                away = source.country == "US" and observer == memory.country
                return observer if away or source.country == memory.country else source.country
    return memory.home if memory.home not in ("", memory.country) else observer
