"""The arithmetic of the map's scripts, run in the browser that will run it."""

from datetime import date, timedelta
from random import Random

import pytest

from geo.render.launch_columns import day_number, to_columns
from tests.render.conftest import Evaluate
from tests.render.views import SOUTH_HAMGYONG, symbol, view

pytestmark = pytest.mark.browser

D = date


@pytest.mark.parametrize(
    ("period", "first", "last", "starts"),
    [
        ("day", D(2021, 10, 19), D(2021, 10, 20), [D(2021, 10, 19), D(2021, 10, 20), D(2021, 10, 21)]),
        ("week", D(2021, 10, 19), D(2021, 10, 24), [D(2021, 10, 18), D(2021, 10, 25)]),
        ("month", D(2021, 12, 5), D(2022, 1, 1), [D(2021, 12, 1), D(2022, 1, 1), D(2022, 2, 1)]),
        ("quarter", D(2021, 5, 5), D(2021, 6, 30), [D(2021, 4, 1), D(2021, 7, 1)]),
        ("year", D(1984, 4, 9), D(1985, 1, 1), [D(1984, 1, 1), D(1985, 1, 1), D(1986, 1, 1)]),
    ],
)
def test_periods_cover_the_axis(evaluate: Evaluate, period: str, first: date, last: date, starts: list[date]) -> None:
    script = "([first, last, period]) => launchMap.calendar.periodStarts(first, last, period)"
    found = evaluate(script, [day_number(first), day_number(last), period])
    assert found == [day_number(day) for day in starts]


def test_ranges_count_every_launch_that_may_be_in_them(evaluate: Evaluate) -> None:
    """Against counting one by one; some launches are known only to a span of days."""
    random = Random(1984)
    drawn = view(
        *(
            symbol(f"ev{number}", D(2020, 1, 1) + timedelta(random.randrange(400)), random.choice((1, 1, 31, 366)))
            for number in range(300)
        ),
        symbol("nowhere", marks=()),
        symbol("somewhere", marks=(SOUTH_HAMGYONG,)),
    )
    ranges = [sorted((random.randrange(18_200, 19_000), random.randrange(18_200, 19_000))) for _ in range(200)]
    script = """([columns, ranges]) => {
        const launches = new launchMap.LaunchColumns(columns);
        return ranges.map(([first, last]) => launches.count(first, last));
    }"""
    found = evaluate(script, [to_columns(drawn), ranges])
    for (first, last), count in zip(ranges, found, strict=True):
        inside = [s for s in drawn.symbols if day_number(s.first) <= last and day_number(s.last) >= first]
        assert count == {
            "all": len(inside),
            "placed": sum(bool(s.marks) for s in inside),
            "disputed": sum(s.contradictory for s in inside),
        }
