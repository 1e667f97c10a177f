"""Columns as text: what comes again is written once, and nothing grows without end."""

from geo.render.files import texts
from geo.render.files.texts import Texts


def test_a_value_is_written_once_for_all_pieces_of_its_column() -> None:
    written = []

    def write(value: object) -> str:
        written.append(value)
        return str(value)

    table = Texts(["a:", "b:"], write, none="-")
    pieces = [table.columns([["x", "x", None], [1, 2, 1]]), table.columns([["x", "y"], [None, None]])]
    assert [[list(column) for column in piece] for piece in pieces] == [
        [[b"a:x", b"a:x", b"a:-"], [b"b:1", b"b:2", b"b:1"]],
        [[b"a:x", b"a:y"], [b"b:-", b"b:-"]],
    ]
    assert written == ["x", 1, 2, "y"]


def test_texts_are_forgotten_when_they_are_many() -> None:
    table = Texts([""], str, none="")
    for first in range(0, 30_000, 100):
        values = list(range(first, first + 100))
        assert list(table.columns([values])[0]) == [b"%d" % value for value in values]
        assert len(table._kept[0][int]) <= texts._MOST + 100 + 1
