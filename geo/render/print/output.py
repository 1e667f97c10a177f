"""A drawn sheet as bytes. The same sheet gives the same bytes: no clock, no chance, no version of a library in them."""

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from PIL import Image

from geo.render.print.drawing import draw_sheet
from geo.render.print.paper import Paper
from geo.render.print.sheet import Sheet
from geo.render.print.svg_fonts import embed

_one_at_a_time = threading.RLock()  # matplotlib keeps its settings and fonts for the whole process


class Picture(StrEnum):
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


_COMPRESSION = 2  # of 9 (zlib): a twentieth larger than by its usual 6, and half the time

SETTINGS: Any = {
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "launch-map",
    "pdf.fonttype": 42,  # TrueType, embedded
    "pdf.use14corefonts": False,
    "text.hinting": "none",
    "path.simplify": True,
    "path.simplify_threshold": 0.2,
    "agg.path.chunksize": 0,
}


@contextmanager
def drawing() -> Iterator[None]:
    """Our settings, while one thread draws; others wait."""
    with _one_at_a_time, matplotlib.rc_context(SETTINGS):
        yield


def picture(sheet: Sheet, kind: Picture, basemap_folder: Path, fonts_folder: Path) -> bytes:
    """The sheet as a file of this kind."""
    with drawing():
        paper = draw_sheet(sheet, basemap_folder, fonts_folder)
        content = save(paper, kind, sheet.dpi, sheet.words.title)
    return embed(content, fonts_folder) if kind is Picture.SVG else content


def save(paper: Paper, kind: Picture, dpi: int, title: str) -> bytes:
    file = io.BytesIO()
    if kind is Picture.PNG:
        paper.figure.set_dpi(dpi)
        canvas: Any = FigureCanvasAgg(paper.figure)
        canvas.draw()
        dots = Image.fromarray(np.asarray(canvas.buffer_rgba()), "RGBA")
        ground = dots if paper.transparent else dots.convert("RGB")  # without the fourth value, which says nothing here
        ground.save(file, "png", dpi=(dpi, dpi), compress_level=_COMPRESSION)
    elif kind is Picture.SVG:
        FigureCanvasSVG(paper.figure)
        paper.figure.savefig(
            file, format="svg", dpi=72, metadata={"Date": None, "Creator": None}, facecolor=_ground(paper)
        )
    else:
        FigureCanvasPdf(paper.figure)
        metadata = {"CreationDate": None, "Creator": None, "Producer": None, "Title": title[:200]}
        paper.figure.savefig(file, format="pdf", dpi=dpi, metadata=metadata, facecolor=_ground(paper))
    return file.getvalue()


def _ground(paper: Paper) -> Any:
    return paper.figure.patch.get_facecolor()
