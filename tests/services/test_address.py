"""The URL holds the view; what it cannot mean is ignored and named."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.model.mapview import LAYERS
from geo.render.assets import STATIC_FOLDER
from geo.services.address import FACETS, View, is_ours, read, write

OPTIONS = {"classes": ("cruise", "space launcher"), "places": ("Sinpo, South Hamgyong", "Sunan, Pyongyang")}
WHOLE = View(
    event="KP-2021-10-19-0a1b2c3d",
    first=date(2021, 1, 1),
    last=date(2021, 12, 31),
    search="신포 & more",
    least=3,
    facets={"classes": ("cruise",), "places": ("Sinpo, South Hamgyong", "Sunan, Pyongyang")},
    place=(385_000, 1_325_123, 525),
    layers=("names", "scale"),
    as_of=date(2021, 10, 20),
)


def query_of(view: View) -> dict[str, list[str]]:
    return {name: value if isinstance(value, list) else [value] for name, value in write(view).items()}


def test_a_shared_view_is_read_as_it_was_written() -> None:
    assert read(query_of(WHOLE), OPTIONS) == (WHOLE, ())


def test_a_clean_address_is_the_first_sight() -> None:
    assert write(View()) == {}
    assert read({}, OPTIONS) == (View(), ())


def test_a_bare_link_to_a_map_is_readable() -> None:
    assert write(WHOLE)["map"] == "38.5,132.5123,5.25"
    assert write(WHOLE)["layers"] == "names.scale"


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ({"event": ["{{7*7}}"]}, ("event",)),
        ({"event": ["<img src=x onerror=alert(1)>"]}, ("event",)),
        ({"event": ["a" * 81]}, ("event",)),
        ({"from": ["yesterday"]}, ("from",)),
        ({"from": ["0001-01-01"]}, ("from",)),  # before any missile
        ({"to": ["9999-12-31"]}, ("to",)),
        ({"from": ["2022-12-31"], "to": ["2022-01-01"]}, ("from", "to")),  # backwards
        ({"q": ["x" * 81]}, ("q",)),
        ({"least": ["0"]}, ("least",)),
        ({"least": ["1e3"]}, ("least",)),
        ({"map": ["north"]}, ("map",)),
        ({"map": ["91,0,5"]}, ("map",)),  # no such latitude
        ({"map": ["38,132,99"]}, ("map",)),  # no such zoom
        ({"map": ["nan,inf,5"]}, ("map",)),
        ({"layers": ["names.javascript:alert(1)"]}, ("layers",)),
        ({"event": ["a"], "asof": ["yesterday"]}, ("asof",)),
        ({"event": ["a"], "asof": ["0001-01-01"]}, ("asof",)),
        ({"asof": ["2021-10-20"]}, ("asof",)),  # of no launch
        ({"disputed": ["Everything"]}, ("disputed",)),
        ({"class": ["cruise", "teapot"]}, ("class",)),
        ({"speaker": ["![](http://198.51.100.1/x.png)"]}, ("speaker",)),
        ({"from": ["2021-02-30"], "to": ["2021-03-01"]}, ("from",)),  # one bad value does not cost the good one
    ],
)
def test_bad_values_are_ignored_and_named(query: dict[str, list[str]], ignored: tuple[str, ...]) -> None:
    view, bad = read(query, OPTIONS)
    assert bad == ignored
    assert not set(write(view)) & set(ignored) - {"class"}


def test_the_good_half_survives() -> None:
    assert read({"from": ["2021-02-30"], "to": ["2021-03-01"]}, OPTIONS)[0].last == date(2021, 3, 1)
    assert read({"class": ["cruise", "teapot"]}, OPTIONS)[0].facets == {"classes": ("cruise",)}


def test_of_a_repeated_field_the_last_counts() -> None:
    assert read({"event": ["a", "b"]}, OPTIONS)[0].event == "b"


def test_fields_of_others_are_known_as_such() -> None:
    assert is_ours("event")
    assert is_ours("class")
    assert is_ours("map")
    assert not is_ours("embed")


NAMES = ["event", "asof", "disputed", "from", "to", "q", "least", "map", "layers", "class", "place", "embed"]


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=100), max_size=3)))
def test_no_address_breaks_the_page(query: dict[str, list[str]]) -> None:
    view, bad = read(query, OPTIONS)
    assert set(bad) <= set(query)
    assert read(query_of(view), OPTIONS) == (view, ())


@given(
    st.builds(
        View,
        event=st.none() | st.from_regex(r"[A-Za-z0-9_-]{1,80}", fullmatch=True),
        place=st.none()
        | st.tuples(st.integers(-850_000, 850_000), st.integers(-1_800_000, 1_800_000), st.integers(0, 2_000)),
        layers=st.none() | st.sets(st.sampled_from(LAYERS)).map(lambda on: tuple(x for x in LAYERS if x in on)),
        least=st.integers(1, 999),
    )
)
def test_every_view_comes_back(view: View) -> None:
    assert read(query_of(view), OPTIONS) == (view, ())


def test_the_map_writes_the_fields_in_the_same_order() -> None:
    """Another order would be another address, and an entry of its own in the browser's history."""
    script = (STATIC_FOLDER / "address.js").read_text(encoding="utf-8")
    order = re.findall(r'"(\w+)"', script[script.index("ORDER = [") : script.index("]")])
    first, last = date(2021, 1, 1), date(2021, 12, 31)
    facets = dict.fromkeys(FACETS.values(), ("any",))
    everything = View("a", first, last, "q", 2, facets, (0, 0, 500), ("names",), first)
    assert order == list(write(everything))
