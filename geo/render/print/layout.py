"""Where things stand on the sheet: the words beside the map on wide paper, above and below it on other paper."""

from dataclasses import dataclass

from geo.render.print import graticule, legend, style
from geo.render.print.column import LEADING, Column
from geo.render.print.paper import MM_PER_POINT, Box, Paper
from geo.render.print.sheet import Sheet, Size
from geo.render.print.style import TYPES, Type
from geo.render.print.words import wrap

WIDE = frozenset({Size.PAGE, Size.SLIDE})
_TITLE_LINES = {Size.COLUMN: 3, Size.PAGE: 2, Size.SLIDE: 2, Size.SQUARE: 2}
_SUBTITLE_LINES = 2
_SIDE_SHARE = 0.235  # of the width, for the words beside the map


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes in millimetres. `words` is the column beside or above the map, `footer` the small type below."""

    head: Box
    map: Box
    words: Box
    legend: Box
    footer: Box
    legend_columns: int


def layout(sheet: Sheet, legend_rows: int) -> Layout:
    width, height = sheet.paper
    type_ = TYPES[sheet.size]
    edge = 4.0 if sheet.size is Size.COLUMN else 9.0
    page = Box(edge, edge, width - 2 * edge, height - 2 * edge)
    head = _head_height(sheet, page.width, type_)
    foot = _footer_height(sheet, page.width, type_)
    inner = Box(page.left, page.bottom + foot, page.width, page.height - head - foot)
    header = Box(page.left, inner.top, page.width, head)
    footer = Box(page.left, page.bottom, page.width, foot)
    return (
        _wide(header, inner, footer) if sheet.size in WIDE else _tall(sheet, header, inner, footer, legend_rows, type_)
    )


def _wide(header: Box, inner: Box, footer: Box) -> Layout:
    side = inner.width * _SIDE_SHARE
    frame = graticule.room(Box(inner.left, inner.bottom, inner.width - side - 5, inner.height))
    column = Box(inner.right - side, frame.bottom, side, frame.height)
    return Layout(header, frame, column, column, footer, 1)


def _tall(sheet: Sheet, header: Box, inner: Box, footer: Box, legend_rows: int, type_: Type) -> Layout:
    columns = 2
    rows = -(-legend_rows // columns)
    below = rows * legend.row_height(type_) + 2
    lines = (
        len(sheet.words.facts)
        + min(len(sheet.words.filters) + len(sheet.words.notes), 4)
        + min(len(sheet.words.selection), 6)
    )
    above = lines * type_.text * MM_PER_POINT * LEADING + 1.5
    words = Box(inner.left, inner.top - above, inner.width, above)
    frame = graticule.room(Box(inner.left, inner.bottom + below, inner.width, inner.height - above - below))
    # The figures stand in the margin of the page: the map is as wide as the text.
    frame = Box(inner.left + 3, frame.bottom, inner.width - 6, frame.height)
    return Layout(header, frame, words, Box(inner.left, inner.bottom, inner.width, below - 1), footer, columns)


def _head_height(sheet: Sheet, width: float, type_: Type) -> float:
    titles = len(wrap(sheet.words.title, style.SERIF, type_.title, width, _TITLE_LINES[sheet.size]))
    subtitles = len(wrap(sheet.words.subtitle, style.SANS, type_.subtitle, width, _SUBTITLE_LINES))
    return (titles * type_.title + subtitles * type_.subtitle) * MM_PER_POINT * LEADING + 2.5


def write_head(paper: Paper, sheet: Sheet, box: Box) -> None:
    type_, column = TYPES[sheet.size], Column(paper, Box(box.left, box.bottom - 2, box.width, box.height + 2))
    column.write(sheet.words.title, type_.title, style.SERIF, most=_TITLE_LINES[sheet.size])
    column.write(sheet.words.subtitle, type_.subtitle, colour=style.QUIET, most=_SUBTITLE_LINES)


def footer_lines(sheet: Sheet) -> tuple[str, ...]:
    words = sheet.words
    return tuple(filter(None, (words.sources, f"{words.version} {words.attribution}".strip())))


def _footer_height(sheet: Sheet, width: float, type_: Type) -> float:
    lines = sum(len(wrap(text, style.SANS, type_.small, width, 4)) for text in footer_lines(sheet))
    return lines * type_.small * MM_PER_POINT * LEADING + 1.6


def write_footer(paper: Paper, sheet: Sheet, box: Box) -> None:
    type_, column = TYPES[sheet.size], Column(paper, Box(box.left, box.bottom - 2, box.width, box.height + 0.6))
    for text in footer_lines(sheet):
        column.write(text, type_.small, colour=style.QUIET, most=4)
