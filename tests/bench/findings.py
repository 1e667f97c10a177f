"""python -m tests.bench.findings [EVENTS ...]: CPU seconds for all findings of synthetic launches and of the catalogue.

Launches are seeded, of ten claims each by three speakers (1,000, 10,000 and 100,000 of them
unless told otherwise), made one after the other so that memory stays flat; making them is not
counted. Then one launch grows: the same number of findings a second, whatever its size, means
that time is linear in the pairs of claims compared. Last the shipped catalogue.
"""

import random
import sys
import time
from collections.abc import Iterable

from geo.catalogue.comparison import load_comparison
from geo.discrepancy.detection import detect
from geo.discrepancy.rules import Comparison
from geo.model.claim import Attribute, Claim, Value
from geo.model.launch import LaunchEvent
from geo.services.opening import opened
from geo.services.record_of_launches import find, record_of_launches
from tests.discrepancy.claims import KM, SINPO_TOWN, SOURCES, about, claim, clock, event, named, published, quantity

SEED = 6
SIZES = (1_000, 10_000, 100_000)
WIDTHS = (3, 10, 30, 100)  # speakers of one launch, each with three claims
_SPEAKERS = ("ROK_JCS", "JAPAN_MOD", "KCNA", "ROK_GOV")
_KINDS = (Attribute.COUNT, Attribute.RANGE, Attribute.LAUNCH_TIME)


def main() -> None:
    rules = load_comparison()
    for number in [int(each) for each in sys.argv[1:]] or SIZES:
        chance = random.Random(SEED)
        spent, found = _timed((_launch(chance, chance.sample(_SPEAKERS, 3)) for _ in range(number)), rules)
        print(f"{number:,} launches of ten claims: {spent:.2f} s CPU, {found:,} findings")
    for width in WIDTHS:
        chance = random.Random(SEED)
        launch = _launch(chance, [f"paper {each}" for each in range(width)])
        pairs = 3 * width * (width - 1) // 2
        spent, found = _timed([launch], rules)
        print(f"one launch of {3 * width + 1} claims, {pairs:,} pairs: {1e6 * spent / pairs:.0f} µs CPU a pair")
    known = opened()
    catalogue = record_of_launches(known.catalogue.records, known.library)
    began = time.process_time()
    found = sum(len(find(launch, known.library)) for launch in catalogue.events)
    spent = time.process_time() - began
    print(f"{len(catalogue.events)} launches of the catalogue: {spent:.2f} s CPU, {found:,} findings")


def _timed(launches: Iterable[LaunchEvent], rules: Comparison) -> tuple[float, int]:
    """CPU seconds of comparing alone, and the number of findings."""
    spent, found = 0.0, 0
    for launch in launches:
        began = time.process_time()
        found += len(detect(launch, rules, SOURCES))
        spent += time.process_time() - began
    return spent, found


def _launch(chance: random.Random, speakers: Iterable[str]) -> LaunchEvent:
    claims = [claim(Attribute.LAUNCH_PLACE, named("Sinpo", SINPO_TOWN), "ROK_JCS", "r-0", published(19))]
    for number, speaker in enumerate(speakers):
        claims += [_claim(kind, speaker, f"r-{number}", chance) for kind in _KINDS]
    return event(*claims)


def _claim(kind: Attribute, speaker: str, report: str, chance: random.Random) -> Claim:
    values: dict[Attribute, Value] = {
        Attribute.COUNT: quantity(chance.choice([1, 1, 2])),
        Attribute.RANGE: about(chance.choice([430, 590, 600]), KM),
        Attribute.LAUNCH_TIME: clock(10, chance.choice([15, 17, 20])),
    }
    ids = (speaker,) if speaker in SOURCES else ()
    return claim(kind, values[kind], ids, report, published(19), words=speaker)


if __name__ == "__main__":
    main()
