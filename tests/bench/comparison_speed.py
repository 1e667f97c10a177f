"""How long comparing takes: synthetic launches of ten claims by three speakers, and the shipped catalogue.

Usage: python -m tests.bench.comparison_speed [EVENTS]
"""

import random
import sys
import time

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.detection import detect
from geo.model.claim import Attribute
from geo.model.launch import LaunchEvent
from geo.services.opening import opened
from geo.services.record_of_launches import find, record_of_launches
from tests.discrepancy.claims import KM, SINPO_TOWN, SOURCES, about, claim, clock, event, named, published, quantity

_SPEAKERS = ("ROK_JCS", "JAPAN_MOD", "KCNA", "ROK_GOV")


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    chance, rules = random.Random(1), load_comparison()
    launches = [_launch(chance) for _ in range(number)]
    began = time.process_time()
    found = sum(len(detect(launch, rules, SOURCES)) for launch in launches)
    spent = time.process_time() - began
    print(f"{number} launches of ten claims, {found} findings: {spent / number * 1000:.2f} ms a launch (CPU)")
    known = opened()
    catalogue = record_of_launches(known.catalogue.records, known.library)
    began = time.process_time()
    found = sum(len(find(launch, known.library)) for launch in catalogue.events)
    spent = time.process_time() - began
    print(f"{len(catalogue.events)} launches of the catalogue, {found} findings: {spent:.2f} s (CPU)")


def _launch(chance: random.Random) -> LaunchEvent:
    said = published(19)
    claims = [claim(Attribute.LAUNCH_PLACE, named("Sinpo", SINPO_TOWN), "ROK_JCS", "r-0", said)]
    for number, speaker in enumerate(chance.sample(_SPEAKERS, 3)):
        report = f"r-{number}"
        claims.append(claim(Attribute.COUNT, quantity(chance.choice([1, 1, 2])), speaker, report, said))
        claims.append(claim(Attribute.RANGE, about(chance.choice([430, 590, 600]), KM), speaker, report, said))
        claims.append(claim(Attribute.LAUNCH_TIME, clock(10, chance.choice([15, 17, 20])), speaker, report, said))
    return event(*claims)


if __name__ == "__main__":
    main()
