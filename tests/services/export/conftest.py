"""The record of this installation with its seeds, and files made of it once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from geo.services.atlas import Atlas
from geo.services.browse import LaunchFilter
from geo.services.export.making import Export, make
from geo.services.export.request import Format, Request
from geo.services.opening import opened
from geo.services.pipeline import compile_record
from geo.services.shelf import open_shelf

IN_2021 = LaunchFilter(first=date(2021, 1, 1), last=date(2021, 12, 31))
HOSTILE = (
    "$x^2$ {{7*7}} <script>alert(1)</script> 신포 미사일 東海 ミサイル العربية \u202egnp.exe ]]> &amp; " + "long " * 80
)

Making = Callable[..., Export]


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    known = opened()
    record = compile_record(open_shelf("sqlite://").reports(), known.library, known.catalogue.records)
    return Atlas(record, known.library)


@pytest.fixture(scope="session")
def sinpo(atlas: Atlas) -> str:
    day = date(2021, 10, 19)
    return atlas.selection(LaunchFilter(first=day, last=day)).rows[0].event.id


@pytest.fixture(scope="session")
def making(atlas: Atlas) -> Making:
    """Makes a file of a format with any field of a Request; the same again is not made twice."""

    @cache
    def made(request: Request) -> Export:
        return make(request, atlas, opened().catalogue)

    def ask(kind: Format, **fields: Any) -> Export:
        return made(replace(Request(kind, IN_2021), **fields))

    return ask
