"""What a folder of documents with answers holds against the predictions, error by error, with the rules to mend."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

Json = dict[str, Any]
_KILOMETRES = {"mi": 1.609344, "m": 0.001, "ft": 0.0003048, "nmi": 1.852, "nm": 1.852}
# Hours ahead of UTC, of the zones that answers are written in.
_ZONES = {"KST": 9, "JST": 9, "PYT": 8.5, "EDT": -4, "EST": -5, "HST": -10, "IDT": 3, "IST": 5.5, "MSK": 3}
_MINUTES = {"s": 1 / 60, "h": 60.0}


def errors(folder: Path, predictions: Mapping[str, Json]) -> Iterator[str]:
    """One line each: a claim missed, one too many with its rules, a wrong speaker, a wrong day, a wrong verdict."""
    for path in sorted(folder.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        found = predictions.get(document.get("id", ""))
        if found is not None and "claims" in document:
            yield from (f"{document['id']} | {line}" for line in _of(document, found))


def _of(document: Json, found: Json) -> Iterator[str]:
    if found["is_launch_report"] != document["is_launch_report"]:
        yield f"verdict | a launch report: {document['is_launch_report']}"
    elif document["is_launch_report"] and found["event_date"] != document["event_date"]:
        yield f"day | {document['event_date']}, read as {found['event_date']}"
    for told in document["claims"]:
        same = [each for each in found["claims"] if _same(told, each)]
        if told.get("optional") or any(set(_speakers(told)) & set(_speakers(each)) for each in same):
            continue
        kind = "speaker" if same else "missed"
        read = f", read as {_speakers(same[0])}" if same else ""
        yield f"{kind} | {_claim(told)} {_speakers(told)}{read} | {told['evidence']['text'][:160]}"
    for each in found["claims"]:
        if not any(_same(told, each) for told in document["claims"]):
            start, end = each["evidence"] or (0, 0)
            rules = ", ".join(each.get("rules", ()))
            yield f"too many | {_claim(each)} by {rules} | {document['text'][start:end][:160]}"


def _claim(claim: Json) -> str:
    where = "" if claim["about_this_event"] else "background "
    return f"{where}{claim['attribute']} {json.dumps(claim['value'], ensure_ascii=False)}"


def _speakers(claim: Json) -> list[str]:
    said = claim["attributed_to"]
    ids = said["ids"] if isinstance(said, dict) else said
    return [ids] if isinstance(ids, str) else list(ids)


def _same(told: Json, read: Json) -> bool:
    """Equal but for what a reader would pass over: 2 % of a figure, spelling of a name, words of a hedge."""
    if (told["attribute"], told["about_this_event"]) != (read["attribute"], read["about_this_event"]):
        return False
    here, there = _plain(told["value"]), _plain(read["value"])
    shared = {key for key in here if key in there and here[key] is not None}
    return all(_near(here[key], there[key]) for key in shared)


def _plain(value: Json) -> Json:
    """Figures in kilometres or minutes; of a weapon the name where it has one."""
    unit = str(value.get("unit"))
    factor = _KILOMETRES.get(unit, _MINUTES.get(unit, 1.0))
    if value.get("name") and "class" in value:
        return {"name": value["name"]}
    kept = {key: value.get(key) for key in ("min", "name", "class", "value", "area", "eez", "outcome", "platform")}
    if "time" in value:
        hour, minute = map(int, value["time"].split(":"))
        kept["time"] = (hour * 60 + minute - _ZONES.get(value.get("tz") or "KST", 0) * 60) % 1440
    return kept | {key: value[key] * factor for key in ("from", "to") if isinstance(value.get(key), int | float)}


def _near(here: Any, there: Any) -> bool:
    if isinstance(here, int | float) and isinstance(there, int | float):
        return abs(here - there) <= max(0.5, 0.02 * abs(here))
    words, others = (str(each).casefold().replace("-", " ") for each in (here, there))
    return words == others or (len(words) > 3 and (words in others or others in words))  # "Sunan", "Sunan Airport"
