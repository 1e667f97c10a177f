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


@given(st.lists(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=2, max_size=2), max_size=5))
def test_cells_are_quoted_as_the_standard_library_does(rows: list[list[str]]) -> None:
    wanted = io.StringIO(newline="")
    csv.writer(wanted).writerows([["a", "b"], *([cell(text) for text in row] for row in rows)])
    assert b"".join(csv_table(["a", "b"], rows)).decode("utf-8") == wanted.getvalue()


def test_a_number_is_written_as_what_it_is() -> None:
    """1 and 1.0 are equal, and are told apart."""
    rows: list[list[float | None]] = [[1, 1.5], [1.0, None], [True, -120.25]]
    assert b"".join(csv_table(["a", "b"], rows)) == b"a,b\r\n1,1.5\r\n1.0,\r\nTrue,-120.25\r\n"


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_what_is_written_is_read_again(texts: list[str]) -> None:
    kept = [[text] for text in texts if not any(0xD800 <= ord(each) <= 0xDFFF for each in text)]
    content = b"".join(csv_table(["a", "b"], [[*each, "b"] for each in kept]))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))[1:]
    assert all(row[0].lstrip("'").strip("\r\n") is not None for row in rows if row)
    assert len(rows) == len(kept)
