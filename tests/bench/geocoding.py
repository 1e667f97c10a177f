"""How fast the gazetteer loads and answers, what it weighs, and how right it is on a gold list.

    python -m tests.bench.geocoding
    python -m tests.bench.geocoding GOLD.csv

GOLD.csv has the columns id, query, context_country, context_admin, gold_lat, gold_lon,
gold_alternates (lat,lon|lat,lon), feature_class and tolerance_km. Run it alone on the machine:
seconds are those of the clock, memory is the most the process ever held.
"""

import csv
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geopy.exc import GeocoderQueryError
from geopy.location import Location

from geo.catalogue.gazetteer import load_gazetteer
from geo.geocoding.gazetteer import Gazetteer
from geo.geocoding.geodesy import distance_km
from geo.geocoding.offline import OfflineGeocoder
from geo.model.place import Point

LOOKUPS = 10_000
SEED = 1


@dataclass(frozen=True, slots=True)
class Speed:
    """Distinct lookups a second, the first time and once they were asked before; the share answered."""

    first: float
    warm: float
    answered: float


def distinct_names(gazetteer: Gazetteer, how_many: int) -> list[str]:
    """Names of the gazetteer, each once: every name of the tables' own, then of the largest places of the world."""
    own = {name.text for names in gazetteer.names.values() for name in names}
    world = {name for store in gazetteer.stores for name in store.largest(how_many)}
    names = sorted(name for name in own | world if any(letter.isalpha() for letter in name))
    random.Random(SEED).shuffle(names)
    return names[:how_many]


def speed(geocoder: OfflineGeocoder, names: Sequence[str]) -> Speed:
    rates = []
    for _ in range(2):
        started = time.perf_counter()
        answered = sum(_answer(geocoder, name) is not None for name in names)
        rates.append(len(names) / (time.perf_counter() - started))
    return Speed(rates[0], rates[1], answered / len(names))


def _answer(geocoder: OfflineGeocoder, query: str, country: str = "") -> Location | None:
    try:
        found: Location | None = geocoder.geocode(query, country_codes=country or None)
    except GeocoderQueryError:
        return None
    return found


def score(geocoder: OfflineGeocoder, rows: Sequence[Mapping[str, str]]) -> dict[str, Counter[str]]:
    """Right, wrong, refused and inside the stated radius, over all rows ("all") and by feature class."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        query = ", ".join(filter(None, (row["query"], row["context_admin"])))
        found = _answer(geocoder, query, row["context_country"])
        for group in ("all", row["feature_class"]):
            totals[group].update(_outcomes(found, row))
    return totals


def _outcomes(found: Location | None, row: Mapping[str, str]) -> list[str]:
    if found is None:
        return ["refused"]
    at = Point(found.latitude, found.longitude)
    away = min(distance_km(at, gold) for gold in _golds(row))
    inside = ["inside"] if away <= found.raw["radius_m"] / 1000 else []
    return ["right" if away <= float(row["tolerance_km"]) else "wrong", *inside]


def _golds(row: Mapping[str, str]) -> list[Point]:
    more = (pair.split(",") for pair in row["gold_alternates"].split("|") if "," in pair)
    pairs = [(row["gold_lat"], row["gold_lon"]), *((pair[0], pair[1]) for pair in more)]
    return [Point(float(latitude), float(longitude)) for latitude, longitude in pairs]


def main(arguments: Sequence[str]) -> int:
    started = time.perf_counter()
    gazetteer = load_gazetteer()
    print(f"load {time.perf_counter() - started:.2f} s")
    geocoder = OfflineGeocoder(gazetteer)
    found = speed(geocoder, distinct_names(gazetteer, LOOKUPS))
    print(f"{LOOKUPS:,} distinct lookups: {found.first:,.0f}/s the first time, {found.warm:,.0f}/s warm")
    print(f"answered {found.answered:.3f}, the rest ambiguous")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")
    for path in arguments:
        _print_scores(geocoder, Path(path))
    return 0


def _print_scores(geocoder: OfflineGeocoder, path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        totals = score(geocoder, list(csv.DictReader(stream)))
    for group, count in sorted(totals.items(), key=lambda one: (one[0] != "all", one[0])):
        rows = count["right"] + count["wrong"] + count["refused"]
        print(
            f"{group:20} n={rows:4} right={count['right'] / rows:.3f} wrong={count['wrong'] / rows:.3f} "
            f"refused={count['refused'] / rows:.3f} inside_stated_radius={count['inside'] / rows:.3f}"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
