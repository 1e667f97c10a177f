"""The range played: one picture after another, each with its date, as GIF or APNG."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image, ImageColor

from geo.model.mapview import LegendEntry, MapView, SymbolClass
from geo.render.print import launches, style
from geo.render.print.clusters import clusters
from geo.render.print.drawing import draw_sheet, frame_of
from geo.render.print.frame import Frame
from geo.render.print.launches import REACH, stamp_all, stamps_of
from geo.render.print.output import drawing
from geo.render.print.paper import Box, Paper
from geo.render.print.sheet import Sheet
from geo.render.print.style import TYPES
from geo.render.print.vectors import load

FRAME_MILLISECONDS, LAST_MILLISECONDS = 450, 2500
_COLOURS = 160
_FADED = 0.3


@dataclass(frozen=True, slots=True)
class Moment:
    """A picture of the film: the date in words, launches of this step, those before it, and how far it is (0 to 1)."""

    date: str
    now: MapView
    before: MapView
    share: float


def film(
    sheet: Sheet,
    moments: Sequence[Moment],
    kind: str,
    basemap_folder: Path,
    fonts_folder: Path,
    progress: Callable[[float], None] = lambda share: None,
) -> bytes:
    """`kind` is "GIF" or "PNG" (animated). The ground is drawn once, the launches of each moment upon it."""
    with drawing():
        ground = _image(draw_sheet(sheet, basemap_folder, fonts_folder, ground_only=True), sheet.dpi)
        frame = frame_of(sheet, fonts_folder)
        pictures = []
        for i, moment in enumerate(moments):
            above = _image(_moment(sheet, frame, moment, basemap_folder), sheet.dpi)
            pictures.append(Image.alpha_composite(ground, above).convert("RGB"))
            progress((i + 1) / len(moments))
    return _written(pictures, kind, [entry.colour for entry in sheet.view.legend])


def _moment(sheet: Sheet, frame: Frame, moment: Moment, basemap_folder: Path) -> Paper:
    type_ = TYPES[sheet.size]
    paper = Paper(*sheet.paper, transparent=True)
    legend: dict[SymbolClass, LegendEntry] = {entry.symbol_class: entry for entry in sheet.view.legend}
    old = [
        stamp
        for each in clusters(moment.before.symbols, frame, REACH * type_.symbol)
        for stamp in stamps_of(each, type_)
    ]
    stamp_all(paper, old, legend, type_, 19, frame.box, _FADED)
    launches.draw(paper, frame, moment.now, load(basemap_folder), type_)
    _date(paper, frame, moment, type_.title)
    return paper


def _date(paper: Paper, frame: Frame, moment: Moment, points: float) -> None:
    """The date in the map's upper right corner, and a bar below it that fills."""
    box = frame.box
    paper.write(
        moment.date, box.right - 4, box.top - 0.6 * points, points, style.BOLD, halo=style.PAPER, order=60, ha="right"
    )
    bar = Box(box.right - 44, box.top - 0.6 * points - 3.5, 40, 1.2)
    paper.box(bar, 60, facecolor=style.PAPER, edgecolor=style.QUIET, linewidth=0.4)
    paper.box(
        Box(bar.left, bar.bottom, bar.width * moment.share, bar.height), 61, facecolor=style.INK, edgecolor="none"
    )


def _image(paper: Paper, dpi: int) -> Image.Image:
    paper.figure.set_dpi(dpi)
    canvas: Any = FigureCanvasAgg(paper.figure)
    canvas.draw()
    return Image.fromarray(np.asarray(canvas.buffer_rgba()), "RGBA")


def _palette(picture: Image.Image, colours: Sequence[str]) -> Image.Image:
    """One palette for all pictures: that of the last, and every symbol's own colour, pure and faded."""
    found = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT).getpalette() or []
    own = [ImageColor.getrgb(colour)[:3] for colour in colours]
    grounds = [ImageColor.getrgb(colour)[:3] for colour in (style.FOCUS, style.LAND, style.SEA)]
    faded = [
        tuple(round(_FADED * one + (1 - _FADED) * other) for one, other in zip(colour, ground, strict=True))
        for colour in own
        for ground in grounds
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*found[: 3 * _COLOURS], *(part for colour in (*own, *faded) for part in colour)])
    return palette


def _written(pictures: Sequence[Image.Image], kind: str, colours: Sequence[str]) -> bytes:
    times = [FRAME_MILLISECONDS] * (len(pictures) - 1) + [LAST_MILLISECONDS]
    file = io.BytesIO()
    palette = _palette(pictures[-1], colours)
    flat = [each.quantize(palette=palette, dither=Image.Dither.NONE) for each in pictures]
    look = {"duration": times, "loop": 0, "append_images": flat[1:], "save_all": True}
    if kind == "GIF":
        flat[0].save(file, "GIF", optimize=False, disposal=1, **look)
    else:
        flat[0].save(file, "PNG", default_image=False, **look)
    return file.getvalue()
