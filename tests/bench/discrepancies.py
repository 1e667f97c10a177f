"""Compares the claims that stand beside documents, and writes what was found as pairs, one JSON line each.

Usage: python -m tests.bench.discrepancies DOCS_DIR --disc D.jsonl

Of each document its claims (without those that are only implied, as the one of "a missile"), their
speakers, its date and its launch are read. Of what part a
value is said, and whether the report itself calls it an earlier statement, is what reading the
document's sentences finds. The answers of the comparison are never looked at.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo.discrepancy.badge import HISTORY
from geo.discrepancy.detection import detect
from geo.extraction.reading import read
from geo.geocoding.placing import locate
from geo.model.claim import Attribute, Claim
from geo.model.launch import LaunchEvent
from geo.model.report import Span
from geo.services.library import Library, open_library
from tests.bench.extraction import value_of
from tests.bench.gold_claims import NAMES, Document, documents
from tests.bench.pairs import LABELS, statements

Json = dict[str, Any]
_WRITTEN = {attribute: name for name, attribute in NAMES.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--disc", type=Path, required=True)
    parser.add_argument("--explain", action="store_true", help="print every sentence")
    arguments = parser.parse_args()
    lines = list(pairs(tuple(documents(arguments.folder)), open_library()))
    if arguments.explain:
        print("\n".join(f"{line['label']:14} {line['class']:22} {line['sentence']}" for line in lines))
    arguments.disc.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")


def pairs(told: tuple[Document, ...], library: Library) -> Iterator[Json]:
    """Every finding of today between two statements on one launch, in the scorer's schema."""
    launches: dict[str, list[Document]] = {}
    for document in told:
        for refusal in document.refused:
            print(f"refused: {refusal}")
        launches.setdefault(document.launch, []).append(document)
    for launch, group in launches.items():
        named = {document.report.id: document.id for document in group}
        claims = tuple(claim for document in group for claim in scoped(document, library))
        event = LaunchEvent(launch, locate(claims, library.gazetteer))
        for finding in detect(event, library.comparison, library.sources):
            label = LABELS.get(finding.finding_class)
            if label is None or HISTORY in finding.flags:
                continue
            for one, other in statements(event, finding, library.comparison):
                yield {
                    "attribute": _WRITTEN.get(finding.attribute, str(finding.attribute)),
                    "label": label,
                    "a": _side(one, named),
                    "b": _side(other, named),
                    "class": str(finding.finding_class),
                    "sentence": finding.sentence,
                }


def scoped(document: Document, library: Library) -> Iterator[Claim]:
    """The claims with the part and the time of speaking that reading their own sentences finds."""
    read_out = read(document.report, library.lexicon).claims
    for claim in document.claims:
        same = next((each for each in read_out if _is_same(each, claim)), None)
        yield claim if same is None else replace(claim, scope=same.scope, said=same.said)


def _is_same(found: Claim, claim: Claim) -> bool:
    one, other = found.evidence, claim.evidence
    assert isinstance(one, Span) and isinstance(other, Span)
    meets = one.start < other.end and other.start < one.end
    return meets and found.attribute is claim.attribute and _figures(found) == _figures(claim)


def _figures(claim: Claim) -> Json:
    """What is said without how it is hedged, which the reading and the documents may write in two ways."""
    keys = ("min", "from", "to", "value", "time", "name", "class", "area", "eez", "outcome", "platform")
    value = value_of(claim)
    if claim.attribute is Attribute.LAUNCH_TIME:
        return {"time": _kst(value)}
    return {key: value[key] for key in keys if key in value}


def _kst(value: Json) -> int:
    hour, minute = str(value["time"]).split(":")[:2]
    east = {"KST": 540, "JST": 540, "GMT": 0, "HST": -600, "IST": 330}.get(str(value["tz"]), 0)
    return (int(hour) * 60 + int(minute) + 540 - east) % 1440


def _side(claim: Claim, documents: Mapping[str, str]) -> Json:
    assert isinstance(claim.evidence, Span)
    ids = claim.attribution.originator.source_ids
    return {
        "doc": documents[claim.evidence.report_id],
        "source": ids[0] if ids else "UNKNOWN",
        "value": value_of(claim),
    }


if __name__ == "__main__":
    main()
