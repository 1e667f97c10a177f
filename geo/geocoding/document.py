"""What a whole document says about the places in it: countries and provinces it is about, places it names together.

Every name of the document that the gazetteer knows votes for the country, the province and the
neighbourhood of what it may mean, the more the surer it is what it means. Pure.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from geo.geocoding.gazetteer import Entry, Gazetteer, Reading, Tier
from geo.geocoding.geodesy import distance_km
from geo.geocoding.precedence import weight
from geo.geocoding.romanisation import Stem, fold, key
from geo.model.place import FeatureClass, Point

MAX_DOCUMENT_LENGTH = 200_000  # characters; the rest of a longer text is not read
_MAX_NAMES = 1_500
_MAX_WORDS = 5
_MAX_CANDIDATES = 12
_LONGEST_ABBREVIATION = 3
_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]{0,40}\w|)\.?")
_JOINING = frozenset(
    {"of", "the", "de", "del", "la", "las", "los", "el", "al", "and", "du", "des", "da", "do", "di", "upon"}
)
_WIDER_AFTER = re.compile(r"(?:\s?,\s|\s\(|,?\s(?:in|of)\s(?:the\s)?)", re.UNICODE)

CELL = 3  # degrees; what lies farther away than a cell is not close
_MOST_IN_CELL = 40
Cell = tuple[int, int]

# Fitted on GeoWebNews and the first halves of GeoVirus and TR-News (docs/geocoding.md).
SHARPNESS = 2.0  # how surely a name means its most prominent bearer
PRIOR = 1.0
IN_COUNTRY = 3.0
IN_PROVINCE = 5.0
BESIDE = 3.0
CLOSE = 0.5
CLOSE_KM = 100.0
BY_NAME = 1.0
DECIDES = 0.05  # a lead of less than this leaves the name ambiguous


@dataclass(frozen=True, slots=True)
class Vote:
    """One reading of a name of the document, and how much it counts."""

    entry: Entry
    share: float


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """Votes by name (search key), and the wider names written after each; the sums over all names are worked out once.

    `countries` and `provinces` are sums of shares by country code and province id, `around` the
    votes for places by cell of CELL degrees, the largest shares of each cell.
    """

    votes: Mapping[str, Sequence[Vote]] = field(default_factory=dict)
    wider: Mapping[str, frozenset[str]] = field(default_factory=dict)
    countries: Mapping[str, float] = field(default_factory=dict)
    provinces: Mapping[str, float] = field(default_factory=dict)
    around: Mapping[Cell, Sequence[tuple[str, Vote]]] = field(default_factory=dict)
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well a candidate fits a document: the sum, and the strongest reason in words ("" for prominence alone)."""

    score: float
    reason: str


def document_context(text: str, gazetteer: Gazetteer) -> DocumentContext:
    """Reads a document once; the result serves every name of it. Never raises; an empty text says nothing."""
    found = list(_names(text[:MAX_DOCUMENT_LENGTH], gazetteer))
    counts = Counter(name for name, _, _ in found)
    wider = _wider(text, found)
    candidates = {name: _candidates(name, gazetteer) for name in counts}
    votes = {name: _votes(name, entries, counts[name], {}) for name, entries in candidates.items()}
    first = _summed(votes, wider)
    # Once more, now that it is known what the document is about.
    again = {
        name: _votes(name, entries, counts[name], {one.id: weigh(one, name, first, gazetteer).score for one in entries})
        for name, entries in candidates.items()
    }
    return _summed(again, wider)


def weigh(entry: Entry, name: str, document: DocumentContext, gazetteer: Gazetteer) -> Evidence:
    """How well an entry that goes by `name` (a search key) fits the rest of the document."""
    own = document.votes.get(name, ())
    rest = document.total - sum(vote.share for vote in own)
    country = _rest(document.countries, entry.country, [vote for vote in own if vote.entry.country == entry.country])
    province = _rest(
        document.provinces, entry.admin_id, [vote for vote in own if vote.entry.admin_id == entry.admin_id]
    )
    near, closest = _closest(entry, name, document)
    beside = _beside(entry, name, document, gazetteer)
    parts = {
        f"{beside} is written after it": BESIDE if beside else 0.0,
        f"the document is about {gazetteer.display(entry.country)}": IN_COUNTRY * _part(country, rest),
        "the document names more of its province": IN_PROVINCE * _part(province, rest),
        f"{closest}, named in the document, is near": CLOSE * min(1.0, near),
    }
    reason = max(parts, key=lambda one: parts[one])
    score = prior(entry, name) + sum(parts.values())
    return Evidence(score, reason if parts[reason] > 0.3 else "")


def _summed(votes: Mapping[str, Sequence[Vote]], wider: Mapping[str, frozenset[str]]) -> DocumentContext:
    countries: dict[str, float] = defaultdict(float)
    provinces: dict[str, float] = defaultdict(float)
    around: dict[Cell, list[tuple[str, Vote]]] = defaultdict(list)
    for name, given in votes.items():
        for vote in given:
            countries[vote.entry.country] += vote.share
            provinces[vote.entry.admin_id] += vote.share
            if vote.entry.point is not None and not _is_wide(vote.entry):
                around[_cell(vote.entry.point)].append((name, vote))
    kept = {cell: sorted(group, key=lambda one: -one[1].share)[:_MOST_IN_CELL] for cell, group in around.items()}
    return DocumentContext(votes, wider, dict(countries), dict(provinces), kept, sum(countries.values()))


def _rest(sums: Mapping[str, float], of: str, own: Sequence[Vote]) -> float:
    """The sum without what the name itself gave to it; nothing for an entry of no country or province."""
    return max(0.0, sums.get(of, 0.0) - sum(vote.share for vote in own)) if of else 0.0


def _closest(entry: Entry, name: str, document: DocumentContext) -> tuple[float, str]:
    """The share of the other name whose place is nearest, less the farther away; and what it is called."""
    if entry.point is None or _is_wide(entry):
        return 0.0, ""
    row, column = _cell(entry.point)
    cells = [(row + up, (column + along) % (360 // CELL)) for up in (-1, 0, 1) for along in (-1, 0, 1)]
    found = (
        (vote.share * math.exp(-distance_km(vote.entry.point, entry.point) / CLOSE_KM), vote.entry.name)
        for cell in cells
        for other, vote in document.around.get(cell, ())
        if other != name and vote.entry.id != entry.id and vote.entry.point is not None
    )
    return max(found, default=(0.0, ""))


def _cell(point: Point) -> Cell:
    return math.floor(point.latitude / CELL), math.floor((point.longitude + 180) / CELL) % (360 // CELL)


def _part(share: float, total: float) -> float:
    return math.sqrt(share / (total + 1.0))


def prior(entry: Entry, name: str) -> float:
    """What is meant when nothing but the name is known: the decimal logarithm of prominence, less for a by-name."""
    by_name = entry.feature_class in _PLACES and key(fold(entry.name)) != name
    return PRIOR * math.log10(weight(entry) + 10) - (BY_NAME if by_name else 0.0)


def _names(text: str, gazetteer: Gazetteer) -> Iterator[tuple[str, int, int]]:
    """(search key, start, end) of every capitalised span the gazetteer knows, the longest first, none twice."""
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    known: dict[str, bool] = {}
    index = given = 0
    while index < len(words) and given < _MAX_NAMES:
        length = _longest(text, words, index, gazetteer, known)
        if length:
            start, end = words[index][0], words[index + length - 1][1]
            yield key(fold(text[start:end])), start, end
            given += 1
        index += max(1, length)


def _longest(
    text: str, words: Sequence[tuple[int, int]], index: int, gazetteer: Gazetteer, known: dict[str, bool]
) -> int:
    if not text[words[index][0]].isupper():
        return 0
    for length in range(min(_MAX_WORDS, len(words) - index), 0, -1):
        start, end = words[index][0], words[index + length - 1][1]
        last = text[words[index + length - 1][0] : end]
        if not last[0].isupper() or not _is_run(text, words[index : index + length]):
            continue
        found = key(fold(text[start:end]))
        if len(found) < 3 and not text[start:end].replace(".", "").isupper():
            continue
        if found not in known:
            known[found] = found in gazetteer.demonyms or gazetteer.has_key(found)
        if known[found]:
            return length
    return 0


def _is_run(text: str, words: Sequence[tuple[int, int]]) -> bool:
    """Whether words follow each other with nothing but a space between, capitalised but for small joining words."""
    for (_, end), (start, _) in pairwise(words):
        if text[end:start] not in (" ", "-"):
            return False
    return all(text[s].isupper() or text[s:e].lower() in _JOINING for s, e in words)


def _wider(text: str, found: Sequence[tuple[str, int, int]]) -> dict[str, frozenset[str]]:
    """Names written right after a name: "Pandi, Bulacan", "Malakal in South Sudan"."""
    after: dict[str, set[str]] = defaultdict(set)
    for (name, _, end), (wider, start, _) in pairwise(found):
        if start - end <= 9 and _WIDER_AFTER.fullmatch(text[end:start]):
            after[name].add(wider)
    return {name: frozenset(names) for name, names in after.items()}


def _candidates(name: str, gazetteer: Gazetteer) -> list[Entry]:
    entries = gazetteer.bearers(name)
    if name in gazetteer.demonyms:
        entries += [gazetteer.entries[one] for one in gazetteer.demonyms[name] if one in gazetteer.entries]
    return sorted(entries, key=lambda one: (-prior(one, name), one.id))[:_MAX_CANDIDATES]


def _votes(name: str, entries: Sequence[Entry], count: int, scores: Mapping[str, float]) -> list[Vote]:
    """Shares of the readings of a name; a small place counts little, for people bear its name too."""
    if not entries:
        return []
    values = [scores.get(one.id, prior(one, name)) for one in entries]
    best = max(values)
    odds = [math.exp(SHARPNESS * (value - best)) for value in values]
    often = 1 + math.log(count)
    return [Vote(one, often * _standing(one) * odd / sum(odds)) for one, odd in zip(entries, odds, strict=True)]


def _standing(entry: Entry) -> float:
    if entry.feature_class in (FeatureClass.COUNTRY, FeatureClass.PROVINCE):
        return 1.0
    return min(1.0, max(0.05, (math.log10(entry.population + 1) - 3.5) / 2.5))


def _is_wide(entry: Entry) -> bool:
    return entry.feature_class in (FeatureClass.COUNTRY, FeatureClass.PROVINCE, FeatureClass.REGION)


def _beside(entry: Entry, name: str, document: DocumentContext, gazetteer: Gazetteer) -> str:
    """The name of a wider thing written after the name, in which the entry lies; "" when none is."""
    inside = {entry.admin_id, entry.county_id, entry.country} - {"", entry.id}
    for wider in document.wider.get(name, ()):
        for one in gazetteer.bearers(wider):
            if one.id in inside:
                return one.name
    return ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The entry a document means by a name, with the reason; and the others, each with why it lost."""

    best: Entry
    reason: str
    lost: tuple[tuple[Entry, str], ...]


def choose(candidates: Sequence[Entry], name: str, document: DocumentContext, gazetteer: Gazetteer) -> Choice | None:
    """The candidate that fits a document best; None when a second fits almost as well and lies elsewhere."""
    own = key(fold(name))
    weighed = [(weigh(entry, own, document, gazetteer), entry) for entry in _abbreviated(name, candidates)]
    weighed.sort(key=lambda one: (-one[0].score, one[1].id))
    evidence, best = weighed[0]
    rivals = [one for other, one in weighed[1:] if evidence.score - other.score < DECIDES and not _overlap(best, one)]
    if rivals:
        return None
    reason = evidence.reason or "it is the most prominent of that name"
    lost = tuple(
        (one, f"fits the document less well: {best.name} was taken because {reason}") for _, one in weighed[1:]
    )
    return Choice(best, reason, lost)


def _abbreviated(name: str, candidates: Sequence[Entry]) -> Sequence[Entry]:
    """Capitals as in US or NSW stand for a country or a province where any goes by them, not for a town."""
    letters = [letter for letter in name if letter.isalpha()]
    if len(letters) > _LONGEST_ABBREVIATION or not all(letter.isupper() for letter in letters):
        return candidates
    return [one for one in candidates if one.feature_class not in _PLACES] or candidates


def _overlap(one: Entry, other: Entry) -> bool:
    """Whether one lies in the other, or both are so close that an answer means either."""
    if one.id in (other.admin_id, other.county_id) or other.id in (one.admin_id, one.county_id):
        return True
    return bool(one.point and other.point) and distance_km(one.point, other.point) <= CLOSE_KM  # type: ignore[arg-type]


_PLACES = frozenset({FeatureClass.CITY, FeatureClass.TOWN, FeatureClass.COUNTY})
_DIVISIONS = frozenset({FeatureClass.PROVINCE, FeatureClass.COUNTY})
_COMPASS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast", "northwest"}
    | {"southeast", "southwest", "central", "upper", "lower", "greater", "downtown", "metro"}
)


def document_readings(name: str, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The readings of a name of a document: as elsewhere but for sound, then adjectives, then parts of places."""
    folded = fold(name)
    demonyms = dict.fromkeys(gazetteer.demonyms.get(key(folded), ()), name)
    found = [_looser(one) for one in gazetteer.readings(name) if one.tier <= Tier.STEM]
    if demonyms:
        exact = found[0].matches if found and found[0].tier is Tier.EXACT else {}
        return (Reading(Tier.EXACT, Stem(""), {**exact, **demonyms}),)
    if found:
        return tuple(found)
    words = folded.split()
    if len(words) > 1 and words[0] in _COMPASS:
        return tuple(gazetteer.readings(" ".join(words[1:])))[:1]
    return ()


def _looser(reading: Reading) -> Reading:
    """Divisions of a country are called county, district, province or state by turns: one stands for the other."""
    classes = reading.stem.classes
    if not classes & _DIVISIONS:
        return reading
    return replace(reading, stem=replace(reading.stem, classes=classes | _DIVISIONS))
