"""How large a file will be, roughly, before it is made."""

from collections.abc import Sequence
from typing import NamedTuple

from geo.render.print.sheet import MILLIMETRES, Size
from geo.services.atlas import Atlas
from geo.services.export.making import size_in_words
from geo.services.export.request import Format, Request
from geo.services.facets import IndexRow
from geo.services.wording import launches_in_words


class _Weight(NamedTuple):
    """Kilobytes whatever is shown; more for each launch, claim and finding; and the power of the count and of the
    paper's area that the whole grows by. A film of ten times the launches is not ten times as large.
    """

    fixed: float
    launch: float
    claim: float = 0.0
    finding: float = 0.0
    of_count: float = 1.0
    of_paper: float = 0.0


# Fitted to files of the record, of one launch to all 259, on each paper; the test measures them anew.
_WEIGHTS = {
    Format.SVG: _Weight(1_040, 1.5, of_paper=0.22),
    Format.PDF: _Weight(430, 0.55, of_paper=0.25),
    Format.GIF: _Weight(130, 45.0, of_count=0.55, of_paper=0.65),
    Format.APNG: _Weight(90, 40.0, of_count=0.55, of_paper=0.7),
    Format.HTML: _Weight(2_490, 2.0, claim=0.4),
    Format.GEOJSON: _Weight(6, 2.0),
    Format.KML: _Weight(10, 3.2),
    Format.CSV: _Weight(0.8, 0.29),
    Format.CSV_LONG: _Weight(0.5, 0.0, claim=0.36),
    Format.JSON: _Weight(3, 1.0, claim=0.7, finding=0.9),
    Format.PARQUET: _Weight(16, 0.13),
    Format.BUNDLE: _Weight(850, 1.0, claim=0.1, finding=0.05),
}
_PNG_BYTES, _PNG_POWER = 68.0, 0.61  # a picture of twice the dots is not twice as large
_SHEET_FIXED, _MAP, _SMALL_MAP, _SMALL = (
    110,
    125,
    20,
    600,
)  # kilobytes; below so many square millimetres a map is coarse
_MM_PER_INCH = 25.4


def size_guess(request: Request, atlas: Atlas) -> str:
    """ "about 600 kB, 12 launches"; the guess is right to a factor of two."""
    rows = atlas.selection(request.chosen).rows
    if request.format is Format.BUNDLE and request.selected:
        rows = tuple(row for row in atlas.rows if row.event.id == request.selected)
    return f"about {size_in_words(bytes_of(request, rows, atlas))}, {launches_in_words(len(rows))}"


def bytes_of(request: Request, rows: Sequence[IndexRow], atlas: Atlas) -> float:
    """The guess for a file of these launches."""
    width, height = MILLIMETRES[Size(request.size)]
    if request.format is Format.PNG:
        return float(_PNG_BYTES * (width * height * (request.dpi / _MM_PER_INCH) ** 2) ** _PNG_POWER)
    if request.format is Format.SHEET:
        years = (request.chosen.last or atlas.axis[1]).year - (request.chosen.first or atlas.axis[0]).year + 1
        return 1000 * (_SHEET_FIXED + years * (_MAP if width * height / years > _SMALL else _SMALL_MAP))
    weight, page = _WEIGHTS[request.format], MILLIMETRES[Size.PAGE]
    claims = sum(len(row.event.claims) for row in rows)
    findings = sum(len(atlas.record.findings[row.event.id]) for row in rows)
    grown = weight.launch * len(rows) ** weight.of_count + weight.claim * claims + weight.finding * findings
    paper = (width * height / (page[0] * page[1])) ** weight.of_paper
    return float(1000 * (weight.fixed + grown) * paper)
