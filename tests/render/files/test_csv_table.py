"""CSV that a spreadsheet opens without running anything in it."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.render.files.csv_table import cell, csv_table


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+82", "'+82"),
        ("-1", "'-1"),  # a text, not a number
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),  # full width, which some spreadsheets take as well
        (-120.5, -120.5),
        (None, None),
        ("2 missiles", "2 missiles"),
    ],
)
def test_a_formula_becomes_a_text(value: object, written: object) -> None:
    assert cell(value) == written


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_what_is_written_is_read_again(texts: list[str]) -> None:
    content = csv_table(["a"], [[text] for text in texts if not any(0xD800 <= ord(each) <= 0xDFFF for each in text)])
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))[1:]
    assert all(row[0].lstrip("'").strip("\r\n") is not None for row in rows if row)
    assert len(rows) == len([text for text in texts if not any(0xD800 <= ord(each) <= 0xDFFF for each in text)])
