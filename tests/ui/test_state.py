"""The URL holds the view; what it cannot mean is ignored and named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.ui.state import restore


def test_a_shared_view_is_restored() -> None:
    view, bad = restore({"event": "KP-2021-10-19-0a1b2c3d", "from": "2021-01-01", "to": "2021-12-31", "other": "x"})
    assert (view.event, view.first, view.last) == ("KP-2021-10-19-0a1b2c3d", date(2021, 1, 1), date(2021, 12, 31))
    assert bad == ()


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ({"event": "{{7*7}}"}, ("event",)),
        ({"event": "<img src=x onerror=alert(1)>"}, ("event",)),
        ({"event": "a" * 81}, ("event",)),
        ({"from": "yesterday"}, ("from",)),
        ({"from": "0001-01-01"}, ("from",)),  # before any missile
        ({"to": "9999-12-31"}, ("to",)),
        ({"from": "2021-02-30", "to": "2021-03-01"}, ("from",)),  # one bad value does not cost the good one
    ],
)
def test_bad_values_are_ignored_and_named(query: dict[str, str], ignored: tuple[str, ...]) -> None:
    view, bad = restore(query)
    assert bad == ignored
    assert all(getattr(view, {"from": "first", "to": "last"}.get(name, name)) is None for name in ignored)


def test_the_good_half_survives() -> None:
    assert restore({"from": "2021-02-30", "to": "2021-03-01"})[0].last == date(2021, 3, 1)


@given(st.dictionaries(st.sampled_from(["event", "from", "to"]), st.text(max_size=100)))
def test_no_address_breaks_the_page(query: dict[str, str]) -> None:
    restore(query)
