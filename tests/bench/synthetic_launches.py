"""Seeded launches for load: spread over 42 years and about fifty places, as many as asked for."""

from datetime import date, timedelta
from functools import cache
from random import Random

from geo.model.mapview import ClaimedRange, MapView, PlaceMark, Symbol, SymbolClass
from geo.model.place import Point
from geo.symbology import ATTRIBUTION, LEGEND

FIRST, LAST = date(1984, 1, 1), date(2025, 12, 31)
SEED = 1984
SITES = 50
IMPRECISE_ONE_IN = 40


@cache
def launches(count: int) -> MapView:
    """The same launches for the same count; days evenly spread, so that every step of the slider changes something."""
    random = Random(SEED)
    sites = [Point(random.uniform(38, 42.5), random.uniform(124.8, 130)) for _ in range(SITES)]
    days = (LAST - FIRST).days
    symbols = [_symbol(number, FIRST + timedelta(number * days // count), sites, random) for number in range(count)]
    return MapView(tuple(symbols), LEGEND, ATTRIBUTION)


def _symbol(number: int, day: date, sites: list[Point], random: Random) -> Symbol:
    site = random.choice(sites)
    point = Point(round(site.latitude + random.gauss(0, 0.2), 4), round(site.longitude + random.gauss(0, 0.2), 4))
    last = day + timedelta(30 if random.randrange(IMPRECISE_ONE_IN) == 0 else 0)
    return Symbol(
        event_id=f"ev{number:06d}",
        first=day,
        last=last,
        symbol_class=random.choice(list(SymbolClass)),
        size=random.randint(1, 3),
        contradictory=random.random() < 0.2,
        marks=(PlaceMark(point, float(random.choice((3_000, 8_000, 20_000))), ""),),
        place="a synthetic place",
        ranges=(ClaimedRange(450_000.0, 600_000.0, "SEA_OF_JAPAN"),) if random.random() < 0.5 else (),
    )
