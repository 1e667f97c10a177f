"""A hundred thousand launches: thinned on a picture with a note, all of them in a file."""

import json
from dataclasses import replace

import pytest

from geo.model.errors import ExportError
from geo.services.atlas import Atlas
from geo.services.export.making import make
from geo.services.export.pictures import printed
from geo.services.export.request import Format, Request
from geo.services.export.shown import Shown, show
from geo.services.opening import opened
from tests.bench.synthetic_launches import launches

MANY = 100_000


@pytest.fixture(scope="module")
def many(atlas: Atlas) -> Shown:
    return replace(show(Request(Format.SVG), atlas, opened().catalogue), view=launches(MANY))


def test_a_picture_of_very_many_is_thinned_and_says_so(many: Shown) -> None:
    svg = printed(many, Format.SVG).decode()
    assert "100,000 launches are more than a map can" in svg
    assert len(svg) < 6_000_000
    assert svg.count("<use") + svg.count("<path") < 20_000


def test_columns_of_very_many_go_into_geojson(many: Shown) -> None:
    from geo.render.files.feature import Features
    from geo.render.files.geojson import geojson

    ids = [each.event_id for each in many.view.symbols]
    features = Features(ids, [(127.0, 40.0)] * MANY, [None] * MANY, range(MANY), (ids,), ([None] * MANY,))
    collection = json.loads(b"".join(geojson(["launch"], ["place"], [features], {})))
    assert [each["properties"]["launch"] for each in collection["features"]] == ids


def test_a_page_of_too_many_is_refused(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    from geo.services.export import page

    monkeypatch.setattr(page, "MOST_LAUNCHES", 3)
    with pytest.raises(ExportError, match="too many for one page"):
        make(Request(Format.HTML), atlas, opened().catalogue)
