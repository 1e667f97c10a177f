"""Accuracy@161 km of place names read in the context of a whole document, on a corpus the user has.

    python -m tests.bench.toponyms GeoVirus.xml
    python -m tests.bench.toponyms TR-News.xml

Reads the XML of GeoVirus (Gritta and others 2018) and TR-News (Kamalloo and Rafiei 2018): one
<article> a document with its <text>, one <location> or <toponym> a mention with its coordinate.
Mentions are given (oracle); one without an answer counts as wrong; one the corpus gives no
coordinate for is left out. The first half of the documents was used to fit geo.geocoding.document,
the second half was not.
"""

import sys
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.context import Context
from geo.geocoding.document import document_context
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.geodesy import distance_km
from geo.geocoding.resolution import resolve
from geo.model.place import AmbiguousPlace, Place, Point, Relation, Resolution, Toponym

NEAR_KM = 161.0  # a hundred miles, the field's customary bound


@dataclass(frozen=True, slots=True)
class Mention:
    name: str
    gold: Point


@dataclass(frozen=True, slots=True)
class Document:
    text: str
    mentions: tuple[Mention, ...]


def read_corpus(path: Path) -> list[Document]:
    """The documents of a GeoVirus or TR-News file, in its order."""
    # The file is the user's own corpus, and ElementTree resolves no external entity.
    articles = ElementTree.parse(path).getroot().iter("article")
    return [Document(article.findtext("text") or "", tuple(_mentions(article))) for article in articles]


def _mentions(article: ElementTree.Element) -> Iterator[Mention]:
    for each in [*article.iter("location"), *article.iter("toponym")]:
        place = each.find("gaztag") if each.tag == "toponym" else each
        name = each.findtext("phrase") or each.findtext("name") or ""
        latitude = place.findtext("lat") if place is not None else None
        longitude = place.findtext("lon") if place is not None else None
        if name and latitude and longitude:
            yield Mention(name, Point(float(latitude), float(longitude)))


def outcomes(documents: Iterable[Document], gazetteer: Gazetteer) -> Counter[str]:
    """How many mentions were right, wrong, ambiguous or unknown."""
    found: Counter[str] = Counter()
    for document in documents:
        context = Context(document=document_context(document.text, gazetteer))
        answers: dict[str, Resolution] = {}
        for mention in document.mentions:
            if mention.name not in answers:
                toponym = Toponym(mention.name, mention.name, Relation.AT)
                answers[mention.name] = resolve(toponym, gazetteer, context)
            found[_outcome(answers[mention.name], mention.gold, gazetteer)] += 1
    return found


def _outcome(answer: Resolution, gold: Point, gazetteer: Gazetteer) -> str:
    if not isinstance(answer, Place):
        return "ambiguous" if isinstance(answer, AmbiguousPlace) else "unknown"
    area = gazetteer.entries.find(answer.area_id)
    point = answer.point or (area.point if area else None)
    return "right" if point is not None and distance_km(point, gold) <= NEAR_KM else "wrong"


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__)
        return 2
    gazetteer, documents = load_gazetteer(), read_corpus(Path(arguments[0]))
    middle = len(documents) // 2
    for name, part in (("fitted", documents[:middle]), ("blind", documents[middle:]), ("all", documents)):
        started = time.perf_counter()
        counts = outcomes(part, gazetteer)
        seconds, total = time.perf_counter() - started, max(1, counts.total())
        print(
            f"{name:7} documents={len(part):4} mentions={counts.total():5} "
            f"Accuracy@161km={counts['right'] / total:.3f} wrong={counts['wrong'] / total:.3f} "
            f"ambiguous={counts['ambiguous'] / total:.3f} unknown={counts['unknown'] / total:.3f} "
            f"({seconds / max(1, len(part)) * 1000:.0f} ms a document)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
