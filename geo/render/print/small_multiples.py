"""One small map for each year on a sheet, all at the same scale."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from geo.model.mapview import MapView
from geo.render.print import basemap, launches, legend, style
from geo.render.print.fonts import register
from geo.render.print.frame import fit
from geo.render.print.layout import layout as layout_of
from geo.render.print.layout import write_footer, write_head
from geo.render.print.output import Picture, drawing, save
from geo.render.print.paper import MM_PER_POINT, Box, Paper
from geo.render.print.sheet import Sheet
from geo.render.print.style import TYPES, Type
from geo.render.print.vectors import Vectors, load

_GAP = 2.0
_ASPECT = 1.15  # of a small map, width to height, when the launches may choose


def small_multiples(
    sheet: Sheet,
    parts: Sequence[tuple[str, MapView]],
    kind: Picture,
    basemap_folder: Path,
    fonts_folder: Path,
    progress: Callable[[float], None] = lambda share: None,
) -> bytes:
    """`parts` are (title, launches), in the order of the sheet; `progress` is told the share done."""
    with drawing():
        register(fonts_folder)
        vectors, type_ = load(basemap_folder), TYPES[sheet.size]
        paper = Paper(*sheet.paper, transparent=sheet.transparent)
        place = layout_of(sheet, 0)
        write_head(paper, sheet, place.head)
        write_footer(paper, sheet, place.footer)
        room = _words_above(
            paper,
            sheet,
            type_,
            Box(place.head.left, place.footer.top, place.head.width, place.head.bottom - place.footer.top),
        )
        for i, (box, (title, view)) in enumerate(zip(cells(room, len(parts)), parts, strict=True)):
            _small_map(paper, sheet, box, title, view, vectors, type_)
            progress((i + 1) / len(parts))
        return save(paper, kind, sheet.dpi, sheet.words.title)


def cells(room: Box, count: int) -> list[Box]:
    """Equal boxes in rows, as square as the room allows."""
    columns = max(1, min(count, round(math.sqrt(count * room.width / room.height / _ASPECT))))
    rows = -(-count // columns)
    width = (room.width - _GAP * (columns - 1)) / columns
    height = (room.height - _GAP * (rows - 1)) / rows
    return [
        Box(
            room.left + (i % columns) * (width + _GAP),
            room.top - (i // columns) * (height + _GAP) - height,
            width,
            height,
        )
        for i in range(count)
    ]


def _words_above(paper: Paper, sheet: Sheet, type_: Type, room: Box) -> Box:
    """Facts in one line, the legend in rows below it; returns the room that is left for the maps."""
    step = type_.text * MM_PER_POINT * 1.5
    paper.write(" · ".join(sheet.words.facts), room.left, room.top - step * 0.7, type_.text, style.BOLD)
    words = [*sheet.words.filters, *sheet.words.notes]
    paper.write(" · ".join(words), room.left, room.top - step * 1.6, type_.small, style.SANS, style.QUIET)
    rows = legend.rows(paper, sheet.view, (), False, type_)
    columns = 4 if room.width > 150 else 2
    used = legend.draw(paper, rows, Box(room.left, room.bottom, room.width, room.height - step * 2), columns, type_)
    return Box(room.left, room.bottom + 1, room.width, room.height - step * 2 - used - 3)


def _small_map(paper: Paper, sheet: Sheet, box: Box, title: str, view: MapView, vectors: Vectors, type_: Type) -> None:
    high = type_.text * MM_PER_POINT * 1.3
    frame = fit(sheet.extent, Box(box.left, box.bottom, box.width, box.height - high))
    small = Type(type_.title, type_.subtitle, type_.text, type_.small * 0.9, type_.name, type_.symbol * 0.75)
    basemap.draw(paper, frame, vectors)
    found = launches.draw(paper, frame, view, vectors, small)
    for cluster in found:
        for stamp in launches.stamps_of(cluster, small):
            if stamp.group.count > 1:
                x, y = stamp.x + small.symbol, stamp.y + small.symbol * 0.8
                paper.write(
                    f"{stamp.group.count}", x, y, small.small, style.BOLD, halo=style.PAPER, order=26, clip=frame.box
                )
    paper.box(frame.box, 40, facecolor="none", edgecolor=style.QUIET, linewidth=0.4)
    disputed = sum(symbol.contradictory for symbol in view.symbols)
    told = f"{len(view.symbols):,}" + (f", {disputed:,} contradictory" if disputed else "")
    paper.write(title, box.left, frame.box.top + 0.3 * high, type_.text, style.BOLD)
    paper.write(told, box.right, frame.box.top + 0.3 * high, type_.small, style.SANS, style.QUIET, ha="right")
