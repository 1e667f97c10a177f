"""A sheet drawn: the map, the words, the legend, the inset."""

from pathlib import Path

from geo.model.mapview import Symbol
from geo.render.print import globe, legend, map_panel, style
from geo.render.print.column import Column
from geo.render.print.fonts import register
from geo.render.print.frame import Frame, fit
from geo.render.print.layout import WIDE, Layout, layout, write_footer, write_head
from geo.render.print.paper import Box, Paper
from geo.render.print.sheet import Sheet
from geo.render.print.style import TYPES, Type
from geo.render.print.vectors import Vectors, load

_MOST_LEGEND_ROWS = 13


def draw_sheet(sheet: Sheet, basemap_folder: Path, fonts_folder: Path, ground_only: bool = False) -> Paper:
    """The sheet on paper, ready to be written to a file. The folders are data/basemap and data/fonts, checked."""
    register(fonts_folder)
    vectors, type_ = load(basemap_folder), TYPES[sheet.size]
    paper = Paper(*sheet.paper, transparent=sheet.transparent)
    chosen = next((symbol for symbol in sheet.view.symbols if symbol.event_id == sheet.selected), None)
    place = layout(sheet, _legend_rows(sheet, chosen))
    frame = fit(sheet.extent, place.map)
    inset = _inset_box(frame)
    reserved = () if sheet.size in WIDE else (inset,)
    found = map_panel.draw(paper, frame, sheet.view, chosen, vectors, type_, True, reserved, ground_only)
    write_head(paper, sheet, place.head)
    rows = legend.rows(paper, sheet.view, found, chosen is not None and bool(chosen.ranges), type_)
    if sheet.size in WIDE:
        _beside(paper, sheet, place, frame, rows, vectors, type_)
    else:
        _write_words(Column(paper, place.words), sheet, type_)
        legend.draw(paper, rows, place.legend, place.legend_columns, type_)
        middle = (inset.left + inset.width / 2, inset.bottom + inset.height / 2)
        globe.draw(paper, frame, vectors, *middle, inset.width * 0.46)
    write_footer(paper, sheet, place.footer)
    return paper


def frame_of(sheet: Sheet, fonts_folder: Path) -> Frame:
    """Where draw_sheet puts the map."""
    register(fonts_folder)
    chosen = next((symbol for symbol in sheet.view.symbols if symbol.event_id == sheet.selected), None)
    return fit(sheet.extent, layout(sheet, _legend_rows(sheet, chosen)).map)


def _legend_rows(sheet: Sheet, chosen: Symbol | None) -> int:
    classes = len({symbol.symbol_class for symbol in sheet.view.symbols})
    return min(classes + 5 + bool(chosen), _MOST_LEGEND_ROWS)


def _inset_box(frame: Frame) -> Box:
    side = min(frame.box.width, frame.box.height) * 0.21
    return Box(frame.box.right - side - 1.5, frame.box.bottom + 1.5, side, side)


def _write_words(column: Column, sheet: Sheet, type_: Type) -> None:
    words = sheet.words
    for i, fact in enumerate(words.facts):
        column.write(fact, type_.text, style.BOLD if i == 0 else style.SANS, most=2)
    column.write_all(words.filters, type_.text, style.QUIET, 2)
    column.write_all(words.selection, type_.text, most=1)
    column.write_all(words.notes, type_.text, style.QUIET, 2)


def _beside(
    paper: Paper, sheet: Sheet, place: Layout, frame: Frame, rows: list[legend.Row], vectors: Vectors, type_: Type
) -> None:
    """The column of a wide sheet: facts, the selected launch, legend, and the globe at its foot."""
    words, column = sheet.words, Column(paper, place.words)
    column.rule(0.9)
    column.space(2)
    for i, fact in enumerate(words.facts):
        column.write(fact, type_.text * (1.08 if i == 0 else 1), style.BOLD if i == 0 else style.SANS)
        column.space(0.5)
    _section(column, "Shown", words.filters, type_)
    _section(column, "Selected", words.selection, type_, most=2)
    column.space(1.5)
    column.rule()
    column.space(1.5)
    room = Box(place.words.left, place.words.bottom, place.words.width, column.left_mm)
    used = legend.draw(paper, rows, room, 1, type_)
    column.space(used + 1.5)
    column.rule()
    column.space(1.2)
    column.write_all(words.notes, type_.small, style.QUIET, 4)
    radius = min(column.left_mm - 2, place.words.width * 0.62, 40) / 2
    if radius > 6:
        globe.draw(paper, frame, vectors, place.words.left + radius, place.words.bottom + radius, radius)


def _section(column: Column, title: str, texts: tuple[str, ...], type_: Type, most: int = 3) -> None:
    if texts:
        column.space(1.2)
        column.write(title, type_.small, style.BOLD, style.QUIET)
        column.write_all(texts, type_.text * 0.94, style.INK, most)
