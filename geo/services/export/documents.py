"""Launches with all claims and findings as JSON under the published schema (data/schema/launches.schema.json)."""

import json
from dataclasses import replace
from typing import Any

from geo.services.export.describing import description
from geo.services.export.shown import Shown
from geo.services.launch_list import launches_as_json

SCHEMA = "urn:launch-map:schema:launches:1"


def document(shown: Shown) -> dict[str, Any]:
    record = replace(shown.record, events=shown.events)
    launches = launches_as_json(record, shown.catalogue.records, shown.atlas.library)
    words = {claim.id: claim.words for event in shown.events for claim in event.claims}
    for launch in launches:
        for attribute in launch["attributes"].values():
            for claim in attribute["claims"]:
                claim["words"] = words[claim["id"]] or None
    return {"schema": SCHEMA, "metadata": description(shown), "launches": launches}


def as_bytes(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
